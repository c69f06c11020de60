import type {Tokens} from '../model/tokens.ts'
import type {Mention} from './facts.ts'

/**
 * Marks the words that name somebody, by word: a surname or a nickname is a name, whatever else the word may mean
 * (*Ms Case*, *Hope*).
 */
export function namedWords(tokens: Tokens, mentions: readonly Mention[]): Uint8Array {
  const named = new Uint8Array(tokens.count)
  for (const {who, from, to} of mentions) if (who === 'child' || who === 'person') named.fill(1, from, to)
  return named
}
