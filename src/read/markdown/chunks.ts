import {type DrawnTable, drawnTableAt} from '../columns.ts'
import {isBlank, type Lines, lineAt} from '../lines.ts'

/** A stretch of lines that Markdown reads without regard to what stands before or after it. */
export interface Chunk {
  /** Lines `from` to `to`, end not included; the last is not empty. */
  readonly from: number
  readonly to: number
  readonly drawn?: DrawnTable
}

const listItem = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/
const fence = /^(`{3,})[^`]*$|^(~{3,})/
/** What may run over empty lines, and whose end we do not look for ourselves: code, comments, scripts, tables in HTML. */
const lasting =
  /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*(?:`{3}|~{3}|<(?:[!?]|\/?(?:script|pre|style|textarea|table|thead|tbody|tfoot|tr|td|th|colgroup|col)\b))/i

/** A comment that ends on its line lasts no longer. */
const closed = /^[^<`~]*<!--(?!-?>).*-->/

const isSpace = (unit: number): boolean => unit === 32 || unit === 9

/**
 * Splits Markdown where it is sure that nothing is open: at an empty line before a line that is not indented and
 * continues no list. Tables that only pandoc knows are found on the way.
 * @param whole split only at those tables
 */
export function chunksOf(lines: Lines, firstLine: number, whole = false): Chunk[] {
  const chunks: Chunk[] = []
  const risky = /`{3}|~{3}|</.test(lines.text)
  let line = firstLine
  while (line < lines.count) {
    if (isBlank(lines, line)) {
      line++
      continue
    }
    const drawn = drawnTableAt(lines, line)
    const to = drawn?.end ?? endOf(lines, line, risky)
    const last = chunks.at(-1)
    if (whole && !drawn && last && !last.drawn) chunks[chunks.length - 1] = {from: last.from, to}
    else chunks.push(drawn ? {from: line, to, drawn} : {from: line, to})
    line = to
  }
  return chunks
}

function endOf(lines: Lines, from: number, risky: boolean): number {
  const opening = risky ? openingAt(lines, from) : undefined
  if (opening !== undefined) return opening
  // Lists go on over empty lines; and after indented text remark sees no list that does not begin with 1.
  let list = false
  let end = from
  for (let line = from; line < lines.count; ) {
    const text = lineAt(lines, line)
    if (risky && lasting.test(text) && !closed.test(text)) return htmlTableEnd(lines, from) ?? lines.count
    list ||= listItem.test(text) || /^(?: {4}|\t)/.test(text)
    end = ++line
    if (line < lines.count && !isBlank(lines, line)) continue
    while (line < lines.count && isBlank(lines, line)) line++
    if (line >= lines.count || drawnTableAt(lines, line)) break
    if (!isSpace(lines.text.charCodeAt(lines.start[line] as number))) {
      if (!list || !listItem.test(lineAt(lines, line))) break
    }
  }
  return end
}

/** Where fenced code or a comment ends that begins here, at the margin. */
function openingAt(lines: Lines, from: number): number | undefined {
  const text = lineAt(lines, from)
  const ticks = fence.exec(text)
  if (ticks) {
    const open = (ticks[1] ?? ticks[2]) as string
    for (let line = from + 1; line < lines.count; line++) {
      const inner = lineAt(lines, line)
      const close = inner.trim()
      const indented = /^ {0,3}\S/.test(inner)
      if (indented && close.length >= open.length && close === (open[0] as string).repeat(close.length)) return line + 1
    }
    return lines.count
  }
  if (!/^<!--[^->]/.test(text)) return undefined
  for (let line = from; line < lines.count; line++) {
    if (
      lineAt(lines, line)
        .slice(line === from ? 4 : 0)
        .includes('-->')
    )
      return line + 1
  }
  return lines.count
}

/** A table in HTML that begins at the margin and has no empty line ends with them. */
function htmlTableEnd(lines: Lines, from: number): number | undefined {
  if (!/^<table\b/i.test(lineAt(lines, from))) return undefined
  for (let line = from; line < lines.count && !isBlank(lines, line); line++) {
    if (/<\/table>[ \t]*$/i.test(lineAt(lines, line))) {
      return line + 1 >= lines.count || isBlank(lines, line + 1) ? line + 1 : undefined
    }
  }
  return undefined
}
