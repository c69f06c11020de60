import {startsWithSmall} from '../model/characters.ts'
import type {Block} from '../model/document.ts'
import {cut, type Piece} from './passage.ts'

/**
 * A number typed in front of a paragraph: `1.3`, `1.3.2.`, `12.`, `3)`, `(a)`, `b)`, `(iv)`; before a tab or two spaces
 * also `a.` and `iv.`. A year (`2019.`) is none, and neither is an initial (`A. Khan`).
 */
const label =
  /^(?:(\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|\(?[ivx]{1,5}\)|[A-Z]\))([ \t\u00a0]+)|([A-Za-z]\.|[ivx]{1,5}\.)([ \u00a0]{2,}|\t\s*))(?=\S)/

/** How all of them begin, so that most paragraphs are asked no more. */
const begun = /^[(\da-z][^\s.)]{0,5}[.)]/i

const numbered = new Set(['paragraph', 'heading', 'item', 'quote', 'note'])

/**
 * The number typed in front of a text, and where the text itself begins; `null` where there is none. `1.5` before a
 * small letter counts something, unless a tab follows.
 */
export function typedNumber(kind: Block['kind'], text: string): {readonly number: string; readonly end: number} | null {
  if (!begun.test(text) || !numbered.has(kind)) return null
  const found = label.exec(text)
  if (!found) return null
  const number = (found[1] ?? found[3]) as string
  const space = found[2] ?? found[4] ?? ''
  const end = found[0].length
  if (/^\d.*\d$/.test(number) && !space.includes('\t') && startsWithSmall(text.slice(end, end + 2))) return null
  return {number, end}
}

/** Moves a typed number out of the text. */
export function takeLabel(piece: Piece): void {
  const typed = piece.label ? null : typedNumber(piece.kind, piece.text)
  if (!typed) return
  piece.label = typed.number
  cut(piece, [{start: 0, end: typed.end}])
}

/** How deep a number lies: `4` and `4.0` 1, `4.1` 2. 0 for a letter or none. */
export const depthOf = (number: string | undefined): number =>
  number && /^\d/.test(number)
    ? number
        .replace(/\.0\.?$/, '')
        .split('.')
        .filter((part) => part !== '').length
    : 0
