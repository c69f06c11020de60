import * as v from 'valibot'
import {provenances} from '../model/declaration.ts'
import {severities} from '../model/finding.ts'
import {documentTypes} from '../model/result.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1))
const provenance = v.picklist(provenances)

const textLocation = v.object({
  line: ordinal,
  column: ordinal,
  endLine: ordinal,
  endColumn: ordinal,
  start: count,
  end: count
})

const packageLocation = v.object({
  part: v.string(),
  paragraph: ordinal,
  start: count,
  end: count,
  heading: v.nullable(v.string())
})

const where = v.object({
  headings: v.array(v.string()),
  paragraph: count,
  label: v.optional(v.string()),
  cell: v.optional(v.object({row: ordinal, column: ordinal})),
  note: v.optional(v.string()),
  kind: v.picklist(['body', 'header', 'footer', 'box', 'note'])
})

const finding = v.object({
  rule: v.string(),
  entry: v.nullable(v.string()),
  severity: v.picklist(severities),
  message: v.string(),
  why: v.string(),
  instead: v.array(v.string()),
  text: v.string(),
  fix: v.nullable(v.object({start: count, end: count, replacement: v.string()})),
  fingerprint: v.string(),
  about: v.object({child: v.optional(v.string()), section: v.optional(v.string())}),
  location: v.nullable(v.union([textLocation, packageLocation])),
  where: v.nullable(where)
})

const child = v.object({
  name: v.string(),
  knownAs: v.nullable(v.string()),
  pronouns: v.nullable(v.string()),
  age: v.nullable(v.number()),
  from: provenance
})

const file = v.object({
  path: v.string(),
  words: count,
  quotedWords: count,
  document: v.object({
    format: v.picklist(['markdown', 'text', 'docx', 'odt']),
    type: v.picklist(documentTypes),
    typeFrom: provenance,
    kind: v.nullable(v.string()),
    kindFrom: v.nullable(provenance),
    language: v.string(),
    template: v.boolean(),
    children: v.array(child)
  }),
  findings: v.array(finding),
  /** Findings that were counted and left out. */
  notShown: v.optional(v.object({errors: count, warnings: count, advice: count})),
  notices: v.array(
    v.object({
      code: v.string(),
      message: v.string(),
      words: v.optional(count),
      failed: v.optional(v.literal(true)),
      aside: v.optional(v.literal(true))
    })
  )
})

const fault = v.object({
  path: v.nullable(v.string()),
  code: v.string(),
  message: v.string(),
  location: v.optional(v.object({line: ordinal, column: ordinal}))
})

/**
 * The JSON report. Within a major version only additions are made, so what is not known is passed over in reading.
 * `schemas/report.schema.json` is made of this.
 */
export const reportSchema = v.object({
  schemaVersion: v.literal(1),
  tool: v.object({name: v.literal('ourwords'), version: v.string()}),
  /** Stands in a report that holds words of the documents. */
  confidential: v.optional(v.string()),
  files: v.array(file),
  faults: v.array(fault),
  summary: v.object({
    files: count,
    words: count,
    quotedWords: count,
    errors: count,
    warnings: count,
    advice: count
  })
})

export type JsonReport = v.InferOutput<typeof reportSchema>
export type JsonFile = JsonReport['files'][number]
export type JsonFault = JsonReport['faults'][number]
