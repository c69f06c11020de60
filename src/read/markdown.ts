import type {Remark} from '../model/document.ts'
import type {Notice} from '../model/notice.ts'
import type {Span} from '../model/span.ts'
import {cellsOf} from './columns.ts'
import {type Lines, linesOf} from './lines.ts'
import {chunksOf} from './markdown/chunks.ts'
import {plainReader} from './markdown/plain.ts'
import {isTangled} from './markdown/tangled.ts'
import {type Found, readTree} from './markdown/tree.ts'
import {copy, type Piece, passage, sourceAt, through} from './passage.ts'
import {readPlainText} from './text.ts'

export interface MarkdownBlocks {
  readonly pieces: readonly Piece[]
  readonly remarks: readonly Remark[]
  readonly notices: readonly Notice[]
}

/** It ends whatever Markdown would go on reading. */
const between = '\n\n<!-- -->\n\n'

/** Cells may hold tables, but not without end. */
const maxNesting = 4

/** A piece and where it is read: cells of a drawn table stand side by side, and are read at its beginning one by one. */
interface Placed {
  readonly at: number
  readonly piece: Piece
}

/** A parse takes longer than its length: a long document is parsed by parts, in UTF-16 units. */
const maxPart = 8192

const definition = /^[ \t>]*\[(\^?)((?:[^\]\\]|\\.){1,200})\]:/gm
const reference = /\[\^?((?:[^[\]\\]|\\.){1,200})\]/g

const normalized = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase()

/** A part refers to links and notes that others define: it is told that they are. */
function definitionsFor(part: string, defined: ReadonlyMap<string, string>): string {
  if (defined.size === 0) return ''
  const used = new Set<string>()
  const own = new Set([...part.matchAll(definition)].map(([, , label = '']) => normalized(label)))
  for (const [, label = ''] of part.matchAll(reference)) {
    const stub = defined.get(normalized(label))
    if (stub && !own.has(normalized(label))) used.add(stub)
  }
  return used.size === 0 ? '' : `${between}${[...used].join('\n\n')}\n`
}

/** Parses chunks that need a parser. */
function parsed(source: string, stretches: readonly Span[], pace?: () => void): Found {
  const defined = new Map<string, string>()
  if (stretches.length > 1) {
    for (const {start, end} of stretches) {
      for (const [, note = '', label = ''] of source.slice(start, end).matchAll(definition)) {
        defined.set(normalized(label), note ? `[^${label}]:` : `[${label}]: #`)
      }
    }
  }
  const found: {pieces: Piece[]; remarks: Remark[]; pictures: number} = {pieces: [], remarks: [], pictures: 0}
  let base = passage()
  const parse = () => {
    if (base.text === '') return
    pace?.()
    const tree = readTree(base.text + definitionsFor(base.text, defined))
    for (const piece of tree.pieces) {
      const led = through(piece, base)
      if (led.cell) led.cell = {...led.cell, table: sourceAt(base, led.cell.table)}
      if (led.segments.length > 0) found.pieces.push(led)
    }
    for (const {start, end, words} of tree.remarks) {
      const from = sourceAt(base, start)
      if (from >= 0) found.remarks.push({start: from, end: from + end - start, words})
    }
    found.pictures += tree.pictures
    base = passage()
  }
  for (const {start, end} of stretches) {
    if (base.text.length + end - start > maxPart) parse()
    if (base.text !== '') base.text += between
    copy(base, source, start, end)
  }
  parse()
  return found
}

/**
 * Reads Markdown: CommonMark with tables, notes and task lists, and what pandoc adds to it.
 * @param from where to begin: after front matter
 * @param pace called before each part that is parsed; what it throws ends the reading
 * @param whole parse everything; by default plain prose is read by hand, to the same effect and many times faster
 */
export function readMarkdown(source: string, from = 0, pace?: () => void, whole = false, nesting = 0): MarkdownBlocks {
  const lines = linesOf(source)
  const plain = plainReader(lines)
  const found: Placed[] = []
  const marked: Span[] = []
  const place = (at: number, pieces: readonly Piece[]) => {
    for (const piece of pieces) if (piece.text !== '') found.push({at, piece})
  }
  let tangled = false
  for (const chunk of chunksOf(lines, firstLine(lines, from), whole)) {
    const start = lines.start[chunk.from] as number
    const end = lines.end[chunk.to - 1] as number
    if (chunk.drawn && nesting < maxNesting) {
      const read = (text: string) => readMarkdown(text, 0, pace, whole, nesting + 1).pieces
      place(start, cellsOf(chunk.drawn, start, read))
      continue
    }
    const byHand = whole ? undefined : plain.read(chunk.from, chunk.to)
    if (byHand) place(start, byHand)
    else if (isTangled(lines, chunk.from, chunk.to)) {
      tangled = true
      place(start, asText(source, start, end))
    } else marked.push({start, end})
  }
  const tree = parsed(source, marked, pace)
  for (const piece of tree.pieces) place(piece.segments[0]?.sourceStart ?? 0, [piece])
  const pieces = found.sort((a, b) => a.at - b.at).map(({piece}) => piece)
  return {pieces, remarks: tree.remarks, notices: noticesOf(tree.pictures, pieces, tangled)}
}

/** Reads a stretch as plain text, whatever marks are in it. */
function asText(source: string, start: number, end: number): Piece[] {
  const base = passage()
  copy(base, source, start, end)
  return readPlainText(base.text).pieces.map((piece) => through(piece, base))
}

const firstLine = ({start}: Lines, from: number): number => (from === 0 ? 0 : start.findIndex((at) => at >= from))

function noticesOf(pictures: number, pieces: readonly Piece[], tangled: boolean): Notice[] {
  const notices: Notice[] = []
  if (tangled) {
    const message = 'Part of the file has so much markup inside markup that it was read as plain text.'
    notices.push({code: 'markup-not-read', message})
  }
  if (pictures > 0) {
    const message = `${pictures === 1 ? 'A picture was' : `${pictures} pictures were`} not read: words in pictures cannot be.`
    notices.push({code: 'picture-not-read', message})
  }
  const words = pieces
    .filter(({kind}) => kind === 'code')
    .reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  if (words > 0) notices.push({code: 'code-not-judged', message: 'Text set as code was not judged.', words})
  return notices
}
