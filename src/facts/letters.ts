import type {Lexicon} from '../lexicon/lexicon.ts'
import type {AcronymEntry} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'
import {byForm, Shape, type Tokens} from '../model/tokens.ts'

/** Letters that may stand for words, as one place of a document has them. */
export interface Letters {
  readonly from: number
  readonly to: number
  /** As written, without dots, plural or possessive. */
  readonly letters: string
  readonly plural: boolean
  readonly dotted: boolean
  readonly entry: AcronymEntry | undefined
}

/** The dictionaries' short forms, however they are written: exactly first, then in capitals. */
export interface Index {
  readonly everyday: ReadonlySet<string>
  readonly entries: Pick<ReadonlyMap<string, AcronymEntry>, 'has' | 'get'>
}

export const indexOf = oncePer((lexicon: Lexicon): Index => {
  const {shortForms, dictionaries} = lexicon
  const everyday = new Set(dictionaries.everyday)
  const forms = new Map(shortForms.map((form) => [form, form]))
  for (const form of dictionaries.everyday)
    if (!forms.has(form.toUpperCase())) everyday.add(form.toUpperCase().replaceAll('.', ''))
  for (const form of shortForms) {
    const capitals = form.toUpperCase()
    if (!forms.has(capitals) && !everyday.has(capitals)) forms.set(capitals, form)
  }
  return {
    everyday,
    entries: {
      has: (form) => forms.has(form),
      get(form) {
        const known = forms.get(form)
        return known === undefined ? undefined : lexicon.acronym(known)
      }
    }
  }
})

/** *IROs*, *CiNs*, and *eHs*: two capitals, or one in the second place, before the *s*. */
function isPlural(written: string): boolean {
  const letters = written.slice(0, -1)
  return /[sS]$/.test(written) && ((letters.match(/\p{Lu}/gu)?.length ?? 0) > 1 || /^.\p{Lu}/u.test(letters))
}

/** Reads letters as written: `'everyday'`, or what they are without plural and possessive and what is known of them. */
function resolve(raw: string, {everyday, entries}: Index): 'everyday' | Pick<Letters, 'letters' | 'plural' | 'entry'> {
  const written = raw.replace(/['’ʼ][sS]?$/, '')
  if (everyday.has(written)) return 'everyday'
  const whole = entries.get(written)
  if (whole) return {letters: written, plural: false, entry: whole}
  const one = isPlural(written) ? written.slice(0, -1) : undefined
  if (one !== undefined) {
    if (everyday.has(one)) return 'everyday'
    const entry = entries.get(one) ?? entries.get(one.toUpperCase())
    if (entry) return {letters: one, plural: true, entry}
  }
  const capitals = written.toUpperCase()
  const entry = entries.get(capitals)
  if (entry) return {letters: written, plural: false, entry}
  if (everyday.has(capitals)) return 'everyday'
  if (one?.endsWith('S') || one === undefined || written.endsWith('S'))
    return {letters: written, plural: false, entry: undefined}
  return {letters: one, plural: true, entry: undefined}
}

/** Two capitals or more, and more capitals than small letters, so that *TikTok* and *McDonald* are none. */
function isShaped(raw: string): boolean {
  const letters = raw.replace(/['’ʼ][sS]?$/, '').replace(/(?<=\p{Lu}\p{Lu})s$/u, '')
  if (!/^[\p{L}&]{2,}$/u.test(letters)) return false
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 2 && capitals > (letters.match(/\p{Ll}/gu)?.length ?? 0)
}

/** How far a reference is looked at, in UTF-16 units. */
const longestReference = 20

/** Part of a reference: *GH/26/1187*, *JH/RT/22*. */
function isReference(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== '/' && text[end] !== '/') return false
  const outside = /[^A-Z\d/-]/
  const before = text
    .slice(Math.max(0, start - longestReference), start)
    .split(outside)
    .at(-1)
  const after = text.slice(end, end + longestReference).split(outside, 1)
  return /\d/.test(`${before}${after}`)
}

/** Everything that is written like a short form and is not an everyday one, in order of place. */
export function* findLetters(tokens: Tokens, index: Index): Generator<Letters> {
  const readAt = byForm(tokens, (i) => {
    const raw = tokens.text.slice(tokens.start[i], tokens.end[i])
    const asks = index.entries.has(raw) || (tokens.shape[i] !== Shape.digits && isShaped(raw))
    return asks ? resolve(raw, index) : 'everyday'
  })
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]
    if (shape === Shape.lower) continue
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    if (shape === Shape.capital) {
      if (end - start > 1 || tokens.text[end] !== '.') continue
      let to = i + 1
      while (
        to < tokens.count &&
        tokens.start[to] === (tokens.end[to - 1] as number) + 1 &&
        tokens.text[(tokens.start[to] as number) - 1] === '.' &&
        /^\p{Lu}(?:s|['’]s)?$/u.test(tokens.text.slice(tokens.start[to], tokens.end[to]))
      )
        to++
      if (to - i < 2) continue
      const raw = tokens.text.slice(start, tokens.end[to - 1]).replaceAll('.', '')
      const read = resolve(raw, index)
      if (read !== 'everyday') yield {...read, from: i, to, dotted: true}
      i = to - 1
      continue
    }
    const read = readAt(i)
    if (read !== 'everyday' && !isReference(tokens.text, start, end)) yield {...read, from: i, to: i + 1, dotted: false}
  }
}
