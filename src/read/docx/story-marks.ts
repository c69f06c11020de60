import type {MarkKind} from '../../model/document.ts'
import {isBlank} from './paragraph.ts'
import type {Enclosure, SourceSpan} from './runs.ts'
import type {Frame, Open, OpenMark, Walk} from './walk.ts'
import {frameOf} from './walk.ts'

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
export function flushMark(frame: Frame, mark: OpenMark): void {
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

export function blocksAround(frame: Frame): readonly Enclosure[] {
  return frame.enclosures
    .filter(({block}) => block)
    .map(({enclosure}) => enclosure)
    .reverse()
}

export function insideNow(frame: Frame): readonly Enclosure[] {
  frame.inside ??= [
    ...frame.enclosures.filter(({block}) => !block).reverse(),
    ...frame.fields.filter(({ended}) => ended).reverse()
  ].map(({enclosure}) => enclosure)
  return frame.inside
}
