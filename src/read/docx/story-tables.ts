import {passOver} from './pass-over.ts'
import {isOn} from './run-properties.ts'
import type {Handler} from './story.ts'
import {finishJoining} from './story-paragraphs.ts'
import type {Walk} from './walk.ts'
import {frameOf} from './walk.ts'
import {Token} from './xml.ts'

const table: Handler = {
  open: (walk) => {
    finishJoining(walk)
    walk.tables++
    frameOf(walk).tables.push({number: walk.tables, rows: 0, row: null, column: 1, cell: null, span: 1})
  },
  close: (walk) => {
    finishJoining(walk)
    frameOf(walk).tables.pop()
  }
}

const row: Handler = {
  open: (walk) => {
    const open = frameOf(walk).tables.at(-1)
    if (open === undefined) return
    open.rows++
    open.row = {number: open.rows, header: false, cells: 0}
    open.column = 1
  },
  close: closeRow
}

function closeRow(walk: Walk): void {
  const open = frameOf(walk).tables.at(-1)
  if (open !== undefined) open.row = null
}

function rowProperties(walk: Walk): void {
  const {xml} = walk
  const open = frameOf(walk).tables.at(-1)
  const own = xml.depth
  let gone = false
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token !== Token.open) continue
    if (xml.name === (walk.view === 'final' ? 'w:del' : 'w:ins')) gone = true
    if (open?.row && xml.name === 'w:tblHeader') open.row.header = isOn(xml.attribute('w:val'))
    if (open !== undefined && xml.name === 'w:gridBefore') open.column = 1 + columns(xml.attribute('w:val'), 0)
    xml.skip()
  }
  if (!gone || open?.row == null) return
  open.rows--
  passOver(walk, own - 1)
  closeRow(walk)
}

const cell: Handler = {
  open: (walk) => {
    const open = frameOf(walk).tables.at(-1)
    if (open?.row == null) return
    open.row.cells++
    open.span = 1
    open.cell = {table: open.number, row: open.row, column: open.column}
  },
  close: (walk) => {
    finishJoining(walk)
    const open = frameOf(walk).tables.at(-1)
    if (open === undefined) return
    open.column += open.span
    open.cell = null
  }
}

function cellProperties(walk: Walk): void {
  const {xml} = walk
  const open = frameOf(walk).tables.at(-1)
  const own = xml.depth
  let gone = false
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token !== Token.open) continue
    if (xml.name === (walk.view === 'final' ? 'w:cellDel' : 'w:cellIns')) gone = true
    if (open !== undefined && xml.name === 'w:gridSpan') open.span = columns(xml.attribute('w:val'), 1)
    xml.skip()
  }
  if (!gone || open?.row == null || open.cell === null) return
  open.row.cells--
  open.cell = null
  passOver(walk, own - 1)
}

/** A count of columns; Word has at most 63, and what is beyond is taken for `otherwise`. */
function columns(value: string | undefined, otherwise: number): number {
  const count = Number(value)
  return Number.isInteger(count) && count >= otherwise && count <= 63 ? count : otherwise
}

/** Tables: every cell is a block context of its own. */
export const tableElements: readonly (readonly [string, Handler])[] = [
  ['w:tbl', table],
  ['w:tr', row],
  ['w:trPr', {open: rowProperties}],
  ['w:tc', cell],
  ['w:tcPr', {open: cellProperties}]
]
