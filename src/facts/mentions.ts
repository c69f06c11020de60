import type {Persons} from '../lexicon/lexicon.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'
import type {Known, KnownChild} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import {byForm, Gap, Shape, type Tokens} from '../model/tokens.ts'
import type {Mention} from './facts.ts'
import {type Folk, folkOf, withoutStop} from './folk.ts'
import {pronounOf} from './pronouns.ts'

interface Named {
  readonly words: readonly string[]
  readonly who: Mention['who']
  readonly gender: Mention['gender']
  readonly child?: number
  /** Stands only with a capital. */
  readonly capital: boolean
}

const pronouns: ReadonlyMap<string, Mention['gender']> = new Map(
  Object.entries({
    he: 'he him his himself',
    she: 'she her hers herself',
    they: 'they them their theirs themself themselves',
    either: 'i me my mine myself you your yours yourself who',
    several: 'we us our ours ourselves yourselves everyone everybody someone somebody anyone anybody nobody people'
  } as const).flatMap(([gender, words]) => words.split(' ').map((word) => [word, gender as Mention['gender']] as const))
)

/** The gender that a child's declared pronouns show; `either` when they show none. */
export function genderOf({pronouns}: Pick<KnownChild, 'pronouns'>): Mention['gender'] {
  const said = fold(pronouns ?? '')
  const she = /\bshe\b/.test(said)
  const he = /\bhe\b/.test(said)
  if (she && !he && !/\bthey\b/.test(said)) return 'she'
  if (he && !she && !/\bthey\b/.test(said)) return 'he'
  if (/\bthey\b/.test(said) && !she && !he) return 'they'
  return 'either'
}

/** The names by which a person may be called, longest first: the whole name, the first name, the known-as name. */
export function namesOf(name: string, knownAs?: string | null): string[] {
  const parts = name.trim().split(/\s+/)
  const found = [name.trim()]
  if (parts.length > 1) found.push(parts[0] as string)
  if (parts.length > 2) found.push(parts.slice(0, 2).join(' '))
  if (knownAs) found.push(knownAs)
  return [...new Set(found)].sort((a, b) => b.length - a.length)
}

const titleWords = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|sister|father|judge|pc|dc|reverend|rev)\.?$/i

type Table = Map<string, Named[]>

function add(table: Table, phrase: string, rest: Omit<Named, 'words'>): void {
  const words = wordsOf(phrase)
  const [head] = words
  if (head === undefined) return
  const same = table.get(head)
  if (same) same.push({words, ...rest})
  else table.set(head, [{words, ...rest}])
}

const longestFirst = (list: readonly Named[]): Named[] => [...list].sort((a, b) => b.words.length - a.words.length)

/** Relatives and roles, which are the same for every document. */
const folkNamed = oncePer((people: PeopleWords): Table => {
  const named: Table = new Map()
  for (const {word, gender} of people.relatives) add(named, word, {who: 'relative', gender, capital: false})
  for (const {word, gender} of people.roles) {
    add(named, word, {who: 'role', gender, capital: false})
    if (!/s$/.test(word)) add(named, `${word}s`, {who: 'role', gender: 'several', capital: false})
  }
  for (const [head, list] of named) named.set(head, longestFirst(list))
  return named
})

/** The people of one document; where a name begins as a word for a person does, both are there. */
function namedIn(known: Known, titles: Folk['titles'], folk: Table): Table {
  const table: Table = new Map()
  for (const [child, each] of known.children.entries())
    for (const name of namesOf(each.name, each.knownAs))
      add(table, name, {who: 'child', child, gender: genderOf(each), capital: true})
  for (const person of known.people) {
    const parts = person.trim().split(/\s+/)
    const titled = titleWords.test(parts[0] ?? '')
    const gender = titles.get(withoutStop(parts[0] ?? '')) ?? 'either'
    add(table, person, {who: 'person', gender, capital: true})
    if (!titled && parts.length > 1) add(table, parts[0] as string, {who: 'person', gender, capital: true})
    if (parts.length > 1) add(table, parts.at(-1) as string, {who: 'person', gender, capital: true})
  }
  for (const [head, list] of table) table.set(head, longestFirst([...list, ...(folk.get(head) ?? [])]))
  return table
}

/** What a word may say of a person, wherever it stands. */
interface Meaning {
  /** Whose names, or words for whom, begin with it. */
  readonly called: readonly Named[]
  /** It is a title, of somebody of this gender. */
  readonly title: Mention['gender'] | undefined
  readonly pronoun: Mention['gender'] | undefined
  readonly mayBeName: boolean
}

/**
 * Finds everybody: the children of this document and other declared people by name, anyone with a title, relatives and
 * roles, pronouns, and words with a capital inside a sentence that name nothing known.
 */
export function findMentions(tokens: Tokens, known: Known, people: PeopleWords): readonly Mention[] {
  const {titles, notNames} = folkOf(people)
  const folk = folkNamed(people)
  const own = namedIn(known, titles, folk)
  const namedAt = (word: string): readonly Named[] | undefined => own.get(word) ?? folk.get(word)
  const found: Mention[] = []
  const push = (from: number, to: number, who: Mention['who'], gender: Mention['gender'], child?: number) =>
    found.push({
      from,
      to,
      start: tokens.start[from] as number,
      end: tokens.end[to - 1] as number,
      who,
      gender,
      ...(child !== undefined && {child})
    })
  const fits = ({words, capital}: Named, i: number): boolean => {
    for (let n = 0; n < words.length; n++) {
      const at = i + n
      if (at >= tokens.count || (n > 0 && tokens.gap[at] !== Gap.joined)) return false
      const last = n === words.length - 1
      if (tokens.word[at] !== words[n] && !(last && tokens.base[at] === words[n])) return false
      if (capital && n === 0 && tokens.shape[at] === Shape.lower) return false
    }
    return true
  }
  const meaningOf = byForm(tokens, (i): Meaning | null => {
    const word = tokens.word[i] as string
    const base = tokens.base[i] as string
    const called = [...(namedAt(word) ?? []), ...(word === base ? [] : (namedAt(base) ?? []))]
    const title = tokens.shape[i] === Shape.capital ? titles.get(base) : undefined
    const pronoun = pronouns.get(pronounOf(base))
    const mayBeName =
      tokens.shape[i] === Shape.capital &&
      base.length > 1 &&
      !notNames.has(base) &&
      !notNames.has(base.replace(/s$/, ''))
    return called.length > 0 || title || pronoun || mayBeName ? {called, title, pronoun, mayBeName} : null
  })
  for (let i = 0; i < tokens.count; ) {
    const meaning = meaningOf(i)
    if (meaning === null) {
      i++
      continue
    }
    const {called, title, pronoun, mayBeName} = meaning
    const match = called.find((candidate) => fits(candidate, i))
    if (match) {
      push(i, i + match.words.length, match.who, match.gender, match.child)
      i += match.words.length
    } else if (title !== undefined && isCapital(tokens, i + 1) && joinedOrStop(tokens, i + 1)) {
      const to = nameEnd(tokens, i + 2, i + 4)
      push(i, to, 'person', title)
      i = to
    } else if (pronoun !== undefined) {
      push(i, i + 1, 'pronoun', pronoun)
      i++
    } else if (mayBeName && standsInside(tokens, i) && !isNumbered(tokens, i)) {
      const to = nameEnd(tokens, i + 1, i + 3)
      push(i, to, 'unknown', 'either')
      i = to
    } else i++
  }
  return found
}

/** Inside a sentence only a name has a capital; where one opens, also after a quotation mark, every word has. */
function standsInside(tokens: Tokens, i: number): boolean {
  const sentence = tokens.sentences[tokens.sentence[i] as number]
  if (!sentence || i <= sentence.from || tokens.gap[i] !== Gap.joined) return false
  const start = tokens.start[i] as number
  return start === sentence.start || tokens.text[start - 1] !== '“'
}

/** "Year 11", "Section 7", "Room 4" name nobody. */
const isNumbered = (tokens: Tokens, i: number): boolean =>
  i + 1 < tokens.count && tokens.gap[i + 1] === Gap.joined && tokens.shape[i + 1] === Shape.digits

const isCapital = (tokens: Tokens, i: number): boolean =>
  i < tokens.count && tokens.shape[i] !== Shape.lower && tokens.shape[i] !== Shape.digits

/** Where a name goes on to from word `to`, as far as `most`: capitals run on, and a possessive ends it. */
function nameEnd(tokens: Tokens, to: number, most: number): number {
  let end = to
  while (
    end < most &&
    isCapital(tokens, end) &&
    tokens.gap[end] === Gap.joined &&
    tokens.base[end - 1] === tokens.word[end - 1]
  )
    end++
  return end
}

/** "Mr. Marsh" has a full stop between. */
const joinedOrStop = (tokens: Tokens, i: number): boolean =>
  tokens.gap[i] === Gap.joined || tokens.text[tokens.end[i - 1] as number] === '.'

/** What patterns ask of the mentions, by word. */
export function personsFrom(tokens: Tokens, mentions: readonly Mention[], toChild: boolean): Persons {
  const childStart = new Uint8Array(tokens.count + 1)
  const someoneStart = new Uint8Array(tokens.count + 1)
  const someoneEnd = new Uint8Array(tokens.count + 1)
  const childEnd = new Uint8Array(tokens.count + 1)
  let last: Mention | null = null
  for (const mention of mentions) {
    const length = mention.to - mention.from
    someoneStart[mention.from] = length
    someoneEnd[mention.to] = length
    if (mention.who === 'child') childStart[mention.from] = childEnd[mention.to] = length
    else if (mention.who === 'pronoun') {
      const word = tokens.word[mention.from]
      const isYou = /^yours?$|^you$/.test(pronounOf(word ?? ''))
      // *Kofi, who refuses …*, and a *he* or *she* after the child was named, or before anybody was.
      const refersBack = word === 'who' || (mention.gender !== 'either' && mention.gender !== 'several')
      const theirs = refersBack && (last?.who === 'child' || (last === null && word !== 'who'))
      if ((toChild && isYou) || theirs) childEnd[mention.to] = length
      continue
    }
    last = mention
  }
  return {
    childAt: (i) => childStart[i] ?? 0,
    someoneAt: (i) => someoneStart[i] ?? 0,
    someoneBefore: (i) => someoneEnd[i] ?? 0,
    childBefore: (i) => childEnd[i] ?? 0
  }
}

/** The index of the first of sorted things that begins at word `word` or after it. */
export function firstFrom(sorted: readonly {readonly from: number}[], word: number): number {
  return firstWhere(sorted.length, (middle) => (sorted[middle] as {readonly from: number}).from >= word)
}
