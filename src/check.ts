import type {Lexicon} from './lexicon/lexicon.ts'
import type {Acceptance, Declaration, Provenance} from './model/declaration.ts'
import type {Document} from './model/document.ts'
import type {Severity} from './model/finding.ts'
import type {Result} from './model/result.ts'

/** How one document is to be judged. Everything but the lexicon may be absent. */
export interface CheckOptions {
  readonly lexicon: Lexicon
  /** What was said about the document outside of it, strongest first. What the file says of itself is added. */
  readonly declarations?: readonly {readonly from: Provenance; readonly declaration: Declaration}[]
  /** Severities by rule id or by `rule/entry`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  readonly accept?: readonly Acceptance[]
  readonly includeQuotes?: boolean
}

/** Judges a document. Synchronous and pure: the same document and options give the same result, in any host. */
export function check(_document: Document, _options: CheckOptions): Result {
  throw new Error('not yet written')
}
