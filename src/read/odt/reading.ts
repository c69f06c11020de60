import type {MarkKind} from '../../model/document.ts'
import {isSlot} from '../docx/fields.ts'
import type {Unread} from '../docx/unread.ts'
import {countWords} from '../docx/unread.ts'
import type {XmlReader} from '../docx/xml.ts'
import {Token} from '../docx/xml.ts'
import {takeLabel} from '../labels.ts'
import type {Piece} from '../passage.ts'
import {passage, trim} from '../passage.ts'
import type {OdtStyles, TextStyle} from './styles.ts'

/** Everything that is known at one moment while a part is read. */
export interface Reading {
  readonly xml: XmlReader
  readonly part: string
  readonly styles: OdtStyles
  readonly unread: Unread
  /** The story itself, and the boxes and notes that are open in it: each has a paragraph of its own. */
  readonly frames: Frame[]
  readonly pieces: Piece[]
  readonly notes: Piece[]
  /** Comments, by the paragraph that each begins in. */
  readonly remarks: {readonly piece: Piece; readonly words: string}[]
  paragraphs: number
  tables: number
  /** The number of the note that comes next. */
  citation: string
}

interface Frame {
  readonly kind: Piece['kind']
  readonly note: string | undefined
  piece: Piece | null
  /** What stands in boxes of the paragraph, until it is done. */
  readonly boxes: Piece[]
  readonly spans: OpenSpan[]
  readonly tables: {readonly number: number; row: number; column: number; header: boolean}[]
  lists: number
  /** The paragraph is empty or ends with a space: no other comes after it by mere white space. */
  spaced: boolean
}

/** An element that changes how its text is taken. */
interface OpenSpan {
  readonly style: TextStyle
  readonly mark: MarkKind | null
  readonly name: string
  /** Only what is still a slot, such as `<name>`, is marked. */
  readonly slotOnly: boolean
  start: number
  /** What it covers of the current paragraph. */
  text: string
}

export const newFrame = (kind: Piece['kind'], note?: string): Frame => ({
  ...{kind, note, piece: null, boxes: [], spans: [], tables: [], lists: 0, spaced: true}
})

export const frameOf = (reading: Reading): Frame => reading.frames.at(-1) as Frame

/** Passes over an element; its paragraphs are counted all the same. */
export const passOver = (reading: Reading): void => {
  const {xml} = reading
  const own = xml.depth
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next())
    if (token === Token.open && (xml.name === 'text:p' || xml.name === 'text:h')) reading.paragraphs++
}

/** Reads a comment's words; they are no part of the paper, but its paragraphs are counted. */
export const readAnnotation = (reading: Reading): void => {
  const {xml} = reading
  const own = xml.depth
  let words = ''
  let paragraphs = 0
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token === Token.text) {
      if (paragraphs > 0) words += xml.text()
    } else if (xml.name === 'text:p') {
      paragraphs += token === Token.open ? 1 : -1
      if (token === Token.open) reading.paragraphs++
      else words += '\n'
    }
  }
  const {piece} = frameOf(reading)
  if (piece !== null) reading.remarks.push({piece, words: words.trim()})
}

/** Begins a `text:p` or `text:h`. */
export const beginParagraph = (reading: Reading): void => {
  const {xml, part} = reading
  endParagraph(reading)
  const frame = frameOf(reading)
  const table = frame.tables.at(-1)
  const style = reading.styles('paragraph', xml.attribute('text:style-name'))
  const level = Number(xml.attribute('text:outline-level') ?? 1)
  reading.paragraphs++
  const piece: Piece = {
    ...passage(),
    kind: kindOf(frame, style, xml.name),
    origin: {part, paragraph: reading.paragraphs}
  }
  if (piece.kind === 'heading') piece.level = Math.min(Math.max(Number.isInteger(level) ? level : 1, 1), 6)
  if (table !== undefined && table.row > 0 && table.column > 0) {
    const {number, row, column, header} = table
    piece.cell = {table: number, row, column, ...(header ? {header: true as const} : {})}
  }
  if (frame.note !== undefined) piece.note = frame.note
  for (const span of frame.spans) Object.assign(span, {start: 0, text: ''})
  frame.piece = piece
  frame.spaced = true
  openSpan(reading, {style})
}

function kindOf(frame: Frame, style: TextStyle, element: string): Piece['kind'] {
  if (frame.kind !== 'paragraph') return frame.kind
  if (element === 'text:h' || style.title === 'Title') return 'heading'
  if (/^(?:quotations|quote)$/i.test(style.title ?? '')) return 'quote'
  if (/\b(?:guidance|instructions?)\b/i.test(style.title ?? '')) return 'guidance'
  if (frame.tables.length > 0) return 'cell'
  return frame.lists > 0 ? 'item' : 'paragraph'
}

/** Ends the paragraph that is being read, if one is. */
export const endParagraph = (reading: Reading): void => {
  const frame = frameOf(reading)
  const {piece} = frame
  if (piece === null) return
  frame.spans.pop()
  for (const span of frame.spans) flush(frame, span)
  frame.piece = null
  const lead = piece.text.length - piece.text.trimStart().length
  trim(piece)
  const trimmed = piece.text.length
  takeLabel(piece)
  const start = lead + trimmed - piece.text.length
  if (start > 0 && piece.origin) piece.origin = {...piece.origin, start}
  const outer = reading.frames.at(-2)
  const into = frame.note !== undefined ? reading.notes : outer?.piece ? outer.boxes : reading.pieces
  into.push(piece)
  for (const boxed of frame.boxes.splice(0)) into.push(boxed)
}

export const openSpan = (reading: Reading, span: Partial<Omit<OpenSpan, 'start'>>): void => {
  const frame = frameOf(reading)
  const start = frame.piece?.text.length ?? 0
  frame.spans.push({style: {}, mark: null, name: '', slotOnly: false, ...span, start, text: ''})
}

export const closeSpan = (reading: Reading): void => {
  const frame = frameOf(reading)
  const span = frame.spans.pop()
  if (span !== undefined) flush(frame, span)
}

function flush({piece}: Frame, {mark, name, slotOnly, start, text}: OpenSpan): void {
  if (piece === null || mark === null || text.trim() === '') return
  if (slotOnly && !isSlot(text) && !/^<[^<>]*>$/.test(text)) return
  const called = mark === 'placeholder' ? name || text.trim() : ''
  piece.marks.push({kind: mark, start, end: piece.text.length, ...(called === '' ? {} : {name: called})})
}

/** Adds text to the paragraph that is being read; white space in the source is one space and none after another. */
export const say = (reading: Reading, said: string, collapses: boolean): void => {
  const frame = frameOf(reading)
  const {piece} = frame
  if (piece === null) return
  const text = collapses && frame.spaced ? said.replace(/^ /, '') : said
  if (text === '') return
  const style: TextStyle = Object.assign({}, ...frame.spans.map((span) => span.style))
  if (style.hidden) {
    reading.unread.hidden ||= text.trim() !== ''
    reading.unread.hiddenWords += countWords(text)
    return
  }
  const start = piece.text.length
  piece.text += text
  const end = piece.text.length
  frame.spaced = text.endsWith(' ')
  for (const span of frame.spans) span.text += text
  if (style.bold) piece.marks.push({kind: 'strong', start, end})
  if (style.italic) piece.marks.push({kind: 'emphasis', start, end})
  if (style.language !== undefined && !/^en\b/i.test(style.language))
    piece.marks.push({kind: 'foreign', start, end, language: style.language})
}
