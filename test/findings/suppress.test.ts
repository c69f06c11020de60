import {describe, expect, it} from 'vitest'
import {suppress} from '../../src/findings/suppress.ts'
import type {Finding} from '../../src/model/finding.ts'
import {read} from '../../src/read/index.ts'
import {toSource} from '../../src/read/positions.ts'

const rules = ['jargon', 'case-talk']

/** What is left of a finding at every “contact” and “case” when the comments of the file have been heard. */
function heard(source: string): {left: string[]; notices: string[]} {
  const document = read('a.md', new TextEncoder().encode(source))
  const findings = [...document.text.matchAll(/contact|case/g)].map(({0: text, index}): Finding => {
    const span = {start: index, end: index + text.length}
    const {start, end} = toSource(document, span)
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
      location: {line: 1, column: 1, endLine: 1, endColumn: 1, start, end},
      where: null
    }
  })
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
