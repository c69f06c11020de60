import {describe, expect, it} from 'vitest'
import {full} from '../../src/report/full.ts'
import {documentOf, fileOf, findingAt, resultOf, wholeFinding} from './results.ts'
import {report} from './run-report.ts'

const letter = documentOf('Dear Amira,\n\nYou will have contact with your mum every Saturday.')

describe('the full report', () => {
  it('says what, where, why and what to write instead, with the words marked', () => {
    const text = report(full, [fileOf('letters/amira.md', resultOf(letter, [findingAt(letter, 'contact')]))])
    expect(text).toMatchInlineSnapshot(`
      "letters/amira.md
        letter to Amira, she/her, 9

      letters/amira.md:3:15  warning  jargon/contact
        “contact” is a professional’s word.
          You will have contact with your mum every Saturday.
                        ^^^^^^^
        where What happens next > paragraph 1
        why   Young people said that it sounds like an appointment.
        try   time with Mum · seeing Mum

      1 file, 11 words checked
      0 errors, 1 warning, 0 pieces of advice
      "
    `)
  })

  it('sets the marks under the words by what is seen, not by how many units there are', () => {
    const wide = documentOf('Dear 👩‍👧 José 李, we arranged contact for you.')
    const text = report(full, [fileOf('a.md', resultOf(wide, [findingAt(wide, 'contact')]))])
    const [, line = '', marks = ''] = /(.*contact for you.*)\n(.*\^+.*)\n/.exec(text) ?? []
    // 👩‍👧 and 李 take two cells each, and the family's joined signs and the accent none of their own.
    expect(marks.indexOf('^')).toBe('    Dear XX Jose XX, we arranged '.length)
    expect(line).toContain('👩‍👧')
  })

  it('shows the words in a window cut between words when their paragraph is long', () => {
    const long = documentOf(
      `${'Here is a good sentence. '.repeat(400)}We will facilitate contact soon. ${'And on it goes. '.repeat(400)}`
    )
    const lines = report(full, [fileOf('a.md', resultOf(long, [findingAt(long, 'contact')]))]).split('\n')
    const line = lines.find((each) => each.includes('facilitate contact')) as string
    expect(line.length).toBeLessThanOrEqual(80)
    expect(line).toMatch(/^ {4}… \S.*\S …$/)
    expect(Math.max(...lines.map((each) => each.length))).toBeLessThanOrEqual(80)
  })

  it('tells of repeats once, and lists each of them when asked', () => {
    const text = 'We spoke of contact. '.repeat(31)
    const document = documentOf(text)
    const findings = Array.from({length: 31}, (_, index) => findingAt(document, 'contact', {}, index + 1))
    const file = fileOf('a.md', resultOf(document, findings))
    const brief = report(full, [file])
    expect(brief.match(/\^{7}/g)).toHaveLength(1)
    expect(brief).toContain('30 more in this file')
    expect(report(full, [file], {all: true}).match(/\^{7}/g)).toHaveLength(31)
  })

  it('shows the ten that matter most, the gravest first, and says what it held back', () => {
    const words = Array.from({length: 14}, (_, index) => `word${String.fromCharCode(97 + index)}`)
    const document = documentOf(words.join(' '))
    const findings = words.map((word, index) =>
      findingAt(document, word, {entry: word, severity: index === 13 ? 'error' : index % 2 ? 'warning' : 'advice'})
    )
    const text = report(full, [fileOf('a.md', resultOf(document, [...findings, wholeFinding()]))])
    expect(text.match(/^a\.md.* {2}(error|warning|advice) {2}/gm)).toHaveLength(10)
    expect(text.indexOf('missing-section')).toBeLessThan(text.indexOf('wordn'))
    expect(text.indexOf('wordn')).toBeLessThan(text.indexOf('wordb'))
    expect(text).toMatch(/Not shown: 5\s+pieces of advice/)
  })

  it('leaves room among the ten for words that hurt', () => {
    const blaming = ['worda', 'wordb', 'wordc']
    const jargon = ['wordd', 'worde', 'wordf', 'wordg', 'wordh']
    const document = documentOf([...jargon, ...blaming].join(' '))
    const missing = Array.from({length: 6}, (_, index) => wholeFinding({about: {section: `s${index}`}}))
    const text = report(full, [
      fileOf(
        'a.md',
        resultOf(document, [
          ...missing,
          ...jargon.map((word) => findingAt(document, word, {entry: word})),
          ...blaming.map((word) => findingAt(document, word, {rule: 'blaming-label', entry: word}))
        ])
      )
    ])
    expect(text.match(/missing-section/g)?.length).toBe(3 + 1)
    expect(text.match(/blaming-label/g)).toHaveLength(3)
    expect(text.match(/jargon\//g)).toHaveLength(4)
  })

  it('tells of several children who are left out of one part in one sentence', () => {
    const document = documentOf('The children should live with their aunt.')
    const findings = ['Callum', 'Poppy', 'Ffion'].map((child) =>
      wholeFinding({
        rule: 'missing-name',
        entry: null,
        message: `${child} is not named under risks.`,
        about: {child, section: 'risks'}
      })
    )
    const file = fileOf('a.md', resultOf(document, findings))
    for (const all of [true, false])
      expect(report(full, [file], {all}).match(/.* named under .*/g)).toEqual([
        '  Callum, Poppy and Ffion are not named under risks.'
      ])
  })

  it('asks after the pronouns of several children at once', () => {
    const document = documentOf('Hello, Marcus and Ella.')
    const findings = ['Marcus', 'Ella'].map((child) =>
      wholeFinding({
        rule: 'missing-pronouns',
        entry: null,
        message: `Nothing here says which pronouns ${child} uses.`,
        about: {child}
      })
    )
    expect(report(full, [fileOf('a.md', resultOf(document, findings))]).match(/Nothing here.*/g)).toEqual([
      'Nothing here says which pronouns Marcus and Ella use.'
    ])
  })

  it('never calls a document clean that was read only in part', () => {
    const part = documentOf('All is well.')
    const notices = [{code: 'hidden-text', message: 'Hidden text was not judged.', words: 12}]
    const text = report(full, [fileOf('a.docx', resultOf(part, [], {notices}))])
    expect(text).toContain('Hidden text was not judged.')
    expect(text).not.toContain('Nothing to say')
    expect(text).toContain('Not complete')
  })

  it.each([60, 40])('stays within a terminal of %i columns, but for addresses, which must stay whole', (columns) => {
    const path = 'letters/amira-decision-draft.md'
    const finding = findingAt(letter, 'contact', {entry: 'contact-with-somebody-who-cares', severity: 'advice'})
    const notices = [{code: 'hidden-text', message: 'Hidden text was not judged.'}]
    const {known} = resultOf(letter, [])
    const long = {...known, kind: 'letter-introduction', children: [...known.children, ...known.children]}
    const text = report(full, [fileOf(path, resultOf(letter, [finding], {notices, known: long, quotedWords: 3}))], {
      columns
    })
    const lines = text.split('\n')
    expect(lines).toContain(`${path}:3:15`)
    expect(lines).toContain('  advice  jargon/contact-with-somebody-who-cares')
    expect(
      Math.max(...lines.filter((line) => !/^(letters| {2}advice)/.test(line)).map((line) => line.length))
    ).toBeLessThanOrEqual(columns)
  })

  it('says how many words were checked and how many in quotations were not judged', () => {
    const text = report(full, [fileOf('a.md', resultOf(letter, [], {words: 3412, quotedWords: 212}))])
    expect(text).toBe('1 file, 3,412 words checked (212 in quotations not judged)\nNothing to say.\n')
  })
})
