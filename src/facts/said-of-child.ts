import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {type Words, wordSet} from '../model/words.ts'
import {afterObject, preposition} from './clause-words.ts'
import type {Facts} from './facts.ts'
import {paragraphStart} from './passages.ts'
import {possessives, pronounOf} from './pronouns.ts'
import {wordsCalled} from './word-sets.ts'

const subjects = wordSet('he she they')
const being = wordSet("is was been isn't wasn't")
const helping = wordSet('is was been has had can could will not now also already still just only recently always often')
/** Of *the carer has a baby* the baby may be the one who crawls. */
const infants = wordSet('baby babies infant infants newborn toddler toddlers twin twins')

/** Does one of the words stand in the paragraph, not long before word `i`? */
export function isSpokenOf(words: Words, facts: Facts, i: number): boolean {
  const {tokens} = facts
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  for (let at = paragraphStart(facts, sentence, 3); at < i; at++) if (words.has(tokens.base[at])) return true
  return false
}

/** After these somebody does it with or for another: *she is sitting up with him*, *he crawls after her*. */
const beside = wordSet('with for late until till at to after towards behind alongside about on over under beside')
const asleep = wordSet('and but now from most in')
const articles = wordSet('a an the such')
const opensClause = wordSet('and but or that who whose which when while because if whether as to')
const young = wordSet('boy girl baby toddler teenager child youngster')
/** Words of a listed phrase, at most. */
const longestDoing = 6
const numbers = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen first second third fourth fifth'
)

/** A word as lists write it. */
const asListed = (word: string): string =>
  /^\d/.test(word) || numbers.has(word) ? '<number>' : possessives.has(word) ? '<their>' : word

/** Where a phrase of a list that begins at word `i` ends; -1 where none stands there. */
function listedEnd(listed: ReadonlySet<string>, {word, gap, count}: Tokens, i: number): number {
  let phrase = ''
  let found = -1
  for (let at = i; at < Math.min(count, i + longestDoing) && (at === i || gap[at] === Gap.joined); at++) {
    phrase += `${at === i ? '' : ' '}${asListed(word[at] as string)}`
    if (listed.has(phrase)) found = at + 1
  }
  return found
}

/** *She is a keen, bright boy*: no grown-up is one; not *is a child psychologist*, *is the mother of a boy*. */
function isCalledYoung({word, gap, count}: Tokens, i: number): boolean {
  if (!articles.has(word[i])) return false
  for (let at = i + 1; at < Math.min(count, i + 7) && (gap[at] as number) <= Gap.broken; at++) {
    if (preposition.has(word[at]) || opensClause.has(word[at])) return false
    if (young.has(word[at]))
      return gap[at + 1] !== Gap.joined || afterObject.has(word[at + 1]) || word[at + 1] === 'who'
  }
  return false
}

/**
 * Does the sentence say of the pronoun at word `i` what is said of children only: *he is crawling*, *she is in Year 4*, *she has
 * started wetting the bed*?
 */
export const isSaidOfChild = (facts: Facts, i: number): boolean =>
  isSaid(wordsCalled('done-by-child', facts.dictionaries), facts, i)

/** Does it say what no paper says of whoever works with a child: *she is settled, eating well*, *he has made two firm friends*? */
export const isSaidOfNoWorker = (facts: Facts, i: number): boolean =>
  isSaid(wordsCalled('done-by-no-worker', facts.dictionaries), facts, i)

function isSaid(doing: ReadonlySet<string>, facts: Facts, i: number): boolean {
  const {tokens} = facts
  const {word, base, gap} = tokens
  if (!subjects.has(pronounOf(base[i] as string))) return false
  let at = i + 1
  while (at < i + 4 && helping.has(word[at]) && gap[at] === Gap.joined) at++
  if (gap[at] !== Gap.joined) return false
  const isBeing = being.has(word[at - 1]) || being.has(word[at - 2]) || (at === i + 1 && /'s$/.test(word[i] as string))
  const isTold = isDoing(doing, tokens, at) || (isBeing && (isCalledYoung(tokens, at) || isDoingToo(doing, tokens, at)))
  return isTold && !isSpokenOf(infants, facts, i)
}

/** *Settled, eating well and sleeping through*: does what children do stand further on in the list that begins at word `i`? */
function isDoingToo(doing: ReadonlySet<string>, tokens: Tokens, i: number): boolean {
  const {word, gap, count} = tokens
  for (let at = i + 1; at < Math.min(count, i + longestList) && (gap[at] as number) <= Gap.broken; at++) {
    if (word[at] !== 'and' && opensClause.has(word[at])) return false
    if ((gap[at] === Gap.broken || word[at - 1] === 'and') && isDoing(doing, tokens, at)) return true
  }
  return false
}

/** How many words on a list of what somebody is and does is read. */
const longestList = 12

/** Does a phrase stand at word `i` of what children do, and is it not done with or for somebody? */
function isDoing(doing: ReadonlySet<string>, tokens: Tokens, i: number): boolean {
  const {word, gap} = tokens
  const next = listedEnd(doing, tokens, i)
  if (next < 0) return false
  if (gap[next] !== Gap.joined) return true
  // "Sleeps through the alarm"
  if (word[next - 1] === 'through') return asleep.has(word[next])
  return next - i > 2 || word[next - 1] === 'calling' || !beside.has(word[next])
}

const helpingOne = wordSet(
  "are were have had been can could will would also never always still then just only often feeling cannot yet not can't don't didn't won't wouldn't couldn't"
)
/** What walks and talks only in play and pictures. */
const pretended = wordSet(
  'drew draws drawn drawing drawings toy toys robot robots soldier soldiers figures doll dolls puppet puppets character characters film cartoon story stories bees'
)
const speaking = wordSet('told said say asked explained')

/**
 * Is what follows *they* at word `i` done or felt by somebody, and by no thing: *they bite the skin round their thumb*? `says` where
 * a school could say it.
 */
export function isDoneByOne(facts: Facts, i: number): 'does' | 'says' | null {
  const {tokens, dictionaries} = facts
  const {word, gap, base} = tokens
  if (pronounOf(base[i] as string) !== 'they' || isSpokenOf(pretended, facts, i)) return null
  let at = i + 1
  while (at < i + 4 && helpingOne.has(word[at]) && gap[at] === Gap.joined) at++
  if (gap[at] !== Gap.joined || listedEnd(wordsCalled('done-by-one', dictionaries), tokens, at) < 0) return null
  return speaking.has(word[at]) ? 'says' : 'does'
}
