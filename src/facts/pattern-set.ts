import {opensByPlace, opensByWord, placed} from '../lexicon/beginnings.ts'
import type {Lexicon, Pattern, Persons} from '../lexicon/lexicon.ts'
import {keepFor, oncePer} from '../model/once.ts'
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

/** Compiles a list of patterns; the same list of the same dictionaries gives the same set. */
export const patternSet = (sources: readonly string[], lexicon: Lexicon): PatternSet => setsOf(lexicon)(sources)

const setsOf = oncePer((lexicon: Lexicon) => oncePer((sources: readonly string[]) => compile([sources], lexicon)))

/**
 * Several lists as one, in the order given; `allWithin` counts through them.
 * @param name of these lists of these dictionaries, by which the set is known again
 */
export function patternSetOf(name: string, lists: readonly (readonly string[])[], lexicon: Lexicon): PatternSet {
  const known = namedSets(lexicon)
  const set = known.get(name) ?? compile(lists, lexicon)
  known.set(name, set)
  return set
}

const namedSets = oncePer((_: Lexicon) => new Map<string, PatternSet>())

const none: readonly number[] = []

/** Which patterns can begin with a word. */
interface Begun {
  /** The openings that it has wherever it stands, one bit for each. */
  readonly fixed: number
  /** By the openings that hold where it stands: it is met with few of their combinations. */
  readonly lists: (readonly number[])[]
}

function compile(lists: readonly (readonly string[])[], lexicon: Lexicon): PatternSet {
  const starts = lexicon.starts(lists)
  const sources = lists.length === 1 && lists[0] ? lists[0] : lists.flat()
  // Both are filled in as words are met: most patterns can begin nowhere in a text and are never parsed.
  const byWord = new Map<string, Begun>()
  const patterns: Pattern[] = []
  const {openings} = starts
  const asked = openings.flatMap(([opening], bit) => (placed.has(opening) ? [{opening, bit: 1 << bit}] : []))
  const begunBy = (word: string, tokens: Tokens, i: number): Begun => {
    let fixed = 0
    for (const [bit, [opening]] of openings.entries()) if (opensByWord(opening, tokens, i)) fixed |= 1 << bit
    return {fixed, lists: [starts.of(word, tokens.base[i] as string)]}
  }
  const candidates = (tokens: Tokens, i: number, persons: Persons): readonly number[] => {
    const word = tokens.word[i] as string
    const begun = byWord.get(word) ?? keepFor(word, byWord, begunBy(word, tokens, i))
    let holds = begun.fixed
    for (const {opening, bit} of asked) if (opensByPlace(opening, tokens, i, persons)) holds |= bit
    const known = begun.lists[holds]
    if (known) return known
    const found = new Set(begun.lists[0])
    for (const [bit, [, more]] of openings.entries())
      if (holds & (1 << bit)) for (const pattern of more) found.add(pattern)
    const made = [...found]
    begun.lists[holds] = made
    return made
  }
  const byNext = new Map<string, readonly number[]>()
  const afterChild = (tokens: Tokens, i: number, persons: Persons): readonly number[] => {
    const length = persons.childAt(i)
    const word = length > 0 ? tokens.word[i + length] : undefined
    if (word === undefined) return none
    return byNext.get(word) ?? keepFor(word, byNext, starts.afterChild(word, tokens.base[i + length] as string))
  }
  const run = (index: number, tokens: Tokens, i: number, persons: Persons): number => {
    patterns[index] ??= lexicon.pattern(sources[index] as string)
    return patterns[index].endAt(tokens, i, persons)
  }
  /** Calls with each pattern that matches at word `i` and where it ends, until told that it is enough. */
  const each = (tokens: Tokens, i: number, persons: Persons, is: (index: number, end: number) => boolean): boolean => {
    for (const index of candidates(tokens, i, persons)) {
      const end = run(index, tokens, i, persons)
      if (end >= 0 && is(index, end)) return true
    }
    for (const index of afterChild(tokens, i, persons)) {
      const end = run(index, tokens, i, persons)
      if (end >= 0 && is(index, end)) return true
    }
    return false
  }
  return {
    endAt(tokens, i, persons) {
      let longest = -1
      each(tokens, i, persons, (_, end) => {
        longest = Math.max(longest, end)
        return false
      })
      return longest
    },
    within(tokens, from, to, persons) {
      for (let i = from; i < to; i++) if (each(tokens, i, persons, (_, end) => end > i)) return true
      return false
    },
    allWithin(tokens, from, to, persons) {
      const found = new Set<number>()
      for (let i = from; i < to; i++)
        each(tokens, i, persons, (index, end) => {
          if (end > i) found.add(index)
          return false
        })
      return found
    }
  }
}
