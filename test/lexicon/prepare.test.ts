import {expect, test} from 'vitest'
// @ts-expect-error the benchmark is plain JavaScript
import {report} from '../../bench/corpus.mjs'
import {nobody} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {lexiconFrom, prepare} from '../../src/lexicon/prepare.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import {dictionaryFiles} from './dictionary-files.ts'

const files = [
  ...dictionaryFiles(),
  {
    path: 'glossary/accented.yaml',
    source: `title: Words with accents
rule: jargon
why: They are hard.
entries:
  - {id: creche-place, terms: [crèche place], instead: [a place at nursery ✓], flags: ["A *crèche place*."], allows: ["A crèche."]}
`
  }
]
const read = loadDictionaries(files)
const prepared = lexiconFrom(JSON.parse(JSON.stringify(prepare(files))))

test('Prepared dictionaries say what the YAML says, but for the examples', () => {
  const bare = <Each extends object>(each: Each) => ({...each, flags: [], allows: []})
  expect(JSON.parse(JSON.stringify(prepared.dictionaries))).toEqual({
    ...read,
    lists: read.lists.map((list) => ({...list, entries: list.entries.map(bare)})),
    acronyms: read.acronyms.map(bare),
    sections: read.sections.map(bare)
  })
  for (const {acronym} of read.acronyms) expect(prepared.acronym(acronym)?.acronym).toBe(acronym)
  expect(prepared.acronym('constructor')).toBeUndefined()
})

test('Prepared dictionaries find what the YAML finds', () => {
  const text = `${report(3)}\nHe has a crèche place. He cannot be made to control his temper. The constructor and __proto__ cooperated.`
  const found = [prepared, makeLexicon(read)].map((lexicon) =>
    lexicon
      .match(tokenize(text), nobody, 'report')
      .map(({entry, list, from, to, form}) => [list.id, entry.id, entry.instead, from, to, form])
  )
  expect(found[0]?.length).toBeGreaterThan(100)
  expect(found[0]).toContainEqual([
    'accented',
    'creche-place',
    ['a place at nursery ✓'],
    expect.any(Number),
    expect.any(Number),
    'base'
  ])
  expect(found[0]).toEqual(found[1])
})
