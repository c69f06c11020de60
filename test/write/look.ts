import {mapStory} from '../../src/read/docx/map.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {readXml, Token} from '../../src/read/docx/xml.ts'

/** A comment as a person sees it: who, what it says, and the words it stands at. */
export interface SeenComment {
  readonly id: string
  readonly author: string
  readonly initials: string
  readonly lines: readonly string[]
  /** The visible words between its two ends, paragraphs divided by line feeds. */
  readonly at: string
  /** The elements that its ends stand in. */
  readonly startsIn: string
  readonly endsIn: string
}

/** Every comment of a document. Throws where one has not exactly one start, one end and one reference, in that order. */
export const commentsIn = (bytes: Uint8Array): readonly SeenComment[] => {
  const pack = openPackage(bytes)
  const part = pack.related('comments')[0]
  if (part === undefined) return []
  const marks = markersOf(pack.text(pack.mainPart).source)
  const shown = mapStory(pack, pack.mainPart)
  const comments: SeenComment[] = []
  const xml = pack.xml(part)
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open || xml.name !== 'w:comment') continue
    const id = xml.attribute('w:id') ?? ''
    const author = xml.attribute('w:author') ?? ''
    const initials = xml.attribute('w:initials') ?? ''
    const lines: string[] = []
    for (let inner = xml.next(); !(inner === Token.close && xml.depth === 2); inner = xml.next()) {
      if (inner === Token.open && String(xml.name) === 'w:p') lines.push('')
      if (inner === Token.text) lines.push(lines.pop() + xml.text())
    }
    const [start, end, reference, ...more] = marks.get(id) ?? []
    if (!start || !end || !reference || more.length > 0) throw new Error(`Comment ${id} is not anchored once`)
    if ([start, end, reference].map(({name}) => name).join() !== order) throw new Error(`Comment ${id} is out of order`)
    const at = shown
      .map(({stretches, text}) =>
        stretches
          .filter((stretch) => stretch.sourceStart >= start.at && stretch.sourceEnd <= end.at)
          .map((stretch) => text.slice(stretch.start, stretch.end))
          .join('')
      )
      .filter((words) => words !== '')
      .join('\n')
    comments.push({id, author, initials, lines, at, startsIn: start.parent, endsIn: end.parent})
  }
  return comments
}

const order = 'w:commentRangeStart,w:commentRangeEnd,w:commentReference'

function markersOf(source: string) {
  const found = new Map<string, {name: string; at: number; parent: string}[]>()
  const open: string[] = []
  const xml = readXml(source)
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open) continue
    open[xml.depth] = xml.name
    if (!order.split(',').includes(xml.name)) continue
    const id = xml.attribute('w:id') ?? ''
    found.set(id, [...(found.get(id) ?? []), {name: xml.name, at: xml.start, parent: open[xml.depth - 1] ?? ''}])
  }
  return found
}

/** The text of every shown paragraph of a part, by its number. */
export const textsOf = (bytes: Uint8Array, part: string, view: 'final' | 'original' = 'final') =>
  Object.fromEntries(mapStory(openPackage(bytes), part, {view}).map(({paragraph, text}) => [paragraph, text]))

/** The contents of every entry. */
export const contentsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const {zip} = openPackage(bytes)
  return new Map(zip.entries.map(({name}) => [name, zip.read(name)]))
}

/** The local record of every entry: header, name, extra fields, data. */
export const recordsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map(openPackage(bytes).zip.entries.map(({name, start, end}) => [name, bytes.subarray(start, end)]))
