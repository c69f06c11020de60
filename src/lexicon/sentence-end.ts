import {Kind, kindOf} from '../model/characters.ts'
import type {Span} from '../model/span.ts'
import {wordSet} from '../model/words.ts'

/** Short forms that end in a full stop and do not end a sentence. Folded, without the stop. */
const abbreviations = wordSet(
  'mr mrs ms mx dr prof rev st no nos para paras p pp vol ed eg ie etc cf vs v ft e.g i.e a.m p.m approx tel ext dept hon jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'
)
/** Those that may well end one: a capital after them decides. */
const mayEnd = wordSet('etc no sat sun am pm')
/** No word with a capital goes on from a month, and some are names: *I’m Jan. Your …* */
const months = wordSet('jan feb mar apr jun jul aug sep sept oct nov dec')

const closers = '"\'\u201d\u2019)]*_'
const openers = '"\'\u201c\u2018([*_'

const kindAt = (text: string, at: number): number => kindOf(text.charCodeAt(at))

const byteOrderMark = 0xfeff

function isSpaceAt(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === Kind.space || kind === Kind.lineFeed || text.charCodeAt(at) === byteOrderMark
}

/** Converters glue paragraphs together ("with her aunt.Impact: …"): two words, the second with a capital. */
const isGlued = (text: string, at: number, after: number, within: Span): boolean =>
  /\p{Ll}{3}$/u.test(text.slice(Math.max(within.start, at - 3), at)) &&
  /^\p{Lu}\p{Ll}+[\s:,]/u.test(text.slice(after, after + 24))

/** *Mr*, *e.g.*, the *J* of *J. Smith*: a full stop after these shows nothing, and few of them may end a sentence. */
function isAbbreviated(text: string, at: number, lastWord: string, next: number): boolean {
  if (lastWord.length === 1 && lastWord !== 'i' && kindAt(text, at - 1) === Kind.upper) return true
  if (!abbreviations.has(lastWord) || (months.has(lastWord) && next === Kind.upper)) return false
  const first = text[at - lastWord.length]
  return !(mayEnd.has(lastWord) && next === Kind.upper && first === first?.toLowerCase())
}

/**
 * Does the sentence end at this full stop, question or exclamation mark?
 * @param at offset of the mark
 * @param lastWord the folded word before it
 * @returns the offset after the mark and what closes with it, or 0
 */
export function endsSentence(text: string, at: number, within: Span, lastWord: string): number {
  let after = at + 1
  while (after < within.end && kindAt(text, after) === Kind.stop) after++
  const isFullStop = after === at + 1 && text[at] === '.'
  while (after < within.end && closers.includes(text[after] as string)) after++
  if (after >= within.end) return after
  if (!isSpaceAt(text, after)) return isFullStop && isGlued(text, at, after, within) ? after : 0
  let follows = after
  while (follows < within.end && isSpaceAt(text, follows)) follows++
  if (follows >= within.end) return after
  while (follows < within.end && openers.includes(text[follows] as string)) follows++
  const next = follows < text.length ? kindAt(text, follows) : Kind.other
  if (next !== Kind.upper && next !== Kind.digit) return 0
  return isFullStop && isAbbreviated(text, at, lastWord, next) ? 0 : after
}
