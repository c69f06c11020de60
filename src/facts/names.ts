import {fold, isAscii} from '../lexicon/tokenize.ts'
import {Kind, kindOf} from '../model/characters.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {onAsking, oncePer} from '../model/once.ts'
import {firstPlaces, Gap, marksOf, placesOf, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {type Folk, folkOf} from './folk.ts'

/** A name read from a text, with what stands beside it. */
export interface ReadName {
  readonly name: string
  /** Years. */
  readonly age: number | null
  /** As written: `4 February 2013`. */
  readonly born: string | null
}

/** Which words with a capital may be names, in one document. */
export interface NameSense extends Pick<Folk, 'titles' | 'kin' | 'roles' | 'paperWords'> {
  /** A word that stands for nothing else that this program knows, and that the paper never writes small. */
  isName(word: string): boolean
  /** The same of word `i` of the paper, without its possessive ending. */
  isNameAt(i: number): boolean
  /** The words of the paper that may be names, in order; not those of capitals or with figures in them. */
  readonly places: readonly number[]
}

/** Learns from a document which of its capitals may be names: what it also writes small is none. */
export const nameSense = (tokens: Tokens, people: PeopleWords): NameSense => senseBy(people)(tokens)

const senseBy = oncePer((people: PeopleWords) => oncePer((tokens: Tokens) => learn(tokens, people)))

function learn(tokens: Tokens, people: PeopleWords): NameSense {
  const {notNames, paperWords, kin, roles, titles} = folkOf(people)
  const ordinary = ordinaryIn(tokens)
  const isOther = (word: string): boolean => paperWords.has(word) || notNames.has(word)
  const mayBe = (folded: string): boolean =>
    folded.length > 1 &&
    !folded.startsWith("i'") &&
    !isOther(folded) &&
    !isOther(withoutEnd(folded, 's')) &&
    !kin.has(folded) &&
    !roles.has(folded) &&
    !titles.has(folded) &&
    !ordinary.has(folded)
  const isName = (word: string): boolean => hasCapital(word) && mayBe(withoutEnd(fold(word), "'s"))
  const names = marksOf(tokens, (i) =>
    tokens.shape[i] !== Shape.lower && hasCapital(nameAt(tokens, i, i + 1)) && mayBe(tokens.base[i] as string) ? 1 : 0
  )
  const isNameAt = (i: number): boolean => names[tokens.form[i] as number] === 1
  const isWritten = (i: number): boolean => tokens.shape[i] === Shape.capital || tokens.shape[i] === Shape.mixed
  const places = placesOf(tokens, (i) => isWritten(i) && isNameAt(i))
  return {kin, roles, titles, paperWords, isName, isNameAt, places}
}

/**
 * The words that the paper writes small too. Will, Hope and Grace may be among them, but a capital after a small word
 * comes again only in a name.
 */
function ordinaryIn(tokens: Tokens): ReadonlySet<string> {
  const {shape, base, gap} = tokens
  const small = new Set<string>()
  for (const i of firstPlaces(tokens)) if (shape[i] === Shape.lower) small.add(base[i] as string)
  const capitals = new Map<string, number>()
  for (const i of placesOf(tokens, (i) => shape[i] !== Shape.lower && small.has(base[i] as string)))
    if (gap[i] === Gap.joined && shape[i - 1] === Shape.lower)
      capitals.set(base[i] as string, (capitals.get(base[i] as string) ?? 0) + 1)
  for (const [word, times] of capitals) if (times > 1) small.delete(word)
  return small
}

/** A capital at the beginning, and small letters after it. */
const hasCapital = (word: string): boolean =>
  /^[A-Z][^a-z]*[a-z]/.test(word) || (!isAscii(word) && /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word))

/** A word without an ending, where it has it. */
export const withoutEnd = (word: string, end: string): string =>
  word.endsWith(end) ? word.slice(0, -end.length) : word

const particles = "de da do dos van von der den bin binti ap ab ferch al el la le ó ní o' st"
const nameWord = "\\p{Lu}[\\p{L}\\p{M}'’ʻ-]*"
const particle = wordSet(particles)
const nameWordHere = onAsking(() => new RegExp(nameWord, 'uy'))
/** The same in plain letters, as most names are: what knows all letters takes long to compile. */
const plainNameWordHere = /[A-Z][A-Za-z'’-]*(?![A-Za-z'-]|[^\s -~])/y
const spaceHere = /\s+/y
const particleHere = new RegExp(`(?:${particles.replaceAll(' ', '|')})(?=\\s)`, 'y')

/** Where in a text the pattern, which is sticky, ends when it begins at `from`; -1 where it does not match. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Where the word of a name that begins at `from` ends; -1 where none does. */
function endOfNameWord(text: string, from: number): number {
  if (from === text.length || kindOf(text.charCodeAt(from)) !== Kind.upper) return -1
  const plain = endOf(plainNameWordHere, text, from)
  return plain < 0 ? endOf(nameWordHere(), text, from) : plain
}

/** One to four words of a name at the beginning of a text, particles between them. */
function nameAtStart(text: string): string | null {
  let end = endOfNameWord(text, 0)
  if (end < 0) return null
  for (let more = 0; more < 3; more++) {
    const space = endOf(spaceHere, text, end)
    if (space < 0) break
    const particle = endOf(particleHere, text, space)
    const next = particle < 0 ? space : endOf(spaceHere, text, particle)
    const word = endOfNameWord(text, next)
    if (word < 0) break
    end = word
  }
  return text.slice(0, end)
}

const numbers: ReadonlyMap<string, number> = new Map(
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'
    .split(' ')
    .map((word, n) => [word, n] as const)
)

/** An age in years, in figures or words; `null` for anything that is no child's age. */
export function ageOf(word: string): number | null {
  const years = /^\d{1,2}$/.test(word) ? Number(word) : numbers.get(fold(word))
  return years !== undefined && years <= 18 ? years : null
}

/** What names are told by where no text is at hand but a line of it. */
type Readers = Pick<NameSense, 'isName' | 'paperWords'>

function withoutPossessive(name: string): string {
  const last = name.at(-1)
  return last === 's' || last === "'" || last === '’' ? name.replace(/['’]s?$/, '') : name
}

/**
 * Reads the names at the beginning of each part of a list: *Idris (12), Safa (9) and Bilal Malik, born 3 May 2019*.
 * Stops at the first part that is no name and says nothing of one.
 */
export function readNames(list: string, names: Readers): ReadName[] {
  const found: {name: string; age: number | null; born: string | null}[] = []
  const parts = list
    .replace(/\s+/g, ' ')
    .split(/\s*(?:[,;\n]|(?<!\d)\/(?!\d)|\s(?:and|&|a|ac)\s(?=\p{Lu})|\s[–—-]\s)\s*/u)
  for (const part of parts) {
    const trimmed = part
      .trim()
      .replace(/^(?:and|&)\s+/, '')
      .replace(asSibling(), '')
    const name = leadingName(trimmed, names)
    const rest = name === null ? trimmed : trimmed.slice(name.length)
    if (name !== null) found.push({name: withoutPossessive(name), age: null, born: null})
    const last = found.at(-1)
    if (!last) return []
    const age = /^\s*\(?\s*(?:aged?|age:|who is|is|now)?\s*:?\s*(\p{L}+|\d{1,2})\b/u.exec(rest)
    const years = age ? ageOf(age[1] as string) : null
    const born =
      /(?:born|d\.?o\.?b\.?|date of birth)[:\s]*(?:on\s+)?([\d./-]{6,10}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\s+\d{4})/iu.exec(
        rest
      )
    if (years !== null && last.age === null && !/^\s*\d+[./]/.test(rest) && !isDate(rest)) last.age = years
    if (born) last.born ??= born[1] as string
    // "about Leo after the holidays": what follows a name without a bracket or break is no part of the list.
    if (name !== null && /^\s+\p{Ll}/u.test(rest) && !/^\s+(?:aged?|born|who|is|dob|now)\b/iu.test(rest)) break
    if (name === null && years === null && !born && !/^(?:he|she|they)\b|^\(?\d|^dob|^d\.o\.b/i.test(trimmed)) break
  }
  return found
}

/** What may stand before the name of the second of two: *Leo and his little sister Ava*. */
export const asSibling = onAsking(
  () => /^(?:and |& )?(?:his|her|their) (?:\p{Ll}+ ){0,2}(?:brother|sister|twin|half-brother|half-sister),? (?=\p{Lu})/u
)

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const dayOfMonth = new RegExp(`^\\s*\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}`)

/** *Ann Lee, 14 March* says when, and not how old. */
const isDate = (text: string): boolean => dayOfMonth.test(text)

const maySurname = (word: string, {paperWords}: Readers): boolean =>
  !paperWords.has(fold(word)) &&
  !/^(?:\p{L}+day|January|February|March|April|June|July|August|September|October|November|December)$/u.test(word)

/** The name that a text begins with, as far as its words may be names. */
export function leadingName(text: string, names: Readers): string | null {
  const match = nameAtStart(text)
  if (match === null) return null
  const words = match.split(/\s+/)
  let taken = 0
  while (taken < words.length) {
    const word = words[taken] as string
    // A surname may be a place's name too: `Ros Whitby`.
    if (!names.isName(withoutPossessive(word)) && !(taken > 0 && (particle.has(word) || maySurname(word, names)))) break
    taken++
    if (word !== withoutPossessive(word)) break
  }
  while (taken > 0 && particle.has(words[taken - 1])) taken--
  if (taken === 0) return null
  const name = words.slice(0, taken).join(' ')
  return text.startsWith(name)
    ? name
    : text.slice(0, text.indexOf(words[taken - 1] as string) + (words[taken - 1] as string).length)
}

export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name

/** Without accents and case: *Seán* and *Sean* are one name, however a keyboard writes it. */
export const plainName = (name: string): string =>
  isAscii(name) ? fold(name) : fold(name.normalize('NFD').replace(/\p{M}/gu, ''))

/** The words `from` to `to` as they stand, without a possessive ending. */
export const nameAt = (tokens: Tokens, from: number, to: number): string =>
  withoutPossessive(tokens.text.slice(tokens.start[from], tokens.end[to - 1]))

export const isNameWord = (tokens: Tokens, i: number, names: NameSense): boolean =>
  i >= 0 && i < tokens.count && names.isNameAt(i)

/** Where word `i` ends in the text without the *’s* of *the child’s*, in UTF-16 units. */
export function endWithoutPossessive({word, base, end}: Tokens, i: number): number {
  const cut = (word[i] as string).length - (base[i] as string).length
  return (end[i] as number) - cut
}
