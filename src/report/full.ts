import type {Finding, Severity} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import {terminal} from './escape.ts'
import {type Group, group, inOne, weightiest} from './group.ts'
import {cells, excerpt, wrap} from './layout.ts'
import {address, inWords, lineAndColumn, ruleAndEntry} from './place.ts'
import type {CheckedFile, ReportContext, Reporter} from './report.ts'
import {makeStatistics} from './statistics.ts'
import {counted, summary} from './summary.ts'
import {understood} from './understood.ts'

/** A tired person reads ten; the rest is a flag away. */
const shownAtOnce = 10

/** Lines under a label, in a column of their own. */
function labelled(label: string, text: string, {columns, style}: ReportContext): string {
  return `  ${style.quiet(label.padEnd(5))} ${wrap(text, columns - 8, '        ')}\n`
}

/** The words in their sentence, and a mark below them. */
function frame({document}: Result, {span}: Finding, {columns, style}: ReportContext): string {
  if (!span || document.text === '') return ''
  const within = document.blocks.find(({start, end}) => start <= span.start && span.start < end)
  const {before, marked, after} = excerpt(document.text, span, within ?? span, columns - 4, terminal)
  const mark = '^'.repeat(Math.max(cells(marked), 1))
  return `    ${before}${style.marked(marked)}${after}\n    ${' '.repeat(cells(before))}${style.marked(mark)}\n`
}

function alsoAt(repeats: readonly Finding[]): string {
  const places = repeats.slice(0, 4).map((finding) => {
    const [line] = lineAndColumn(finding).split(':')
    return line ? `line ${line}` : inWords(finding)
  })
  return `${counted(repeats.length, 'more', 'more')} in this file: ${places.join(', ')}${
    repeats.length > places.length ? ', …' : ''
  } (--all lists ${repeats.length === 1 ? 'it' : 'them'})`
}

function finding(file: CheckedFile, {first, repeats}: Group, said: Set<string>, context: ReportContext): string {
  const {style} = context
  const severity = style.severity[first.severity](first.severity)
  const place = terminal(address(file.path, first))
  const rule = terminal(ruleAndEntry(first))
  const isOneLine = cells(`${place}  ${first.severity}  ${rule}`) <= context.columns
  const where = terminal(inWords(first))
  const why = terminal(first.why)
  const known = said.has(why)
  said.add(why)
  return [
    `${style.place(place)}${isOneLine ? '' : '\n'}  ${severity}  ${style.quiet(rule)}\n`,
    `  ${style.strong(wrap(terminal(first.message), context.columns - 2, '  '))}\n`,
    frame(file.result, first, context),
    where && labelled('where', where, context),
    why && !known && labelled('why', why, context),
    first.instead.length > 0 && labelled('try', first.instead.map(terminal).join(' · '), context),
    repeats.length > 0 && labelled('also', terminal(alsoAt(repeats)), context)
  ]
    .filter(Boolean)
    .join('')
}

const word: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice']
}

/** What was held back, so that nobody takes ten findings for all of them. */
function heldBack(groups: readonly Group[], {columns, style}: ReportContext): string {
  const held = groups.flatMap(({first, repeats}) => [first, ...repeats])
  const counts = (['error', 'warning', 'advice'] as const)
    .map((severity) => [severity, held.filter((each) => each.severity === severity).length] as const)
    .filter(([, amount]) => amount > 0)
    .map(([severity, amount]) => counted(amount, ...word[severity]))
  const rules = [...new Set(groups.map(({first}) => first.rule))].join(', ')
  const line = `These matter most. Not shown: ${counts.join(', ')} (${rules}). --all shows everything.`
  return `${style.strong(wrap(terminal(line), columns))}\n\n`
}

/** What, where, why and what to write instead, for people at a terminal. */
export function full(context: ReportContext): Reporter {
  const {style, columns, all} = context
  const statistics = makeStatistics(context)
  return {
    file: (file) => {
      const {path, result} = file
      statistics.add(file)
      const findings = inOne(result.findings)
      const groups = all ? findings.map((first): Group => ({first, repeats: []})) : group(findings)
      const shown = all || groups.length <= shownAtOnce ? groups : weightiest(groups, shownAtOnce)
      const held = groups.filter((each) => !shown.includes(each))
      if (groups.length === 0 && result.notices.length === 0) return ''
      const said = new Set<string>()
      const notices = result.notices.map(
        ({message}) => `  ${style.strong('note')}  ${wrap(terminal(message), columns - 8, '        ')}\n`
      )
      return [
        `${style.strong(terminal(path))}\n  ${style.quiet(wrap(terminal(understood(result.known)), columns - 2, '  '))}\n`,
        ...notices,
        '\n',
        ...shown.map((each) => `${finding(file, each, said, context)}\n`),
        held.length > 0 ? heldBack(held, context) : ''
      ].join('')
    },
    end: (run) => `${statistics.text()}${summary(run, context)}`
  }
}
