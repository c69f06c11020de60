import {decodeString} from 'micromark-util-decode-string'
import {add, copy, type Passage} from '../passage.ts'

/**
 * What text can hold that does not stand for itself: a line end, with the white space around it and the `>` of block
 * quotations (text never begins with an unescaped one); an escape; a character reference.
 */
const special = /\r?\n[ \t>]*|\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});/gi

/** Adds the text that Markdown makes of the source from `start` to `end`, where there is nothing but text. */
export function align(to: Passage, source: string, start: number, end: number): void {
  const written = source.slice(start, end)
  let at = 0
  for (const found of written.matchAll(special)) {
    const [whole] = found
    const first = whole.charCodeAt(0)
    const isLineEnd = first !== 92 && first !== 38
    const meant = isLineEnd ? ' ' : decodeString(whole)
    // An unknown name is no reference.
    if (meant === whole) continue
    let stop = found.index
    while (isLineEnd && stop > at && /[ \t]/.test(written[stop - 1] as string)) stop--
    copy(to, source, start + at, start + stop)
    at = found.index + whole.length
    add(to, meant, start + stop, start + at)
  }
  copy(to, source, start + at, end)
}
