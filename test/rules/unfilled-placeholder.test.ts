import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {unfilledPlaceholder} from '../../src/rules/unfilled-placeholder.ts'
import {lexicon} from './lexicon.ts'

const foundIn = (text: string, document: 'letter' | 'report' = 'letter'): string[] =>
  judgeExample(unfilledPlaceholder, {document, text}, rules, lexicon).findings.map(({text: words}) => words)

const page = `# All about Amira

We will fill this in together on Saturday.

My name is ______________ but my friends call me ______________.

I am ____ years old. My birthday is on ____________.

My favourite food is ______________. I do NOT like ______________ (yuck!).

Three words that tell you what I'm like: ____________, ____________, ____________

- ☐ I sleep well.

When I'm worried, my tummy feels ……………… and I like it if somebody ………………`

test('a page for a child to fill in has gaps', () => {
  expect(foundIn(page)).toEqual([])
})

test('what a worker left out of such a page is still found', () => {
  expect(foundIn(`${page}\n\nMy name is ____ and I am your social worker. You can ring me on ____.`)).toEqual([
    '____',
    '____'
  ])
  expect(foundIn(`Dear ____,\n\n${page}\n\nThe hearing is on ____. Bring [insert name] with you.`)).toEqual([
    '____',
    '____',
    '[insert name]'
  ])
})

test.each([
  'My favourite food is ______________.',
  'I feel happy when ____ and I feel sad when ____.',
  'Write your name here: ____________',
  'Fill in the gaps: I am ____ years old.',
  'Finish the sentence: at Nani’s the best thing is ………………',
  'Your answer: ________________________',
  'Signed (you): ____________',
  'How was I? ☐ good ☐ all right ☐ rubbish. Why? ____________',
  'Your turn: I’d like Jo to know that ____________.',
  'Something that I’d like to change: ………………………',
  'Your name: ________ Date: ________',
  'Your name [write it here]:',
  'Dinner is ??? (you choose).',
  'I laugh when ______ and I am scared of ______.',
  'If I had a magic wand, I would ____________.',
  '| My turn | ______ |\n| --- | --- |\n| I like | ______ |',
  'Finish these sentences.\n\nAt school I ______.\n\nAt home we ______.',
  'X marks the spot. Love, Jo XXXX',
  'I hope that you liked the boat.\n\nJo\nXXX',
  'I hope that you liked the boat.\n\nLove from Jo\n\nXXXX',
  'Jo (XXXX from the dog)',
  'XXXX from the dog'
])('a child is to write there, or is sent kisses: %s', (text) => {
  expect(foundIn(text)).toEqual([])
})

test.each([
  ['My name is ____ and I am your guardian.', '____'],
  ['My name is ____.', '____'],
  ['My name is ____ and I like ____.', '____'],
  ['I am ____, your social worker.', '____'],
  ['I would like to see you on ____.', '____'],
  ['I like ____, your dog.', '____'],
  ['I feel that you should live with ____.', '____'],
  ['You told me that your favourite food is ____.', '____'],
  ['You will live with ____. Please write back.', '____'],
  ['Your guardian is ____.', '____'],
  ['Your hearing is on ……………… at ten.', '………………'],
  ['The judge decided that ???', '???'],
  ['Your name is [insert name].', '[insert name]'],
  ['My name is XXXX.', 'XXXX'],
  ['You can ring me on XXXX.', 'XXXX'],
  ['Best wishes,\n\nXXXX', 'XXXX'],
  ['Love, XXXX', 'XXXX'],
  ['Yours sincerely\nXXXX\nSocial worker', 'XXXX'],
  ['Hello, I’m Jo XXXX.', 'XXXX']
])('somebody was meant to write there before: %s', (text, slot) => {
  expect(foundIn(text)).toContain(slot)
})

test('a report has no pages for a child', () => {
  expect(foundIn('My favourite food is ____.', 'report')).toEqual(['____'])
  expect(foundIn('The school is XXXX\n\nJo XXX', 'report')).toEqual(['XXXX', 'XXX'])
})

test.each([
  ['# Contents\n\n1 Nia and Seb ........................ 2\n\n2 What is strong ...................... 3', 'one a line'],
  ['1 Nia ...................... 2\n2 What is strong .................. 3\nAppendix ........... iv', 'wrapped lines'],
  ['- Worries…………………………4\n- Reasons ............ page 5', 'a list, with ellipses'],
  ['Nia said “um ....... no” and then “I ......... can’t”.', 'pauses in what was said'],
  ['Seb wrote, “I miss ……… you know who.”', 'a pause in ellipses']
])('dots that leave nothing open: %s (%s)', (text) => {
  expect(foundIn(text, 'report')).toEqual([])
})

test.each([
  ['Her school is ................ and she is 9', '................'],
  ['The hearing is on ............ at ............ 10', '............'],
  ['Seb said, “....................”', '....................'],
  [
    'Nia said that she wants “to live with ................................ and the dog”.',
    '................................'
  ],
  ['Signed: ____________', '____________'],
  ['I saw Nia on 4 March.\n\nDate: ____________', '____________']
])('dots and lines where somebody was meant to write: %s', (text, slot) => {
  expect(foundIn(text, 'report')).toContain(slot)
})

test.each([
  'Reply slip\n\nI have read Nia’s report.\n\nSigned: __________ Date: ________',
  '☐ I agree ☐ I do not agree\n\nSigned ........................ Dated ...................',
  'Please sign and return this form.\n\nSignature of parent or carer ____________\n\nName (print): ____________\n\nDate ______',
  'Consent form\n\n| Signature | __________ |\n| --- | --- |\n| Date | ________ |'
])('a slip is signed by hand: %s', (text) => {
  expect(foundIn(text, 'report')).toEqual([])
})

test('what the worker left open on a slip is still found', () => {
  expect(
    foundIn('Reply slip\n\nPlease return this to ____________ by ________.\n\nSigned: __________', 'report')
  ).toEqual(['____________', '________'])
})

test.each([
  'Nia told me, “I like [Seb]’s dog. [He] bit [Dad]. [The judge] can come.”',
  '> I want [the judge] to know. [My sister] is sad. [Signed] Seb',
  'Seb’s letter: I want [the judge] to know that [my sister] is sad.'
])('what whoever quotes has put in: %s', (text) => {
  expect(foundIn(text, 'report')).toEqual([])
})

test.each([
  ['[The child] lives with [her mother].', ['[The child]', '[her mother]']],
  ['The hearing is on [●] at [●].', ['[●]', '[●]']],
  [
    'This report is of XX March 2026. I saw her on 4th May and XX June, and again on March XX, 2026.',
    ['XX', 'XX', 'XX']
  ],
  ['Nia was born in Hull [JB to check].', ['[JB to check]']],
  ['She is in Year 5 [is this right?].', ['[is this right?]']],
  ['Type here', ['Type here']],
  [
    '| School | Type your text here |\n| --- | --- |\n| Class | Enter details here. |',
    ['Type your text here', 'Enter details here']
  ],
  ['Mother/father*\n\n\\*Delete as needed', ['Delete as needed']],
  ['Delete if not applicable.', ['Delete if not applicable']]
])('a slot of another make: %s', (text, slots) => {
  expect(foundIn(text, 'report')).toEqual(slots)
})

test.each([
  'Chapter XX March of the soldiers. Nia types here and there. We type here in the library, and enter here by the side.',
  '- [●] at school\n- [ ] at home',
  'See you in March XX',
  'You may delete as needed the pictures that you don’t like.'.replace('delete as needed ', '')
])('no slot: %s', (text) => {
  expect(foundIn(text, 'report')).toEqual([])
})
