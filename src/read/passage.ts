import type {Block, Mark, MarkKind, Segment} from '../model/document.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'

export type Writable<Type> = {-readonly [Key in keyof Type]: Type[Key]}

/**
 * A stretch of text being put together, and where each part of it came from. Its offsets, segments and marks count
 * from its own beginning; those of the source, in whatever is being read.
 */
export interface Passage {
  text: string
  segments: Writable<Segment>[]
  marks: Writable<Mark>[]
}

/** A block that has not been given its place in the document yet. */
export interface Piece extends Passage, Omit<Writable<Block>, 'start' | 'end'> {}

export const passage = (): Passage => ({text: '', segments: [], marks: []})

const even = (segment: Segment): boolean => segment.end - segment.start === segment.sourceEnd - segment.sourceStart

/** Adds what stands in the source from `start` to `end`, unit for unit. */
export function copy(to: Passage, source: string, start: number, end: number): void {
  if (start < end) add(to, source.slice(start, end), start, end)
}

/** Adds a text that stands for what the source has from `start` to `end`. */
export function add(to: Passage, text: string, sourceStart: number, sourceEnd: number): void {
  if (text === '') return
  const start = to.text.length
  to.text += text
  const last = to.segments.at(-1)
  const segment = {start, end: to.text.length, sourceStart, sourceEnd}
  if (last && last.end === start && last.sourceEnd === sourceStart && even(last) && even(segment)) {
    last.end = segment.end
    last.sourceEnd = sourceEnd
  } else {
    to.segments.push(segment)
  }
}

/** Marks what has been added since `start`. */
export function mark(passage: Passage, kind: MarkKind, start: number): void {
  if (start < passage.text.length) passage.marks.push({kind, start, end: passage.text.length})
}

/** What a cut leaves, and where it then begins. */
interface Kept extends Span {
  readonly at: number
}

function keptBy(cuts: readonly Span[], length: number): Kept[] {
  const kept: Kept[] = []
  let start = 0
  let at = 0
  for (const cut of [...cuts, {start: length, end: length}]) {
    if (cut.start > start) {
      kept.push({start, end: cut.start, at})
      at += cut.start - start
    }
    start = Math.max(start, cut.end)
  }
  return kept
}

/** The index of the first stretch that ends after the offset. */
function firstAfter(stretches: readonly Span[], offset: number): number {
  return firstWhere(stretches.length, (middle) => (stretches[middle] as Span).end > offset)
}

/** Takes stretches out, sorted and apart from each other. Of an indivisible segment any part that is left keeps all. */
export function cut(from: Passage, cuts: readonly Span[]): void {
  const kept = keptBy(cuts, from.text.length)
  const moved = (offset: number): number => {
    const stretch = kept[firstAfter(kept, offset)]
    const last = kept.at(-1)
    if (!stretch) return last ? last.at + last.end - last.start : 0
    return stretch.at + Math.max(offset - stretch.start, 0)
  }
  const segments: Writable<Segment>[] = []
  for (const segment of from.segments) {
    if (!even(segment)) {
      const left = {...segment, start: moved(segment.start), end: moved(segment.end)}
      if (left.start < left.end) segments.push(left)
      continue
    }
    for (let i = firstAfter(kept, segment.start); i < kept.length; i++) {
      const {start, end, at} = kept[i] as Kept
      if (start >= segment.end) break
      const first = Math.max(start, segment.start)
      const size = Math.min(end, segment.end) - first
      const sourceStart = segment.sourceStart + first - segment.start
      segments.push({
        start: at + first - start,
        end: at + first - start + size,
        sourceStart,
        sourceEnd: sourceStart + size
      })
    }
  }
  from.segments = segments
  from.marks = from.marks
    .map((stretch) => ({...stretch, start: moved(stretch.start), end: moved(stretch.end)}))
    .filter(({start, end}) => start < end)
  from.text = kept.map(({start, end}) => from.text.slice(start, end)).join('')
}

/** Takes off the white space at both ends. */
export function trim(passage: Passage): void {
  const {text} = passage
  const end = text.trimEnd().length
  const start = end === 0 ? 0 : text.length - text.trimStart().length
  if (start > 0 || end < text.length) {
    cut(passage, [
      {start: 0, end: start},
      {start: end, end: text.length}
    ])
  }
}

/** Parts a piece at an offset of its text; white space at the seam belongs to neither. */
export function part(piece: Piece, at: number): [Piece, Piece] {
  const first = {...piece}
  const second = {...piece}
  cut(first, [{start: at, end: piece.text.length}])
  cut(second, [{start: 0, end: at}])
  trim(first)
  trim(second)
  return [first, second]
}

/** Where the unit at an offset of the text came from. */
export function sourceAt(passage: Passage, offset: number): number {
  const segment = passage.segments[firstAfter(passage.segments, offset)]
  if (!segment || segment.start > offset) return -1
  return even(segment) ? segment.sourceStart + offset - segment.start : segment.sourceStart
}

/**
 * Leads segments through the text they were read from: where that text was itself put together from a source, they
 * then speak of that source.
 */
export function through<Type extends Passage>(piece: Type, base: Passage): Type {
  const segments: Writable<Segment>[] = []
  let index = 0
  for (const segment of piece.segments) {
    while (index > 0 && (base.segments[index]?.start ?? Number.POSITIVE_INFINITY) > segment.sourceStart) index--
    while (index < base.segments.length && (base.segments[index] as Segment).end <= segment.sourceStart) index++
    for (const part of led(segment, base, index)) segments.push(part)
  }
  return {...piece, segments}
}

function led(segment: Segment, base: Passage, from: number): Writable<Segment>[] {
  const first = base.segments[from]
  if (!first) return []
  if (!even(segment)) {
    let last = first
    for (let i = from; i < base.segments.length; i++) {
      const next = base.segments[i] as Segment
      if (next.start >= segment.sourceEnd) break
      last = next
    }
    const start = even(first) ? first.sourceStart + Math.max(segment.sourceStart - first.start, 0) : first.sourceStart
    const end = even(last)
      ? Math.min(last.sourceStart + segment.sourceEnd - last.start, last.sourceEnd)
      : last.sourceEnd
    return [{start: segment.start, end: segment.end, sourceStart: start, sourceEnd: end}]
  }
  const parts: Writable<Segment>[] = []
  for (let i = from; i < base.segments.length; i++) {
    const under = base.segments[i] as Segment
    if (under.start >= segment.sourceEnd) break
    const start = Math.max(segment.sourceStart, under.start)
    const end = Math.min(segment.sourceEnd, under.end)
    const exact = even(under)
    parts.push({
      start: segment.start + start - segment.sourceStart,
      end: segment.start + end - segment.sourceStart,
      sourceStart: exact ? under.sourceStart + start - under.start : under.sourceStart,
      sourceEnd: exact ? under.sourceStart + end - under.start : under.sourceEnd
    })
  }
  return parts
}
