import type {Declaration} from '../model/declaration.ts'
import type {Block, Document, Format, Mark, Remark, Segment} from '../model/document.ts'
import type {Notice} from '../model/notice.ts'
import {inferHeadings, partTitles} from './headings.ts'
import {takeLabel} from './labels.ts'
import {keepMeantBreaks} from './line-breaks.ts'
import {type Piece, trim, type Writable} from './passage.ts'

const apart = '\n\n'

/** Settles what each piece is: numbers taken out of the text, headings recognised, nothing left that says nothing. */
export function settle(pieces: readonly Piece[], source: string, anyLine: boolean): Piece[] {
  for (const piece of pieces) {
    keepMeantBreaks(piece, source)
    trim(piece)
  }
  const settled = (anyLine ? partTitles(pieces) : pieces).filter(({text}) => text !== '')
  for (const piece of settled) takeLabel(piece)
  inferHeadings(settled, anyLine)
  return settled
}

/** What a reader found in a text file. */
export interface Reading {
  readonly format: Format
  readonly source: string
  readonly declared: Declaration | null
  /** In reading order. */
  readonly pieces: readonly Piece[]
  readonly remarks?: readonly Remark[]
  readonly notices: readonly Notice[]
}

/** Readers tell tables apart by where they begin; from here on they are counted from 1. */
function numberOf(table: number, tables: Map<number, number>): number {
  const known = tables.get(table)
  if (known !== undefined) return known
  tables.set(table, tables.size + 1)
  return tables.size
}

/** A piece in its place. Written out, as taking three names out of an object cost more than all else here. */
function blockOf(piece: Piece, start: number, tables: Map<number, number>): Block {
  const {level, inferred, cell, label, note, language, origin} = piece
  const block: Writable<Block> = {kind: piece.kind, start, end: start + piece.text.length}
  if (level !== undefined) block.level = level
  if (inferred !== undefined) block.inferred = inferred
  if (cell !== undefined) block.cell = {...cell, table: numberOf(cell.table, tables)}
  if (label !== undefined) block.label = label
  if (note !== undefined) block.note = note
  if (language !== undefined) block.language = language
  if (origin !== undefined) block.origin = origin
  return block
}

/** Gives every piece its place. */
export function assemble({format, source, declared, pieces, remarks = [], notices}: Reading): Document {
  const texts: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  const segments: Segment[] = []
  const tables = new Map<number, number>()
  let at = 0
  for (const piece of pieces) {
    const {text, marks: markedHere, segments: cameFrom} = piece
    blocks.push(blockOf(piece, at, tables))
    const sorted =
      markedHere.length > 1 ? markedHere.toSorted((a, b) => a.start - b.start || b.end - a.end) : markedHere
    for (const stretch of sorted) marks.push({...stretch, start: stretch.start + at, end: stretch.end + at})
    for (const segment of cameFrom) {
      segments.push({
        start: segment.start + at,
        end: segment.end + at,
        sourceStart: segment.sourceStart,
        sourceEnd: segment.sourceEnd
      })
    }
    texts.push(text)
    at += text.length + apart.length
  }
  const document = {format, text: texts.join(apart), blocks, marks, segments, source, declared, notices}
  return remarks.length > 0 ? {...document, remarks} : document
}
