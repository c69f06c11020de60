import {terminal} from './escape.ts'
import {ruleAndEntry} from './place.ts'
import {type CheckedFile, countIn, type ReportContext, type SeverityCounts} from './report.ts'

/** As many rows as fit on a screen; of more files than that only those with most findings are kept. */
const rows = 20

const most = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, rows)

const sum = ({errors, warnings, advice}: SeverityCounts): number => errors + warnings + advice

/** Counts by rule, by rule with entry, and by file. */
export interface Statistics {
  readonly add: (file: CheckedFile) => void
  /** Empty unless they were asked for. */
  readonly text: () => string
}

export function makeStatistics({statistics, style}: ReportContext): Statistics {
  const byRule = new Map<string, number>()
  const byEntry = new Map<string, number>()
  let byFile = new Map<string, number>()
  const table = (title: string, counts: ReadonlyMap<string, number>): string =>
    `${style.strong(title)}\n${most(counts)
      .map(([name, count]) => `${String(count).padStart(7)}  ${terminal(name)}\n`)
      .join('')}\n`
  return {
    add: (file) => {
      if (!statistics) return
      const {path, result, notShown} = file
      for (const finding of result.findings) {
        byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1)
        if (finding.entry) byEntry.set(ruleAndEntry(finding), (byEntry.get(ruleAndEntry(finding)) ?? 0) + 1)
      }
      if (notShown) byRule.set('not shown', (byRule.get('not shown') ?? 0) + sum(notShown))
      if (result.findings.length > 0) byFile.set(path, sum(countIn(file)))
      if (byFile.size > rows * 10) byFile = new Map(most(byFile))
    },
    text: () =>
      byRule.size > 0
        ? `${table('By rule', byRule)}${byEntry.size > 0 ? table('By word', byEntry) : ''}${table('By file', byFile)}`
        : ''
  }
}
