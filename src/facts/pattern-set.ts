import {type Opening, opensByPlace, opensByWord, placed} from '../lexicon/beginnings.ts'
import type {Lexicon, Pattern, Persons} from '../lexicon/lexicon.ts'
import type {Bounds} from '../lexicon/run-pattern.ts'
import {keepFor, oncePer} from '../model/once.ts'
import {byForm, type Tokens} from '../model/tokens.ts'

/** Many patterns looked for at once: at each word only those that can begin with it are run. */
export interface PatternSet {
  /**
   * The end, in words, of the longest match that begins at word `i`, or -1.
   * @param bounds the words that are read as a sentence, where it is not the sentence of word `i`
   */
  endAt(tokens: Tokens, i: number, persons: Persons, bounds?: Bounds): number
  /** Does any match within words `from` to `to`, which lie in one sentence? */
  within(tokens: Tokens, from: number, to: number, persons: Persons): boolean
  /** Which of the patterns match there, by index. */
  allWithin(tokens: Tokens, from: number, to: number, persons: Persons, bounds?: Bounds): ReadonlySet<number>
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

/** Which patterns can begin with a word. */
interface Begun {
  /** The openings that it has wherever it stands, one bit for each. */
  readonly fixed: number
  /** By the openings that hold where it stands: it is met with few of their combinations. */
  readonly lists: (readonly number[])[]
}

const nothing: ReadonlySet<number> = new Set()

/** No pattern, and none matches. */
const emptySet: PatternSet = {endAt: () => -1, within: () => false, allWithin: () => nothing}

function compile(lists: readonly (readonly string[])[], lexicon: Lexicon): PatternSet {
  const sources = lists.length === 1 && lists[0] ? lists[0] : lists.flat()
  if (sources.length === 0) return emptySet
  const {openings, of, afterChild} = lexicon.starts(lists)
  const kinds = openings.map(([opening]) => opening)
  const asked = openings.flatMap(([opening], bit) => (placed.has(opening) ? [{opening, bit: 1 << bit}] : []))
  // All are filled in as words are met: most patterns can begin nowhere in a text and are never parsed.
  const byWord = new Map<string, Begun>()
  const byNext = new Map<string, readonly number[]>()
  const patterns: Pattern[] = []

  const begunBy = (word: string, tokens: Tokens, i: number): Begun => {
    let fixed = 0
    for (let bit = 0; bit < kinds.length; bit++) if (opensByWord(kinds[bit] as Opening, tokens, i)) fixed |= 1 << bit
    return {fixed, lists: [of(word, tokens.base[i] as string)]}
  }
  const begunIn = oncePer((tokens: Tokens) =>
    byForm(tokens, (i) => {
      const word = tokens.word[i] as string
      return byWord.get(word) ?? keepFor(word, byWord, begunBy(word, tokens, i))
    })
  )
  const withOpenings = ({lists}: Begun, holds: number): readonly number[] => {
    const made = openings.reduce(
      (found, [, more], bit) =>
        holds & (1 << bit) ? found.concat(more.filter((each) => !found.includes(each))) : found,
      lists[0] as readonly number[]
    )
    lists[holds] = made
    return made
  }
  /** Patterns that can begin at word `i`, but for those that the word after a child tells. */
  const candidates = (begun: Begun, tokens: Tokens, i: number, persons: Persons): readonly number[] => {
    let holds = begun.fixed
    for (let n = 0; n < asked.length; n++) {
      const {opening, bit} = asked[n] as (typeof asked)[number]
      if (opensByPlace(opening, tokens, i, persons)) holds |= bit
    }
    return begun.lists[holds] ?? withOpenings(begun, holds)
  }
  const afterChildAt = (tokens: Tokens, i: number, length: number): readonly number[] => {
    const word = tokens.word[i + length]
    if (word === undefined) return []
    return byNext.get(word) ?? keepFor(word, byNext, afterChild(word, tokens.base[i + length] as string))
  }
  const endOf = (index: number, tokens: Tokens, i: number, persons: Persons, bounds: Bounds | undefined): number => {
    patterns[index] ??= lexicon.pattern(sources[index] as string)
    return patterns[index].endAt(tokens, i, persons, bounds)
  }
  /** The longest end of some patterns at word `i`; those that take a word there are added to `found`. */
  const run = (
    which: readonly number[],
    tokens: Tokens,
    i: number,
    persons: Persons,
    bounds: Bounds | undefined,
    found: Set<number> | undefined
  ): number => {
    let longest = -1
    for (let n = 0; n < which.length; n++) {
      const end = endOf(which[n] as number, tokens, i, persons, bounds)
      if (end > longest) longest = end
      if (end > i) found?.add(which[n] as number)
    }
    return longest
  }
  const endAt = (
    begun: Begun,
    tokens: Tokens,
    i: number,
    persons: Persons,
    bounds?: Bounds,
    found?: Set<number>
  ): number => {
    const end = run(candidates(begun, tokens, i, persons), tokens, i, persons, bounds, found)
    const length = persons.childAt(i)
    return length > 0 ? Math.max(end, run(afterChildAt(tokens, i, length), tokens, i, persons, bounds, found)) : end
  }
  return {
    endAt: (tokens, i, persons, bounds) => endAt(begunIn(tokens)(i), tokens, i, persons, bounds),
    within(tokens, from, to, persons) {
      const begun = begunIn(tokens)
      for (let i = from; i < to; i++) if (endAt(begun(i), tokens, i, persons) > i) return true
      return false
    },
    allWithin(tokens, from, to, persons, bounds) {
      const begun = begunIn(tokens)
      const found = new Set<number>()
      for (let i = from; i < to; i++) endAt(begun(i), tokens, i, persons, bounds, found)
      return found
    }
  }
}
