import type * as v from 'valibot'
import type {AcronymEntry, Dictionaries, Entry, Kind, SectionWords, WordList} from '../model/dictionary.ts'
import {Fault} from '../model/fault.ts'
import {oncePer} from '../model/once.ts'
import {parseYaml, placeIn} from '../read/yaml.ts'
import {patternWords} from './matcher.ts'
import {PatternMistake, type PatternWords, parseContext, parsePattern} from './pattern.ts'
import {
  acronymsSchema,
  type entrySchema,
  everydaySchema,
  kindSchema,
  peopleSchema,
  sectionsSchema,
  sourcesSchema,
  wordListSchema,
  wordsSchema
} from './schema.ts'
import {expand} from './terms.ts'
import {fold} from './tokenize.ts'

/** A dictionary file: its path below the dictionaries' folder (`glossary/jargon.yaml`) and what it says. */
export interface DictionaryFile {
  readonly path: string
  readonly source: string
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')

/** Adds the file to a fault's message, so that whoever wrote the dictionary knows where to look. */
function inFile<Value>(file: DictionaryFile, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault(
      'bad-dictionary',
      `${file.path}${error.place ? `:${error.place.line}:${error.place.column}` : ''}: ${error.message}`,
      error.place
    )
  }
}

function entryOf(raw: v.InferOutput<typeof entrySchema>): Entry {
  const {
    'only-sentence': onlySentence,
    'unless-sentence': unlessSentence,
    as,
    subject,
    why,
    fine,
    severity,
    ...rest
  } = raw
  return {
    ...rest,
    onlySentence,
    unlessSentence,
    ...(as && {as}),
    ...(subject && {subject}),
    ...(why && {why}),
    ...(fine && {fine}),
    ...(severity && {severity})
  }
}

/**
 * Reads dictionaries and refuses what cannot work: unknown keys, entries without examples, patterns that cannot be
 * read, ids used twice, sources and sets that nobody listed.
 *
 * @param files in the order in which they are to stand; files of a folder that is not known are refused
 * @throws Fault `bad-dictionary`, its message beginning with `path:line:column`
 */
export function loadDictionaries(files: readonly DictionaryFile[]): Dictionaries {
  const lists: WordList[] = []
  const acronyms: AcronymEntry[] = []
  const kinds: Kind[] = []
  const sections: SectionWords[] = []
  const blanks = {nothing: [] as string[], guidance: [] as string[], promised: [] as string[]}
  let everyday: string[] = []
  let words: Dictionaries['words'] = {}
  let people: Dictionaries['people'] = {
    relatives: [],
    roles: [],
    titles: [],
    pronouns: [],
    notNames: [],
    paperWords: []
  }
  let sources: Dictionaries['sources'] = {}

  for (const file of files) {
    inFile(file, () => {
      const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')).replace(/^.*\//, '') : ''
      const name = nameOf(file.path)
      if (folder === 'glossary') {
        const list = parseYaml(file.source, wordListSchema, 'word list')
        lists.push({...list, id: name, entries: list.entries.map(entryOf)})
      } else if (folder === 'acronyms') {
        const list = parseYaml(file.source, acronymsSchema, 'list of acronyms')
        for (const {'stands-for': standsFor, plainly, ...rest} of list.entries)
          acronyms.push({...rest, standsFor, ...(plainly && {plainly})})
      } else if (folder === 'kinds') {
        const {
          'known-by': knownBy,
          'per-child': perChild,
          'required-when': requiredWhen,
          'required-unless': requiredUnless,
          'not-empty': notEmpty,
          ...rest
        } = parseYaml(file.source, kindSchema, 'kind of document')
        kinds.push({...rest, id: name, knownBy, perChild, requiredWhen, requiredUnless, notEmpty})
      } else if (name === 'everyday') {
        const groups = parseYaml(file.source, everydaySchema, 'list of everyday short forms')
        everyday = [...everyday, ...(Array.isArray(groups) ? groups : Object.values(groups).flat())]
      } else if (name === 'words') words = {...words, ...parseYaml(file.source, wordsSchema, 'sets of words')}
      else if (name === 'sources') sources = {...sources, ...parseYaml(file.source, sourcesSchema, 'list of sources')}
      else if (name === 'sections') {
        const parsed = parseYaml(file.source, sectionsSchema, 'list of sections')
        for (const {after, 'unless-sentence': unlessSentence, ...section} of parsed.sections)
          sections.push({...section, unlessSentence, ...(after && {after})})
        for (const blank of parsed.blanks.nothing) blanks.nothing.push(blank)
        for (const blank of parsed.blanks.guidance) blanks.guidance.push(blank)
        for (const blank of parsed.blanks.promised) blanks.promised.push(blank)
      } else if (name === 'people') {
        const {
          'not-names': notNames,
          'paper-words': paperWords,
          ...rest
        } = parseYaml(file.source, peopleSchema, 'list of people words')
        people = {
          relatives: [
            ...people.relatives,
            ...rest.relatives.map(({word, gender, formal}) => ({word: fold(word), gender, ...(formal && {formal})}))
          ],
          roles: [...people.roles, ...rest.roles.map(({word, gender}) => ({word: fold(word), gender}))],
          titles: [...people.titles, ...rest.titles],
          pronouns: [...people.pronouns, ...rest.pronouns],
          notNames: [...people.notNames, ...notNames.map(fold)],
          paperWords: [...people.paperWords, ...paperWords.map(fold)]
        }
      } else
        throw new Fault(
          'bad-dictionary',
          'nothing is known of a dictionary file of this name; see dictionaries/README.md'
        )
    })
  }
  const dictionaries = {lists, acronyms, everyday, words, people, sections, blanks, kinds, sources}
  for (const file of files) inFile(file, () => checkFile(file, dictionaries))
  return dictionaries
}

/** Where each entry's id was first used. */
const owners = oncePer((dictionaries: Dictionaries): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const list of dictionaries.lists) for (const {id} of list.entries) if (!found.has(id)) found.set(id, list.id)
  return found
})

/** What only shows when everything is read: patterns, sets, sources, ids. */
function checkFile(file: DictionaryFile, dictionaries: Dictionaries): void {
  const words = patternWords(dictionaries.words)
  const name = nameOf(file.path)
  const at = (path: readonly (string | number)[], message: string) =>
    new Fault('bad-dictionary', message, placeIn(file.source, path))
  const tryPattern = (path: readonly (string | number)[], work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof PatternMistake) throw at(path, error.message)
      throw error
    }
  }
  const checkSources = (ids: readonly string[], path: readonly (string | number)[]) => {
    for (const [index, id] of ids.entries())
      if (!Object.hasOwn(dictionaries.sources, id))
        throw at([...path, 'sources', index], 'no source has this id; add it to sources.yaml')
  }
  if (/(^|\/)glossary\//.test(file.path)) {
    const list = dictionaries.lists.findLast(({id}) => id === name)
    const seen = new Set<string>()
    for (const [index, entry] of (list?.entries ?? []).entries()) {
      const path = ['entries', index]
      if (seen.has(entry.id) || owners(dictionaries).get(entry.id) !== name)
        throw at([...path, 'id'], 'the id is used twice')
      seen.add(entry.id)
      tryPattern([...path, 'terms'], () => expand(entry, words))
      checkContexts(entry, path, words, tryPattern)
      checkSources(entry.sources, path)
    }
  } else if (/(^|\/)acronyms\//.test(file.path)) {
    const {entries} = parseYaml(file.source, acronymsSchema, 'list of acronyms')
    for (const [index, entry] of entries.entries()) {
      const path = ['entries', index]
      for (const key of ['only', 'unless'] as const)
        for (const [n, pattern] of entry[key].entries())
          tryPattern([...path, key, n], () => parseContext(pattern, words))
      checkSources(entry.sources, path)
    }
  } else if (name === 'sections') {
    for (const key of ['nothing', 'guidance', 'promised'] as const)
      for (const [n, pattern] of dictionaries.blanks[key].entries())
        tryPattern(['blanks', key, n], () => parsePattern(pattern, words))
    for (const [index, section] of dictionaries.sections.entries()) {
      for (const key of ['headings', 'prose', 'hints', 'unless'] as const)
        for (const [n, pattern] of section[key].entries())
          tryPattern(['sections', index, key, n], () => parsePattern(pattern, words))
      for (const [n, pattern] of section.unlessSentence.entries())
        tryPattern(['sections', index, 'unless-sentence', n], () => parsePattern(pattern, words))
      for (const key of ['letter', 'prose', 'hints', 'unless'] as const)
        for (const [n, pattern] of (section.after?.[key] ?? []).entries())
          tryPattern(['sections', index, 'after', key, n], () => parsePattern(pattern, words))
      checkSources(section.sources, ['sections', index])
    }
  } else if (/(^|\/)kinds\//.test(file.path)) {
    const kind = dictionaries.kinds.findLast(({id}) => id === name)
    for (const [key, field] of [
      ['required', 'required'],
      ['notEmpty', 'not-empty'],
      ['perChild', 'per-child']
    ] as const)
      for (const [n, section] of (kind?.[key] ?? []).entries())
        if (!dictionaries.sections.some(({id}) => id === section))
          throw at([field, n], 'no section has this id; add it to sections.yaml')
    for (const [n, pattern] of (kind?.knownBy ?? []).entries())
      tryPattern(['known-by', n], () => parsePattern(pattern, words))
    for (const [key, field] of [
      ['requiredWhen', 'required-when'],
      ['requiredUnless', 'required-unless']
    ] as const)
      for (const [n, condition] of (kind?.[key] ?? []).entries())
        for (const part of ['said', 'unless'] as const)
          for (const [m, pattern] of condition[part].entries())
            tryPattern([field, n, part, m], () => parsePattern(pattern, words))
    checkSources(kind?.sources ?? [], [])
  }
}

function checkContexts(
  entry: Entry,
  path: readonly (string | number)[],
  words: PatternWords,
  tryPattern: (path: readonly (string | number)[], work: () => unknown) => void
): void {
  for (const key of ['only', 'unless'] as const)
    for (const [n, pattern] of entry[key].entries()) tryPattern([...path, key, n], () => parseContext(pattern, words))
  for (const [key, name] of [
    ['onlySentence', 'only-sentence'],
    ['unlessSentence', 'unless-sentence']
  ] as const)
    for (const [n, pattern] of entry[key].entries()) tryPattern([...path, name, n], () => parsePattern(pattern, words))
}
