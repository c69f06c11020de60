import type {BlockKind, Document, MarkKind} from '../model/document.ts'
import type {Finding} from '../model/finding.ts'
import {contains, overlaps, type Span} from '../model/span.ts'
import {toSource} from '../read/positions.ts'

/** A replacement in the file itself: offsets into `Document.source`. */
export interface Edit extends Span {
  readonly replacement: string
}

const closedBlocks: ReadonlySet<BlockKind> = new Set(['code', 'guidance', 'quote'])
const closedMarks: ReadonlySet<MarkKind> = new Set(['code', 'link', 'placeholder', 'generated', 'foreign'])

/** What could become markup where it is put into Markdown. */
const markup = /[\\`*_[\]<>#~|&!{}\r\n]/

/**
 * The safe replacements that findings bring, as edits of a text file, in order and without overlap. A replacement is
 * left to a person where the words stand in code, a link, a quotation block or a slot, and where the file spells them
 * with marks, escapes or a line break among them.
 */
export function editsOf(document: Document, findings: readonly Finding[]): Edit[] {
  const {source, text, blocks, marks} = document
  if (source === null) return []
  const edits: Edit[] = []
  for (const {fix} of findings) {
    if (!fix || (document.format === 'markdown' && markup.test(fix.replacement))) continue
    const {span, replacement} = fix
    const block = blocks.find((each) => contains(each, span))
    if (!block || closedBlocks.has(block.kind)) continue
    if (marks.some((mark) => closedMarks.has(mark.kind) && overlaps(mark, span))) continue
    const {start, end} = toSource(document, span)
    const words = source.slice(start, end)
    if (words === text.slice(span.start, span.end) && !/[\r\n]/.test(words)) edits.push({start, end, replacement})
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end)
  let last = -1
  return edits.filter(({start, end}) => {
    if (start < last) return false
    last = end
    return true
  })
}

/** The file with its edits made; everything between them stays as it is, to the last space. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let from = 0
  const pieces = edits.flatMap(({start, end, replacement}) => {
    const before = source.slice(from, start)
    from = end
    return [before, replacement]
  })
  return [...pieces, source.slice(from)].join('')
}
