import {wordsOf} from '../lexicon/pattern.ts'
import {holdsWord} from '../model/characters.ts'
import type {Block, Document} from '../model/document.ts'
import type {KnownChild} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import {byForm, type Tokens} from '../model/tokens.ts'
import {type Words, wordSet} from '../model/words.ts'
import type {Quotation} from './facts.ts'
import {endWithoutPossessive, firstName} from './names.ts'

/** Verbs that bring words in, with the forms reports use. */
const saying = wordSet(
  'said says say saying told tells tell asked asks wrote writes written added adds replied answered explained explains shouted whispered called calls call described describes describing words thinks felt feels wanted wants drew texted laughed sang repeated announced shouts insisted insists recalled remembered'
)
const puttingIt = /\bputs? it\b/i

const closerOf: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['„', '“']
])
const openers = /[“"‘'«„]/g

/** Does the mark open a quotation? It must not stand inside a word, and something must follow it at once. */
function opens(text: string, at: number, block: Block): boolean {
  const before = at > block.start ? (text[at - 1] as string) : ' '
  const after = at + 1 < block.end ? (text[at + 1] as string) : ' '
  return !holdsWord(before) && !/\s/.test(after)
}

/** A straight or curly single mark closes where no letter follows; after *s* it may be a plural's, so a better one is sought. */
function closes(text: string, at: number, block: Block): boolean {
  const after = at + 1 < block.end ? (text[at + 1] as string) : ' '
  return !holdsWord(after) && at > block.start && !/\s/.test(text[at - 1] as string)
}

/**
 * Finds where quotations of one block end. Where a mark was once found to have no partner, no later one has, so that a
 * block of lonely marks is not searched to its end for each.
 */
function makeCloser(text: string, block: Block): (open: string, from: number) => number {
  const without = new Set<string>()
  return (open, from) => {
    if (without.has(open)) return -1
    const end = endOfQuotation(text, open, from, block)
    if (end < 0) without.add(open)
    return end
  }
}

function endOfQuotation(text: string, open: string, from: number, block: Block): number {
  const close = closerOf.get(open) as string
  const single = close === '’' || close === "'"
  for (let at = from + 1; at < block.end; at++) {
    if (text[at] !== close) continue
    if (!single || closes(text, at, block)) {
      if (single && text[at - 1] === 's' && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4))) {
        // "the boys’ room": a plural's mark, unless nothing closes later.
        for (let later = at + 1; later < block.end; later++)
          if (text[later] === close && closes(text, later, block)) return later + 1
      }
      return at + 1
    }
  }
  return -1
}

const none: readonly (readonly string[])[] = []

/** Does a stretch of the text name a child, by first name or by the name that the child goes by? */
type NamesChild = (from: number, to: number) => boolean

function namesChild(tokens: Tokens, children: readonly KnownChild[]): NamesChild {
  const names = children
    .flatMap(({name, knownAs}) => [firstName(name), ...(knownAs ? [knownAs] : [])])
    .map(wordsOf)
    .filter((words) => words.length > 0)
  const begins = byForm(tokens, (i) => {
    const own = names.filter(([first]) => first === tokens.word[i] || first === tokens.base[i])
    return own.length > 0 ? own : null
  })
  const stands = (words: readonly string[], i: number): boolean =>
    words.every((word, n) => tokens.word[i + n] === word || tokens.base[i + n] === word)
  return (from, to) => {
    let i = firstWhere(tokens.count, (middle) => (tokens.start[middle] as number) >= from)
    for (; i < tokens.count && (tokens.start[i] as number) < to; i++)
      for (const words of begins(i) ?? none)
        if (stands(words, i) && endWithoutPossessive(tokens, i + words.length - 1) <= to) return true
    return false
  }
}

/**
 * Every stretch in quotation marks, and every block quotation. A quotation that runs over several paragraphs opens each
 * of them anew and closes the last.
 */
export function findQuotations(
  document: Document,
  tokens: Tokens,
  children: readonly KnownChild[],
  toChild: boolean
): readonly Quotation[] {
  const {text, blocks} = document
  const about: About = {text, toChild, namesChild: namesChild(tokens, children)}
  const nextOpener = openersIn(text)
  const found: Quotation[] = []
  let open: {mark: string; start: number} | null = null
  for (const block of blocks) {
    if (block.kind === 'code') continue
    if (block.kind === 'quote') {
      // What the paragraph before it says.
      const before = {start: Math.max(0, block.start - 200), end: block.start}
      found.push({
        start: block.start,
        end: block.end,
        whose: judge(about, before, {start: block.start, end: block.start}, nothing)
      })
      continue
    }
    const closer = makeCloser(text, block)
    let at = block.start
    if (open) {
      if (text[at] === open.mark || (open.mark === '“' && text[at] === '"')) {
        const end = closer(open.mark, at)
        found.push({start: at, end: end < 0 ? block.end : end, whose: found.at(-1)?.whose ?? 'unknown'})
        if (end >= 0) open = null
        at = end < 0 ? block.end : end
      } else open = null
    }
    for (at = nextOpener(at); at < block.end; at = nextOpener(at + 1)) {
      const mark = text[at] as string
      if (!opens(text, at, block)) continue
      const end = closer(mark, at)
      if (end > 0) {
        found.push({start: at, end, whose: whose(about, at, end, block)})
        at = end - 1
      } else if (mark === '“') {
        // Left open at the end of a paragraph: the next one may take it up.
        open = {mark, start: at}
        found.push({start: at, end: block.end, whose: whose(about, at, block.end, block)})
        break
      }
    }
  }
  const emphasised = inEmphasis(document, found, about)
  return emphasised.length === 0 ? found : [...found, ...emphasised].sort((a, b) => a.start - b.start)
}

/** Finds the next mark that may open a quotation, asked from the text's start to its end: it is searched once. */
function openersIn(text: string): (from: number) => number {
  let next = -1
  return (from) => {
    if (next < from) {
      openers.lastIndex = from
      next = openers.test(text) ? openers.lastIndex - 1 : text.length
    }
    return next
  }
}

/** Words in italics after a colon are somebody's: *A page from her notebook says: …* */
function inEmphasis({text, blocks, marks}: Document, inMarks: readonly Quotation[], about: About): Quotation[] {
  const found: Quotation[] = []
  for (const {kind, start, end} of marks) {
    if (kind !== 'emphasis' || end - start < 12 || !/:\s*$/.test(text.slice(Math.max(0, start - 4), start))) continue
    if (quotationOver(inMarks, {start, end}) || (found.at(-1)?.end ?? 0) > start) continue
    const block = blocks[firstWhere(blocks.length, (middle) => (blocks[middle] as Block).start > start) - 1]
    if (block && block.end >= end) found.push({start, end, whose: whose(about, start, end, block)})
  }
  return found
}

const sentenceEnd = /[.!?]["”’']?\s/

/** What is asked in telling whose words are quoted. */
interface About {
  readonly text: string
  /** The paper is written to the child. */
  readonly toChild: boolean
  readonly namesChild: NamesChild
}

const nothing: Span = {start: 0, end: 0}

function whose(about: About, start: number, end: number, block: Block): Quotation['whose'] {
  const {text} = about
  const before = {start: Math.max(block.start, start - 200), end: start}
  const sentence =
    text
      .slice(before.start, start)
      .split(/[.!?]\s+(?=[\p{Lu}“"])/u)
      .at(-1) ?? ''
  const rest = text.slice(end, Math.min(block.end, end + 160))
  const stop = sentenceEnd.exec(rest)
  const after = {start: end, end: end + (stop ? stop.index : rest.length)}
  return judge(about, {start: start - sentence.length, end: start}, after, before)
}

const otherPeople = wordSet(
  'mr mrs ms miss dr mother father mum dad parent parents teacher school carer police doctor court judge council report log chronology plan policy note notes guardian nan grandmother grandfather aunt uncle'
)
const socialWorker = /\bsocial worker\b/i
const reader = wordSet('you your')
const subjects = wordSet('he she they xe ze')

const hasOneOf = (text: string, words: Words): boolean =>
  text
    .toLowerCase()
    .split(/\W+/)
    .some((word) => words.has(word))

const speaksOfOthers = (text: string): boolean => hasOneOf(text, otherPeople) || socialWorker.test(text)

/**
 * @param sentence what leads up to the words quoted
 * @param after what goes on from them
 * @param before more than the sentence
 */
function judge({text, toChild, namesChild}: About, sentence: Span, after: Span, before: Span): Quotation['whose'] {
  const lead = text.slice(sentence.start, sentence.end)
  const near = `${lead} ${text.slice(after.start, after.end)}`
  const spoken = hasOneOf(near, saying) || puttingIt.test(near)
  const leads = namesChild(sentence.start, sentence.end)
  if (toChild && hasOneOf(near, reader) && (spoken || !speaksOfOthers(near))) return 'child'
  if (leads || namesChild(after.start, after.end)) return spoken && !leads && speaksOfOthers(lead) ? 'other' : 'child'
  if (speaksOfOthers(near)) return 'other'
  if (hasOneOf(near, subjects)) return namesChild(before.start, before.end) ? 'child' : 'unknown'
  return 'unknown'
}

/** The first quotation that a span overlaps; quotations are sorted and do not overlap each other. */
export function quotationOver(quotations: readonly Quotation[], span: Span): Quotation | undefined {
  const found =
    quotations[firstWhere(quotations.length, (middle) => (quotations[middle] as Quotation).end > span.start)]
  return found && found.start < span.end ? found : undefined
}
