import {fold} from '../lexicon/tokenize.ts'
import type {Document, Remark} from '../model/document.ts'
import type {Finding} from '../model/finding.ts'
import type {Notice} from '../model/notice.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'
import {toSource} from '../read/positions.ts'
import {notice, readInText, readInWord} from './directives.ts'

/** What a comment in the file asks: to let rules be, for a reason, in the paragraphs that it speaks of. */
interface Suppression {
  /** Where the comment stands: `on line 3`, `by paragraph 3`. */
  readonly place: string
  readonly claims: readonly Claim[]
}

/** One name and how far it is let be: offsets into the source, or into the text of a package, which has no source. */
interface Claim {
  /** A rule, `rule/entry` or, in a Word comment, a word. */
  readonly name: string
  readonly from: number
  to: number
}

/** More comments than this nobody wrote by hand, and each is held against every finding. */
const most = 1000

const withinLimit = (remarks: readonly Remark[]): readonly Remark[] => remarks.slice(0, most)

/** Where the lines of a text begin, and which one an offset is in, counted from 1. */
function linesOf(source: string) {
  const starts = [0]
  for (const {index, 0: end} of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  const lineAt = (offset: number): number => firstIndex(starts, (start) => start > offset)
  return {
    lineAt,
    /** The line that an offset is in. */
    around: (offset: number): Span => {
      const line = lineAt(offset)
      return {start: starts[line - 1] as number, end: starts[line] ?? source.length}
    }
  }
}

/** The index of the first of which something is true that is true of all after it. */
function firstIndex<Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number {
  return firstWhere(items.length, (middle) => isTrue(items[middle] as Item))
}

/** What the comments of a file ask, and how a finding is held against it. */
interface Hearing {
  readonly asked: readonly Suppression[]
  /** The finding's offset; of one about the whole document, infinite: only what is never enabled again reaches it. */
  readonly offsetOf: (finding: Finding) => number
  readonly isNamed: (name: string, finding: Finding) => boolean
}

const isRule = (name: string, {rule, entry, about}: Finding): boolean =>
  name === rule || name === `${rule}/${entry}` || name === `${rule}/${about.section}`

function hearText(document: Document, rules: readonly string[], notices: Notice[]): Hearing {
  const source = document.source ?? ''
  const remarks = (document.remarks ?? []).filter(({words}) => words.startsWith('ourwords-'))
  const asked: Suppression[] = []
  if (remarks.length > 0) {
    const {lineAt, around} = linesOf(source)
    const blocks = document.blocks.map((block) => toSource(document, block)).sort((a, b) => a.end - b.end)
    const open: Claim[] = []
    for (const {start, end, words} of withinLimit(remarks)) {
      const place = `on line ${lineAt(start)}`
      const directive = readInText(words, place, rules, notices)
      if (!directive) continue
      const {kind, names} = directive
      if (kind === 'enable') {
        const closed = open.filter(({name, to}) => to === Infinity && (names.length === 0 || names.includes(name)))
        for (const claim of closed) claim.to = start
        if (closed.length === 0) notices.push(notice('unused-suppression', place, 'ends nothing that was begun.'))
        continue
      }
      let from = end
      let to = Infinity
      if (kind === 'disable-next-line') to = blocks[firstIndex(blocks, (block) => block.end > end)]?.end ?? end
      else if (kind === 'disable-line') {
        const line = around(start)
        from = line.start
        to = line.end
        for (let i = firstIndex(blocks, (block) => block.end > line.start); i < blocks.length; i++) {
          const block = blocks[i] as Span
          if (block.start >= line.end) break
          from = Math.min(from, block.start)
          to = Math.max(to, block.end)
        }
      }
      const claims = names.map((name): Claim => ({name, from, to}))
      if (kind === 'disable') open.push(...claims)
      asked.push({place, claims})
    }
    if (remarks.length > most) {
      const place = `on line ${lineAt(remarks[most]?.start ?? 0)}`
      notices.push(notice('bad-suppression', place, 'and all after it are too many to hear.'))
    }
  }
  return {
    asked,
    offsetOf: ({location}) => (location && 'line' in location ? location.start : Infinity),
    isNamed: isRule
  }
}

/** A Word comment speaks of the paragraphs that it is anchored to. */
function hearPackage({blocks, remarks = []}: Document, notices: Notice[]): Hearing {
  const paragraphs = new Map(blocks.map(({start, origin}) => [start, origin?.paragraph]))
  const asked = withinLimit(remarks.filter(({words}) => /^\s*ourwords\b/i.test(words))).flatMap(
    ({start, end, words}): Suppression[] => {
      const place = `by paragraph ${paragraphs.get(start)}`
      const names = readInWord(words, place, notices)
      return names ? [{place, claims: names.map((name) => ({name, from: start, to: end}))}] : []
    }
  )
  return {
    asked,
    offsetOf: ({span}) => span?.start ?? Infinity,
    isNamed: (name, finding) =>
      isRule(name, finding) || name === fold(finding.entry ?? '') || name === fold(finding.text)
  }
}

/**
 * Takes out the findings that comments in the file accept, for the stretch that each speaks of:
 * `<!-- ourwords-disable-next-line RULE -- why -->` the paragraph after it, `disable-line` the one it stands in,
 * `disable` all up to `ourwords-enable` or, without one, the rest of the file and what concerns the document as a whole.
 * Comments that accept nothing, give no reason or cannot be read are told of.
 * @param rules the ids of all rules
 * @param off rules that do not speak in this run, so that nothing shows whether accepting them is of use
 */
export function suppress(
  document: Document,
  findings: readonly Finding[],
  rules: readonly string[],
  off: ReadonlySet<string> = new Set()
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  const notices: Notice[] = []
  if (!document.remarks) return {findings, notices}
  const {asked, offsetOf, isNamed} =
    document.source === null ? hearPackage(document, notices) : hearText(document, rules, notices)
  const used = new Set<Suppression>()
  const left = findings.filter((finding) => {
    const offset = offsetOf(finding)
    const by = asked.find(({claims}) =>
      claims.some(({name, from, to}) => from <= offset && (offset < to || to === Infinity) && isNamed(name, finding))
    )
    if (by) used.add(by)
    return !by
  })
  for (const suppression of asked) {
    const {claims, place} = suppression
    if (used.has(suppression) || claims.some(({name}) => off.has(name) || off.has(name.split('/')[0] as string)))
      continue
    notices.push(notice('unused-suppression', place, 'accepts nothing that is found here; take it out.'))
  }
  return {findings: left, notices}
}
