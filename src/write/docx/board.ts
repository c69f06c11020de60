import type {ParagraphElement, Run, SourceSpan} from '../../read/docx/runs.ts'
import {spelt} from './spelling.ts'
import type {Edit} from './splice.ts'

/**
 * A place in a story's source at which something of ours is put, and what must be done there first. An offset alone is
 * a place between elements.
 */
export interface Cut {
  readonly offset: number
  /** A run that must end there and start again; with `text`, in the midst of that `w:t`. */
  readonly run?: Run
  readonly text?: SourceSpan
  /** A paragraph written `<w:p/>`, which has no inside yet. */
  readonly paragraph?: ParagraphElement
}

/** The order of what is put at one place: ends before starts, and a comment around a change. */
export const Rank = {
  deletionEnd: 0,
  insertion: 1,
  commentEnd: 2,
  comment: 3,
  commentStart: 4,
  deletionStart: 5
} as const
export type Rank = (typeof Rank)[keyof typeof Rank]

/** Gathers all that is put into one part, whatever order it comes in, and makes the edits of it. */
export interface Board {
  put(cut: Cut, rank: Rank, markup: string): void
  /** Says that the text between two cuts is to be marked as deleted. */
  erase(from: number, to: number): void
  edits(): readonly Edit[]
}

const preserve = ' xml:space="preserve"'

/**
 * Every tag we make to cut a run ends in a space (`</w:r >`), and so does one we add `xml:space` to. That is the same
 * XML, and no program writes it so: it is how our cuts are found and healed without leaving a trace (`withdraw.ts`).
 *
 * @param copyProperties gives the copy of a run's `w:rPr`
 */
export const makeBoard = (source: string, copyProperties: (run: Run) => string): Board => {
  const points = new Map<number, {cut: Cut; put: {rank: Rank; markup: string}[]}>()
  const erased: {from: number; to: number}[] = []

  const put = (cut: Cut, rank: Rank, markup: string): void => {
    const point = points.get(cut.offset) ?? {cut, put: []}
    point.put.push({rank, markup})
    points.set(cut.offset, point)
  }
  const isErased = (at: number, side: 'before' | 'after'): boolean =>
    erased.some(({from, to}) => (side === 'before' ? from < at && at <= to : from <= at && at < to))

  const pointEdit = ({cut, put}: {cut: Cut; put: {rank: Rank; markup: string}[]}): Edit => {
    const {offset, run, text, paragraph} = cut
    const markup = put
      .sort((one, other) => one.rank - other.rank)
      .map((each) => each.markup)
      .join('')
    if (paragraph) {
      const name = spelt(source, paragraph.sourceStart)
      return {start: offset - 2, end: offset, text: ` >${markup}</${name} >`}
    }
    if (!run) return {start: offset, end: offset, text: markup}
    const runName = spelt(source, run.sourceStart)
    const runTag = source.slice(run.sourceStart, run.startTagEnd - 1)
    const textName = (side: 'before' | 'after'): string => {
      const name = text ? spelt(source, text.sourceStart) : ''
      return isErased(offset, side) ? name.replace(/t$/, 'delText') : name
    }
    const close = text ? `</${textName('before')} >` : ''
    const open = text ? `<${textName('after')}${preserve} >` : ''
    return {
      start: offset,
      end: offset,
      text: `${close}</${runName} >${markup}${runTag} >${copyProperties(run)}${open}`
    }
  }

  const edits = (): readonly Edit[] => {
    const cuts = [...points.values()]
    const tags = new Map<number, Edit>()
    const keepSpace = (element: SourceSpan): void => {
      const {tagEnd, spacing} = readText(source, element)
      if (spacing === null) tags.set(tagEnd - 1, {start: tagEnd - 1, end: tagEnd - 1, text: `${preserve} `})
    }
    for (const {cut} of cuts) if (cut.text) keepSpace(cut.text)
    for (const {from, to} of erased) {
      for (const tag of source.slice(from, to).matchAll(/<(\/?)((?:[^\s<>/:]+:)?)t(?=[\s/>])/g)) {
        const start = from + tag.index
        const name = start + tag[0].length - 1
        tags.set(name, {start: name, end: name + 1, text: 'delText'})
        if (tag[1] === '' && !isEmptyElement(source, start))
          keepSpace({sourceStart: start, sourceEnd: source.indexOf('</', start)})
      }
    }
    return [...tags.values(), ...cuts.map(pointEdit)]
  }
  return {put, erase: (from, to) => erased.push({from, to}), edits}
}

const startTag = /<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/y

/** Where the start tag at that offset ends. */
const tagEndAt = (source: string, start: number): number => {
  startTag.lastIndex = start
  return start + (startTag.exec(source)?.[0].length ?? 0)
}

function isEmptyElement(source: string, start: number): boolean {
  return source[tagEndAt(source, start) - 2] === '/'
}

/** A `w:t` in the source. */
export interface TextElement {
  readonly tagEnd: number
  readonly closeStart: number
  /** Its own `xml:space`, `null` where it has none. */
  readonly spacing: string | null
  /** Where what a reader sees of it starts and ends. */
  readonly visibleStart: number
  readonly visibleEnd: number
  /** Both halves would say what the whole said. */
  readonly divisible: boolean
}

export const readText = (source: string, {sourceStart, sourceEnd}: SourceSpan): TextElement => {
  const tagEnd = tagEndAt(source, sourceStart)
  const closeStart = Math.max(tagEnd, source.lastIndexOf('</', sourceEnd - 1))
  const spacing = /\sxml:space\s*=\s*["']([^"']*)["']/.exec(source.slice(sourceStart, tagEnd))?.[1] ?? null
  const content = source.slice(tagEnd, closeStart)
  const keeps = spacing === 'preserve'
  const leading = keeps ? 0 : content.length - content.trimStart().length
  const trailing = keeps ? 0 : content.length - content.trimEnd().length
  return {
    tagEnd,
    closeStart,
    spacing,
    visibleStart: tagEnd + leading,
    visibleEnd: closeStart - trailing,
    divisible: !content.includes('<') && (keeps || (spacing === null && leading === 0 && trailing === 0))
  }
}
