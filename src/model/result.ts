import type {Provenance} from './declaration.ts'
import type {Document} from './document.ts'
import type {Finding} from './finding.ts'
import type {Notice} from './notice.ts'

export const documentTypes = ['letter', 'report', 'record', 'supervision', 'correspondence'] as const
export type DocumentType = (typeof documentTypes)[number]

/** What is known of the document, and from where. */
export interface Known {
  readonly type: DocumentType
  readonly typeFrom: Provenance
  /** The id of a kind in `dictionaries/kinds/`, `null` where only the type is known. */
  readonly kind: string | null
  readonly kindFrom: Provenance | null
  /** BCP 47. */
  readonly language: string
  readonly children: readonly KnownChild[]
  /** Other people, as named. */
  readonly people: readonly string[]
  readonly template: boolean
}

export interface KnownChild {
  readonly name: string
  readonly knownAs: string | null
  readonly pronouns: string | null
  /** Years. */
  readonly age: number | null
  readonly family: Readonly<Record<string, string>>
  readonly from: Provenance
}

/** All that `check` has to say about one document. */
export interface Result {
  readonly document: Document
  readonly known: Known
  readonly findings: readonly Finding[]
  readonly notices: readonly Notice[]
  /** Words checked: those in blocks that rules judge. */
  readonly words: number
  /** Words inside quotation marks, which no rule on words judged. */
  readonly quotedWords: number
  /** Reading age by passage, where one was worked out: years. */
  readonly passages: readonly Passage[]
}

export interface Passage {
  readonly start: number
  readonly end: number
  /** The age, in years, at which most children read this comfortably. */
  readonly readingAge: number
  readonly words: number
}
