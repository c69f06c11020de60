import type {AcronymEntry, Dictionaries, Entry, PeopleWords, WordList} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import type {Lexicon} from './lexicon.ts'
import {type DictionaryFile, loadDictionaries} from './load.ts'
import {lexiconOf, patternWords} from './matcher.ts'
import {type NumbersByWord, numbersIn, packNumbers} from './numbers-by-word.ts'
import {type Branch, indexWords, type WordIndex} from './word-index.ts'

/** What is kept whole, each in a line of its own, in this order. */
const wholes = ['everyday', 'words', 'people', 'sections', 'blanks', 'kinds', 'sources', 'loose', 'starts'] as const

/** Words as one text: V8 reads one long text sooner than thousands of short ones, each of which it looks up among all others. */
type Joined = string

/** What the lines hold that are read whole. */
interface Wholes
  extends Omit<Dictionaries, 'lists' | 'acronyms' | 'words' | 'people'>,
    Pick<WordIndex, 'loose' | 'starts'> {
  readonly words: Readonly<Record<string, Joined>>
  readonly people: Omit<PeopleWords, 'notNames'> & {readonly notNames: Joined}
}

/**
 * Dictionaries as a build keeps them: read, checked and indexed, so that a run reads no YAML and of all that they hold
 * only what a document meets. Plain JSON. Examples are left out, which only `glossary test` runs, from the YAML itself.
 */
export interface Prepared {
  readonly head: Head
  /**
   * A JSON value on each line, in ASCII, so that a place in the text is the same in a file: what is kept whole, entries,
   * acronyms, and how phrases go on after each first word.
   */
  readonly text: string
}

/** What says where everything else is. */
interface Head {
  /** Where each line of the text ends. */
  readonly ends: readonly number[]
  readonly lists: readonly (Omit<WordList, 'entries'> & {readonly count: number})[]
  /** Short forms as written, in the order of their lines. */
  readonly shortForms: Joined
  /** Of the first words of phrases, the line. */
  readonly firsts: NumbersByWord
}

/** Prepared dictionaries of which the text may lie elsewhere, and is given from one place to another. */
export interface Opened {
  readonly head: Head
  readonly read: (from: number, to: number) => string
}

const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const joined = (words: readonly string[]): Joined => words.join('|')
const parted = (words: Joined): readonly string[] => (words === '' ? [] : words.split('|'))

/** The sets by name, each parted when it is first asked for: a paper asks for a few of many. */
function partedOnAsking(sets: Readonly<Record<string, Joined>>): Dictionaries['words'] {
  const made: Record<string, readonly string[]> = {}
  for (const [name, words] of Object.entries(sets))
    Object.defineProperty(made, name, {enumerable: true, get: onAsking(() => parted(words))})
  return made
}

export function prepare(files: readonly DictionaryFile[]): Prepared {
  const dictionaries = loadDictionaries(files)
  const {lists, acronyms, people, sections, words} = dictionaries
  const bare = <Each extends {flags: readonly string[]; allows: readonly string[]}>(each: Each): Each => ({
    ...each,
    flags: [],
    allows: []
  })
  const {firsts, phrases, loose, starts} = indexWords(dictionaries, patternWords(words))
  const whole: Wholes = {
    ...dictionaries,
    words: Object.fromEntries(Object.entries(words).map(([name, set]) => [name, joined(set)])),
    people: {...people, notNames: joined(people.notNames)},
    sections: sections.map(bare),
    loose,
    starts
  }
  const lines = [
    ...wholes.map((name) => whole[name]),
    ...lists.flatMap(({entries}) => entries.map(bare)),
    ...acronyms.map(bare),
    ...firsts.map(phrases)
  ].map((value) => `${ascii(JSON.stringify(value))}\n`)
  let end = 0
  return {
    head: {
      ends: lines.map((line) => {
        end += line.length
        return end
      }),
      lists: lists.map(({entries, ...list}) => ({...list, count: entries.length})),
      shortForms: joined(acronyms.map(({acronym}) => acronym)),
      firsts: packNumbers(new Map(firsts.map((first, n) => [first, [lines.length - firsts.length + n]])))
    },
    text: lines.join('')
  }
}

export const opened = ({head, text}: Prepared): Opened => ({head, read: (from, to) => text.slice(from, to)})

/** A lexicon from what a build kept. */
export const lexiconFrom = (prepared: Prepared): Lexicon => lexiconFromLines(opened(prepared))

/** The same where the text lies elsewhere. */
export function lexiconFromLines({head, read}: Opened): Lexicon {
  const {ends, lists, firsts} = head
  const shortForms = parted(head.shortForms)
  const line = <Value>(number: number): Value => JSON.parse(read(ends[number - 1] ?? 0, ends[number] as number))
  const packed = <Name extends keyof Wholes>(name: Name): Wholes[Name] => line(wholes.indexOf(name))
  const whole = <Name extends keyof Wholes>(name: Name) => onAsking(() => packed(name))
  const entryAt = (number: number): Entry => line(wholes.length + number)
  const owners: {readonly list: WordList; readonly first: number}[] = []
  let entries = 0
  for (const {count, ...list} of lists) {
    const first = entries
    const all = onAsking((): readonly Entry[] => Array.from({length: count}, (_, n) => entryAt(first + n)))
    owners.push({
      list: {
        ...list,
        get entries() {
          return all()
        }
      },
      first
    })
    entries += count
  }
  const known: AcronymEntry[] = []
  const acronymAt = (number: number): AcronymEntry => {
    known[number] ??= line<AcronymEntry>(wholes.length + entries + number)
    return known[number]
  }
  const acronyms = onAsking(() => shortForms.map((_, number) => acronymAt(number)))
  const linesOf = numbersIn(firsts)
  const words = onAsking((): Dictionaries['words'] => partedOnAsking(packed('words')))
  const people = onAsking((): PeopleWords => {
    const {notNames, ...rest} = packed('people')
    return {...rest, notNames: parted(notNames)}
  })
  const [everyday, sections] = [whole('everyday'), whole('sections')]
  const [blanks, kinds, sources] = [whole('blanks'), whole('kinds'), whole('sources')]
  const [loose, starts] = [whole('loose'), whole('starts')]
  return lexiconOf({
    dictionaries: {
      lists: owners.map(({list}) => list),
      get acronyms() {
        return acronyms()
      },
      get everyday() {
        return everyday()
      },
      get words() {
        return words()
      },
      get people() {
        return people()
      },
      get sections() {
        return sections()
      },
      get blanks() {
        return blanks()
      },
      get kinds() {
        return kinds()
      },
      get sources() {
        return sources()
      }
    },
    index: {
      phrases(first) {
        const [number] = linesOf(first)
        return number === undefined ? undefined : line<Branch>(number)
      },
      get loose() {
        return loose()
      },
      get starts() {
        return starts()
      }
    },
    entry: (number) => ({
      entry: entryAt(number),
      list: (owners.findLast((owner) => owner.first <= number) as (typeof owners)[number]).list
    }),
    shortForms,
    acronym: acronymAt
  })
}
