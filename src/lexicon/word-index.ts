import type {Dictionaries} from '../model/dictionary.ts'
import {gather} from '../model/gather.ts'
import type {Form} from './lexicon.ts'
import type {PatternWords} from './pattern.ts'
import {indexStarts, patternLists, type StartIndex} from './starts.ts'
import {expand, type Loose} from './terms.ts'

/**
 * Where to look for which entry, by the first word of what is looked for: of a dictionary of thousands of phrases, a
 * letter meets a few dozen first words, and only what begins with those is ever looked at. Entries are numbered in the
 * order of the lists.
 */
export interface WordIndex {
  /** How phrases go on that begin with a word; `undefined` where none does. */
  phrases(first: string): Branch | undefined
  /** By a plain word of theirs: the loose terms. */
  readonly loose: Readonly<Record<string, readonly LooseTerm[]>>
  /** By first word: the patterns outside entries. */
  readonly starts: StartIndex
}

/** A loose term of an entry, by number. */
interface LooseTerm extends Loose {
  readonly entry: number
}

/**
 * How phrases go on from a place: what ends there, as a number, and each next word with how they go on after it. Plain
 * JSON, so that a build keeps it, and no objects: with many keys, V8 takes longer to make one than to read all the rest.
 */
export type Branch = readonly (number | string | Branch)[]

/** A phrase ends: whose it is. */
export interface Ending {
  readonly entry: number
  readonly form: Form
  /** Its first word must stand in capitals. */
  readonly capitals: boolean
}

const forms: readonly Form[] = ['base', 's', 'past', 'ing']

const packed = ({entry, form, capitals}: Ending): number =>
  (entry * 2 + Number(capitals)) * forms.length + forms.indexOf(form)

function endingOf(packed: number): Ending {
  const entry = Math.floor(packed / forms.length)
  return {entry: entry >> 1, form: forms[packed % forms.length] as Form, capitals: (entry & 1) === 1}
}

/** What a branch says. */
export function unpack(branch: Branch): {
  readonly endings: readonly Ending[]
  readonly next: ReadonlyMap<string, Branch>
} {
  const endings: Ending[] = []
  const next = new Map<string, Branch>()
  for (let n = 0; n < branch.length; n++) {
    const each = branch[n]
    if (typeof each === 'number') endings.push(endingOf(each))
    else if (typeof each === 'string') next.set(each, branch[++n] as Branch)
  }
  return {endings, next}
}

/** A phrase without its first word. */
interface Phrase {
  readonly rest: readonly string[]
  readonly ending: number
}

/** Puts phrases together that have their first `depth` words after the first in common. */
function branchOf(phrases: readonly Phrase[], depth = 0): Branch {
  const endings: number[] = []
  const next = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const word = phrase.rest[depth]
    if (word !== undefined) gather(next, word, phrase)
    else if (!endings.includes(phrase.ending)) endings.push(phrase.ending)
  }
  return [...endings, ...[...next].flatMap(([word, more]) => [word, branchOf(more, depth + 1)])]
}

/** The index with the first words by which phrases are found. */
export function indexWords(dictionaries: Dictionaries, words: PatternWords): WordIndex & {readonly firsts: string[]} {
  const phrases = new Map<string, Phrase[]>()
  const loose = new Map<string, LooseTerm[]>()
  let number = 0
  for (const {entries} of dictionaries.lists) {
    for (const each of entries) {
      const entry = number++
      const terms = expand(each, words)
      for (const {
        words: [first = '', ...rest],
        form,
        capitals
      } of terms.literals)
        gather(phrases, first, {rest, ending: packed({entry, form, capitals})})
      for (const {loose: term, anchors} of terms.loose)
        for (const anchor of new Set(anchors)) gather(loose, anchor, {entry, ...term})
    }
  }
  return {
    firsts: [...phrases.keys()],
    phrases: (first) => {
      const found = phrases.get(first)
      return found && branchOf(found)
    },
    loose: Object.fromEntries(loose),
    starts: indexStarts(patternLists(dictionaries).flat(), words)
  }
}
