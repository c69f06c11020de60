import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import type {Document} from '../../src/model/document.ts'
import {lexicon} from '../rules/lexicon.ts'
import {readAs, routes} from './conversions.ts'
import {letter, ownStyles, type Paper, report} from './papers.ts'

/** What is said of a paper: rule, entry, and the words as they read, however a converter writes them. */
function said(document: Document, {declaration}: Paper): string[] {
  const {findings} = check(document, {lexicon, declarations: [{from: 'command-line', declaration}]})
  return findings
    .map(({rule, entry, span, about}) => {
      const words = span ? document.text.slice(span.start, span.end) : Object.values(about).join(' ')
      return `${entry ? `${rule}/${entry}` : rule}: ${plain(words)}`
    })
    .sort()
}

const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[\u00ad]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010-\u2014]|--/g, '-')
    .replace(/…/g, '...')

describe.each([report, ownStyles, letter])('$name', (paper) => {
  for (const {name, installed, convert} of routes) {
    test.skipIf(!installed)(`by ${name}: the same is said`, async () => {
      const original = said(await readAs('draft.docx', paper.bytes), paper)
      expect(original.length).toBeGreaterThan(3)
      const lost = paper.lost?.[name] ?? []
      expect(original).toEqual(expect.arrayContaining([...lost]))
      expect(said(await convert(paper.bytes), paper)).toEqual(original.filter((each) => !lost.includes(each)))
    })
  }
})
