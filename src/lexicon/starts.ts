import type {Dictionaries} from '../model/dictionary.ts'
import {gather} from '../model/gather.ts'
import {afterChildOf, beginningsOf, type Opening} from './beginnings.ts'
import {type NumbersByWord, numbersIn, packNumbers} from './numbers-by-word.ts'
import {type PatternWords, parsePattern} from './pattern.ts'

/** Which patterns of a list can begin at a word; both by their place in the list. */
export interface Starts {
  /** Of those that the word alone tells. */
  of(word: string, base: string): readonly number[]
  /** Of those that begin with a child, by the word that follows the child's name. */
  afterChild(word: string, base: string): readonly number[]
  /** Of those that only the place tells. */
  readonly openings: readonly (readonly [opening: Opening, patterns: readonly number[]])[]
}

/**
 * Where to look for which pattern, by its first word, so that a pattern is parsed only when a text holds a word that it
 * can begin with. Plain JSON, so that a build keeps it. Patterns are numbered in the order of `patternLists`.
 */
export interface StartIndex {
  readonly words: NumbersByWord
  /** The same of patterns that begin with a child, by the word after it. */
  readonly afterChild: NumbersByWord
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
  blanks.promised,
  ...kinds.flatMap(({knownBy, requiredWhen, requiredUnless}) => [
    knownBy,
    ...[...requiredWhen, ...requiredUnless].flatMap(({said, unless}) => [said, unless])
  ])
]

export function indexStarts(sources: readonly string[], words: PatternWords): StartIndex {
  const byWord = new Map<string, number[]>()
  const afterChild = new Map<string, number[]>()
  const prefixes: (readonly [prefix: string, pattern: number])[] = []
  const openings: Partial<Record<Opening, number[]>> = {}
  const open = (opening: Opening, pattern: number): void => {
    openings[opening] = [...(openings[opening] ?? []), pattern]
  }
  for (const [number, source] of sources.entries()) {
    const sequence = parsePattern(source, words)
    const begins = beginningsOf(sequence)
    if (begins.openings.has('any')) {
      open('any', number)
      continue
    }
    const next = begins.openings.has('child') ? afterChildOf(sequence) : null
    for (const opening of begins.openings) if (opening !== 'child' || next === null) open(opening, number)
    for (const word of next ?? []) gather(afterChild, word, number)
    for (const prefix of begins.prefixes) prefixes.push([prefix, number])
    for (const word of begins.words) gather(byWord, word, number)
  }
  return {words: packNumbers(byWord), afterChild: packNumbers(afterChild), prefixes, openings}
}

const none: readonly number[] = []

/** Gives the starts of any lists put together, from an index over all, by the numbers of their patterns. */
export function startsFrom(index: StartIndex): (numbers: readonly number[]) => Starts {
  const numbersOf = numbersIn(index.words)
  const numbersAfterChild = numbersIn(index.afterChild)
  return (wanted) => {
    const places: number[] = []
    for (let place = 0; place < wanted.length; place++) places[wanted[place] as number] = place
    const both = (one: readonly number[], other: readonly number[]): readonly number[] => {
      let found: number[] | undefined
      for (let n = 0; n < one.length + other.length; n++) {
        const place = places[(n < one.length ? one[n] : other[n - one.length]) as number]
        if (place === undefined) continue
        if (found === undefined) found = [place]
        else if (n < one.length || !found.includes(place)) found.push(place)
      }
      return found ?? none
    }
    const prefixes = index.prefixes.filter(([, number]) => places[number] !== undefined)
    const prefixedBy = (word: string): readonly number[] => {
      let found: number[] | undefined
      for (let n = 0; n < prefixes.length; n++) {
        const prefix = prefixes[n] as (typeof prefixes)[number]
        if (!word.startsWith(prefix[0])) continue
        found ??= []
        found.push(prefix[1])
      }
      return found ?? none
    }
    const openings = Object.entries(index.openings).map(
      ([opening, numbers]) => [opening as Opening, both(numbers, none)] as const
    )
    return {
      openings: openings.filter(([, numbers]) => numbers.length > 0),
      afterChild: (word, base) => both(numbersAfterChild(word), base === word ? none : numbersAfterChild(base)),
      of(word, base) {
        const bare = base === word ? none : numbersOf(base)
        const begun = prefixedBy(word)
        return both(numbersOf(word), begun.length === 0 ? bare : [...bare, ...begun])
      }
    }
  }
}
