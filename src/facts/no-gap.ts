import type {Block, Document} from '../model/document.ts'
import {onAsking, oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import type {Quotation} from './facts.ts'
import {quotationOver} from './quotations.ts'

/** In UTF-16 units; what is longer than a pause leaves room to write in. */
const longestPause = 14
/** A slip is known by what stands so few blocks before its line for a signature, or in the line itself. */
const near = 4
/** So much round a gap is looked at, in UTF-16 units, and so much of a block beside it. */
const reach = 80
const longestSlip = 400

const gap = /^(?:_+|[.…]+)$/
/** What leads the eye to the number of a page, and that number: *What is strong ........ 3*. */
const leader = onAsking(() => /(?<![.…])[.…]{3,}\s*(?:p(?:p|ages?)?\.?\s*)?(?:\d{1,3}|[ivxl]{1,5})(?!\p{L}|\d)/giu)
const leads = /[.…]{6,}|…{3,}/g

/** *Signed: ____*, *Signature of parent ____*. */
const signature = /\b(?:signed|signature|sign here|llofnod|llofnodwyd)\b[^_.…]{0,40}$/i
const signs = /\b(?:signed|signature|llofnod)/i
/** What is written beside a signature, with the same pen. */
const besideSignature = /(?:^|\s)(?:dated?|dyddiad|print(?:ed)? name|name|enw)(?: \([^)]{1,20}\))?\s*:?\s*$/i
/** Somebody is asked to sign: what they read, agree to or send back. */
const slip = onAsking(
  () =>
    /[☐□]|\b(?:reply|return|consent|permission|tear[- ]?off) (?:slip|form)\b|\bsignature page\b|\b(?:cut|tear) (?:off|along|here)\b|\bplease (?:sign|return|tick|send back)\b|\bI (?:have read|agree|consent|do not|understand|give (?:my )?(?:permission|consent)|would like|wish|am happy)\b|\b(?:parent|carer|mother|father)s?\b[^.]{0,20}\bsignature\b|\bsignature of\b/i
)

/** The index of the block in which a stretch ends. */
const blockOf = (blocks: readonly Block[], {end}: Span): number =>
  firstWhere(blocks.length, (n) => (blocks[n] as Block).end >= end)

/**
 * Dots and lines that leave nothing open: those that lead to the number of a page, a pause in what somebody said, and
 * the line for a signature on what others are asked to send back.
 */
export function leavesNothingOpen({text, blocks}: Document, quotations: readonly Quotation[]): (span: Span) => boolean {
  const isContents = oncePer((block: Block) => isOfContents(text.slice(block.start, block.end)))
  return (span) => {
    const run = text.slice(span.start, span.end)
    if (!gap.test(run)) return false
    const at = blockOf(blocks, span)
    const block = blocks[at]
    if (!block) return false
    const isDotted = !run.startsWith('_')
    if (isDotted && (isPause(text, span, quotationOver(quotations, span)) || isContents(block))) return true
    return isForSignature(text, blocks, at, span)
  }
}

/** *“um ....... no”*: somebody who quotes a gap quotes nothing else. */
const isPause = (text: string, {start, end}: Span, quoted: Span | undefined): boolean =>
  quoted !== undefined &&
  end - start <= longestPause &&
  /\p{L}/u.test(text.slice(Math.max(quoted.start, start - reach), Math.min(quoted.end, end + reach)))

/** Does a line, or each of several that were read as one, end in a page? */
function isOfContents(line: string): boolean {
  const found = [...line.matchAll(leader())]
  const last = found.at(-1)
  return (
    last !== undefined &&
    last.index + last[0].length === line.trimEnd().length &&
    found.length >= [...line.matchAll(leads)].length
  )
}

function isForSignature(text: string, blocks: readonly Block[], at: number, {start}: Span): boolean {
  const block = blocks[at] as Block
  const before = text.slice(Math.max(block.start, start - reach), start)
  const label = block.cell && before.trim() === '' ? beginningOf(text, blocks[at - 1]) : before
  const first = Math.max(0, at - near)
  const isSaid = (said: RegExp, until: number): boolean =>
    blocks.slice(first, until).some((each) => said.test(beginningOf(text, each)))
  if (!signature.test(label) && !(besideSignature.test(label) && isSaid(signs, at + near))) return false
  return isSaid(slip(), at + 1)
}

/** As far as a slip says what it is. */
const beginningOf = (text: string, block: Block | undefined): string =>
  block ? text.slice(block.start, Math.min(block.end, block.start + longestSlip)) : ''
