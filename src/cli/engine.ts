import type {CheckOptions} from '../check.ts'
import type {BrokenExample} from '../examples.ts'
import type {Explanation} from '../explain.ts'
import type {Lexicon} from '../lexicon/lexicon.ts'
import type {DictionaryFile} from '../lexicon/load.ts'
import type {Dictionaries} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {ReadOptions} from '../read/reader.ts'
import type {Rule} from '../rules/rule.ts'
import type {review} from '../write/docx/review.ts'
import type {strip} from '../write/docx/strip.ts'

/** What writes into Word files. */
interface WordWriter {
  readonly review: typeof review
  readonly strip: typeof strip
}

/** The core as the command line needs it, so that a test can put another in its place. */
export interface Engine {
  readonly rules: readonly Rule[]
  /**
   * The dictionaries of the package, with the user's own added. Throws a Fault that names what is wrong in them.
   * @param examples with every entry's examples, which only some commands need and a check does not
   */
  readonly words: (own: readonly DictionaryFile[], examples?: boolean) => Words
  readonly read: (name: string, bytes: Uint8Array, options: ReadOptions) => Promise<Document>
  readonly check: (document: Document, options: CheckOptions) => Result
  /** Loaded only by who needs it. */
  readonly word: () => Promise<WordWriter>
  /** A second opinion; loaded only by who asks for it. */
  readonly retext: () => Promise<readonly Rule[]>
  /** Runs the examples of every entry. */
  readonly brokenExamples: (lexicon: Lexicon) => readonly BrokenExample[]
  /** What is known of a rule, a word or an acronym; the lexicon holds examples. */
  readonly explain: (asked: string, lexicon: Lexicon) => readonly Explanation[]
}

export interface Words {
  readonly dictionaries: Dictionaries
  readonly lexicon: Lexicon
  /** The same for the same dictionaries, and for no others. */
  readonly identity: () => string
}
