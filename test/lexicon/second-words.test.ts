import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nobody, type Pattern} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import type {Tokens} from '../../src/model/tokens.ts'

const dictionaries = loadDictionaries([{path: 'words.yaml', source: 'kin: [mum, dad, step mum]\n'}])

const element = fc.constantFrom(
  ...[
    'a',
    'b',
    'step',
    'mum',
    '_',
    '..',
    'a*',
    '<kin>',
    '<number>',
    '<name>',
    '<whose>',
    '<start>',
    '<end>',
    ',',
    ',?',
    'a?'
  ]
)
const pattern = fc.letrec<{sequence: string}>((tie) => ({
  sequence: fc
    .array(
      fc.oneof(
        {maxDepth: 3, depthSize: 'medium'},
        {weight: 3, arbitrary: element},
        fc
          .tuple(tie('sequence'), tie('sequence'), fc.boolean())
          .map(([one, other, optional]) => `(${one}|${other})${optional ? '?' : ''}`)
      ),
      {minLength: 1, maxLength: 4}
    )
    .map((all) => all.join(' '))
})).sequence

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
      const compiled = makeLexicon(dictionaries).pattern(source)
      const atFirst = ends(compiled, tokens)
      for (let times = 0; times < 40; times++) compiled.endAt(tokens, 0, nobody)
      expect(ends(compiled, tokens)).toEqual(atFirst)
    }),
    {numRuns: 2000}
  )
})
