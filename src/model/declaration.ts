/**
 * What somebody said about a document: on the command line, in its front matter, beside it, or in the configuration.
 * Everything is optional; what is absent is asked of the next source and at last inferred from the text.
 */
export interface Declaration {
  /** A type (`letter`) or a kind (`section-7-report`). */
  readonly document?: string
  readonly children?: readonly DeclaredChild[]
  /** Other people's names, as they may stand in the text. */
  readonly people?: readonly string[]
  /** BCP 47, such as `en-GB` or `cy`. */
  readonly language?: string
  /** Terms (entry ids or words) accepted in this document, with the reason where one was given. */
  readonly accept?: readonly Acceptance[]
  /** The document is a template: its placeholders stand for what they name. */
  readonly template?: boolean
}

export interface Acceptance {
  readonly term: string
  readonly why?: string
}

export interface DeclaredChild {
  readonly name: string
  readonly knownAs?: string
  /** As declared: `she/her`, `they/them`, `she/they`, `xe/xem/xyr`, `any`, or `ask`. */
  readonly pronouns?: string
  /** Years. */
  readonly age?: number
  /** The child's own words: from the formal kin term to what the child says, such as `{mother: 'Mum'}`. */
  readonly family?: Readonly<Record<string, string>>
  /** BCP 47. */
  readonly language?: string
}

/** Where a fact about a document was found, strongest first. */
export const provenances = ['command-line', 'front-matter', 'sidecar', 'properties', 'config', 'inferred'] as const
export type Provenance = (typeof provenances)[number]
