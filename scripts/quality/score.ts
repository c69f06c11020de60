import {check} from '../../src/check.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import type {KnownChild, Result} from '../../src/model/result.ts'
import {overlaps, type Span} from '../../src/model/span.ts'
import {read} from '../../src/read/index.ts'
import type {Absence, LabelledDocument, LabelledSet, Mark, Snippet} from './labelled.ts'

/** How one labelled item came out, each label and alarm in words. */
export interface Judged {
  readonly family: string
  readonly id: string
  readonly hits: readonly string[]
  readonly missed: readonly string[]
  readonly falseAlarms: readonly string[]
}

/** How a family of labels came out. */
export interface Score {
  readonly items: number
  readonly hits: number
  readonly missed: number
  readonly falseAlarms: number
  /** Of a hundred findings, how many are right; 100 where there are none. */
  readonly precision: number
  /** Of a hundred labels, how many are found; 100 where there are none. */
  readonly recall: number
  readonly f1: number
}

/** These stand for each other where a label names more than one of them: words may have several faults at once. */
const standIns: readonly string[] = ['jargon', 'blaming-label', 'unnamed-child', 'unexplained-acronym']

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10)

/** Judges every item of a set. */
export const judgeSet = ({snippets, documents}: LabelledSet, lexicon: Lexicon): readonly Judged[] => [
  ...snippets.map((snippet) => judgeSnippet(snippet, lexicon)),
  ...documents.flatMap((document) => judgeDocument(document, lexicon))
]

/** The figures of each family, in the order in which the families are met. */
export function scoresOf(judged: readonly Judged[]): Readonly<Record<string, Score>> {
  const families = [...new Set(judged.map(({family}) => family))]
  return Object.fromEntries(
    families.map((family) => {
      const items = judged.filter((each) => each.family === family)
      const sum = (list: 'hits' | 'missed' | 'falseAlarms') => items.reduce((all, each) => all + each[list].length, 0)
      const [hits, missed, falseAlarms] = [sum('hits'), sum('missed'), sum('falseAlarms')]
      return [
        family,
        {
          items: items.length,
          hits,
          missed,
          falseAlarms,
          precision: percent(hits, hits + falseAlarms),
          recall: percent(hits, hits + missed),
          f1: percent(2 * hits, 2 * hits + missed + falseAlarms)
        }
      ]
    })
  )
}

function checked(name: string, source: string, lexicon: Lexicon): Result {
  return check(read(name, new TextEncoder().encode(source)), {lexicon})
}

function spanOf(text: string, {text: words, nth = 1}: Mark): Span {
  let start = -1
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1)
  return {start, end: start + words.length}
}

function judgeSnippet(snippet: Snippet, lexicon: Lexicon): Judged {
  const {id, document, family, children = [], people = [], text, expect, allow = []} = snippet
  const head = `---\n${JSON.stringify({document, children, people})}\n---\n\n`
  const findings = checked(`${id}.md`, `${head}${text}\n`, lexicon).findings.flatMap(({rule, location}) =>
    location && 'line' in location ? [{rule, start: location.start - head.length, end: location.end - head.length}] : []
  )
  const meant = new Set<object>()
  const hits: string[] = []
  const missed: string[] = []
  for (const mark of expect) {
    const rules = [mark.rule].flat()
    const span = spanOf(text, mark)
    const found = findings.filter(
      (finding) =>
        overlaps(finding, span) &&
        (rules.includes(finding.rule) || (rules.length > 1 && standIns.includes(finding.rule)))
    )
    for (const finding of found) meant.add(finding)
    ;(found.length > 0 ? hits : missed).push(mark.text)
  }
  const scored = new Set([family, ...expect.flatMap(({rule}) => rule)])
  const excused = [...expect, ...allow].map((mark) => spanOf(text, mark))
  const falseAlarms = findings
    .filter((finding) => scored.has(finding.rule) && !meant.has(finding))
    .filter((finding) => !excused.some((span) => overlaps(finding, span)))
    .map(({rule, start, end}) => `${rule}: ${text.slice(start, end)}`)
  return {family, id, hits, missed, falseAlarms}
}

const first = (name: string | undefined): string | undefined => name?.split(' ')[0]

/** Does a label mean this child? It may say the first name or the one that the child goes by, as the findings do. */
const isMeant = ({name, knownAs}: KnownChild, label: string): boolean =>
  first(name) === first(label) || knownAs === first(label)

const isSaid = ({findings, known}: Result, {rule, section, child}: Absence): boolean =>
  findings.some(
    (finding) =>
      finding.rule === rule &&
      (section === undefined || finding.about.section === section) &&
      (child === undefined || known.children.some((each) => each.name === finding.about.child && isMeant(each, child)))
  )

const inWords = ({rule, section, child}: Absence): string => [rule, section, child].filter(Boolean).join(' ')

function judgeDocument({name, source, label}: LabelledDocument, lexicon: Lexicon): Judged[] {
  const result = checked(name, source, lexicon)
  const {known} = result
  const asked = label.expect.map((absence) => ({words: inWords(absence), said: isSaid(result, absence)}))
  const judged: Judged = {
    family: 'documents',
    id: name,
    hits: asked.filter(({said}) => said).map(({words}) => words),
    missed: asked.filter(({said}) => !said).map(({words}) => words),
    falseAlarms: label.absent.filter((absence) => isSaid(result, absence)).map(inWords)
  }
  if (!label.inferred) return [judged]
  const wanted = label.children ?? []
  const met = wanted.filter((label) => known.children.some((child) => isMeant(child, label)))
  const notMet = wanted.filter((label) => !met.includes(label))
  const others = known.children.filter((child) => !wanted.some((label) => isMeant(child, label)))
  const right = label.type === undefined || label.type === known.type
  return [
    judged,
    {
      family: 'inference',
      id: name,
      hits: [...met, ...(label.type && right ? [label.type] : [])],
      missed: [...notMet, ...(label.type && !right ? [label.type] : [])],
      falseAlarms: label.children ? others.map(({name}) => name) : []
    }
  ]
}
