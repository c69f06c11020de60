import * as v from 'valibot'
import {severities} from '../model/finding.ts'
import {acceptance, childSchema, language, texts} from '../read/declaration.ts'

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))

/** What holds for all files or, in an override, for some. */
const judgingEntries = {
  document: v.optional(text),
  children: v.optional(v.array(childSchema)),
  people: v.optional(texts),
  language: v.optional(language),
  template: v.optional(v.boolean()),
  accept: v.optional(v.array(acceptance)),
  rules: v.optional(v.record(v.string(), v.picklist([...severities, 'off']))),
  'include-quotes': v.optional(v.boolean()),
  retext: v.optional(v.boolean())
}

/** `ourwords.yaml` */
export const configSchema = v.nullish(
  v.strictObject({
    extends: v.optional(texts),
    ...judgingEntries,
    dictionaries: v.optional(texts),
    exclude: v.optional(texts),
    'fail-on': v.optional(v.picklist([...severities, 'never'])),
    'max-warnings': v.optional(v.pipe(v.number(), v.integer('must be a whole number'))),
    overrides: v.optional(v.array(v.strictObject({files: texts, ...judgingEntries})))
  }),
  {}
)

export type ConfigFile = NonNullable<v.InferOutput<typeof configSchema>>
export type Judging = Omit<NonNullable<ConfigFile['overrides']>[number], 'files'>
