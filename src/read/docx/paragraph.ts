import type {MarkKind} from '../../model/document.ts'
import type {Span} from '../../model/span.ts'
import type {ParagraphProperties} from './paragraph-properties.ts'
import type {Enclosure, Obstacle, ParagraphElement, Run, Stretch} from './runs.ts'
import type {Look, ParagraphStyle} from './styles.ts'

/** A mark in a paragraph, offsets in its text. `foreign` is a claim of the file's, not yet weighed. */
export interface ParagraphMark extends Span {
  readonly kind: MarkKind
  readonly name?: string
  readonly language?: string
}

/** Where in a table: the row is shared by all that stands in it, and its cells are counted when it is at its end. */
export interface CellPlace {
  readonly table: number
  readonly row: {readonly number: number; header: boolean; cells: number}
  readonly column: number
}

/** A paragraph as the walk over a story builds it. */
export interface Paragraph {
  /** Counted from 1 within the part. */
  number: number
  text: string
  id: string | undefined
  properties: ParagraphProperties
  style: ParagraphStyle
  readonly marks: ParagraphMark[]
  readonly cell: CellPlace | null
  /** In a text box: the paragraph that the outermost box is anchored to. */
  readonly anchor: Paragraph | null
  readonly note: NoteId | null
  /** References to notes, in the order of the text. */
  readonly references: NoteId[]
  /** Comments whose range begins or ends in it, by id; absent where there are none, as in nearly every paragraph. */
  comments?: string[]
  /** What stands in boxes anchored to it, in reading order. */
  readonly boxes: Paragraph[]
  /** How all of its visible text looks; the size is that of its smallest letters. */
  readonly look: WholeLook
  /** What a writer asks for; `null` in plain reading. */
  readonly map: {
    readonly stretches: Stretch[]
    readonly obstacles: Obstacle[]
    readonly elements: ParagraphElement[]
    readonly inside: readonly Enclosure[]
    anchorRun: Run | null
  } | null
}

export interface NoteId {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

export interface WholeLook {
  bold: boolean
  underlined: boolean
  capitals: boolean
  size: number
}

export const freshLook = (): WholeLook => ({bold: true, underlined: true, capitals: true, size: Number.MAX_VALUE})

/** Whether there is anything to read in a text: more than spaces and pictures. */
export const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0)
  // Nearly every text begins with a letter, and this is asked of every run.
  if (first > 0x20 && first < 0x80) return false
  return !/[^\s\ufffc\u200b\u00ad\ufeff]/.test(text)
}

/** Adds text that looks alike to the end of a paragraph, in or out of a link (which is underlined for no reason of its own). */
export const addText = (paragraph: Paragraph, text: string, look: Look, linked: boolean): void => {
  const start = paragraph.text.length
  paragraph.text += text
  const end = paragraph.text.length
  if (look.bold) extend(paragraph.marks, {kind: 'strong', start, end})
  if (look.italic) extend(paragraph.marks, {kind: 'emphasis', start, end})
  if (look.foreign) extend(paragraph.marks, {kind: 'foreign', start, end, language: look.language})
  if (isBlank(text)) return
  const whole = paragraph.look
  if (!look.bold) whole.bold = false
  if (!look.underlined || linked) whole.underlined = false
  if (whole.capitals && !look.capitals && /\p{Ll}/u.test(text)) whole.capitals = false
  if (look.size < whole.size) whole.size = look.size
}

/** Lengthens the last mark that says the same, where the new one touches it. */
function extend(marks: ParagraphMark[], mark: ParagraphMark): void {
  for (let index = marks.length - 1; index >= 0; index--) {
    const last = marks[index] as ParagraphMark
    if (last.kind !== mark.kind) continue
    if (last.end === mark.start && last.language === mark.language) marks[index] = {...last, end: mark.end}
    else break
    return
  }
  marks.push(mark)
}
