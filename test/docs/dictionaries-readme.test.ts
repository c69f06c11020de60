import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {brokenExamples} from '../../src/examples.ts'
import {findMentions, personsFrom} from '../../src/facts/mentions.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import type {Known} from '../../src/model/result.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

const readme = readFileSync(join(import.meta.dirname, '../../dictionaries/README.md'), 'utf8')

/** The examples of the README that are files: their first line is a comment with their name. */
const blocks = [...readme.matchAll(/^```yaml\n# (\S+\.yaml)\n([\s\S]*?)^```$/gm)].map(([, path = '', source = '']) => ({
  path,
  source
}))
const lexicon = makeLexicon(loadDictionaries([...dictionaryFiles(), ...blocks]))
const {dictionaries} = lexicon

test('there is an example of every file that there is', () => {
  const folders = (path: string): string => path.replace(/\/.*/, '')
  expect(new Set(blocks.map(({path}) => folders(path)))).toEqual(
    new Set(dictionaryFiles().map(({path}) => folders(path)))
  )
})

test('the examples are read together with the package’s own, and do what their examples say', () => {
  const own = ['example', 'example-quiet', 'acronyms', 'sections']
  const mine = {
    ...lexicon,
    dictionaries: {
      ...dictionaries,
      lists: dictionaries.lists.filter(({id}) => own.includes(id)),
      acronyms: dictionaries.acronyms.filter(({acronym}) => acronym === 'QZR'),
      sections: dictionaries.sections.filter(({id}) => id === 'pets-example')
    }
  }
  expect(mine.dictionaries.lists.length + mine.dictionaries.acronyms.length + mine.dictionaries.sections.length).toBe(4)
  expect(brokenExamples(mine)).toEqual([])
})

test('what they add is there', () => {
  expect(dictionaries.everyday).toContain('QZS')
  expect(dictionaries.words['example-pet']).toContain('axolotl')
  expect(dictionaries.kinds.map(({id}) => id)).toContain('pet-letter-example')
  expect(dictionaries.people.titles.map(({word}) => word)).toContain('Canon')
  expect(Object.keys(dictionaries.sources)).toContain('example-guide')
})

test('an entry that is quiet for a report hides the shorter words inside it', () => {
  const nobody = {childAt: () => 0, someoneAt: () => 0, someoneBefore: () => 0, childBefore: () => 0}
  const found = (text: string) => lexicon.match(tokenize(text), nobody, 'report').map(({entry}) => entry.id)
  expect(found('She likes contact sport.')).toEqual([])
  expect(found('She likes contact.')).toEqual(['contact'])
})

describe('the table of patterns', () => {
  const rows = readme
    .slice(readme.indexOf('### Patterns'))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
    .map(([, , , pattern = '', sentence = '']) => [pattern.replaceAll('`', ''), sentence] as const)
    .filter(([pattern]) => pattern !== '')
  const known: Known = {
    type: 'report',
    typeFrom: 'command-line',
    kind: null,
    kindFrom: null,
    language: 'en-GB',
    children: [
      {name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9, family: {}, from: 'command-line'}
    ],
    people: [],
    template: false
  }

  test.each(rows)('%s matches: %s', (source, sentence) => {
    const [before = '', words = '', after = ''] = sentence.split('*')
    const tokens = tokenize(before + words + after)
    const persons = personsFrom(tokens, findMentions(tokens, known, dictionaries.people), false)
    const pattern = lexicon.pattern(source)
    const found = Array.from({length: tokens.count}, (_, i) => [i, pattern.endAt(tokens, i, persons)] as const)
      .filter(([from, to]) => to > from)
      .map(([from, to]) => tokens.text.slice(tokens.start[from], tokens.end[to - 1]))
    expect(found).toContain(words)
  })

  test('shows every name that stands for something worked out', () => {
    const shown = rows.map(([pattern]) => pattern).join(' ')
    for (const name of ['child', 'someone', 'name', 'number', 'whose', 'start', 'end'])
      expect(shown).toContain(`<${name}>`)
  })
})
