import {startsWithSmall} from '../model/characters.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {opener} from './cataphora.ts'
import type {Facts, Mention} from './facts.ts'
import {isFamiliar} from './familiar.ts'
import {senses} from './person-words.ts'
import {isPossessive, isToldBy} from './rivals.ts'

/** Somebody (or some animal) whom a pronoun could stand for, at word `from`. */
export interface Referent {
  readonly from: number
  readonly to: number
  readonly gender: Mention['gender']
  readonly child?: number
  readonly who: Mention['who'] | 'noun' | 'animal'
}

const who = {person: 'noun', animal: 'animal', vessel: 'animal', letters: 'role', work: 'noun', doer: 'noun'} as const
const several = /s$|children|people|men$/
const nobodyInParticular = wordSet('anybody anyone nobody noone everybody everyone')
const naming = wordSet('and or called named')

/** A name that says which animal: *two guinea pigs, Biscuit and Gravy*, *a dog called Bess*. */
function isPet(last: Referent | undefined, {gap, base, shape}: Tokens, i: number): boolean {
  if (last?.who !== 'animal' || i - last.to > 4) return false
  const isNaming = gap[last.to] === Gap.broken || naming.has(base[last.to])
  for (let at = last.to; at < i; at++) if (!naming.has(base[at]) && shape[at] !== Shape.capital) return false
  return isNaming
}

/** *His teacher, Mr Kaur*, *Mr Kaur, his teacher*: one person, whose gender the name shows; not *her cousin, Mr Kaur and Ben*. */
function matchGender(found: Referent[], mention: Mention, {gap, word}: Tokens): void {
  const last = found.at(-1)
  if (last?.gender !== 'either' || last.to !== mention.from || gap[last.to] !== Gap.broken) return
  if (last.who !== 'role' && last.who !== 'relative' && last.who !== 'noun') return
  if (mention.who !== 'person' || (word[mention.to] === 'and' && gap[mention.to] === Gap.joined)) return
  if (mention.gender === 'he' || mention.gender === 'she') found[found.length - 1] = {...last, gender: mention.gender}
}

/** *Her sister Hana*: the word for her shows the gender of the name; not *told her sister Ben was late*. */
const isNamedKin = (last: Referent | undefined, {who, gender, from}: Mention, tokens: Tokens): last is Referent =>
  last?.who === 'relative' &&
  last.to === from &&
  tokens.gap[from] === Gap.joined &&
  gender === 'either' &&
  (who === 'person' || who === 'unknown') &&
  !isPossessive(tokens, last.to - 1) &&
  !isToldBy(last, tokens)

/**
 * Everyone a pronoun could mean, by place: mentions, nouns for people and animals, capitals at the start of a sentence.
 * @param own the children's own pronouns, which name nobody else
 */
export function findReferents(facts: Facts, own: ReadonlySet<string>): Referent[] {
  const {tokens, mentions, dictionaries} = facts
  const {places, at: senseAt} = senses(tokens, dictionaries.words)
  const found: Referent[] = []
  let next = 0
  /** The word after the last mention. */
  let free = 0
  const mentionsUntil = (word: number) => {
    for (; next < mentions.length && (mentions[next] as Mention).from <= word; next++) {
      const mention = mentions[next] as Mention
      const referent = ofMention(mention, found, tokens)
      if (referent) found.push(referent)
      free = mention.to
    }
  }
  for (const i of places) {
    mentionsUntil(i)
    if (i < free) continue
    const word = tokens.base[i] as string
    const sense = senseAt(i)
    if (sense === 'person' || sense === 'animal')
      found.push({from: i, to: i + 1, gender: several.test(word) ? 'several' : 'either', who: who[sense]})
    else if (sense !== null)
      found.push({from: i, to: i + 1, gender: sense === 'vessel' ? 'she' : 'either', who: who[sense]})
    else if (opensAsName(tokens, i, own)) found.push({from: i, to: i + 1, gender: 'either', who: 'noun'})
  }
  mentionsUntil(tokens.count)
  return found
}

/**
 * Whom a mention means to a pronoun after it; `null` where it is a pronoun itself: whoever is *you* in a letter is nobody's
 * *he* or *she* there.
 */
function ofMention(mention: Mention, found: Referent[], tokens: Tokens): Referent | null {
  const {from} = mention
  matchGender(found, mention, tokens)
  if (mention.who === 'unknown' && isPet(found.at(-1), tokens, from)) return {...mention, who: 'animal'}
  if (mention.who === 'pronoun') return null
  const last = found.at(-1)
  if (isNamedKin(last, mention, tokens)) return {...mention, gender: last.gender}
  return nobodyInParticular.has(tokens.base[from]) ? {...mention, gender: 'several'} : mention
}

/** A capital that opens a sentence, and is no ordinary word's. */
const opensAsName = (tokens: Tokens, i: number, own: ReadonlySet<string>): boolean => {
  const word = tokens.base[i] as string
  return (
    tokens.shape[i] === Shape.capital &&
    word.length > 1 &&
    tokens.gap[i] !== Gap.joined &&
    !isFamiliar(word) &&
    !own.has(word) &&
    !opener.has(word) &&
    startsWithSmall(tokens.text[tokens.start[i + 1] ?? 0] ?? '')
  )
}
