import {readXml, Token} from '../../read/docx/xml.ts'
import {spelt} from './spelling.ts'
import {splice} from './splice.ts'

/** A part with more at the end of its root. A root without an end tag is given one, marked as ours by a space. */
export const withAtEnd = (source: string, content: string): string => {
  const {start, tagEnd, closeStart} = rootOf(source)
  if (closeStart !== null) return splice(source, [{start: closeStart, end: closeStart, text: content}])
  return splice(source, [{start: tagEnd - 2, end: tagEnd, text: `>${content}</${spelt(source, start)} >`}])
}

/** Takes back the end tag that `withAtEnd` gave, once nothing is left before it. */
export const withoutOurEnd = (source: string): string => {
  const {tagEnd, closeStart, end} = rootOf(source)
  if (closeStart !== tagEnd || source[end - 2] !== ' ') return source
  return splice(source, [{start: tagEnd - 1, end, text: '/>'}])
}

/** Where the root's tags lie; `closeStart` is `null` for a root without an end tag. */
function rootOf(source: string) {
  const xml = readXml(source)
  xml.next()
  const {start, end: tagEnd, empty} = xml
  xml.skip()
  return {start, tagEnd, closeStart: empty ? null : xml.start, end: xml.end}
}

/** An element's attributes, by our names of them (`xml-names.ts`). */
export type Attributes = readonly {readonly name: string; readonly value: string}[]

/** Where the root's children that are chosen lie. */
export const childrenOf = (
  source: string,
  chosen: (attributes: Attributes, name: string) => boolean
): readonly {readonly start: number; readonly end: number}[] => {
  const xml = readXml(source)
  const found: {start: number; end: number}[] = []
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open || xml.depth !== 2) continue
    const {start} = xml
    const wanted = chosen(xml.attributes(), xml.name)
    xml.skip()
    if (wanted) found.push({start, end: xml.end})
  }
  return found
}

/** A part without those stretches. */
export const without = (source: string, spans: readonly {readonly start: number; readonly end: number}[]): string =>
  splice(
    source,
    spans.map(({start, end}) => ({start, end, text: ''}))
  )
