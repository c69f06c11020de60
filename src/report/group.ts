import {type Finding, severities} from '../model/finding.ts'

/** Findings of one document that say the same: the first, and those that repeat it. */
export interface Group {
  readonly first: Finding
  readonly repeats: readonly Finding[]
}

/** What is said of each child alike, and of several in one sentence. */
const ofEachChild: readonly {
  /** Finds the child’s name, and the rest. */
  readonly one: RegExp
  readonly several: (names: string, rest: string) => string
}[] = [
  {one: /^(?<name>.+) is (?<rest>not named under .+)$/, several: (names, rest) => `${names} are ${rest}`},
  {
    one: /^(?<rest>Nothing here says which pronouns) (?<name>.+) uses\.$/,
    several: (names, rest) => `${rest} ${names} use.`
  }
]

/** What is said of several children alike, in one sentence: *Callum and Poppy are not named under risks.* */
export function inOne(findings: readonly Finding[]): readonly Finding[] {
  const together = new Map<string, {at: number; names: string[]; say: (names: string) => string}>()
  const kept: Finding[] = []
  for (const finding of findings) {
    const said = finding.location === null ? saidOfEach(finding.message) : null
    if (!said) {
      kept.push(finding)
      continue
    }
    const key = `${finding.rule} ${finding.severity} ${said.rest}`
    const known = together.get(key)
    if (known) known.names.push(said.name)
    else together.set(key, {at: kept.push(finding) - 1, names: [said.name], say: said.say})
  }
  for (const {at, names, say} of together.values()) {
    const first = kept[at]
    if (first && names.length > 1)
      kept[at] = {...first, message: say(`${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)}
  }
  return kept
}

function saidOfEach(message: string): {name: string; rest: string; say: (names: string) => string} | null {
  for (const {one, several} of ofEachChild) {
    const {name, rest} = one.exec(message)?.groups ?? {}
    if (name !== undefined && rest !== undefined) return {name, rest, say: (names) => several(names, rest)}
  }
  return null
}

const sameness = ({rule, entry, text, location, about}: Finding): string =>
  JSON.stringify(location === null ? [rule, about] : [rule, entry ?? text.toLowerCase()])

/** Brings repeats of a rule and entry together, in the order in which they first come. */
export function group(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, {first: Finding; repeats: Finding[]}>()
  for (const finding of findings) {
    const key = sameness(finding)
    const known = groups.get(key)
    if (known) known.repeats.push(finding)
    else groups.set(key, {first: finding, repeats: []})
  }
  return [...groups.values()]
}

/** Words and silences that hurt whoever reads them, before words that only puzzle. */
const hurtful = new Set(['blaming-label', 'case-talk', 'unnamed-child'])

/** The gravest first, what is missing from the whole document before single words, what hurts next, then by place. */
export const byWeight = (groups: readonly Group[]): Group[] =>
  [...groups].sort(
    (a, b) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) ||
      Number(a.first.location !== null) - Number(b.first.location !== null) ||
      Number(hurtful.has(b.first.rule)) - Number(hurtful.has(a.first.rule))
  )

/** Of the few that are shown at once, at most so many are of one rule, and so many of what is missing. */
const mostOfOneRule = 4
const mostMissing = 3

/** So many that matter most, the gravest first, with room left for the words that hurt. */
export function weightiest(groups: readonly Group[], amount: number): Group[] {
  const ordered = byWeight(groups)
  const counts = new Map<string, number>()
  const more = (kind: string): number => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count
  }
  const first = ordered.filter(
    ({first: {rule, location}}) =>
      (location !== null || more('of what is missing') <= mostMissing) && more(rule) <= mostOfOneRule
  )
  const chosen = new Set(first.slice(0, amount))
  for (const each of ordered) if (chosen.size < amount) chosen.add(each)
  return ordered.filter((each) => chosen.has(each))
}
