import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {readPlainYaml} from '../../src/read/plain-yaml.ts'

test('reads what most front matter is', () => {
  const source = `document: letter
children:
  - name: Mari O’Brien
    known-as: Mari
    pronouns: she/her
    age: 9
    family:
      Nan: Éva Szabó
  - Tom
people:
- "Dr Jones: the doctor"
- Ms Lee, QC
`
  expect(readPlainYaml(source)).toEqual({
    document: 'letter',
    children: [
      {name: 'Mari O’Brien', 'known-as': 'Mari', pronouns: 'she/her', age: 9, family: {Nan: 'Éva Szabó'}},
      'Tom'
    ],
    people: ['Dr Jones: the doctor', 'Ms Lee, QC']
  })
})

test.each([
  ['nothing', ''],
  ['a list alone', '- a\n- b'],
  ['text alone', 'a letter'],
  ['what is not text', 'template: true'],
  ['nothing after a key', 'people:\nlanguage: cy'],
  ['nothing after a key in a list', 'people:\n  - name:\n  - Tom'],
  ['a comment', 'document: letter # to Mari'],
  ['a colon in the words', 'document: letter: to Mari'],
  ['an escape', 'document: "let\\x74er"'],
  ['words over two lines', 'document: letter\n  to Mari'],
  ['keys that do not stand alike', 'children:\n    name: Mari\n  age: 9'],
  ['keys below words', 'document: letter\n  to: Mari'],
  ['a tab', 'children:\n\tname: Mari'],
  ['a number that is written otherwise', 'age: 09'],
  ['a key given twice', 'age: 9\nage: 10'],
  ['a key that every object has', 'constructor: Mari'],
  ['a key that every function has', 'prototype: Mari'],
  ['more than one document', 'age: 9\n---\nage: 10']
])('leaves %s to the parser of all of YAML', (_, source) => {
  expect(readPlainYaml(source)).toBeUndefined()
})

/** What YAML gives a meaning to, or might be thought to. */
const signs = ': - # [ ] { } , | > & * ! ? % @ ` --- ... ~ " "" 007 -1 1.5 True null \\ \n \t \r\n \u0085 \u00a0'
const odd = fc
  .array(fc.oneof(fc.constantFrom(...signs.split(' ')), fc.constantFrom(' ', 'a', 'a: ', '- ', '\n  ')), {maxLength: 4})
  .map((parts) => parts.join(''))
const plain = fc.constantFrom(
  'Mari',
  'Éva Szabó',
  'she/her',
  'O’Brien, QC',
  '"a: b # c"',
  '""',
  '0',
  '9',
  '10',
  'a ',
  "it's"
)

/** Keys with values and lists of them, indented by so much more than what they stand in. */
const blocks = fc.letrec<{keys: string[]; list: string[]; below: string[]}>((tie) => ({
  keys: fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('name', 'known-as', 'age', 'b'), fc.oneof({maxDepth: 3}, plain, tie('below'))),
      {
        selector: ([key]) => key,
        minLength: 1
      }
    )
    .map((pairs) =>
      pairs.flatMap(([key, value]) => (typeof value === 'string' ? [`${key}: ${value}`] : [`${key}:`, ...value]))
    ),
  list: fc
    .array(
      fc.oneof(
        {maxDepth: 3},
        plain.map((value) => [value]),
        tie('keys')
      ),
      {minLength: 1, maxLength: 3}
    )
    .map((items) => items.flatMap(([first, ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)])),
  below: fc
    .tuple(fc.oneof({maxDepth: 3}, tie('list'), tie('keys')), fc.integer({min: 1, max: 3}))
    .map(([lines, indent]) => lines.map((line) => `${' '.repeat(indent)}${line}`))
})).keys

const byAll = (source: string): unknown => parse(source, {stringKeys: true, logLevel: 'error'})

test('reads whatever is written plainly, as the parser of all of YAML does', () => {
  fc.assert(
    fc.property(blocks, (lines) => {
      const source = lines.join('\n')
      expect(readPlainYaml(source)).toEqual(byAll(source))
    })
  )
})

test('reads nothing otherwise than the parser of all of YAML, whatever has been done to a line', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.nat(), odd, (lines, line, place, added) => {
      const before = lines[line % lines.length] as string
      const at = place % (before.length + 1)
      const source = lines.with(line % lines.length, before.slice(0, at) + added + before.slice(at)).join('\n')
      const read = readPlainYaml(source)
      if (read !== undefined) expect(read).toEqual(byAll(source))
    }),
    {numRuns: 300}
  )
})
