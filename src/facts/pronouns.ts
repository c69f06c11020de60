import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import {byForm, placesOf, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Mention} from './facts.ts'

export type PronounGender = 'he' | 'she' | 'they' | 'neo'

/** A third-person pronoun of a text. */
export interface Pronoun {
  /** Without the end of a short form: *he* of *he's*. */
  readonly word: string
  readonly gender: PronounGender
}

const common: ReadonlyMap<string, PronounGender> = new Map(
  Object.entries({
    he: 'he him his himself',
    she: 'she her hers herself',
    they: 'they them their theirs themself themselves'
  }).flatMap(([gender, forms]) => forms.split(' ').map((form) => [form, gender as PronounGender] as const))
)

/** Those that stand before what is owned. */
export const possessives = wordSet('his her their')

/** *she'll* → *she*, *they've* → *they*: the pronoun of a short form; any other word as it is. */
export const pronounOf = (word: string): string =>
  word.includes("'") ? word.replace(/'(?:ll|d|ve|re|s|m)$/, '') : word

/** The third-person pronoun that each word of a text is, without its possessive ending; `null` for any other word. */
export const pronounsAt = oncePer((tokens: Tokens) =>
  byForm(tokens, (i): Pronoun | null => {
    const word = pronounOf(tokens.base[i] as string)
    const gender = pronounGender(word)
    return gender ? {word, gender} : null
  })
)

/** The words of a text that are third-person pronouns, in order. */
export const pronounPlaces = oncePer((tokens: Tokens) => {
  const pronounAt = pronounsAt(tokens)
  return placesOf(tokens, (i) => pronounAt(i) !== null)
})

/** Those of them among words `from` to `to`. */
export function pronounsWithin(tokens: Tokens, from: number, to: number): readonly number[] {
  const places = pronounPlaces(tokens)
  const first = firstWhere(places.length, (n) => (places[n] as number) >= from)
  let end = first
  while (end < places.length && (places[end] as number) < to) end++
  return places.slice(first, end)
}

/** The gender of a third-person pronoun; `null` for any other word. */
const pronounGender = (word: string): PronounGender | null => common.get(pronounOf(word)) ?? null

/** Words of declarations that leave open which pronouns are right. */
const open = wordSet('any all ask unknown not prefer name')

/**
 * Every form that a declaration such as `she/they` or `xe/xem/xyr` allows, folded; `null` where nothing can be wrong:
 * *any*, *ask*, nothing declared.
 */
export function allowedForms(declared: string | null, people: PeopleWords): ReadonlySet<string> | null {
  const said = fold(declared ?? '').trim()
  if (said === '' || said.split(/\W+/).some((word) => open.has(word))) return null
  const parts = said.split(/[\s/,;]+|\band\b|\bor\b/).filter((part) => part !== '')
  const allowed = new Set<string>()
  for (const part of parts) {
    allowed.add(part)
    const gender = pronounGender(part)
    if (gender) for (const [form, other] of common) if (other === gender) allowed.add(form)
    for (const {forms} of people.pronouns)
      if (forms.some((form) => fold(form) === part)) for (const form of forms) allowed.add(fold(form))
  }
  return allowed
}

/** Could a pronoun of this gender stand for this person? */
export function couldBe(gender: PronounGender, person: Pick<Mention, 'gender'>): boolean {
  if (person.gender === 'either') return true
  if (gender === 'they') return person.gender === 'several' || person.gender === 'they'
  return person.gender === gender
}
