import {didYouMean} from '../model/did-you-mean.ts'
import type {Document, Remark} from '../model/document.ts'
import type {Finding} from '../model/finding.ts'
import type {Notice} from '../model/notice.ts'
import {toSource} from '../read/positions.ts'

/** What a comment in the file asks: to let rules be, for a reason, in the paragraph that follows it. */
interface Suppression {
  /** Counted from 1. */
  readonly line: number
  /** Rules, or `rule/entry`. */
  readonly names: readonly string[]
  /** Offsets into the source: from the comment to the end of the paragraph after it. */
  readonly from: number
  readonly to: number
}

const directive = 'ourwords-disable-next-line'

/** More comments than this nobody wrote by hand, and each is held against every finding. */
const most = 1000

/** Tells the line of offsets that come in order, each line end being passed once. */
function lineCounter(source: string): (offset: number) => number {
  const ends = /\r\n?|\n/g
  let line = 1
  let next = ends.exec(source)
  return (offset) => {
    for (; next && next.index < offset; next = ends.exec(source)) line++
    return line
  }
}

/** The first number in an ascending list that is greater. */
function firstAbove(ascending: readonly number[], than: number): number | undefined {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) > than) high = middle
    else low = middle + 1
  }
  return ascending[low]
}

const notice = (code: string, line: number, message: string): Notice => ({
  code,
  message: `The comment on line ${line} ${message}`
})

function read(
  remark: Remark,
  line: number,
  rules: readonly string[],
  notices: Notice[]
): Omit<Suppression, 'to'> | null {
  const [, word = '', rest = ''] = /^(ourwords-[a-z-]*)\s*([\s\S]*)$/.exec(remark.words) ?? []
  if (word === '') return null
  if (word !== directive) {
    notices.push(notice('bad-suppression', line, `begins with a word that is not known; write ${directive}.`))
    return null
  }
  const [asked = '', ...why] = rest.split(/\s--\s|\s—\s/)
  const names = asked.split(/[\s,]+/).filter(Boolean)
  const unknown = names.find((name) => !rules.includes(name.split('/')[0] as string))
  if (names.length === 0 || unknown !== undefined) {
    const meant = unknown === undefined ? undefined : didYouMean(unknown, rules)
    const hint = meant ? `did you mean “${meant}”?` : 'see: ourwords rules.'
    notices.push(notice('bad-suppression', line, `names no rule that is known; ${hint}`))
    return null
  }
  if (why.join(' ').trim() === '') {
    notices.push(notice('unreasoned-suppression', line, 'says not why; add “-- ” and the reason after the rule.'))
  }
  return {line, names, from: remark.end}
}

const concerns = ({names, from, to}: Suppression, {rule, entry, location}: Finding): boolean =>
  location !== null &&
  'line' in location &&
  location.start >= from &&
  location.start < to &&
  names.some((name) => name === rule || name === `${rule}/${entry}`)

/**
 * Takes out the findings that comments in the file accept: `<!-- ourwords-disable-next-line RULE -- why -->` speaks of
 * the paragraph after it. Comments that accept nothing, give no reason or cannot be read are told of.
 * @param rules the ids of all rules
 */
export function suppress(
  document: Document,
  findings: readonly Finding[],
  rules: readonly string[]
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  const notices: Notice[] = []
  const remarks = (document.remarks ?? []).filter(({words}) => words.startsWith('ourwords-'))
  if (remarks.length === 0) return {findings, notices}
  const lineAt = lineCounter(document.source ?? '')
  // Where each paragraph ends in the file: a comment speaks of the one that it stands in or before.
  const ends = document.blocks.map((block) => toSource(document, block).end).sort((a, b) => a - b)
  const asked = remarks.slice(0, most).flatMap((remark): Suppression[] => {
    const suppression = read(remark, lineAt(remark.start), rules, notices)
    return suppression ? [{...suppression, to: firstAbove(ends, remark.end) ?? remark.end}] : []
  })
  if (remarks.length > most) {
    notices.push(notice('bad-suppression', lineAt(remarks[most]?.start ?? 0), 'and all after it are too many to hear.'))
  }
  const used = new Set<Suppression>()
  const left = findings.filter((finding) => {
    const by = asked.find((suppression) => concerns(suppression, finding))
    if (by) used.add(by)
    return !by
  })
  for (const suppression of asked) {
    if (used.has(suppression)) continue
    notices.push(notice('unused-suppression', suppression.line, 'accepts nothing that is found here; take it out.'))
  }
  return {findings: left, notices}
}
