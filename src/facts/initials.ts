import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isRole} from './explained-role.ts'
import type {Mention} from './facts.ts'
import type {Letters} from './letters.ts'
import {firstFrom} from './mentions.ts'

/** Words in what a paper says of somebody beside their initials: *Mia’s aunt Pam*. */
const most = 5

const determiners = wordSet('the a an this that these those every any no my your his her our their its')

const between = (tokens: Tokens, i: number): string =>
  tokens.text.slice(i > 0 ? tokens.end[i - 1] : 0, i < tokens.count ? tokens.start[i] : tokens.text.length)

/** Do words for somebody’s work or place in the family end before word `i`? */
function endsInSomebody(mentions: readonly Mention[], from: number, i: number): boolean {
  for (let at = firstFrom(mentions, from); at < mentions.length; at++) {
    const {who, from: first, to} = mentions[at] as Mention
    if (first >= i) return false
    if (to === i && (who === 'role' || who === 'relative')) return true
  }
  return false
}

/** The words straight after word `to`, up to the next sign; its end, or -1 where there are too many. */
function endOfPhrase(tokens: Tokens, to: number): number {
  for (let i = to + 1; i <= to + most; i++) if (i >= tokens.count || tokens.gap[i] !== Gap.joined) return i
  return -1
}

/** *SM (Sue)*, *PD (Mia’s aunt Pam)*: a name alone, or after who it is, that begins with the first of the letters. */
function givesName(tokens: Tokens, mentions: readonly Mention[], {to, letters}: Letters, end: number): boolean {
  const name = end - 1
  if (tokens.shape[name] !== Shape.capital || tokens.word[name]?.[0] !== letters[0]?.toLowerCase()) return false
  return name === to || endsInSomebody(mentions, to, name)
}

/** Letters by which a paper calls somebody, and beside which it says whom: *SB, family support worker*, *Mum (NH)*. */
export function callSomebody(use: Letters, tokens: Tokens, mentions: readonly Mention[]): boolean {
  const {from, to, letters, entry, dotted} = use
  if (dotted || letters.length > 3) return false
  if (tokens.gap[from] === Gap.joined && determiners.has(tokens.word[from - 1])) return false
  const opened = between(tokens, to)
  const end = to < tokens.count && tokens.block[to] === tokens.block[from] ? endOfPhrase(tokens, to) : -1
  const isBracketed = end > 0 && /^\s*[(\u005b]/.test(opened) && /^\s*[)\u005d]/.test(between(tokens, end))
  const isForWork = entry?.standsFor.some((words) => isRole(words.split(' ').at(-1)?.toLowerCase())) ?? false
  if (isBracketed && !isForWork && givesName(tokens, mentions, use, end)) return true
  if (entry) return false
  if (end > 0 && (isBracketed || /^\s*,\s/.test(opened)) && endsInSomebody(mentions, to, end)) return true
  return (
    /[(\u005b]$/.test(between(tokens, from)) && /^[)\u005d]/.test(opened) && endsInSomebody(mentions, from - most, from)
  )
}
