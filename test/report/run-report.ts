import {
  addFile,
  type CheckedFile,
  noTotals,
  type ReportContext,
  type ReportedFault,
  type Reporter
} from '../../src/report/report.ts'
import {context} from './results.ts'

/** What a report says of a whole run. */
export function report(
  create: (context: ReportContext) => Reporter,
  files: readonly CheckedFile[],
  {faults = [], ...more}: Partial<ReportContext> & {readonly faults?: readonly ReportedFault[]} = {}
): string {
  const reporter = create({...context, ...more})
  return [
    reporter.begin?.() ?? '',
    ...files.map((file) => reporter.file(file)),
    reporter.end({totals: files.reduce(addFile, noTotals), faults})
  ].join('')
}
