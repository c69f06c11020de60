import type {Document, Segment} from '../model/document.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'

const length = (span: Span): number => span.end - span.start
const sourceLength = (segment: Segment): number => segment.sourceEnd - segment.sourceStart

/** The index of the last segment that begins at or before the offset, or -1. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  return firstWhere(segments.length, (middle) => (segments[middle] as Segment).start > offset) - 1
}

/**
 * Where a stretch of `Document.text` stands in `Document.source`, marks of the format inside it included and those
 * around it not. A stretch that begins or ends inside an indivisible segment (an entity, a wrapped line) takes in all of
 * it. An empty span gives an empty span.
 * @returns the span itself where a document has no segments, as Word files do not
 */
export function toSource(document: Document, span: Span): Span {
  const {segments} = document
  if (segments.length === 0) return span
  const first = segments[Math.max(segmentAt(segments, span.start), 0)] as Segment
  if (length(span) === 0) {
    const into = Math.min(Math.max(span.start - first.start, 0), sourceLength(first))
    const at = length(first) === sourceLength(first) ? first.sourceStart + into : first.sourceStart
    return {start: at, end: at}
  }
  return {start: startIn(segments, span), end: endIn(segments, span)}
}

function startIn(segments: readonly Segment[], {start}: Span): number {
  const index = segmentAt(segments, start)
  const segment = segments[index]
  if (segment && start < segment.end) {
    return length(segment) === sourceLength(segment) ? segment.sourceStart + start - segment.start : segment.sourceStart
  }
  // Between two blocks nothing is written: what is meant begins with the next.
  const next = segments[index + 1] ?? (segments.at(-1) as Segment)
  return next.start >= start ? next.sourceStart : next.sourceEnd
}

function endIn(segments: readonly Segment[], {end}: Span): number {
  const segment = segments[segmentAt(segments, end - 1)]
  if (!segment) return (segments[0] as Segment).sourceStart
  if (end >= segment.end) return segment.sourceEnd
  return length(segment) === sourceLength(segment) ? segment.sourceStart + end - segment.start : segment.sourceEnd
}
