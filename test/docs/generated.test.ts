import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {pages} from '../../scripts/docs/pages.ts'
import {schemas} from '../../scripts/docs/schemas.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

const root = join(import.meta.dirname, '..', '..')
const inTree = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
const generated = [...pages(root), ...schemas()]

test.each(generated)('%s says what the program says now; if not, run: npm run docs', (path, content) => {
  expect(inTree(path) === content, `${path} is not what the program says now; run: npm run docs`).toBe(true)
})

test('no page is left of a rule that is gone', () => {
  const paths = generated.map(([path]) => path)
  expect(readdirSync(join(root, 'docs/rules')).filter((name) => !paths.includes(`docs/rules/${name}`))).toEqual([])
})

test('no link of a page leads nowhere', () => {
  for (const [path, content] of generated) {
    if (!path.startsWith('docs/')) continue
    for (const [, target = ''] of content.matchAll(/\]\(([^)#\s]+\.md)\)/g))
      expect(existsSync(join(root, dirname(path), target)), `${path}: ${target}`).toBe(true)
  }
})

describe('the JSON Schemas', () => {
  const ajv = new Ajv({strict: false})
  const published = new Map([...schemas()].map(([path, content]) => [path, JSON.parse(content)]))
  const validate = (name: string, value: unknown): string[] => {
    const schema = published.get(`schemas/${name}.schema.json`)
    const check = ajv.getSchema(schema.$id) ?? ajv.compile(schema)
    check(value)
    return (check.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
  }

  test.each(dictionaryFiles())('an editor finds no fault with dictionaries/$path', ({path, source}) => {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(source) ?? []
    const at = join('dictionaries', dirname(path), schema)
    expect([...published.keys()]).toContain(at)
    expect(validate(/([a-z-]+)\.schema\.json$/.exec(at)?.[1] ?? '', parse(source))).toEqual([])
  })

  test.each([
    ['word-list', 'a key that nobody knows', {title: 'T', rule: 'jargon', why: 'W', entries: [], colour: 'red'}],
    [
      'word-list',
      'an entry without examples',
      {title: 'T', rule: 'jargon', why: 'W', entries: [{id: 'a', terms: ['a'], instead: []}]}
    ],
    ['config', 'a severity that there is not', {rules: {jargon: 'fatal'}}],
    ['config', 'a key with a slip', {exclud: ['archive']}],
    ['front-matter', 'a child without a name', {children: [{age: 9}]}],
    ['kind', 'a reader of two', {title: 'T', type: 'letter', reader: {who: 'child', age: 2}}]
  ])('of %s refuse %s', (name, _, value) => {
    expect(validate(name, value)).not.toEqual([])
  })

  test.each([
    [
      'config',
      {
        rules: {jargon: 'off', 'jargon/contact': 'error'},
        accept: ['IRO', {term: 'LAC', why: 'W'}],
        overrides: [{files: 'letters/**', document: 'letter'}]
      }
    ],
    [
      'front-matter',
      {
        title: 'Other things too',
        document: 'letter',
        children: [{name: 'Amira Hussain', 'known-as': 'Amira', age: 9, family: {mother: 'Mum'}}],
        people: 'Ms Okafor',
        ourwords: {accept: ['contact']}
      }
    ],
    ['front-matter', {child: 'Amira'}]
  ])('of %s take what the program takes', (name, value) => {
    expect(validate(name, value)).toEqual([])
  })
})
