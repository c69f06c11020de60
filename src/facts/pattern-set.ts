import {type Opening, opensAt} from '../lexicon/beginnings.ts'
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

/** Patterns by what they can begin with. */
interface Starts {
  /** By index, of those that the word alone tells. */
  of(word: string, base: string): readonly number[]
  readonly openings: readonly (readonly [opening: Opening, pattern: number])[]
}

function startsOf(patterns: readonly Pattern[]): Starts {
  const byFirst = new Map<string, number[]>()
  const prefixes: (readonly [prefix: string, pattern: number])[] = []
  const openings: (readonly [opening: Opening, pattern: number])[] = []
  for (const [index, {beginnings}] of patterns.entries()) {
    if (beginnings.openings.has('any')) openings.push(['any', index])
    else {
      for (const opening of beginnings.openings) openings.push([opening, index])
      for (const prefix of beginnings.prefixes) prefixes.push([prefix, index])
      for (const word of beginnings.words) {
        const same = byFirst.get(word)
        if (same) same.push(index)
        else byFirst.set(word, [index])
      }
    }
  }
  return {
    openings,
    of(word, base) {
      const found = byFirst.get(word) ?? none
      const more = base === word ? none : (byFirst.get(base) ?? none)
      const prefixed = prefixes.filter(([prefix]) => word.startsWith(prefix))
      return more.length + prefixed.length === 0
        ? found
        : [...new Set([...found, ...more, ...prefixed.map(([, index]) => index)])]
    }
  }
}

const none: readonly number[] = []

function compile(patterns: readonly Pattern[]): PatternSet {
  const starts = startsOf(patterns)
  // Filled in as words are met.
  const byWord = new Map<string, readonly number[]>()
  const candidates = (tokens: Tokens, i: number, persons: Persons): readonly number[] => {
    const word = tokens.word[i] as string
    let found = byWord.get(word)
    if (!found) {
      found = starts.of(word, tokens.base[i] as string)
      byWord.set(word, found)
    }
    let all: number[] | undefined
    for (const [opening, index] of starts.openings) {
      if (!opensAt(opening, tokens, i, persons)) continue
      all ??= [...found]
      if (!all.includes(index)) all.push(index)
    }
    return all ?? found
  }
  return {
    endAt(tokens, i, persons) {
      let end = -1
      for (const index of candidates(tokens, i, persons))
        end = Math.max(end, (patterns[index] as Pattern).endAt(tokens, i, persons))
      return end
    },
    within(tokens, from, to, persons) {
      for (let i = from; i < to; i++)
        for (const index of candidates(tokens, i, persons))
          if ((patterns[index] as Pattern).endAt(tokens, i, persons) > i) return true
      return false
    },
    allWithin(tokens, from, to, persons) {
      const found = new Set<number>()
      for (let i = from; i < to; i++)
        for (const index of candidates(tokens, i, persons))
          if (!found.has(index) && (patterns[index] as Pattern).endAt(tokens, i, persons) > i) found.add(index)
      return found
    }
  }
}
