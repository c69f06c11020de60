import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import type {Declaration} from '../../src/model/declaration.ts'
import type {Severity} from '../../src/model/finding.ts'
import {read} from '../../src/read/index.ts'
import {retextRules} from '../../src/retext.ts'
import {lexicon} from './lexicon.ts'

interface Asked extends Declaration {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
}

const amira = {name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9}

function opinion(text: string, {rules = {}, ...declaration}: Asked = {}) {
  const document = read('draft.md', new TextEncoder().encode(text))
  const declared: Declaration = {document: 'letter', children: [amira], ...declaration}
  const given = {lexicon, rules, declarations: [{from: 'command-line' as const, declaration: declared}]}
  expect(check(document, given).findings.filter(({entry}) => entry === 'retext')).toEqual([])
  return check(document, {...given, extraRules: retextRules}).findings.filter(({entry}) => entry === 'retext')
}

describe('retext-simplify', () => {
  test('speaks as advice of words that our own list leaves alone, with its suggestions', () => {
    const [finding, ...others] = opinion('It was a minimum of fuss, Amira. However, you won.')
    expect(finding).toMatchObject({
      rule: 'wordy',
      severity: 'advice',
      text: 'minimum',
      instead: ['least', 'small', 'smallest'],
      message: 'retext-simplify: “minimum” has a plainer word.'
    })
    expect(others.map(({text, instead}) => ({text, instead}))).toEqual([{text: 'However', instead: ['But', 'Yet']}])
  })

  test('does not say again what our own list says', () => {
    expect(opinion('We will utilize the park, Amira.')).toEqual([])
  })

  test('is settled like all else: quotations, names, what is accepted, what is switched off, code', () => {
    const [spoken] = opinion('I need the minimum, Amira.')
    expect(spoken?.text).toBe('minimum')
    for (const [text, asked] of [
      ['You told me: “I want the minimum of peas.” That is fine, Amira.', {}],
      ['You met Minimum, Amira.', {people: ['Minimum Jones']}],
      ['I need the minimum, Amira.', {accept: [{term: 'minimum'}]}],
      ['I need the minimum, Amira.', {rules: {'wordy/retext': 'off'}}],
      ['I need the minimum, Amira.', {rules: {wordy: 'off'}}],
      ['Dear Amira,\n\n```\nminimum\n```\n', {}]
    ] as [string, Asked][])
      expect(opinion(text, asked), text).toEqual([])
  })

  test('finds its words where they are, in the second paragraph and in a table', () => {
    const source = 'Dear Amira,\n\nI need **the minimum**.\n\n| What | Who |\n|---|---|\n| the maximum | you |\n'
    expect(
      opinion(source).map(({location}) => location && 'line' in location && [location.line, location.column])
    ).toEqual([
      [3, 14],
      [7, 7]
    ])
  })
})

describe('retext-readability', () => {
  const hard =
    'We thoroughly investigated numerous alternative accommodation possibilities together with neighbours yesterday afternoon.'

  test('speaks as advice, with the age, the school year and how its formulas agree', () => {
    const [finding, ...others] = opinion(`Dear Amira,\n\n${hard}`)
    expect(others).toEqual([])
    expect(finding).toMatchObject({rule: 'hard-to-read', severity: 'advice', text: hard})
    expect(finding?.message).toMatch(
      /^retext-readability: \d of its 7 formulas put .* above a reader of 9 \(Year 4 or 5\)\./
    )
  })

  test('leaves short sentences alone, in which one long word decides', () => {
    expect(opinion('We had a wonderful celebration, Amira.')).toEqual([])
  })

  test('measures by the reader: what is hard at nine is not at sixteen', () => {
    const middling = 'We talked about your school and the different teachers who work there on Monday.'
    expect(opinion(middling, {children: [{...amira, age: 7}]})).toHaveLength(1)
    expect(opinion(middling, {children: [{...amira, age: 16}]})).toEqual([])
  })

  test('of a report measures what everybody reads', () => {
    const report = (heading: string) => opinion(`# Report\n\n## ${heading}\n\n${hard}`, {document: 'report'})
    expect(report('Background').filter(({rule}) => rule === 'hard-to-read')).toEqual([])
    expect(report('Summary').filter(({rule}) => rule === 'hard-to-read')).toHaveLength(1)
  })

  test('leaves alone sentences that quote, and what our own measure has spoken of', () => {
    expect(opinion(`Dear Amira,\n\nYou said: “${hard}”`)).toEqual([])
    const long = `${hard.slice(0, -1)}, notwithstanding considerable administrative complications concerning transportation, funding, and availability of suitable educational provision throughout the neighbourhood.`
    expect(opinion(long).filter(({rule}) => rule === 'hard-to-read')).toEqual([])
  })

  test('is switched off by itself', () => {
    expect(opinion(`Dear Amira,\n\n${hard}`, {rules: {'hard-to-read/retext': 'off'}})).toEqual([])
  })
})
