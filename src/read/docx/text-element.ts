import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'
import {decodeText} from './xml-characters.ts'

/** Part of what a `w:t` says, and the source that says it; equally long unless it is indivisible. */
export interface TextPiece {
  readonly text: string
  readonly sourceStart: number
  readonly sourceEnd: number
}

/**
 * Reads the element of text that was just opened, to its end: what it says, white space at its ends left out unless it
 * is kept (`xml:space`), a line feed within being a space. `pieces` is filled where it is given, without gaps.
 */
export const readTextElement = (xml: XmlReader, source: string, keep: boolean, pieces: TextPiece[] | null): string => {
  const own = xml.depth
  let text = ''
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token === Token.open) xml.skip()
    if (token !== Token.text) continue
    text += xml.text()
    if (pieces !== null) addPieces(pieces, xml, source)
  }
  if (text.includes('\n')) text = text.replaceAll('\n', ' ')
  if (keep) return text
  const before = text.length - text.replace(/^[ \t\r]+/, '').length
  let after = text.length
  while (after > before && /[ \t\r]/.test(text[after - 1] as string)) after--
  if (pieces !== null && after - before !== text.length) trimPieces(pieces, before, after)
  return text.slice(before, after)
}

const cdataStart = '<![CDATA['

function addPieces(pieces: TextPiece[], xml: XmlReader, source: string): void {
  const {start, end} = xml
  const add = (from: number, to: number, text: string): void => {
    if (text !== '') pieces.push({text: text.replaceAll('\n', ' '), sourceStart: from, sourceEnd: to})
  }
  if (xml.plain) {
    add(start, end, source.slice(start, end))
    return
  }
  const section = source.startsWith(cdataStart, start - cdataStart.length)
  const raw = source.slice(start, end)
  let at = 0
  for (const special of raw.matchAll(section ? /\r\n?/g : /&[^;&]*;|\r\n?/g)) {
    add(start + at, start + special.index, raw.slice(at, special.index))
    at = special.index + special[0].length
    add(start + special.index, start + at, section ? '\n' : decodeText(special[0]))
  }
  add(start + at, end, raw.slice(at))
}

/** Keeps of the pieces what lies between two offsets of the text that they make together. */
function trimPieces(pieces: TextPiece[], from: number, to: number): void {
  const kept: TextPiece[] = []
  let at = 0
  for (const {text, sourceStart, sourceEnd} of pieces) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, text.length)
    const whole = sourceEnd - sourceStart === text.length
    if (start < end)
      kept.push({
        text: text.slice(start, end),
        sourceStart: whole ? sourceStart + start : sourceStart,
        sourceEnd: whole ? sourceStart + end : sourceEnd
      })
    at += text.length
  }
  pieces.length = 0
  for (const piece of kept) pieces.push(piece)
}
