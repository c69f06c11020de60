import {markdownCode, markdown as prose} from './escape.ts'
import {byWeight, type Group, group, inOne} from './group.ts'
import {inWords, lineAndColumn, ruleAndEntry} from './place.ts'
import type {ReportContext, Reporter} from './report.ts'
import {found, notRead, read} from './summary.ts'

/** A comment that nobody scrolls through is read; the longest that GitHub takes is far longer. */
const shownAtOnce = 20

function row({first, repeats}: Group): string {
  const place = lineAndColumn(first)
  const where = place ? `line ${place.split(':')[0]}` : inWords(first)
  const cells = [
    first.severity,
    `${prose(first.message)}${first.text ? ` ${markdownCode(first.text)}` : ''}`,
    prose(first.instead.join(' · ')),
    `${prose(where)}${repeats.length > 0 ? ` and ${repeats.length} more` : ''}`,
    markdownCode(ruleAndEntry(first))
  ]
  return `| ${cells.join(' | ')} |\n`
}

/** For a comment on a pull request: the gravest first, and a line that says how much was read. */
export function markdown({all}: ReportContext): Reporter {
  return {
    begin: () => '## What a child would meet in these drafts\n\n',
    file: ({path, result: {findings, notices}}) => {
      if (findings.length === 0 && notices.length === 0) return ''
      const groups = byWeight(group(inOne(findings)))
      const shown = all ? groups : groups.slice(0, shownAtOnce)
      const table = '| | What | Try | Where | Rule |\n| --- | --- | --- | --- | --- |\n'
      return [
        `### ${markdownCode(path)}\n\n`,
        ...notices.map(({message, aside}) => `> ${aside ? '' : '**Not all was checked:** '}${prose(message)}\n\n`),
        shown.length > 0 && `${table}${shown.map(row).join('')}\n`,
        shown.length < groups.length && `${groups.length - shown.length} more are not shown.\n\n`
      ]
        .filter(Boolean)
        .join('')
    },
    end: ({totals, faults}) => {
      const missed = notRead(totals, faults)
      const list = faults.map(
        ({path, message}) => `- ${path === null ? '' : `${markdownCode(path)}: `}${prose(message)}\n`
      )
      return [
        list.length > 0 && `### Could not be checked\n\n${list.join('')}\n`,
        `${read(totals)}. **${found(totals)}.**\n`,
        missed && `\nNot complete: ${missed}.\n`
      ]
        .filter(Boolean)
        .join('')
    }
  }
}
