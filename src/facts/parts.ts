import type {Sentence} from '../model/tokens.ts'
import type {Section} from './facts.ts'

const none: readonly Section[] = []

/**
 * Gives the parts of a paper beneath whose heads a sentence stands, to be asked of one sentence after the other.
 * @param parts sorted by their start
 */
export function partsOver(parts: readonly Section[]): (sentence: Sentence) => readonly Section[] {
  let next = 0
  let open: Section[] = []
  return ({start, end}) => {
    for (; next < parts.length && (parts[next] as Section).start <= start; next++) open.push(parts[next] as Section)
    if (open.length === 0) return none
    open = open.filter((part) => end <= part.end)
    return open.filter(({head}) => (head?.end ?? 0) <= start)
  }
}
