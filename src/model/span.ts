/**
 * A stretch of `Document.text`: UTF-16 units, end not included.
 * It is the only kind of position that travels through the program; lines, columns and Word paragraphs are made
 * from it once, at the door (`findings/place.ts`).
 */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
