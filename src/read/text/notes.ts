import {onAsking} from '../../model/once.ts'
import type {Span} from '../../model/span.ts'
import {cut, type Piece} from '../passage.ts'

/** LibreOffice sets a note's number directly after the word or full stop (`frightened.1`); pandoc sets `[1]`. */
const calls = onAsking(
  () =>
    /(?<=\p{L}{3}[.,;:!?]["'\u201d\u2019)]?)(\d{1,3})(?=\s|$)|(?<=\p{Ll}{3})(\d{1,3})(?=[\s.,;:]|$)|(?<=\S)\[(\d{1,3})\]/gu
)
const noteText = /^(?:\[(\d{1,3})\]|(\d{1,3}))[ \t]+(?=\S)/

interface Call extends Span {
  readonly piece: number
}

/**
 * Takes the numbers that call notes out of the text, and makes notes of the paragraphs they call. Numbers are calls
 * only where they count up from 1.
 */
export function takeNotes(pieces: readonly Piece[]): void {
  const found: Call[] = []
  for (const [i, {text}] of pieces.entries()) {
    for (const call of text.matchAll(calls())) {
      if (Number(call[1] ?? call[2] ?? call[3]) !== found.length + 1) continue
      found.push({piece: i, start: call.index, end: call.index + call[0].length})
    }
  }
  for (const [i, piece] of pieces.entries()) {
    const here = found.filter((call) => call.piece === i)
    if (here.length > 0) cut(piece, here)
    if (piece.text.includes('^(')) cut(piece, scripts(piece.text))
  }
  const last = found.at(-1)
  if (!last) return
  let next = 1
  for (const piece of pieces.slice(last.piece + 1)) {
    const number = noteText.exec(piece.text)
    if (!number || piece.kind !== 'paragraph' || Number(number[1] ?? number[2]) !== next) continue
    next++
    piece.kind = 'note'
    piece.note = (number[1] ?? number[2]) as string
    cut(piece, [{start: 0, end: number[0].length}])
  }
}

/** Pandoc writes `3^(rd)`. */
const scripts = (text: string): Span[] =>
  [...text.matchAll(/\^\([\p{L}\d]{1,4}\)/gu)].flatMap(({index, 0: script}) => [
    {start: index, end: index + 2},
    {start: index + script.length - 1, end: index + script.length}
  ])
