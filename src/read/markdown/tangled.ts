import {type Lines, lineAt} from '../lines.ts'

/** Many times what any letter or report has; a parser's time grows with the square of these. */
const maxDepth = 32
const maxIndent = 128
const maxBlocks = 1000
const maxMarks = 800
const maxRun = 64
/** In UTF-16 units. A parser takes a thousand times its memory. */
const maxLength = 262_144

const containers = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$))+/
const opener = /^[ \t]*(?:>|[-=]+[ \t]*$|[`~]{3}|\[)/
const nested = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/
const marks = /[*_]+|[[\]<`]+/g

/**
 * Whether the markup of some lines lies so deep or thick that no person can have written it, and a parser would take
 * minutes over it.
 */
export function isTangled(lines: Lines, from: number, to: number): boolean {
  if ((lines.end[to - 1] as number) - (lines.start[from] as number) > maxLength) return true
  let blocks = 0
  let inParagraph = 0
  for (let line = from; line < to; line++) {
    const text = lineAt(lines, line)
    const indented = text.length - text.trimStart().length
    if (indented > maxIndent && nested.test(text)) return true
    const open = containers.exec(text)?.[0] ?? ''
    if (open.length > maxDepth && open.replace(/[ \t\d]+/g, '').length > maxDepth) return true
    if (opener.test(text) && ++blocks > maxBlocks) return true
    // A quotation’s paragraph goes on from line to line.
    if (/[^ \t>]/.test(open) || text.slice(open.length).trim() === '' || /^[#|]/.test(text)) inParagraph = 0
    for (const [run] of text.matchAll(marks)) {
      if (++inParagraph > maxMarks || (run.length > maxRun && /[^_`]/.test(run))) return true
    }
  }
  return false
}
