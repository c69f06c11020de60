import {isAscii} from '../lexicon/tokenize.ts'
import {oncePer} from '../model/once.ts'
import type {Passage} from '../model/result.ts'
import {overlaps, type Span} from '../model/span.ts'
import {byForm, Shape, type Tokens} from '../model/tokens.ts'
import type {Facts} from './facts.ts'
import {isFamiliar} from './familiar.ts'
import {welshSentences} from './infer-language.ts'
import {namedWords} from './named.ts'

/** How hard a stretch of text is, and why. */
export interface Difficulty {
  /** The age, in years, at which most children read it comfortably. */
  readonly age: number
  readonly words: number
  readonly sentences: number
  /** Words in a sentence, on average. */
  readonly sentenceWords: number
  /** The share of words that most ten-year-olds do not know, 0 to 1. */
  readonly unfamiliar: number
  /** Those words, each once, longest first. */
  readonly hardWords: readonly string[]
}

type ReadingFacts = Pick<Facts, 'document' | 'tokens' | 'mentions' | 'quotations'>

/**
 * The age a text is for, from the length of its sentences and its share of unfamiliar words: what Dale and Chall found to
 * matter, fitted to passages graded by British school ages (`test/facts/graded-passages.yaml`). The logarithm and the root
 * say that the step from 8 to 12 words in a sentence, or from no hard word to three, costs a child more than the next.
 */
const ageOf = (sentenceWords: number, unfamiliar: number): number =>
  1.07 + 2.92 * Math.log(sentenceWords) + 0.68 * Math.sqrt(100 * unfamiliar)

const youngest = 5
const oldest = 18

/** How each word counts. */
const Count = {
  /** Quoted: whoever said it is not the writer. */
  not: 0,
  /** A name, a number or a short form: one word of the sentence, neither easy nor hard. */
  length: 1,
  easy: 2,
  hard: 3
} as const

/** Measures the words `from` to `to` of a document. */
type Measure = (from: number, to: number) => Difficulty | null

/** Measures texts of one document. Every word is read once, whoever asks. */
export const measureOf = oncePer(makeMeasure)

function makeMeasure({tokens, mentions, quotations}: ReadingFacts): Measure {
  const named = namedWords(tokens, mentions)
  // *Mutti can do it*: a child's own word for somebody, though it begins a sentence.
  for (const {who, from, to} of mentions)
    if (who === 'relative' && tokens.shape[from] === Shape.capital) named.fill(1, from, to)
  const names = inCapitalsWithin(tokens)
  const isWelsh = welshSentences(tokens)
  const counts = new Uint8Array(tokens.count)
  const familiar = byForm(tokens, (i) => isFamiliar(tokens.base[i] as string))
  let quotation = 0
  let quotedUntil = 0
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] as number
    while (quotation < quotations.length && (quotations[quotation] as Span).start <= start) {
      quotedUntil = Math.max(quotedUntil, (quotations[quotation] as Span).end)
      quotation++
    }
    if (start >= quotedUntil)
      counts[i] = countOf(tokens, i, named[i] === 1 || isWelsh[tokens.sentence[i] as number] === 1, names, familiar)
  }
  return (from, to) => {
    let words = 0
    let judged = 0
    let unfamiliar = 0
    let sentences = 0
    let sentence = -1
    const hard = new Set<string>()
    for (let i = from; i < to; i++) {
      const count = counts[i]
      if (count === Count.not) continue
      words++
      if (tokens.sentence[i] !== sentence) {
        sentence = tokens.sentence[i] as number
        sentences++
      }
      if (count === Count.length) continue
      judged++
      if (count === Count.hard) {
        unfamiliar++
        hard.add(tokens.base[i] as string)
      }
    }
    if (judged === 0) return null
    const sentenceWords = words / sentences
    const age = ageOf(sentenceWords, unfamiliar / judged)
    return {
      age: Math.round(10 * Math.min(oldest, Math.max(youngest, age))) / 10,
      words,
      sentences,
      sentenceWords,
      unfamiliar: unfamiliar / judged,
      hardWords: [...hard].sort((a, b) => b.length - a.length)
    }
  }
}

/** Words that have a capital inside a sentence, and so are names where they begin one: *Delroy walked you up and down*. */
function inCapitalsWithin({count, shape, sentences, sentence, base}: Tokens): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i < count; i++)
    if (shape[i] === Shape.capital && sentences[sentence[i] as number]?.from !== i) found.add(base[i] as string)
  return found
}

/** Letters of another language, *tschüss*, or one alone, *P.P.S.*: the word is not one that a child is slow to read. */
const isForeign = (word: string): boolean => word.length === 1 || !isAscii(word)

function countOf(
  tokens: Tokens,
  i: number,
  isNamed: boolean,
  names: ReadonlySet<string>,
  familiar: (i: number) => boolean
): number {
  const shape = tokens.shape[i]
  if (isNamed || shape === Shape.digits || shape === Shape.capitals || shape === Shape.mixed) return Count.length
  if (familiar(i)) return Count.easy
  const word = tokens.base[i] as string
  if (isForeign(word)) return Count.length
  const opens = tokens.sentences[tokens.sentence[i] as number]?.from === i
  return shape === Shape.capital && (!opens || names.has(word)) ? Count.length : Count.hard
}

/** Words after which a passage is long enough to be judged by itself, and below which it says too little. */
const enough = 100
export const least = 25
/** A cell of a table with as many words is prose. */
const proseCell = 20
/** *Dear Amira*, *Love from*: no sentences. */
const bareLine = 4

/**
 * The passages of a document: what stands under one heading, cut after the paragraph that makes it a hundred words. What
 * is too short by itself goes with what follows, or at the end with what came before.
 */
export function findPassages(facts: ReadingFacts): readonly Passage[] {
  const {document, tokens} = facts
  const measure = measureOf(facts)
  const ranges: {from: number; to: number}[] = []
  let from = -1
  let to = 0
  let words = 0
  const close = () => {
    if (from >= 0) ranges.push({from, to})
    from = -1
    words = 0
  }
  let next = 0
  for (const [index, block] of document.blocks.entries()) {
    const first = next
    while (next < tokens.count && tokens.block[next] === index) next++
    const length = next - first
    if (block.kind === 'heading') {
      if (words >= least) close()
      continue
    }
    const isProse =
      block.kind === 'paragraph' || block.kind === 'item' || (block.kind === 'cell' && length >= proseCell)
    if (!isProse || length === 0) continue
    if (length <= bareLine && !/[.!?]\W*$/.test(document.text.slice(Math.max(block.start, block.end - 4), block.end)))
      continue
    if (from < 0) from = first
    to = next
    words += length
    if (words >= enough) close()
  }
  const last = ranges.at(-1)
  if (from >= 0 && words < least && last) ranges[ranges.length - 1] = {from: last.from, to}
  else if (words >= least) close()
  return ranges.flatMap((range) => {
    const difficulty = measure(range.from, range.to)
    if (!difficulty) return []
    return {
      start: tokens.start[range.from] as number,
      end: tokens.sentences[tokens.sentence[range.to - 1] as number]?.end as number,
      readingAge: difficulty.age,
      words: difficulty.words
    }
  })
}

/** Headings whose text a young person is likely to read first. */
const summary = /\b(?:summary|in (?:short|brief)|overview|conclusions?|key points|main points)\b/i

/** What a court report says to everybody: its summary and its recommendations. */
export function plainParts({document, sections}: Pick<Facts, 'document' | 'sections'>): readonly Span[] {
  const {blocks, text} = document
  const parts: Span[] = sections.filter(({id, by}) => id === 'recommendations' && by !== 'prose')
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || !summary.test(text.slice(block.start, block.end))) continue
    let last = index
    while (last + 1 < blocks.length) {
      const following = blocks[last + 1]
      if (following?.kind === 'heading' && (following.level ?? 1) <= (block.level ?? 1)) break
      last++
    }
    parts.push({start: block.start, end: (blocks[last] ?? block).end})
  }
  return parts
}

export const isWithin = (parts: readonly Span[], span: Span): boolean => parts.some((part) => overlaps(part, span))
