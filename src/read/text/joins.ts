import {inCapitals, isSalutation} from '../headings.ts'
import {isBlank, isLineFeedReturn, type Lines, lineAt} from '../lines.ts'

/** Longer lines than this were not wrapped by anybody. */
const longest = 120
/** Narrower lines than this are not wrapped prose but an address or a verse. */
const narrowest = 45

/** A line that ends where a sentence may. */
const finished = /[.!?:;]["'\u201d\u2019)\]]*\s*$/

/** How the lines of a file hang together. */
export interface Wrapping {
  /** Every line is a paragraph, as Word and LibreOffice write text. */
  readonly lineByLine: boolean
  /** The line ends in a break inside a paragraph: a vertical tab, a line separator, a lone LF among CRLFs. */
  brokenAfter(line: number): boolean
  /** A page or paragraph separator stands before the line. */
  gapBefore(line: number): boolean
  /** The length, in UTF-16 units, of the longest of some lines. */
  widthOf(from: number, to: number): number
}

export function wrappingOf(source: string, lines: Lines): Wrapping {
  const lengthOf = (line: number) => (lines.end[line] as number) - (lines.start[line] as number)
  let long = 0
  let touching = 0
  let wrapped = 0
  let feeds = 0
  let returns = 0
  let prose = 0
  let unfinished = 0
  for (let line = 0; line < lines.count; line++) {
    const under = line > 0 && !isBlank(lines, line - 1) && !isBlank(lines, line)
    if (lengthOf(line) > longest) long++
    if (under && (lengthOf(line) > longest || lengthOf(line - 1) > longest)) touching++
    if (under && /^[ \t]*\p{Ll}/u.test(lineAt(lines, line))) wrapped++
    if (lengthOf(line) > narrowest) {
      prose++
      if (!finished.test(lineAt(lines, line))) unfinished++
    }
    if (source[lines.end[line] as number] === '\r' && source[(lines.end[line] as number) + 1] === '\n') returns++
    else if (source[lines.end[line] as number] === '\n') feeds++
  }
  const loneFeeds = returns > feeds && feeds > 0 && !isLineFeedReturn(source)
  return {
    // Lines that were wrapped would not all end with their sentences.
    lineByLine:
      loneFeeds || (long > 0 && touching > 0 && long * 2 > wrapped) || (prose > 1 && unfinished === 0 && wrapped === 0),
    brokenAfter(line) {
      const end = source[lines.end[line] as number]
      return end === '\u000b' || end === '\u2028' || (loneFeeds && end === '\n')
    },
    gapBefore(line) {
      const before = source[(lines.start[line] as number) - 1]
      return before === '\u000c' || before === '\u2029'
    },
    widthOf(from, to) {
      let width = 0
      for (let line = from; line < to; line++) width = Math.max(width, lineAt(lines, line).trim().length)
      return width
    }
  }
}

/** A line that is never part of the prose around it: capitals, a greeting, a short heading with a colon. */
export function standsAlone(written: string): boolean {
  const line = written.trim()
  if (line.length > 80) return false
  if (inCapitals(line)) return true
  if (/^\p{Lu}[^.!?:]{0,40}:$/u.test(line) && line.split(/\s+/).length <= 5) return true
  return isSalutation(line) && /,$/.test(line)
}

/**
 * How a line goes on in the next: with a space where it was wrapped, with a line feed where its writer broke it,
 * `undefined` where the next begins a paragraph.
 */
export function joinsNext(lines: Lines, line: number, width: number, wrapping: Wrapping): ' ' | '\n' | undefined {
  if (wrapping.brokenAfter(line)) return '\n'
  if (wrapping.lineByLine) return undefined
  const here = lineAt(lines, line).trim()
  const next = lineAt(lines, line + 1).trim()
  if (/^["'\u201c\u2018(]?\p{Ll}/u.test(next)) return ' '
  if (width > longest) return /[.!?]["'\u201d\u2019)]*$/.test(here) ? undefined : '\n'
  const word = /^\S*/.exec(next)?.[0].length ?? 0
  // Where the next word would have fitted, the line was not ended by wrapping; people do not wrap exactly.
  if (width >= narrowest && here.length + 1 + word > width * 0.8) return ' '
  return /[.!?]["'\u201d\u2019)]*$/.test(here) ? undefined : '\n'
}
