import type {Lexicon, Persons} from '../lexicon/lexicon.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {patternSet} from './pattern-set.ts'

/** The longest sentence, in words, that can say that there is nothing to say. */
const longestNothing = 16

/** Is it a sentence of substance? */
export type HasSubstance = (sentence: Sentence) => boolean

/**
 * Tells sentences of substance from those that fill a heading without saying anything: *N/A*, *None identified*, and a
 * template's instructions to its writer.
 */
export function makeSubstance(tokens: Tokens, lexicon: Lexicon, persons: Persons): HasSubstance {
  const nothing = patternSet(lexicon.dictionaries.blanks.nothing, lexicon)
  const guidance = patternSet(lexicon.dictionaries.blanks.guidance, lexicon)
  const promised = patternSet(lexicon.dictionaries.blanks.promised, lexicon)
  return ({from, to, start, end}) => {
    if (to <= from) return false
    // A slot that nobody filled: the whole sentence stands in square or pointed brackets.
    if (
      /^\s*[[<«{_.]/.test(tokens.text.slice(Math.max(0, start - 1), start + 1)) &&
      /[\]>»}_]\W*$/.test(tokens.text.slice(Math.max(start, end - 20), end + 1))
    )
      return false
    if (to - from <= longestNothing && nothing.endAt(tokens, from, persons) > from) return false
    if (promised.endAt(tokens, from, persons) > from && !/;|\bshould\b/.test(tokens.text.slice(start, end)))
      return false
    return guidance.endAt(tokens, from, persons) <= from
  }
}
