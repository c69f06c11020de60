import type {Lexicon, Pattern, Persons} from '../lexicon/lexicon.ts'
import type {Tokens} from '../model/tokens.ts'

/** Many patterns looked for at once: at each word only those that can begin with it are run. */
export interface PatternSet {
  /** The end, in words, of the longest match that begins at word `i`, or -1. */
  endAt(tokens: Tokens, i: number, persons: Persons): number
  /** Does any match within words `from` to `to`, which lie in one sentence? */
  within(tokens: Tokens, from: number, to: number, persons: Persons): boolean
  /** Which of the patterns match there, by index. */
  allWithin(tokens: Tokens, from: number, to: number, persons: Persons): ReadonlySet<number>
}

const made = new WeakMap<Lexicon, WeakMap<readonly string[], PatternSet>>()

/** Compiles a list of patterns; the same list of the same dictionaries gives the same set. */
export function patternSet(sources: readonly string[], lexicon: Lexicon): PatternSet {
  const known = made.get(lexicon) ?? new WeakMap<readonly string[], PatternSet>()
  made.set(lexicon, known)
  const same = known.get(sources)
  if (same) return same
  const set = compile(sources.map((source) => lexicon.pattern(source)))
  known.set(sources, set)
  return set
}

function compile(patterns: readonly Pattern[]): PatternSet {
  // Patterns by the word with which they can begin, filled in as words are met.
  const byWord = new Map<string, readonly number[]>()
  const candidates = (tokens: Tokens, i: number): readonly number[] => {
    const word = tokens.word[i] as string
    let found = byWord.get(word)
    if (!found) {
      const base = tokens.base[i] as string
      found = patterns.flatMap((pattern, index) => (pattern.mayBegin(word, base) ? [index] : []))
      byWord.set(word, found)
    }
    return found
  }
  return {
    endAt(tokens, i, persons) {
      let end = -1
      for (const index of candidates(tokens, i))
        end = Math.max(end, (patterns[index] as Pattern).endAt(tokens, i, persons))
      return end
    },
    within(tokens, from, to, persons) {
      for (let i = from; i < to; i++)
        for (const index of candidates(tokens, i))
          if ((patterns[index] as Pattern).endAt(tokens, i, persons) > i) return true
      return false
    },
    allWithin(tokens, from, to, persons) {
      const found = new Set<number>()
      for (let i = from; i < to; i++)
        for (const index of candidates(tokens, i))
          if (!found.has(index) && (patterns[index] as Pattern).endAt(tokens, i, persons) > i) found.add(index)
      return found
    }
  }
}
