/**
 * Something the user must change before we can work: a file that cannot be read, a mistake in a configuration.
 * The message is one line, says what and what to do, and never holds any of the document's text.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  /** Stable, kebab-case: `encrypted`, `not-found`, `bad-front-matter`, … */
  readonly code: string
  /** 1-based, where the fault lies in a text file. */
  readonly place: {readonly line: number; readonly column: number} | undefined

  constructor(code: string, message: string, place?: {readonly line: number; readonly column: number}) {
    super(message)
    this.code = code
    this.place = place
  }
}
