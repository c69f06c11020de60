import {Token, type XmlReader} from '../../read/docx/xml.ts'
import {spelt} from './spelling.ts'
import {type Edit, splice} from './splice.ts'

/** What of a document's main part is ours. */
export interface Ours {
  /** The ids of the comments to be taken out. */
  readonly comments: ReadonlySet<string>
  isChange(author: string, date: string): boolean
}

/**
 * A main part without what we put there: the comments' markers, the insertions, and the deletions, whose words stay.
 * Deletions and the insertion right after them are one change.
 *
 * @param xml reads that source from its start
 */
export const withdraw = (source: string, xml: XmlReader, ours: Ours): {source: string; changes: number} => {
  const edits: Edit[] = []
  const remove = (start: number, end: number): void => {
    edits.push({start, end, text: ''})
  }
  /** The depths of the deletions that are open. */
  const deletions: number[] = []
  const runs: {start: number; depth: number; children: number; references: {start: number; end: number}[]}[] = []
  let changes = 0
  /** Whether deletions were taken out after which neither other words nor what stands for them have come. */
  let unanswered = false
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.open) open()
    else if (token === Token.close) close()
  }
  return {source: splice(source, edits), changes}

  function open(): void {
    const {name, start, end, depth, empty} = xml
    const run = runs.at(-1)
    if (run && depth === run.depth + 1 && name !== 'w:rPr') run.children++
    if (name === 'w:r') runs.push({start, depth, children: 0, references: []})
    else if (name === 'w:commentRangeStart' || name === 'w:commentRangeEnd' || name === 'w:commentReference') {
      if (!ours.comments.has(xml.attribute('w:id') ?? '')) return
      xml.skip()
      if (name === 'w:commentReference' && run) run.references.push({start, end: xml.end})
      else remove(start, xml.end)
    } else if ((name === 'w:ins' || name === 'w:del') && !empty) {
      if (!ours.isChange(xml.attribute('w:author') ?? '', xml.attribute('w:date') ?? '')) return
      if (!unanswered) changes++
      unanswered = name === 'w:del'
      if (name === 'w:ins') {
        xml.skip()
        remove(start, xml.end)
      } else {
        deletions.push(depth)
        remove(start, end)
      }
    } else if (name === 'w:delText' && deletions.length > 0) rename(start + 1)
    else if (name === 'w:t' || name === 'w:p') unanswered = false
  }

  function close(): void {
    const {name, start, end, depth} = xml
    const run = runs.at(-1)
    if (name === 'w:r' && run?.depth === depth) {
      runs.pop()
      if (run.children > 0 && run.children === run.references.length) remove(run.start, end)
      else for (const reference of run.references) remove(reference.start, reference.end)
    } else if (name === 'w:del' && deletions.at(-1) === depth) {
      deletions.pop()
      remove(start, end)
    } else if (name === 'w:delText' && deletions.length > 0 && source[start + 1] === '/') rename(start + 2)
  }

  /** Makes a `w:t` again of the `w:delText` whose name starts there. */
  function rename(nameStart: number): void {
    const name = spelt(source, nameStart - (source[nameStart - 1] === '/' ? 2 : 1))
    const end = nameStart + name.length
    edits.push({start: end - 'delText'.length, end, text: 't'})
  }
}

const name = (local: string): string => `(?:[^\\s<>/:="]+:)?${local}`
const properties = `<(${name('rPr')})>(?:(?!</?${name('rPr')}[\\s/>])[\\s\\S]|<${name('rPr')}/>|<${name('rPr')}>(?:(?!</${name('rPr')}>)[\\s\\S])*</${name('rPr')}>)*</${name('rPr')}>|<${name('rPr')}/>`
const cutInText = new RegExp(
  `</(${name('t')}) ></(${name('r')}) ><\\2(?:\\s[^<>]*)? >(?:${properties})?<\\1 xml:space="preserve" >`,
  'g'
)
const cutInRun = new RegExp(`</(${name('r')}) ><\\1(?:\\s[^<>]*)? >(?:${properties})?`, 'g')
const addedSpace = new RegExp(`(<${name('t')}(?:\\s[^<>]*)?) xml:space="preserve" >`, 'g')
const openedParagraph = new RegExp(`<(${name('p')})(\\s[^<>]*)? ></\\1 >`, 'g')

/**
 * A main part from which all of ours was withdrawn, its runs made whole again: told by the spaces that we leave in our
 * tags (`board.ts`), which no other program writes, so that after one it stays as that program wrote it.
 */
export const heal = (source: string): string => {
  let healed = ''
  for (let at = 0; ; ) {
    // What looks like our tags inside CDATA would be somebody's words.
    const start = source.indexOf('<![CDATA[', at)
    const end = start < 0 ? -1 : source.indexOf(']]>', start)
    if (end < 0) return healed + healTags(source.slice(at))
    healed += healTags(source.slice(at, start)) + source.slice(start, end + 3)
    at = end + 3
  }
}

function healTags(markup: string): string {
  return markup
    .replace(cutInText, '')
    .replace(cutInRun, '')
    .replace(addedSpace, '$1>')
    .replace(openedParagraph, '<$1$2/>')
}
