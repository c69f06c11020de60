import type {Document} from '../../model/document.ts'
import type {Piece} from './assemble.ts'
import {assemble} from './assemble.ts'
import {findHeadings} from './headings.ts'
import type {Inflate} from './inflate.ts'
import {noteKey, numberNotes} from './note-numbers.ts'
import {readNumbering} from './numbering.ts'
import type {Package} from './package.ts'
import {openPackage} from './package.ts'
import type {Limits} from './package-limits.ts'
import {defaultLimits} from './package-limits.ts'
import type {Paragraph} from './paragraph.ts'
import {isBlank} from './paragraph.ts'
import {readDeclaration} from './properties.ts'
import {readRemarks} from './remarks.ts'
import {walkStory} from './story.ts'
import {readStyles} from './styles.ts'
import {nothingUnread, noticesOf} from './unread.ts'
import type {View} from './walk.ts'

export interface DocxOptions {
  /** Tracked changes as if all were accepted (`final`, when absent) or all rejected. */
  readonly view?: View
  /** Where not all are given, the rest are as usual. */
  readonly limits?: Partial<Limits>
  /** The host's own inflate, where it has a faster one. */
  readonly inflate?: Inflate
  /** Called before each story; what it throws ends the reading. */
  readonly pace?: () => void
}

/**
 * Reads a Word file, told by its contents and never by its name. Throws `Fault` with one of the codes of
 * `package-fault.ts` for what is no Word file, and for packages that no honest program writes.
 */
export const readDocx = (bytes: Uint8Array, options: DocxOptions = {}): Document =>
  readPackage(openPackage(bytes, {...defaultLimits, ...options.limits}, options.inflate), options)

/**
 * Reads a Word file that is open already: the body with its text boxes, then foot- and endnotes, headers and footers.
 * What is referred to but not shown (a deleted note) is left out; what is shown but not read is said in `notices`.
 */
function readPackage(pack: Package, {view = 'final', pace}: DocxOptions): Document {
  const styles = readStyles(pack)
  const number = readNumbering(pack, styles)
  const unread = nothingUnread()
  const walk = (part: string): readonly Paragraph[] => {
    pace?.()
    return walkStory({pack, styles, view, unread, mapping: false}, part)
  }
  const numbered = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((paragraph) => {
      const {list, listLevel, mark} = paragraph.properties
      // A paragraph that is hidden to its end takes no number.
      const hidden = mark?.hidden && isBlank(paragraph.text)
      return {paragraph, list: hidden ? null : number(paragraph.style, list, listLevel)}
    })

  const body = numbered(walk(pack.mainPart))
  const headings = findHeadings(body)
  const part = pack.mainPart
  const pieces: Piece[] = body.map(({paragraph, list}) => {
    const heading = headings.get(paragraph)
    return {part, story: 'body', paragraph, list, heading, note: undefined}
  })
  const notes = numberNotes(
    pack,
    body.map(({paragraph}) => paragraph)
  )
  for (const part of [...pack.related('footnotes'), ...pack.related('endnotes')]) {
    const shown = numbered(walk(part)).flatMap(({paragraph, list}): Piece[] => {
      const note = paragraph.note === null ? undefined : notes.get(noteKey(paragraph.note))
      return note === undefined ? [] : [{part, story: 'notes', paragraph, list, heading: undefined, note}]
    })
    for (const piece of inOrderOf(notes, shown)) pieces.push(piece)
  }
  for (const story of ['header', 'footer'] as const) {
    const said = new Set<string>()
    for (const part of pack.related(story)) {
      for (const {paragraph, list} of numbered(walk(part))) {
        // Every section and kind of page has its own, and they mostly say the same.
        if (said.has(paragraph.text)) continue
        said.add(paragraph.text)
        pieces.push({part, story, paragraph, list, heading: undefined, note: undefined})
      }
    }
  }
  const text = assemble(pieces, unread)
  const remarks = readRemarks(
    pack,
    body.map(({paragraph}) => paragraph),
    text.blocks
  )
  return {
    format: 'docx',
    ...text,
    segments: [],
    source: null,
    declared: readDeclaration(pack),
    notices: noticesOf(unread),
    ...(remarks.length === 0 ? {} : {remarks})
  }
}

/** Notes in the order in which the text refers to them, whatever the order in their part. */
function inOrderOf(notes: ReadonlyMap<string, string>, pieces: readonly Piece[]): Piece[] {
  const ranks = new Map([...notes.keys()].map((key, rank) => [key, rank]))
  const rank = ({paragraph}: Piece): number => (paragraph.note && ranks.get(noteKey(paragraph.note))) ?? 0
  return pieces.toSorted((one, other) => rank(one) - rank(other))
}
