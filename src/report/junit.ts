import type {Finding} from '../model/finding.ts'
import {markup} from './escape.ts'
import {address, inWords, ruleAndEntry} from './place.ts'
import type {ReportContext, Reporter} from './report.ts'

function testcase(path: string, finding: Finding): string {
  const {severity, message, why, instead} = finding
  const where = inWords(finding)
  const text = [
    address(path, finding),
    where && `where: ${where}`,
    why && `why: ${why}`,
    instead.length > 0 && `try: ${instead.join(' · ')}`
  ]
  const name = `${ruleAndEntry(finding)} at ${address(path, finding)}`
  return (
    `    <testcase name="${markup(name)}" classname="${markup(path)}">\n` +
    `      <failure type="${severity}" message="${markup(message)}">${markup(text.filter(Boolean).join('\n'))}</failure>\n` +
    '    </testcase>\n'
  )
}

const broken = (name: string, classname: string, code: string, message: string): string =>
  `    <testcase name="${markup(name)}" classname="${markup(classname)}">\n` +
  `      <error type="${markup(code)}" message="${markup(message)}"/>\n` +
  '    </testcase>\n'

/** One suite for a file, one case for a finding; a file without findings passes one case. */
export function junit(_context: ReportContext): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ourwords">\n',
    file: ({path, result}) => {
      const {findings} = result
      const notices = result.notices.filter(({aside}) => !aside)
      const asides = result.notices.filter(({aside}) => aside).map(({message}) => `${message}\n`)
      const out = asides.length > 0 ? `    <system-out>${markup(asides.join(''))}</system-out>\n` : ''
      const cases = [
        ...findings.map((finding) => testcase(path, finding)),
        ...notices.map(({code, message}) => broken('all of it was read', path, code, message))
      ]
      const passed = `    <testcase name="nothing found" classname="${markup(path)}"/>\n`
      return (
        `  <testsuite name="${markup(path)}" tests="${Math.max(cases.length, 1)}" failures="${findings.length}" errors="${notices.length}">\n` +
        `${cases.length > 0 ? cases.join('') : passed}${out}  </testsuite>\n`
      )
    },
    end: ({faults}) => {
      const suite =
        `  <testsuite name="could not be done" tests="${faults.length}" failures="0" errors="${faults.length}">\n` +
        `${faults.map(({path, code, message}) => broken('it could be checked', path ?? 'ourwords', code, message)).join('')}  </testsuite>\n`
      return `${faults.length > 0 ? suite : ''}</testsuites>\n`
    }
  }
}
