import type {Declaration} from './declaration.ts'
import type {Notice} from './notice.ts'
import type {Span} from './span.ts'

/** What a reader recognised, by content and not by file name. */
export type Format = 'markdown' | 'text' | 'docx' | 'odt'

/**
 * What was read: one canonical text, the blocks that lie over it, and where each stretch of it came from.
 * Every reader makes the same thing, so that no rule ever knows which format it is judging.
 * Plain data: it survives `structuredClone`, so it can cross to a worker.
 */
export interface Document {
  readonly format: Format
  /**
   * All that a person would read, block after block, two line feeds between blocks. Inside a block a line that was
   * only wrapped is joined by one space; a line break that the writer meant is one line feed.
   * Quotes, dashes and spaces are as typed: folding happens in the matcher and never here.
   */
  readonly text: string
  /** In reading order; they do not overlap. */
  readonly blocks: readonly Block[]
  /** Stretches inside blocks that have a meaning of their own; sorted by start; they may nest. */
  readonly marks: readonly Mark[]
  /** Where the text came from, sorted by start. Empty for Word files, whose blocks carry their own origin. */
  readonly segments: readonly Segment[]
  /** The decoded file (no byte-order mark) for text formats, `null` for packages. Findings slice their words out of it. */
  readonly source: string | null
  /** What the file says of itself: front matter or Word document properties; `null` when it says nothing. */
  readonly declared: Declaration | null
  /** What could not be read or judged. A report with notices never looks clean. */
  readonly notices: readonly Notice[]
  /** What stands in the file for people who edit it and not for its readers: comments. Absent when none. */
  readonly remarks?: readonly Remark[]
}

/**
 * A comment. Of a text file its span lies in `Document.source`, and no block covers it; of a package it lies in
 * `Document.text`, over the whole blocks that the comment is anchored to.
 */
export interface Remark extends Span {
  /** The comment's words, without what opens and closes it. */
  readonly words: string
}

/**
 * - `heading`: a heading, real or recognised (`inferred`).
 * - `paragraph`, `item` (of a list), `quote` (a block quotation), `cell` (of a table), `note` (foot- or endnote).
 * - `header`, `footer`: of a page. `box`: a text box or drawing.
 * - `code`: verbatim text, not judged. `guidance`: a template's instructions to its writer.
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'cell'
  | 'note'
  | 'header'
  | 'footer'
  | 'box'
  | 'code'
  | 'guidance'

export interface Block extends Span {
  readonly kind: BlockKind
  /** Of a heading, 1 to 6. */
  readonly level?: number
  /** A heading that was recognised by its looks (bold line, capitals, bare short line) and not by its markup. */
  readonly inferred?: true
  /** Of a cell: all counted from 1. `header` marks the head row. */
  readonly cell?: {readonly table: number; readonly row: number; readonly column: number; readonly header?: true}
  /** The number that the reader sees before a paragraph, such as `1.3` or `(a)`. It is not part of the text. */
  readonly label?: string
  /** The identifier of a foot- or endnote, as shown. */
  readonly note?: string
  /** BCP 47, where the file says that a block is not in the document's language. */
  readonly language?: string
  /**
   * Of a block read from a package: the part's name and the paragraph, counted from 1 within the part. `start` is where
   * in the paragraph's visible text the block begins, 0 when absent: a number typed before it is a label.
   */
  readonly origin?: {readonly part: string; readonly paragraph: number; readonly id?: string; readonly start?: number}
}

/**
 * - `code`, `link` (the words of a link), `strong`, `emphasis`.
 * - `placeholder`: a slot that the format itself marks as unfilled (content control, MERGEFIELD); `name` says of what.
 * - `generated`: a field's result (contents, page number). `foreign`: in another `language`.
 * - `inserted`: a tracked insertion. `attribution`: says whose words a block quotation are.
 */
export type MarkKind = 'code' | 'link' | 'strong' | 'emphasis' | 'placeholder' | 'generated' | 'foreign' | 'inserted'

export interface Mark extends Span {
  readonly kind: MarkKind
  readonly name?: string
  readonly language?: string
}

/**
 * A stretch of `Document.text` and the stretch of `Document.source` it came from. Where both are equally long, units
 * correspond one to one; where they are not (an escape, an entity, a wrapped line), the stretch is indivisible.
 */
export interface Segment extends Span {
  readonly sourceStart: number
  readonly sourceEnd: number
}
