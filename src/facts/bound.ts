import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {afterObject, opensSubject} from './clause-words.ts'
import type {Facts} from './facts.ts'
import {couldBe, type PronounGender, possessives} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isNamesake, isPossessive, mayBegin, reach} from './rivals.ts'
import {wordsCalled} from './word-sets.ts'

/** Words that open a clause or a phrase before its subject. */
export const subordinating = wordSet(
  'when while whilst after before if as because although though since once until whenever in on at with during following'
)
const elliptic = wordSet(
  "is was does did has had can could would will not too isn't wasn't doesn't didn't hasn't can't couldn't wouldn't won't cannot also different disagrees never nor"
)
const speaking = wordSet(
  'told said says asked answered replied explained thought felt wanted would described laughed smiled shrugged nodded cried drew showed looked was chose did had spoke talked added'
)

/** *Hugh is happiest in mud. Martha is not: he …*: says what the other does not. */
export function isContrasted(tokens: Tokens, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined || last.from !== sentence.from || tokens.gap[i] !== Gap.broken) return false
  const since = tokens.word.slice(last.to, i)
  return since.length > 0 && since.length < 4 && since.every((word) => elliptic.has(word))
}

/**
 * *Amani ran back with the plate under their arm*: what somebody does with a part of the body, in a clause whose
 * subject is the child and where nobody else stands.
 */
export function isWithin(
  {tokens, dictionaries}: Facts,
  sentence: Sentence,
  i: number,
  here: readonly Referent[],
  gender: PronounGender
): boolean {
  if (!possessives.has(tokens.base[i])) return false
  if (!wordsCalled('body', dictionaries).has(tokens.base[i + 1] as string)) return false
  const last = here.at(-1)
  if (last?.child === undefined || here.some((referent) => referent.from > last.from && couldBe(gender, referent)))
    return false
  const opens =
    tokens.gap[last.from] !== Gap.joined || tokens.word[last.from - 1] === 'and' || last.from === sentence.from
  return opens && tokens.word.slice(last.to, i).includes('with')
}

const meeting = wordSet('asked saw met visited told spoke talked invited showed')
const beforeOwned = wordSet('with and in on holding had has brought')

/** Bound to the child whatever went before: a possessive in the child's own clause, or what the child answered when asked. */
export function isBound(tokens: Tokens, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined) return false
  const word = tokens.base[i] as string
  const since = tokens.word.slice(last.to, i)
  const possessed = tokens.word[last.to - 1] !== tokens.base[last.to - 1]
  const isPossessive = possessives.has(word)
  if (isPossessive && !possessed && tokens.base[i + 1] === 'own') return !since.includes('that')
  // "Tamsin, with his rabbit": straight after the name.
  if (isPossessive && !possessed && since.length <= 2 && beforeOwned.has(since[0]))
    return tokens.gap[last.to] !== Gap.joined
  const fronted = subordinating.has(tokens.word[sentence.from]) && tokens.gap[i] === Gap.broken
  return (
    fronted &&
    last.from <= sentence.from + 5 &&
    speaking.has(tokens.word[i + 1]) &&
    meeting.has(tokens.word[last.from - 1])
  )
}

/** Words that the thing before *-self* can begin with. */
const determiner = wordSet('the a an this that these those my your his her their our its some two three')

/**
 * The child who is the subject of the clause in which *-self* follows a thing: in *Seren makes the batter for the pancakes
 * himself* no baker is meant, nor any animal.
 */
export function emphasised(
  here: readonly Referent[],
  facts: Facts,
  sentence: Sentence,
  i: number,
  gender: PronounGender
): number | null {
  const {tokens} = facts
  const {gap} = tokens
  const [subject] = here
  if (subject?.child === undefined || (gap[subject.from] === Gap.joined && subject.from !== sentence.from)) return null
  if (isPossessive(tokens, subject.to - 1) || gap[subject.to] !== Gap.joined || i - subject.to > reach) return null
  const thing = [i - 2, i - 3].find((at) => at > subject.to && determiner.has(tokens.word[at]))
  if (thing === undefined || (here.at(-1) as Referent).to === i) return null
  for (let at = thing + 1; at <= i; at++)
    if (gap[at] !== Gap.joined || (at < i && afterObject.has(tokens.word[at]))) return null
  for (let at = subject.to; at < thing; at++) if (opensSubject.has(tokens.word[at])) return null
  // "loves her uncle for making the bed himself"
  const isDoing = (from: number) => tokens.word.slice(from, thing).some((word) => /..ing$/.test(word))
  const isRival = (other: Referent) =>
    couldBe(gender, other) && !isNamesake(other, facts) && (mayBegin(other, tokens) || isDoing(other.to))
  return here.slice(1).some(isRival) ? null : subject.child
}

const opensClause = wordSet('that because and but when if so as while where')

const depicting = wordSet(
  'drew draws painted paints copied copies mimicked mimics liked likes admired admires wore tried heard'
)

/** In the child's own clause: *Phoenix has finished his antibiotics*. */
export function isPossessed(tokens: Tokens, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined || tokens.word[last.to - 1] !== tokens.base[last.to - 1]) return false
  if (!possessives.has(tokens.base[i]) || i - last.to > 4) return false
  // "Nell drew his wig"
  if (depicting.has(tokens.word[last.to]) && last.to === i - 1) return false
  // "As for Phoenix, their view …"
  if (i === last.to && tokens.word[last.from - 1] === 'for' && tokens.word[last.from - 2] === 'as') return true
  for (let at = last.to; at <= i; at++)
    if (tokens.gap[at] !== Gap.joined || opensClause.has(tokens.word[at])) return false
  return true
}
