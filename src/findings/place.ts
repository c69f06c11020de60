import type {Block, BlockKind, Document} from '../model/document.ts'
import type {Location, Where} from '../model/finding.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import {toSource} from '../read/positions.ts'

/** Turns spans into places that people and tools count in: made once for a document, asked once for each finding. */
export interface Placer {
  location(span: Span): Location | null
  where(span: Span): Where | null
  /** The words as they stand in the file. */
  words(span: Span): string
}

interface Trail {
  readonly headings: readonly string[]
  /** Counted from 1 below the nearest heading. */
  readonly paragraph: number
}

export function makePlacer(document: Document): Placer {
  const {text, blocks, source} = document
  const lines = source === null ? [] : lineStarts(source)
  const trails = onAsking(() => trailsOf(document))
  const blockAt = (offset: number): number => {
    return firstWhere(blocks.length, (middle) => (blocks[middle] as Block).start > offset) - 1
  }
  const lineOf = (offset: number): {line: number; column: number} => {
    const line = firstWhere(lines.length, (middle) => (lines[middle] as number) > offset)
    return {line, column: offset - (lines[line - 1] as number) + 1}
  }
  const where = (span: Span): Where | null => {
    const index = blockAt(span.start)
    const block = blocks[index]
    if (!block) return null
    return {
      ...(trails()[index] as Trail),
      ...(block.label !== undefined && {label: block.label}),
      ...(block.cell && {cell: {row: block.cell.row, column: block.cell.column}}),
      ...(block.note !== undefined && {note: block.note}),
      kind:
        block.kind === 'header' || block.kind === 'footer' || block.kind === 'box' || block.kind === 'note'
          ? block.kind
          : 'body'
    }
  }
  return {
    where,
    words(span) {
      if (source === null) return text.slice(span.start, span.end)
      const at = toSource(document, span)
      return source.slice(at.start, at.end)
    },
    location(span) {
      if (source !== null) {
        const {start, end} = toSource(document, span)
        const from = lineOf(start)
        const to = lineOf(end)
        return {line: from.line, column: from.column, endLine: to.line, endColumn: to.column, start, end}
      }
      const block = blocks[blockAt(span.start)]
      if (!block?.origin) return null
      const {part, paragraph, start = 0} = block.origin
      return {
        part,
        paragraph,
        start: span.start - block.start + start,
        end: Math.min(span.end, block.end) - block.start + start,
        heading: where(span)?.headings.at(-1) ?? null
      }
    }
  }
}

/** CRLF ends one line, and so do a lone CR and a lone LF. */
function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 10 || (unit === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** They stand under no heading, wherever a reader puts them. */
const beside: ReadonlySet<BlockKind> = new Set(['note', 'header', 'footer'])

function trailsOf({text, blocks}: Document): Trail[] {
  const open: {level: number; title: string}[] = []
  let paragraph = 0
  const counts = new Map<BlockKind, number>()
  return blocks.map((block) => {
    if (beside.has(block.kind)) {
      const count = (counts.get(block.kind) ?? 0) + 1
      counts.set(block.kind, count)
      return {headings: [], paragraph: count}
    }
    if (block.kind === 'heading') {
      const level = block.level ?? 1
      while (open.length > 0 && (open.at(-1) as {level: number}).level >= level) open.pop()
      const headings = open.map(({title}) => title)
      open.push({level, title: text.slice(block.start, block.end)})
      paragraph = 0
      return {headings, paragraph: 0}
    }
    paragraph++
    return {headings: open.map(({title}) => title), paragraph}
  })
}
