import type {NoteId, Paragraph} from './paragraph.ts'
import {addText, isBlank} from './paragraph.ts'
import type {Obstacle, Run, SourceSpan, Stretch} from './runs.ts'
import {insideNow} from './story-marks.ts'
import type {Look} from './styles.ts'
import type {TextPiece} from './text-element.ts'
import {countWords} from './unread.ts'
import type {Frame, Walk} from './walk.ts'
import {frameOf} from './walk.ts'

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
