import type {Piece} from './passage.ts'

/** Prose is wrapped wider than this; where the next word would have fitted, the writer broke the line on purpose. */
const narrow = 45

/** Offsets in the text of the spaces that stand for line ends. */
function lineEnds(piece: Piece, source: string): number[] {
  const found: number[] = []
  for (const {start, end, sourceStart, sourceEnd} of piece.segments) {
    let feed = source.indexOf('\n', sourceStart)
    if (feed < 0 || feed >= sourceEnd) continue
    if (end - start !== sourceEnd - sourceStart) {
      if (piece.text[start] === ' ') found.push(start)
      continue
    }
    for (; feed >= 0 && feed < sourceEnd; feed = source.indexOf('\n', feed + 1)) {
      const at = start + feed - sourceStart
      if (piece.text[at] === ' ') found.push(at)
    }
  }
  return found
}

/** Strong words with a colon or a full stop, as in `**Present:** Olu` and `**Worries.** Nia has …`, begin at the offset. */
const beginsField = (piece: Piece, at: number): boolean =>
  piece.marks.some(
    ({kind, start, end}) =>
      kind === 'strong' && start === at && (/[:.]/.test(piece.text[end - 1] as string) || piece.text[end] === ':')
  )

/** *School: St Mary’s*, *Date of birth: 4 May* */
const field = /^["“‘*_]*\p{Lu}[\p{L}'’/&()-]*(?: [\p{L}'’/&()-]+){0,4} ?:\s/u
const longestLabel = 60

/** A label with a colon begins a line of its own in a paragraph of such lines, or after a line that ends its sentence. */
const beginsLabelled = ({text}: Piece, at: number, isOfFields: boolean): boolean =>
  (isOfFields || /[.!?]/.test(text[at - 2] ?? '')) && field.test(text.slice(at, at + longestLabel))

/**
 * Markdown joins lines that stand under each other, and so do we where they were only wrapped. Lines that would have
 * had room for more (an address, a name over an office) and fields each on a line of its own, as `Address: …` over
 * `School: …`, stay apart.
 */
export function keepMeantBreaks(piece: Piece, source: string): void {
  let line = 0
  const isOfFields = field.test(piece.text.slice(0, longestLabel))
  for (const at of lineEnds(piece, source)) {
    const next = /^\S*/.exec(piece.text.slice(at + 1, at + 1 + narrow))?.[0] ?? ''
    const roomy = at - line + 1 + next.length < narrow && /^["'\u201c\u2018(]?[\p{Lu}\d]/u.test(next)
    if (roomy || beginsField(piece, at + 1) || beginsLabelled(piece, at + 1, isOfFields))
      piece.text = `${piece.text.slice(0, at)}\n${piece.text.slice(at + 1)}`
    line = at + 1
  }
}
