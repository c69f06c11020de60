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
  /** By first word: the phrases that begin with it, packed. */
  readonly phrases: Readonly<Record<string, string>>
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

/** Words hold no spaces, tabs and line breaks, so none can be mistaken for a part of one. */
const pack = (rest: readonly string[], {entry, form, capitals}: Ending): string =>
  `${rest.join(' ')}\t${entry} ${forms.indexOf(form) + (capitals ? forms.length : 0)}`

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
  for (const line of packed.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab === 0) endings.push(endingFrom(line.slice(1)))
    else {
      const space = line.indexOf(' ')
      const end = space >= 0 && space < tab ? space : tab
      const word = line.slice(0, end)
      const rest = line.slice(end === tab ? tab : end + 1)
      const same = next.get(word)
      next.set(word, same === undefined ? rest : `${same}\n${rest}`)
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
    phrases: Object.fromEntries([...phrases].map(([first, packed]) => [first, [...new Set(packed)].join('\n')])),
    loose: Object.fromEntries(loose),
    starts: indexStarts(patternLists(dictionaries).flat(), words)
  }
}
