import type {Block} from '../model/document.ts'
import {type Finding, severities} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import {markup} from './escape.ts'
import {inWords, lineAndColumn, ruleAndEntry} from './place.ts'

/** A finding with its number on the page. */
export interface Numbered {
  readonly finding: Finding
  readonly number: number
}

/** What has been said on the page already, so that a reason stands there once. */
export type Said = Set<string>

/**
 * @param file numbers the file on the page, so that every note has an address of its own
 * @param atWords whether the words it speaks of stand beside it and can be gone back to
 */
export function note({finding, number}: Numbered, file: number, said: Said, atWords: boolean): string {
  const {severity, message, why, instead} = finding
  const name = ruleAndEntry(finding)
  // An entry says the same each time; a rule without one may not.
  const saying = finding.entry ? name : `${name} ${message}`
  const again = finding.location !== null && said.has(saying)
  const id = `f${file}-${number}`
  const back = atWords ? `<a class="back" href="#w${file}-${number}">${number}</a>` : ''
  const lead = `${back}<span class="severity">${severity}</span> <span class="rule">${markup(name)}</span>`
  if (again) return `<li class="note ${severity}" id="${id}">${lead} <span class="rule">again</span></li>`
  said.add(saying)
  const reason = why && !said.has(why) ? `<span class="why">${markup(why)}</span>` : ''
  said.add(why)
  const where = atWords ? '' : [lineAndColumn(finding), inWords(finding)].filter(Boolean).join(' · ')
  return (
    `<li class="note ${severity}" id="${id}">${lead}<span class="what">${markup(message)}</span>` +
    (where ? `<span class="place">${markup(where)}</span>` : '') +
    (instead.length > 0 ? `<span class="try"><b>Try</b> ${instead.map(markup).join(' · ')}</span>` : '') +
    `${reason}</li>`
  )
}

/** A block's text with the words marked; where findings overlap, the graver one gives the ink. */
function markedText(text: string, block: Block, here: readonly Numbered[], file: number): string {
  const cuts = new Set([block.start, block.end])
  for (const {finding} of here) {
    cuts.add(Math.max(finding.span?.start ?? block.start, block.start))
    cuts.add(Math.min(finding.span?.end ?? block.end, block.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges
    .slice(0, -1)
    .map((start, index) => {
      const end = edges[index + 1] as number
      const piece = markup(text.slice(start, end))
      const over = here.filter(({finding: {span}}) => span && span.start <= start && span.end >= end)
      if (over.length === 0) return piece
      const gravest = severities.find((severity) => over.some(({finding}) => finding.severity === severity))
      const ends = over.filter(({finding: {span}}) => span && Math.min(span.end, block.end) === end)
      const refs = ends.map(
        ({number}) => `<a class="ref" id="w${file}-${number}" href="#f${file}-${number}">${number}</a>`
      )
      return `<mark class="${gravest}">${piece}</mark>${refs.join('')}`
    })
    .join('')
}

const parts: Partial<Record<Block['kind'], string>> = {
  header: 'page header',
  footer: 'page footer',
  box: 'text box',
  note: 'note',
  guidance: 'guidance'
}

function words(text: string, block: Block, here: readonly Numbered[], file: number): string {
  const {kind, level = 2, label, cell} = block
  const aside = kind === 'header' || kind === 'footer' || kind === 'note' || kind === 'box'
  const classes = [
    'words',
    kind,
    kind === 'heading' && `level-${Math.min(level, 3)}`,
    kind === 'item' && !label && 'bullet',
    aside && 'aside',
    cell?.header && 'head'
  ]
  const part = parts[kind]
  return (
    `<div class="${classes.filter(Boolean).join(' ')}"${kind === 'heading' ? ` role="heading" aria-level="${Math.min(level + 2, 6)}"` : ''}>` +
    (part ? `<span class="part">${part}${block.note ? ` ${markup(block.note)}` : ''}</span>` : '') +
    (label ? `<span class="label">${markup(label)}</span>` : '') +
    `${markedText(text, block, here, file)}</div>`
  )
}

/** Blocks that stand side by side on the page: the cells of one row of a table, or one block alone. */
function rowsOf(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = []
  for (const block of blocks) {
    const last = rows.at(-1)?.[0]?.cell
    if (block.cell && last && last.table === block.cell.table && last.row === block.cell.row) rows.at(-1)?.push(block)
    else rows.push([block])
  }
  return rows
}

/** The document as it reads, each row with what is said of it beside. */
export function paper({document}: Result, numbered: readonly Numbered[], file: number, said: Said): string {
  const inOrder = [...numbered].sort((a, b) => (a.finding.span?.start ?? 0) - (b.finding.span?.start ?? 0))
  let next = 0
  const rows = rowsOf(document.blocks).map((blocks) => {
    const end = blocks.at(-1)?.end ?? 0
    const here: Numbered[] = []
    for (; next < inOrder.length && (inOrder[next]?.finding.span?.start ?? 0) < end; next++) {
      here.push(inOrder[next] as Numbered)
    }
    const texts = blocks.map((block) =>
      words(
        document.text,
        block,
        here.filter(({finding: {span}}) => span && span.start < block.end && span.end > block.start),
        file
      )
    )
    const left = blocks[0]?.cell ? `<div class="cells">${texts.join('')}</div>` : texts.join('')
    const notes = here.map((each) => note(each, file, said, true))
    return `<div class="row">${left}<ol class="notes">${notes.join('')}</ol></div>\n`
  })
  return `<div class="paper">\n${rows.join('')}</div>\n`
}
