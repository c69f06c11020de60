import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fallen, measure, type Recorded, record} from '../../scripts/quality/figures.ts'
import {page} from '../../scripts/quality/page.ts'
import {judgeSet, scoresOf} from '../../scripts/quality/score.ts'
import {lexicon} from '../rules/lexicon.ts'

const root = join(import.meta.dirname, '..', '..')
const recorded: Recorded = JSON.parse(readFileSync(join(root, 'quality/recorded.json'), 'utf8'))
const {figures} = measure(root)

test('no figure is below the recorded one; to see what came out wrong: npm run quality -- --show', () => {
  expect(Object.keys(recorded.sets.quality ?? {}).length).toBeGreaterThan(0)
  expect(fallen(figures, recorded)).toEqual([])
})

test('every labelled item is told of on the page', () => {
  const written = page(figures, {})
  for (const family of Object.keys(figures.sets.quality ?? {})) expect(written).toContain(`| \`${family}\` |`)
})

const children = [{name: 'Amira', pronouns: 'she/her', age: 9}]
const snippet = (expected: readonly {rule: string | string[]; text: string; nth?: number}[], allow = false) => ({
  id: 'one',
  document: 'report',
  family: 'case-talk',
  children,
  text: 'The case was hard. Amira likes contact with Mum. The case went on.',
  expect: expected,
  ...(allow && {allow: [{rule: 'case-talk', text: 'The case', nth: 2}]})
})
const scored = (...snippets: readonly ReturnType<typeof snippet>[]) =>
  scoresOf(judgeSet({snippets, documents: []}, lexicon))['case-talk']

test('a label is found where a finding of its rule overlaps it, the second where the second is meant', () => {
  const both = [
    {rule: 'case-talk', text: 'The case'},
    {rule: 'case-talk', text: 'The case', nth: 2}
  ]
  expect(scored(snippet(both))).toEqual({
    items: 1,
    hits: 2,
    missed: 0,
    falseAlarms: 0,
    precision: 100,
    recall: 100,
    f1: 100
  })
})

test('a finding of the family without a label is a false alarm, unless it is allowed; other rules do not count', () => {
  const one = [{rule: 'case-talk', text: 'The case'}]
  expect(scored(snippet(one))).toMatchObject({hits: 1, falseAlarms: 1, precision: 50, recall: 100})
  expect(scored(snippet(one, true))).toMatchObject({hits: 1, falseAlarms: 0})
})

test('a label that no finding overlaps is missed, also where another rule speaks there', () => {
  expect(scored(snippet([{rule: 'case-talk', text: 'contact'}], true))).toMatchObject({hits: 0, missed: 1, recall: 0})
})

test('of a label with several rules any that is named, or may stand for it, will do', () => {
  expect(scored(snippet([{rule: ['case-talk', 'blaming-label'], text: 'contact'}], true))).toMatchObject({hits: 1})
})

test('of a whole paper only what is listed is scored, and what had to be inferred', () => {
  const label = {
    inferred: true,
    type: 'letter',
    children: ['Amira'],
    expect: [{rule: 'missing-section', section: 'how-to-reach-me'}],
    absent: [{rule: 'missing-section', section: 'next-steps'}]
  }
  const source =
    'Dear Amira,\n\nMy name is Bethan and I help the judge. You are nine and you like chess. I will see you on Tuesday at school.\n\nLove,\nBethan\n'
  const scores = scoresOf(judgeSet({snippets: [], documents: [{name: 'letter.md', source, label}]}, lexicon))
  expect(scores.documents).toMatchObject({items: 1, hits: 1, missed: 0, falseAlarms: 0})
  expect(scores.inference).toMatchObject({hits: 2, missed: 0, falseAlarms: 0})
})

test('what is recorded never falls', () => {
  const worse = {
    ...figures,
    sets: {quality: {'case-talk': {items: 1, hits: 1, missed: 9, falseAlarms: 9, precision: 10, recall: 10, f1: 10}}}
  }
  const before: Recorded = {
    sets: {quality: {'case-talk': {items: 1, precision: 90, recall: 5}}},
    reading: {correlation: 0.5, withinAYear: 100}
  }
  const after = record(worse, before)
  expect(after.sets.quality?.['case-talk']).toEqual({items: 1, precision: 90, recall: 10})
  expect(after.reading.withinAYear).toBe(100)
  expect(fallen(worse, before).join('\n')).toContain('quality, case-talk, precision: 10, recorded 90')
  const others: Recorded = {...before, sets: {quality: {'case-talk': {items: 2, precision: 90, recall: 5}}}}
  expect(fallen(worse, others).join('\n')).toContain('1 items, recorded 2; run: npm run quality -- --record')
  expect(record(worse, others).sets.quality?.['case-talk']).toEqual({items: 1, precision: 10, recall: 10})
})
