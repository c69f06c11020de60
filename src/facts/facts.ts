import type {Lexicon, Match, Persons} from '../lexicon/lexicon.ts'
import type {Dictionaries, Kind} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import type {Known, Passage} from '../model/result.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import type {Slot} from './slots.ts'

/**
 * Everything that is known of one document, worked out once, each on first touch, and shared by all rules.
 * Facts never know of rules or findings.
 */
export interface Facts {
  readonly document: Document
  readonly dictionaries: Dictionaries
  readonly lexicon: Lexicon
  readonly settings: FactSettings
  /** Where something is to be written in a template; none in a draft. */
  readonly slots: readonly Slot[]
  /**
   * The words of every block that is judged (not `code`, not `guidance`), without slots and guidance in a template;
   * `tokens.block` indexes `document.blocks`.
   */
  readonly tokens: Tokens
  /** Type, kind, children, other people, language: what was declared, else what was inferred. */
  readonly known: Known
  /** The kind's dictionary entry, or `null`. */
  readonly kind: Kind | null
  /** `letter`: written to the child. Everything else is judged as `report`. */
  readonly audience: 'letter' | 'report'
  /** Where a person is named or called by a role or kin word, in order, with who it is where that is known. */
  readonly mentions: readonly Mention[]
  /** The mentions, as patterns ask for them. */
  readonly persons: Persons
  /** Words in quotation marks or block quotations, sorted, with whose they are. */
  readonly quotations: readonly Quotation[]
  /** Every dictionary hit that stands in this document: contexts judged, longest kept, quotations and names left in. */
  readonly matches: readonly Match[]
  /** The sections found by heading, table row or prose. */
  readonly sections: readonly Section[]
  /** Reading age by passage. */
  readonly passages: readonly Passage[]
}

export interface FactSettings {
  readonly template: boolean
  readonly includeQuotes: boolean
}

export interface Mention extends Span {
  /** Words `from` to `to`, end not included. */
  readonly from: number
  readonly to: number
  /**
   * `person`: somebody declared, or with a title. `unknown`: a word with a capital that names nobody known.
   * `child`: one of this document's; then `child` is its index in `known.children`.
   */
  readonly who: 'child' | 'person' | 'relative' | 'role' | 'pronoun' | 'unknown'
  readonly child?: number
  readonly gender: 'she' | 'he' | 'they' | 'either' | 'several'
}

export interface Quotation extends Span {
  readonly whose: 'child' | 'other' | 'unknown'
}

export interface Section extends Span {
  /** As in the contract: `strengths`, `recommendations`, … */
  readonly id: string
  /** How it was found. A section found by `heading` or `row` covers all beneath it; by `prose`, the sentence. */
  readonly by: 'heading' | 'row' | 'prose'
  /** Its heading, label or head cell. */
  readonly head?: Span
  /** The index in `known.children` of the one child that its heading is about. */
  readonly child?: number
  /** Words of substance in it: not headings, not *N/A*, not left-over guidance. */
  readonly words: number
}
