import type {Dictionaries} from '../model/dictionary.ts'
import {beginningsOf, type Opening} from './beginnings.ts'
import {type PatternWords, parsePattern} from './pattern.ts'

/** Which patterns of a list can begin at a word; both by their place in the list. */
export interface Starts {
  /** Of those that the word alone tells. */
  of(word: string, base: string): readonly number[]
  /** Of those that only the place tells. */
  readonly openings: readonly (readonly [opening: Opening, patterns: readonly number[]])[]
}

/**
 * Where to look for which pattern, by its first word, so that a pattern is parsed only when a text holds a word that it
 * can begin with. Plain JSON, so that a build keeps it. Patterns are numbered in the order of `patternLists`.
 */
export interface StartIndex {
  /** Numbers, parted by spaces. */
  readonly words: Readonly<Record<string, string>>
  readonly prefixes: readonly (readonly [prefix: string, pattern: number])[]
  readonly openings: Readonly<Partial<Record<Opening, readonly number[]>>>
}

/** All lists of patterns that dictionaries hold outside their entries. */
export const patternLists = ({
  sections,
  blanks,
  kinds
}: Pick<Dictionaries, 'sections' | 'blanks' | 'kinds'>): readonly (readonly string[])[] => [
  ...sections.flatMap(({headings, prose, hints, unless, unlessSentence, after}) => [
    headings,
    prose,
    hints,
    unless,
    unlessSentence,
    ...(after ? [after.letter, after.prose, after.hints, after.unless] : [])
  ]),
  blanks.nothing,
  blanks.guidance,
  ...kinds.flatMap(({knownBy, requiredWhen, requiredUnless}) => [
    knownBy,
    ...[...requiredWhen, ...requiredUnless].flatMap(({said, unless}) => [said, unless])
  ])
]

export function indexStarts(sources: readonly string[], words: PatternWords): StartIndex {
  const byWord = new Map<string, number[]>()
  const prefixes: (readonly [prefix: string, pattern: number])[] = []
  const openings: Partial<Record<Opening, number[]>> = {}
  const open = (opening: Opening, pattern: number): void => {
    openings[opening] = [...(openings[opening] ?? []), pattern]
  }
  for (const [number, source] of sources.entries()) {
    const begins = beginningsOf(parsePattern(source, words))
    if (begins.openings.has('any')) {
      open('any', number)
      continue
    }
    for (const opening of begins.openings) open(opening, number)
    for (const prefix of begins.prefixes) prefixes.push([prefix, number])
    for (const word of begins.words) {
      const same = byWord.get(word)
      if (same) same.push(number)
      else byWord.set(word, [number])
    }
  }
  return {
    words: Object.fromEntries([...byWord].map(([word, numbers]) => [word, numbers.join(' ')])),
    prefixes,
    openings
  }
}

const none: readonly number[] = []

/** Gives the starts of any lists put together, from an index over all, by the numbers of their patterns. */
export function startsFrom(index: StartIndex): (numbers: readonly number[]) => Starts {
  const byWord = new Map<string, readonly number[]>()
  const numbersOf = (word: string): readonly number[] => {
    const packed = Object.hasOwn(index.words, word) ? index.words[word] : undefined
    if (packed === undefined) return none
    const known = byWord.get(word) ?? packed.split(' ').map(Number)
    byWord.set(word, known)
    return known
  }
  return (wanted) => {
    const places: number[] = []
    for (const [place, number] of wanted.entries()) places[number] = place
    const own = (numbers: readonly number[]): readonly number[] => {
      let found: number[] | undefined
      for (const number of numbers) {
        const place = places[number]
        if (place === undefined) continue
        found ??= []
        found.push(place)
      }
      return found ?? none
    }
    const prefixes = index.prefixes.filter(([, number]) => places[number] !== undefined)
    const openings = Object.entries(index.openings).map(
      ([opening, numbers]) => [opening as Opening, own(numbers)] as const
    )
    return {
      openings: openings.filter(([, numbers]) => numbers.length > 0),
      of(word, base) {
        const exact = numbersOf(word)
        const bare = base === word ? none : numbersOf(base)
        const prefixed = prefixes.filter(([prefix]) => word.startsWith(prefix))
        if (exact.length + bare.length + prefixed.length === 0) return none
        if (bare.length + prefixed.length === 0) return own(exact)
        return own([...new Set([...exact, ...bare, ...prefixed.map(([, number]) => number)])])
      }
    }
  }
}
