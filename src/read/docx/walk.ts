import type {MarkKind} from '../../model/document.ts'
import type {FieldShapes} from './fields.ts'
import type {CellPlace, NoteId, Paragraph} from './paragraph.ts'
import type {ParagraphProperties} from './paragraph-properties.ts'
import type {RunProperties} from './run-properties.ts'
import type {Enclosure, Run} from './runs.ts'
import type {Look, Styles} from './styles.ts'
import type {Unread} from './unread.ts'
import type {XmlReader} from './xml.ts'

export type View = 'final' | 'original'

/** Everything the walk over a part knows at one moment. */
export interface Walk {
  readonly xml: XmlReader
  readonly source: string
  readonly view: View
  readonly styles: Styles
  readonly shapes: FieldShapes
  readonly unread: Unread
  /** Read the properties that were just opened, of a run and of a paragraph, to their ends. */
  readonly runProperties: () => RunProperties
  readonly paragraphProperties: () => ParagraphProperties
  /** Whether paragraphs carry their maps. */
  readonly mapping: boolean
  /** Prefixes that a reader may ignore (`mc:Ignorable`), as our names of their namespaces. */
  readonly ignorable: Set<string>
  /** How many `w:p` were met, shown or not. */
  paragraphs: number
  tables: number
  /** Of the root: white space is kept everywhere. */
  keepsSpace: boolean
  /** The last drawn shape is a watermark of Word's. */
  watermark: boolean
  note: NoteId | null
  /** The story itself, and the text boxes that are open in it. */
  readonly frames: Frame[]
  readonly found: Paragraph[]
}

/** A story within the story: text boxes have paragraphs, tables and fields of their own. */
export interface Frame {
  readonly anchor: Paragraph | null
  readonly anchorRun: Run | null
  current: Paragraph | null
  /** Where the current `w:p` starts, and where its contents do. */
  elementStart: number
  contentStart: number
  /** A paragraph whose mark was deleted: the next one goes on with it. */
  joining: Paragraph | null
  elementEmpty: boolean
  paragraphSpace: boolean
  run: OpenRun | null
  readonly runs: OpenRun[]
  readonly tables: OpenTable[]
  readonly marks: OpenMark[]
  readonly fields: OpenField[]
  /** Fields whose instruction is being read and that have a result: nothing in them is shown. */
  instructions: number
  readonly controls: OpenControl[]
  readonly enclosures: {readonly enclosure: Open<Enclosure>; readonly block: boolean}[]
  /** What is open at this moment, worked out once. */
  inside: readonly Enclosure[] | null
  links: number
  /** The marks of the elements that are open, by kind of element. */
  readonly linkMarks: OpenMark[]
  readonly insertMarks: (OpenMark | null)[]
  readonly simpleFields: (OpenMark | null)[]
  /** Inside a tracked deletion that the view shows. */
  deletions: number
  /** Where the drawings that are open start. */
  readonly graphics: number[]
  /** Of each `mc:AlternateContent` that is open: whether one of its forms was read. */
  readonly alternatives: {taken: boolean}[]
  /** It holds a single paragraph that wrongly stands in another. */
  readonly stray: boolean
}

export type Open<T> = {-readonly [Key in keyof T]: T[Key]}

interface OpenRun {
  readonly run: Open<Run>
  look: Look
  readonly keepsSpace: boolean
  readonly depth: number
  /** Complex fields that ended in this run: they reach to its end. */
  readonly endedFields: Open<Enclosure>[]
}

interface OpenTable {
  readonly number: number
  rows: number
  row: CellPlace['row'] | null
  /** The column that the next cell begins at, from 1. */
  column: number
  cell: CellPlace | null
  span: number
}

/** A mark that goes on, in the next paragraph too, until it is closed. */
export interface OpenMark {
  readonly kind: MarkKind
  readonly name: string
  start: number
  /** What it covers of the current paragraph: to cut it out of a long paragraph again and again would cost its square. */
  text: string
  /** Only what passes is marked. */
  readonly test: ((text: string) => boolean) | null
}

interface OpenField {
  readonly separated: boolean
  readonly ended: boolean
  instruction: string
  result: boolean
  mark: OpenMark | null
  readonly enclosure: Open<Enclosure & {kind: 'field'}>
}

interface OpenControl {
  readonly enclosure: Open<Enclosure & {kind: 'control'}>
  mark: OpenMark | null
}

export const newFrame = (anchor: Paragraph | null, anchorRun: Run | null, stray = false): Frame => ({
  anchor,
  anchorRun,
  current: null,
  elementStart: 0,
  contentStart: 0,
  elementEmpty: false,
  joining: null,
  paragraphSpace: false,
  run: null,
  runs: [],
  tables: [],
  marks: [],
  fields: [],
  instructions: 0,
  controls: [],
  enclosures: [],
  inside: null,
  links: 0,
  linkMarks: [],
  insertMarks: [],
  simpleFields: [],
  deletions: 0,
  graphics: [],
  alternatives: [],
  stray
})

export const frameOf = (walk: Walk): Frame => walk.frames.at(-1) as Frame
