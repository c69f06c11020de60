import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import {read} from '../../src/read/index.ts'
import {unexplainedAcronym} from '../../src/rules/unexplained-acronym.ts'
import {factsOf, type Paper, smallLexicon, writePaper} from '../facts/paper.ts'
import {lexicon as whole} from './lexicon.ts'

const lexicon = smallLexicon()

const drafts = (markdown: string, paper: Paper = {}) => {
  const {document, marked} = writePaper(markdown)
  const found = [...unexplainedAcronym.check(factsOf(document, paper, lexicon))]
  return {found, words: found.map(({at}) => document.text.slice(at?.start, at?.end)), marked}
}

test.each(unexplainedAcronym.examples.map((example) => [example.text, example] as const))('%s', (_, example) => {
  const {words, marked} = drafts(example.text, example)
  expect(words).toEqual(marked)
})

describe('the examples of the dictionaries', () => {
  const examples = lexicon.dictionaries.acronyms.flatMap(({acronym, flags, allows}) => [
    ...flags.map((text) => ({acronym, text, isFound: true})),
    ...allows.map((text) => ({acronym, text, isFound: false}))
  ])
  test.each(examples)('$acronym: $text', ({acronym, text, isFound}) => {
    const toChild = text.startsWith('letter:')
    const {found} = drafts(text.replace(/^letter: /, ''), toChild ? {document: 'letter'} : {})
    expect(found.some(({entry}) => entry === acronym)).toBe(isFound)
  })
})

test('to a child, letters within words that have plainer ones are offered those', () => {
  const offered = (text: string) =>
    check(read('letter.md', new TextEncoder().encode(text)), {
      lexicon: whole,
      declarations: [{from: 'command-line', declaration: {document: 'letter', children: [{name: 'Amira'}]}}]
    }).findings.flatMap(({rule, severity, text: words, instead: [first]}) =>
      rule === 'unexplained-acronym' ? [{severity, words, first}] : []
    )
  expect(offered('Your LAC review is on Monday.')).toEqual([{severity: 'error', words: 'LAC review', first: 'meeting'}])
  expect(offered('You are LAC now.')).toMatchObject([{words: 'LAC', first: 'children in care'}])
})

test('no short form is both everyday and explained', () => {
  const everyday = new Set(lexicon.dictionaries.everyday)
  expect(lexicon.dictionaries.acronyms.filter(({acronym}) => everyday.has(acronym))).toEqual([])
})

test('no short form is entered twice', () => {
  const forms = lexicon.dictionaries.acronyms.map(({acronym}) => acronym)
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
})

test('to a child it is said plainly, to a court in full, in the plural where the letters were', () => {
  expect(drafts('The EHCPs help.').found[0]?.instead).toEqual(['education, health and care plans'])
  expect(drafts('The IRO came.', {document: 'letter'}).found[0]?.instead).toEqual([
    'person who checks that everybody keeps the promises in your plan'
  ])
  expect(drafts('Ask your plan’s checker, IRO Ms Okafor.', {document: 'letter'}).found[0]?.instead).toEqual([
    'the person who checks that everybody keeps the promises in your plan'
  ])
})

test('where letters may stand for several things it asks', () => {
  expect(drafts('They wrote NFA.').found[0]?.message).toContain('Which is meant?')
})

test('letters that nobody knows are not repeated in the message, which may be shown redacted', () => {
  const [found] = drafts('The ZQB came.').found
  expect(found?.message).not.toContain('ZQB')
  expect(found?.instead).toEqual([])
})

test('a quotation neither counts as first use nor is spoken of, and others’ words are when they are asked for', () => {
  const said = 'Her teacher wrote: “The LADO rang.”'
  expect(drafts(said).words).toEqual([])
  expect(drafts(`${said} The LADO rang.`).found[0]?.at?.start).toBe(said.length + 5)
  expect(drafts(said, {includeQuotes: true}).words).toEqual(['LADO'])
})

test.each([
  // In a note, or in an answer
  ['Amira’s CETR was in May.\n\n[^1]: Care, education and treatment review: a meeting.'],
  ['It is an FII protocol.\n\n[^1]: That is, fabricated or induced illness.'],
  ['What’s a CAO? A child arrangements order.'],
  ['What is an SGO? It’s a special guardianship order.'],
  // By what it is
  ['She was at the TAC: the team around Amira.'],
  ['The DBS check is a check of police records.'],
  ['A CIN plan is a plan for help that the family agree to.'],
  ['The PLO is the stage before court.'],
  // Somebody, who is named beside their initials
  ['Present: Amira, SM (Sue), AM (Andy), their dog Biscuit.'],
  ['PD (Amira’s aunt Pam) came, and CIN (Cindy) after her.'],
  ['Present: Amira; SB, family support worker; her teacher (VR).'],
  ['When Amira was two, SB (her health visitor) saw her.']
])('letters are given in words or are somebody’s: %s', (text) => {
  expect(drafts(text).words).toEqual([])
})

test.each([
  ['CAO', 'What is the CAO for? A child arrangements officer knows.'],
  ['LADO', 'The LADO was told.\n\n[^1]: Ofsted was told in May.'],
  ['SW', 'The SW (Sue) came.'],
  ['HV', 'HV (Helen) came.'],
  ['ZQB', 'The ZQB (Mrs Bell) came.'],
  ['LA', 'The LA (Leeds) was told.'],
  ['CIN', 'The CIN, social worker and teacher met.'],
  ['PLO', 'The PLO is a worry.']
])('letters are not given by what merely stands beside them: %s', (letters, text) => {
  expect(drafts(text).words).toEqual([letters])
})
