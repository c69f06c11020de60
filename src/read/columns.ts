import {isBlank, type Lines, lineAt} from './lines.ts'
import {add, copy, type Passage, type Piece, passage, through} from './passage.ts'

/** A table drawn with hyphens, as pandoc and plain text do: its cells lie side by side over several lines. */
export interface DrawnTable {
  /** The line after its last. */
  readonly end: number
  readonly rows: readonly DrawnRow[]
}

interface DrawnRow {
  readonly header: boolean
  /** The lines of every cell, put together again; offsets lead to the text that was drawn. */
  readonly cells: readonly Passage[]
}

const gridRuler = /^[ \t]*\+(?:[-=:]+\+)+[ \t]*$/
/** One run of hyphens for each of several columns; `- - -` is a rule across the page. */
const columnRuler = /^[ \t]*-+(?:[ \t]+-+)+[ \t]*$/
const fullRuler = /^[ \t]*-{3,}[ \t]*$/
const maxHeaderLines = 20

/** The drawn table that begins on a line, if one does. */
export function drawnTableAt(lines: Lines, line: number): DrawnTable | undefined {
  const first = lines.text.charCodeAt((lines.start[line] ?? 0) + indent(lines, line))
  if (first === 43) return gridAt(lines, line)
  if (first !== 45) return isRuler(lines, line + 1) ? simpleAt(lines, line) : undefined
  return isRuler(lines, line) ? simpleAt(lines, line) : multilineAt(lines, line)
}

function indent({text, start, end}: Lines, line: number): number {
  const from = start[line] ?? 0
  let at = from
  while (at < (end[line] ?? 0) && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at - from
}

function isRuler(lines: Lines, line: number): boolean {
  if (line >= lines.count) return false
  const first = (lines.start[line] as number) + indent(lines, line)
  if (lines.text.charCodeAt(first) !== 45) return false
  const text = lineAt(lines, line)
  return text.includes('---') && columnRuler.test(text)
}

/** Where each column begins. */
const columnsOf = (ruler: string): number[] => [...ruler.matchAll(/-+/g)].map(({index}) => index)

/** Moves a column's edge to the white space beside it, where a wide character has pushed a word over. */
function edge(line: string, column: number): number {
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const at = column + shift
    if (at > 0 && /\s/.test(line[at - 1] ?? ' ')) return at
  }
  return column
}

/** Adds one line of a cell. An empty line parts paragraphs where `keepEmpty`. */
function addLine(cell: Passage, lines: Lines, from: number, to: number, keepEmpty: boolean): void {
  const shown = lines.text.slice(from, to)
  const stop = from + shown.trimEnd().length
  if (stop <= from) {
    if (keepEmpty && cell.text !== '') cell.text += '\n'
    return
  }
  const before = cell.segments.at(-1)?.sourceEnd
  if (before !== undefined) add(cell, '\n', before, from)
  copy(cell, lines.text, from, stop)
}

function addColumns(cells: readonly Passage[], lines: Lines, line: number, columns: readonly number[]): void {
  const text = lineAt(lines, line)
  const start = lines.start[line] as number
  const edges = columns.map((column, i) => (i === 0 ? 0 : Math.min(edge(text, column), text.length)))
  for (const [i, cell] of cells.entries()) {
    const from = edges[i] as number
    const to = edges[i + 1] ?? text.length
    const lead = text.slice(from, to).length - text.slice(from, to).trimStart().length
    addLine(cell, lines, start + from + lead, start + to, false)
  }
}

const emptyCells = (columns: readonly number[]): Passage[] => columns.map(() => passage())

/** `-----` / header / `--- ---` / rows with empty lines between / `-----` */
function multilineAt(lines: Lines, line: number): DrawnTable | undefined {
  if (!fullRuler.test(lineAt(lines, line))) return undefined
  let ruler = line + 1
  while (!isRuler(lines, ruler)) {
    if (ruler >= lines.count || isBlank(lines, ruler) || ruler - line > maxHeaderLines) return undefined
    ruler++
  }
  if (ruler === line + 1) return undefined
  const columns = columnsOf(lineAt(lines, ruler))
  const header = emptyCells(columns)
  for (let i = line + 1; i < ruler; i++) addColumns(header, lines, i, columns)
  const {rows, end} = rowsUntil(lines, ruler + 1, columns, true)
  return {end, rows: [{header: true, cells: header}, ...rows]}
}

/** Rows of one line each, under a header or between two rulers; in the second case empty lines may part longer rows. */
function simpleAt(lines: Lines, line: number): DrawnTable | undefined {
  const headed = !isRuler(lines, line)
  const ruler = headed ? line + 1 : line
  if (headed && isBlank(lines, line)) return undefined
  const columns = columnsOf(lineAt(lines, ruler))
  const header = emptyCells(columns)
  if (headed) addColumns(header, lines, line, columns)
  const {rows, end} = rowsUntil(lines, ruler + 1, columns, false)
  if (rows.length === 0) return undefined
  return {end, rows: headed ? [{header: true, cells: header}, ...rows] : rows}
}

/** Reads rows up to the closing ruler, or to the first empty line where no ruler closes the table. */
function rowsUntil(lines: Lines, from: number, columns: readonly number[], long: boolean) {
  let close = from
  let gaps = 0
  let lastGap = false
  while (close < lines.count && !fullRuler.test(lineAt(lines, close)) && !isRuler(lines, close)) {
    const blank = isBlank(lines, close)
    if (blank && lastGap) break
    if (blank) gaps++
    lastGap = blank
    close++
  }
  const closed = close < lines.count && !(lastGap && isBlank(lines, close))
  if (!closed) {
    close = from
    while (close < lines.count && !isBlank(lines, close)) close++
  }
  const oneLineEach = !closed || (gaps === 0 && !long)
  const rows: DrawnRow[] = []
  let cells = emptyCells(columns)
  const next = () => {
    if (cells.some((cell) => cell.text !== '')) rows.push({header: false, cells})
    cells = emptyCells(columns)
  }
  for (let i = from; i < close; i++) {
    if (isBlank(lines, i)) next()
    else {
      addColumns(cells, lines, i, columns)
      if (oneLineEach) next()
    }
  }
  next()
  return {rows, end: closed ? close + 1 : close}
}

/** `+---+---+` between the rows, `+===+===+` under the header. */
function gridAt(lines: Lines, line: number): DrawnTable | undefined {
  const top = lineAt(lines, line)
  if (!gridRuler.test(top)) return undefined
  const edges = [...top.matchAll(/\+/g)].map(({index}) => index)
  const columns = edges.slice(0, -1)
  const rows: {header: boolean; cells: Passage[]}[] = []
  let cells = emptyCells(columns)
  let end = line + 1
  for (; end < lines.count; end++) {
    const text = lineAt(lines, end)
    const lead = text.trimStart()[0]
    if (lead !== '|' && lead !== '+') break
    if (gridRuler.test(text)) {
      if (cells.some((cell) => cell.text !== '')) rows.push({header: false, cells})
      if (text.includes('=')) for (const row of rows) row.header = true
      cells = emptyCells(columns)
    } else {
      addGridLine(cells, lines, end, edges)
    }
  }
  if (cells.some((cell) => cell.text !== '')) rows.push({header: false, cells})
  return rows.length > 0 ? {end, rows} : undefined
}

function addGridLine(cells: readonly Passage[], lines: Lines, line: number, edges: readonly number[]): void {
  const text = lineAt(lines, line)
  const start = lines.start[line] as number
  for (let i = 0; i < cells.length; i++) {
    const from = (edges[i] as number) + 1
    let last = i + 1
    // A cell that spans columns has no bar where the others have one.
    while (last < edges.length - 1 && text[edges[last] as number] !== '|' && text[edges[last] as number] !== '+') last++
    const to = Math.min(edges[last] as number, text.length)
    const shown = text.slice(from, to)
    if (!/^[-=: +]*$/.test(shown) || shown.trim() === '') {
      addLine(cells[i] as Passage, lines, start + from + (shown.startsWith(' ') ? 1 : 0), start + to, true)
    }
    i = last - 1
  }
}

/**
 * Makes cells of a drawn table.
 * @param table a number that no other table of the document has
 * @param read reads what stands in a cell, which may be several paragraphs
 */
export function cellsOf(drawn: DrawnTable, table: number, read: (text: string) => readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const [r, row] of drawn.rows.entries()) {
    for (const [c, cell] of row.cells.entries()) {
      for (const {level: _, inferred: __, ...piece} of read(cell.text)) {
        const at = {table, row: r + 1, column: c + 1, ...(row.header ? {header: true as const} : {})}
        pieces.push(through({...piece, kind: 'cell', cell: at}, cell))
      }
    }
  }
  return pieces
}
