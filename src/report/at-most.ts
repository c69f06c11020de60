import {type Finding, type Severity, severities} from '../model/finding.ts'
import {type CheckedFile, countOf, type SeverityCounts} from './report.ts'
import {counted} from './summary.ts'

/** Which of them are kept: the gravest, and of equally grave ones the first. */
function gravest(findings: readonly Finding[], most: number): ReadonlySet<Finding> {
  const grave = (severity: Severity) => findings.filter((finding) => finding.severity === severity)
  return new Set(severities.flatMap(grave).slice(0, most))
}

/** A file with so many findings at most, in their order, and the rest counted and told of. */
export function atMost(file: CheckedFile, most: number): CheckedFile {
  const {findings, notices} = file.result
  if (findings.length <= most) return file
  const kept = gravest(findings, most)
  const rest = findings.filter((finding) => !kept.has(finding))
  const notShown: SeverityCounts = countOf(rest)
  const message = `${counted(rest.length, 'more finding is', 'more findings are')} counted but not shown: only the gravest are, up to ${counted(most, 'finding')}; --limit findings=NUMBER shows more.`
  return {
    ...file,
    notShown,
    result: {
      ...file.result,
      findings: findings.filter((finding) => kept.has(finding)),
      notices: [...notices, {code: 'findings-not-shown', message, aside: true}]
    }
  }
}
