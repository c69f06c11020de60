import type {AcronymEntry, Dictionaries, Entry, WordList} from '../model/dictionary.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import type {Bounds} from './run-pattern.ts'
import type {Starts} from './starts.ts'

/** A dictionary hit whose contexts hold. */
export interface Match extends Span {
  readonly entry: Entry
  readonly list: WordList
  /** Words `from` to `to`, end not included. */
  readonly from: number
  readonly to: number
  /** The form in which the entry's words were found, so that suggestions can take the same. */
  readonly form: Form
}

/** `base` (contact), `plural` or third person (contacts), `past` (contacted), `ing` (contacting). */
export type Form = 'base' | 's' | 'past' | 'ing'

/** What patterns need to know of one document: which words are people. Indexed by word. */
export interface Persons {
  /** How many words of a child's name start at word `i`; 0 for none. */
  childAt(i: number): number
  /** How many words naming or standing for any person (a name, pronoun, relative, role) start at word `i`. */
  someoneAt(i: number): number
  /** The same, ending before word `i`. */
  someoneBefore(i: number): number
  /** How many words that stand for a child of this document (a name, a pronoun that can only be theirs) end before word `i`. */
  childBefore(i: number): number
}

/** Who is who is not known, or of no matter. */
export const nobody: Persons = {childAt: () => 0, someoneAt: () => 0, someoneBefore: () => 0, childBefore: () => 0}

/** Dictionaries made ready to match. Built once; holds nothing of any document. */
export interface Lexicon {
  readonly dictionaries: Dictionaries
  /** All hits, longest first kept, contexts judged; in order of place. */
  match(tokens: Tokens, persons: Persons, audience: 'letter' | 'report'): Match[]
  /** The dictionaries' short forms as written, in the order of the files. */
  readonly shortForms: readonly string[]
  /** What is known of a short form, as written. */
  acronym(form: string): AcronymEntry | undefined
  /** With which words the patterns of some lists, one after another, can begin. */
  starts(lists: readonly (readonly string[])[]): Starts
  /** Compiles a pattern of `dictionaries/README.md`; the same pattern gives the same object. */
  pattern(source: string): Pattern
}

/** A compiled pattern without `~`: where it matches, in words. */
export interface Pattern {
  /**
   * The end (in words) of the longest match that begins at word `i`, or -1.
   * @param within the words that are read as a sentence, where it is not the sentence of word `i`
   */
  endAt(tokens: Tokens, i: number, persons: Persons, within?: Bounds): number
  /** Does it match anywhere within words `from` to `to`? */
  within(tokens: Tokens, from: number, to: number, persons: Persons): boolean
}
