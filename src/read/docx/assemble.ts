import type {Block, Document, Mark} from '../../model/document.ts'
import type {Span} from '../../model/span.ts'
import {typedNumber} from '../labels.ts'
import {reallyForeign} from '../languages.ts'
import type {Heading} from './headings.ts'
import type {ListMark} from './numbering.ts'
import type {Paragraph, ParagraphMark} from './paragraph.ts'
import {isBlank} from './paragraph.ts'
import type {Unread} from './unread.ts'
import {countWords} from './unread.ts'

/** A paragraph with all that was worked out about it. */
export interface Piece {
  readonly part: string
  /** What the part is. */
  readonly story: 'body' | 'header' | 'footer' | 'notes'
  readonly paragraph: Paragraph
  readonly list: ListMark | null
  readonly heading: Heading | undefined
  /** The number of the note that it is part of. */
  readonly note: string | undefined
}

type Writable<Type> = {-readonly [Key in keyof Type]: Type[Key]}

/** Two line feeds stand between blocks. */
const between = '\n\n'

/** Lays pieces one after the other: the text, the blocks over it and their marks. What has no words is left out. */
export const assemble = (pieces: readonly Piece[], unread: Unread): Pick<Document, 'text' | 'blocks' | 'marks'> => {
  const shown = pieces.filter(({paragraph}) => !isBlank(paragraph.text))
  const foreign = reallyForeign(shown.map(({paragraph}) => paragraph))
  const texts: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  let start = 0
  for (const piece of shown) {
    const kind = kindOf(piece)
    const whole = piece.paragraph.text
    const lead = whole.length - whole.trimStart().length
    const typed = piece.list?.label == null ? typedNumber(kind, whole.slice(lead)) : null
    const from = typed === null ? 0 : lead + typed.end
    const text = whole.slice(from)
    const end = start + text.length
    let language: string | undefined
    const {marks: marksHere} = piece.paragraph
    for (const mark of marksHere.length > 1 ? marksHere.toSorted(byPlace) : marksHere) {
      if (mark.end <= from || (mark.kind === 'strong' && isWhole(mark, whole, from))) continue
      if (mark.kind === 'foreign') {
        if (!foreign.has(mark)) continue
        unread.foreign = true
        unread.foreignWords += countWords(whole.slice(mark.start, mark.end))
        if (isWhole(mark, whole, from)) language = mark.language
      }
      marks.push({...mark, start: start + Math.max(mark.start - from, 0), end: start + mark.end - from})
    }
    const block = describe(piece, kind, {start, end}, from)
    if (typed !== null) block.label = typed.number
    if (language !== undefined) block.language = language
    blocks.push(block)
    texts.push(text)
    start = end + between.length
  }
  return {text: texts.join(between), blocks, marks}
}

const byPlace = (one: ParagraphMark, other: ParagraphMark): number => one.start - other.start || other.end - one.end

/** Whether all that is to be read in a text from an offset on is marked. */
const isWhole = (mark: ParagraphMark, text: string, from: number): boolean =>
  isBlank(text.slice(from, mark.start)) && isBlank(text.slice(mark.end))

function describe(
  {part, paragraph, list, heading, note}: Piece,
  kind: Block['kind'],
  {start, end}: Span,
  from: number
): Writable<Block> {
  const {cell, number, id} = paragraph
  const origin: Writable<NonNullable<Block['origin']>> = {part, paragraph: number}
  if (id !== undefined) origin.id = id
  if (from > 0) origin.start = from
  const block: Writable<Block> = {start, end, kind, origin}
  if (kind === 'heading' && heading !== undefined) {
    block.level = heading.level
    if (heading.inferred) block.inferred = true
  }
  if (cell !== null) block.cell = placeOf(cell)
  if (list?.label != null) block.label = list.label
  if (note !== undefined) block.note = note
  return block
}

function placeOf({table, row, column}: NonNullable<Paragraph['cell']>): NonNullable<Block['cell']> {
  return {table, row: row.number, column, ...(row.header ? {header: true as const} : {})}
}

function kindOf({story, paragraph, list, heading}: Piece): Block['kind'] {
  if (story === 'header' || story === 'footer') return story
  if (story === 'notes') return 'note'
  if (paragraph.style.role === 'guidance') return 'guidance'
  if (paragraph.anchor !== null) return 'box'
  if (heading !== undefined) return 'heading'
  if (paragraph.style.role === 'quote') return 'quote'
  if (paragraph.cell !== null) return 'cell'
  return list === null ? 'paragraph' : 'item'
}
