import {hmac} from '@noble/hashes/hmac.js'
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Draft} from '../model/finding.ts'
import {firstWhere} from '../model/search.ts'
import type {Tokens} from '../model/tokens.ts'

const neighbours = 3

/** A hash with its key in it, to be cloned for each fingerprint. */
export type Keyed = ReturnType<typeof keyedBy>

export const keyedBy = (key: string) => hmac.create(sha256, utf8ToBytes(`ourwords ${key}`))

/**
 * Who a finding is, whatever happens elsewhere in its document: the rule, the entry, the words and their neighbours.
 * It says nothing of them: it is a keyed hash, and whoever stores it brings a key of their own.
 *
 * @param seen counts equal ones, so that the second of two equal sentences has a fingerprint of its own
 */
export function fingerprint(
  rule: string,
  draft: Draft,
  tokens: Tokens,
  keyed: Keyed,
  seen: Map<string, number>
): string {
  const {at, entry = '', about} = draft
  let words: string
  if (at) {
    const from = wordAt(tokens, at.start)
    let to = from
    while (to < tokens.count && (tokens.start[to] as number) < at.end) to++
    words = tokens.word.slice(Math.max(0, from - neighbours), Math.min(tokens.count, to + neighbours)).join(' ')
  } else words = `${about?.child ?? ''}\u0000${about?.section ?? ''}`
  const identity = `${rule}\u0000${entry}\u0000${words}`
  const count = seen.get(identity) ?? 0
  seen.set(identity, count + 1)
  const hash = keyed.clone().update(utf8ToBytes(`${identity}\u0000${count}`))
  return bytesToHex(hash.digest()).slice(0, 32)
}

/** The first word that ends after the offset. */
function wordAt(tokens: Tokens, offset: number): number {
  return firstWhere(tokens.count, (middle) => (tokens.end[middle] as number) > offset)
}
