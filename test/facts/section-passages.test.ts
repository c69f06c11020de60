import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {leastFor} from '../../src/facts/section-patterns.ts'
import {factsOf, paperLexicon} from './whole-documents.ts'

interface Passages {
  /** The kind of paper that it stands in. */
  readonly in: string
  /** The section, where the key is not its id. */
  readonly section?: string
  readonly shows: readonly string[]
  readonly silent: readonly string[]
}

const lexicon = paperLexicon()
const all: Readonly<Record<string, Passages>> = parse(
  readFileSync(join(import.meta.dirname, 'section-passages.yaml'), 'utf8')
)

const heads: Readonly<Record<string, string>> = {report: '# Report about Leo', supervision: '# Supervision: Leo'}

const shown = (id: string, kind: string, passage: string): boolean =>
  factsOf(`${heads[kind] ?? 'Dear Leo,'}\n\n${passage}\n`, lexicon, {
    document: kind,
    children: [{name: 'Leo', pronouns: 'he/him', age: 8}],
    people: ['Ms Farr', 'Mr Odell', 'Miss Tan', 'Jo Marsh', 'Sam Pike']
  }).sections.some((section) => section.id === id && section.words >= leastFor(id))

describe.each(Object.entries(all).map(([key, passages]) => [key, passages] as const))('%s', (key, passages) => {
  const {in: kind, section = key, shows, silent} = passages
  test.each(shows)('shown: %s', (passage) => {
    expect(shown(section, kind, passage)).toBe(true)
  })
  test.each(silent)('not shown: %s', (passage) => {
    expect(shown(section, kind, passage)).toBe(false)
  })
})
