import type {Dictionaries} from '../model/dictionary.ts'
import type {Form} from './lexicon.ts'
import type {PatternWords} from './pattern.ts'
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
}

/** What follows the first word of a phrase, and whose it is. */
export interface Phrase {
  readonly rest: readonly string[]
  readonly entry: number
  readonly form: Form
  readonly capitals: boolean
}

const forms: readonly Form[] = ['base', 's', 'past', 'ing']

/** Words hold no spaces and no line breaks, so neither can be mistaken for a part of one. */
const pack = ({rest, entry, form, capitals}: Phrase): string =>
  [entry, forms.indexOf(form) + (capitals ? forms.length : 0), ...rest].join(' ')

export const unpack = (packed: string): Phrase[] =>
  packed.split('\n').map((line) => {
    const [entry, kind, ...rest] = line.split(' ')
    return {
      rest,
      entry: Number(entry),
      form: forms[Number(kind) % forms.length] as Form,
      capitals: Number(kind) >= forms.length
    }
  })

export function indexWords({lists}: Pick<Dictionaries, 'lists'>, words: PatternWords): WordIndex {
  const phrases = new Map<string, string[]>()
  const loose = new Map<string, number[]>()
  const push = <Value>(map: Map<string, Value[]>, key: string, value: Value) => {
    const same = map.get(key)
    if (same) same.push(value)
    else map.set(key, [value])
  }
  let number = 0
  for (const {entries} of lists) {
    for (const entry of entries) {
      const terms = expand(entry, words)
      for (const {
        words: [first = '', ...rest],
        form,
        capitals
      } of terms.literals)
        push(phrases, first, pack({rest, entry: number, form, capitals: capitals !== undefined}))
      for (const anchor of new Set(terms.loose.flatMap(({anchors}) => anchors))) push(loose, anchor, number)
      number++
    }
  }
  return {
    phrases: Object.fromEntries([...phrases].map(([first, packed]) => [first, [...new Set(packed)].join('\n')])),
    loose: Object.fromEntries(loose)
  }
}
