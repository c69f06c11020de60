import type {Package} from './package.ts'
import type {ParagraphMap} from './runs.ts'

/**
 * Maps every paragraph of a story (the main part, notes, a header or footer) that the view shows, in the order of their
 * numbers. Offsets in it are those of `Package.text(part).source`. Throws `Fault` as reading does.
 */
export declare const mapStory: (
  pack: Package,
  part: string,
  options?: {readonly view?: 'final' | 'original'}
) => readonly ParagraphMap[]
