import type {Persons} from '../lexicon/lexicon.ts'
import type {Bounds} from '../lexicon/run-pattern.ts'
import type {Tokens} from '../model/tokens.ts'
import type {PatternSet} from './pattern-set.ts'

/** Fewer words than this under a heading are no section. */
const leastWords: ReadonlyMap<string, number> = new Map([
  ['who-was-there', 1],
  ['feedback', 2],
  ['who-i-am', 2],
  ['how-to-reach-me', 2]
])
export const leastFor = (id: string): number => leastWords.get(id) ?? 3

/**
 * Where any of the patterns matches first, not touching what is excused; `null` where none does.
 * @param bounds the words that are read as a sentence, where they are not one
 */
export function firstMatch(
  patterns: PatternSet,
  unless: PatternSet,
  tokens: Tokens,
  from: number,
  to: number,
  persons: Persons,
  bounds?: Bounds
): number | null {
  let excused: Uint8Array | null = null
  for (let i = from; i < to; i++) {
    const end = patterns.endAt(tokens, i, persons, bounds)
    if (end <= i) continue
    excused ??= covered(unless, tokens, from, to, persons, bounds)
    if (excused.subarray(i - from, end - from).includes(1)) continue
    return i
  }
  return null
}

/** The words that the patterns cover, counted from the first. */
function covered(
  patterns: PatternSet,
  tokens: Tokens,
  from: number,
  to: number,
  persons: Persons,
  bounds?: Bounds
): Uint8Array {
  const words = new Uint8Array(to - from)
  for (let i = from; i < to; i++) {
    const end = patterns.endAt(tokens, i, persons, bounds)
    if (end > i) words.fill(1, i - from, Math.min(end, to) - from)
  }
  return words
}
