import type {Paragraph} from './paragraph.ts'
import {freshLook} from './paragraph.ts'
import type {ParagraphProperties} from './paragraph-properties.ts'
import {blocksAround, flushMark} from './story-marks.ts'
import type {Frame, Walk} from './walk.ts'
import {frameOf} from './walk.ts'

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
