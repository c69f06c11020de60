import {fold} from '../lexicon/tokenize.ts'
import type {Block, Document} from '../model/document.ts'
import type {KnownChild} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import type {Quotation} from './facts.ts'
import {literal} from './literal.ts'
import {firstName} from './names.ts'

/** Verbs that bring words in, with the forms reports use. */
const saying =
  /\b(said|says|say|saying|told|tells|tell|asked|asks|wrote|writes|written|added|adds|replied|answered|explained|explains|shouted|whispered|called|calls|call|described|describes|describing|put it|puts it|words|thinks|felt|feels|wanted|wants|drew|texted|laughed|sang|repeated|announced|shouts|insisted|insists|recalled|remembered)\b/i

const closerOf: Readonly<Record<string, string>> = {'“': '”', '"': '"', '‘': '’', "'": "'", '«': '»', '„': '“'}
const wordLike = /[\p{L}\p{N}]/u

/** Does the mark open a quotation? It must not stand inside a word, and something must follow it at once. */
function opens(text: string, at: number, block: Block): boolean {
  const before = at > block.start ? (text[at - 1] as string) : ' '
  const after = at + 1 < block.end ? (text[at + 1] as string) : ' '
  return !wordLike.test(before) && !/\s/.test(after)
}

/** A straight or curly single mark closes where no letter follows; after *s* it may be a plural's, so a better one is sought. */
function closes(text: string, at: number, block: Block): boolean {
  const after = at + 1 < block.end ? (text[at + 1] as string) : ' '
  return !wordLike.test(after) && at > block.start && !/\s/.test(text[at - 1] as string)
}

function endOfQuotation(text: string, open: string, from: number, block: Block): number {
  const close = closerOf[open] as string
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

/**
 * Every stretch in quotation marks, and every block quotation. A quotation that runs over several paragraphs opens each
 * of them anew and closes the last.
 */
export function findQuotations(
  document: Document,
  children: readonly KnownChild[],
  toChild: boolean
): readonly Quotation[] {
  const {text, blocks} = document
  const names = children
    .flatMap(({name, knownAs}) => [firstName(name), ...(knownAs ? [knownAs] : [])])
    .map((name) => new RegExp(`(?:^|[^\\p{L}])${literal(fold(name))}(?:[^\\p{L}]|$)`, 'u'))
  const found: Quotation[] = []
  let open: {mark: string; start: number} | null = null
  for (const block of blocks) {
    if (block.kind === 'code') continue
    if (block.kind === 'quote') {
      found.push({
        start: block.start,
        end: block.end,
        // What the paragraph before it says.
        whose: judge(text.slice(Math.max(0, block.start - 200), block.start), '', '', names, toChild)
      })
      continue
    }
    let at = block.start
    if (open) {
      if (text[at] === open.mark || (open.mark === '“' && text[at] === '"')) {
        const end = endOfQuotation(text, open.mark, at, block)
        found.push({start: at, end: end < 0 ? block.end : end, whose: found.at(-1)?.whose ?? 'unknown'})
        if (end >= 0) open = null
        at = end < 0 ? block.end : end
      } else open = null
    }
    for (; at < block.end; at++) {
      const mark = text[at] as string
      if (!(mark in closerOf) || !opens(text, at, block)) continue
      const end = endOfQuotation(text, mark, at, block)
      if (end > 0) {
        found.push({start: at, end, whose: whose(text, at, end, block, names, toChild)})
        at = end - 1
      } else if (mark === '“') {
        // Left open at the end of a paragraph: the next one may take it up.
        open = {mark, start: at}
        found.push({start: at, end: block.end, whose: whose(text, at, block.end, block, names, toChild)})
        break
      }
    }
  }
  for (const {kind, start, end} of document.marks) {
    // Words in italics after a colon are somebody's: *A page from her notebook says: …*
    if (kind !== 'emphasis' || !/:\s*$/.test(text.slice(Math.max(0, start - 4), start))) continue
    if (quotationOver(found, {start, end}) || end - start < 12) continue
    const at = found.findIndex((quotation) => quotation.start > start)
    const block = blocks.find((each) => each.start <= start && each.end >= end)
    if (!block) continue
    const quotation: Quotation = {start, end, whose: whose(text, start, end, block, names, toChild)}
    if (at < 0) found.push(quotation)
    else found.splice(at, 0, quotation)
  }
  return found
}

const sentenceEnd = /[.!?]["”’']?\s/

function whose(
  text: string,
  start: number,
  end: number,
  block: Block,
  names: readonly RegExp[],
  toChild: boolean
): Quotation['whose'] {
  const before = text.slice(Math.max(block.start, start - 200), start)
  const sentence = before.split(/[.!?]\s+(?=[\p{Lu}“"])/u).at(-1) ?? ''
  const rest = text.slice(end, Math.min(block.end, end + 160))
  const stop = sentenceEnd.exec(rest)
  const after = stop ? rest.slice(0, stop.index) : rest
  return judge(sentence, after, before, names, toChild)
}

function judge(
  sentence: string,
  after: string,
  before: string,
  names: readonly RegExp[],
  toChild: boolean
): Quotation['whose'] {
  const near = `${sentence} ${after}`
  const spoken = saying.test(near)
  const hasName = (words: string) => {
    const folded = fold(words)
    return names.some((name) => name.test(folded))
  }
  const other =
    /\b(mr|mrs|ms|miss|dr|mother|father|mum|dad|parents?|teacher|school|social worker|carer|police|doctor|court|judge|council|report|log|chronology|plan|policy|notes?|guardian|nan|grandmother|grandfather|aunt|uncle)\b/i
  if (toChild && /\b(you|your)\b/i.test(near) && (spoken || !other.test(near))) return 'child'
  if (hasName(near)) return spoken && other.test(sentence) && !hasName(sentence) ? 'other' : 'child'
  if (other.test(near)) return 'other'
  if (/\b(he|she|they|xe|ze)\b/i.test(near)) return hasName(before) ? 'child' : 'unknown'
  return 'unknown'
}

/** The first quotation that a span overlaps; quotations are sorted and do not overlap each other. */
export function quotationOver(quotations: readonly Quotation[], span: Span): Quotation | undefined {
  const found =
    quotations[firstWhere(quotations.length, (middle) => (quotations[middle] as Quotation).end > span.start)]
  return found && found.start < span.end ? found : undefined
}
