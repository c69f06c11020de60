import type {Block, Document} from '../model/document.ts'

/** A label and what it labels: `About: Idris (12)`, or two cells of a row. */
export interface Labelled {
  readonly label: string
  readonly value: string
  /** Index of the block that holds the value. */
  readonly block: number
}

const labelled = /^([^:\n]{1,60}?)\s*:\s*(\S[^\n]*)$/u

const textOf = (document: Document, {start, end}: Block): string => document.text.slice(start, end)

/** The head rows of tables: of each table, the text of each column's head. */
export function columnHeads(document: Document): Map<number, Map<number, string>> {
  const heads = new Map<number, Map<number, string>>()
  for (const block of document.blocks) {
    if (!block.cell || block.cell.row !== 1) continue
    const columns = heads.get(block.cell.table) ?? new Map<number, string>()
    const text = textOf(document, block).trim()
    columns.set(block.cell.column, `${columns.get(block.cell.column) ?? ''} ${text}`.trim())
    heads.set(block.cell.table, columns)
  }
  return heads
}

/** Everything in a document that stands after a label, in reading order. */
export function findLabelled(document: Document): Labelled[] {
  const found: Labelled[] = []
  const firstCells = new Map<string, string>()
  const heads = columnHeads(document)
  for (const [index, block] of document.blocks.entries()) {
    const text = textOf(document, block)
    if (block.cell) {
      const {table, row, column} = block.cell
      const key = `${table}/${row}`
      if (column === 1) firstCells.set(key, text.trim())
      const label = firstCells.get(key)
      if (column > 1 && label && text.trim() !== '')
        found.push({label: label.replace(/:$/, ''), value: text.trim(), block: index})
      const head = heads.get(table)?.get(column)
      if (row > 1 && head && text.trim() !== '')
        found.push({label: head.replace(/:$/, ''), value: text.trim(), block: index})
    }
    if (block.kind === 'code' || block.kind === 'guidance') continue
    for (const line of text.split('\n')) {
      const match = labelled.exec(line)
      if (match) found.push({label: (match[1] as string).trim(), value: (match[2] as string).trim(), block: index})
    }
  }
  return found
}

/** The words that open a letter, and whom they greet: `Dear Ellis,`. */
export interface Greeting {
  readonly block: number
  /** What stands after the greeting word, without closing punctuation: `Ellis`, `there`. */
  readonly whom: string
}

const greetingWord =
  /^(?:my )?(?:dear|dearest|hi|hiya|hello|hey|good (?:morning|afternoon|evening)|annwyl|helo|shwmae)\b[\s,]*(?:again\b|to\b|my dear\b)?[\s,]*/iu

/** Finds the greeting among the first blocks; `null` for a paper that greets nobody. */
export function findGreeting(document: Document): Greeting | null {
  for (const [block, each] of document.blocks.entries()) {
    if (block > 30 || (each.kind === 'heading' && each.inferred !== true && (each.level ?? 1) > 1)) return null
    if (each.kind === 'header' || each.kind === 'footer' || each.kind === 'code' || each.kind === 'quote') continue
    for (const line of textOf(document, each).split('\n')) {
      const match = greetingWord.exec(line.trim())
      if (match) return {block, whom: whomIn(line.trim().slice(match[0].length))}
    }
  }
  return null
}

/** `Ellis, I am writing to you` greets Ellis: what begins a sentence is cut off. */
const whomIn = (text: string): string =>
  text
    .replace(/[!.:;–—?](?=\s|$).*$/u, '')
    .replace(/,\s+(?!and\b)\p{Ll}.*$/u, '')
    .replace(
      /,?\s+(?:I|I'm|I’m|It|My|This|Thank|We|You|Your|How|What|As|The|Just|Here|When|Do|Are|On|In|At|Last|After|It's|It’s)\s.*$/u,
      ''
    )
    .replace(/[\s,]+$/, '')
