import type {Span} from './span.ts'

export const severities = ['error', 'warning', 'advice'] as const
export type Severity = (typeof severities)[number]

/** Where in the file, as people and tools count there. */
export type Location = TextLocation | PackageLocation

/** Lines and columns count from 1 in UTF-16 units, end not included; `start` and `end` are offsets into the decoded file. */
export interface TextLocation {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly start: number
  readonly end: number
}

/** `paragraph` counts from 1 within the part; `start` and `end` are offsets into the paragraph's visible text. */
export interface PackageLocation {
  readonly part: string
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** The nearest heading above, `null` where there is none. */
  readonly heading: string | null
}

/** How a person would be told where: everything that is known, nothing that is not. */
export interface Where {
  /** The headings above, outermost first. */
  readonly headings: readonly string[]
  /** Counted from 1 within the section (the stretch under the nearest heading). */
  readonly paragraph: number
  /** The number printed before the paragraph, such as `1.3`. */
  readonly label?: string
  readonly cell?: {readonly row: number; readonly column: number}
  readonly note?: string
  readonly kind: 'body' | 'header' | 'footer' | 'box' | 'note'
}

export interface Fix {
  /** In `Document.text`. */
  readonly span: Span
  readonly replacement: string
}

/** What a rule says before it is settled: severity, place and identity are added by `findings/settle.ts`. */
export interface Draft {
  /** Absent for the whole document. */
  readonly at?: Span
  /** The dictionary entry that spoke. */
  readonly entry?: string
  /** One sentence: what. */
  readonly message: string
  /** Why it matters, in the young people's terms; the rule's own reason when absent. */
  readonly why?: string
  /** What to write instead, best first, at most three. */
  readonly instead?: readonly string[]
  /** A replacement that is safe without a person's judgement; it may reach further than `at`, over an article. */
  readonly fix?: Fix
  /** What is absent. */
  readonly about?: About
  /** Where the entry or kind sets its own. */
  readonly severity?: Severity
}

export interface About {
  readonly child?: string
  readonly section?: string
}

export interface Finding {
  readonly rule: string
  readonly entry: string | null
  readonly severity: Severity
  readonly message: string
  readonly why: string
  readonly instead: readonly string[]
  /** The words, as they stand in the file; empty for a finding about the whole document. */
  readonly text: string
  readonly fix: Fix | null
  /** Identity that survives edits elsewhere in the document. Holds no text. */
  readonly fingerprint: string
  readonly about: About
  readonly span: Span | null
  readonly location: Location | null
  readonly where: Where | null
}
