import {Fault} from '../../model/fault.ts'
import type {Finding} from '../../model/finding.ts'
import type {Inflate} from '../../read/docx/inflate.ts'
import {mapStory} from '../../read/docx/map.ts'
import {openPackage} from '../../read/docx/package.ts'
import {defaultLimits, type Limits} from '../../read/docx/package-limits.ts'
import {encodePart} from '../../read/docx/package-text.ts'
import {readXml} from '../../read/docx/xml.ts'
import {makeAnchors} from './anchors.ts'
import {identityOf} from './comment-text.ts'
import {type Byline, commentMarkup} from './comments.ts'
import {addComments, roomForComments} from './comments-part.ts'
import {writeMain} from './main-part.ts'
import {freshNumbers} from './numbers.ts'
import {findPlaces} from './places.ts'
import {type Planned, planReview, withinLimit} from './plan.ts'
import {mayTrack} from './protection.ts'
import type {Spelling} from './spelling.ts'
import {ourName, withoutReview} from './strip.ts'
import {rewriteZip} from './zip-write.ts'

export interface ReviewOptions {
  /** Who the comments and tracked changes are by; at most 255 characters of it are kept. */
  readonly author?: string
  readonly initials?: string
  /** When: anything that `Date` reads. The caller gives it, so that the same review gives the same bytes. */
  readonly date: string
  /** Write safe replacements as tracked changes; without it everything is a comment. */
  readonly trackChanges?: boolean
  /** Write into a digitally signed document, whose signature is then no longer valid. */
  readonly force?: boolean
  readonly limits?: Partial<Limits>
  readonly inflate?: Inflate
}

export interface ReviewSummary {
  /** Comments written, the grouped ones among them. */
  readonly comments: number
  /** Tracked changes written; each has its comment too. */
  readonly changes: number
  /** Safe replacements that are only comments because a tracked change would not be safe where they stand. */
  readonly notTracked: number
  /** Findings that are not about words of the body and share one comment at its start. */
  readonly grouped: number
  /** Findings beyond the most comments that we write; one comment says how many. */
  readonly beyond: number
  /** Findings left out because an earlier comment on them was answered or resolved, and stays. */
  readonly settled: number
  /** Findings for which the document has no place at all, because its body has no paragraph. */
  readonly unplaced: number
}

/**
 * A copy of a Word file with a comment at every finding and, where asked for, each safe replacement as a tracked change.
 * What an earlier review wrote is taken out first, so the findings must be of what `strip` gives.
 *
 * Only what carries a comment or change is touched: every other entry of the file stays the same bytes, and changed
 * parts the same text around what is put into them.
 * Throws `Fault` `signed` for a signed document without `force`, `bad-date`, and as reading does.
 */
export const review = (
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: ReviewOptions
): {readonly bytes: Uint8Array; readonly summary: ReviewSummary} => {
  const byline = bylineOf(options)
  const limits = {...defaultLimits, ...options.limits}
  const given = openPackage(bytes, limits, options.inflate)
  if (given.signed && !options.force) throw new Fault('signed', signedMessage)
  const {parts: stripped, kept} = withoutReview(given, 'answered-or-resolved')
  const pack = stripped.size === 0 ? given : openPackage(rewriteZip(given.zip, stripped), limits, options.inflate)
  const settled = new Set(kept.flatMap(({identities}) => identities ?? []))
  const open = findings.filter((finding) => !settled.has(identityOf(finding)))

  const main = pack.text(pack.mainPart)
  const places = findPlaces(readXml(main.source, pack.limits))
  const anchors = makeAnchors(main.source, mapStory(pack, pack.mainPart), places)
  const track = options.trackChanges === true && mayTrack(pack, main.source)
  const {planned, grouped, unplaced} = planReview(pack, main.source, open, anchors, track)
  const {written, beyond} = withinLimit(planned, roomForComments(pack), anchors.first)
  const isTracked = ({replacement}: Planned): boolean => replacement !== null
  const summary: ReviewSummary = {
    comments: written.length,
    changes: written.filter(isTracked).length,
    notTracked: written.filter((each) => options.trackChanges && each.fixable && !isTracked(each)).length,
    grouped,
    beyond,
    settled: findings.length - open.length,
    unplaced
  }
  if (written.length === 0) return {bytes: pack.zip.bytes, summary}
  const next = freshNumbers(pack)
  const numbered = written.map((each) => ({...each, number: next()}))
  const parts = new Map([[pack.mainPart, encodePart(writeMain(main.source, numbered, byline, next), main.encoding)]])
  const markup = (spelling: Spelling): string =>
    numbered.map(({number, lines}) => commentMarkup(spelling, number, byline, lines)).join('')
  addComments(pack, markup, parts)
  return {bytes: rewriteZip(pack.zip, parts), summary}
}

const signedMessage =
  'This document is digitally signed, and a review would make the signature invalid. Review it before it is signed, or use --force.'

function bylineOf({author = ourName, initials = 'OW', date}: ReviewOptions): Byline {
  const time = new Date(date)
  if (Number.isNaN(time.getTime()))
    throw new Fault('bad-date', 'The date of a review must be a date such as 2025-03-04T09:00:00Z.')
  return {
    author: plainName(author, 255) || ourName,
    initials: plainName(initials, 9),
    date: time.toISOString().replace(/\.\d+Z$/, 'Z')
  }
}

/** Word shows a name on one line. */
function plainName(name: string, most: number): string {
  return [...name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim()].slice(0, most).join('')
}
