import type {Block, Document} from '../model/document.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import {labelsIn} from './outline.ts'

/** Something that may name a section, and what lies under it. Ranges are in words, end not included. */
export interface Head extends Span {
  readonly by: 'heading' | 'row'
  readonly from: number
  readonly to: number
  /** The stretches of words beneath it, without headings. */
  readonly beneath: readonly (readonly [from: number, to: number])[]
  /** Where all that lies beneath ends in the text. */
  readonly until: number
  /** Of the first column's head: the words of the whole table, which it may name. */
  readonly whole?: readonly (readonly [from: number, to: number])[]
  /** Of a cell: its table, its row, and whether it is taken to head its row or its column. */
  readonly cell?: {readonly table: number; readonly row: number; readonly heads: 'row' | 'column'}
  /** The words of the headings above, nearest first. */
  readonly above: readonly (readonly [from: number, to: number])[]
}

type Range = readonly [from: number, to: number]

/** The words of a label are few. */
const longestLabel = 9
const longestCell = 14
/** A row that is one cell heads at most so many rows beneath it. */
const longestReach = 200

/** The words of each block. */
function wordsByBlock(document: Document, tokens: Tokens): Range[] {
  const ranges: [number, number][] = document.blocks.map(() => [0, 0])
  for (let i = 0; i < tokens.count; i++) {
    const range = ranges[tokens.block[i] as number] as [number, number]
    if (range[1] === 0) range[0] = i
    range[1] = i + 1
  }
  return ranges
}

/** Finds all that may name a section: headings, labels before a colon or in bold, and cells that head a row or column. */
export function findHeads(document: Document, tokens: Tokens): Head[] {
  const words = wordsByBlock(document, tokens)
  return [...headings(document, words), ...labelled(document, words, tokens), ...cells(document, words)]
}

function headings({blocks}: Document, words: readonly Range[]): Head[] {
  const found: Head[] = []
  const open: {index: number; level: number}[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    const level = block.level ?? 1
    while (open.length > 0 && (open.at(-1) as {level: number}).level >= level) open.pop()
    const above = open.map((each) => words[each.index] as Range).reverse()
    open.push({index, level})
    let next = index + 1
    const beneath: Range[] = []
    for (; next < blocks.length; next++) {
      const each = blocks[next] as Block
      if (each.kind === 'heading' && (each.level ?? 1) <= level) break
      if (each.kind !== 'heading') beneath.push(words[next] as Range)
    }
    const [from, to] = words[index] as Range
    found.push({
      by: 'heading',
      start: block.start,
      end: block.end,
      from,
      to,
      beneath,
      until: (blocks[next - 1] as Block).end,
      above
    })
  }
  return found
}

interface WordLabel {
  readonly from: number
  readonly to: number
  /** The words of the same block that it labels. */
  readonly rest: Range
}

/** The labels of a block, in words; long ones are no labels. */
function wordLabels(document: Document, block: Block, [from, to]: Range, tokens: Tokens): WordLabel[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return []
  const at = (offset: number): number => {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens.start[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return labelsIn(document, block)
    .map((label) => ({from: at(label.start), to: at(label.end), rest: [at(label.from), at(label.until)] as const}))
    .filter((label) => label.to > label.from && label.to - label.from <= longestLabel)
}

function labelled(document: Document, words: readonly Range[], tokens: Tokens): Head[] {
  const {blocks} = document
  const labels = blocks.map((block, index) => wordLabels(document, block, words[index] as Range, tokens))
  const found: Head[] = []
  let above: Range[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') above = [words[index] as Range, ...above].slice(0, 3)
    const here = labels[index] as WordLabel[]
    for (const [n, {from, to, rest}] of here.entries()) {
      const beneath: Range[] = [rest]
      let next = index + 1
      // A label on a list's item speaks of that item only, and one before another label as far as that.
      if (block.kind === 'paragraph' && n === here.length - 1)
        for (; next < blocks.length; next++) {
          const each = blocks[next] as Block
          if (
            each.kind === 'heading' ||
            each.kind === 'cell' ||
            (each.kind === 'paragraph' && (labels[next] as WordLabel[]).length > 0)
          )
            break
          beneath.push(words[next] as Range)
        }
      const last =
        n === here.length - 1 ? (blocks[next - 1] as Block).end : (tokens.end[Math.max(rest[1] - 1, to - 1)] as number)
      found.push({
        by: 'row',
        start: tokens.start[from] as number,
        end: tokens.end[to - 1] as number,
        from,
        to,
        beneath,
        until: last,
        above
      })
    }
  }
  return found
}

function gather(groups: Map<number, number[]>, group: number, index: number): void {
  const same = groups.get(group)
  if (same) same.push(index)
  else groups.set(group, [index])
}

function cells({blocks}: Document, words: readonly Range[]): Head[] {
  const found: Head[] = []
  const tables = new Map<number, number[]>()
  for (const [index, {cell}] of blocks.entries()) if (cell) gather(tables, cell.table, index)
  for (const indexes of tables.values()) {
    const rows = new Map<number, number[]>()
    const columns = new Map<number, number[]>()
    for (const index of indexes) {
      const {row, column} = (blocks[index] as Block).cell as NonNullable<Block['cell']>
      gather(rows, row, index)
      gather(columns, column, index)
    }
    const last = blocks[indexes.at(-1) as number] as Block
    const add = (index: number, heads: 'row' | 'column', beneath: readonly number[], whole?: readonly number[]) => {
      const block = blocks[index] as Block
      const [from, to] = words[index] as Range
      if (to - from === 0 || to - from > longestCell) return
      found.push({
        by: 'row',
        start: block.start,
        end: block.end,
        from,
        to,
        beneath: beneath.map((each) => words[each] as Range),
        until: last.end,
        cell: {table: block.cell?.table ?? 0, row: block.cell?.row ?? 0, heads},
        ...(whole && {whole: whole.map((each) => words[each] as Range)}),
        above: []
      })
    }
    const inOrder = [...rows]
    const isSingle = (members: readonly number[]): boolean => members.length === 1 && columns.size > 1
    for (const [place, [, members]] of inOrder.entries()) {
      const [head, ...others] = members.filter((index) => (blocks[index] as Block).cell?.column === 1)
      if (head === undefined) continue
      const rest = members.filter((index) => index !== head && !others.includes(index))
      if (members.length === 1) {
        const after = inOrder.slice(place + 1, place + 1 + longestReach).map(([, each]) => each)
        const next = after.findIndex(isSingle)
        add(head, 'row', (next < 0 ? after : after.slice(0, next)).flat())
      } else add(head, 'row', [...others, ...rest])
    }
    for (const [column, members] of columns) {
      const [head, ...below] = members.filter((index) => {
        const {cell} = blocks[index] as Block
        return cell !== undefined && (cell.row === 1 || cell.row > 1)
      })
      if (head === undefined || (blocks[head] as Block).cell?.row !== 1) continue
      const all = column === 1 ? indexes.filter((index) => ((blocks[index] as Block).cell?.row ?? 1) > 1) : undefined
      add(head, 'column', below, all)
    }
  }
  return found
}
