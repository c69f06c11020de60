import * as v from 'valibot'
import type {Acceptance, Declaration, DeclaredChild} from '../model/declaration.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {parseYaml} from './yaml.ts'

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
export const texts = v.union([
  v.array(filled),
  v.pipe(
    filled,
    v.transform((one) => [one])
  )
])

/** Language tags come as people know them: `en`, `en-GB`, `cy`. */
export const language = v.pipe(
  filled,
  v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language tag such as en-GB, cy or ur')
)

const years = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'must be a number of years'), v.transform(Number))]),
  v.minValue(0, 'must not be below 0'),
  v.maxValue(25, 'must be a number of years up to 25')
)

const childEntries = {
  name: filled,
  'known-as': v.nullish(filled),
  pronouns: v.nullish(filled),
  age: v.nullish(years),
  family: v.nullish(v.record(v.string(), filled)),
  language: v.nullish(language)
}

export const childSchema = v.union([
  v.pipe(
    filled,
    v.transform((name): DeclaredChild => ({name}))
  ),
  v.pipe(
    v.strictObject(childEntries),
    v.transform((child): DeclaredChild => {
      const {age, family, language: tongue, pronouns} = child
      return {
        name: child.name,
        ...(child['known-as'] ? {knownAs: child['known-as']} : {}),
        ...(pronouns ? {pronouns} : {}),
        ...(age === undefined || age === null ? {} : {age}),
        ...(family ? {family} : {}),
        ...(tongue ? {language: tongue} : {})
      }
    })
  )
])

export const acceptance = v.union([
  v.pipe(
    filled,
    v.transform((term): Acceptance => ({term}))
  ),
  v.pipe(
    v.strictObject({term: filled, why: v.nullish(filled)}),
    v.transform(({term, why}): Acceptance => (why ? {term, why} : {term}))
  )
])

/** What a declaration may hold. */
export const declarationEntries = {
  document: v.nullish(filled),
  children: v.nullish(
    v.union([
      v.array(childSchema),
      v.pipe(
        childSchema,
        v.transform((child) => [child])
      )
    ])
  ),
  child: v.nullish(childSchema),
  people: v.nullish(texts),
  language: v.nullish(language),
  template: v.nullish(v.boolean()),
  ourwords: v.nullish(v.strictObject({accept: v.nullish(v.array(acceptance))}))
}

/** The keys that a declaration knows. */
export const declarationKeys: readonly string[] = Object.keys(declarationEntries)

/** A file may say much else of itself (`title`, `date`), but a key that is nearly one of ours was meant to be it. */
const known = (key: string): boolean => declarationKeys.includes(key) || didYouMean(key, declarationKeys) !== undefined

const schema = v.pipe(
  v.looseObject({}),
  v.transform((all) => Object.fromEntries(Object.entries(all).filter(([key]) => known(key)))),
  v.strictObject(declarationEntries)
)

/**
 * Reads what a file says of itself, in YAML or JSON.
 * @param what `front matter` or `sidecar`: as messages call it, and the fault's code (`bad-front-matter`)
 * @param firstLine the line, counted from 1, on which the source begins in its file
 * @throws Fault with the line and column
 */
export function parseDeclaration(source: string, what = 'front matter', firstLine = 1): Declaration {
  const said = parseYaml(source, schema, what, firstLine)
  const {document, people, language: tongue, template, ourwords} = said
  const children = [...(said.children ?? []), ...(said.child ? [said.child] : [])]
  const accept = ourwords?.accept
  return {
    ...(document ? {document} : {}),
    ...(children.length > 0 ? {children} : {}),
    ...(people ? {people} : {}),
    ...(tongue ? {language: tongue} : {}),
    ...(accept ? {accept} : {}),
    ...(typeof template === 'boolean' ? {template} : {})
  }
}
