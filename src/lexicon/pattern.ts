import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import type {Persons} from './lexicon.ts'
import {fold} from './tokenize.ts'

/**
 * The pattern language of `dictionaries/README.md`. There is no backtracking: a sequence is run over sets of places, and
 * every step moves each place at most a few words on, so that no pattern can take long on any text.
 */
type Element =
  | {readonly is: 'word'; readonly word: string}
  | {readonly is: 'prefix'; readonly prefix: string}
  | {readonly is: 'any'}
  | {readonly is: 'some'}
  | {readonly is: 'break'}
  | {readonly is: 'start'}
  | {readonly is: 'end'}
  | {readonly is: 'child' | 'someone' | 'name' | 'number' | 'whose'}
  | {readonly is: 'set'; readonly set: WordSet}
  | Choice
  | {readonly is: 'found'}

interface Choice {
  readonly is: 'choice'
  readonly choices: readonly Sequence[]
  readonly optional: boolean
  /** The words with which they begin, where each begins with a plain word: at most places none does. */
  readonly first: ReadonlySet<string> | null
}

function choice(choices: readonly Sequence[], optional: boolean): Choice {
  const first = choices.map(([element]) => (element?.is === 'word' ? element.word : null))
  return {is: 'choice', choices, optional, first: first.includes(null) ? null : new Set(first as string[])}
}

export type Sequence = readonly Element[]

/** A named set of words: its phrases, by their first word. */
export type WordSet = ReadonlyMap<string, readonly (readonly string[])[]>

export interface PatternWords {
  /** The set of that name; throws when there is none. */
  set(name: string): WordSet
}

/** A pattern cannot be read. The message says where, in plain words; whoever reads the file adds the line. */
export class PatternMistake extends Error {}

const special = new Set(['child', 'someone', 'name', 'number', 'whose', 'start', 'end'])

/** The words of a phrase as they are compared: hyphens part words, apostrophes do not. */
export const wordsOf = (phrase: string): string[] =>
  // Most are one plain word.
  /^[a-z']+$/.test(phrase)
    ? [phrase]
    : fold(phrase)
        .split(/[\s\-\u2010\u2011]+/)
        .filter((word) => word !== '')

export function makeSet(phrases: readonly string[]): WordSet {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = wordsOf(phrase)
    const [first] = words
    if (first === undefined) continue
    const same = byFirst.get(first)
    if (same) same.push(words)
    else byFirst.set(first, [words])
  }
  return byFirst
}

/** The next place at or after `at` where a mark or space ends a word. */
function wordEnd(source: string, at: number): number {
  marksAndSpaces.lastIndex = at
  return marksAndSpaces.test(source) ? marksAndSpaces.lastIndex - 1 : source.length
}

const marksAndSpaces = /[\s()|<>~,]/g

/** In UTF-16 units: twice the dictionaries' own longest. */
const longestSource = 2000
/** Brackets in brackets; nobody could read more. */
const deepest = 20

/** Reads a pattern. Throws `PatternMistake`. */
export function parsePattern(source: string, words: PatternWords): Sequence {
  let at = 0
  let depth = 0
  const fail = (what: string): never => {
    throw new PatternMistake(`${what} in the pattern`)
  }
  if (source.length > longestSource) fail(`there are more than ${longestSource} characters`)
  const sequence = (inside: boolean): Element[] => {
    if (++depth > deepest) fail('brackets lie too deep in each other')
    const found: Element[] = []
    while (at < source.length) {
      const character = source[at] as string
      if (character === ' ' || /\s/.test(character)) at++
      else if (character === ')' || character === '|') {
        if (!inside) fail(`there is a “${character}” without a bracket before it`)
        depth--
        return found
      } else if (character === '(') {
        at++
        const choices = [sequence(true)]
        while (source[at] === '|') {
          at++
          choices.push(sequence(true))
        }
        if (source[at] !== ')') fail('a bracket is not closed')
        at++
        const optional = source[at] === '?'
        if (optional) at++
        found.push(choice(choices, optional))
      } else if (character === '<') {
        const close = source.indexOf('>', at)
        if (close < 0) fail('a “<” is not closed')
        const name = source.slice(at + 1, close)
        at = close + 1
        if (special.has(name)) found.push({is: name} as Element)
        else found.push({is: 'set', set: words.set(name)})
      } else if (character === '~') {
        at++
        if (source.startsWith("'s", at)) at += 2
        found.push({is: 'found'})
      } else if (character === ',') {
        at++
        const optional = source[at] === '?'
        if (optional) at++
        found.push(optional ? choice([[{is: 'break'}]], optional) : {is: 'break'})
      } else {
        const start = at
        at = wordEnd(source, at)
        const word = source.slice(start, at)
        if (word === '_') found.push({is: 'any'})
        else if (word === '..') found.push({is: 'some'})
        else if (word === '?') fail('a “?” stands without a bracket before it')
        else if (word.endsWith('*')) found.push({is: 'prefix', prefix: fold(word.slice(0, -1))})
        else {
          const optional = word.endsWith('?')
          const parts = wordsOf(optional ? word.slice(0, -1) : word)
          if (parts.length === 0) fail('a mark stands where there must be a word')
          const elements = parts.map((part): Element => ({is: 'word', word: part}))
          if (optional) found.push(choice([elements], true))
          else found.push(...elements)
        }
      }
    }
    if (inside) fail('a bracket is not closed')
    return found
  }
  const parsed = sequence(false)
  if (parsed.length === 0) fail('there is nothing')
  return parsed
}

/** How many words a sequence can take, at most. */
export function longest(sequence: Sequence): number {
  let words = 0
  for (const element of sequence) {
    if (element.is === 'choice') words += Math.max(0, ...element.choices.map(longest))
    else if (element.is === 'some' || element.is === 'someone' || element.is === 'whose' || element.is === 'child')
      words += 4
    else if (element.is === 'set') {
      let most = 1
      for (const phrases of element.set.values()) for (const phrase of phrases) most = Math.max(most, phrase.length)
      words += most
    } else if (element.is !== 'start' && element.is !== 'end' && element.is !== 'break' && element.is !== 'found')
      words++
  }
  return words
}

export const numberWords: ReadonlySet<string> = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second third fourth fifth sixth'.split(
    ' '
  )
)
const possessives = new Set('my your his her its our their whose'.split(' '))
export const determiners: ReadonlySet<string> = new Set(
  'the a an my your his her its our their this that these those each both'.split(' ')
)

/**
 * A place in a text: before word `place >> 1`. The lowest bit says that whatever stands between this word and the one
 * before is no hindrance.
 */
type Place = number

const before = (word: number, loose: boolean): Place => word * 2 + (loose ? 1 : 0)

export interface Bounds {
  /** The first word of the sentence and the one after its last. */
  readonly from: number
  readonly to: number
}

function add(places: Place[], place: Place): void {
  if (!places.includes(place)) places.push(place)
}

/** Is word `i` where words of a phrase may run on to it? */
const runsOn = (tokens: Tokens, place: Place): boolean => (place & 1) === 1 || tokens.gap[place >> 1] === Gap.joined

const nowhere: readonly Place[] = []

function isWordAt(wanted: string, tokens: Tokens, place: Place, within: Bounds): boolean {
  const i = place >> 1
  return i < within.to && runsOn(tokens, place) && (tokens.word[i] === wanted || tokens.base[i] === wanted)
}

/** Runs a sequence from a set of places; gives the places where it can end. */
function run(
  sequence: Sequence,
  tokens: Tokens,
  starts: readonly Place[],
  within: Bounds,
  persons: Persons
): readonly Place[] {
  let places: readonly Place[] = starts
  let done = 0
  const [first] = starts
  if (first !== undefined && starts.length === 1) {
    // Most sequences begin with plain words and fail on them: no set of places is needed for that.
    let place = first
    for (let element = sequence[0]; element?.is === 'word'; element = sequence[++done]) {
      if (!isWordAt(element.word, tokens, place, within)) return nowhere
      place = before((place >> 1) + 1, false)
    }
    if (done > 0) places = [place]
  }
  for (let at = done; at < sequence.length; at++) {
    const element = sequence[at] as Element
    const next: Place[] = []
    if (element.is === 'choice') choose(element, tokens, places, within, persons, next)
    else for (const place of places) step(element, tokens, place, within, persons, next)
    if (next.length === 0) return next
    places = next
  }
  return places
}

function beginsAt(words: ReadonlySet<string>, tokens: Tokens, place: Place, within: Bounds): boolean {
  const i = place >> 1
  return (
    i < within.to &&
    runsOn(tokens, place) &&
    (words.has(tokens.word[i] as string) || words.has(tokens.base[i] as string))
  )
}

/** All places at once: brackets in brackets, each run from one place after another, would take the power of their depth. */
function choose(
  {choices, optional, first}: Choice,
  tokens: Tokens,
  places: readonly Place[],
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  if (first === null || places.some((place) => beginsAt(first, tokens, place, within)))
    for (const choice of choices) for (const end of run(choice, tokens, places, within, persons)) add(next, end)
  if (optional) for (const place of places) add(next, place)
}

function step(
  element: Exclude<Element, Choice>,
  tokens: Tokens,
  place: Place,
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  const i = place >> 1
  switch (element.is) {
    case 'start':
      if (i === within.from) add(next, place)
      return
    case 'end':
      if (i === within.to) add(next, place)
      return
    case 'break':
      if (i === within.to || tokens.gap[i] !== Gap.joined) add(next, before(i, true))
      return
    case 'some':
      for (let taken = 0; taken <= 4 && i + taken <= within.to; taken++) add(next, before(i + taken, true))
      return
    case 'found':
      return
  }
  if (i >= within.to || !runsOn(tokens, place)) return
  const word = tokens.word[i] as string
  const base = tokens.base[i] as string
  switch (element.is) {
    case 'word':
      if (word === element.word || base === element.word) add(next, before(i + 1, false))
      return
    case 'prefix':
      if (word.startsWith(element.prefix)) add(next, before(i + 1, false))
      return
    case 'any':
      add(next, before(i + 1, false))
      return
    case 'number':
      if (tokens.shape[i] === Shape.digits || numberWords.has(word)) add(next, before(i + 1, false))
      return
    case 'name':
      if ((tokens.shape[i] === Shape.capital && i > within.from) || persons.childAt(i) > 0)
        add(next, before(i + 1, false))
      return
    case 'child': {
      const length = persons.childAt(i)
      if (length > 0 && i + length <= within.to) add(next, before(i + length, false))
      return
    }
    case 'someone': {
      const length = persons.someoneAt(i)
      if (length > 0) add(next, before(i + length, false))
      else if (determiners.has(word)) {
        for (let skipped = 1; skipped <= 2 && i + skipped < within.to; skipped++) {
          const there = persons.someoneAt(i + skipped)
          if (there > 0) {
            add(next, before(i + skipped + there, false))
            break
          }
        }
      }
      return
    }
    case 'whose':
      if (possessives.has(word)) add(next, before(i + 1, false))
      for (let end = i; end < Math.min(i + 3, within.to) && (end === i || tokens.gap[end] === Gap.joined); end++)
        if (tokens.base[end] !== tokens.word[end]) add(next, before(end + 1, false))
      return
    case 'set': {
      const phrases = element.set.get(word)
      const others = base === word ? undefined : element.set.get(base)
      for (const phrase of [...(phrases ?? []), ...(others ?? [])]) {
        let length = 1
        while (
          length < phrase.length &&
          i + length < within.to &&
          tokens.gap[i + length] === Gap.joined &&
          (tokens.word[i + length] === phrase[length] || tokens.base[i + length] === phrase[length])
        )
          length++
        if (length === phrase.length) add(next, before(i + length, false))
      }
    }
  }
}

/** A context: a pattern that touches the words found (`~`) or overlaps them. */
export interface Context {
  readonly left: Sequence | null
  readonly right: Sequence
  readonly reach: number
}

const holdsMark = (choices: readonly Sequence[]): boolean =>
  choices.some((choice) =>
    choice.some((element) => element.is === 'found' || (element.is === 'choice' && holdsMark(element.choices)))
  )

export function parseContext(source: string, words: PatternWords): Context {
  const sequence = parsePattern(source, words)
  const marks = sequence.filter(({is}) => is === 'found').length
  if (marks > 1) throw new PatternMistake('“~” may stand once only in a pattern')
  if (sequence.some((element) => element.is === 'choice' && holdsMark(element.choices)))
    throw new PatternMistake('“~” may not stand in brackets')
  const at = sequence.findIndex(({is}) => is === 'found')
  if (at < 0) return {left: null, right: sequence, reach: longest(sequence)}
  const left = sequence.slice(0, at)
  return {left, right: sequence.slice(at + 1), reach: longest(left)}
}

/** Does the context hold for words `from` to `to`? */
export function holds(
  context: Context,
  tokens: Tokens,
  from: number,
  to: number,
  within: Bounds,
  persons: Persons
): boolean {
  if (context.left === null) {
    for (let i = Math.max(within.from, from - context.reach + 1); i < to; i++)
      for (const place of run(context.right, tokens, [before(i, true)], within, persons))
        if (place >> 1 > from) return true
    return false
  }
  if (context.right.length > 0 && run(context.right, tokens, [before(to, false)], within, persons).length === 0)
    return false
  if (context.left.length === 0) return true
  for (let i = from; i >= Math.max(within.from, from - context.reach); i--)
    for (const place of run(context.left, tokens, [before(i, true)], within, persons))
      if (place >> 1 === from && runsOn(tokens, place)) return true
  return false
}

/** Where the sequence ends when it begins at word `i`, at its longest; -1 where it does not match. */
export function endOf(sequence: Sequence, tokens: Tokens, i: number, within: Bounds, persons: Persons): number {
  let end = -1
  for (const place of run(sequence, tokens, [before(i, true)], within, persons)) end = Math.max(end, place >> 1)
  return end
}
