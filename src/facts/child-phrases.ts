import type {KnownChild} from '../model/result.ts'
import {Gap, type Tokens} from '../model/tokens.ts'
import {genderOf} from './mentions.ts'

/** What a child is called instead of by name, and whom it can mean. */
const nouns: ReadonlyMap<string, {readonly gender?: 'he' | 'she'; readonly from?: number; readonly to?: number}> =
  new Map(
    Object.entries({
      child: {},
      minor: {},
      youngster: {},
      youth: {from: 10},
      adolescent: {from: 10},
      juvenile: {from: 10},
      teenager: {from: 12},
      teen: {from: 12},
      infant: {to: 3},
      baby: {to: 1},
      newborn: {to: 1},
      toddler: {to: 4},
      boy: {gender: 'he'},
      girl: {gender: 'she'},
      lad: {gender: 'he'},
      lass: {gender: 'she'},
      kid: {}
    } as const)
  )
const describing = new Set(
  'subject little young relevant above said aforementioned named index small older younger teenage infant minor baby'.split(
    ' '
  )
)
/** *The above-named child*: two words that describe it. */
const mostDescribing = 2
const leads = new Set(['the', 'this', 'said', 'that'])

/** A phrase that may mean a child of the document: words `from` to `to`, end not included. */
export interface ChildPhrase {
  readonly from: number
  readonly to: number
  readonly noun: string
}

/** What *young* or *little* makes of a word, as the noun that it is judged by. */
const youngOnes: ReadonlyMap<string, string> = new Map([
  ['person', 'young person'],
  ['one', 'young person'],
  ['man', 'boy'],
  ['boy', 'boy'],
  ['lad', 'boy'],
  ['woman', 'girl'],
  ['lady', 'girl'],
  ['girl', 'girl']
])

/** A phrase such as *the subject child* that begins at word `i`. */
export function phraseAt(tokens: Tokens, i: number): ChildPhrase | null {
  const word = tokens.word[i] as string
  if (!leads.has(word)) return null
  let at = i + 1
  for (let skipped = 0; skipped <= mostDescribing && at < tokens.count && tokens.gap[at] === Gap.joined; skipped++) {
    const here = tokens.base[at] as string
    const next = followedBy(tokens, at + 1)
    const one = here === 'young' || (here === 'little' && next !== 'one') ? youngOnes.get(next) : undefined
    if (one) return {from: i, to: at + 2, noun: one}
    if (nouns.has(here) && !(describing.has(here) && nouns.has(next))) return {from: i, to: at + 1, noun: here}
    if (!describing.has(here)) return null
    at++
  }
  return null
}

/** The word that a phrase which ends before word `to` runs on to; empty where none does. */
export const followedBy = (tokens: Tokens, to: number): string =>
  to < tokens.count && tokens.gap[to] === Gap.joined ? (tokens.base[to] as string) : ''

/** Could the phrase mean one of this document's children, by their ages and pronouns? */
export function couldMean({noun}: ChildPhrase, children: readonly KnownChild[]): boolean {
  const about = nouns.get(noun)
  return children.some((child) => {
    const gender = genderOf(child)
    if (about?.gender && gender !== 'either' && gender !== 'they' && gender !== about.gender) return false
    if (child.age === null) return about?.to === undefined
    return !(about?.from !== undefined && child.age < about.from) && !(about?.to !== undefined && child.age > about.to)
  })
}

/** Was another child brought in before: *a girl*, *another boy*, *his friend*? Then *the girl*, or *that child*, is that one. */
export function isIntroduced(tokens: Tokens, {from, noun}: ChildPhrase): boolean {
  const block = tokens.block[from] as number
  for (let i = from - 1; i >= 0 && i > from - 60 && (tokens.block[i] as number) >= block - 1; i--) {
    const word = tokens.base[i] as string
    if (/^(?:another|others?|different)$/.test(word) && nouns.has(tokens.base[i + 1] as string)) return true
    if (/^(friend|cousin|classmate|nephew|niece|neighbour|teammate|pal|mate)$/.test(word) && noun !== 'young person')
      return true
    if (!/^(a|an|one|some|two|any)$/.test(word)) continue
    for (let next = i + 1; next < Math.min(i + 4, from); next++) {
      const there = tokens.base[next] as string
      if (nouns.has(there) || (there === 'young' && noun === 'young person')) {
        const isAny = there === 'child' || there === 'young' || there === 'baby'
        if (!isAny || !isGeneric(tokens, next)) return true
      }
      if (tokens.gap[next] !== Gap.joined) break
    }
  }
  return false
}

/** "a child of nine", "a child needs": any child, and nobody in the room. */
const isGeneric = (tokens: Tokens, noun: number): boolean =>
  /^(of|needs?|should|must|can|cannot|may|who|aged|has|is|will|whose)$/.test(followedBy(tokens, noun + 1))
