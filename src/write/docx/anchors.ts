import {firstWhere} from '../../model/search.ts'
import type {Enclosure, ParagraphMap, Run, SourceSpan, Stretch} from '../../read/docx/runs.ts'
import {type Cut, readText} from './board.ts'
import type {Places} from './places.ts'
import {spelt} from './spelling.ts'

/** Where a comment starts and ends in the main part. */
export interface Anchor {
  readonly start: Cut
  readonly end: Cut
  /** It stands at the words themselves and at no others. */
  readonly atWords: boolean
}

/** Finds where comments can stand in the main part. */
export interface Anchors {
  /** The paragraph of that number; `undefined` for one that is not shown. */
  paragraph(number: number): ParagraphMap | undefined
  /** At a range of a paragraph's visible text, or as near as is safe. */
  at(map: ParagraphMap, start: number, end: number): Anchor
  /** At a note's reference; `undefined` where the body does not refer to it. */
  atNote(kind: 'footnote' | 'endnote', id: string): Anchor | undefined
  /** The first paragraph of the body; `undefined` for a document without any. */
  readonly first: Anchor | undefined
  /** A place in a run, cut where it must be; `null` where it cannot be. */
  cut(stretch: Stretch, offset: number): Cut | null
}

/**
 * Units of source beyond which a comment on a content control does not span it: some templates keep the whole report in
 * one, and every comment would colour every page.
 */
const longControl = 10_000

export const makeAnchors = (source: string, maps: readonly ParagraphMap[], places: Places): Anchors => {
  const byNumber = new Map(maps.map((map) => [map.paragraph, map]))
  const body = maps
    .filter((map) => map.box === undefined && map.elements.length > 0)
    .sort((one, other) => startOf(one) - startOf(other))
  const free = body.filter(({inside}) => blockControl(inside) === undefined)
  const firstMap = free.find(({text}) => text.trim() !== '') ?? free[0] ?? body[0]
  const notes = new Map<string, {map: ParagraphMap; at: SourceSpan}>()
  for (const map of body) {
    for (const {note, run, sourceStart, sourceEnd} of map.obstacles) {
      if (note && !notes.has(`${note.kind} ${note.id}`)) {
        notes.set(`${note.kind} ${note.id}`, {map, at: run ?? {sourceStart, sourceEnd}})
      }
    }
  }

  const cut = (stretch: Stretch, offset: number): Cut | null => {
    const {run, element, kind} = stretch
    if (!run || !places.has(run.sourceStart) || !places.has(run.sourceEnd)) return null
    if (!places.betweenChildren(element.sourceStart)) return null
    if (kind === 'text') {
      const text = readText(source, element)
      if (text.visibleStart < offset && offset < text.visibleEnd) {
        return text.divisible ? {offset, run, text: element} : null
      }
      return betweenChildren(run, offset <= text.visibleStart ? element.sourceStart : element.sourceEnd)
    }
    return betweenChildren(run, offset)
  }

  const betweenChildren = (run: Run, offset: number): Cut => {
    const contentStart = run.properties?.sourceEnd ?? run.startTagEnd
    const contentEnd = source.lastIndexOf('</', run.sourceEnd - 1)
    if (source.slice(contentStart, offset).trim() === '') return {offset: run.sourceStart}
    if (source.slice(offset, contentEnd).trim() === '') return {offset: run.sourceEnd}
    return {offset, run}
  }

  const wholeParagraph = (map: ParagraphMap, atWords: boolean): Anchor => {
    const first = map.elements[0]
    const last = map.elements.at(-1)
    if (!first || !last) throw new RangeError('A paragraph without an element')
    return {start: edgeOf(first, first.contentStart), end: edgeOf(last, last.contentEnd), atWords}
  }

  /** An element, or the place nearest around it where markers may stand. */
  const around = ({sourceStart, sourceEnd}: SourceSpan, map: ParagraphMap, atWords: boolean): Anchor => {
    const start = places.before(sourceStart)
    const end = places.after(sourceEnd)
    const inParagraph =
      (map.elements[0]?.contentStart ?? Infinity) <= start && end <= (map.elements.at(-1)?.contentEnd ?? -1)
    return inParagraph ? {start: {offset: start}, end: {offset: end}, atWords} : wholeParagraph(map, atWords)
  }

  /**
   * Comments inside a content control that holds whole paragraphs cost LibreOffice the words they stand at, so they
   * stand around it, or else in the nearest paragraph outside.
   */
  const outside = (control: SourceSpan): Anchor | null => {
    const next = free.find((map) => startOf(map) >= control.sourceEnd)
    if (next) {
      const {start} = wholeParagraph(next, false)
      const isShort = control.sourceEnd - control.sourceStart < longControl
      const adjoins = isShort && source.slice(control.sourceEnd, startOf(next)).trim() === ''
      return {start: adjoins ? {offset: control.sourceStart} : start, end: start, atWords: false}
    }
    const previous = free.findLast((map) => (map.elements.at(-1)?.sourceEnd ?? Infinity) <= control.sourceStart)
    if (!previous) return null
    const {end} = wholeParagraph(previous, false)
    return {start: end, end, atWords: false}
  }

  const opening = firstMap && wholeParagraph(firstMap, false)

  const at = (map: ParagraphMap, from: number, to: number): Anchor => {
    const start = inPair(map.text, from) ? from - 1 : from
    const end = inPair(map.text, to) ? to + 1 : to
    if (map.box) {
      const holder = byNumber.get(map.box.paragraph)
      if (!holder) return opening ?? wholeParagraph(map, false)
      return outsideOr(holder, map.box.run ? around(map.box.run, holder, false) : wholeParagraph(holder, false))
    }
    const first = map.stretches[stretchAt(map.stretches, start)]
    const last = map.stretches[stretchAt(map.stretches, end - 1)]
    if (!first || !last || start >= end) return outsideOr(map, wholeParagraph(map, map.text === ''))
    const [starts, ends] = [startAt(map, first, start), endAt(map, last, end)]
    return outsideOr(map, {start: starts, end: ends, atWords: holdsOnly(map, starts, ends, start, end)})
  }

  const outsideOr = (map: ParagraphMap, anchor: Anchor): Anchor => {
    const control = blockControl(map.inside)
    return (control && outside(control)) ?? anchor
  }

  const startAt = (map: ParagraphMap, stretch: Stretch, start: number): Cut => {
    const held = heldBy(map, stretch, places)
    if (held) return {offset: held.sourceStart}
    const offset = isDivisible(stretch) ? stretch.sourceStart + (start - stretch.start) : stretch.sourceStart
    return cut(stretch, offset) ?? around(stretch.run ?? stretch.element, map, true).start
  }

  const endAt = (map: ParagraphMap, stretch: Stretch, end: number): Cut => {
    const held = heldBy(map, stretch, places)
    if (held) return {offset: held.sourceEnd}
    const offset = isDivisible(stretch) ? stretch.sourceStart + (end - stretch.start) : stretch.sourceEnd
    return cut(stretch, offset) ?? around(stretch.run ?? stretch.element, map, true).end
  }

  const atNote = (kind: 'footnote' | 'endnote', id: string): Anchor | undefined => {
    const found = notes.get(`${kind} ${id}`)
    return found && outsideOr(found.map, around(found.at, found.map, false))
  }

  return {paragraph: (number) => byNumber.get(number), at, atNote, first: opening, cut}
}

/** Units of the stretch and of its source correspond one to one. */
export const isDivisible = ({start, end, sourceStart, sourceEnd, kind}: Stretch): boolean =>
  kind === 'text' && end - start === sourceEnd - sourceStart

/** The outermost content control around whole paragraphs. */
export const blockControl = (inside: readonly Enclosure[]): SourceSpan | undefined =>
  inside.findLast((each) => each.kind === 'control' && each.level === 'block')

/**
 * The widest field or content control in the paragraph that holds the words. Word replaces what a field or a list shows,
 * and a comment among it would go with it; LibreOffice loses the words of a control with a comment inside.
 */
function heldBy(map: ParagraphMap, stretch: Stretch, places: Places): SourceSpan | undefined {
  return stretch.inside
    .filter(({kind}) => kind === 'field' || kind === 'control')
    .filter(({sourceStart, sourceEnd}) => places.has(sourceStart) && places.has(sourceEnd))
    .filter(({sourceStart, sourceEnd}) =>
      map.elements.some((element) => element.contentStart <= sourceStart && sourceEnd <= element.contentEnd)
    )
    .sort((one, other) => one.sourceStart - other.sourceStart)[0]
}

/** Whether nothing visible but those words stands between the two cuts: stretches lie in the order of the source. */
function holdsOnly({stretches}: ParagraphMap, from: Cut, to: Cut, start: number, end: number): boolean {
  const [first, last] = [stretchAt(stretches, start), stretchAt(stretches, end - 1)]
  const before = stretches[(stretches[first]?.start ?? start) < start ? first : first - 1]
  const after = stretches[(stretches[last]?.end ?? end) > end ? last : last + 1]
  return (
    (before === undefined || before.sourceStart < from.offset) && (after === undefined || after.sourceEnd > to.offset)
  )
}

/** The index of the stretch that the character at an offset lies in. A long paragraph has thousands. */
export const stretchAt = (stretches: readonly Stretch[], offset: number): number => {
  return firstWhere(stretches.length, (middle) => (stretches[middle] as Stretch).end > offset)
}

/** Whether an offset lies between the two halves of one character. */
export const inPair = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))

function edgeOf(element: ParagraphMap['elements'][number], offset: number): Cut {
  return element.empty ? {offset, paragraph: element} : {offset}
}

function startOf(map: ParagraphMap): number {
  return map.elements[0]?.sourceStart ?? 0
}

/** Whether an element is one that only wraps words and that Word keeps when its words change. */
export const isWrapper = (source: string, {sourceStart}: SourceSpan): boolean =>
  /(?:^|:)(?:smartTag|customXml|dir|bdo)$/.test(spelt(source, sourceStart))
