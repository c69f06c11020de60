import {type Finding, type PackageLocation, severities} from '../../model/finding.ts'
import {mapStory} from '../../read/docx/map.ts'
import type {Package} from '../../read/docx/package.ts'
import type {ParagraphMap} from '../../read/docx/runs.ts'
import type {Anchor, Anchors} from './anchors.ts'
import {beyondLines, type CommentLine, groupedLines, linesOf} from './comment-text.ts'
import {endOf, planReplacement, type Replacement, startOf} from './replacement.ts'

/** A comment to be written. */
export interface Planned {
  readonly anchor: Anchor
  readonly lines: readonly CommentLine[]
  /** Lower is graver. */
  readonly rank: number
  readonly fixable: boolean
  readonly replacement: {readonly plan: Replacement; readonly text: string} | null
}

export interface Plan {
  /** In the order of the document. */
  readonly planned: readonly Planned[]
  /** How many findings share a comment at the start of the body. */
  readonly grouped: number
  /** How many findings have no place, because the body has no paragraph. */
  readonly unplaced: number
}

/** Decides where every finding's comment goes, and (where `track` says so) which replacements are safe to track. */
export const planReview = (
  pack: Package,
  source: string,
  findings: readonly Finding[],
  anchors: Anchors,
  track: boolean
): Plan => {
  const planned: Planned[] = []
  const groups = new Map<string, Finding[]>()
  const notes = noteMaps(pack)
  const margins = new Set([...pack.related('header'), ...pack.related('footer')])
  let taken = -1
  const inOrder = [...findings].sort((one, other) => positionOf(one) - positionOf(other) || rankOf(one) - rankOf(other))
  for (const finding of inOrder) {
    const location = packageLocation(finding)
    const anchor = location && anchorOf(pack, location, finding, anchors, notes)
    if (!anchor) {
      const title =
        location === null
          ? 'About the whole document'
          : margins.has(location.part)
            ? 'In headers and footers'
            : 'Elsewhere in this file'
      groups.set(title, [...(groups.get(title) ?? []), finding])
      continue
    }
    const replacement =
      track && location.part === pack.mainPart ? replacementOf(source, finding, location, anchors) : null
    const free = replacement && startOf(replacement.plan) >= taken ? replacement : null
    if (free) taken = endOf(free.plan)
    planned.push({
      anchor,
      lines: linesOf({finding, atWords: anchor.atWords, tracked: free !== null}),
      rank: rankOf(finding),
      fixable: finding.fix !== null,
      replacement: free
    })
  }
  const first = anchors.first
  const grouped = [...groups.values()].flat()
  if (first) {
    planned.unshift(
      ...[...groups].map(([title, members]) => ({
        anchor: first,
        lines: groupedLines(title, members),
        rank: -1,
        fixable: false,
        replacement: null
      }))
    )
  }
  return {planned, grouped: first ? grouped.length : 0, unplaced: first ? 0 : grouped.length}
}

function packageLocation({location}: Finding): PackageLocation | null {
  return location && 'part' in location ? location : null
}

function positionOf(finding: Finding): number {
  return finding.span?.start ?? -1
}

function rankOf({severity}: Finding): number {
  return severities.indexOf(severity)
}

/** The maps of the parts that hold notes, each made when first asked for. */
function noteMaps(pack: Package): (part: string) => ReadonlyMap<number, ParagraphMap> | undefined {
  const parts = new Set([...pack.related('footnotes'), ...pack.related('endnotes')])
  const known = new Map<string, ReadonlyMap<number, ParagraphMap>>()
  return (part) => {
    if (!parts.has(part)) return undefined
    const maps = known.get(part) ?? new Map(mapStory(pack, part).map((map) => [map.paragraph, map]))
    known.set(part, maps)
    return maps
  }
}

function anchorOf(
  pack: Package,
  {part, paragraph, start, end}: PackageLocation,
  finding: Finding,
  anchors: Anchors,
  notes: ReturnType<typeof noteMaps>
): Anchor | undefined {
  if (part !== pack.mainPart) {
    const note = notes(part)?.get(paragraph)?.note
    return note && anchors.atNote(note.kind, note.id)
  }
  const map = anchors.paragraph(paragraph)
  if (!map) return anchors.first
  const words = map.text.slice(start, end)
  // Findings of another state of the document than this one still belong to their paragraph.
  const stand = words !== '' && finding.text.startsWith(words)
  return stand ? anchors.at(map, start, end) : {...anchors.at(map, 0, map.text.length), atWords: false}
}

function replacementOf(
  source: string,
  {fix, span, text}: Finding,
  location: PackageLocation,
  anchors: Anchors
): Planned['replacement'] {
  const map = anchors.paragraph(location.paragraph)
  if (!map || !fix || !span || /[\r\n\t]/.test(fix.replacement)) return null
  const start = location.start + (fix.span.start - span.start)
  const end = start + (fix.span.end - fix.span.start)
  const words = text.slice(fix.span.start - span.start, fix.span.end - span.start)
  const replacement = planReplacement(source, map, {start, end, text: words}, anchors)
  return replacement && {plan: replacement, text: fix.replacement}
}

/** The gravest comments that fit, in the order of the document, and one more that says how many do not. */
export const withinLimit = (
  planned: readonly Planned[],
  most: number,
  first: Anchor | undefined
): {readonly written: readonly Planned[]; readonly beyond: number} => {
  if (planned.length <= most || !first) return {written: planned, beyond: 0}
  const gravest = new Set([...planned].sort((one, other) => one.rank - other.rank).slice(0, Math.max(0, most - 1)))
  const beyond = planned.length - gravest.size
  const notice: Planned = {anchor: first, lines: beyondLines(beyond), rank: -1, fixable: false, replacement: null}
  return {written: [notice, ...planned.filter((each) => gravest.has(each))], beyond}
}
