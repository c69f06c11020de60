import type {Finding} from '../../model/finding.ts'
import {inOne} from '../../report/group.ts'
import {inWords, ruleAndEntry} from '../../report/place.ts'

/** One paragraph of a comment. */
export interface CommentLine {
  /** Set in bold before the text. */
  readonly label?: string
  readonly text: string
  /** The last line of every comment of ours: small and grey. */
  readonly tail?: true
}

/** How a finding is shown. */
export interface Shown {
  readonly finding: Finding
  /** The words themselves carry the comment; otherwise it must say which words and where they are. */
  readonly atWords: boolean
  /** A tracked change makes the replacement. */
  readonly tracked: boolean
}

/** What one comment says of one finding: what, why, what to write instead. */
export const linesOf = (shown: Shown): readonly CommentLine[] => {
  const {finding, atWords} = shown
  return [...(atWords ? [] : placeLine(finding)), ...sayings(shown), tailOf([finding])]
}

/** What one comment says of several findings that have no words of their own in the body. */
export const groupedLines = (title: string, findings: readonly Finding[]): readonly CommentLine[] => [
  {label: title, text: ''},
  ...withoutRepeats(
    inOne(findings).flatMap((finding) => [...placeLine(finding), ...sayings({finding, atWords: false, tracked: false})])
  ),
  tailOf(findings)
]

/** A reason that was given before is not given again. */
function withoutRepeats(lines: readonly CommentLine[]): readonly CommentLine[] {
  const said = new Set<string>()
  return lines.filter(({label, text}) => label !== why || (!said.has(text) && said.add(text)))
}

/** What stands in place of the comments beyond the most that we write. */
export const beyondLines = (count: number): readonly CommentLine[] => [
  {
    text: `${count} more findings have no comment of their own, because Word cannot open a document with too many. Deal with these first and run ourwords again, or run ourwords check to list all of them.`
  },
  {text: `${program}${separator}more`, tail: true}
]

/** A note to whoever writes, and no words to write: *say who did what*, *Ask, and write it down.* */
const isNote = (words: string): boolean => /^say\b|\.$/.test(words)

const why = 'Why:'
const program = 'ourwords'
const separator = ' · '
const identityLength = 12

function sayings({finding, tracked}: Shown): readonly CommentLine[] {
  const {message, why: reason, instead, fix} = finding
  const options = instead.map((words) => (isNote(words) ? words : `“${words}”`))
  const last = options.pop()
  const list = options.length > 0 ? `${options.join(', ')} or ${last}` : last
  const change =
    fix === null || fix.replacement === ''
      ? 'A tracked change takes it out.'
      : `A tracked change writes “${fix.replacement}”.`
  return [
    {text: message},
    ...(reason === '' ? [] : [{label: why, text: reason}]),
    ...(tracked
      ? [{label: 'Try:', text: `${change} Accept it or reject it.`}]
      : list === undefined
        ? []
        : [{label: 'Try:', text: list}])
  ]
}

function placeLine(finding: Finding): readonly CommentLine[] {
  const place = inWords(finding)
  const words = finding.text === '' ? '' : `“${finding.text}”`
  if (place === '' && words === '') return []
  return [{label: place === '' ? words : words === '' ? `${place}:` : `${place}: ${words}`, text: ''}]
}

/** Says whose comment it is, which rule to ask about, and, for the next run, which finding it was. */
function tailOf(findings: readonly Finding[]): CommentLine {
  const identities = findings.map((finding) => `${ruleAndEntry(finding)} ${identityOf(finding)}`)
  return {text: [program, ...identities].join(separator), tail: true}
}

/** A finding's identity as a comment carries it. */
export const identityOf = ({fingerprint}: Finding): string => fingerprint.slice(0, identityLength)

const tail = /^ourwords(?: · [^\s·]+ \S+)+$|^ourwords · more$/

/**
 * The identities that a comment of ours names, told by its last paragraph; `null` for a comment that is not ours, and
 * for one of ours that somebody wrote on below.
 */
export const identitiesIn = (lastParagraph: string): readonly string[] | null => {
  const line = lastParagraph.trim()
  if (!tail.test(line)) return null
  return line
    .split(separator)
    .slice(1)
    .flatMap((identity) => identity.split(' ')[1] ?? [])
}
