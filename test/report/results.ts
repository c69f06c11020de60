import type {Document} from '../../src/model/document.ts'
import type {Finding} from '../../src/model/finding.ts'
import type {Known, Result} from '../../src/model/result.ts'
import type {CheckedFile, ReportContext} from '../../src/report/report.ts'
import {plain} from '../../src/report/style.ts'

/** Results as `check` would give them, made by hand, so that a report's test says what the report is made of. */

export const documentOf = (text: string): Document => {
  const blocks: {kind: 'paragraph'; start: number; end: number}[] = []
  for (const {index, 0: words} of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    blocks.push({kind: 'paragraph', start: index, end: index + words.length})
  }
  return {
    format: 'markdown',
    text,
    blocks,
    marks: [],
    segments: [{start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length}],
    source: text,
    declared: null,
    notices: []
  }
}

export const known: Known = {
  type: 'letter',
  typeFrom: 'front-matter',
  kind: null,
  kindFrom: null,
  language: 'en-GB',
  children: [{name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9, family: {}, from: 'front-matter'}],
  people: ['Ms Okafor'],
  template: false
}

/** A finding at the n-th place where the words stand. */
export function findingAt(document: Document, words: string, more: Partial<Finding> = {}, nth = 1): Finding {
  let start = -1
  for (let count = 0; count < nth; count++) start = document.text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`“${words}” does not stand there`)
  return findingOver(document, start, words, more)
}

/** A finding where the words begin. */
export function findingOver(document: Document, start: number, words: string, more: Partial<Finding> = {}): Finding {
  const end = start + words.length
  const before = document.text.slice(0, start).split('\n')
  const line = before.length
  const column = (before.at(-1) as string).length + 1
  return {
    rule: 'jargon',
    entry: 'contact',
    severity: 'warning',
    message: `“${words}” is a professional’s word.`,
    why: 'Young people said that it sounds like an appointment.',
    instead: ['time with Mum', 'seeing Mum'],
    text: words,
    fix: null,
    fingerprint: `${start}`.padStart(32, '0'),
    about: {},
    span: {start, end},
    location: {line, column, endLine: line, endColumn: column + words.length, start, end},
    where: {headings: ['What happens next'], paragraph: 1, kind: 'body'},
    ...more
  }
}

/** A finding about the whole document. */
export const wholeFinding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'missing-section',
  entry: null,
  severity: 'error',
  message: 'Nothing says what is going well.',
  why: 'Young people want to be seen whole.',
  instead: [],
  text: '',
  fix: null,
  fingerprint: 'f'.repeat(32),
  about: {section: 'strengths'},
  span: null,
  location: null,
  where: null,
  ...more
})

export const resultOf = (document: Document, findings: readonly Finding[], more: Partial<Result> = {}): Result => ({
  document,
  known,
  findings,
  notices: document.notices,
  words: document.text.split(/\s+/).filter(Boolean).length,
  quotedWords: 0,
  passages: [],
  ...more
})

export const fileOf = (path: string, result: Result): CheckedFile => ({path, result})

export const context: ReportContext = {
  version: '1.2.3',
  rules: [
    {
      id: 'jargon',
      title: 'A professional word that has a plainer one',
      why: 'Plain words.',
      fine: 'Explained.',
      severity: 'warning'
    },
    {
      id: 'missing-section',
      title: 'A section that is missing',
      why: 'To be seen whole.',
      fine: 'Never.',
      severity: 'error'
    }
  ],
  style: plain,
  columns: 80,
  redacted: false,
  all: false,
  statistics: false
}
