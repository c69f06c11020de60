import {firstWhere} from '../../model/search.ts'
import {Token, type XmlReader} from '../../read/docx/xml.ts'

/** Where in a story's source the markers of a comment, or a run, may be put. Offsets are UTF-16 units. */
export interface Places {
  /** Whether something may be put there: between the children of a paragraph or of what is transparent in one. */
  has(offset: number): boolean
  /** The nearest such place at or before an offset, `-1` for none. */
  before(offset: number): number
  /** The nearest such place at or after an offset, `-1` for none. */
  after(offset: number): number
  /** Whether a run that lies at such a place may be cut in two there: between two of its children. */
  betweenChildren(offset: number): boolean
}

const Inside = {blocks: 0, words: 1, control: 2, run: 3, other: 4} as const
type Inside = (typeof Inside)[keyof typeof Inside]

const transparent: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo'
])

const contentsOf = (parent: Inside, name: string): Inside => {
  switch (parent) {
    case Inside.blocks:
      return name === 'w:p' ? Inside.words : name === 'mc:AlternateContent' ? Inside.other : Inside.blocks
    case Inside.words:
      return transparent.has(name)
        ? Inside.words
        : name === 'w:sdt'
          ? Inside.control
          : name === 'w:r'
            ? Inside.run
            : Inside.other
    case Inside.control:
      return name === 'w:sdtContent' ? Inside.words : Inside.other
    default:
      return Inside.other
  }
}

/** Properties come first in their parent: nothing may be put before them. */
const isProperties = (name: string): boolean => name.endsWith('Pr')

/**
 * Finds them in the main part. Text boxes hold paragraphs too, but Word ignores comments there: only the run that holds
 * the box counts.
 */
export const findPlaces = (xml: XmlReader): Places => {
  const places: number[] = []
  const childEdges = new Set<number>()
  const open: Inside[] = [Inside.blocks]
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.text) continue
    const parent = open[xml.depth - 1] as Inside
    if (token === Token.open) {
      open[xml.depth] = contentsOf(parent, xml.name)
      if (isProperties(xml.name)) continue
      if (parent === Inside.words) places.push(xml.start)
      else if (parent === Inside.run) childEdges.add(xml.start)
    } else {
      if (xml.name === 'w:p' && parent === Inside.blocks) places.push(xml.start)
      if (parent === Inside.words) places.push(xml.end)
      else if (parent === Inside.run && !isProperties(xml.name)) childEdges.add(xml.end)
    }
  }
  /** The index of the first place at or after an offset. */
  const indexOf = (offset: number): number => {
    return firstWhere(places.length, (middle) => (places[middle] as number) >= offset)
  }
  return {
    has: (offset) => places[indexOf(offset)] === offset,
    before: (offset) => places[places[indexOf(offset)] === offset ? indexOf(offset) : indexOf(offset) - 1] ?? -1,
    after: (offset) => places[indexOf(offset)] ?? -1,
    betweenChildren: (offset) => childEdges.has(offset)
  }
}
