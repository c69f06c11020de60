import {isBlank, type Lines} from '../lines.ts'
import {add, copy, mark, type Passage, type Piece, passage} from '../passage.ts'

/** Any of these may be markup. Where there is none, a line says what it says. */
const special = /[\\`<_{}^]|&[#a-z]|!\[|\]\(|\[\^/i
/** A line that begins so may be anything but a paragraph's. */
const opening = /^(?:[-+=#>|~:]|\d{1,9}[.)]|\*(?:[ \t*]*$|[ \t])|\[[ \txX]\])/
const bullet = /^([-+*])( {1,4})(?=\S)/
const number = /^(\d{1,9})([.)])( {1,4})(?=\S)/

/** What can be read by hand of one document. */
export interface PlainReader {
  /** Reads a chunk, or gives `undefined` where it needs a parser. */
  read(from: number, to: number): Piece[] | undefined
}

export function plainReader(lines: Lines): PlainReader {
  const {text: source} = lines
  // Without definitions, brackets are only brackets.
  const references = source.includes(']:')

  const isPlain = (from: number, to: number): boolean => {
    const stretch = source.slice(lines.start[from], lines.end[to - 1])
    return !special.test(stretch) && !(references && stretch.includes('['))
  }

  /** Reads lines as one paragraph; `lead` is what all but the first begin with. */
  const paragraph = (into: Passage, from: number, to: number, first: number, lead: string): boolean => {
    let before = -1
    for (let line = from; line < to; line++) {
      let start = line === from ? first : (lines.start[line] as number)
      let end = lines.end[line] as number
      if (line > from) {
        if (!source.startsWith(lead, start)) return false
        start += lead.length
        if (start >= end || isSpace(source.charCodeAt(start))) return false
      }
      while (end > start && isSpace(source.charCodeAt(end - 1))) end--
      // Two spaces at the end of a line break it.
      if (line < to - 1 && (lines.end[line] as number) - end > 1) return false
      if (opening.test(source.slice(start, end))) return false
      if (before >= 0) add(into, ' ', before, start)
      if (!words(into, source, start, end)) return false
      before = end
    }
    return true
  }

  const heading = (line: number): Piece[] | undefined => {
    const found = /^(#{1,6})[ \t]+(?=[^\s#])/.exec(source.slice(lines.start[line], lines.end[line]))
    if (!found) return undefined
    const start = (lines.start[line] as number) + found[0].length
    const text = passage()
    const written = source.slice(start, lines.end[line]).trimEnd()
    if (written.includes('#') || !words(text, source, start, start + written.length)) return undefined
    return [{...text, kind: 'heading', level: (found[1] as string).length}]
  }

  /** A block quotation of one paragraph, whose lines all begin alike. */
  const quote = (from: number, to: number): Piece[] | undefined => {
    const start = lines.start[from] as number
    const text = passage()
    if (!/^> [^ \t]/.test(source.slice(start, start + 3)) || !paragraph(text, from, to, start + 2, '> '))
      return undefined
    return [{...text, kind: 'quote'}]
  }

  const list = (from: number, to: number): Piece[] | undefined => {
    const pieces: Piece[] = []
    let kind = ''
    let next = 0
    for (let line = from; line < to; ) {
      const written = source.slice(lines.start[line], lines.end[line])
      const numbered = number.exec(written)
      const found = numbered ?? bullet.exec(written)
      if (!found) return undefined
      const marker = (numbered ? numbered[2] : found[1]) as string
      if (kind !== '' && kind !== marker) return undefined
      if (kind === '' && numbered) next = Number(numbered[1])
      kind = marker
      let end = line + 1
      while (end < to && isSpace(source.charCodeAt(lines.start[end] as number)) && !isBlank(lines, end)) end++
      const text = passage()
      const indent = found[0].length
      if (!paragraph(text, line, end, (lines.start[line] as number) + indent, ' '.repeat(indent))) return undefined
      pieces.push({...text, kind: 'item', ...(numbered ? {label: `${next++}${marker}`} : {})})
      line = end
      while (line < to && isBlank(lines, line)) line++
    }
    return pieces
  }

  const table = (from: number, to: number): Piece[] | undefined => {
    const width = cellsIn(from)?.length
    const rule = to - from >= 2 ? source.slice(lines.start[from + 1], lines.end[from + 1]) : ''
    if (!width || !/^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/.test(rule)) return undefined
    if (cellsIn(from + 1)?.length !== width) return undefined
    const pieces: Piece[] = []
    for (let line = from; line < to; line++) {
      const cells = cellsIn(line)
      if (cells?.length !== width) return undefined
      if (line === from + 1) continue
      const row = line === from ? 1 : line - from
      for (const [column, [start, end]] of cells.entries()) {
        const text = passage()
        if (!words(text, source, start, end)) return undefined
        const at = {table: lines.start[from] as number, row, column: column + 1}
        pieces.push({...text, kind: 'cell', cell: row === 1 ? {...at, header: true} : at})
      }
    }
    return pieces
  }

  /** Where the cells of a row stand, the white space around them left out. */
  const cellsIn = (line: number): [number, number][] | undefined => {
    const start = lines.start[line] as number
    const written = source.slice(start, lines.end[line]).trimEnd()
    if (written.length < 2 || !written.startsWith('|') || !written.endsWith('|')) return undefined
    const cells: [number, number][] = []
    for (let at = 1; at < written.length; ) {
      const bar = written.indexOf('|', at)
      let from = at
      let to = bar
      while (from < to && isSpace(written.charCodeAt(from))) from++
      while (to > from && isSpace(written.charCodeAt(to - 1))) to--
      cells.push([start + from, start + to])
      at = bar + 1
    }
    return cells
  }

  return {
    read(from, to) {
      if (!isPlain(from, to)) return undefined
      const first = source.charCodeAt(lines.start[from] as number)
      if (isSpace(first)) return undefined
      if (first === 35) return to - from === 1 ? heading(from) : undefined
      if (first === 62) return quote(from, to)
      if (first === 124) return table(from, to)
      const text = passage()
      if (paragraph(text, from, to, lines.start[from] as number, '')) return [{...text, kind: 'paragraph'}]
      return list(from, to)
    }
  }
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 9

const isWhite = (character: string): boolean => character === '' || /\s/.test(character)
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character)

/**
 * Adds one line's words, and marks what stands between asterisks where those can be read in one way only: each opens
 * or closes and could not do the other, and they come in pairs of equal length.
 */
function words(into: Passage, source: string, start: number, end: number): boolean {
  const line = source.slice(start, end)
  if (!line.includes('*')) {
    copy(into, source, start, end)
    return true
  }
  let at = start
  let open: {readonly length: number; readonly at: number} | undefined
  for (const {index, 0: run} of line.matchAll(/\*+/g)) {
    const before = line[index - 1] ?? ''
    const after = line[index + run.length] ?? ''
    const opens = !isWhite(after) && (isWhite(before) || (isPunctuation(before) && !isPunctuation(after)))
    const closes = !isWhite(before) && (isWhite(after) || (isPunctuation(after) && !isPunctuation(before)))
    if (run.length > 2 || (open ? !closes || open.length !== run.length : !opens)) return false
    copy(into, source, at, start + index)
    at = start + index + run.length
    if (open) mark(into, open.length === 2 ? 'strong' : 'emphasis', open.at)
    open = open ? undefined : {length: run.length, at: into.text.length}
  }
  copy(into, source, at, end)
  return open === undefined
}
