import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {wrongPronoun} from '../../src/rules/wrong-pronoun.ts'
import {lexicon} from '../rules/lexicon.ts'

const found = (text: string): string[] =>
  judgeExample(wrongPronoun, {text, children: [{name: 'Mali', pronouns: 'she/her'}]}, rules, lexicon).findings.map(
    ({text: words}) => words
  )

test.each([
  'Mali misses her tad. He works nights.',
  'Mali’s tad is kind. He makes pancakes.',
  'Mali ran to Dadi when he came in.',
  'Mali and her llystad get on. He cooks.',
  'Mali’s cefnder came. He is four.',
  'Mali’s tad maeth rang. He laughed.'
])('knows a Welsh word for one of the family: %s', (text) => expect(found(text)).toEqual([]))

test('takes a tad for no father', () => expect(found('Mali was a tad late. He ran.')).toEqual(['He']))
