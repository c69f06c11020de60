import * as v from 'valibot'
import {tiers} from '../model/dictionary.ts'
import {severities} from '../model/finding.ts'
import {documentTypes} from '../model/result.ts'

/**
 * What a dictionary file may hold, as `dictionaries/README.md` tells it. The published JSON Schema
 * (`schemas/dictionary-*.json`) is made from these.
 */
const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'))
const lines = v.array(line)
const atLeastOne = v.pipe(lines, v.minLength(1, 'must hold at least one example'))
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'))
const tier = v.picklist(tiers)
const ids = v.array(id)

export const entrySchema = v.strictObject({
  id,
  terms: v.pipe(lines, v.minLength(1, 'must hold at least one term')),
  as: v.optional(v.picklist(['noun', 'verb', 'adjective'])),
  letter: v.optional(tier, 'replace'),
  report: v.optional(tier, 'replace'),
  only: v.optional(lines, []),
  unless: v.optional(lines, []),
  'only-sentence': v.optional(lines, []),
  'unless-sentence': v.optional(lines, []),
  subject: v.optional(v.picklist(['someone', 'child'])),
  instead: lines,
  why: v.optional(line),
  fine: v.optional(line),
  safe: v.optional(v.boolean(), false),
  severity: v.optional(v.picklist(severities)),
  sources: v.optional(ids, []),
  flags: atLeastOne,
  allows: atLeastOne
})

export const wordListSchema = v.strictObject({
  title: line,
  rule: id,
  why: line,
  entries: v.array(entrySchema)
})

export const acronymsSchema = v.strictObject({
  title: v.optional(line),
  entries: v.array(
    v.strictObject({
      acronym: line,
      'stands-for': v.pipe(lines, v.minLength(1, 'must hold at least one')),
      plainly: v.optional(line),
      letter: v.picklist(['avoid', 'explain', 'ok']),
      report: v.picklist(['expand', 'avoid', 'ok']),
      only: v.optional(lines, []),
      unless: v.optional(lines, []),
      sources: v.optional(ids, []),
      flags: v.optional(lines, []),
      allows: v.optional(lines, [])
    })
  )
})

export const everydaySchema = v.union([lines, v.record(v.string(), lines)])

export const wordsSchema = v.record(v.string(), lines)

const gender = v.picklist(['she', 'he', 'either', 'several'])

export const peopleSchema = v.strictObject({
  relatives: v.array(v.strictObject({word: line, gender, formal: v.optional(v.boolean())})),
  roles: v.array(v.strictObject({word: line, gender})),
  titles: v.array(v.strictObject({word: line, gender})),
  pronouns: v.array(v.strictObject({declared: line, forms: lines})),
  'not-names': lines,
  'paper-words': v.optional(lines, [])
})

export const sectionsSchema = v.strictObject({
  blanks: v.optional(v.strictObject({nothing: lines, guidance: lines, promised: v.optional(lines, [])}), {
    nothing: [],
    guidance: [],
    promised: []
  }),
  sections: v.array(
    v.strictObject({
      id,
      title: line,
      says: line,
      headings: lines,
      prose: v.optional(lines, []),
      hints: v.optional(lines, []),
      after: v.optional(
        v.strictObject({
          section: id,
          letter: v.optional(lines, []),
          prose: lines,
          hints: v.optional(lines, []),
          unless: v.optional(lines, [])
        })
      ),
      unless: v.optional(lines, []),
      'unless-sentence': v.optional(lines, []),
      why: line,
      instead: lines,
      sources: v.optional(ids, []),
      flags: atLeastOne,
      allows: atLeastOne
    })
  )
})

const conditions = v.optional(v.array(v.strictObject({sections: ids, said: lines, unless: v.optional(lines, [])})), [])

export const kindSchema = v.strictObject({
  title: line,
  type: v.picklist(documentTypes),
  reader: v.strictObject({
    who: v.picklist(['child', 'court', 'professional']),
    age: v.pipe(v.number(), v.minValue(4, 'must be 4 or more'), v.maxValue(18, 'must be 18 or less'))
  }),
  'known-by': v.optional(lines, []),
  rank: v.optional(v.pipe(v.number(), v.integer()), 0),
  required: v.optional(ids, []),
  'required-when': conditions,
  'required-unless': conditions,
  'not-empty': v.optional(ids, []),
  'per-child': v.optional(ids, []),
  severities: v.optional(v.record(v.string(), v.picklist([...severities, 'off'])), {}),
  sources: v.optional(ids, [])
})

export const sourcesSchema = v.record(
  id,
  v.strictObject({title: line, publisher: line, year: v.union([line, v.pipe(v.number(), v.transform(String))])})
)
