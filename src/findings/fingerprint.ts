import {hmac} from '@noble/hashes/hmac.js'
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Draft} from '../model/finding.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Tokens} from '../model/tokens.ts'
import type {Rule} from '../rules/rule.ts'

const neighbours = 3

/** Whose fingerprint is asked for. */
interface Spoken {
  readonly rule: Pick<Rule, 'id'>
  readonly draft: Draft
}

/**
 * Says who the findings of one document are, whatever happens elsewhere in it: the rule, the entry, the words and their
 * neighbours. A fingerprint says nothing of them: it is a keyed hash, and whoever stores it brings a key of their own. It
 * is worked out when somebody asks for it, for hashing takes longer than finding.
 * @param spoken the findings, in order
 * @returns the fingerprint of the finding with that number
 */
export function fingerprinter(tokens: Tokens, key: string, spoken: readonly Spoken[]): (number: number) => string {
  // The hash with its key in it, to be cloned for each.
  const keyed = onAsking(() => hmac.create(sha256, utf8ToBytes(`ourwords ${key}`)))
  const identities = onAsking(() => {
    // The second of two equal sentences has a fingerprint of its own.
    const seen = new Map<string, number>()
    return spoken.map(({rule, draft}) => {
      const identity = identityOf(rule.id, draft, tokens)
      const count = seen.get(identity) ?? 0
      seen.set(identity, count + 1)
      return `${identity}\u0000${count}`
    })
  })
  const known: string[] = []
  return (number) => {
    known[number] ??= bytesToHex(
      keyed()
        .clone()
        .update(utf8ToBytes(identities()[number] as string))
        .digest()
    ).slice(0, 32)
    return known[number]
  }
}

function identityOf(rule: string, {at, entry = '', about}: Draft, tokens: Tokens): string {
  let words: string
  if (at) {
    const from = wordAt(tokens, at.start)
    let to = from
    while (to < tokens.count && (tokens.start[to] as number) < at.end) to++
    words = tokens.word.slice(Math.max(0, from - neighbours), Math.min(tokens.count, to + neighbours)).join(' ')
  } else words = `${about?.child ?? ''}\u0000${about?.section ?? ''}`
  return `${rule}\u0000${entry}\u0000${words}`
}

/** The first word that ends after the offset. */
function wordAt(tokens: Tokens, offset: number): number {
  return firstWhere(tokens.count, (middle) => (tokens.end[middle] as number) > offset)
}
