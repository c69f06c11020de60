import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import type {Facts, Mention} from './facts.ts'
import {isFamiliar} from './familiar.ts'
import {firstFrom} from './mentions.ts'

/** Somebody (or some animal) whom a pronoun could stand for, at word `from`. */
export interface Referent {
  readonly from: number
  readonly to: number
  readonly gender: Mention['gender']
  readonly child?: number
  /** One of several words joined by *and*: a plural pronoun may stand for them together. */
  readonly who: Mention['who'] | 'noun'
}

const articles = /^(the|a|an|my|your|his|her|their|our|its|this|that|another|each|every|one|some|any|no|other)$/

/** *the captain*, *her best friend*, *friends*; not *plays goalkeeper*, *is captain*. */
const isSomebody = (tokens: Tokens, i: number): boolean =>
  /s$|people|children|men$|body$|one$/.test(tokens.base[i] as string) ||
  [1, 2, 3].some((back) => {
    const word = tokens.word[i - back] ?? ''
    return articles.test(word) || word !== (tokens.base[i - back] ?? word)
  })

/**
 * Everyone a pronoun could mean, by place: mentions, nouns for people and animals, capitals at the start of a sentence.
 * @param own the children's own pronouns, which name nobody else
 */
export function findReferents(facts: Facts, own: ReadonlySet<string>): Referent[] {
  const {tokens, mentions, dictionaries, audience} = facts
  const people = new Set(['person', 'young', 'friend', 'animal'].flatMap((name) => dictionaries.words[name] ?? []))
  const found: Referent[] = []
  let next = 0
  for (let i = 0; i < tokens.count; ) {
    while (next < mentions.length && (mentions[next] as Mention).from < i) next++
    const mention = mentions[next]
    if (mention && mention.from === i) {
      if (mention.who !== 'pronoun') found.push(mention)
      else if (audience === 'letter' && /^you/.test(tokens.base[i] as string) && facts.known.children.length === 1)
        found.push({from: i, to: mention.to, gender: 'either', child: 0, who: 'child'})
      i = Math.max(mention.to, i + 1)
      continue
    }
    const word = tokens.base[i] as string
    const isName =
      tokens.shape[i] === Shape.capital &&
      word.length > 1 &&
      tokens.gap[i] !== Gap.joined &&
      !isFamiliar(word) &&
      !own.has(word) &&
      /^\p{Ll}/u.test(tokens.text[tokens.start[i + 1] ?? 0] ?? '')
    if (people.has(word) && word !== 'child' && isSomebody(tokens, i))
      found.push({from: i, to: i + 1, gender: /s$|children|people|men$/.test(word) ? 'several' : 'either', who: 'noun'})
    else if (isName) found.push({from: i, to: i + 1, gender: 'either', who: 'noun'})
    i++
  }
  return found
}

/**
 * Whoever stands only in an aside before the verb is not its subject: *Maddox, whose twin is deaf, has taught …*,
 * *Nahuel, who is captain, would …*.
 */
export function outsideAsides(
  here: readonly Referent[],
  tokens: Tokens,
  sentence: Sentence,
  i: number
): readonly Referent[] {
  let kept = here
  for (let open = sentence.from + 1; open < i; open++) {
    if (tokens.gap[open] !== Gap.broken || !/^(who|whose|whom|which)$/.test(tokens.base[open] as string)) continue
    let close = open + 1
    while (close < i && tokens.gap[close] !== Gap.broken) close++
    if (close < i) kept = kept.filter(({from}) => from < open || from >= close)
    else if (close === i && tokens.gap[i] === Gap.broken) kept = kept.filter(({from}) => from < open)
  }
  return kept
}

/** Are two of them named together: *Elsie and her brother*? */
export const joined = (here: readonly Referent[], tokens: Tokens): boolean =>
  here.some((referent, index) => {
    const before = here[index - 1]
    if (!before) return false
    const words = tokens.word.slice(before.to, referent.from)
    return words.length <= 3 && words.some((word) => /^(and|with|or|nor|to)$/.test(word))
  })

/** A plural pronoun may stand for any of these. */
const plural =
  /^(everyone|everybody|someone|somebody|anyone|anybody|nobody|people|family|police|school|council|team|staff|class|group|court|each|both|all|others|children|parents|girls|boys|twins|friends|teachers|adults|grown-ups|couple|pair|siblings|brothers|sisters|professionals|neighbours|whoever|person|service|services|agency|hospital|nursery|college|club|company|office)$/

/** Do words `from` to `to` speak of several people or things? */
export function hasPlural(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = tokens.base[i] as string
    if (plural.test(word)) return true
    if (
      word.length > 3 &&
      /[^su'i]s$/.test(word) &&
      tokens.shape[i] === Shape.lower &&
      (i === from ||
        /^(the|a|two|three|four|five|some|many|her|his|their|my|your|our|its|these|those|of|and|other|all|most|few|several|no|with|for|any|both|more)$/.test(
          tokens.word[i - 1] as string
        ))
    )
      return true
  }
  return false
}

/** The items of one list are read on from each other. */
const isNextItem = ({document}: Facts, earlier: number, later: number): boolean =>
  document.blocks[earlier]?.kind === 'item' && document.blocks[later]?.kind === 'item' && later - earlier <= 2

/** The first word of the paragraph that the sentence stands in, or of the sentence so many before it. */
export function paragraphStart(facts: Facts, sentence: Sentence, sentences: number): number {
  const {tokens} = facts
  let index = tokens.sentence[sentence.from] as number
  let first = sentence.from
  for (let back = 0; back < sentences && index > 0; back++) {
    index--
    const earlier = tokens.sentences[index] as Sentence
    if (earlier.block !== sentence.block && !isNextItem(facts, earlier.block, sentence.block)) break
    first = earlier.from
  }
  return first
}

/** Those that begin within words `from` to `to`. */
export function between<Each extends {readonly from: number}>(
  sorted: readonly Each[],
  from: number,
  to: number
): readonly Each[] {
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, to))
}

export const isCell = ({document}: Facts, sentence: Sentence): boolean =>
  document.blocks[sentence.block]?.kind === 'cell'

/** The first word of the table row that the sentence stands in. */
export function rowStart({document, tokens}: Facts, sentence: Sentence): number {
  const here = document.blocks[sentence.block]?.cell
  let first = sentence.from
  while (first > 0) {
    const cell = document.blocks[tokens.block[first - 1] as number]?.cell
    if (!cell || cell.table !== here?.table || cell.row !== here.row) break
    first--
  }
  return first
}
