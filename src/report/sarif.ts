import type {Finding, Severity} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import {asJson} from './escape.ts'
import {inWords} from './place.ts'
import type {CheckedFile, ReportContext, ReportedFault, Reporter, RuleFacts} from './report.ts'

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', advice: 'note'}
const problems: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', advice: 'recommendation'}

/** Formats that nobody can tell from the file's own text. */
const packages: Partial<Record<Result['document']['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text'
}

const home = 'https://www.npmjs.com/package/ourwords'

const pascalCase = (id: string): string => id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

const descriptor = ({id, title, why, fine, severity}: RuleFacts): object => ({
  id,
  name: pascalCase(id),
  shortDescription: {text: `${title}.`},
  fullDescription: {text: why},
  help: {text: `${why}\n\nWhen it is fine: ${fine}`, markdown: `${why}\n\n**When it is fine:** ${fine}`},
  helpUri: `${home}#${id}`,
  defaultConfiguration: {level: levels[severity]},
  properties: {tags: ['children', 'plain-language'], precision: 'high', 'problem.severity': problems[severity]}
})

/** Relative, with forward slashes, everything that has a meaning in an address written as a code. */
const uri = (path: string): string =>
  path
    .toWellFormed()
    .split('/')
    .map((part) => (part === '..' || part === '.' ? part : encodeURIComponent(part)))
    .join('/')

/** A Word file has no lines; GitHub refuses a place without one, so the heading and paragraph stand beside it. */
function locations(path: string, finding: Finding): object[] {
  const {location, where} = finding
  const region =
    location && 'line' in location
      ? {
          startLine: location.line,
          startColumn: location.column,
          endLine: location.endLine,
          endColumn: location.endColumn
        }
      : {startLine: 1}
  return [
    {
      physicalLocation: {artifactLocation: {uri: uri(path)}, region},
      ...(where && {logicalLocations: [{fullyQualifiedName: inWords(finding), kind: 'section'}]})
    }
  ]
}

function result(path: string, finding: Finding, ruleIndex: number): object {
  const {rule, entry, severity, message, instead, fingerprint, location} = finding
  const where = location && 'line' in location ? '' : inWords(finding)
  const parts = [message, where && `Where: ${where}.`, instead.length > 0 && `Try: ${instead.join(' · ')}`]
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && {ruleIndex}),
    level: levels[severity],
    message: {text: parts.filter(Boolean).join('\n')},
    locations: locations(path, finding),
    partialFingerprints: {primaryLocationLineHash: `${fingerprint}:1`, 'ourwords/v1': fingerprint},
    ...(entry && {properties: {entry}})
  }
}

const notification = (path: string | null, id: string, text: string, level: string): object => ({
  descriptor: {id},
  level,
  message: {text},
  ...(path !== null && {locations: [{physicalLocation: {artifactLocation: {uri: uri(path)}}}]})
})

/**
 * SARIF 2.1.0 with what GitHub asks for beyond it. What was not read stands in the invocation's notifications, and the
 * invocation is not called successful then.
 */
export function sarif({version, rules}: ReportContext): Reporter {
  const index = new Map(rules.map(({id}, place) => [id, place]))
  const notifications: object[] = []
  const artifacts: object[] = []
  let results = 0
  let failed = false
  const row = (value: object): string => `${results++ === 0 ? '\n' : ',\n'}${asJson(value)}`
  const driver = {
    name: 'ourwords',
    version,
    semanticVersion: version,
    informationUri: home,
    rules: rules.map(descriptor)
  }
  return {
    begin: () =>
      `{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{\n` +
      `"tool": ${asJson({driver})},\n"columnKind": "utf16CodeUnits",\n` +
      `"automationDetails": {"id": "ourwords/"},\n"results": [`,
    file: ({path, result: {findings, notices, document}}: CheckedFile) => {
      for (const notice of notices) {
        failed ||= notice.failed === true
        const level = notice.failed ? 'error' : notice.aside ? 'note' : 'warning'
        notifications.push(notification(path, notice.code, notice.message, level))
      }
      const mimeType = packages[document.format]
      if (mimeType) artifacts.push({location: {uri: uri(path)}, mimeType})
      return findings.map((finding) => row(result(path, finding, index.get(finding.rule) ?? -1))).join('')
    },
    end: ({faults}: {readonly faults: readonly ReportedFault[]}) => {
      const executionSuccessful = faults.length === 0 && !failed
      const toolExecutionNotifications = [
        ...notifications,
        ...faults.map(({path, code, message}) => notification(path, code, message, 'error'))
      ]
      return (
        `${results === 0 ? '' : '\n'}],\n"artifacts": ${asJson(artifacts)},\n` +
        `"invocations": [${asJson({executionSuccessful, toolExecutionNotifications})}]\n}]}\n`
      )
    }
  }
}
