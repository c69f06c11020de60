import {fold} from '../lexicon/tokenize.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import type {Document, Remark} from '../model/document.ts'
import type {Finding} from '../model/finding.ts'
import type {Notice} from '../model/notice.ts'
import {toSource} from '../read/positions.ts'

/** What a comment in the file asks: to let rules be, for a reason, in the paragraphs that it speaks of. */
interface Suppression {
  /** Where the comment stands: `on line 3`, `by paragraph 3`. */
  readonly place: string
  /** Rules, `rule/entry` or, in a Word comment, words. */
  readonly names: readonly string[]
  /** Offsets into the source, or into the text of a package, which has no source. */
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

const notice = (code: string, place: string, message: string): Notice => ({
  code,
  message: `The comment ${place} ${message}`
})

interface Asked {
  readonly names: readonly string[]
  readonly reasoned: boolean
}

const split = (rest: string, between: RegExp): Asked => {
  const [asked = '', ...why] = rest.split(/\s(?:--?|[–—])\s/)
  const names = asked.split(between).map((name) => name.trim())
  return {names: names.filter(Boolean), reasoned: why.join(' ').trim() !== ''}
}

/** A comment in Markdown is written for us alone, so that what is wrong in it can be told. */
function readInText(
  words: string,
  place: string,
  rules: readonly string[],
  notices: Notice[]
): readonly string[] | null {
  const [, word = '', rest = ''] = /^(ourwords-[a-z-]*)\s*([\s\S]*)$/.exec(words) ?? []
  if (word === '') return null
  if (word !== directive) {
    notices.push(notice('bad-suppression', place, `begins with a word that is not known; write ${directive}.`))
    return null
  }
  const {names, reasoned} = split(rest, /[\s,]+/)
  const unknown = names.find((name) => !rules.includes(name.split('/')[0] as string))
  if (names.length === 0 || unknown !== undefined) {
    const meant = unknown === undefined ? undefined : didYouMean(unknown, rules)
    const hint = meant ? `did you mean “${meant}”?` : 'see: ourwords rules.'
    notices.push(notice('bad-suppression', place, `names no rule that is known; ${hint}`))
    return null
  }
  if (!reasoned) {
    notices.push(notice('unreasoned-suppression', place, 'says not why; add “-- ” and the reason after the rule.'))
  }
  return names
}

/** In Word people talk with each other: `ourwords accept contact -- the name of the place`, rules and words alike. */
function readInWord(words: string, place: string, notices: Notice[]): readonly string[] | null {
  const [, rest] = /^ourwords[-: ]\s*(?:accept|disable(?:-next-line)?)\b[: ]*([\s\S]*)$/i.exec(words.trim()) ?? []
  if (rest === undefined) return null
  const {names, reasoned} = split(rest, /,/)
  if (names.length === 0) {
    notices.push(notice('bad-suppression', place, 'says not what to accept; write the word or the rule after it.'))
    return null
  }
  if (!reasoned) {
    notices.push(notice('unreasoned-suppression', place, 'says not why; add “-- ” and the reason after the word.'))
  }
  return names.map(fold)
}

/** What the comments of a file ask, and which offset of a finding is to be held against it. */
interface Hearing {
  readonly asked: readonly Suppression[]
  readonly offsetOf: (finding: Finding) => number | undefined
}

/** `<!-- ourwords-disable-next-line RULE -- why -->` speaks of the paragraph that it stands in or before. */
function hearText(document: Document, rules: readonly string[], notices: Notice[]): Hearing {
  const remarks = (document.remarks ?? []).filter(({words}) => words.startsWith('ourwords-'))
  const lineAt = lineCounter(document.source ?? '')
  const ends =
    remarks.length === 0 ? [] : document.blocks.map((block) => toSource(document, block).end).sort((a, b) => a - b)
  const asked = withinLimit(remarks).flatMap((remark): Suppression[] => {
    const place = `on line ${lineAt(remark.start)}`
    const names = readInText(remark.words, place, rules, notices)
    return names ? [{place, names, from: remark.end, to: firstAbove(ends, remark.end) ?? remark.end}] : []
  })
  if (remarks.length > most) {
    const place = `on line ${lineAt(remarks[most]?.start ?? 0)}`
    notices.push(notice('bad-suppression', place, 'and all after it are too many to hear.'))
  }
  return {
    asked,
    offsetOf: ({location}) => (location && 'line' in location ? location.start : undefined)
  }
}

/** A Word comment speaks of the paragraphs that it is anchored to. */
function hearPackage({blocks, remarks = []}: Document, notices: Notice[]): Hearing {
  const paragraphs = new Map(blocks.map(({start, origin}) => [start, origin?.paragraph]))
  const asked = withinLimit(remarks.filter(({words}) => /^\s*ourwords\b/i.test(words))).flatMap(
    ({start, end, words}): Suppression[] => {
      const place = `by paragraph ${paragraphs.get(start)}`
      const names = readInWord(words, place, notices)
      return names ? [{place, names, from: start, to: end}] : []
    }
  )
  return {asked, offsetOf: ({span}) => span?.start}
}

const withinLimit = (remarks: readonly Remark[]): readonly Remark[] => remarks.slice(0, most)

/**
 * Takes out the findings that comments in the file accept, for the paragraphs that each speaks of. Comments that accept
 * nothing, give no reason or cannot be read are told of.
 * @param rules the ids of all rules
 */
export function suppress(
  document: Document,
  findings: readonly Finding[],
  rules: readonly string[]
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  const notices: Notice[] = []
  if (!document.remarks) return {findings, notices}
  const inText = document.source !== null
  const {asked, offsetOf} = inText ? hearText(document, rules, notices) : hearPackage(document, notices)
  const concerns = ({names, from, to}: Suppression, finding: Finding): boolean => {
    const offset = offsetOf(finding)
    if (offset === undefined || offset < from || offset >= to) return false
    const {rule, entry, text} = finding
    return names.some(
      (name) =>
        name === rule || name === `${rule}/${entry}` || (!inText && (name === fold(entry ?? '') || name === fold(text)))
    )
  }
  const used = new Set<Suppression>()
  const left = findings.filter((finding) => {
    const by = asked.find((suppression) => concerns(suppression, finding))
    if (by) used.add(by)
    return !by
  })
  for (const suppression of asked) {
    if (used.has(suppression)) continue
    notices.push(notice('unused-suppression', suppression.place, 'accepts nothing that is found here; take it out.'))
  }
  return {findings: left, notices}
}
