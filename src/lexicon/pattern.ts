import {gather} from '../model/gather.ts'
import {oncePer} from '../model/once.ts'
import {fold} from './tokenize.ts'

/** What the pattern language of `dictionaries/README.md` is made of; `run-pattern.ts` says what each matches. */
export type Element =
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

export interface Choice {
  readonly is: 'choice'
  /** Those of one plain word, as most are. */
  readonly words: ReadonlySet<string>
  readonly phrases: readonly Sequence[]
  /** The first as it was written is one of the words. */
  readonly wordLeads: boolean
  readonly optional: boolean
  /** Made when the choice is first come to: most patterns fail before. */
  sorted: Sorted | undefined
}

/** The phrases of a choice: those that begin with a plain word, by it, for at most places none does, and the others. */
interface Sorted {
  readonly byWord: ReadonlyMap<string, readonly Sequence[]>
  readonly others: readonly Sequence[]
}

const noWords: ReadonlySet<string> = new Set()

const choice = (
  words: ReadonlySet<string>,
  phrases: readonly Sequence[],
  wordLeads: boolean,
  optional: boolean
): Choice => ({is: 'choice', words, phrases, wordLeads, optional, sorted: undefined})

/** All choices, the one that was written first before the others. */
export function waysOf({words, phrases, wordLeads}: Choice): readonly Sequence[] {
  const plain = [...words].map((word): Sequence => [{is: 'word', word}])
  return wordLeads ? [...plain, ...phrases] : [...phrases, ...plain]
}

function sort(phrases: readonly Sequence[]): Sorted {
  const byWord = new Map<string, Sequence[]>()
  const others: Sequence[] = []
  for (let n = 0; n < phrases.length; n++) {
    const each = phrases[n] as Sequence
    const first = each[0]
    if (first?.is !== 'word') others.push(each)
    else gather(byWord, first.word, each)
  }
  return {byWord, others}
}

export function sortedOf(choice: Choice): Sorted {
  choice.sorted ??= sort(choice.phrases)
  return choice.sorted
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
export function wordsOf(phrase: string): string[] {
  const folded = fold(phrase)
  // Most are one plain word.
  return /^[a-z']+$/.test(folded) ? [folded] : folded.split(/[\s\-\u2010\u2011]+/).filter((word) => word !== '')
}

export function makeSet(phrases: readonly string[]): WordSet {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = wordsOf(phrase)
    const first = words[0]
    if (first !== undefined) gather(byFirst, first, words)
  }
  return byFirst
}

/** The next place at or after `at` where a mark or space ends a word. */
function wordEnd(source: string, at: number): number {
  marksAndSpaces.lastIndex = at
  return marksAndSpaces.test(source) ? marksAndSpaces.lastIndex - 1 : source.length
}

const marksAndSpaces = /[\s()|<>~,]/g

/** What most of a pattern is: a word in small letters, without marks of its own. */
const plainWord = /[a-z']+(?=[\s()|<>~,]|$)/y

/** The end of the plain word at `at`; `at` where none stands. */
function plainWordEnd(source: string, at: number): number {
  plainWord.lastIndex = at
  return plainWord.test(source) ? plainWord.lastIndex : at
}

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
  /** What stands in brackets. */
  const choices = (): Choice => {
    const words = new Set<string>()
    const phrases: Sequence[] = []
    let wordLeads = false
    do {
      at++
      const end = plainWordEnd(source, at)
      if (end > at && (source[end] === '|' || source[end] === ')')) {
        wordLeads ||= phrases.length === 0
        words.add(source.slice(at, end))
        at = end
      } else phrases.push(sequence(true))
    } while (source[at] === '|')
    if (source[at] !== ')') fail('a bracket is not closed')
    at++
    const optional = source[at] === '?'
    if (optional) at++
    return choice(words.size === 0 ? noWords : words, phrases, wordLeads, optional)
  }
  const sequence = (inside: boolean): Element[] => {
    if (++depth > deepest) fail('brackets lie too deep in each other')
    const found: Element[] = []
    while (at < source.length) {
      const plainEnd = plainWordEnd(source, at)
      if (plainEnd > at) {
        found.push({is: 'word', word: source.slice(at, plainEnd)})
        at = plainEnd
        continue
      }
      const character = source[at] as string
      if (character === ' ' || /\s/.test(character)) at++
      else if (character === ')' || character === '|') {
        if (!inside) fail(`there is a “${character}” without a bracket before it`)
        depth--
        return found
      } else if (character === '(') found.push(choices())
      else if (character === '<') {
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
        found.push(optional ? choice(noWords, [[{is: 'break'}]], false, optional) : {is: 'break'})
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
          if (optional) found.push(choice(noWords, [elements], false, true))
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

const longestPhrase = oncePer((set: WordSet): number => {
  let most = 1
  for (const phrases of set.values())
    for (let n = 0; n < phrases.length; n++) most = Math.max(most, (phrases[n] as readonly string[]).length)
  return most
})

/** How many words a sequence can take, at most. */
export function longest(sequence: Sequence): number {
  let words = 0
  for (let n = 0; n < sequence.length; n++) {
    const element = sequence[n] as Element
    if (element.is === 'choice') words += Math.max(Math.min(element.words.size, 1), ...element.phrases.map(longest))
    else if (element.is === 'some' || element.is === 'someone' || element.is === 'whose' || element.is === 'child')
      words += 4
    else if (element.is === 'set') words += longestPhrase(element.set)
    else if (element.is !== 'start' && element.is !== 'end' && element.is !== 'break' && element.is !== 'found') words++
  }
  return words
}

/** A context: a pattern that touches the words found (`~`) or overlaps them. */
export interface Context {
  readonly left: Sequence | null
  readonly right: Sequence
  readonly reach: number
}

const holdsMark = ({phrases}: Choice): boolean =>
  phrases.some((phrase) =>
    phrase.some((element) => element.is === 'found' || (element.is === 'choice' && holdsMark(element)))
  )

export function parseContext(source: string, words: PatternWords): Context {
  const sequence = parsePattern(source, words)
  const marks = sequence.filter(({is}) => is === 'found').length
  if (marks > 1) throw new PatternMistake('“~” may stand once only in a pattern')
  if (sequence.some((element) => element.is === 'choice' && holdsMark(element)))
    throw new PatternMistake('“~” may not stand in brackets')
  const at = sequence.findIndex(({is}) => is === 'found')
  if (at < 0) return {left: null, right: sequence, reach: longest(sequence)}
  const left = sequence.slice(0, at)
  return {left, right: sequence.slice(at + 1), reach: longest(left)}
}
