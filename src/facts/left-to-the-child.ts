import type {Block, Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import {wordSet} from '../model/words.ts'

/** A gap to write in, a riddle for the reader, or *[write it here]*. */
const gap = /^(?:_{3,}|…{3,}|\.{6,}|\?{3,}|\[(?:write|draw|put|stick) (?:it|this|yours?|your \w+) here\])$/i
/** All gaps of a text, where only what is round them matters. */
const gaps = /_{3,}|…{3,}|\.{6,}|\?{3,}/g
const aGap = '____'

/** Somebody asks the child to write: *Your answer: ____*, *Finish the sentence: …*, *Dinner is ??? (you choose)*. */
const invites = onAsking(
  () =>
    /\byour (?:turn|go|answers?|names?|own|ideas?|choice|words|picture|drawing|signature|thoughts)\b["”’)]*\s*(?:[:?]|_|$)|\b(?:write|draw|stick|paint) [^.!?:]{0,30}\b(?:here|below|in the box)\b|\bfill in the (?:gaps?|blanks?)\b|\b(?:finish|complete) (?:the|this|these|each|my|your) (?:sentences?|story|list)\b|\byou (?:choose|decide|pick)\b|\bsigned \(you\)|\bover to you\b|\bmy turn\b[\s:]*_/i
)
/** What a child says of themselves on such a page: *I feel happy when ____*. */
const ofThemselves = onAsking(
  () =>
    /\bI (?:feel|like it|like _+|love|hate|don['’]t like|do not like|wish|laugh|cry|worry)\b|\bI(?:['’]m| am) (?:_+ years?|(?:happy|sad|scared|worried|proud|angry|cross|excited|good|best|brave) )|\bmakes me (?:\p{L}+ )?(?:happy|sad|laugh|cry|smile|cross|angry|scared|worried|feel)\b|\bmy (?:favourite|best (?:friend|day)|worst|tummy|dream|superpower)\b|\bif I (?:had|could|were|was)\b|\bI(?:['’]d| would) like (?:\p{L}+ to know|to (?:change|ask|say)\b)|\bwhat I['’]m like\b/iu
)
/** The whole page is to be filled in. */
const isPage = onAsking(
  () =>
    /\bfill (?:this|it|these|them)(?: page| sheet| sentences)? in\b|\bfill in (?:this page|the (?:gaps|blanks)|these (?:gaps|blanks|sentences))\b|\b(?:finish|complete) (?:the|these|each of the|the rest of the) sentences\b|\bthis page (?:belongs to you|is for you)\b/i
)
/** A letter speaks to the child; the child’s own page does not, but where it *tells you what I’m like*. */
const toTheChild = /(?<!\btells? )\b(?:you|your|yours|dear)\b/i
/** Whoever writes says who they are too. */
const introduces = /\bmy name is\b/i
const ofTheWriter =
  /\b(?:worker|guardian|adviser|advisor|officer|ring|email|hearing|court|judge|visit|report|meeting|office|team)\b/i
const firstPerson = /\b(?:I|my|me|we|our)\b/i
const label = onAsking(() => /^\W*(?:name|age|date|birthday|school|class|pets?|friends?|food|colour)\b[^\p{L}]*$/iu)

const boundary = /[.!?]["”’)]*\s|\n/g

/** How far from a gap its sentence can go, in UTF-16 units. */
const reach = 200

/** The sentence round a gap, with every gap written alike. */
function sentenceRound({text}: Document, block: Block, {start, end}: Span): string {
  const before = text.slice(Math.max(block.start, start - reach), start)
  const last = [...before.matchAll(boundary)].at(-1)
  const after = text.slice(end, Math.min(block.end, end + reach))
  const next = /[.!?](?=["”’)]*(?:\s|$))|\n/.exec(after)
  const lead = last ? before.slice(last.index + last[0].length) : before
  return `${lead}${aGap}${next ? after.slice(0, next.index + 1) : after}`.replace(gaps, aGap)
}

/** What a gap alone in a cell or on a line answers: the cell before it, or the line that ends in a colon. */
function askedBefore({text, blocks}: Document, at: number): string {
  const [block, before] = [blocks[at], blocks[at - 1]]
  if (!block || !before) return ''
  const said = text.slice(Math.max(before.start, before.end - reach), before.end)
  if (block.cell) return before.cell?.row === block.cell.row ? said : ''
  return /[:?]\s*$/.test(said) ? said : ''
}

/** The index of the first block that goes as far as `end`, in UTF-16 units. */
const blockUpTo = (blocks: readonly Block[], end: number): number =>
  firstWhere(blocks.length, (n) => (blocks[n] as Block).end >= end)

/** Which gaps of a letter are the child’s to fill in, and were not forgotten by whoever wrote it. */
export function leftToTheChild(document: Document): (span: Span) => boolean {
  const {text, blocks} = document
  const saidRound = (span: Span): string => {
    const at = blockUpTo(blocks, span.end)
    const block = blocks[at]
    if (!block) return ''
    const said = sentenceRound(document, block, span)
    return /\p{L}/u.test(said) ? said : `${askedBefore(document, at)} ${said}`
  }
  const isTicked = ({start, end}: Span): boolean => {
    const block = blocks[blockUpTo(blocks, end)]
    return block !== undefined && block.start <= start && /[☐□]/.test(text.slice(block.start, block.end))
  }
  const isTheirs = (said: string): boolean =>
    invites().test(said) || (ofThemselves().test(said) && !toTheChild.test(said) && !introduces.test(said))
  let page: boolean | undefined
  const isOfPage = (): boolean => {
    if (isPage().test(text)) return true
    const all = [...text.matchAll(gaps)].map(({index, 0: {length}}) => ({start: index, end: index + length}))
    return new Set(all.map(saidRound).filter(isTheirs)).size > 1
  }
  const isOnPage = (said: string): boolean =>
    (firstPerson.test(said) || label().test(said.replaceAll(aGap, '')) || !/\p{L}/u.test(said)) &&
    !toTheChild.test(said) &&
    !ofTheWriter.test(said)
  return (span) => {
    if (!gap.test(text.slice(span.start, span.end))) return false
    const said = saidRound(span)
    if (isTheirs(said) || isTicked(span)) return true
    page ??= isOfPage()
    return page && isOnPage(said)
  }
}

/** *Love, Jo XXXX*; not *Love, XXXX*. */
const signedBefore = onAsking(
  () =>
    /(?:^|\n|[.!?]\s+)(?:(?:lots of |all my |much |with |best |big )?(?:love|wishes|hugs|kisses|bye|thanks|yours)?(?: for now)?[\s,–—-]*(?:from )?)?((?:\p{Lu}\p{L}+)(?:(?: and | & |, )\p{Lu}\p{L}+)*)[\s,]*$/iu
)
const closings = wordSet(
  'love yours best wishes regards sincerely faithfully cheers thanks from bye hugs kisses warmly'
)
const work = /worker|guardian|officer|adviser|advisor|manager|team|court|council/i

/** A name and a closing are no longer than this, in UTF-16 units. */
const longestClosing = 80

/** Is a name there, and no more of a closing than that? */
function endsInName(said: string): boolean {
  const name = signedBefore().exec(said)?.[1]?.split(/\s+/).at(-1)
  return name !== undefined && /^\p{Lu}/u.test(name) && !closings.has(name.toLowerCase())
}

/** Are capitals kisses: after the name at the end of a letter, or *from the dog*? */
export function areKisses({text, blocks}: Document, {start, end}: Span): boolean {
  if (!/^X+$/.test(text.slice(start, end))) return false
  const at = blockUpTo(blocks, end)
  const block = blocks[at]
  if (!block) return false
  const before = text.slice(Math.max(block.start, start - longestClosing), start)
  const after = text.slice(end, block.end)
  if (/^ from (?:the|your|my|me|us|all|both|everyone|everybody|\p{Lu}\p{L}+)\b/u.test(after))
    return /(?:^|[(.!?\n])\s*$/.test(before)
  if (/[\p{L}\d]/u.test(after)) return false
  const [previous, next] = [blocks[at - 1], blocks[at + 1]]
  if (next && work.test(text.slice(next.start, Math.min(next.end, next.start + longestClosing)))) return false
  if (/\S/.test(before)) return !/^[.,;:]/.test(after) && endsInName(before)
  return (
    previous !== undefined &&
    endsInName(text.slice(Math.max(previous.start, previous.end - longestClosing), previous.end))
  )
}
