import {type Finding, severities} from '../model/finding.ts'

/** Findings of one document that say the same: the first, and those that repeat it. */
export interface Group {
  readonly first: Finding
  readonly repeats: readonly Finding[]
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

/** The gravest first, what is missing from the whole document before single words, then in order of place. */
export const byWeight = (groups: readonly Group[]): Group[] =>
  [...groups].sort(
    (a, b) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) ||
      Number(a.first.location !== null) - Number(b.first.location !== null)
  )
