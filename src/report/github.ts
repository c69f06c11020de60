import type {Finding} from '../model/finding.ts'
import {commandMessage, commandProperty} from './escape.ts'
import {inWords, ruleAndEntry} from './place.ts'
import type {ReportContext, Reporter} from './report.ts'
import {counted, found, notRead, read} from './summary.ts'

/** GitHub shows no more than ten of a level for one step and drops the others without a word. */
const perLevel = 10

const levels = {error: 'error', warning: 'warning', advice: 'notice'} as const

type Level = (typeof levels)[keyof typeof levels]

function command(level: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(String(value))}`)
  return `::${level} ${given.join(',')}::${commandMessage(message)}\n`
}

function annotation(path: string, finding: Finding): string {
  const {location, severity, message, instead} = finding
  const lines =
    location && 'line' in location
      ? {line: location.line, endLine: location.endLine, col: location.column, endColumn: location.endColumn}
      : {line: 1}
  const where = location && 'line' in location ? '' : inWords(finding)
  const parts = [message, where && `Where: ${where}`, instead.length > 0 && `Try: ${instead.join(' · ')}`]
  return command(
    levels[severity],
    {file: path, ...lines, title: `ourwords: ${ruleAndEntry(finding)}`},
    parts.filter(Boolean).join('\n')
  )
}

/** Annotations for a workflow on GitHub: as many as it shows, then in words how many more there are. */
export function github(_context: ReportContext): Reporter {
  const said: Record<Level, number> = {error: 0, warning: 0, notice: 0}
  let held = 0
  const once = (level: Level, text: string): string => {
    if (said[level]++ < perLevel) return text
    held++
    return ''
  }
  return {
    file: ({path, result}) =>
      [
        ...result.findings.map((finding) => once(levels[finding.severity], annotation(path, finding))),
        ...result.notices.map(({message, aside}) => {
          const level = aside ? 'notice' : 'warning'
          return once(
            level,
            command(level, {file: path, title: aside ? 'ourwords' : 'ourwords: not all was read'}, message)
          )
        })
      ].join(''),
    end: ({totals, faults}) => {
      const missed = notRead(totals, faults)
      return [
        ...faults.map(({path, message, place}) =>
          once(
            'error',
            command(
              'error',
              {...(path !== null && {file: path}), ...(place && {line: place.line}), title: 'ourwords'},
              message
            )
          )
        ),
        held > 0 &&
          `${counted(held, 'more is', 'more are')} not shown here, as GitHub shows ten of a level; see the job summary.\n`,
        `${read(totals)}\n${found(totals)}\n`,
        missed && `Not complete: ${missed}.\n`
      ]
        .filter(Boolean)
        .join('')
    }
  }
}
