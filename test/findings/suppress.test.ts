import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import {suppress} from '../../src/findings/suppress.ts'
import type {Document} from '../../src/model/document.ts'
import type {Finding} from '../../src/model/finding.ts'
import type {Span} from '../../src/model/span.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {read} from '../../src/read/index.ts'
import {toSource} from '../../src/read/positions.ts'
import {docx, p, r} from '../docx/make.ts'
import {lexicon} from '../rules/lexicon.ts'

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
    ['ourwords-disable-nextline jargon -- why', 'The contact.', 'did you mean ourwords-disable-next-line?'],
    ['ourwords-enable jargon', 'The contact.', 'unused-suppression: The comment on line 3 ends nothing']
  ])('is told of when it is not as it should be: %s', (comment, text, notice) => {
    const {notices} = heard(`Hello.\n\n<!-- ${comment} -->\n\n${text}\n`)
    expect(notices).toEqual([expect.stringContaining(notice)])
  })

  it('may speak of the line that it stands in, and of the paragraph or row around it', () => {
    expect(
      heard('The contact,\nthe contact <!-- ourwords-disable-line jargon -- said so -->\nand contact.\n\nMore contact.')
    ).toEqual({left: ['contact'], notices: []})
    const row = '| contact | contact <!-- ourwords-disable-line jargon -- said so --> |'
    expect(heard(`| a | b |\n| --- | --- |\n| contact | case |\n${row}\n`)).toEqual({
      left: ['contact', 'case'],
      notices: []
    })
  })

  it('may begin a stretch that another comment ends, for some rules or for all', () => {
    const begin = '<!-- ourwords-disable jargon case-talk -- said so -->'
    const text = (end: string) =>
      `One contact.\n\n${begin}\n\n## Contact\n\nThe contact case.\n\n<!-- ${end} -->\n\nLast contact case.\n`
    expect(heard(text('ourwords-enable'))).toEqual({left: ['contact', 'contact', 'case'], notices: []})
    expect(heard(text('ourwords-enable jargon'))).toEqual({left: ['contact', 'contact'], notices: []})
    expect(heard(text('a note'))).toEqual({left: ['contact'], notices: []})
  })

  it('reaches what concerns the whole document only where nothing ends it', () => {
    const missing = (comment: string) =>
      check(
        read('a.md', new TextEncoder().encode(`${comment}\n\n# Report about Nia\n\nNia is nine. She likes maths.\n`)),
        {
          lexicon,
          declarations: [{from: 'command-line', declaration: {document: 'report'}}]
        }
      ).findings.flatMap(({rule, about}) => (rule === 'missing-section' ? [about.section] : []))
    const all = missing('')
    expect(all).toContain('strengths')
    expect(missing('<!-- ourwords-disable missing-section/strengths -- an addendum -->')).toEqual(
      all.filter((section) => section !== 'strengths')
    )
    expect(missing('<!-- ourwords-disable missing-section -- an addendum -->')).toEqual([])
    expect(missing('<!-- ourwords-disable missing-section -- an addendum -->\n\n<!-- ourwords-enable -->')).toEqual(all)
  })

  it('is not called unused where its rule does not speak', () => {
    const document = read(
      'a.md',
      new TextEncoder().encode('<!-- ourwords-disable-next-line jargon -- why -->\n\nHello.')
    )
    expect(suppress(document, [], rules, new Set(['jargon'])).notices).toEqual([])
    expect(suppress(document, [], rules).notices).toHaveLength(1)
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

describe('what a document accepts in its front matter', () => {
  const notices = (accept: string, rules = {}) =>
    check(
      read(
        'a.md',
        new TextEncoder().encode(`---\ndocument: report\nourwords: {accept: [${accept}]}\n---\n\nNia has contact.\n`)
      ),
      {lexicon, rules}
    ).notices.map(({code}) => code)

  it('is told of where it has no reason or no use', () => {
    expect(notices('{term: contact, why: the order says so}')).toEqual([])
    expect(notices('contact')).toEqual(['unreasoned-suppression'])
    expect(notices('{term: Zubaida, why: it is her name}')).toEqual(['unused-suppression'])
  })

  it('is not called useless where not all rules speak', () => {
    expect(notices('{term: Zubaida, why: it is her name}', {jargon: 'off'})).toEqual([])
  })

  it('names none of its words', () => {
    const document = read(
      'a.md',
      new TextEncoder().encode('---\nourwords: {accept: [Zubaida, contact]}\n---\n\nNia has contact.\n')
    )
    const {notices} = check(document, {lexicon})
    expect(notices.every(({aside}) => aside)).toBe(true)
    expect(notices.map(({message}) => message)).toEqual([
      expect.stringContaining('Number 1 of what the front matter accepts has no reason'),
      expect.stringContaining('Number 1 of what the front matter accepts is not found here'),
      expect.stringContaining('Number 2 of what the front matter accepts has no reason')
    ])
  })
})
