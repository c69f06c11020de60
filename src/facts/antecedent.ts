import {onAsking} from '../model/once.ts'
import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {addressedIn} from './addressed.ts'
import {earlierRivals, fromBefore, mayBeSeveral} from './before.ts'
import {emphasised, isBound, isContrasted, isPossessed, isWithin, subordinating} from './bound.ts'
import {afterClause, childOfNote, childToCome, isSubject, isSubjectOfAll} from './cataphora.ts'
import {afterObject} from './clause-words.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between, hasPlural, joined, outsideAsides, paragraphStart} from './passages.ts'
import {says} from './person-words.ts'
import {couldBe, type PronounGender, possessives, pronounOf, pronounsAt, pronounsWithin} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {hasCompany, isCalled, isPlace, isPlainObject, isPossessive, isRuledOut, ownsNothingSuch} from './rivals.ts'
import {isDoneByOne, isSaidOfChild} from './said-of-child.ts'
import {isDoneByChild} from './somebody-else.ts'
import {wordsCalled} from './word-sets.ts'

const reflexive = /sel(f|ves)$/
/** These of them open a phrase that has no subject. */
const phrasal = wordSet('in on at with during following')
const clauseOpener = wordSet(
  'and but that when while because if so whether as which where until before after since although or than what how why who'
)
const beforeOwn = wordSet('on by in')

/**
 * The child that the pronoun at word `i` can only mean, or `null` where it could mean anybody else.
 * @param before how many referents stand before word `i`
 * @param wrong pronouns before it that meant a child, and which
 * @param fine pronouns before it that were somebody else's, or right
 */
export function childMeantBy(
  i: number,
  gender: PronounGender,
  facts: Facts,
  referents: readonly Referent[],
  before: number,
  wrong: ReadonlyMap<number, number>,
  fine: ReadonlySet<number>
): number | null {
  const {tokens} = facts
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  const all = within(referents, before, sentence.from)
  const here = all.filter((referent) => !isCalled(referent, facts))
  const children = new Set<number>()
  for (const {child} of here) if (child !== undefined) children.add(child)
  // Where two children are named, each could be meant as well as the other.
  const isOther = ({child}: Referent) => child === undefined || children.size > 1
  const isLive = (referent: Referent) =>
    isOther(referent) && couldBe(gender, referent) && !isRuledOut(referent, facts, sentence, i)
  const rivalsHere = onAsking(() => here.filter(isLive))
  const nearest = here.at(-1)
  const word = tokens.base[i] as string

  if (reflexive.test(word)) {
    const there = outsideAsides(here, tokens, sentence, i)
    return emphasised(there, facts, sentence, i, gender) ?? boundChild(i, gender, there, tokens)
  }
  // "to see Teddy on their own": whoever it is, it is Teddy; not "Mr Pell has put Teddy in his own form".
  if (
    tokens.base[i + 1] === 'own' &&
    (!isOwned(tokens, i + 2) || rivalsHere().length === 0) &&
    nearest?.child !== undefined &&
    i - nearest.to === 1 &&
    beforeOwn.has(tokens.word[nearest.to])
  )
    return nearest.child
  // A pronoun of the same kind before it that was somebody else's is most likely the same person's.
  const pronounAt = pronounsAt(tokens)
  const last = pronounsWithin(tokens, sentence.from, i).findLast((j) => pronounAt(j)?.gender === gender)
  // "He was two when they left home": whoever left, it is not he alone.
  if (tokens.base[i] === 'they' && pronounsWithin(tokens, sentence.from, i).some((at) => fine.has(at))) return null
  if (last !== undefined) {
    if (fine.has(last) && !isSaidOfChild(facts, i)) return null
    const same = wrong.get(last)
    // "with her bear on her knee": what is hers is not she; but "Her teacher says that she" may be.
    const isRivalSince = () =>
      rivalsHere().some(
        ({from, to, who}) =>
          (from > last + 2 || (from > last && (!possessives.has(tokens.base[last]) || says.has(tokens.word[to])))) &&
          // "He won the head's award for his poem", "He has his grandfather's patience and his mother's laugh"
          !((who === 'role' || wrong.has(from - 1)) && isPossessive(tokens, to - 1))
      )
    // "They fed the dogs and washed them", "She had drawn maps. They explained them"
    const since = word === 'them' ? paragraphStart(facts, sentence, 2) : last + 1
    const isOne = gender !== 'they' || (children.size === 0 && word !== 'them') || !hasPlural(tokens, since, i)
    if (same !== undefined && isOne && !isRivalSince()) return same
  }
  if (isDoneByChild(i, facts, sentence, here)) return null
  const rivals = rivalsHere()
  if (rivals.length > 0 && children.size === 1 && isWithin(facts, sentence, i, here, gender))
    return [...children][0] as number
  if (
    gender === 'they' &&
    (joined(here, tokens) || mayBeSeveral(facts, sentence.from, ownedFrom(facts, i), i) || rivals.length > 0)
  )
    return null

  // "When she came in, …": whoever comes after may be meant.
  if (isFronted(tokens, sentence, i)) {
    const end = hasSubject(tokens, sentence, i, here) ? ownedEnd(tokens, i) : afterClause(tokens, sentence, i)
    const after = between(referents, end, sentence.to)
    const isToCome = (other: Referent) => other.child === undefined && couldBe(gender, other)
    if (after.some((other) => isToCome(other) && !ownsNothingSuch(other, facts, i))) return null
  }

  const child = children.size > 1 ? spokenOfAlone(facts, gender, here) : [...children][0]
  if (child === null) return null
  if (child !== undefined) {
    if (rivals.length > 0) return null
    if (gender === 'they') return theyMeansOne(facts, sentence, i, here, referents) ? child : null
    if (isContrasted(tokens, sentence, i, here)) return child
    const earlier = earlierRivals(facts, sentence, referents, gender, child, i, wrong)
    if (earlier === 'none' || isBound(tokens, sentence, i, here)) return child
    return earlier === 'vague' && isPossessed(tokens, i, here) ? child : null
  }
  // Nobody in this sentence: the one person of the sentences before, back to the last who could be meant.
  if (rivals.length > 0) return null
  return (
    fromBefore(tokens, sentence, i, gender, referents, facts, before, wrong) ??
    childToCome(facts, sentence, i, gender, referents, before) ??
    childOfNote(facts, sentence, i, gender, referents, before) ??
    childOfLetter(facts, sentence, i, gender, referents, before, fine)
  )
}

/**
 * The child of a letter that names nobody else up to the pronoun, in this sentence or before, whom that could mean: *you can have
 * it when he is older*, left over from another child's letter. What a sentence begins with goes on about the one before it.
 */
function childOfLetter(
  facts: Facts,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  before: number,
  fine: ReadonlySet<number>
): number | null {
  const {known, tokens} = facts
  if (known.children.length !== 1 || gender === 'they' || i === sentence.from || !addressedIn(facts).has(0)) return null
  const isRival = (other: Referent) =>
    other.child === undefined && (couldBe(gender, other) || other.gender === 'several')
  const pronounAt = pronounsAt(tokens)
  if (between(referents, i, sentence.to).some((other) => other.child === undefined && couldBe(gender, other)))
    return null
  const isLive = (other: Referent) =>
    isRival(other) &&
    !((other.from < sentence.from || isPlainObject(tokens, sentence, i)) && isRuledOut(other, facts, sentence, i))
  if (referents.slice(0, before).some(isLive)) return null
  return pronounsWithin(tokens, 0, i).some((at) => pronounAt(at)?.gender === gender && fine.has(at)) ? null : 0
}

/** Does a word stand at `i` for what is somebody's own? */
const isOwned = ({word, gap, count}: Tokens, i: number): boolean =>
  i < count && gap[i] === Gap.joined && !afterObject.has(word[i])

const within = (referents: readonly Referent[], before: number, from: number): Referent[] => {
  let at = before
  while (at > 0 && (referents[at - 1] as Referent).from >= from) at--
  return referents.slice(at, before)
}

/** Where what the pronoun owns begins: *both of their front teeth* are one child's. */
const ownedFrom = ({tokens: {base}, dictionaries}: Facts, i: number): number => {
  const parts = wordsCalled('body', dictionaries)
  const isPart = (word = ''): boolean => parts.has(word) || parts.has(word.replace(/s$/, '')) || word === 'feet'
  const isBoth = base[i] === 'their' && base[i - 1] === 'of' && base[i - 2] === 'both'
  return isBoth && (isPart(base[i + 1]) || isPart(base[i + 2])) ? i - 2 : i
}

/**
 * Of several children, whom the last clause is about, where the pronoun suits none of the paper's: *Rhys sings; Owain told
 * me she …*. Of two who do something together neither is meant.
 */
function spokenOfAlone({tokens, known}: Facts, gender: PronounGender, here: readonly Referent[]): number | null {
  const last = here.at(-1)
  const before = here.at(-2)
  if (gender === 'they' || last?.child === undefined) return null
  if (known.children.some((child) => couldBe(gender, {gender: genderOf(child)}))) return null
  const isJoined = tokens.gap[last.from] === Gap.joined
  // "Rhys and Owain", "Rhys, Owain": not "with his father; Owain told me".
  const isTogether =
    before !== undefined &&
    (isJoined ? last.from - before.to <= 1 : before.child !== undefined && before.to === last.from)
  return !isTogether && (!isJoined || clauseOpener.has(tokens.word[last.from - 1])) ? last.child : null
}

const subjects = wordSet('he she they xe ze')

/** The child who is the subject of the clause: *Joshua drew herself*, *Megan took the bus to Barmouth by himself*. */
function boundChild(i: number, gender: PronounGender, here: readonly Referent[], tokens: Tokens): number | null {
  for (let at = here.length - 1; at >= 0; at--) {
    const referent = here[at] as Referent
    if (referent.child === undefined) {
      if (couldBe(gender, referent) && !isPlace(referent, tokens)) return null
      continue
    }
    if (gender === 'they' && (tokens.base[i] === 'themselves' || joined(here, tokens))) return null
    for (let each = referent.to; each < i; each++) if (subjects.has(pronounOf(tokens.base[each] as string))) return null
    const isObject =
      tokens.gap[referent.from] === Gap.joined && !clauseOpener.has(tokens.word[referent.from - 1] ?? 'and')
    const isRival = (other: Referent) => other.child !== referent.child && couldBe(gender, other)
    return isObject && here.slice(0, at).some(isRival) ? null : referent.child
  }
  return null
}

const opensWithin = wordSet('that when')

/** Is the pronoun in an opening clause, before its comma? In *on the first night she …* it is the subject of the whole. */
function isFronted(tokens: Tokens, sentence: Sentence, i: number): boolean {
  const opener = tokens.word[sentence.from] as string
  if (!subordinating.has(opener)) return false
  if (
    phrasal.has(opener) &&
    (isSubject(tokens, i) || tokens.base[i] === 'they') &&
    !tokens.word.slice(sentence.from, i).some((word) => opensWithin.has(word))
  )
    return false
  for (let j = sentence.from + 1; j <= i; j++) if (tokens.gap[j] === Gap.broken) return false
  return true
}

const opensTime = wordSet('after before since until')

/**
 * *On the video call Ruby held up his hamster*: what the sentence begins with is a phrase, and the child the subject; not *when
 * Ruby held up his hamster*, *on the call with Ruby*.
 */
function hasSubject(tokens: Tokens, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const opener = tokens.word[sentence.from] as string
  const last = here.at(-1)
  return (
    possessives.has(tokens.base[i]) &&
    (phrasal.has(opener) || opensTime.has(opener)) &&
    last?.child !== undefined &&
    last.from > sentence.from + 1 &&
    !isPossessive(tokens, last.to - 1) &&
    isSubjectOfAll({tokens}, last)
  )
}

/** Where what the pronoun owns ends: *his guinea pig* is nobody else who could be meant. */
function ownedEnd({gap, count}: Tokens, i: number): number {
  let end = i + 1
  while (end < Math.min(count, i + 4) && gap[end] === Gap.joined) end++
  return end
}

const theyOfOne = wordSet('themself their they')

/** *They* of one child: only where the child is the subject and nobody else could be meant, alone or together. */
function theyMeansOne(
  facts: Facts,
  sentence: Sentence,
  i: number,
  here: readonly Referent[],
  referents: readonly Referent[]
): boolean {
  const {tokens} = facts
  if (here.at(-1)?.child === undefined) return false
  const first = paragraphStart(facts, sentence, 2)
  const isOwn = isPossessed(tokens, i, here)
  // "Under their arm" is one person's.
  const isOfOne = isOwn || wordsCalled('body', facts.dictionaries).has(tokens.base[i + 1] ?? '')
  if (here.some((referent) => referent.child === undefined && couldBe('they', referent))) return false
  if (!isOfOne && hasCompany([...between(referents, first, sentence.from), ...here], tokens)) return false
  // What comes after *their* in the child's own clause is the child's.
  const until = isOwn ? ownedFrom(facts, i) : isDoneByOne(facts, i) ? i : sentence.to
  if (mayBeSeveral(facts, first, until, i)) return false
  return theyOfOne.has(tokens.base[i])
}
