import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nobody, type Pattern} from '../../src/lexicon/lexicon.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import type {Tokens} from '../../src/model/tokens.ts'
import {kin, patternOf} from './pattern-arbitrary.ts'

const pattern = patternOf('a b step mum _ .. a* <kin> <number> <name> <whose> <start> <end> , ,? a?'.split(' '), 3)

const text = fc
  .array(fc.constantFrom('a', 'b', "a's", 'step', 'mum', 'her', 'Bo', '7', 'a,', 'b.', 'step-mum'), {
    minLength: 1,
    maxLength: 12
  })
  .map((words) => words.join(' '))

const ends = (compiled: Pattern, tokens: Tokens): number[] =>
  Array.from({length: tokens.count}, (_, i) => compiled.endAt(tokens, i, nobody))

test('a pattern that was tried often matches where it did at first', () => {
  fc.assert(
    fc.property(pattern, text, (source, words) => {
      const tokens = tokenize(words)
      const compiled = makeLexicon(kin).pattern(source)
      const atFirst = ends(compiled, tokens)
      for (let times = 0; times < 40; times++) compiled.endAt(tokens, 0, nobody)
      expect(ends(compiled, tokens)).toEqual(atFirst)
    }),
    {numRuns: 2000}
  )
})
