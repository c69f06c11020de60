import type {ListMark} from './numbering.ts'
import type {Paragraph} from './paragraph.ts'
import {isBlank} from './paragraph.ts'

/** A paragraph of the main part with what is known of it before headings are looked for. */
export interface Line {
  readonly paragraph: Paragraph
  readonly list: ListMark | null
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number
  readonly inferred: boolean
}

const deepest = 6

const notWritten: ReadonlySet<string> = new Set(['placeholder', 'generated'])

/** The level that a paragraph's own outline level or its style gives it; `null` for body text. */
const realLevel = ({properties, style}: Paragraph): number | null => {
  const level =
    properties.outline === undefined ? style.heading : properties.outline < 9 ? properties.outline + 1 : null
  return level === null ? null : Math.min(level, deepest)
}

/**
 * The headings of a story: those that are styled as such and, in a document that has few of them, lines that only look
 * like headings. Most papers in the family courts are of that kind: not one style, headings in bold.
 */
export const findHeadings = (lines: readonly Line[]): ReadonlyMap<Paragraph, Heading> => {
  const found = new Map<Paragraph, Heading>()
  const shown = lines.filter(({paragraph}) => !isBlank(paragraph.text))
  for (const {paragraph} of shown) {
    const level = realLevel(paragraph)
    if (level !== null && paragraph.anchor === null) found.set(paragraph, {level, inferred: false})
  }
  const body = bodySize(shown)
  const looks = shown.map((line) => (found.has(line.paragraph) ? null : headingLook(line, body)))
  const candidates = looks.map((look, index) => {
    const next = shown.slice(index + 1, index + 2)[0]
    // Two lines of one look in a row are an address or a signature; the last line of all stands over nothing.
    return look !== null && next !== undefined && looks[index + 1] !== look ? look : null
  })
  const count = candidates.filter((look) => look !== null).length
  if (found.size > 2 && found.size > count) return found
  inferLevels(shown, candidates, found)
  return found
}

function inferLevels(
  lines: readonly Line[],
  candidates: readonly (string | null)[],
  found: Map<Paragraph, Heading>
): void {
  /** Ranks of looks, in the order in which they appear. */
  const ranks = new Map<string, number>()
  let above = 0
  for (const [index, {paragraph, list}] of lines.entries()) {
    above = realLevel(paragraph) ?? above
    const look = candidates[index]
    if (look == null) continue
    const rank = ranks.get(look) ?? ranks.size + 1
    ranks.set(look, rank)
    const level = numberDepth(list?.label ?? paragraph.text) ?? above + rank
    found.set(paragraph, {level: Math.min(level, deepest), inferred: true})
  }
}

/** How many numbers a heading's own number has: 1 of `3.`, 2 of `3.1`. */
function numberDepth(text: string): number | null {
  const number = /^\s*(\d+(?:\.\d+)*)(?:[.)]\s|[.)]?$|\s+\p{Lu})/u.exec(text)?.[1]
  return number === undefined ? null : number.split('.').length
}

/** The size, in half-points, of most of the text. */
function bodySize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>()
  for (const {paragraph} of lines)
    lengths.set(paragraph.look.size, (lengths.get(paragraph.look.size) ?? 0) + paragraph.text.length)
  let size = 0
  let most = 0
  for (const [candidate, length] of lengths) if (length > most) [size, most] = [candidate, length]
  return size
}

/** How a line looks that may be a heading, the same for the same looks; `null` for any other. */
function headingLook({paragraph, list}: Line, body: number): string | null {
  const {text, look, cell, anchor} = paragraph
  const line = text.trim()
  if (anchor !== null || line.length > 80 || paragraph.style.role !== null) return null
  if (cell !== null && cell.row.cells > 1) return null
  if (list !== null && (list.label === null || !/\d/.test(list.label))) return null
  if (/[.;,]$|\n|^dear\b/i.test(line) || /\t/.test(line.replace(/^[\d.()]+\s*/, ''))) return null
  const words = line.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  if (words.length === 0 || words.length > 12 || paragraph.marks.some(({kind}) => notWritten.has(kind))) return null
  const capitals = look.capitals || isCapitals(line, words)
  const larger = look.size >= body * 1.15
  if (!look.bold && !look.underlined && !capitals && !larger) return null
  return `${larger ? look.size : ''} ${look.bold} ${look.underlined} ${capitals}`
}

/** Typed in capitals, and more than a short form or a case number. */
function isCapitals(line: string, words: readonly string[]): boolean {
  return !/\p{Ll}/u.test(line) && words.some((word) => word.length > 3) && !/\p{Lu}\d|\d\p{Lu}/u.test(line)
}
