import type {XmlReader} from './xml.ts'

/** What the contents of an element were read as, and where that holds. */
interface Known<Value> {
  readonly value: Value
  readonly depth: number
  readonly scope: object
}

/** Longer contents are too seldom the same. */
const longest = 1024

/** So many different contents are remembered: a paper has a few dozen, and a hostile file does not get the memory. */
const most = 1000

/**
 * Reads an element that Word writes with the same contents thousands of times in a paper (the properties of runs and
 * paragraphs are half of its XML): what was read and found well-formed once is not read again where it stands at the
 * same depth and names mean the same. The value is shared and must not be changed.
 * @param source what `xml` reads
 * @param element as files mostly spell it (`w:rPr`); one that is spelt otherwise is read each time
 * @param read reads the element that was just opened, to its end
 */
export const repeated = <Value>(
  xml: XmlReader,
  source: string,
  element: string,
  read: (xml: XmlReader) => Value
): (() => Value) => {
  const known = new Map<string, Known<Value>>()
  const opens = `<${element}>`
  const closes = `</${element}>`
  return () => {
    const {start, end, depth} = xml
    if (!source.startsWith(opens, start)) return read(xml)
    const length = source.slice(end, end + longest).indexOf(closes)
    if (length < 0) return read(xml)
    const contents = source.slice(end, end + length)
    const found = known.get(contents)
    const scope = xml.scope()
    if (found?.depth === depth && found.scope === scope) {
      xml.leap(end + length)
      return found.value
    }
    const value = read(xml)
    // Where another element of this name stands inside, the first end tag is not this one's.
    if (xml.start === end + length && known.size < most) known.set(contents, {value, depth, scope})
    return value
  }
}
