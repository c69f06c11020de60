/** Something the reader of a report must know about the check itself: a text box not read, a rule that broke. */
export interface Notice {
  /** Stable, kebab-case: `hidden-text`, `encoding-guessed`, `not-read`, `rule-failed`, … */
  readonly code: string
  /** One sentence, in plain words, with nothing of the document's text in it. */
  readonly message: string
  /** How many words were not judged because of it, where that can be counted. */
  readonly words?: number
  /** `true` when something asked for could not be done: the run then ends with status 2. */
  readonly failed?: true
  /** `true` when all was read and judged, and it tells of something else: what to mend in the file, what is not shown. */
  readonly aside?: true
}
