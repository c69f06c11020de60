import type {Severity} from '../model/finding.ts'
import {asJson} from './escape.ts'
import {inWords, ruleAndEntry} from './place.ts'
import type {ReportContext, Reporter} from './report.ts'

const severities: Readonly<Record<Severity, string>> = {error: 'major', warning: 'minor', advice: 'info'}

/** GitLab's Code Quality report. What could not be read stands in it as a blocker, so that it never looks clean. */
export function gitlab(_context: ReportContext): Reporter {
  let rows = 0
  const row = (value: object): string => `${rows++ === 0 ? '\n' : ',\n'}${asJson(value)}`
  return {
    begin: () => '[',
    file: ({path, result}) =>
      [
        ...result.findings.map((finding) => {
          const {location, message, severity, fingerprint} = finding
          const where = location && 'line' in location ? '' : inWords(finding)
          return row({
            description: where ? `${message} (${where})` : message,
            check_name: ruleAndEntry(finding),
            // Two files may hold the same sentence, and GitLab takes equal fingerprints for one problem.
            fingerprint: `${fingerprint}-${path}`,
            severity: severities[severity],
            location: {path, lines: {begin: location && 'line' in location ? location.line : 1}}
          })
        }),
        ...result.notices.map(({code, message, aside}, index) =>
          row({
            description: message,
            check_name: `notice/${code}`,
            fingerprint: `${code}-${index}-${path}`,
            severity: aside ? 'info' : 'minor',
            location: {path, lines: {begin: 1}}
          })
        )
      ].join(''),
    end: ({faults}) => {
      const last = faults.map(({path, code, message, place}) =>
        row({
          description: message,
          check_name: `fault/${code}`,
          fingerprint: `${code}-${path ?? ''}`,
          severity: 'blocker',
          location: {path: path ?? '.', lines: {begin: place?.line ?? 1}}
        })
      )
      return `${last.join('')}${rows === 0 ? '' : '\n'}]\n`
    }
  }
}
