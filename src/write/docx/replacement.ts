import type {ParagraphMap, Run, Stretch} from '../../read/docx/runs.ts'
import {type Anchors, blockControl, inPair, isDivisible, isWrapper, stretchAt} from './anchors.ts'
import type {Cut} from './board.ts'

/** Words that a tracked change takes out, run by run. */
export interface Replacement {
  readonly pieces: readonly {readonly from: Cut; readonly to: Cut}[]
  /** Whose looks the new words take. */
  readonly run: Run
}

/**
 * Plans a tracked change of exactly those words of a paragraph of the body.
 * `null` where it would not be safe, and a comment must do: inside a link, a field, a content control (LibreOffice
 * loses the words of one that holds changes), another's tracked change or a text box; and where something other than words lies
 * among them (a note's reference, a picture, hidden text, another's comment).
 */
export const planReplacement = (
  source: string,
  map: ParagraphMap,
  words: {readonly start: number; readonly end: number; readonly text: string},
  anchors: Anchors
): Replacement | null => {
  const {start, end} = words
  if (start >= end || map.text.slice(start, end) !== words.text) return null
  if (inPair(map.text, start) || inPair(map.text, end)) return null
  if (map.box || blockControl(map.inside)) return null
  const stretches = map.stretches.slice(stretchAt(map.stretches, start), stretchAt(map.stretches, end - 1) + 1)
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first?.run || !last) return null
  if (!stretches.every((stretch) => isEditable(source, stretch) && sameParent(stretch, first))) return null
  const from = sourceAt(first, start)
  const to = sourceAt(last, end)
  if (from === null || to === null) return null
  if (!map.elements.some((element) => element.contentStart <= from && to <= element.contentEnd)) return null
  if (map.obstacles.some(({sourceStart, sourceEnd}) => sourceStart < to && from < sourceEnd)) return null
  const runs = [...new Set(stretches.map(({run}) => run as Run))]
  const pieces: {from: Cut; to: Cut}[] = []
  for (const run of runs) {
    const starts = run === runs[0] ? anchors.cut(first, from) : {offset: run.sourceStart}
    const ends = run === runs.at(-1) ? anchors.cut(last, to) : {offset: run.sourceEnd}
    if (!starts || !ends) return null
    pieces.push({from: starts, to: ends})
  }
  const taken = pieces.map((piece, index) => {
    const {properties, startTagEnd} = runs[index] as Run
    return source.slice(Math.max(piece.from.offset, properties?.sourceEnd ?? startTagEnd), piece.to.offset)
  })
  if (taken.some((markup) => !holdsOnlyWords(markup))) return null
  if (lengthOfText(taken) !== lengthSeen(stretches, start, end)) return null
  return {pieces, run: first.run}
}

/** Where in the source a replacement's words start and end. */
export const startOf = ({pieces}: Replacement): number => pieces[0]?.from.offset ?? 0

export const endOf = ({pieces}: Replacement): number => pieces.at(-1)?.to.offset ?? 0

/** Where an offset of a stretch lies in the source; `null` in the midst of what cannot be divided. */
function sourceAt(stretch: Stretch, offset: number): number | null {
  if (offset === stretch.start) return stretch.sourceStart
  if (offset === stretch.end) return stretch.sourceEnd
  return isDivisible(stretch) ? stretch.sourceStart + (offset - stretch.start) : null
}

function isEditable(source: string, {run, kind, inside}: Stretch): boolean {
  return run !== null && kind !== 'object' && inside.every((each) => each.kind === 'wrapper' && isWrapper(source, each))
}

function sameParent(one: Stretch, other: Stretch): boolean {
  return one.inside[0]?.sourceStart === other.inside[0]?.sourceStart
}

const element = /<\/?(?:[^\s<>/:]+:)?([^\s<>/:]+)[^<>]*>/g
const movable: ReadonlySet<string> = new Set([
  't',
  'tab',
  'br',
  'cr',
  'noBreakHyphen',
  'softHyphen',
  'lastRenderedPageBreak'
])

/** What a deleted run may hold without anything being lost or shown twice. */
function holdsOnlyWords(markup: string): boolean {
  return [...markup.matchAll(element)].every(([, name]) => name === 'r' || movable.has(name as string))
}

/** Units of source that are text. More of it than is seen means hidden words, or white space that would come to light. */
function lengthOfText(pieces: readonly string[]): number {
  return pieces.reduce((sum, markup) => sum + markup.replace(/<[^>]*>/g, '').length, 0)
}

function lengthSeen(stretches: readonly Stretch[], start: number, end: number): number {
  return stretches
    .filter(({kind}) => kind === 'text')
    .reduce((sum, stretch) => {
      const from = sourceAt(stretch, Math.max(start, stretch.start)) ?? 0
      const to = sourceAt(stretch, Math.min(end, stretch.end)) ?? 0
      return sum + to - from
    }, 0)
}
