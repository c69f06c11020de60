import type {MarkKind} from '../../model/document.ts'
import type {FieldShapes} from './fields.ts'
import type {CellPlace, NoteId, Paragraph} from './paragraph.ts'
import {addText, freshLook, isBlank} from './paragraph.ts'
import type {ParagraphProperties} from './paragraph-properties.ts'
import type {Enclosure, Obstacle, Run, SourceSpan, Stretch} from './runs.ts'
import type {Look, Styles} from './styles.ts'
import type {TextPiece} from './text-element.ts'
import type {Unread} from './unread.ts'
import {countWords} from './unread.ts'
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

export interface OpenRun {
  readonly run: Open<Run>
  look: Look
  readonly keepsSpace: boolean
  readonly depth: number
  /** Complex fields that ended in this run: they reach to its end. */
  readonly endedFields: Open<Enclosure>[]
}

export interface OpenTable {
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

export interface OpenField {
  readonly separated: boolean
  readonly ended: boolean
  instruction: string
  result: boolean
  mark: OpenMark | null
  readonly enclosure: Open<Enclosure & {kind: 'field'}>
}

export interface OpenControl {
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

/** Begins a `w:p`, or goes on with the one before it. */
export const beginParagraph = (walk: Walk, id: string | undefined): Paragraph => {
  const frame = frameOf(walk)
  walk.paragraphs++
  const joined = frame.joining
  frame.joining = null
  if (joined !== null && joined.text === '') joined.number = walk.paragraphs
  const paragraph = joined ?? newParagraph(walk, frame)
  // What is joined has the properties of the last: they hang on its mark, the only one that is left.
  if (joined !== null) setProperties(walk, joined, {})
  if (joined === null || joined.text === '') paragraph.id = id
  for (const mark of frame.marks) Object.assign(mark, {start: paragraph.text.length, text: ''})
  frame.current = paragraph
  return paragraph
}

function newParagraph(walk: Walk, frame: Frame): Paragraph {
  const map = walk.mapping
    ? {stretches: [], obstacles: [], elements: [], inside: blocksAround(frame), anchorRun: frame.anchorRun}
    : null
  return {
    number: walk.paragraphs,
    text: '',
    id: undefined,
    properties: {},
    style: walk.styles.paragraph(undefined),
    marks: [],
    cell: frame.tables.at(-1)?.cell ?? null,
    anchor: frame.anchor,
    note: walk.note,
    references: [],
    boxes: [],
    look: freshLook(),
    map
  }
}

export const setProperties = (walk: Walk, paragraph: Paragraph, properties: ParagraphProperties): void => {
  paragraph.properties = properties
  paragraph.style = walk.styles.paragraph(properties.style)
}

/** Ends a `w:p`: unless its mark is gone in this view, the paragraph is done. */
export const endParagraph = (walk: Walk): void => {
  const frame = frameOf(walk)
  const paragraph = frame.current
  if (paragraph === null) return
  for (const mark of frame.marks) flushMark(frame, mark)
  dropUnended(frame)
  frame.current = null
  frame.run = null
  frame.runs.length = 0
  const {mark} = paragraph.properties
  if (walk.view === 'final' ? mark?.markDeleted : mark?.markInserted) frame.joining = paragraph
  else finishParagraph(walk, paragraph)
}

/** A field that never ends is not waited for beyond its paragraph. */
function dropUnended(frame: Frame): void {
  for (let last = frame.fields.at(-1); last !== undefined && !last.ended; last = frame.fields.at(-1)) {
    if (last.separated && !last.result) frame.instructions--
    frame.fields.pop()
    frame.inside = null
  }
}

/** Where paragraphs come to an end (a cell, a box, a table begins), one that waits for the next waits no longer. */
export const finishJoining = (walk: Walk): void => {
  const frame = frameOf(walk)
  const paragraph = frame.joining
  frame.joining = null
  if (paragraph !== null) finishParagraph(walk, paragraph)
}

function finishParagraph(walk: Walk, paragraph: Paragraph): void {
  const outer = walk.frames.at(-2)?.current
  const into = outer?.boxes ?? walk.found
  into.push(paragraph)
  for (const boxed of paragraph.boxes) into.push(boxed)
}

export const openMark = (
  walk: Walk,
  kind: MarkKind,
  name = '',
  test: ((text: string) => boolean) | null = null
): OpenMark => {
  const frame = frameOf(walk)
  const mark = {kind, name, start: frame.current?.text.length ?? 0, text: '', test}
  frame.marks.push(mark)
  return mark
}

export const closeMark = (walk: Walk, mark: OpenMark | null): void => {
  if (mark === null) return
  const frame = frameOf(walk)
  flushMark(frame, mark)
  const index = frame.marks.lastIndexOf(mark)
  if (index >= 0) frame.marks.splice(index, 1)
}

/** What is inside something generated is generated, and no more need be said of it. */
function flushMark(frame: Frame, mark: OpenMark): void {
  const paragraph = frame.current
  if (paragraph === null || mark.text === '') return
  for (const outer of frame.marks) {
    if (outer === mark) break
    if (outer.kind === 'generated') return
  }
  if (isBlank(mark.text) || mark.test?.(mark.text) === false) return
  const name = mark.name === '' && mark.kind === 'placeholder' ? mark.text.trim() : mark.name
  const span = {start: mark.start, end: paragraph.text.length}
  paragraph.marks.push(name === '' ? {kind: mark.kind, ...span} : {kind: mark.kind, ...span, name})
}

export const enclose = <Kind extends Enclosure>(walk: Walk, enclosure: Kind): Open<Kind> => {
  const frame = frameOf(walk)
  frame.enclosures.push({enclosure, block: frame.current === null})
  frame.inside = null
  return enclosure
}

export const leave = (walk: Walk): void => {
  const frame = frameOf(walk)
  const last = frame.enclosures.pop()
  if (last !== undefined) last.enclosure.sourceEnd = walk.xml.end
  frame.inside = null
}

/** The span of the element just opened; its end is set when it is left. */
export const openSpan = (walk: Walk): SourceSpan => ({sourceStart: walk.xml.start, sourceEnd: walk.source.length})

function blocksAround(frame: Frame): readonly Enclosure[] {
  return frame.enclosures
    .filter(({block}) => block)
    .map(({enclosure}) => enclosure)
    .reverse()
}

function insideNow(frame: Frame): readonly Enclosure[] {
  frame.inside ??= [
    ...frame.enclosures.filter(({block}) => !block).reverse(),
    ...frame.fields.filter(({ended}) => ended).reverse()
  ].map(({enclosure}) => enclosure)
  return frame.inside
}

/** Whether text here is part of a field's instruction. */
export const isInstruction = (frame: Frame): boolean => frame.instructions > 0

/** Adds what a `w:t` says. */
export const sayText = (walk: Walk, text: string, pieces: readonly TextPiece[] | null, element: SourceSpan): void => {
  const frame = frameOf(walk)
  const paragraph = frame.current
  const run = frame.run
  if (paragraph === null || run === null || text === '' || isInstruction(frame)) return
  if (run.look.hidden) {
    hide(walk, paragraph, run.run, text, element)
    return
  }
  const start = paragraph.text.length
  add(frame, paragraph, text, run.look)
  if (paragraph.map === null || pieces === null) return
  let at = start
  for (const {text: said, sourceStart, sourceEnd} of pieces) {
    const end = at + said.length
    const inside = insideNow(frame)
    paragraph.map.stretches.push({
      ...{start: at, end, sourceStart, sourceEnd},
      ...{kind: 'text', run: run.run, element, inside}
    })
    at = end
  }
}

/** Adds a character that an element of its own stands for: `text` is what it says. */
export const sayElement = (walk: Walk, text: string, kind: Stretch['kind'], element: SourceSpan): void => {
  const frame = frameOf(walk)
  const paragraph = frame.current
  if (paragraph === null || isInstruction(frame)) return
  const run = frame.run
  const look = run?.look ?? paragraph.style.look
  if (look.hidden) {
    hide(walk, paragraph, run?.run ?? null, text, element)
    return
  }
  const start = paragraph.text.length
  add(frame, paragraph, text, look)
  paragraph.map?.stretches.push({
    ...{start, end: paragraph.text.length, ...element},
    ...{kind, run: run?.run ?? null, element, inside: insideNow(frame)}
  })
}

function add(frame: Frame, paragraph: Paragraph, text: string, look: Look): void {
  addText(paragraph, text, look, frame.links > 0)
  for (const mark of frame.marks) mark.text += text
}

function hide(walk: Walk, paragraph: Paragraph, run: Run | null, text: string, element: SourceSpan): void {
  if (isBlank(text)) return
  walk.unread.hidden = true
  walk.unread.hiddenWords += countWords(text)
  paragraph.map?.obstacles.push({...element, at: paragraph.text.length, kind: 'hidden', run})
}

/** Notes for a writer something without visible text at this place of the paragraph. */
export const obstruct = (walk: Walk, kind: Obstacle['kind'], element: SourceSpan, note?: NoteId): void => {
  const frame = frameOf(walk)
  const paragraph = frame.current
  if (paragraph?.map == null) return
  const run = frame.run?.run ?? null
  paragraph.map.obstacles.push({
    ...element,
    at: paragraph.text.length,
    kind,
    run,
    ...(note === undefined ? {} : {note})
  })
}
