import fc from 'fast-check'
import {expect, test} from 'vitest'
import {holdsLetter, holdsWord, startsWithCapital, startsWithSmall} from '../../src/model/characters.ts'

test('letters, digits and capitals are those of Unicode, in any writing', () => {
  const text = fc
    .array(fc.oneof(fc.string({unit: 'binary', maxLength: 3}), fc.constantFrom('Ł', 'ž', '你', '𝐀', '𝟗', '–', ' ')))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (some) => {
      expect(holdsLetter(some)).toBe(/\p{L}/u.test(some))
      expect(holdsWord(some)).toBe(/[\p{L}\p{N}]/u.test(some))
      expect(startsWithCapital(some)).toBe(/^\p{Lu}/u.test(some))
      expect(startsWithSmall(some)).toBe(/^\p{Ll}/u.test(some))
    }),
    {numRuns: 2000}
  )
})
