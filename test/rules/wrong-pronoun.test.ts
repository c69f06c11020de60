import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {wrongPronoun} from '../../src/rules/wrong-pronoun.ts'
import {lexicon} from './lexicon.ts'

/** What is offered for each wrong pronoun, in order. */
const offered = (text: string, pronouns: string): string[] =>
  judgeExample(wrongPronoun, {text, children: [{name: 'Sam', pronouns}]}, rules, lexicon).findings.map(({instead}) =>
    instead.join(' · ')
  )

test.each([
  ['Sam waited, and I collected her at noon.', 'he/him', 'him'],
  ['Sam waited, and I thanked her.', 'he/him', 'him'],
  ['Sam waited, and I met her after school.', 'he/him', 'him'],
  ['Sam waited, and then I met her because the bus was late.', 'they/them', 'them'],
  ['Sam plays chess with her dad.', 'he/him', 'his'],
  ['Sam plays chess in her own room.', 'he/him', 'his'],
  ['Sam waited, and I gave her crayons.', 'he/him', 'him · his'],
  ['Sam said that the blue bag was his.', 'she/her', 'hers'],
  ['Sam packed his bag.', 'she/her', 'her'],
  ['Sam packed his bag.', 'she/they', 'her · their']
])('“%s” (%s): %s', (text, pronouns, instead) => expect(offered(text, pronouns)).toEqual([instead]))
