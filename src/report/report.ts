import type {Finding, Severity} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import type {Style} from './style.ts'

/** One file that was read and judged. */
export interface CheckedFile {
  /** As the user would name it: relative to the working folder, with forward slashes. */
  readonly path: string
  readonly result: Result
  /** Findings that were counted and are not in the result, where there are any. */
  readonly notShown?: SeverityCounts
}

export interface SeverityCounts {
  readonly errors: number
  readonly warnings: number
  readonly advice: number
}

/** Something asked for that could not be done. */
export interface ReportedFault {
  /** `null` where no one file is at fault. */
  readonly path: string | null
  readonly code: string
  /** One line with nothing of any document in it. */
  readonly message: string
  readonly place?: {readonly line: number; readonly column: number}
}

/** What a report may say of a rule without knowing any document. */
export interface RuleFacts {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly fine: string
  readonly severity: Severity
  /** What it may speak of, where no dictionary says so. */
  readonly entries?: readonly string[]
}

/** Counts over all files of a run. */
export interface Totals extends SeverityCounts {
  readonly files: number
  readonly words: number
  readonly quotedWords: number
  /** Findings in text files with a replacement that is safe to make. */
  readonly fixable: number
  /** Notices: what was not read or not judged. */
  readonly notices: number
}

/**
 * Turns files, as they are checked, into text. A reporter keeps counts at most, never files, so that a run over an
 * archive needs no more memory than a run over a letter.
 */
export interface Reporter {
  readonly begin?: () => string
  readonly file: (file: CheckedFile) => string
  readonly end: (run: {readonly totals: Totals; readonly faults: readonly ReportedFault[]}) => string
}

export interface ReportContext {
  readonly version: string
  readonly rules: readonly RuleFacts[]
  readonly style: Style
  /** The width of the page in display cells. */
  readonly columns: number
  /** Whether the documents' text was taken out before. */
  readonly redacted: boolean
  /** Every repeat and every finding, not only those that matter most. */
  readonly all: boolean
  /** Add counts by rule, entry and file. */
  readonly statistics: boolean
}

export const noTotals: Totals = {
  files: 0,
  words: 0,
  quotedWords: 0,
  errors: 0,
  warnings: 0,
  advice: 0,
  fixable: 0,
  notices: 0
}

const none: SeverityCounts = {errors: 0, warnings: 0, advice: 0}

export function countOf(findings: readonly Finding[], others: SeverityCounts = none): SeverityCounts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  return {
    errors: others.errors + count('error'),
    warnings: others.warnings + count('warning'),
    advice: others.advice + count('advice')
  }
}

/** Every finding of a file, shown or not. */
export const countIn = ({result, notShown}: CheckedFile): SeverityCounts => countOf(result.findings, notShown)

/** The counts with one more file in them. */
export function addFile(totals: Totals, file: CheckedFile): Totals {
  const {result} = file
  const {errors, warnings, advice} = countIn(file)
  return {
    files: totals.files + 1,
    words: totals.words + result.words,
    quotedWords: totals.quotedWords + result.quotedWords,
    errors: totals.errors + errors,
    warnings: totals.warnings + warnings,
    advice: totals.advice + advice,
    fixable: totals.fixable + (result.document.source === null ? 0 : result.findings.filter(({fix}) => fix).length),
    notices: totals.notices + result.notices.filter(({aside}) => !aside).length
  }
}
