import {holdsLetter, holdsWord, startsWithCapital} from '../model/characters.ts'
import {wordSet} from '../model/words.ts'
import {depthOf} from './labels.ts'
import {cut, type Piece, part} from './passage.ts'

const maxWords = 12
const maxLength = 90

const wordsIn = (text: string): number => text.split(/\s+/).filter(holdsWord).length

const short = ({text}: Piece): boolean =>
  text.length <= maxLength && !text.includes('\n') && holdsLetter(text) && wordsIn(text) <= maxWords

/** A sentence, a greeting or an item of a list ends so; a heading does not. */
const closes = /[.,;!…\u2013\u2014-]["'\u201d\u2019)]*$/

const firstWord = (text: string): string | undefined => /^[a-z]+\b/i.exec(text)?.[0].toLowerCase()

/** Words with which letters begin and end … */
const salutations = wordSet(
  'dear hi hello hey hiya annwyl helo yours regards love thanks sincerely bye goodbye signed cofion hwyl cc enc ps'
)
/** … and phrases that do, with how they begin. */
const opening = wordSet('good to kind kindest with best warm warmest many lots thank take see p')
const phrases =
  /^(good (morning|afternoon|evening)|to whom|kind(est)? regards|(with )?(best|warm(est)?|many) (wishes|regards|thanks)|with (love|thanks|best|kind|warm)|lots of love|thank you|take care|see you|p\.s)\b/i

/** Does it begin as letters begin and end? */
export function isSalutation(text: string): boolean {
  const word = firstWord(text)
  return salutations.has(word) || (opening.has(word) && phrases.test(text))
}

const sentenceStarts = wordSet('i you he she they we please')

/** A date, a telephone number, an address, or a field and its value. */
const detail = /@|:\s*\S|\d{5}|\d[/.]\d|^\d/

/** All of the words are marked strong (or underlined, which readers also mark strong). */
function allStrong(piece: Piece): boolean {
  let at = 0
  for (const {kind, start, end} of piece.marks) {
    if (kind !== 'strong' || end <= at) continue
    if (holdsWord(piece.text.slice(at, start))) return false
    at = end
  }
  return at > 0 && !holdsWord(piece.text.slice(at))
}

export const inCapitals = (text: string): boolean =>
  !/[a-z]/.test(text) &&
  /\p{Lu}{4}/u.test(text) &&
  !/\p{Ll}/u.test(text) &&
  !(/\d/.test(text) && /^[\p{Lu}\d]*$/u.test(text))

/** `4.` or `4.0` over `4.1`. */
const isOver = (number: string | undefined, below: string | undefined): boolean =>
  depthOf(number) > 0 &&
  below?.startsWith(`${number?.replace(/(?:\.0)?[.)]?$/, '')}.`) === true &&
  depthOf(below) > depthOf(number)

/** Automatic numbers make list items of headings: of one over deeper numbers, or in bold and alone. */
const mayBeHeading = (piece: Piece, before: Piece | undefined, after: Piece | undefined): boolean =>
  piece.kind === 'paragraph' ||
  (piece.kind === 'item' &&
    (isOver(piece.label, after?.label) ||
      (depthOf(piece.label) > 0 && before?.kind !== 'item' && after?.kind !== 'item' && allStrong(piece))))

/** It looks so plainly like a heading that what follows does not matter. */
const marked = (piece: Piece): boolean =>
  !closes.test(piece.text) &&
  !isSalutation(piece.text) &&
  (allStrong(piece) || inCapitals(piece.text) || (depthOf(piece.label) > 0 && startsLikeTitle(piece.text)))

const startsLikeTitle = (text: string, most = 8): boolean =>
  startsWithCapital(text.replace(/^["'\u201c\u2018]/, '')) && wordsIn(text) <= most

/** A few words that neither close a sentence, open or end a letter, nor begin as people speak. */
const readsLikeTitle = (text: string, most?: number): boolean =>
  startsLikeTitle(text, most) && !closes.test(text) && !isSalutation(text) && !sentenceStarts.has(firstWord(text))

const nothing = /^(?:n\/?a|none|nil|tb[cd]|not applicable|nothing)\b/i

/** A short line alone, which is a heading only where prose or a list follows. */
function bare(piece: Piece): boolean {
  const {text} = piece
  const colon = text.endsWith(':')
  const words = colon ? text.slice(0, -1) : text
  return (
    startsLikeTitle(words, 10) &&
    !closes.test(text) &&
    !isSalutation(text) &&
    !nothing.test(text) &&
    (text.endsWith('?') || !sentenceStarts.has(firstWord(text))) &&
    !(colon ? /[:@\d]/ : detail).test(words) &&
    (!colon || wordsIn(words) <= 5)
  )
}

/** What stands under a heading: prose, a list, a table, another heading, or the word that there is nothing. */
const canFollow = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.kind !== 'paragraph' || wordsIn(piece.text) > 8 || nothing.test(piece.text))

/** The most short lines under each other of which the upper ones may be headings too; more are an address or a table. */
const mostInARow = 2

/** How many bare lines stand under each other where each stands; 0 for what is none. */
function runsOfBare(pieces: readonly Piece[]): number[] {
  const runs = pieces.map(() => 0)
  let from = 0
  for (let i = 0; i <= pieces.length; i++) {
    const piece = pieces[i]
    if (piece?.kind === 'paragraph' && short(piece) && bare(piece)) continue
    runs.fill(i - from, from, i)
    from = i + 1
  }
  return runs
}

/** A short line at the very top, over a greeting, a field or prose: `Supervision record: Jonah`. */
const isTitle = (piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  readsLikeTitle(piece.text, 10) &&
  !/@|\d{5}|^\S+:/.test(piece.text) &&
  (canFollow(next) || isSalutation(next.text) || /^[\p{L} ]{2,30}: /u.test(next.text))

/** How a sentence ends. */
const ended = /[.!?]["'\u201d\u2019)]*$/

/** So many paragraphs that begin with a title show that the writer set titles so. */
const leastTitled = 3

/** Where the title ends that a paragraph begins with, on a line of its own over prose; -1 for none. */
function titleEnd({kind, text}: Piece): number {
  const end = kind === 'paragraph' ? text.indexOf('\n') : -1
  if (end < 0 || end > maxLength || !ended.test(text)) return -1
  const line = text.slice(0, end)
  return readsLikeTitle(line) && !detail.test(line) ? end : -1
}

/**
 * Parts titles from the prose that stands directly under them, as where text was pasted from Word: an empty line is what
 * would part them in Markdown. One such line may be the first of a verse or an address.
 */
export function partTitles(pieces: readonly Piece[]): readonly Piece[] {
  const ends = pieces.map(titleEnd)
  if (ends.filter((end) => end >= 0).length < leastTitled) return pieces
  return pieces.flatMap((piece, n) => {
    const end = ends[n] as number
    if (end < 0) return [piece]
    const [title, prose] = part(piece, end)
    return [{...title, kind: 'heading' as const, inferred: true}, prose]
  })
}

/** `2  What has gone well`: a number without a full stop, which may be a day or a house too. */
const bareNumber = /^(\d{1,2})\s+(?=\S)/
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** The number without a full stop that a piece begins with, when a title may follow it; `undefined` for none. */
function bareNumberOf({text}: Piece): number | undefined {
  const [typed, number] = bareNumber.exec(text) ?? []
  const title = typed === undefined ? '' : text.slice(typed.length)
  return title !== '' && startsWithCapital(title) && !month.test(title) ? Number(number) : undefined
}

/** So many lines that count on from 1 are the headings of a paper. */
const leastCounted = 3

const isNumbered = (piece: Piece | undefined): boolean => piece?.kind === 'item' && depthOf(piece.label) === 1

/** The number that may count a part of a paper: without a full stop, or of what looks like a list's item, set apart. */
function partNumberOf(piece: Piece, before: Piece | undefined, after: Piece | undefined): number | undefined {
  if (piece.kind === 'paragraph') return bareNumberOf(piece)
  if (!isNumbered(piece) || isNumbered(before) || isNumbered(after) || !startsLikeTitle(piece.text)) return undefined
  return Number.parseInt(piece.label as string, 10)
}

/** Short lines that count the parts of a paper, each over a sentence or a number below its own: 1, 2, 3. */
function countedOn(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const found = new Set<Piece>()
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1]
    if (partNumberOf(piece, pieces[i - 1], next) !== found.size + 1) continue
    if (!short(piece) || closes.test(piece.text)) continue
    if (canFollow(next) || closes.test(next?.text ?? '') || depthOf(next?.label) > 1) found.add(piece)
  }
  return found.size >= leastCounted ? found : new Set()
}

/** Moves a number without a full stop out of a heading. */
function takeBareNumber(piece: Piece): void {
  if (piece.label) return
  const [typed = '', number = ''] = bareNumber.exec(piece.text) ?? []
  piece.label = number
  cut(piece, [{start: 0, end: typed.length}])
}

/**
 * Makes headings of the paragraphs that look like headings. The level is the depth of the number where there is one,
 * else one below the last real heading.
 * @param anyLine whether a bare short line counts: where the format, or this file, has no other way to show a heading
 */
export function inferHeadings(pieces: readonly Piece[], anyLine: boolean): void {
  const runs = anyLine ? runsOfBare(pieces) : []
  const counted: ReadonlySet<Piece> = anyLine ? countedOn(pieces) : new Set()
  // From the end, so that a heading over a heading is seen to be one.
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i] as Piece
    if (piece.text.length > maxLength || !short(piece)) continue
    if (!counted.has(piece) && !mayBeHeading(piece, pieces[i - 1], pieces[i + 1])) continue
    const next = pieces[i + 1]
    const inTable = (runs[i] ?? 0) > mostInARow && (next?.kind === 'heading' || (runs[i + 1] ?? 0) > 0)
    const alone = anyLine && ((i === 0 && isTitle(piece, next)) || (!inTable && bare(piece) && canFollow(next)))
    if (counted.has(piece)) takeBareNumber(piece)
    else if (!marked(piece) && !alone) continue
    piece.kind = 'heading'
    piece.inferred = true
  }
  let above = 1
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'heading') continue
    if (!piece.inferred) above = piece.level ?? 1
    else if (depthOf(piece.label) > 0) piece.level = Math.min(depthOf(piece.label) + 1, 6)
    // The first level is the title's; what says that there is nothing stands under a section.
    else piece.level = i === 0 && !nothing.test(pieces[1]?.text ?? '') ? 1 : Math.min(above + 1, 6)
  }
}
