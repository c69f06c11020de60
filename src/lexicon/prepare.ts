import type {Dictionaries, Entry, WordList} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import type {Lexicon} from './lexicon.ts'
import {type DictionaryFile, loadDictionaries} from './load.ts'
import {lexiconOf, patternWords} from './matcher.ts'
import {indexWords, type WordIndex} from './word-index.ts'

/**
 * Dictionaries as a build keeps them: read, checked and indexed, so that a run reads no YAML and unpacks only what a
 * document meets. Plain JSON. Entries are kept as JSON of their own, and without their examples, which only
 * `glossary test` runs, from the YAML itself.
 */
export interface Prepared {
  readonly dictionaries: Omit<Dictionaries, 'lists'>
  readonly lists: readonly (Omit<WordList, 'entries'> & {readonly count: number})[]
  readonly entries: readonly string[]
  readonly index: WordIndex
}

export function prepare(files: readonly DictionaryFile[]): Prepared {
  const all = loadDictionaries(files)
  const {lists, ...dictionaries} = all
  const bare = <Each extends {flags: readonly string[]; allows: readonly string[]}>(each: Each): Each => ({
    ...each,
    flags: [],
    allows: []
  })
  return {
    dictionaries: {
      ...dictionaries,
      acronyms: dictionaries.acronyms.map(bare),
      sections: dictionaries.sections.map(bare)
    },
    lists: lists.map(({entries, ...list}) => ({...list, count: entries.length})),
    entries: lists.flatMap(({entries}) => entries.map((entry) => JSON.stringify(bare(entry)))),
    index: indexWords(all, patternWords(dictionaries.words))
  }
}

/** A lexicon from what a build kept. */
export function lexiconFrom({dictionaries, lists, entries, index}: Prepared): Lexicon {
  const read = (number: number): Entry => JSON.parse(entries[number] as string)
  const owners: {readonly list: WordList; readonly first: number}[] = []
  let first = 0
  for (const {count, ...list} of lists) {
    const start = first
    const all = onAsking((): readonly Entry[] => Array.from({length: count}, (_, n) => read(start + n)))
    owners.push({
      list: {
        ...list,
        get entries() {
          return all()
        }
      },
      first
    })
    first += count
  }
  return lexiconOf({
    dictionaries: {...dictionaries, lists: owners.map(({list}) => list)},
    index,
    entry: (number) => ({
      entry: read(number),
      list: (owners.findLast((owner) => owner.first <= number) as (typeof owners)[number]).list
    })
  })
}
