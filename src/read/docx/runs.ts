/**
 * How the visible text of a story's paragraphs lies in its part's source. The reader of stories gives it when asked, by
 * the same walk that makes the text, so that what was judged and what is written to can never differ.
 */

/**
 * A stretch of a paragraph's visible text and the stretch of the part's decoded source it came from: offsets in UTF-16
 * units, ends not included. Where both are equally long, units correspond one to one. Where they are not (an entity, a
 * tab, a line break, a picture), the stretch is indivisible and its source is the whole of what makes it: the text with
 * its entity, or the element (`<w:tab/>`).
 */
export interface Stretch {
  /** In the paragraph's visible text, from 0. */
  readonly start: number
  readonly end: number
  /** In the part's source, as `PartText.source` of `package.ts` has it. */
  readonly sourceStart: number
  readonly sourceEnd: number
}

/** One paragraph as findings count them: `PackageLocation.paragraph` and a block's `origin.paragraph`. */
export interface ParagraphMap {
  /** Counted from 1 within the part. */
  readonly paragraph: number
  /** Where the start tag of the `w:p` starts; of paragraphs joined by a deleted mark, that of the first. */
  readonly sourceStart: number
  /** In the order of the visible text; together they cover it without a gap. Empty for an empty paragraph. */
  readonly stretches: readonly Stretch[]
}

/**
 * What a walk over a story tells whoever wants the map; the plain reading passes none and pays nothing for it.
 * Calls come in any order of paragraphs (a text box stands inside the paragraph it is anchored to), but within one
 * paragraph in the order of its visible text.
 */
export interface MapListener {
  paragraph(paragraph: number, sourceStart: number): void
  stretch(paragraph: number, stretch: Stretch): void
}
