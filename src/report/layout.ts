import stringWidth from 'string-width'

/** What nearly every line is made of: printable ASCII, Latin letters with their accents, dashes, quotation marks, `…`. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2015\u2018-\u201f\u2026]*$/

/** The width of text in display cells: a letter with its accents is one, an emoji or a wide letter two. */
export const cells = (text: string): number => (plain.test(text) ? text.length : stringWidth(text))

/** Text on lines of at most so many cells, broken between words; lines after the first are indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && cells(line) + 1 + cells(word) > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  lines.push(line)
  return lines.join(`\n${indent}`)
}

/** As many whole letters from the start as fit. */
function fitting(text: string, width: number): string {
  let used = 0
  let end = 0
  for (const {segment, index} of new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)) {
    used += cells(segment)
    if (used > width) return text.slice(0, end)
    end = index + segment.length
  }
  return text
}

/** The last words that fit, and whether anything was left out before them. */
function lastWords(text: string, width: number): readonly [words: string, cut: boolean] {
  if (cells(text) <= width) return [text, false]
  let words = ''
  // Whatever stands against the marked words without a space is kept with them.
  for (const piece of text.split(/(?<=\s)(?=\S)/).reverse()) {
    if (cells(piece + words) > width) break
    words = piece + words
  }
  return [words, true]
}

function firstWords(text: string, width: number): readonly [words: string, cut: boolean] {
  if (cells(text) <= width) return [text, false]
  let words = ''
  for (const piece of text.split(/(?<=\S)(?=\s)/)) {
    if (cells(words + piece) > width) break
    words += piece
  }
  return [words, true]
}

/** Words in their surroundings, on one line. */
export interface Excerpt {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/**
 * As much as fits on one line around the words: their sentence where it fits, else cut between words, with `…`.
 * @param safe makes text safe for the output; done before anything is measured
 */
export function excerpt(
  text: string,
  {start, end}: {readonly start: number; readonly end: number},
  within: {readonly start: number; readonly end: number},
  width: number,
  safe: (text: string) => string
): Excerpt {
  // Nobody sees more than a few hundred letters of a line, however long its paragraph.
  const reach = width * 4
  const line = (from: number, to: number): string => safe(text.slice(from, to).replace(/\s/g, ' '))
  const whole = line(start, Math.min(end, start + reach))
  const marked = cells(whole) <= width - 8 && end - start <= reach ? whole : `${fitting(whole, width - 9)}…`
  const room = width - cells(marked) - 4
  const left = line(Math.max(within.start, start - reach), start).trimStart()
  const right = line(end, Math.min(within.end, end + reach)).trimEnd()
  const leftRoom = Math.max(room - cells(right), Math.floor(room / 2))
  const [before, cutBefore] = lastWords(left, leftRoom)
  const [after, cutAfter] = firstWords(right, room - cells(before))
  return {before: cutBefore ? `… ${before}` : before, marked, after: cutAfter ? `${after} …` : after}
}
