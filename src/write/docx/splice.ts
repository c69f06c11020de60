/** A stretch of a part's source (UTF-16 offsets, end not included) and what stands there instead; empty to insert. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The source with those edits made; everything between them is the same string as before. They may come in any order
 * and must not overlap; of several at one place, insertions come in the order given.
 */
export const splice = (source: string, edits: readonly Edit[]): string => {
  const inOrder = [...edits].sort((one, other) => one.start - other.start || one.end - other.end)
  let spliced = ''
  let at = 0
  for (const {start, end, text} of inOrder) {
    if (start < at) throw new RangeError('Edits of a part overlap')
    spliced += source.slice(at, start) + text
    at = end
  }
  return spliced + source.slice(at)
}
