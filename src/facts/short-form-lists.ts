import {holdsLetter} from '../model/characters.ts'
import type {Document} from '../model/document.ts'
import {Gap, type Tokens} from '../model/tokens.ts'
import {isGivenHere, isSpeltBeside, isSpeltFrom, type Use} from './expansions.ts'

const lists =
  /\b(?:abbreviations?|acronyms?|glossary|short forms?|initials|in full|stands? for|meanings?|what (?:the|these|those) (?:letters|words|initials|short forms) mean|jargon|terms used)\b/i

const announcesList = (words: string): boolean => lists.test(words)

/** Is this use a line of a glossary, a row of a table of abbreviations, or a footnote that says what the letters are? */
export function isInGlossary(
  tokens: Tokens,
  use: Use,
  document: Document,
  isListed: (block: number) => boolean
): boolean {
  const at = tokens.block[use.from] as number
  const block = document.blocks[at]
  if (!block) return false
  if (block.kind === 'note') return isGivenHere(tokens, use, document)
  const underList = isListed(at)
  if (block.cell) return isInList(tokens, use, document, at, underList)
  const start = tokens.start[use.from] as number
  const lead = document.text.slice(Math.max(block.start, start - 40), start)
  const opensLine = tokens.gap[use.from] === Gap.block || !holdsLetter(lead.slice(lead.lastIndexOf('\n') + 1))
  if (!opensLine) return underList && isSpeltBeside(tokens, use)
  const separated = /^["”’'*_)\s]*[:=–—-]/.test(document.text.slice(tokens.end[use.to - 1], block.end))
  return (underList || separated) && (isSpeltBeside(tokens, use) || (underList && separated))
}

/** In a table: the row has the name in full, or the table says of itself that it lists short forms. */
function isInList(tokens: Tokens, use: Use, document: Document, at: number, underList: boolean): boolean {
  const own = document.blocks[at]?.cell
  if (!own) return false
  const {blocks} = document
  let from = at
  let to = at
  while (blocks[from - 1]?.cell?.table === own.table && blocks[from - 1]?.cell?.row === own.row) from--
  while (blocks[to + 1]?.cell?.table === own.table && blocks[to + 1]?.cell?.row === own.row) to++
  for (let each = from; each <= to; each++) {
    const cell = blocks[each]
    if (!cell || each === at) continue
    let first = use.from
    while (first > 0 && (tokens.block[first - 1] as number) >= each) first--
    while (first < tokens.count && (tokens.block[first] as number) < each) first++
    if (tokens.block[first] === each && isSpeltFrom(tokens, first, use)) return true
  }
  const alone = tokens.gap[use.from] === Gap.block && (use.to === tokens.count || tokens.block[use.to] !== at)
  return underList && alone && from < to
}

/** Which blocks stand under a heading, or in a table with a head, that announces a list of short forms. */
export function underLists({blocks, text}: Document): (block: number) => boolean {
  const under = new Uint8Array(blocks.length)
  let listed = 0
  let table = -1
  let row = 0
  let announced = 0
  for (const [index, {kind, cell, start, end}] of blocks.entries()) {
    if (cell && cell.table !== table) {
      table = cell.table
      row = cell.row
      announced = 0
    }
    if (cell?.row === row && announcesList(text.slice(start, end))) announced = 1
    under[index] = listed | (cell ? announced : 0)
    if (kind === 'heading') listed = announcesList(text.slice(start, end)) ? 1 : 0
  }
  return (block) => under[block] === 1
}
