import type {Facts} from '../facts/facts.ts'
import {quotationOver} from '../facts/quotations.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {Acceptance} from '../model/declaration.ts'
import type {Draft, Finding, Severity} from '../model/finding.ts'
import {severities} from '../model/finding.ts'
import {gather} from '../model/gather.ts'
import {firstWhere} from '../model/search.ts'
import {contains, type Span} from '../model/span.ts'
import type {Rule} from '../rules/rule.ts'
import {fingerprinter} from './fingerprint.ts'
import {makePlacer} from './place.ts'

/** A draft and the rule that spoke. */
export interface Spoken {
  readonly rule: Rule
  readonly draft: Draft
}

export interface SettleOptions {
  /** By rule id or `rule/entry`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly accept: readonly Acceptance[]
  /** For fingerprints; whoever stores them brings their own. */
  readonly key: string
}

/** The severity of a draft: what the user set, else the entry, the kind of document, the type, the rule. */
function severityOf({rule, draft}: Spoken, facts: Facts, set: SettleOptions['rules']): Severity | 'off' {
  return (
    (draft.entry === undefined ? undefined : set[`${rule.id}/${draft.entry}`]) ??
    set[rule.id] ??
    draft.severity ??
    facts.kind?.severities[rule.id] ??
    rule.severityFor?.[facts.known.type] ??
    rule.severity
  )
}

/** Whose words these are; words that nobody is named for may be the child's, and are kept as they are. */
function quotedBy(facts: Facts, span: Span): 'child' | 'other' | null {
  const quotation = quotationOver(facts.quotations, span)
  return quotation ? (quotation.whose === 'other' ? 'other' : 'child') : null
}

/**
 * Makes findings of what the rules said: nothing in quotation marks, nothing accepted, one where several saw the same
 * words, each with its severity, place and identity, in the order of the document; and says what was accepted.
 */
export function settle(
  spoken: readonly Spoken[],
  facts: Facts,
  options: SettleOptions
): {readonly findings: Finding[]; readonly accepted: ReadonlySet<Acceptance>} {
  const acceptable = new Map<string, Acceptance[]>()
  for (const each of options.accept) gather(acceptable, fold(each.term), each)
  const accepted = new Set<Acceptance>()
  const placer = makePlacer(facts.document)
  const kept: (Spoken & {severity: Severity})[] = []
  for (const each of spoken) {
    const {rule, draft} = each
    const severity = severityOf(each, facts, options.rules)
    if (severity === 'off') continue
    if (draft.at && rule.onWords) {
      const whose = quotedBy(facts, draft.at)
      if (whose === 'child' || (whose === 'other' && !facts.settings.includeQuotes)) continue
      if (acceptable.size > 0) {
        const words = facts.document.text.slice(draft.at.start, draft.at.end)
        const by = [draft.entry ?? '', words].flatMap((term) => acceptable.get(fold(term)) ?? [])
        for (const each of by) accepted.add(each)
        if (by.length > 0) continue
      }
    }
    kept.push({rule, draft, severity})
  }
  const inOrder = withoutDoubles(withoutTakenOut(kept)).sort(
    (a, b) => (a.draft.at?.start ?? -1) - (b.draft.at?.start ?? -1)
  )
  const printOf = fingerprinter(facts.tokens, options.key, inOrder)
  const findings = inOrder.map(({rule, draft, severity}, number) => ({
    rule: rule.id,
    entry: draft.entry ?? null,
    severity,
    message: draft.message,
    why: draft.why ?? rule.why,
    instead: draft.instead ?? [],
    text: draft.at ? placer.words(draft.at) : '',
    fix: draft.fix ?? null,
    get fingerprint() {
      return printOf(number)
    },
    about: draft.about ?? {},
    span: draft.at ?? null,
    location: draft.at ? placer.location(draft.at) : null,
    where: draft.at ? placer.where(draft.at) : null
  }))
  return {findings, accepted}
}

/** Without what rules on words say of words that will not stand in the paper. */
function withoutTakenOut<Each extends Spoken>(drafts: readonly Each[]): readonly Each[] {
  const out = drafts.flatMap(({rule, draft: {at}}) => (rule.takesOut && at ? [at] : []))
  if (out.length === 0) return drafts
  out.sort((a, b) => a.start - b.start)
  /** The furthest end of those that start no later. */
  const reach: number[] = []
  for (const [i, {end}] of out.entries()) reach.push(Math.max(end, reach[i - 1] ?? 0))
  const isOut = ({start, end}: Span): boolean =>
    (reach[firstWhere(out.length, (i) => (out[i] as Span).start > start) - 1] ?? 0) >= end
  return drafts.filter(({rule, draft: {at}}) => !(rule.onWords && at !== undefined && isOut(at)))
}

/** Of rules on words that saw the same words, the graver speaks; of equally grave ones, the one that saw more. */
function withoutDoubles<Each extends Spoken & {readonly severity: Severity}>(drafts: readonly Each[]): Each[] {
  const onWords = drafts.filter(({rule, draft}) => rule.onWords && draft.at)
  onWords.sort((a, b) => {
    const [one, other] = [a.draft.at as Span, b.draft.at as Span]
    return (
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || other.end - other.start - (one.end - one.start)
    )
  })
  const standing: Each[] = []
  const byPlace = new Map<number, Each[]>()
  const bucket = (offset: number) => offset >> 8
  for (const each of onWords) {
    const at = each.draft.at as Span
    let doubled = false
    for (let place = bucket(at.start); place <= bucket(at.end) && !doubled; place++)
      doubled = (byPlace.get(place) ?? []).some((other) => {
        const there = other.draft.at as Span
        return contains(there, at) || contains(at, there)
      })
    if (doubled) continue
    standing.push(each)
    for (let place = bucket(at.start); place <= bucket(at.end); place++) gather(byPlace, place, each)
  }
  const words = new Set<Each>(standing)
  return drafts.filter((each) => words.has(each) || !(each.rule.onWords && each.draft.at))
}
