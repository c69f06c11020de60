import type {Dictionaries} from '../model/dictionary.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {runAround} from './capitals.ts'
import {isFamiliar} from './familiar.ts'
import {welsh} from './infer-language.ts'
import type {Slip, Wanted} from './name-slips.ts'
import {wordsCalled} from './word-sets.ts'

/**
 * Where words that are like a name are others all the same, whatever else is known of the paper: in a heading, in a date, in
 * a line of Welsh, in an address.
 */
export function isNoSlip(tokens: Tokens, i: number, want: Wanted, how: Slip, dictionaries: Dictionaries): boolean {
  if (isInAddress(tokens, i)) return true
  if (how === 'case') return isWordAt(tokens, i, dictionaries)
  if (want.words.length > 1) return isNameAndVerb(tokens, i, want, dictionaries)
  return isWelshMonth(tokens, i, dictionaries) || isPetName(tokens, i, want)
}

const smallInTitles = wordSet(
  'a about an and as at but by for from her his in me my of on or our the their to us we with'
)
const opensClause = wordSet(
  'what how where who whom whose why when which if that because while all everything everyone things people places words'
)
const beforeNames = wordSet('of on about for with to by from and about re child subject name')

/** *What Mia Has*, *WHERE JACK WENT*: in a heading a verb has a capital too, and is no slip for Hall or Webb. */
function isNameAndVerb(tokens: Tokens, i: number, {words}: Wanted, dictionaries: Dictionaries): boolean {
  const {base, gap, shape} = tokens
  const last = i + words.length - 1
  for (let at = i; at < last; at++) if (base[at] !== words[at - i]) return false
  const word = base[last] as string
  if (!isFamiliar(word) || !isTitle(tokens, i, last + 1)) return false
  const next = gap[last + 1] === Gap.joined ? (base[last + 1] as string) : ''
  const before = gap[i] === Gap.joined ? (base[i - 1] as string) : ''
  if (wordsCalled('month', dictionaries).has(word)) return shape[last + 1] === Shape.digits
  const verbs = wordsCalled('done-in-heading', dictionaries)
  if (opensClause.has(before)) return verbs.has(word) || !verbs.has(next)
  return verbs.has(word) && next !== '' && !beforeNames.has(before)
}

/** Has every word of the sentence but small ones a capital, others than words `from` to `to` among them? */
function isTitle({sentence, sentences, shape, word}: Tokens, from: number, to: number): boolean {
  const whole = sentences[sentence[from] as number]
  if (!whole) return false
  let others = 0
  for (let at = whole.from; at < whole.to; at++) {
    if (at >= from && at < to) continue
    if (shape[at] === Shape.lower && !smallInTitles.has(word[at])) return false
    others++
  }
  return others > 0
}

const asksMonth = wordSet('mis fis')

/** *22 Mai 2026*, *ym mis Mai*: the month, in Welsh. */
function isWelshMonth({base, shape}: Tokens, i: number, dictionaries: Dictionaries): boolean {
  if (!wordsCalled('welsh-month', dictionaries).has(base[i] as string)) return false
  return shape[i - 1] === Shape.digits || shape[i + 1] === Shape.digits || asksMonth.has(base[i - 1])
}

const named = wordSet('her him them')

/** *Nan calls her Eli*, *her nickname is Eli*, *Moll-and-Mal*: what those who love her make of Elin or Mali. */
function isPetName({text, start, base, gap}: Tokens, i: number, {letters}: Wanted): boolean {
  if (base[i - 1] === 'and' && text[(start[i] as number) - 1] === '-') return true
  if (gap[i] !== Gap.joined || (base[i] as string).length >= letters.length) return false
  const verb = base[i - 2] as string
  return (/^call(?:s|ed)?$/.test(verb) && named.has(base[i - 1])) || (base[i - 1] === 'is' && verb === 'nickname')
}

const oneOf = wordSet('a an')
const welshBefore = wordSet('gwyliau ysgol tymor mis gwallt wallt')

/** In small letters it is the word: *he is a tom*, *non-verbal*, *yn yr haf*. */
function isWordAt(tokens: Tokens, i: number, dictionaries: Dictionaries): boolean {
  const {word, base, gap, shape, text, end} = tokens
  if (base[i] === 'non' && text[end[i] as number] === '-') return true
  const before = gap[i] === Gap.joined ? (word[i - 1] as string) : ''
  if (oneOf.has(before) && word[i] === base[i]) return gap[i + 1] !== Gap.joined || shape[i + 1] === Shape.lower
  if (!wordsCalled('welsh-name-or-word', dictionaries).has(base[i] as string)) return false
  return before === 'the' || welshBefore.has(before) || isInWelsh(tokens, i)
}

function isInWelsh({sentence, sentences, word}: Tokens, i: number): boolean {
  const whole = sentences[sentence[i] as number]
  for (let at = whole?.from ?? i; at < (whole?.to ?? i); at++) if (at !== i && welsh.has(word[at])) return true
  return false
}

/** How far an address is read to either side, in UTF-16 units. */
const longestAddress = 120
const endsAddress = new Set(' \t\n\u00a0<>()[]{}“”"|')
const addressed =
  /[a-z\d]@[a-z\d]|^[@#][a-z\d]|\\|:\/\/|^www\.|[a-z\d]_[a-z\d]|\.(?:docx?|pdf|odt|rtf|txt|jpe?g|png|gif|heic|mp[34]|m4a|mov|wav|xlsx?|csv|pptx?|zip|msg|eml|html?|com|org|net|uk|cymru|wales|example)(?:$|[/.,;:!?'’])/i

/** In an e-mail address, a file’s name or a handle, which are spelt as they are. */
function isInAddress({text, start, end}: Tokens, i: number): boolean {
  const [from, to] = [start[i] as number, end[i] as number]
  const run = runAround(text, from, to, longestAddress, (sign) => endsAddress.has(sign))
  return run.length > to - from && addressed.test(run)
}
