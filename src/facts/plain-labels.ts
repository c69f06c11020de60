import type {Block, Document} from '../model/document.ts'
import {firstMark, type Label} from './outline.ts'

/** In UTF-16 units. */
const longest = 70
const longestLine = 50
const shortestPhrase = 25

const none: readonly Label[] = []

/** A sentence, an item of a list or what goes on does so; a heading does not. */
const closes = /[.,;:!?…–—-]["'”’)]*$/
const closesRunIn = /[.:?!–—-]["'”’)]*$/u
const sentence = /[.!?;:]["'”’)]*$/
/** A name for a part begins with a capital and holds neither a date nor an address. */
const title = /^["'“‘]?\p{Lu}[^\d@\n]*$/u

/**
 * Labels that are neither in bold before a mark nor before a colon: bold or italics alone on the first line of a
 * paragraph, italics that run in, *Strengths.* and so on, and a short line alone over prose.
 */
export function plainLabelsIn(document: Document, index: number): readonly Label[] {
  const {text, marks, blocks} = document
  const block = blocks[index] as Block
  const isShort = block.end - block.start <= longest
  for (let n = firstMark(marks, block); n < marks.length; n++) {
    const {kind, start, end} = marks[n] as Document['marks'][number]
    if (start > block.start + 1 || start >= block.end) break
    if ((kind !== 'strong' && kind !== 'emphasis') || end - start > longest) continue
    if (text[end] === '\n' && end < block.end) return linesOf(document, block)
    if (kind !== 'emphasis') continue
    const said = text.slice(start, end).trimEnd()
    const isOver = end >= block.end
    if (closesRunIn.test(said) && (!isOver || said.length <= shortestPhrase))
      return [{start, end: start + said.length - 1, from: end, until: block.end, unsure: true}]
  }
  return isShort && isLine(document, index)
    ? [{start: block.start, end: block.end, from: block.end, until: block.end, unsure: true}]
    : none
}

/** *Strengths* in bold or italics on a line, and under it what it labels, perhaps several times in one paragraph. */
function linesOf({text, marks}: Document, block: Block): readonly Label[] {
  const found: {start: number; end: number; from: number}[] = []
  for (let n = firstMark(marks, block); n < marks.length; n++) {
    const {kind, start, end} = marks[n] as Document['marks'][number]
    if (start >= block.end) break
    const isWhole = (start === block.start || text[start - 1] === '\n') && text[end] === '\n' && end < block.end
    if ((kind === 'strong' || kind === 'emphasis') && isWhole && end - start <= longest)
      found.push({start, end, from: end})
  }
  return found.map((label, n) => ({...label, until: found[n + 1]?.start ?? block.end, unsure: true}))
}

/** A short line that is no sentence, over prose; in a list, a number and a few words over what is nested below. */
function isLine({text, blocks}: Document, index: number): boolean {
  const {kind, start, end, label} = blocks[index] as Block
  const next = blocks[index + 1]
  if (end - start > longestLine || next === undefined) return false
  if (kind === 'item' && (label === undefined || next.kind !== 'item' || next.label !== undefined)) return false
  if (next.kind !== 'item' && next.kind !== 'paragraph') return false
  const said = text.slice(start, end)
  return (
    title.test(said) && !closes.test(said) && sentence.test(text.slice(Math.max(next.start, next.end - 4), next.end))
  )
}
