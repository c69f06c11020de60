import fc from 'fast-check'
import {loadDictionaries} from '../../src/lexicon/load.ts'

/** The one set of words that patterns of `patternOf` may name. */
export const kin = loadDictionaries([{path: 'words.yaml', source: 'kin: [mum, dad, step mum]\n'}])

/**
 * Patterns as users may write them, with brackets in brackets.
 * @param elements what stands in them
 * @param maxDepth how deep brackets lie in each other
 */
export const patternOf = (elements: readonly string[], maxDepth: number): fc.Arbitrary<string> =>
  fc.letrec<{sequence: string}>((tie) => ({
    sequence: fc
      .array(
        fc.oneof(
          {maxDepth, depthSize: 'medium'},
          {weight: 3, arbitrary: fc.constantFrom(...elements)},
          fc
            .tuple(tie('sequence'), tie('sequence'), fc.boolean())
            .map(([one, other, optional]) => `(${one}|${other})${optional ? '?' : ''}`)
        ),
        {minLength: 1, maxLength: 4}
      )
      .map((all) => all.join(' '))
  })).sequence
