import {readFileSync} from 'node:fs'
import {toJsonSchema} from '@valibot/to-json-schema'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import {fileFromJson, parseReport} from '../../src/report/from-json.ts'
import {json} from '../../src/report/json.ts'
import {reportSchema} from '../../src/report/json-schema.ts'
import {documentOf, fileOf, findingAt, resultOf, wholeFinding} from './results.ts'
import {report} from './run-report.ts'

const letter = documentOf('Dear Amira,\n\nYou will have contact with your mum every Saturday.')
const files = [
  fileOf(
    'letters/amira.md',
    resultOf(letter, [
      findingAt(letter, 'contact', {fix: {span: {start: 27, end: 34}, replacement: 'time'}}),
      wholeFinding()
    ])
  ),
  fileOf('clean.md', resultOf(letter, []))
]
const faults = [{path: 'b.docx', code: 'encrypted', message: 'The file has a password.'}]

describe('the JSON report', () => {
  it('is what the contract says', () => {
    expect(JSON.parse(report(json, files, {faults}))).toMatchObject({
      schemaVersion: 1,
      tool: {name: 'ourwords', version: '1.2.3'},
      summary: {files: 2, words: 22, errors: 1, warnings: 1, advice: 0},
      files: [
        {
          path: 'letters/amira.md',
          words: 11,
          document: {
            type: 'letter',
            kind: null,
            language: 'en-GB',
            children: [{name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9, from: 'front-matter'}]
          },
          findings: [
            {
              rule: 'jargon',
              entry: 'contact',
              severity: 'warning',
              text: 'contact',
              instead: ['time with Mum', 'seeing Mum'],
              fix: {start: 27, end: 34, replacement: 'time'},
              about: {},
              location: {line: 3, column: 15, endLine: 3, endColumn: 22, start: 27, end: 34}
            },
            {rule: 'missing-section', entry: null, location: null, about: {section: 'strengths'}, text: ''}
          ],
          notices: []
        },
        {path: 'clean.md', findings: []}
      ],
      faults: [{path: 'b.docx', code: 'encrypted', message: 'The file has a password.'}]
    })
  })

  it('holds to the schema that is published with the package', () => {
    const validate = new Ajv({strict: false}).compile(
      JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object
    )
    for (const text of [report(json, files, {faults}), report(json, []), report(json, [], {redacted: true})]) {
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    }
    expect(validate({...JSON.parse(report(json, [])), schemaVersion: 2})).toBe(false)
  })

  it('is described by the schema that merging reads by', async () => {
    const schema = {
      $id: 'https://unpkg.com/ourwords/schemas/report.schema.json',
      title: 'What ourwords says of papers, as JSON',
      ...toJsonSchema(reportSchema, {errorMode: 'ignore'})
    }
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/report.schema.json')
  })

  it('says that it is confidential unless the words were taken out', () => {
    expect(JSON.parse(report(json, files)).confidential).toMatch(/./)
    expect(JSON.parse(report(json, files, {redacted: true})).confidential).toBeUndefined()
  })

  it('is read again without losing a finding', () => {
    const once = report(json, files)
    const again = parseReport(once).files.map(fileFromJson)
    expect(JSON.parse(report(json, again))).toEqual(JSON.parse(once))
  })

  it.each(['', '{}', '[]', 'Amira', '{"schemaVersion": 2}'])('refuses what is no report: %s', (text) => {
    expect(() => parseReport(text)).toThrow(expect.objectContaining({code: 'bad-report'}))
    expect(() => parseReport(text)).not.toThrow(/Amira/)
  })
})
