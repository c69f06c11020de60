import {formatNumber} from './number-formats.ts'
import type {Package} from './package.ts'
import type {NoteId, Paragraph} from './paragraph.ts'
import {Token} from './xml.ts'

interface Counting {
  format: string
  start: number
}

/**
 * The numbers of the notes that a story refers to, as a reader sees them: by kind and id, in the order of the references.
 * A note that nothing refers to is not shown. Throws `Fault` as reading XML does.
 */
export const numberNotes = (pack: Package, story: readonly Paragraph[]): ReadonlyMap<string, string> => {
  const countings = readCountings(pack)
  const numbers = new Map<string, string>()
  for (const {references} of story) {
    for (const note of references) {
      const counting = countings[note.kind]
      if (!numbers.has(noteKey(note))) numbers.set(noteKey(note), formatNumber(counting.start++, counting.format))
    }
  }
  return numbers
}

export const noteKey = ({kind, id}: NoteId): string => `${kind} ${id}`

/** How the settings number notes; Word's own way where they do not say. */
function readCountings(pack: Package): Readonly<Record<NoteId['kind'], Counting>> {
  const found = {footnote: {format: 'decimal', start: 1}, endnote: {format: 'lowerRoman', start: 1}}
  const part = pack.related('settings')[0]
  if (part === undefined) return found
  const xml = pack.xml(part)
  let counting: Counting | null = null
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (xml.name === 'w:footnotePr') counting = token === Token.open ? found.footnote : null
    else if (xml.name === 'w:endnotePr') counting = token === Token.open ? found.endnote : null
    else if (token === Token.open && counting !== null) {
      const value = xml.attribute('w:val') ?? ''
      if (xml.name === 'w:numFmt') counting.format = value
      if (xml.name === 'w:numStart' && /^\d{1,4}$/.test(value)) counting.start = Number(value)
    }
  }
  return found
}
