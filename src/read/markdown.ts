import type {Remark} from '../model/document.ts'
import type {Notice} from '../model/notice.ts'
import {cellsOf} from './columns.ts'
import {type Lines, linesOf} from './lines.ts'
import {chunksOf} from './markdown/chunks.ts'
import {plainReader} from './markdown/plain.ts'
import {type Found, readTree} from './markdown/tree.ts'
import {copy, type Passage, type Piece, passage, sourceAt, through} from './passage.ts'

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

const nothing = {pieces: [], remarks: [], pictures: 0}

/** Parses what needs a parser, all at once: definitions of links and notes hold for the whole document. */
function parsed(base: Passage): Found {
  const tree = readTree(base.text)
  const pieces = tree.pieces.map((piece) => {
    const led = through(piece, base)
    return led.cell ? {...led, cell: {...led.cell, table: sourceAt(base, led.cell.table)}} : led
  })
  const remarks = tree.remarks.flatMap(({start, end, words}) => {
    const from = sourceAt(base, start)
    return from < 0 ? [] : [{start: from, end: from + end - start, words}]
  })
  return {pieces, remarks, pictures: tree.pictures}
}

/**
 * Reads Markdown: CommonMark with tables, notes and task lists, and what pandoc adds to it.
 * @param from where to begin: after front matter
 * @param whole parse everything; by default plain prose is read by hand, to the same effect and many times faster
 */
export function readMarkdown(source: string, from = 0, whole = false, nesting = 0): MarkdownBlocks {
  const lines = linesOf(source)
  const plain = plainReader(lines)
  const base = passage()
  const found: Placed[] = []
  for (const chunk of chunksOf(lines, firstLine(lines, from), whole)) {
    const start = lines.start[chunk.from] as number
    if (chunk.drawn && nesting < maxNesting) {
      const read = (text: string) => readMarkdown(text, 0, whole, nesting + 1).pieces
      for (const piece of cellsOf(chunk.drawn, start, read)) found.push({at: start, piece})
      continue
    }
    const byHand = whole ? undefined : plain.read(chunk.from, chunk.to)
    if (byHand) {
      for (const piece of byHand) found.push({at: start, piece})
      continue
    }
    if (base.text !== '') base.text += between
    copy(base, source, start, lines.end[chunk.to - 1] as number)
  }
  const tree = base.text === '' ? nothing : parsed(base)
  for (const piece of tree.pieces) found.push({at: piece.segments[0]?.sourceStart ?? 0, piece})
  const pieces = found
    .filter(({piece}) => piece.text !== '')
    .sort((a, b) => a.at - b.at)
    .map(({piece}) => piece)
  return {pieces, remarks: tree.remarks, notices: noticesOf(tree.pictures, pieces)}
}

const firstLine = ({start}: Lines, from: number): number => (from === 0 ? 0 : start.findIndex((at) => at >= from))

function noticesOf(pictures: number, pieces: readonly Piece[]): Notice[] {
  const notices: Notice[] = []
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
