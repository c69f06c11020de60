import type {Facts} from './facts/facts.ts'
import {gather} from './facts/index.ts'
import {isUnrecognised} from './facts/whole-paper.ts'
import {acceptanceNotices} from './findings/acceptances.ts'
import {type Spoken, settle} from './findings/settle.ts'
import {suppress} from './findings/suppress.ts'
import {parseDocumentType} from './lexicon/document-type.ts'
import type {Lexicon} from './lexicon/lexicon.ts'
import {type Acceptance, type Declaration, type Provenance, provenances} from './model/declaration.ts'
import type {Document} from './model/document.ts'
import {Fault} from './model/fault.ts'
import type {Severity} from './model/finding.ts'
import type {Notice} from './model/notice.ts'
import type {Result} from './model/result.ts'
import {rules as everyRule} from './rules/index.ts'
import type {Rule} from './rules/rule.ts'

/** How one document is to be judged. Everything but the lexicon may be absent. */
export interface CheckOptions {
  readonly lexicon: Lexicon
  /** What was said about the document outside of it, strongest first. What the file says of itself is added. */
  readonly declarations?: readonly {readonly from: Provenance; readonly declaration: Declaration}[]
  /** Severities by rule id or by `rule/entry`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  readonly accept?: readonly Acceptance[]
  readonly includeQuotes?: boolean
  /** Rules beside our own; what they say is settled like everything else. One with the id of another speaks with it. */
  readonly extraRules?: readonly Rule[]
  /** Makes fingerprints that nobody can guess words from; whoever stores them brings one. */
  readonly fingerprintKey?: string
  /** Called between parts of the work: a Fault `out-of-time` that it throws ends the judging, and becomes a notice. */
  readonly pace?: () => void
}

/**
 * Judges a document. Synchronous and pure: the same document and options give the same result, in any host.
 * @throws Fault `unknown-document` where a declaration names a type or kind that there is not
 */
export function check(document: Document, options: CheckOptions): Result {
  const declarations = withOwn(document, options.declarations ?? [])
  for (const {from, declaration} of declarations) {
    // Another kind, guessed in its place, would ask for other things than the writer meant.
    if (declaration.document) parseDocumentType(declaration.document, options.lexicon.dictionaries, sources[from])
  }
  const accept = [...(options.accept ?? []), ...declarations.flatMap(({declaration}) => declaration.accept ?? [])]
  let hurry = options.pace
  const facts = gather({
    document,
    lexicon: options.lexicon,
    declarations,
    settings: {
      template: declarations.find(({declaration}) => declaration.template !== undefined)?.declaration.template ?? false,
      includeQuotes: options.includeQuotes ?? false
    },
    pace: () => hurry?.()
  })
  const set = options.rules ?? {}
  const all = [...everyRule, ...(options.extraRules ?? [])]
  const {spoken, unheard, failures} = hear(all, facts, set, options.pace)
  // What was heard is told, however late it is.
  hurry = undefined
  const settled = settle(spoken, facts, {rules: set, accept, key: options.fingerprintKey ?? ''})
  // A comment that accepts what a rule would have said is not known to be of no use.
  const off = new Set([...Object.keys(set).filter((name) => set[name] === 'off'), ...unheard])
  const ids = all.map(({id}) => id)
  const {findings, notices} = suppress(document, settled.findings, ids, off)
  return {
    document,
    known: facts.known,
    findings,
    notices: [
      ...document.notices,
      ...(isUnrecognised(facts) ? [unrecognised] : []),
      ...failures,
      ...notices,
      ...acceptanceNotices(declarations, settled.accepted, off.size === 0)
    ],
    words: facts.tokens.count,
    quotedWords: quotedWords(facts),
    passages: facts.passages
  }
}

/** What names a kind, as people call it. */
const sources: Readonly<Record<Provenance, string>> = {
  'command-line': 'the command line',
  'front-matter': 'the front matter',
  sidecar: 'the sidecar',
  properties: 'the document’s own property',
  config: 'the configuration',
  inferred: 'the text'
}

const unrecognised: Notice = {
  code: 'type-not-recognised',
  message:
    'It does not show whether it is a letter, a report or a record, so only its words were checked, not what it leaves out. If it is one of these, say so: --as letter, --as report, --as record or --as supervision.'
}

/** What the file says of itself, put where its kind of source stands among the others. */
function withOwn(document: Document, given: NonNullable<CheckOptions['declarations']>) {
  if (!document.declared) return given
  const from: Provenance = document.source === null ? 'properties' : 'front-matter'
  const weaker = given.findIndex((each) => provenances.indexOf(each.from) > provenances.indexOf(from))
  const at = weaker < 0 ? given.length : weaker
  return [...given.slice(0, at), {from, declaration: document.declared}, ...given.slice(at)]
}

function speaks(rule: Rule, facts: Facts, set: NonNullable<CheckOptions['rules']>): boolean {
  if (rule.types && !rule.types.includes(facts.known.type)) return false
  if (set[rule.id] !== 'off') return true
  return Object.keys(set).some((name) => name.startsWith(`${rule.id}/`) && set[name] !== 'off')
}

/** What the rules say. One that breaks does not take the others with it, and does not vanish either. */
function hear(rules: readonly Rule[], facts: Facts, set: NonNullable<CheckOptions['rules']>, pace?: () => void) {
  let spoken: Spoken[] = []
  const unheard: string[] = []
  const failures: Notice[] = []
  for (const [index, rule] of rules.entries()) {
    try {
      pace?.()
      if (!speaks(rule, facts, set)) continue
      const drafts: Spoken[] = []
      for (const draft of rule.check(facts)) {
        pace?.()
        drafts.push({rule, draft})
      }
      spoken = spoken.concat(drafts)
    } catch (error) {
      if (error instanceof Fault && error.code === 'out-of-time') {
        failures.push({code: error.code, message: error.message, failed: true})
        unheard.push(...rules.slice(index).map(({id}) => id))
        break
      }
      // The error may quote the document, so nothing of it is told.
      failures.push({
        code: 'rule-failed',
        message: `The rule ${rule.id} broke on this document and judged nothing; please tell us, without sending the document.`,
        failed: true
      })
      unheard.push(rule.id)
    }
  }
  return {spoken, unheard, failures}
}

/** Words in quotation marks. */
function quotedWords({tokens, quotations}: Facts): number {
  let words = 0
  let i = 0
  for (const {start, end} of quotations) {
    while (i < tokens.count && (tokens.start[i] as number) < start) i++
    while (i < tokens.count && (tokens.start[i] as number) < end) {
      words++
      i++
    }
  }
  return words
}
