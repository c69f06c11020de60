import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {type: 'json'}
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {readXml} from '../../src/read/docx/xml.ts'
import {concise} from '../../src/report/concise.ts'
import {github} from '../../src/report/github.ts'
import {gitlab} from '../../src/report/gitlab.ts'
import {html} from '../../src/report/html.ts'
import {formatNames, formats} from '../../src/report/index.ts'
import {junit} from '../../src/report/junit.ts'
import {markdown} from '../../src/report/markdown.ts'
import {sarif} from '../../src/report/sarif.ts'
import {documentOf, fileOf, findingAt, resultOf, wholeFinding} from './results.ts'
import {report} from './run-report.ts'

const letter = documentOf('Dear Amira,\n\nYou will have contact with your mum every Saturday.')
const inWord = findingAt(letter, 'contact', {
  location: {part: 'word/document.xml', paragraph: 4, start: 14, end: 21, heading: 'Strengths'},
  where: {headings: ['Strengths'], paragraph: 2, label: '1.3', kind: 'body'}
})
const files = [
  fileOf('letters/a b,c:d.md', resultOf(letter, [findingAt(letter, 'contact'), wholeFinding()])),
  fileOf('report.docx', {
    ...resultOf(letter, [inWord], {notices: [{code: 'hidden-text', message: 'Hidden text was not judged.'}]}),
    document: {...letter, format: 'docx', source: null, segments: []}
  }),
  fileOf('clean.md', resultOf(letter, []))
]
const faults = [{path: 'b.docx', code: 'encrypted', message: 'The file has a password.'}]

describe('concise', () => {
  it('gives each finding one line, with its place where the file has lines', () => {
    expect(report(concise, files).split('\n')).toEqual([
      'letters/a b,c:d.md:3:15: warning jargon/contact “contact” is a professional’s word.',
      'letters/a b,c:d.md: error missing-section Nothing says what is going well.',
      'report.docx: warning jargon/contact “contact” is a professional’s word. (Strengths > paragraph 1.3)',
      'report.docx: notice Hidden text was not judged.',
      '3 files, 33 words checked',
      '1 error, 2 warnings, 0 pieces of advice',
      'Not complete: 1 note above says what was not checked.',
      ''
    ])
  })
})

describe('HTML', () => {
  it('numbers what it says beside the words from 1, whatever is said of the whole document', () => {
    const page = report(html, [fileOf('a.md', resultOf(letter, [wholeFinding(), findingAt(letter, 'contact')]))])
    expect(page.match(/class="ref"[^>]*>(\d+)/)?.[1]).toBe('1')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('SARIF', () => {
  // The published schema is draft 4, of which it uses nothing that later drafts read differently but these two keys.
  const {$schema: _, id: __, ...readable} = schema
  const validate = new Ajv({strict: false, validateFormats: false, unicodeRegExp: false}).compile(readable)
  const log = JSON.parse(report(sarif, files, {faults}))
  const [run] = log.runs

  it('is valid by the published schema, with findings, without, and with faults', () => {
    for (const text of [report(sarif, files, {faults}), report(sarif, []), report(sarif, [], {faults})]) {
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  it('gives GitHub what it asks for: relative escaped addresses, lines, fingerprints and help', () => {
    for (const {locations, partialFingerprints, ruleId, ruleIndex} of run.results) {
      const [{physicalLocation}] = locations
      expect(physicalLocation.artifactLocation.uri).not.toMatch(/^\/|^[a-z]+:|[ ,:\\]/)
      expect(physicalLocation.region.startLine).toBeGreaterThan(0)
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/./)
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
    }
    for (const {shortDescription, fullDescription, help, properties} of run.tool.driver.rules) {
      expect(Math.min(...[shortDescription, fullDescription, help].map(({text}) => text.length))).toBeGreaterThan(0)
      expect(properties['security-severity']).toBeUndefined()
    }
    expect(run.columnKind).toBe('utf16CodeUnits')
  })

  it('says of a Word file where in words, as it has no lines', () => {
    const result = run.results.find(({locations}: {locations: unknown}) => JSON.stringify(locations).includes('docx'))
    expect(result.message.text).toContain('Strengths > paragraph 1.3')
    expect(result.locations[0].logicalLocations[0].fullyQualifiedName).toBe('Strengths > paragraph 1.3')
  })

  it('is not a successful run when something was not read', () => {
    expect(run.invocations[0].executionSuccessful).toBe(false)
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2)
  })
})

describe('GitHub annotations', () => {
  it('escape the file and the message, and put the help on lines of its own', () => {
    expect(report(github, files).split('\n')[0]).toBe(
      '::warning file=letters/a b%2Cc%3Ad.md,line=3,endLine=3,col=15,endColumn=22,title=ourwords%3A jargon/contact::' +
        '“contact” is a professional’s word.%0ATry: time with Mum · seeing Mum'
    )
  })

  it('show ten of a level and say how many more there are', () => {
    const many = documentOf('contact '.repeat(25))
    const findings = Array.from({length: 25}, (_, index) => findingAt(many, 'contact', {}, index + 1))
    const text = report(github, [fileOf('a.md', resultOf(many, [...findings, wholeFinding()]))])
    expect(text.match(/^::warning /gm)).toHaveLength(10)
    expect(text.match(/^::error /gm)).toHaveLength(1)
    expect(text).toContain('15 more are not shown here')
  })
})

describe('GitLab Code Quality', () => {
  it('has for every problem what GitLab reads, with fingerprints of their own', () => {
    const rows = JSON.parse(report(gitlab, [...files, fileOf('again.md', files[0]?.result as never)], {faults}))
    expect(rows).toHaveLength(7)
    for (const row of rows) {
      expect(row).toEqual({
        description: expect.stringMatching(/./),
        check_name: expect.stringMatching(/./),
        fingerprint: expect.stringMatching(/./),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: {path: expect.any(String), lines: {begin: expect.any(Number)}}
      })
    }
    expect(new Set(rows.map(({fingerprint}: {fingerprint: string}) => fingerprint)).size).toBe(rows.length)
    expect(rows.at(-1)).toMatchObject({check_name: 'fault/encrypted', severity: 'blocker'})
  })

  it('is an empty list when there is nothing', () => {
    expect(JSON.parse(report(gitlab, []))).toEqual([])
  })
})

describe('JUnit', () => {
  it('has a suite for each file, a case for each finding, and an error for what could not be done', () => {
    const text = report(junit, files, {faults})
    expect(() => readXml(text)).not.toThrow()
    expect(text.match(/<testsuite /g)).toHaveLength(4)
    expect(text.match(/<failure /g)).toHaveLength(3)
    expect(text.match(/<error /g)).toHaveLength(2)
    expect(text).toContain('<testcase name="nothing found" classname="clean.md"/>')
  })
})

describe('Markdown', () => {
  it('is a table for each file, the gravest first, and says what was not read', () => {
    const text = report(markdown, files, {faults})
    expect(text.indexOf('missing\\-section')).toBeLessThan(0)
    expect(text.indexOf('`missing-section`')).toBeLessThan(text.indexOf('`jargon/contact`'))
    expect(text).toContain('| warning | “contact” is a professional’s word\\. `contact` |')
    expect(text).toContain('Hidden text was not judged')
    expect(text).toContain('`b.docx`: The file has a password')
    expect(text).toContain('Not complete')
  })
})

describe('a notice about the file’s own comments', () => {
  const asides = [
    {code: 'unused-suppression', message: 'The comment on line 1 accepts nothing.', aside: true as const},
    {code: 'unused-suppression', message: 'The comment on line 2 accepts nothing.', aside: true as const}
  ]
  const letter = documentOf('All is well.')
  const told = (name: (typeof formatNames)[number]) =>
    report(formats[name].create, [fileOf('a.md', resultOf(letter, [], {notices: asides}))])

  it.each(formatNames.filter((name) => name !== 'junit'))('is told in %s, and nothing is called incomplete', (name) => {
    expect(told(name)).toMatch(/line\\?.? 2 accepts nothing/)
    expect(told(name)).not.toMatch(/not (?:all was )?read|not complete|"executionSuccessful":false/i)
  })

  it('is no error in JUnit, whose cases either pass or stop a build', () => {
    expect(told('junit')).toContain('failures="0" errors="0"')
  })

  it('has a fingerprint of its own in GitLab', () => {
    const fingerprints = JSON.parse(told('gitlab')).map(({fingerprint}: {fingerprint: string}) => fingerprint)
    expect(new Set(fingerprints).size).toBe(2)
  })
})
