import {strToU8, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {Fault} from '../../src/model/fault.ts'
import {decode} from '../../src/read/decode.ts'
import {read} from '../../src/read/index.ts'
import {readText, shown} from './written.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

function fault(name: string, content: Uint8Array, options = {}): Fault {
  try {
    read(name, content, options)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('no fault')
}

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]))

test.each<[string, Uint8Array, string]>([
  ['UTF-8', strToU8('“Amira”'), '“Amira”'],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x1c, 0x20, 0x41, 0), '“A'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0x20, 0x1c, 0, 0x41), '“A'],
  ['Windows-1252', bytes(0x93, 0x41, 0x94, 0x92, 0x96, 0x85, 0x80, 0xe9), '“A”’–…€é']
])('decodes %s', (_, content, text) => {
  expect(decode(content).text).toBe(text)
})

test('says that it guessed, and why it may be wrong', () => {
  expect(decode(bytes(0x93, 0x41)).notices.map(({code}) => code)).toEqual(['encoding-guessed'])
  const mac = bytes(0xd2, 0x41, 0xd3, 0x20, 0x49, 0xd5, 0x6d)
  expect(decode(mac).notices[0]?.message).toMatch(/macintosh/)
  expect(decode(mac, 'macintosh')).toMatchObject({text: '“A” I’m', notices: []})
  expect(decode(strToU8('é')).notices).toEqual([])
})

test('keeps the source as it was, without its mark', () => {
  const document = read('a.md', bytes(0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a))
  expect(document.source).toBe('A\r\n')
})

test.each<[string, Uint8Array, string]>([
  ['an empty file', bytes(), 'empty'],
  ['a file of white space', strToU8(' \n\n'), 'empty'],
  ['a PDF', strToU8('%PDF-1.7 Amira'), 'pdf'],
  ['Rich Text', strToU8('{\\rtf1 Amira}'), 'rtf'],
  ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'legacy-doc'],
  ['a file with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...utf16('EncryptedPackage')]), 'encrypted'],
  ['a Pages file', zipSync({'Index/Document.iwa': strToU8('x')}), 'pages'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'picture'],
  ['a web page', strToU8('<!DOCTYPE html><html><p>Amira</p>'), 'html'],
  ['something binary', bytes(0x41, 0, 0x42), 'binary']
])('refuses %s, whatever its name, and says what to do', (_, content, code) => {
  const {code: found, message} = fault('letter.md', content)
  expect(found).toBe(code)
  expect(message).not.toMatch(/\n|Amira/)
})

test('refuses what is too large, wrongly encoded or not known', () => {
  expect(fault('a.md', strToU8('x'.repeat(2000)), {limits: {file: 1000}}).code).toBe('too-large')
  expect(fault('a.md', bytes(0x93, 0x41), {encoding: 'utf-8'}).code).toBe('bad-encoding')
  expect(fault('a.md', strToU8('x'), {encoding: 'ebcdic'}).code).toBe('unknown-encoding')
  expect(fault('a.md', strToU8('x'), {encoding: 'constructor'}).code).toBe('unknown-encoding')
})

const letter = 'Dear Amira,\n'

test('reads front matter in YAML and in JSON', () => {
  const declared = {
    document: 'letter',
    children: [
      {name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9, family: {mother: 'Mum'}, language: 'ur'}
    ],
    people: ['Ms Okafor']
  }
  const yaml = `---\ntitle: A letter\ndocument: letter\nchildren:\n  - name: Amira Hussain\n    known-as: Amira\n    pronouns: she/her\n    age: 9\n    family: {mother: Mum}\n    language: ur\npeople: [Ms Okafor]\n---\n\n${letter}`
  const json = `---\n${JSON.stringify({document: 'letter', children: [{name: 'Amira Hussain', 'known-as': 'Amira', pronouns: 'she/her', age: 9, family: {mother: 'Mum'}, language: 'ur'}], people: ['Ms Okafor']})}\n---\n${letter}`
  for (const source of [yaml, json, yaml.replaceAll('\n', '\r\n'), yaml.replace('---\n\n', '...\n')]) {
    const document = readText(source)
    expect(document.declared).toEqual(declared)
    expect(shown(document)).toEqual(['paragraph: Dear Amira,'])
    expect(document.segments[0]?.sourceStart).toBe(source.indexOf('Dear'))
  }
})

test('reads the short ways to declare', () => {
  expect(readText(`---\nchild: Amira\n---\n${letter}`).declared).toEqual({children: [{name: 'Amira'}]})
  expect(readText(`---\nchildren: [Amira, Leo]\ntemplate: true\nlanguage: cy\n---\n${letter}`).declared).toEqual({
    children: [{name: 'Amira'}, {name: 'Leo'}],
    template: true,
    language: 'cy'
  })
  expect(readText(`---\nourwords: {accept: [contact, {term: cafcass, why: agreed}]}\n---\n${letter}`).declared).toEqual(
    {
      accept: [{term: 'contact'}, {term: 'cafcass', why: 'agreed'}]
    }
  )
  expect(readText(`---\ntitle: A letter\n---\n${letter}`).declared).toBeNull()
})

test.each([
  ['a key that is nearly one of ours', 'childern: [Amira]', {line: 2, column: 1}, /children/],
  [
    "a child's key that is nearly one of ours",
    'children:\n  - name: Amira\n    pronoun: she/her',
    {line: 4, column: 5},
    /pronouns/
  ],
  ['a child without a name', 'children:\n  - age: 9', {line: 3, column: 5}, /“name” is missing/],
  ['an age in words', 'child: {name: Amira, age: nine}', {line: 2, column: 27}, /“age”/],
  ['YAML that is none', 'document: letter\nchildren: [Amira', {line: 4, column: 1}, /closed/]
])('says where front matter has %s', (_, yaml, place, message) => {
  const found = fault('a.md', strToU8(`---\n${yaml}\n---\n${letter}`))
  expect(found.code).toBe('bad-front-matter')
  expect(found.place).toEqual(place)
  expect(found.message).toMatch(message)
  expect(found.message).not.toMatch(/Amira|nine/)
})

test.each([
  ['a rule over a letter', '---\n\nDear Amira,\n\nIt was good to see you.\n\n---\n\nOlu\n'],
  ['a rule that nothing closes', '---\nTo: Amira\n\nIt was good to see you.\n'],
  [
    "a letter's head that is no YAML",
    '---\nTo: Amira: the whole story\nDate: 4 May\n\nIt was good to see you.\n\n---\n\nOlu\n'
  ]
])('takes %s for text', (_, source) => {
  for (const name of ['a.md', 'a.txt']) {
    const document = readText(source, name)
    expect(document.declared).toBeNull()
    expect(document.text).toMatch(/Amira[\s\S]*It was good to see you\./)
  }
})

test('a name without an ending is Markdown, and one for text is text', () => {
  expect(readText('Hello.\n', '-').format).toBe('markdown')
  expect(readText('Hello.\n', 'a.txt').format).toBe('text')
})
