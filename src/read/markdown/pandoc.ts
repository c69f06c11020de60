import type {Span} from '../../model/span.ts'
import {cut, type Piece, sourceAt} from '../passage.ts'

/** `{#id .class key="value"}`, and nothing that a template might mean by braces. */
const attributes =
  /\{(?:[#.=][^\s{}"]+|[\w:-]+="[^"{}]*")(?:\s+(?:[#.][^\s{}"]+|[\w:-]+=(?:"[^"{}]*"|[^\s{}"]+)))*\s*\}/g

/** What is in such a span is not part of the final text. */
const dropped = /\.(?:deletion|comment-start|comment-end|paragraph-deletion|paragraph-insertion)\b/

/** Pairs of brackets that the writer did not escape: from the closing one to the opening. */
function brackets(piece: Piece, source: string): Map<number, number> {
  const open: number[] = []
  const pairs = new Map<number, number>()
  for (const {index, 0: bracket} of piece.text.matchAll(/[[\]]/g)) {
    if (source[sourceAt(piece, index)] !== bracket) continue
    if (bracket === '[') open.push(index)
    else {
      const start = open.pop()
      if (start !== undefined) pairs.set(index, start)
    }
  }
  return pairs
}

/** Overlapping stretches made one, sorted. */
function united(spans: readonly Span[]): Span[] {
  const result: {start: number; end: number}[] = []
  for (const {start, end} of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({start, end})
  }
  return result
}

/**
 * Takes out what pandoc's Markdown adds to the common kind: attributes, spans of tracked changes and comments (those of
 * deletions with their words), carets round `3^rd^`, and the colon before a definition.
 */
export function takePandocMarks(piece: Piece, source: string): void {
  const {text} = piece
  const cuts: Span[] = []
  if (text.includes('{')) {
    const pairs = text.includes(']{') ? brackets(piece, source) : new Map<number, number>()
    for (const {index, 0: group} of text.matchAll(attributes)) {
      const end = index + group.length
      const open = pairs.get(index - 1)
      if (open === undefined) {
        const atEnd = piece.kind === 'heading' && text.slice(end).trim() === ''
        if (atEnd || /^\{[#.=]/.test(group)) cuts.push({start: index, end})
      } else if (dropped.test(group)) {
        cuts.push({start: open, end})
      } else {
        cuts.push({start: open, end: open + 1}, {start: index - 1, end})
      }
    }
  }
  if (text.includes('^')) {
    for (const {index, 0: script} of text.matchAll(/\^[\p{L}\p{N}]{1,6}\^/gu)) {
      cuts.push({start: index, end: index + 1}, {start: index + script.length - 1, end: index + script.length})
    }
  }
  const definition = piece.kind === 'paragraph' ? /^:[ \t]{1,3}(?=\S)/.exec(text) : null
  if (definition) cuts.push({start: 0, end: definition[0].length})
  if (cuts.length > 0) cut(piece, united(cuts))
}
