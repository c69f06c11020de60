import type {Finding, Fix} from '../model/finding.ts'
import {toSource} from '../read/positions.ts'
import type {CheckedFile, ReportContext, ReportedFault, Reporter, Totals} from './report.ts'

/** Only ever grows within a major version; `schemas/report.schema.json` is its description. */
export const schemaVersion = 1

/** Where a replacement goes, in the same units as its finding's location. */
function placeFix({document}: CheckedFile['result'], finding: Finding, fix: Fix): object {
  const {span, location} = finding
  const {replacement} = fix
  if (location && 'part' in location && span) {
    const start = location.start + fix.span.start - span.start
    return {start, end: start + fix.span.end - fix.span.start, replacement}
  }
  return {...toSource(document, fix.span), replacement}
}

/** One finding as the outside sees it. */
export const findingAsJson = (file: CheckedFile['result'], finding: Finding): object => ({
  rule: finding.rule,
  entry: finding.entry,
  severity: finding.severity,
  message: finding.message,
  why: finding.why,
  instead: finding.instead,
  text: finding.text,
  fix: finding.fix && placeFix(file, finding, finding.fix),
  fingerprint: finding.fingerprint,
  about: finding.about,
  location: finding.location,
  where: finding.where
})

/** One file as the outside sees it. */
export const fileAsJson = ({path, result}: CheckedFile): object => ({
  path,
  words: result.words,
  quotedWords: result.quotedWords,
  document: {
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
  findings: result.findings.map((finding) => findingAsJson(result, finding)),
  notices: result.notices
})

export const faultAsJson = ({path, code, message, place}: ReportedFault): object => ({
  path,
  code,
  message,
  ...(place && {location: place})
})

export const totalsAsJson = ({files, words, quotedWords, errors, warnings, advice}: Totals): object => ({
  files,
  words,
  quotedWords,
  errors,
  warnings,
  advice
})

/** Written as the files come, one on a line; the summary, known only then, stands last. */
export function json({version}: ReportContext): Reporter {
  let files = 0
  return {
    begin: () =>
      `{"schemaVersion": ${schemaVersion}, "tool": ${JSON.stringify({name: 'ourwords', version})},\n"files": [`,
    file: (file) => `${files++ === 0 ? '\n' : ',\n'}${JSON.stringify(fileAsJson(file))}`,
    end: ({totals, faults}) =>
      `${files === 0 ? '' : '\n'}],\n"faults": ${JSON.stringify(faults.map(faultAsJson))},\n` +
      `"summary": ${JSON.stringify(totalsAsJson(totals))}}\n`
  }
}
