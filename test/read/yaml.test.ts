import * as v from 'valibot'
import {expect, test} from 'vitest'
import {didYouMean} from '../../src/model/did-you-mean.ts'
import {Fault} from '../../src/model/fault.ts'
import {parseYaml} from '../../src/read/yaml.ts'

const schema = v.strictObject({
  title: v.string(),
  people: v.optional(v.union([v.array(v.string()), v.union([v.string(), v.strictObject({name: v.string()})])])),
  severity: v.optional(v.picklist(['error', 'warning', 'advice'])),
  entries: v.optional(
    v.array(
      v.union([
        v.string(),
        v.strictObject({
          terms: v.array(v.string()),
          years: v.optional(v.pipe(v.number(), v.minValue(0, 'must not be below 0')))
        })
      ])
    )
  )
})

function faultOf(source: string, firstLine?: number): Fault {
  try {
    parseYaml(source, schema, 'word list', firstLine)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('no fault')
}

test('reads what the schema knows', () => {
  expect(parseYaml('title: Jargon\nentries: [contact, {terms: [respite]}]', schema, 'word list')).toEqual({
    title: 'Jargon',
    entries: ['contact', {terms: ['respite']}]
  })
})

test.each([
  ['an unknown key', 'title: A\nentires: []', {line: 2, column: 1}, /did you mean “entries”/],
  ['a far-off key', 'title: A\nzzz: []', {line: 2, column: 1}, /does not know/],
  ['a missing key', 'entries: []', {line: 1, column: 1}, /“title” is missing/],
  ['a wrong kind of value', 'title: [A]', {line: 1, column: 8}, /“title” must be text/],
  [
    'a wrong kind of value where several may stand',
    'title: A\npeople: 3',
    {line: 2, column: 9},
    /“people” must be a list or text or keys with values$/
  ],
  ['an unknown choice', 'title: A\nseverity: eror', {line: 2, column: 11}, /did you mean “error”/],
  [
    'a key inside one of several ways to write a value',
    'title: A\nentries:\n  - term: [x]\n',
    {line: 3, column: 5},
    /did you mean “terms”/
  ],
  [
    'a value out of range',
    'title: A\nentries:\n  - terms: [x]\n    years: -1\n',
    {line: 4, column: 12},
    /“years” must not be below 0/
  ],
  ['a key given twice', 'title: A\ntitle: B', {line: 2, column: 1}, /twice/],
  ['a bracket left open', 'title: A\nentries: [a', {line: 2, column: 12}, /never closed/],
  ['a tab for an indent', 'title: A\nentries:\n\t- x', {line: 3, column: 1}, /tab/],
  ['two colons on a line', 'title: A: B', {line: 1, column: 8}, /quotation marks/],
  ['a list for a map', '- a', {line: 1, column: 3}, /list stands where/]
])('names the place of %s', (_, source, place, message) => {
  const fault = faultOf(source)
  expect(fault.code).toBe('bad-word-list')
  expect(fault.place).toEqual(place)
  expect(fault.message).toMatch(message)
})

test('counts lines from where the YAML begins in its file', () => {
  expect(faultOf('title: [A]', 2).place).toEqual({line: 2, column: 8})
})

test('never repeats what the file says', () => {
  for (const source of [
    'title: [Zebedee]',
    'Zebedee: 1\ntitle: x',
    'title: x\nseverity: Zebedee',
    'title: "Zebedee',
    '*Zebedee'
  ]) {
    expect(faultOf(source).message).not.toMatch(/zebedee/i)
  }
})

test.each([
  ['brackets that nest without end', `title: ${'['.repeat(50_000)}`],
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]\n`).join('')}`
  ],
  ['more than a mebibyte', `title: ${'x'.repeat(1_100_000)}`],
  ['a custom tag', 'title: !!js/function x']
])('refuses %s', (_, source) => {
  expect(faultOf(source).code).toBe('bad-word-list')
})

test('cannot be used to change what all objects inherit', () => {
  expect(faultOf('{"title": "x", "__proto__": {"polluted": true}}').message).toMatch(/a key is called “__proto__”/)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test.each([
  ['childern', 'children'],
  ['known_as', 'known-as'],
  ['knownAs', 'known-as'],
  ['pronoun', 'pronouns'],
  ['Age', 'age'],
  ['title', undefined],
  ['author', undefined],
  ['tag', undefined],
  ['x'.repeat(100_000), undefined]
])('%s: did you mean %s?', (typed, meant) => {
  expect(didYouMean(typed, ['children', 'known-as', 'pronouns', 'age', 'document', 'people', 'language'])).toBe(meant)
})
