import type {Facts} from '../facts/facts.ts'
import type {DeclaredChild} from '../model/declaration.ts'
import type {About, Draft, Severity} from '../model/finding.ts'
import type {DocumentType} from '../model/result.ts'

/**
 * What is spoken against, why, and how it is found. The file is the documentation too: rule pages, `explain` and the
 * report's "why" all come from here. Named for what it speaks against; the file's name is the id.
 */
export interface Rule {
  readonly id: string
  /** In a few words, for tables: what it speaks of. */
  readonly title: string
  /** Why it matters, in the young people's terms, with the source's name. */
  readonly why: string
  /** When it is fine, or how to accept it. */
  readonly fine: string
  /** Ids in `dictionaries/sources.yaml`. */
  readonly sources: readonly string[]
  /** Default severity; a type may have its own. */
  readonly severity: Severity
  readonly severityFor?: Readonly<Partial<Record<DocumentType, Severity>>>
  /** Types of document it speaks in; all when absent. */
  readonly types?: readonly DocumentType[]
  /** It judges words, so nothing in quotation marks and no accepted term concerns it. */
  readonly onWords: boolean
  /** What it speaks of will not stand in the paper, so its words are not judged. */
  readonly takesOut?: true
  /**
   * Entries that it speaks with and that no dictionary lists, so that they can be set by themselves: `misspelt-name/slip`.
   * `retext` is the second opinion of `retext.ts`.
   */
  readonly entries?: readonly string[]
  readonly examples: readonly RuleExample[]
  check(facts: Facts): Iterable<Draft>
}

/** The child of every example that declares none; her mother is Ms Hussain. */
export const exampleChild = {
  name: 'Amira Hussain',
  knownAs: 'Amira',
  pronouns: 'she/her',
  age: 9,
  family: {mother: 'Mum', 'maternal grandmother': 'Nani'}
} as const satisfies DeclaredChild

/**
 * A whole little document in Markdown. Where nothing is declared, it is a report about `exampleChild`. Words between asterisks are what must be found, each of
 * them and nothing else by this rule; an example without any must be let pass unless `absent` says what it misses.
 */
export interface RuleExample {
  readonly text: string
  readonly document?: string
  readonly children?: readonly DeclaredChild[]
  readonly people?: readonly string[]
  /** What must be said to be missing from the whole document. */
  readonly absent?: readonly About[]
}
