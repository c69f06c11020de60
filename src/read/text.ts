import type {Notice} from '../model/notice.ts'
import {cellsOf, drawnTableAt} from './columns.ts'
import {isBlank, type Lines, linesOf, withPlainLineEnds} from './lines.ts'
import {add, copy, type Passage, type Piece, passage} from './passage.ts'
import {joinsNext, standsAlone, type Wrapping, wrappingOf} from './text/joins.ts'
import {takeNotes} from './text/notes.ts'
import {pageLines} from './text/page-lines.ts'

const bullet =
  /^[ \t]*(?:[-*+\u2022\u25e6\u25aa\u25cf\u25a0\u2023\u00b7\u2013\u2014\uf0b7\uf0a7\uf0d8][ \t]+|o\t[ \t]*)(?=\S)/
const number = /^[ \t]*(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\(?[a-z]\)|\(?[ivx]{1,5}\))[ \t]+(?=\S)/

/**
 * Whether a file named as plain text is Markdown: it has headings, strong words, tables or notes of that kind, or the
 * escapes that pandoc writes.
 */
export const looksLikeMarkdown = (source: string): boolean =>
  /^#{1,6}[ \t]+\S/m.test(source) ||
  /\*\*[^\s*][^*\n]*\*\*/.test(source) ||
  /^\[\^[^\s\]]+\]:/m.test(source) ||
  /^\|.*\|[ \t]*\r?\n\|[ \t]*:?-/m.test(source) ||
  (source.match(/\\['"[\]]|\\\.{3}/g)?.length ?? 0) >= 3

export interface TextBlocks {
  readonly pieces: Piece[]
  readonly notices: readonly Notice[]
}

/** Reads plain text, however it was wrapped and whichever program wrote it. @param from where to begin */
export function readPlainText(source: string, from = 0, nesting = 0): TextBlocks {
  const lines = linesOf(withPlainLineEnds(source, '\n'))
  const wrapping = wrappingOf(source, lines)
  const ofPages = nesting === 0 ? pageLines(source, lines) : new Set<number>()
  const pieces: Piece[] = []
  let line = lines.start.findIndex((at) => at >= from)
  while (line < lines.count) {
    const drawn = nesting === 0 && !isBlank(lines, line) ? drawnTableAt(lines, line) : undefined
    if (drawn) {
      const read = (text: string) => readPlainText(text, 0, nesting + 1).pieces
      for (const piece of cellsOf(drawn, lines.start[line] as number, read)) pieces.push(piece)
      line = drawn.end
    } else if (isBlank(lines, line)) {
      line++
    } else if (ofPages.has(line)) {
      const text = passage()
      addLine(text, lines, line, 0, '')
      pieces.push({...text, kind: 'header'})
      line++
    } else {
      let end = line + 1
      while (end < lines.count && !isBlank(lines, end) && !ofPages.has(end) && !wrapping.gapBefore(end)) end++
      for (const piece of group(lines, line, end, wrapping)) pieces.push(piece)
      line = end
    }
  }
  takeNotes(pieces)
  return {pieces, notices: []}
}

const textOf = (lines: Lines, line: number): string => lines.text.slice(lines.start[line], lines.end[line])

/** Adds what a line says from `skip` on, the white space around it left out. */
function addLine(to: Passage, lines: Lines, line: number, skip: number, joint: string): void {
  const written = textOf(lines, line).slice(skip)
  const lead = written.length - written.trimStart().length
  const start = (lines.start[line] as number) + skip + lead
  const before = to.segments.at(-1)?.sourceEnd
  if (before !== undefined) add(to, joint, before, start)
  copy(to, lines.text, start, start + written.trim().length)
}

/** Reads lines that stand directly under each other. */
function group(lines: Lines, from: number, to: number, wrapping: Wrapping): Piece[] {
  const pieces: Piece[] = []
  const width = wrapping.widthOf(from, to)
  let row = 0
  const numbers = countNumbers(lines, from, to)
  for (let line = from; line < to; line++) {
    const written = textOf(lines, line)
    const dot = bullet.exec(written)
    const counted = dot ? null : number.exec(written)
    const skip = dot?.[0].length ?? 0
    const rest = written.slice(skip || (counted?.[0].length ?? 0)).trim()
    if (rest.includes('\t')) {
      row++
      for (const cell of cells(lines, line, from, row)) pieces.push(cell)
      continue
    }
    row = 0
    const text = passage()
    addLine(text, lines, line, skip, '')
    while (line + 1 < to && !begins(lines, line + 1)) {
      const joint = joinsNext(lines, line, width, wrapping)
      if (joint === undefined || standsAlone(textOf(lines, line)) || standsAlone(textOf(lines, line + 1))) break
      const above = textOf(lines, line).trimEnd().slice(-2)
      line++
      // A word that was parted at its hyphen goes on without a space.
      const parted = joint === ' ' && /\p{L}[-\u00ad]$/u.test(above) && /^\s*\p{Ll}/u.test(textOf(lines, line))
      addLine(text, lines, line, 0, parted ? '' : joint)
    }
    pieces.push({...text, kind: dot || (counted && numbers > 1) ? 'item' : 'paragraph'})
  }
  return pieces
}

const begins = (lines: Lines, line: number): boolean => {
  const written = textOf(lines, line)
  return bullet.test(written) || number.test(written) || written.trim().includes('\t')
}

function countNumbers(lines: Lines, from: number, to: number): number {
  let count = 0
  for (let line = from; line < to; line++) if (number.test(textOf(lines, line))) count++
  return count
}

/** Word's plain text sets a tab between the cells of a row. */
function cells(lines: Lines, line: number, first: number, row: number): Piece[] {
  const written = textOf(lines, line)
  const start = lines.start[line] as number
  const pieces: Piece[] = []
  let column = 0
  let at = 0
  for (const part of written.trimStart() === written ? written.split('\t') : written.trimStart().split('\t')) {
    column++
    const lead = written.length - written.trimStart().length
    const from = start + lead + at
    at += part.length + 1
    const shown = part.trim()
    if (shown === '') continue
    const text = passage()
    const inset = part.length - part.trimStart().length
    copy(text, lines.text, from + inset, from + inset + shown.length)
    pieces.push({...text, kind: 'cell', cell: {table: lines.start[first] as number, row, column}})
  }
  return pieces
}
