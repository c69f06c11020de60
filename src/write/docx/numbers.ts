import type {Package} from '../../read/docx/package.ts'
import {Token} from '../../read/docx/xml.ts'

/** Gives numbers for comments and changes that nothing else in the document has. */
export type NextNumber = () => number

/** They are of the type `ST_DecimalNumber`, which programs keep in 32 bits. */
const most = 2 ** 31 - 1

/**
 * Starts above every number that any story's comment, change or bookmark has, as they share one row of numbers; where
 * that row is full, takes the lowest that are free.
 */
export const freshNumbers = (pack: Package): NextNumber => {
  const used = new Set<number>()
  const kinds = ['comments', 'footnotes', 'endnotes', 'header', 'footer']
  for (const part of [pack.mainPart, ...kinds.flatMap((kind) => pack.related(kind))]) {
    const xml = pack.xml(part)
    for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
      const number = token === Token.open ? Number.parseInt(xml.attribute('w:id') ?? '', 10) : Number.NaN
      if (number >= 0) used.add(number)
    }
  }
  let next = 0
  for (const number of used) if (number >= next && number < most) next = number + 1
  return () => {
    if (next >= most) next = 0
    while (used.has(next)) next++
    return next++
  }
}
