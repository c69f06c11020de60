import type {Dictionaries} from '../model/dictionary.ts'
import type {Finding, Location, Where} from '../model/finding.ts'
import {onAsking} from '../model/once.ts'
import type {Known, Result} from '../model/result.ts'
import type {CheckedFile, ReportedFault, RuleFacts} from './report.ts'

/** What stands where a document's words stood. */
export const redacted = '[redacted]'

/** What a redacted report may still say: words that were the program's before any document was read. */
export interface OwnWords {
  readonly rules: readonly RuleFacts[]
  /** Entry ids with what they suggest and why, from the dictionaries. */
  readonly entries: ReadonlyMap<string, {readonly why: string | undefined; readonly instead: readonly string[]}>
  readonly kinds: ReadonlySet<string>
  readonly sections: ReadonlySet<string>
}

/** Slots in a suggestion are filled from the document, so an entry with slots keeps the words around them. */
const withoutSlots = (text: string): string => text.replace(/\{[^{}]*\}/g, '…')

export function ownWords(rules: readonly RuleFacts[], dictionaries: Dictionaries): OwnWords {
  const entries = new Map<string, {why: string | undefined; instead: readonly string[]}>()
  for (const list of dictionaries.lists) {
    for (const {id, why, instead} of list.entries) {
      entries.set(`${list.rule}/${id}`, {why: why ?? list.why, instead: instead.map(withoutSlots)})
    }
  }
  for (const {acronym, standsFor} of dictionaries.acronyms) {
    entries.set(`unexplained-acronym/${acronym}`, {why: undefined, instead: standsFor})
  }
  for (const {id} of dictionaries.sections) entries.set(`missing-section/${id}`, {why: undefined, instead: []})
  for (const rule of rules)
    for (const id of rule.entries ?? []) entries.set(`${rule.id}/${id}`, {why: undefined, instead: []})
  const ids = (all: readonly {readonly id: string}[]) => new Set(all.map(({id}) => id))
  return {rules, entries, kinds: ids(dictionaries.kinds), sections: ids(dictionaries.sections)}
}

const ownPart = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const ownLabel = /^[\d.()]{1,12}$|^\(?[a-z]{1,4}[.)]$/i
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i

function redactLocation(location: Location | null): Location | null {
  if (!location || 'line' in location) return location
  return {...location, part: ownPart.test(location.part) ? location.part : redacted, heading: null}
}

function redactWhere(where: Where | null): Where | null {
  if (!where) return null
  const {paragraph, label, cell, note, kind} = where
  return {
    headings: [],
    paragraph,
    kind,
    ...(cell && {cell}),
    ...(label && ownLabel.test(label) && {label}),
    ...(note && ownLabel.test(note) && {note})
  }
}

function redactKnown(known: Known, own: OwnWords): Known {
  return {
    ...known,
    kind: known.kind && own.kinds.has(known.kind) ? known.kind : null,
    language: languageTag.test(known.language) ? known.language : redacted,
    children: known.children.map(({from}, index) => ({
      name: `child-${index + 1}`,
      knownAs: null,
      pronouns: null,
      age: null,
      family: {},
      from
    })),
    people: []
  }
}

function redactFinding(finding: Finding, known: Known, own: OwnWords): Finding {
  const rule = own.rules.find(({id}) => id === finding.rule)
  const entry = own.entries.get(`${finding.rule}/${finding.entry}`)
  const child = known.children.findIndex(({name, knownAs}) => [name, knownAs].includes(finding.about.child ?? ''))
  const {section} = finding.about
  return {
    ...finding,
    entry: entry ? finding.entry : null,
    message: rule ? `${rule.title}.`.replace(/\.\.$/, '.') : redacted,
    why: entry?.why ?? rule?.why ?? '',
    instead: entry?.instead ?? [],
    text: finding.text && redacted,
    fix: null,
    about: {
      ...(section && {section: own.sections.has(section) ? section : redacted}),
      ...(finding.about.child && {child: child < 0 ? redacted : `child-${child + 1}`})
    },
    span: null,
    location: redactLocation(finding.location),
    where: redactWhere(finding.where)
  }
}

function redactResult(result: Result, own: OwnWords): Result {
  return {
    ...result,
    document: {
      format: result.document.format,
      text: '',
      blocks: [],
      marks: [],
      segments: [],
      source: null,
      declared: null,
      notices: result.document.notices
    },
    known: redactKnown(result.known, own),
    findings: result.findings.map((finding) => redactFinding(finding, result.known, own))
  }
}

/**
 * Takes every stretch of the documents' text out of results before any reporter sees them: words, names, headings,
 * suggestions made of them, and file names, which become `file-1`, `file-2` in the order in which they come.
 * @param ownWordsOf asked once, when there is something to redact: it goes through every dictionary
 * @param keepPaths where whoever reads the report sees the names of the files anyway
 */
export function redactor(
  ownWordsOf: () => OwnWords,
  keepPaths = false
): {
  readonly file: (file: CheckedFile) => CheckedFile
  readonly fault: (fault: ReportedFault) => ReportedFault
  readonly path: (path: string) => string
} {
  const own = onAsking(ownWordsOf)
  const names = new Map<string, string>()
  const path = (name: string): string => {
    if (keepPaths) return name
    const known = names.get(name)
    if (known) return known
    const next = `file-${names.size + 1}`
    names.set(name, next)
    return next
  }
  return {
    path,
    file: (file) => ({...file, path: path(file.path), result: redactResult(file.result, own())}),
    fault: (fault) => ({...fault, path: fault.path === null ? null : path(fault.path)})
  }
}
