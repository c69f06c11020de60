import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import type {Document} from '../../src/model/document.ts'
import {lexicon} from '../rules/lexicon.ts'
import {readAs, routes} from './conversions.ts'
import {letter, ownStyles, type Paper, report} from './papers.ts'
import {said} from './said.ts'

const saidOf = (document: Document, {declaration}: Paper): string[] =>
  said(check(document, {lexicon, declarations: [{from: 'command-line', declaration}]}))

describe.each([report, ownStyles, letter])('$name', (paper) => {
  for (const {name, installed, convert} of routes) {
    test.skipIf(!installed)(`by ${name}: the same is said`, async () => {
      const original = saidOf(await readAs('draft.docx', paper.bytes), paper)
      expect(original.length).toBeGreaterThan(3)
      const lost = paper.lost?.[name] ?? []
      expect(original).toEqual(expect.arrayContaining([...lost]))
      expect(saidOf(await convert(paper.bytes), paper)).toEqual(original.filter((each) => !lost.includes(each)))
    })
  }
})
