import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {blamingLabel} from '../../src/rules/blaming-label.ts'
import {rules} from '../../src/rules/index.ts'
import {lexicon} from './lexicon.ts'

/** The labels that a letter to a child is told of. */
const foundIn = (text: string): string[] =>
  judgeExample(blamingLabel, {document: 'letter', text}, rules, lexicon).findings.map(({text: words}) => words)

test.each([
  'It is not because you were naughty.',
  'It’s not because you’re a difficult child, Amira.',
  'This wasn’t because you were attention-seeking.',
  'None of this happened because you were naughty.',
  'Grown-ups decided it, and not because you were defiant.',
  'Nobody thinks that you were naughty.',
  'No one ever said you were being difficult.',
  'I don’t think you are manipulative.',
  'The judge doesn’t believe that you were disruptive.',
  'You weren’t being difficult.',
  'You were never an attention-seeker.',
  'You aren’t attention-seeking, whatever they said.',
  'You weren’t attention-seeking: you were asking for help.',
  'You aren’t manipulative, you’re eleven.',
  'You might think it was because you were naughty. It wasn’t.',
  'You may worry that you were being difficult. You were not.',
  'Were you being difficult? No.',
  'It was wrong of us to call you manipulative.',
  'I am sorry that anybody wrote that you were attention-seeking.',
  'They should never have said that you were manipulative.',
  'Hunter would “get ketchup on it” and he didn’t deny it.',
  'You’ll deny it, but you were snoring.',
  'Miss Lee let him back into the club.'
])('a letter may say that a label is wrong: %s', (text) => {
  expect(foundIn(text)).toEqual([])
})

test.each([
  ['being difficult', 'You were being difficult.'],
  ['naughty', 'You were very naughty on Friday.'],
  ['naughty', 'You did not get your treat because you were naughty.'],
  ['naughty', 'Daddy is not coming because you were naughty.'],
  ['naughty', 'It was not Dad’s fault: you were naughty.'],
  ['naughty', 'Nobody likes it when you are naughty.'],
  ['manipulative', 'You weren’t just sad, you were manipulative.'],
  ['manipulative', 'You aren’t a baby but you are manipulative.'],
  ['attention-seeking', 'Nobody thinks you were ill. You were attention-seeking.'],
  ['attention-seeking', 'I think you were attention-seeking.'],
  ['attention-seeking', 'You might think it was fair. You were attention-seeking.'],
  ['being difficult', 'They told me that you were being difficult. It wasn’t a nice day.'],
  ['manipulative', 'I am sorry to say that you were manipulative.'],
  ['manipulative', 'It is not wrong to say that you were manipulative.'],
  ['being difficult', 'Were you being difficult? Yes.'],
  ['let him back into', 'She let him back into the flat.'],
  ['admitted', 'You admitted it in the end.']
])('and is told of %s all the same: %s', (label, text) => {
  expect(foundIn(text)).toContain(label)
})
