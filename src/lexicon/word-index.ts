import type {Dictionaries} from '../model/dictionary.ts'
import type {Form} from './lexicon.ts'
import type {PatternWords} from './pattern.ts'
import {indexStarts, patternLists, type StartIndex} from './starts.ts'
import {expand} from './terms.ts'

/**
 * Where to look for which entry, by the first word of what is looked for: of a dictionary of thousands of phrases, a
 * letter meets a few dozen first words, and only what begins with those is ever unpacked. Plain JSON, so that a build
 * keeps it. Entries are numbered in the order of the lists.
 */
export interface WordIndex {
  /** The phrases, packed by first word and sorted by it: one string, for thousands take longer to read than most letters. */
  readonly phrases: string
  /** By a plain word of theirs: the entries with a loose term. */
  readonly loose: Readonly<Record<string, readonly number[]>>
  /** By first word: the patterns outside entries. */
  readonly starts: StartIndex
}

/** A phrase ends: whose it is. */
interface Ending {
  readonly entry: number
  readonly form: Form
  /** Its first word must stand in capitals. */
  readonly capitals: boolean
}

const forms: readonly Form[] = ['base', 's', 'past', 'ing']

/** Marks that no term holds (`terms.ts`) and that JSON writes as they are: before each first word, after it, between phrases, before an end. */
const mark = {first: '^', phrases: '`', or: '|', end: '~'} as const

function pack(rest: readonly string[], {entry, form, capitals}: Ending): string {
  return `${rest.join(' ')}${mark.end}${entry} ${forms.indexOf(form) + (capitals ? forms.length : 0)}`
}

function packAll(phrases: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...phrases].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted
    .map(([first, packed]) => `${mark.first}${first}${mark.phrases}${[...new Set(packed)].join(mark.or)}`)
    .join('')
}

/** The phrases that begin with a word, packed still; `undefined` where none does. */
export function phrasesUnder(first: string, packed: string): string | undefined {
  let low = 0
  let high = packed.length
  while (low < high) {
    // Every first word stands after a mark, so the nearest mark at or before the middle begins the one to look at.
    const start = packed.lastIndexOf(mark.first, (low + high) >> 1)
    const end = packed.indexOf(mark.phrases, start)
    const word = packed.slice(start + 1, end)
    const next = packed.indexOf(mark.first, end)
    if (word === first) return packed.slice(end + 1, next < 0 ? packed.length : next)
    if (word < first) low = next < 0 ? packed.length : next
    else high = start
  }
  return undefined
}

function endingFrom(packed: string): Ending {
  const [entry, kind] = packed.split(' ').map(Number) as [number, number]
  return {entry, form: forms[kind % forms.length] as Form, capitals: kind >= forms.length}
}

/** What can follow at one place of many phrases: ends, and next words with what follows those, packed still. */
export interface Branch {
  readonly endings: readonly Ending[]
  readonly next: ReadonlyMap<string, string>
}

/** Unpacks one word of phrases that have those before it in common. */
export function unpack(packed: string): Branch {
  const endings: Ending[] = []
  const next = new Map<string, string>()
  for (const phrase of packed.split(mark.or)) {
    const last = phrase.indexOf(mark.end)
    if (last === 0) endings.push(endingFrom(phrase.slice(1)))
    else {
      const space = phrase.indexOf(' ')
      const end = space >= 0 && space < last ? space : last
      const word = phrase.slice(0, end)
      const rest = phrase.slice(end === last ? last : end + 1)
      const same = next.get(word)
      next.set(word, same === undefined ? rest : `${same}${mark.or}${rest}`)
    }
  }
  return {endings, next}
}

export function indexWords(dictionaries: Dictionaries, words: PatternWords): WordIndex {
  const phrases = new Map<string, string[]>()
  const loose = new Map<string, number[]>()
  const push = <Value>(map: Map<string, Value[]>, key: string, value: Value) => {
    const same = map.get(key)
    if (same) same.push(value)
    else map.set(key, [value])
  }
  let number = 0
  for (const {entries} of dictionaries.lists) {
    for (const entry of entries) {
      const terms = expand(entry, words)
      for (const {
        words: [first = '', ...rest],
        form,
        capitals
      } of terms.literals)
        push(phrases, first, pack(rest, {entry: number, form, capitals: capitals !== undefined}))
      for (const anchor of new Set(terms.loose.flatMap(({anchors}) => anchors))) push(loose, anchor, number)
      number++
    }
  }
  return {
    phrases: packAll(phrases),
    loose: Object.fromEntries(loose),
    starts: indexStarts(patternLists(dictionaries).flat(), words)
  }
}
