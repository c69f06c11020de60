import type {Finding, Fix} from '../model/finding.ts'
import {toSource} from '../read/positions.ts'
import {asJson} from './escape.ts'
import type {JsonFault, JsonFile, JsonReport} from './json-schema.ts'
import type {CheckedFile, ReportContext, ReportedFault, Reporter, Totals} from './report.ts'

/** Where a replacement goes, in the same units as its finding's location. */
function placeFix({document}: CheckedFile['result'], {span, location}: Finding, fix: Fix) {
  const {replacement} = fix
  if (location && 'part' in location && span) {
    const start = location.start + fix.span.start - span.start
    return {start, end: start + fix.span.end - fix.span.start, replacement}
  }
  return {...toSource(document, fix.span), replacement}
}

const fileAsJson = ({path, result, notShown}: CheckedFile): JsonFile => ({
  path,
  words: result.words,
  quotedWords: result.quotedWords,
  document: {
    format: result.document.format,
    type: result.known.type,
    typeFrom: result.known.typeFrom,
    kind: result.known.kind,
    kindFrom: result.known.kindFrom,
    language: result.known.language,
    template: result.known.template,
    children: result.known.children.map(({name, knownAs, pronouns, age, from}) => ({
      name,
      knownAs,
      pronouns,
      age,
      from
    }))
  },
  findings: result.findings.map((finding) => ({
    rule: finding.rule,
    entry: finding.entry,
    severity: finding.severity,
    message: finding.message,
    why: finding.why,
    instead: [...finding.instead],
    text: finding.text,
    fix: finding.fix && placeFix(result, finding, finding.fix),
    fingerprint: finding.fingerprint,
    about: finding.about,
    location: finding.location,
    where: finding.where && {...finding.where, headings: [...finding.where.headings]}
  })),
  ...(notShown && {notShown}),
  notices: [...result.notices]
})

const faultAsJson = ({path, code, message, place}: ReportedFault): JsonFault => ({
  path,
  code,
  message,
  ...(place && {location: place})
})

const totalsAsJson = ({files, words, quotedWords, errors, warnings, advice}: Totals): JsonReport['summary'] => ({
  files,
  words,
  quotedWords,
  errors,
  warnings,
  advice
})

/** Written as the files come, one on a line; the summary, known only then, stands last. */
export function json({version, redacted}: ReportContext): Reporter {
  const head: Pick<JsonReport, 'schemaVersion' | 'tool' | 'confidential'> = {
    schemaVersion: 1,
    tool: {name: 'ourwords', version},
    ...(!redacted && {confidential: 'Holds words from papers about children; keep it as you keep them.'})
  }
  let files = 0
  return {
    begin: () => `${asJson(head).slice(0, -1)},\n"files":[`,
    file: (file) => `${files++ === 0 ? '\n' : ',\n'}${asJson(fileAsJson(file))}`,
    end: ({totals, faults}) =>
      `${files === 0 ? '' : '\n'}],\n"faults":${asJson(faults.map(faultAsJson))},\n` +
      `"summary":${asJson(totalsAsJson(totals))}}\n`
  }
}
