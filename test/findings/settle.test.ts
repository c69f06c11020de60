import {expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import {read} from '../../src/read/index.ts'
import {lexicon} from '../rules/lexicon.ts'

const rulesFor = (text: string, rules: Readonly<Record<string, 'off'>> = {}): string[] =>
  check(read('a.md', new TextEncoder().encode(text)), {
    lexicon,
    rules,
    declarations: [{from: 'command-line', declaration: {document: 'report', children: [{name: 'Amira'}]}}]
  }).findings.map(({rule, text: words}) => `${rule}: ${words}`)

test('words of what is to be taken out or filled in are not spoken of themselves', () => {
  const note = 'Amira is well. [DN: ask the SENCO about contact]'
  expect(rulesFor(note)).toEqual(['unfilled-placeholder: [DN: ask the SENCO about contact]'])
  expect(rulesFor(note, {'unfilled-placeholder': 'off'})).toContain('unexplained-acronym: SENCO')
})
