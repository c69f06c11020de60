/**
 * How the visible text of a story's paragraphs lies in its part's source, and what stands around it: all that a writer
 * needs to put a comment or a tracked change at exact words. `mapStory` (`map.ts`) makes it by the same walk that makes
 * the text, so that what was judged and what is written to can never differ.
 *
 * Every offset named `source…` is one into `PartText.source` of `package.ts`, in UTF-16 units, ends not included.
 */

/** An element, or several side by side, in the part's source. */
export interface SourceSpan {
  readonly sourceStart: number
  readonly sourceEnd: number
}

/**
 * A stretch of a paragraph's visible text and the stretch of source it came from. Where both are equally long, units
 * correspond one to one. Where they are not (an entity, a tab, a line break, a picture), the stretch is indivisible and
 * its source is the whole of what makes it: the text with its entity, or the element (`<w:tab/>`).
 */
export interface Stretch extends SourceSpan {
  /** In the paragraph's visible text, from 0. */
  readonly start: number
  readonly end: number
  /**
   * `text`: (part of) what a `w:t` says; of several in one run each has its own stretches. `character`: a child of the
   * run that stands for one character and may be moved with its side (tab, break, hyphen). `object`: a child that no
   * edit may move (drawing, symbol, mathematics).
   */
  readonly kind: 'text' | 'character' | 'object'
  /** The run that holds it; `null` for what stands beside runs (mathematics). */
  readonly run: Run | null
  /** Of `text`: the `w:t` with its tags. Of the others: the element itself. */
  readonly element: SourceSpan
  /** What it stands inside within its paragraph; elements innermost first, then fields innermost first. */
  readonly inside: readonly Enclosure[]
}

/** A `w:r`: what a copy of it must repeat. */
export interface Run extends SourceSpan {
  /** Where its start tag (with its rsid attributes) ends; it starts at `sourceStart`. */
  readonly startTagEnd: number
  /** Its `w:rPr`, tags and all; `null` where it has none. */
  readonly properties: SourceSpan | null
  /** `properties` holds a `w:rPrChange`. */
  readonly formattingTracked: boolean
}

/** What a stretch or a paragraph stands inside. Text boxes, headers and notes are said of the whole paragraph. */
export type Enclosure =
  | (SourceSpan & {
      /** `wrapper`: smart tags, custom XML, directions, ruby, and what nobody knows. */
      readonly kind: 'link' | 'insertion' | 'deletion' | 'move' | 'wrapper'
    })
  | (SourceSpan & {
      readonly kind: 'field'
      /**
       * `simple`: the span is the `w:fldSimple`. Otherwise it reaches from the start of the run of its `begin` to the end of
       * the run of its `end`, which may be in other paragraphs. A field without an end encloses nothing.
       */
      readonly simple: boolean
      /** The first word of its instruction in capitals: `MERGEFIELD`, `PAGE`; empty where it has none. */
      readonly instruction: string
    })
  | (SourceSpan & {
      readonly kind: 'control'
      /** `inline`: inside a paragraph. `block`: around paragraphs, tables, rows or cells. */
      readonly level: 'inline' | 'block'
      readonly control: Control
    })

/** A content control (`w:sdt`), as its properties say. */
export interface Control {
  /** Its title, else its tag, else empty. */
  readonly name: string
  /** It shows its placeholder: nobody has filled it in. */
  readonly placeholder: boolean
  /** Its contents are locked. */
  readonly locked: boolean
  /** Its contents are bound to data elsewhere in the package. */
  readonly bound: boolean
  /** What may be typed in it. `generated`: a contents list or a page number kept by Word. */
  readonly holds: 'text' | 'list' | 'date' | 'checkbox' | 'picture' | 'generated'
}

/**
 * Something in a paragraph that has no visible text and lies at a place in it. An edit of a range that has one strictly
 * inside (or, of two that touch, between the stretches it changes) must stay a comment.
 */
export interface Obstacle extends SourceSpan {
  /** Where in the paragraph's visible text, from 0. */
  readonly at: number
  /** `revision`: tracked text that this view does not show. `hidden`: hidden text. `field`: a field's own characters. */
  readonly kind: 'note' | 'revision' | 'hidden' | 'field' | 'other'
  /** Of a `note`: which. Comments about the note's text belong at its reference, after `run`. */
  readonly note?: {readonly kind: 'footnote' | 'endnote'; readonly id: string}
  readonly run: Run | null
}

/** A `w:p`. */
export interface ParagraphElement extends SourceSpan {
  /** Where its contents begin: after its start tag and its `w:pPr`. */
  readonly contentStart: number
  /** Where its end tag starts; `contentStart` of an element without contents (`<w:p/>`), which has no end tag. */
  readonly contentEnd: number
  /** It is written `<w:p/>`. */
  readonly empty: boolean
}

/** One paragraph as findings count them: `PackageLocation.paragraph` and a block's `origin.paragraph`. */
export interface ParagraphMap {
  /** Counted from 1 within the part, every `w:p` of the part being counted, shown or not. */
  readonly paragraph: number
  /** The text that the stretches cover. */
  readonly text: string
  /** In the order of the visible text; together they cover it without a gap. Empty for an empty paragraph. */
  readonly stretches: readonly Stretch[]
  readonly obstacles: readonly Obstacle[]
  /** Its `w:p`; several where deleted paragraph marks join them, in order. `paragraph` is the first that has text. */
  readonly elements: readonly ParagraphElement[]
  /** What the whole paragraph stands inside (a block content control, custom XML), innermost first. */
  readonly inside: readonly Enclosure[]
  /** Inside a text box: the number of the paragraph that the outermost box is anchored to, and its `w:r`. */
  readonly box?: {readonly paragraph: number; readonly run: Run | null}
  /** Of a paragraph of a note. */
  readonly note?: {readonly kind: 'footnote' | 'endnote'; readonly id: string}
}
