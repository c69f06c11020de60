import type {Span} from '../model/span.ts'
import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import {endsSentence} from './sentence-end.ts'

const other = 1
const lower = 2
const upper = 3
const digit = 4
/** Combining marks, and characters that show nothing: inside a word they are part of it. */
const silent = 5
const apostrophe = 6
const space = 7
const hyphen = 8
const quote = 9
const stop = 10

/** The class of every UTF-16 unit, filled in as units are met: Unicode property tests are too slow to repeat. */
const classes = new Uint8Array(65_536)

function classify(unit: number): number {
  const known = classes[unit]
  if (known) return known
  const character = String.fromCharCode(unit)
  let found: number = other
  if (/\p{Lu}|\p{Lt}/u.test(character)) found = upper
  else if (/\p{L}/u.test(character)) found = lower
  else if (/\p{N}/u.test(character)) found = digit
  else if (/\p{M}|[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) found = silent
  else if (/['\u2019\u02bc\u2018]/.test(character)) found = apostrophe
  else if (/\s/.test(character)) found = space
  else if (/[-\u2010\u2011]/.test(character)) found = hyphen
  else if (/["\u201c\u201d\u201e\u00ab\u00bb*_]/.test(character)) found = quote
  else if (/[.!?\u2026]/.test(character)) found = stop
  classes[unit] = found
  return found
}

const isWord = (kind: number): boolean => kind === lower || kind === upper || kind === digit

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Folds a word for comparison; the text itself is never changed. */
export function fold(word: string): string {
  // Nearly every word is ASCII, and most are written small already.
  let small = true
  let at = 0
  for (; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    if (unit > 127) break
    if (unit >= 65 && unit <= 90) small = false
  }
  if (at === word.length) return small ? word : word.toLowerCase()
  return word
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2019\u02bc\u2018]/g, "'")
    .toLowerCase()
}

function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2)
  if (word.endsWith("s'")) return word.slice(0, -1)
  return word
}

/** What a word is by itself, wherever it stands. */
interface Form {
  readonly word: string
  readonly base: string
  readonly shape: number
}

/** What was counted of a word's characters. */
interface Counts {
  readonly capitals: number
  readonly digits: number
  readonly letters: number
  readonly startsUpper: boolean
}

function formOf(raw: string, counts: Counts): Form {
  const word = fold(raw)
  const base = withoutPossessive(word)
  return {word, base, shape: shapeOf(counts, base.length < word.length ? 1 : 0)}
}

function shapeOf({capitals, digits, letters, startsUpper}: Counts, possessive: number): number {
  if (digits > 0) return Shape.digits
  if (capitals === 0) return Shape.lower
  if (capitals > 1 && capitals >= letters - possessive) return Shape.capitals
  return startsUpper && capitals === 1 ? Shape.capital : Shape.mixed
}

/**
 * In words. Nobody writes a longer sentence, but a text may go on without a full stop for ever: it is parted here, so
 * that whoever weighs each word of a sentence against the others takes no longer than the text is long.
 */
const longestSentence = 1000

/**
 * Splits a text into words and sentences. Blocks bound both: nothing ever runs from one block into the next.
 * @param blocks the stretches to read, sorted, not overlapping; the whole text when absent
 */
export function tokenize(text: string, blocks: readonly Span[] = [{start: 0, end: text.length}]): Tokens {
  const start: number[] = []
  const end: number[] = []
  const form: number[] = []
  const gap: number[] = []
  const known = new Map<string, number>()
  const forms: Form[] = []
  const blockOf: number[] = []
  const sentenceOf: number[] = []
  const sentences: Sentence[] = []

  for (const [block, span] of blocks.entries()) {
    let at = span.start
    let firstOfSentence = start.length
    let before: number = Gap.block
    const closeSentence = (until: number) => {
      if (start.length > firstOfSentence) {
        const from = firstOfSentence
        sentences.push({start: start[from] as number, end: until, from, to: start.length, block})
      }
      firstOfSentence = start.length
    }
    while (at < span.end) {
      const kind = classify(text.charCodeAt(at))
      if (isWord(kind)) {
        const from = at
        let capitals = kind === upper ? 1 : 0
        let digits = kind === digit ? 1 : 0
        let letters = kind === digit ? 0 : 1
        const startsUpper = kind === upper
        at++
        for (;;) {
          const next = at < span.end ? classify(text.charCodeAt(at)) : 0
          if (isWord(next)) {
            if (next === upper) capitals++
            if (next === digit) digits++
            else letters++
          } else if (next === apostrophe) {
            const after = at + 1 < span.end ? classify(text.charCodeAt(at + 1)) : 0
            if (after !== lower && after !== upper) {
              // The apostrophe of "the boys' room" belongs to the word; that of a closing quotation mark does not, and
              // only a plural can end so. Leaving it out of the word costs nothing either way.
              break
            }
          } else if (next !== silent) {
            if (
              text[at] === '&' &&
              at + 1 < span.end &&
              classify(text.charCodeAt(at + 1)) === upper &&
              capitals === letters
            ) {
              at++
              continue
            }
            break
          }
          at++
        }
        if (start.length - firstOfSentence >= longestSentence) {
          closeSentence(end[end.length - 1] as number)
          before = Math.max(before, Gap.sentence)
        }
        const raw = text.slice(from, at)
        let own = known.get(raw)
        if (own === undefined) {
          own = forms.length
          known.set(raw, own)
          forms.push(formOf(raw, {capitals, digits, letters, startsUpper}))
        }
        start.push(from)
        end.push(at)
        form.push(own)
        gap.push(before)
        blockOf.push(block)
        sentenceOf.push(sentences.length)
        before = Gap.joined
        continue
      }
      if (kind === stop) {
        const until = endsSentence(
          text,
          at,
          span,
          start.length > firstOfSentence ? (forms[form.at(-1) as number]?.word ?? '') : ''
        )
        if (until > 0) {
          closeSentence(until)
          at = until
          before = Math.max(before, Gap.sentence)
          continue
        }
        // What did not end it at the first of several marks does not end it at the next.
        for (; at < span.end && classify(text.charCodeAt(at)) === stop; at++)
          if (text[at] !== '.') before = Math.max(before, Gap.broken)
        continue
      } else if (text[at] === '\n') {
        closeSentence(at)
        before = Math.max(before, Gap.sentence)
      } else if (kind === other) {
        before = Math.max(before, Gap.broken)
      } else if (kind === hyphen && !(at > span.start && isWord(classify(text.charCodeAt(at - 1))))) {
        // "word - word" is a dash, "word-word" a hyphen.
        before = Math.max(before, Gap.broken)
      }
      at++
    }
    closeSentence(span.end)
  }
  const count = start.length
  const word = new Array<string>(count)
  const base = new Array<string>(count)
  const shape = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const own = forms[form[i] as number] as Form
    word[i] = own.word
    base[i] = own.base
    shape[i] = own.shape
  }
  return {
    text,
    count,
    start: new Int32Array(start),
    end: new Int32Array(end),
    word,
    base,
    shape,
    form: new Int32Array(form),
    forms: forms.length,
    gap: new Uint8Array(gap),
    block: new Int32Array(blockOf),
    sentence: new Int32Array(sentenceOf),
    sentences
  }
}
