import * as v from 'valibot'
import {severities} from '../model/finding.ts'

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))

const acceptance = v.union([text, v.strictObject({term: text, why: v.optional(text)})])

const childSchema = v.strictObject({
  name: text,
  'known-as': v.optional(text),
  pronouns: v.optional(text),
  age: v.optional(v.pipe(v.number(), v.minValue(0, 'must not be below 0'), v.maxValue(25, 'must not be above 25'))),
  family: v.optional(v.record(v.string(), text)),
  language: v.optional(text)
})

/** What a document may be told about itself, in a sidecar or an override. */
const declarationEntries = {
  document: v.optional(text),
  children: v.optional(v.array(childSchema)),
  people: v.optional(v.array(text)),
  language: v.optional(text),
  template: v.optional(v.boolean()),
  accept: v.optional(v.array(acceptance))
}

const judgingEntries = {
  ...declarationEntries,
  rules: v.optional(v.record(v.string(), v.picklist([...severities, 'off']))),
  'include-quotes': v.optional(v.boolean())
}

/** `draft.docx.ourwords.yaml` */
export const sidecarSchema = v.strictObject(declarationEntries)

/** `ourwords.yaml` */
export const configSchema = v.nullish(
  v.strictObject({
    extends: v.optional(v.union([text, v.array(text)])),
    ...judgingEntries,
    dictionaries: v.optional(v.union([text, v.array(text)])),
    exclude: v.optional(v.array(text)),
    'fail-on': v.optional(v.picklist([...severities, 'never'])),
    'max-warnings': v.optional(v.pipe(v.number(), v.integer('must be a whole number'))),
    overrides: v.optional(v.array(v.strictObject({files: v.union([text, v.array(text)]), ...judgingEntries})))
  }),
  {}
)

export type ConfigFile = NonNullable<v.InferOutput<typeof configSchema>>
export type Judging = Omit<NonNullable<ConfigFile['overrides']>[number], 'files'>
export type Sidecar = v.InferOutput<typeof sidecarSchema>
