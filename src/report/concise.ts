import {terminal} from './escape.ts'
import {address, inWords, lineAndColumn, ruleAndEntry} from './place.ts'
import type {ReportContext, Reporter} from './report.ts'
import {summary} from './summary.ts'

/** One finding on one line, for editors, `grep` and people who know the rules. */
export function concise(context: ReportContext): Reporter {
  const {style} = context
  return {
    file: ({path, result}) => {
      const lines = result.findings.map((finding) => {
        const where = style.place(terminal(address(path, finding)))
        const rule = style.quiet(terminal(ruleAndEntry(finding)))
        const words = lineAndColumn(finding) ? '' : inWords(finding)
        const message = words ? `${finding.message} (${words})` : finding.message
        return `${where}: ${style.severity[finding.severity](finding.severity)} ${rule} ${terminal(message)}\n`
      })
      const notices = result.notices.map(
        ({message}) => `${style.place(terminal(path))}: ${style.strong('notice')} ${terminal(message)}\n`
      )
      return [...lines, ...notices].join('')
    },
    end: (run) => summary(run, {style, columns: Number.POSITIVE_INFINITY})
  }
}
