import {decodeString} from 'micromark-util-decode-string'
import {add, copy, type Passage} from '../passage.ts'

/**
 * What text can hold that does not stand for itself: a line end, with the white space around it and the `>` of block
 * quotations (text never begins with an unescaped one); an escape; a character reference.
 */
const special = /\r?\n[ \t>]*|\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});/gi

function afterOpening(source: string, from: number): number {
  let at = from
  while (' \t>'.includes(source[at] ?? '\n')) at++
  return at
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 9

/** Adds the text that Markdown makes of the source from `start` to `end`, where there is nothing but text. */
export function align(to: Passage, source: string, start: number, end: number): void {
  const written = source.slice(start, end)
  let at = 0
  for (const found of written.matchAll(special)) {
    const [whole] = found
    const isLineEnd = whole[0] !== '\\' && whole[0] !== '&'
    const meant = isLineEnd ? ' ' : decodeString(whole)
    // An unknown name is no reference.
    if (meant === whole) continue
    let stop = start + found.index
    // The white space before a line end belongs to it, and so does what opens the next line: remark leaves either out
    // of the text where other markup stands beside it.
    const first = at === 0 ? 0 : start + at
    while (isLineEnd && stop > first && isSpace(source.charCodeAt(stop - 1))) stop--
    copy(to, source, start + at, stop)
    at = found.index + whole.length
    const until = isLineEnd && start + at === end ? afterOpening(source, end) : start + at
    add(to, meant, stop, until)
  }
  copy(to, source, start + at, end)
}
