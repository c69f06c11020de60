import type {Span} from '../model/span.ts'

/** Short forms that end in a full stop and do not end a sentence. Folded, without the stop. */
const abbreviations = new Set(
  'mr mrs ms mx dr prof rev st no nos para paras p pp vol ed eg ie etc cf vs v ft e.g i.e a.m p.m approx tel ext dept hon jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' '
  )
)
/** Those that may well end one: a capital after them decides. */
const mayEnd = new Set('etc no sat sun am pm mar'.split(' '))

const closers = /["'\u201d\u2019)\]*_]/
const openers = /["'\u201c\u2018([*_]/

/**
 * Does the sentence end at this full stop, question or exclamation mark?
 * @param at offset of the mark
 * @param lastWord the folded word before it
 * @returns the offset after the mark and what closes with it, or 0
 */
export function endsSentence(text: string, at: number, within: Span, lastWord: string): number {
  let after = at + 1
  while (after < within.end && /[.!?\u2026]/.test(text[after] as string)) after++
  const marks = text.slice(at, after)
  while (after < within.end && closers.test(text[after] as string)) after++
  if (after >= within.end) return after
  const next = text[after] as string
  if (!/\s/.test(next)) {
    // Converters glue paragraphs together ("with her aunt.Impact: …"): two words, the second with a capital.
    return marks === '.' &&
      /\p{Ll}{3}$/u.test(text.slice(Math.max(within.start, at - 3), at)) &&
      /^\p{Lu}\p{Ll}+[\s:,]/u.test(text.slice(after, after + 24))
      ? after
      : 0
  }
  let follows = after
  while (follows < within.end && /\s/.test(text[follows] as string)) follows++
  if (follows >= within.end) return after
  while (follows < within.end && openers.test(text[follows] as string)) follows++
  const first = text[follows] ?? ''
  const startsNew = /[\p{Lu}\p{N}]/u.test(first)
  if (marks !== '.') return startsNew || first === '' || after > at + marks.length ? (startsNew ? after : 0) : 0
  if (!startsNew) return 0
  if (lastWord.length === 1 && /\p{Lu}/u.test(text[at - 1] ?? '') && lastWord !== 'i') return 0
  if (
    abbreviations.has(lastWord) &&
    !(
      mayEnd.has(lastWord) &&
      /\p{Lu}/u.test(first) &&
      text[at - lastWord.length] === text[at - lastWord.length]?.toLowerCase()
    )
  )
    return 0
  return after
}
