import {isWordKind, Kind, kindOf} from '../model/characters.ts'
import type {Span} from '../model/span.ts'
import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import {endsSentence} from './sentence-end.ts'

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

function formOf(raw: string): Form {
  const word = fold(raw)
  const base = withoutPossessive(word)
  return {word, base, shape: shapeOf(raw, base.length < word.length ? 1 : 0)}
}

function shapeOf(raw: string, possessive: number): number {
  let letters = 0
  let capitals = 0
  for (let at = 0; at < raw.length; at++) {
    const kind = kindOf(raw.charCodeAt(at))
    if (kind === Kind.digit) return Shape.digits
    if (kind <= Kind.upper) letters++
    if (kind === Kind.upper) capitals++
  }
  if (capitals === 0) return Shape.lower
  if (capitals > 1 && capitals >= letters - possessive) return Shape.capitals
  return capitals === 1 && kindOf(raw.charCodeAt(0)) === Kind.upper ? Shape.capital : Shape.mixed
}

/** Where the word that begins at `from` ends. */
function endOfWord(text: string, from: number, limit: number): number {
  let hasSmall = kindOf(text.charCodeAt(from)) === Kind.lower
  let at = from + 1
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at)
    const kind = kindOf(unit)
    if (kind === Kind.lower) hasSmall = true
    else if (kind > Kind.silent) {
      const next = at + 1 < limit ? kindOf(text.charCodeAt(at + 1)) : Kind.other
      // The apostrophe of "the boys' room" belongs to the word; that of a closing quotation mark does not, and only a
      // plural can end so. Leaving it out of the word costs nothing either way.
      const goesOn =
        kind === Kind.apostrophe ? next <= Kind.upper : unit === ampersand && !hasSmall && next === Kind.upper
      if (!goesOn) break
    }
  }
  return at
}

const isAfterWord = (text: string, at: number, start: number): boolean =>
  at > start && isWordKind(kindOf(text.charCodeAt(at - 1)))

/** The column with more room. */
function grown<Column extends Int32Array | Uint8Array>(column: Column, longer: Column): Column {
  longer.set(column)
  return longer
}

/** Which block and which sentence each word is in. */
function columnsOf(sentences: readonly Sentence[], count: number): Pick<Tokens, 'block' | 'sentence'> {
  const block = new Int32Array(count)
  const sentence = new Int32Array(count)
  for (let index = 0; index < sentences.length; index++) {
    const {from, to, block: own} = sentences[index] as Sentence
    block.fill(own, from, to)
    sentence.fill(index, from, to)
  }
  return {block, sentence}
}

/** What each word is by its form. */
function spellingsOf(form: Int32Array, forms: readonly Form[], count: number): Pick<Tokens, 'word' | 'base' | 'shape'> {
  const word = new Array<string>(count)
  const base = new Array<string>(count)
  const shape = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const own = forms[form[i] as number] as Form
    word[i] = own.word
    base[i] = own.base
    shape[i] = own.shape
  }
  return {word, base, shape}
}

const ampersand = 38
const fullStop = 46

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
  const known = new Map<string, number>()
  const forms: Form[] = []
  const sentences: Sentence[] = []
  // Words are longer than that, taken together; only a list of letters is not.
  let room = Math.ceil(text.length / 4) + 16
  let start = new Int32Array(room)
  let end = new Int32Array(room)
  let form = new Int32Array(room)
  let gap = new Uint8Array(room)
  let count = 0
  let firstOfSentence = 0

  const makeRoom = () => {
    room *= 2
    start = grown(start, new Int32Array(room))
    end = grown(end, new Int32Array(room))
    form = grown(form, new Int32Array(room))
    gap = grown(gap, new Uint8Array(room))
  }
  const closeSentence = (until: number, block: number) => {
    if (count > firstOfSentence)
      sentences.push({start: start[firstOfSentence] as number, end: until, from: firstOfSentence, to: count, block})
    firstOfSentence = count
  }

  for (let block = 0; block < blocks.length; block++) {
    const span = blocks[block] as Span
    let at = span.start
    let before: number = Gap.block
    while (at < span.end) {
      const kind = kindOf(text.charCodeAt(at))
      if (isWordKind(kind)) {
        if (count - firstOfSentence >= longestSentence) {
          closeSentence(end[count - 1] as number, block)
          before = Math.max(before, Gap.sentence)
        }
        if (count === room) makeRoom()
        const to = endOfWord(text, at, span.end)
        const raw = text.slice(at, to)
        let own = known.get(raw)
        if (own === undefined) {
          own = forms.length
          known.set(raw, own)
          forms.push(formOf(raw))
        }
        start[count] = at
        end[count] = to
        form[count] = own
        gap[count] = before
        count++
        before = Gap.joined
        at = to
      } else if (kind === Kind.stop) {
        const last = count > firstOfSentence ? (forms[form[count - 1] as number] as Form).word : ''
        const until = endsSentence(text, at, span, last)
        if (until > 0) {
          closeSentence(until, block)
          before = Math.max(before, Gap.sentence)
          at = until
        } else {
          // What did not end it at the first of several marks does not end it at the next.
          for (; at < span.end && kindOf(text.charCodeAt(at)) === Kind.stop; at++)
            if (text.charCodeAt(at) !== fullStop) before = Math.max(before, Gap.broken)
        }
      } else {
        if (kind === Kind.lineFeed) {
          closeSentence(at, block)
          before = Math.max(before, Gap.sentence)
        } else if (kind === Kind.other || (kind === Kind.hyphen && !isAfterWord(text, at, span.start)))
          before = Math.max(before, Gap.broken)
        at++
      }
    }
    closeSentence(span.end, block)
  }
  return {
    text,
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    form: form.subarray(0, count),
    gap: gap.subarray(0, count),
    ...spellingsOf(form, forms, count),
    ...columnsOf(sentences, count),
    forms: forms.length,
    sentences
  }
}
