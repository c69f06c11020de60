/** How much of a package we are willing to open. A file beyond a limit is refused with `too-large` or `too-deep`. */
export interface Limits {
  /** The package itself, in bytes. */
  readonly file: number
  /** Entries in the archive. */
  readonly entries: number
  /** One part, inflated, in bytes. */
  readonly part: number
  /** All parts that are read, inflated, in bytes. */
  readonly total: number
  /** Elements of one part. */
  readonly elements: number
  /** Elements inside elements. */
  readonly depth: number
  /** Attributes of one element. */
  readonly attributes: number
  /** One attribute's value, in UTF-16 units. */
  readonly attribute: number
  /** One text node, in UTF-16 units. */
  readonly text: number
}

const kibi = 1024
const mebi = 1024 * kibi

/**
 * Several times what any honest document was seen to need: of 2,053 public Word files the largest was 1.2 MB with 291
 * entries, a part of 12.6 MB and elements 44 deep. There is no limit on the ratio of compression: honest files reach
 * 130 to 1, and the absolute limits bound memory by themselves.
 */
export const defaultLimits: Limits = {
  file: 100 * mebi,
  entries: 4096,
  part: 64 * mebi,
  total: 256 * mebi,
  elements: 1_000_000,
  depth: 256,
  attributes: 1000,
  attribute: mebi,
  text: 16 * mebi
}
