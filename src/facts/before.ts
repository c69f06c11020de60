import {onAsking} from '../model/once.ts'
import type {KnownChild} from '../model/result.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {addressedIn} from './addressed.ts'
import {subordinating} from './bound.ts'
import {isSubject} from './cataphora.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between, hasGroup, hasPlural, isCell, paragraphStart, rowStart, sentenceBeside, tableStart} from './passages.ts'
import {couldBe, type PronounGender, pronounOf, pronounsAt, pronounsWithin} from './pronouns.ts'
import {quotationOver} from './quotations.ts'
import type {Referent} from './referents.ts'
import {hasCompany, isBeside, isCalled, isOneWhoDoes, isRuledOut, isToldBy} from './rivals.ts'
import {isDoneByOne, isSaidOfChild} from './said-of-child.ts'

/**
 * Does a sentence before this one, in the same paragraph, bring in somebody whom the pronoun could mean? `vague` where
 * that is only a role or a word that says nothing of he or she: *the doctor*.
 */
export function earlierRivals(
  facts: Facts,
  sentence: Sentence,
  referents: readonly Referent[],
  gender: PronounGender,
  child: number,
  pronoun: number,
  wrong: ReadonlyMap<number, number>
): 'none' | 'vague' | 'definite' {
  const {tokens, quotations} = facts
  const first = isCell(facts, sentence) ? rowStart(facts, sentence) : paragraphStart(facts, sentence, 2)
  if (!isSaidOfChild(facts, pronoun) && pronounsBefore(tokens, first, sentence.from, gender, wrong)) return 'definite'
  const doers = onAsking(() => doersOf(pronoun, facts, sentence, referents))
  const rivals = between(referents, first, sentence.from).filter((referent) => {
    if (referent.child === child || !couldBe(gender, referent) || doers().has(nameOf(referent, tokens))) return false
    if (isRuledOut(referent, facts, sentence, pronoun)) return false
    // "I am going to tell the judge two things. Remi wants …": whoever is told is not told of.
    if (facts.audience === 'letter' && referent.who === 'role' && isToldBy(referent, tokens)) return false
    const start = tokens.start[referent.from] as number
    return quotationOver(quotations, {start, end: start + 1}) === undefined
  })
  if (rivals.length === 0) return 'none'
  return rivals.every((rival) => rival.gender === 'either' && (rival.who === 'role' || rival.who === 'noun'))
    ? 'vague'
    : 'definite'
}

const nameOf = ({to}: Referent, {base}: Tokens): string => base[to - 1] as string

/** Who does what is done to the *her* at word `i`, by name: in *Mum and Ben baked. Mum helped her* it is nowhere Mum. */
const doersOf = (i: number, facts: Facts, sentence: Sentence, referents: readonly Referent[]): ReadonlySet<string> =>
  new Set(
    between(referents, sentence.from, i)
      .filter((referent) => isOneWhoDoes(referent, facts, sentence, i))
      .map((referent) => nameOf(referent, facts.tokens))
  )

/** A pronoun of the same kind in the sentences before was somebody's too. */
function pronounsBefore(
  tokens: Tokens,
  from: number,
  to: number,
  gender: PronounGender,
  wrong: ReadonlyMap<number, number>
): boolean {
  const pronounAt = pronounsAt(tokens)
  return pronounsWithin(tokens, from, to).some((i) => pronounAt(i)?.gender === gender && !wrong.has(i))
}

/** The one child of the sentences before, where nobody else of them could be meant. */
export function fromBefore(
  tokens: Tokens,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  facts: Facts,
  before: number,
  wrong: ReadonlyMap<number, number>
): number | null {
  // "Last autumn they managed it": whoever the pronoun means, nobody else was named before it.
  const isFirst = between(referents, sentence.from, i).length === 0
  const same = meantBefore(facts, sentence, i, gender, referents, wrong)
  if (same !== null) return same
  const inCell = isCell(facts, sentence)
  const isItem = facts.document.blocks[sentence.block]?.kind === 'item'
  let first = inCell ? rowStart(facts, sentence) : paragraphStart(facts, sentence, 3)
  // A row that names nobody, and a paragraph that begins with a pronoun, go on about whoever was named last.
  const isNobody = (referent: Referent) => isItem && referent.child === undefined && !couldBe(gender, referent)
  if (between(referents, first, i).every(isNobody) && gender !== 'they') {
    if (inCell) first = tableStart(facts, sentence)
    else if (facts.audience === 'report') first = referents[Math.max(0, before - lookBack)]?.from ?? first
  }
  const earlier = between(referents, first, sentence.from).filter((referent) => !isCalled(referent, facts))
  const children = earlier.filter(({child}) => child !== undefined)
  const child = children[0]?.child
  if (child === undefined || children.some((each) => each.child !== child)) return null
  const doers = onAsking(() => doersOf(i, facts, sentence, referents))
  if (
    earlier.some(
      (referent) =>
        referent.child === undefined &&
        couldBe(gender, referent) &&
        !doers().has(nameOf(referent, tokens)) &&
        !isRuledOut(referent, facts, sentence, i)
    )
  )
    return null
  // A note that goes on: who rang is named at its beginning, and "he has told the school" stands at its end. So may another
  // child be, of whom it tells again: "Janek ran to him. She hung back".
  const toldBefore = between(referents, paragraphStart(facts, sentence, furthest), first)
  const isAgain = (other: Referent) =>
    other.gender === gender && (other.child === undefined || (other.child !== child && isSubject(tokens, i)))
  if (toldBefore.some(isAgain)) return null
  // "Efua is ten. … Kwame is six. He marches. They live in Leeds": the two of them.
  if (gender === 'they' && toldBefore.some((other) => other.child !== undefined && other.child !== child)) return null
  // "His class is next to hers, which helps Ben": he is named later; not "He watched me until Ben came".
  const isOther = (other: Referent) =>
    other.child !== undefined &&
    other.child !== child &&
    couldBe(gender, other) &&
    !(i === sentence.from && isSubject(tokens, i) && subordinating.has(tokens.word[other.from - 1]))
  if (between(referents, i, sentence.to).some(isOther)) return null
  // "She had a list, and he had helped": in a paper about both of them he is the other.
  const isTold = addressedIn(facts)
  const mayBe = (other: KnownChild, index: number) => index !== child && couldBe(gender, {gender: genderOf(other)})
  if (facts.known.children.some((other, index) => mayBe(other, index) && !isTold.has(index)))
    for (const at of pronounsWithin(tokens, sentence.from, i))
      if (pronounsAt(tokens)(at)?.gender !== gender && isSubject(tokens, at)) return null
  // A pronoun before this one that was not the child's has somebody of its own: "Amira went quiet when he did. He left."
  if (!isSaidOfChild(facts, i) && pronounsBefore(tokens, first, i, gender, wrong)) return null
  // "They talked; she made a note": one of them was not named.
  const isSeveral = (at: number) => pronounOf(tokens.base[at] as string) === 'they' && !wrong.has(at)
  if (gender !== 'they' && !isTheyOfChild(child, facts) && pronounsWithin(tokens, first, i).some(isSeveral)) return null
  if (gender === 'they' && (!isFirst || mayBeSeveral(facts, first, i, i) || hasCompany(earlier, tokens))) return null
  return child
}

/**
 * May words `from` to `to` speak of those who are *they* at word `i`? Where only somebody does it (*they told me*), things are not
 * meant: *Nia keeps a jar of shells. They told me …*.
 */
export function mayBeSeveral(facts: Facts, from: number, to: number, i: number): boolean {
  const done = isDoneByOne(facts, i)
  return done === null ? hasPlural(facts.tokens, from, to) : hasGroup(facts.tokens, from, to, done === 'says')
}

const isTheyOfChild = (child: number, {known}: Facts): boolean =>
  /they|any/i.test(known.children[child]?.pronouns ?? '')

/** The child whom the last such pronoun of the sentences before meant, where nobody came since whom it could mean. */
function meantBefore(
  facts: Facts,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  wrong: ReadonlyMap<number, number>
): number | null {
  const {tokens} = facts
  const pronounAt = pronounsAt(tokens)
  const first = paragraphStart(facts, sentence, 2)
  const last = pronounsWithin(tokens, first, i).findLast((at) => pronounAt(at)?.gender === gender)
  const child = last === undefined ? undefined : wrong.get(last)
  if (last === undefined || child === undefined) return null
  // "[He] has his grandfather's patience. He runs": whoever both sentences tell of is not whom the first only has beside.
  const before = sentenceBeside(tokens, tokens.sentence[i] as number, -1)
  const isOnAndOn =
    i === sentence.from &&
    isSubject(tokens, i) &&
    before !== null &&
    isSubject(tokens, before.from) &&
    wrong.has(before.from)
  const isRival = (other: Referent) =>
    other.child !== child &&
    couldBe(gender, other) &&
    !(isOnAndOn && other.from > before.from && isBeside(other, tokens)) &&
    !isRuledOut(other, facts, sentence, i)
  if (between(referents, isOnAndOn ? before.from : first, i).some(isRival)) return null
  return gender === 'they' && hasPlural(tokens, first, i) ? null : child
}

/** How many sentences of a paragraph back somebody may have been named whom the pronoun suits. */
const furthest = 10

/** How many referents a paragraph that names nobody looks back for, past its own beginning. */
const lookBack = 4
