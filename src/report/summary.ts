import {wrap} from './layout.ts'
import type {ReportContext, ReportedFault, Totals} from './report.ts'

/** With a comma between thousands. `Intl` would take longer to load than a letter to be judged. */
const grouped = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 word`, `3,412 words`. */
export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${grouped(amount)} ${amount === 1 ? one : many}`

/** What was found: `4 errors, 9 warnings, 3 pieces of advice`. */
export const found = ({errors, warnings, advice}: Totals): string =>
  [counted(errors, 'error'), counted(warnings, 'warning'), counted(advice, 'piece of advice', 'pieces of advice')].join(
    ', '
  )

/** How much was read: `2 files, 3,412 words checked (212 in quotations not judged)`. */
export const read = ({files, words, quotedWords}: Totals): string =>
  `${counted(files, 'file')}, ${counted(words, 'word')} checked${
    quotedWords > 0 ? ` (${grouped(quotedWords)} in quotations not judged)` : ''
  }`

/** `null` when all was read; else why a report without findings must not be taken for a clean one. */
export function notRead({notices}: Totals, faults: readonly ReportedFault[]): string | null {
  const parts = [
    faults.length > 0 &&
      counted(faults.length, 'thing asked for could not be done', 'things asked for could not be done'),
    notices > 0 && `${counted(notices, 'note')} above ${notices === 1 ? 'says' : 'say'} what was not checked`
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join('; ') : null
}

/** The last lines of a report for people. */
export function summary(
  {totals, faults}: {readonly totals: Totals; readonly faults: readonly ReportedFault[]},
  {style, columns}: Pick<ReportContext, 'style' | 'columns'>
): string {
  const findings = totals.errors + totals.warnings + totals.advice
  const missed = notRead(totals, faults)
  const fixable = totals.fixable > 0 ? ` · ${grouped(totals.fixable)} can be fixed with --fix` : ''
  const verdict = findings > 0 ? `${found(totals)}${fixable}` : missed || totals.files === 0 ? '' : 'Nothing to say.'
  return [
    style.quiet(wrap(read(totals), columns)),
    verdict && style.strong(wrap(verdict, columns)),
    missed && style.strong(wrap(`Not complete: ${missed}.`, columns))
  ]
    .filter(Boolean)
    .map((line) => `${line}\n`)
    .join('')
}
