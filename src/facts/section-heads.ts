import type {Block, Document} from '../model/document.ts'
import {gather} from '../model/gather.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import {lostTitles} from './lost-titles.ts'
import {type Label, labelsOf} from './outline.ts'
import {plainLabelsIn} from './plain-labels.ts'

/** A stretch of words, end not included. */
export type Words = readonly [from: number, to: number]

/** Something that may name a section, and what lies under it. Ranges are in words, end not included. */
export interface Head extends Span {
  readonly by: 'heading' | 'row'
  /** Of a heading, 1 to 6. Headings come before all others. */
  readonly level?: number
  readonly from: number
  readonly to: number
  /** The stretches of words beneath it, without headings; worked out for the few that name a section. */
  readonly beneath: () => readonly Words[]
  /** Where all that lies beneath ends in the text. */
  readonly until: number
  /** Of the first column's head: the words of the whole table, which it may name. */
  readonly whole?: () => readonly Words[]
  /** Of a cell: its table, its row, and whether it is taken to head its row or its column. */
  readonly cell?: {readonly table: number; readonly row: number; readonly heads: 'row' | 'column'}
  /** The words of the headings above, nearest first. */
  readonly above: readonly Words[]
  /** It is a head only if it names a section: its looks alone say little. */
  readonly unsure?: true
}

/** The words of a label are few. */
const longestLabel = 9
const longestCell = 14
/** A row that is one cell heads at most so many rows beneath it. */
const longestReach = 200
/** So many headings before a label say what it is about. */
const headingsAbove = 3

/** Finds all that may name a section: headings, labels before a colon or in bold, and cells that head a row or column. */
export function findHeads(document: Document, tokens: Tokens): Head[] {
  const firsts = firstWords(document, tokens)
  return [...headings(document, firsts), ...labelled(document, firsts, tokens), ...cells(document, firsts)]
}

/** The first word of each block, or of what follows where it has none, and after the last block where the words end. */
function firstWords({blocks}: Document, tokens: Tokens): Int32Array {
  const firsts = new Int32Array(blocks.length + 1)
  let i = 0
  for (let index = 0; index <= blocks.length; index++) {
    while (i < tokens.count && (tokens.block[i] as number) < index) i++
    firsts[index] = i
  }
  return firsts
}

/** The words of blocks `from` to `to`, end not included. */
const wordsOf = (firsts: Int32Array, from: number, to = from + 1): Words => [
  firsts[from] as number,
  firsts[to] as number
]

function headings({blocks}: Document, firsts: Int32Array): Head[] {
  const indexes = blocks.flatMap(({kind}, index) => (kind === 'heading' ? [index] : []))
  const levels = indexes.map((index) => (blocks[index] as Block).level ?? 1)
  const next = nextBeside(levels)
  const open: number[] = []
  return indexes.map((index, n): Head => {
    while (open.length > 0 && (levels[open.at(-1) as number] as number) >= (levels[n] as number)) open.pop()
    const above = open.map((each) => wordsOf(firsts, indexes[each] as number)).reverse()
    open.push(n)
    const {start, end} = blocks[index] as Block
    const until = indexes[next[n] as number] ?? blocks.length
    const stretches = () => {
      const all = indexes.slice(n, next[n])
      return all.map((each, place) => wordsOf(firsts, each + 1, all[place + 1] ?? until))
    }
    const [from, to] = wordsOf(firsts, index)
    return {
      by: 'heading',
      level: levels[n] as number,
      start,
      end,
      from,
      to,
      beneath: stretches,
      until: (blocks[until - 1] as Block).end,
      above
    }
  })
}

/** Of each heading, by its level, the next one that is not beneath it. */
function nextBeside(levels: readonly number[]): number[] {
  const next: number[] = []
  for (let n = levels.length - 1; n >= 0; n--) {
    let beside = n + 1
    while (beside < levels.length && (levels[beside] as number) > (levels[n] as number)) beside = next[beside] as number
    next[n] = beside
  }
  return next
}

interface WordLabel {
  readonly from: number
  readonly to: number
  /** The words of the same block that it labels. */
  readonly rest: Words
  readonly unsure?: true
}

const none: readonly WordLabel[] = []

/** The labels of a block, in words; long ones are no labels. */
function wordLabels(labels: readonly Label[], [from, to]: Words, tokens: Tokens): readonly WordLabel[] {
  if (labels.length === 0) return none
  const at = (offset: number): number =>
    from + firstWhere(to - from, (n) => (tokens.start[from + n] as number) >= offset)
  return labels
    .map((label) => ({
      from: at(label.start),
      to: at(label.end),
      rest: [at(label.from), at(label.until)] as const,
      ...(label.unsure && {unsure: label.unsure})
    }))
    .filter((label) => label.to > label.from && label.to - label.from <= longestLabel)
}

/** *On 3 and 17 March: at school*: a day heads no other part of a paper. */
const isDated = ({from, to}: WordLabel, {text, start, end}: Tokens): boolean =>
  /\d/.test(text.slice(start[from], end[to - 1]))

function labelled(document: Document, firsts: Int32Array, tokens: Tokens): Head[] {
  const {blocks} = document
  const inBlocks = labelsOf(document)
  const titles = lostTitles(document, tokens)
  const labels = blocks.map(({kind, start}, index) => {
    if (kind !== 'paragraph' && kind !== 'item') return none
    const title = titles.get(index)
    const words = wordsOf(firsts, index)
    if (title) return [{from: title.from, to: title.to, rest: [title.to, words[1]] as const, unsure: true as const}]
    const sure = inBlocks[index] as readonly Label[]
    // A label that stands first is one; after other words a colon may only be part of what is said.
    const plain = sure[0]?.start === start ? [] : plainLabelsIn(document, index)
    return wordLabels(plain.length > 0 ? plain : sure, words, tokens)
  })
  const isLabelled = (index: number, unsure: boolean): boolean =>
    (labels[index] as readonly WordLabel[]).some((label) => (unsure ? !isDated(label, tokens) : !label.unsure))
  /** The block before which ends what the last label of a paragraph speaks of; one that is unsure ends no sure one. */
  const endAfter = (index: number, unsure: boolean): number => {
    let next = index + 1
    for (; next < blocks.length; next++) {
      const {kind} = blocks[next] as Block
      if (kind === 'heading' || kind === 'cell') break
      if (kind === 'paragraph' && isLabelled(next, unsure)) break
    }
    return next
  }
  const found: Head[] = []
  let above: readonly Words[] = []
  for (const [index, {kind}] of blocks.entries()) {
    if (kind === 'heading') above = [wordsOf(firsts, index), ...above].slice(0, headingsAbove)
    const here = labels[index] as readonly WordLabel[]
    for (const [n, {from, to, rest, unsure}] of here.entries()) {
      const isLast = n === here.length - 1
      // A label on a list's item speaks of that item only, and one before another label as far as that.
      const next = !isLast
        ? index + 1
        : kind === 'paragraph'
          ? endAfter(index, unsure === true)
          : endOfItem(document, index, rest, (each) => isLabelled(each, true))
      const beneath: Words = next > index + 1 ? [rest[0], firsts[next] as number] : rest
      found.push({
        by: 'row',
        start: tokens.start[from] as number,
        end: tokens.end[to - 1] as number,
        from,
        to,
        beneath: () => [beneath],
        until: isLast ? (blocks[next - 1] as Block).end : (tokens.end[Math.max(rest[1] - 1, to - 1)] as number),
        above,
        ...(unsure && {unsure})
      })
    }
  }
  return found
}

/**
 * The block before which ends what an item's label speaks of. One that stands alone, or before a colon, can only speak of
 * what is nested below it, though nothing says how far in an item stands: as far as the number that counts on from its
 * own, or, where it has none, as the next label.
 */
function endOfItem(
  {text, blocks}: Document,
  index: number,
  rest: Words,
  isLabelled: (index: number) => boolean
): number {
  const {end, label} = blocks[index] as Block
  if (rest[0] < rest[1] && text[end - 1] !== ':') return index + 1
  const table = blocks[index + 1]?.cell?.table
  let next = index + 1
  for (; next < blocks.length; next++) {
    const {kind, cell, label: number} = blocks[next] as Block
    if (table === undefined ? kind !== 'item' : cell?.table !== table) break
    if (kind === 'item' && (label === undefined ? isLabelled(next) : countsOn(label, number, isLabelled(next)))) break
  }
  return next
}

/** *5.* after *4.*; or the same number again, where every item begins a list of its own. */
function countsOn(label: string, next: string | undefined, isLabelled: boolean): boolean {
  if (next === undefined) return false
  if (next === label) return isLabelled
  const [own, other] = [Number.parseInt(label, 10), Number.parseInt(next, 10)]
  return Number.isNaN(own) ? next.length === label.length && next > label && isLabelled : other === own + 1
}

/** Indexes by what they have in common, in order. */
function groups(indexes: readonly number[], of: (index: number) => number): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const index of indexes) gather(found, of(index), index)
  return found
}

function cells({blocks}: Document, firsts: Int32Array): Head[] {
  const cellOf = (index: number) => (blocks[index] as Block).cell as NonNullable<Block['cell']>
  const all = blocks.flatMap(({cell}, index) => (cell ? [index] : []))
  const found: Head[] = []
  for (const indexes of groups(all, (index) => cellOf(index).table).values()) {
    const rows = [...groups(indexes, (index) => cellOf(index).row).values()]
    const columns = groups(indexes, (index) => cellOf(index).column)
    const until = (blocks[indexes.at(-1) as number] as Block).end
    const inWords = (members: readonly number[]) => members.map((index) => wordsOf(firsts, index))
    const add = (index: number, heads: 'row' | 'column', beneath: Head['beneath'], whole?: Head['beneath']) => {
      const [from, to] = wordsOf(firsts, index)
      if (to - from === 0 || to - from > longestCell) return
      const {start, end} = blocks[index] as Block
      const {table, row} = cellOf(index)
      const cell = {table, row, heads}
      found.push({by: 'row', start, end, from, to, beneath, until, cell, ...(whole && {whole}), above: []})
    }
    /** A row that is one cell heads the rows as far as the next such row. */
    const under = (place: number): number[] => {
      const after = rows.slice(place + 1, place + 1 + longestReach)
      const next = columns.size > 1 ? after.findIndex(({length}) => length === 1) : -1
      return (next < 0 ? after : after.slice(0, next)).flat()
    }
    for (const [place, members] of rows.entries()) {
      const head = members.find((index) => cellOf(index).column === 1)
      if (head === undefined) continue
      add(head, 'row', () => inWords(members.length === 1 ? under(place) : members.filter((index) => index !== head)))
    }
    for (const [column, [head, ...below]] of columns) {
      if (head === undefined || cellOf(head).row !== 1) continue
      const body = () => inWords(indexes.filter((index) => cellOf(index).row > 1))
      add(head, 'column', () => inWords(below), column === 1 ? body : undefined)
    }
  }
  return found
}
