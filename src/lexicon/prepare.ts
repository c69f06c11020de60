import type {Dictionaries, Entry} from '../model/dictionary.ts'
import type {Lexicon} from './lexicon.ts'
import {type DictionaryFile, loadDictionaries} from './load.ts'
import {makeLexicon, patternWords} from './matcher.ts'
import {expand, type Literal, type Loose} from './terms.ts'

/**
 * Dictionaries as a build keeps them: read, checked, and every term written out in all its forms, so that a run reads no
 * YAML. Plain JSON.
 */
export interface Prepared {
  readonly dictionaries: Dictionaries
  /** Of each list, of each entry: its literals; `null` where the entry has a loose term and is expanded at run time. */
  readonly literals: readonly (readonly (readonly Literal[] | null)[])[]
}

export function prepare(files: readonly DictionaryFile[]): Prepared {
  const dictionaries = loadDictionaries(files)
  const words = patternWords(dictionaries.words)
  return {
    dictionaries,
    literals: dictionaries.lists.map(({entries}) =>
      entries.map((entry) => {
        const {literals, loose} = expand(entry, words)
        return loose.length === 0 ? literals : null
      })
    )
  }
}

/** A lexicon from what a build kept. */
export function lexiconFrom({dictionaries, literals}: Prepared): Lexicon {
  const expansions = new Map<Entry, {literals: readonly Literal[]; loose: readonly Loose[]}>()
  for (const [list, {entries}] of dictionaries.lists.entries())
    for (const [index, entry] of entries.entries()) {
      const kept = literals[list]?.[index]
      if (kept) expansions.set(entry, {literals: kept, loose: []})
    }
  return makeLexicon(dictionaries, expansions)
}
