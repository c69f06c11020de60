import {describe, expect, it} from 'vitest'
import {suppress} from '../../src/findings/suppress.ts'
import type {Document} from '../../src/model/document.ts'
import type {Finding} from '../../src/model/finding.ts'
import type {Span} from '../../src/model/span.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {read} from '../../src/read/index.ts'
import {toSource} from '../../src/read/positions.ts'
import {docx, p, r} from '../docx/make.ts'

const rules = ['jargon', 'case-talk']

/** A finding at every “contact” and “case”. */
const findingsIn = ({text: whole}: Document, locate: (span: Span) => Finding['location']): Finding[] =>
  [...whole.matchAll(/contact|case/g)].map(({0: text, index}): Finding => {
    const span = {start: index, end: index + text.length}
    return {
      rule: text === 'case' ? 'case-talk' : 'jargon',
      entry: text === 'case' ? null : 'contact',
      severity: 'warning',
      message: '',
      why: '',
      instead: [],
      text,
      fix: null,
      fingerprint: '',
      about: {},
      span,
      location: locate(span),
      where: null
    }
  })

/** What is left of a finding at every “contact” and “case” when the comments of the file have been heard. */
function heard(source: string): {left: string[]; notices: string[]} {
  const document = read('a.md', new TextEncoder().encode(source))
  const findings = findingsIn(document, (span) => ({
    ...{line: 1, column: 1, endLine: 1, endColumn: 1},
    ...toSource(document, span)
  }))
  const {findings: left, notices} = suppress(document, findings, rules)
  return {left: left.map(({text}) => text), notices: notices.map(({code, message}) => `${code}: ${message}`)}
}

describe('a comment that accepts a finding', () => {
  it('speaks of the paragraph after it, for the rules that it names, and of nothing else', () => {
    const comment = '<!-- ourwords-disable-next-line jargon -- the order is quoted -->'
    expect(heard(`A contact.\n\n${comment}\nThe contact order\nand contact in this case.\n\nMore contact.\n`)).toEqual({
      left: ['contact', 'case', 'contact'],
      notices: []
    })
  })

  it('may name an entry, or several rules', () => {
    expect(
      heard('<!-- ourwords-disable-next-line jargon/contact, case-talk -- said so -->\n\nThe contact case.').left
    ).toEqual([])
    expect(heard('<!-- ourwords-disable-next-line jargon/other -- said so -->\n\nThe contact.').left).toEqual([
      'contact'
    ])
  })

  it.each([
    ['ourwords-disable-next-line jargon', 'The contact.', 'unreasoned-suppression: The comment on line 3'],
    ['ourwords-disable-next-line case-talk -- why', 'The contact.', 'unused-suppression: The comment on line 3'],
    [
      'ourwords-disable-next-line jargn -- why',
      'The contact.',
      'bad-suppression: The comment on line 3 names no rule that is known; did you mean “jargon”?'
    ],
    ['ourwords-disable-next-line', 'The contact.', 'bad-suppression'],
    ['ourwords-disable jargon -- why', 'The contact.', 'bad-suppression']
  ])('is told of when it is not as it should be: %s', (comment, text, notice) => {
    const {notices} = heard(`Hello.\n\n<!-- ${comment} -->\n\n${text}\n`)
    expect(notices).toEqual([expect.stringContaining(notice)])
  })

  it('is no concern of ours when it is another comment', () => {
    expect(heard('<!-- a note of ourwords and the case -->\n\nThe contact.')).toEqual({left: ['contact'], notices: []})
  })
})

/** The same for a Word file with one comment at its second paragraph. */
function heardInWord(comment: string): {left: string[]; notices: string[]} {
  const mark = (name: string) => `<w:${name} w:id="1"/>`
  const document = readDocx(
    docx({
      body:
        p('Her contact.') +
        p(`${mark('commentRangeStart')}${r('The contact in this case.')}<w:r>${mark('commentReference')}</w:r>`),
      comments: `<w:comment w:id="1" w:author="Manager">${p(comment)}</w:comment>`
    })
  )
  const {findings, notices} = suppress(
    document,
    findingsIn(document, () => null),
    rules
  )
  return {left: findings.map(({text}) => text), notices: notices.map(({code, message}) => `${code}: ${message}`)}
}

describe('a Word comment that accepts a finding', () => {
  it.each([
    ['ourwords accept contact -- the order is quoted', ['contact', 'case']],
    ['Ourwords: accept Contact, case-talk – the order is quoted', ['contact']],
    ['ourwords-disable jargon/contact — the order is quoted', ['contact', 'case']]
  ])('speaks of the paragraph that it is anchored to: %s', (comment, left) => {
    expect(heardInWord(comment)).toEqual({left, notices: []})
  })

  it('is told of where it gives no reason, accepts nothing or says nothing', () => {
    expect(heardInWord('ourwords accept contact').notices).toEqual([
      'unreasoned-suppression: The comment by paragraph 2 says not why; add “-- ” and the reason after the word.'
    ])
    expect(heardInWord('ourwords accept residence -- why').notices).toEqual([
      'unused-suppression: The comment by paragraph 2 accepts nothing that is found here; take it out.'
    ])
    expect(heardInWord('ourwords accept').notices).toEqual([
      'bad-suppression: The comment by paragraph 2 says not what to accept; write the word or the rule after it.'
    ])
  })

  it('is left to those who talk about the program', () => {
    expect(heardInWord('ourwords is right about contact')).toEqual({left: ['contact', 'contact', 'case'], notices: []})
  })
})
