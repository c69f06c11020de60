import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {subordinating} from './bound.ts'
import {isSubject} from './cataphora.ts'
import {opensSubject, preposition} from './clause-words.ts'
import type {Facts} from './facts.ts'
import {between, paragraphStart} from './passages.ts'
import {couldBe, possessives, pronounsAt} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isObject, isPossessive, isVerb, reach} from './rivals.ts'

/** Words that begin a clause, or bring in somebody else who does something. */
const beginsClause = wordSet(
  'and but or so that if whether who whom whose which when while because as what how where why until before after since i me we us you he she they it'
)
/** Words that begin a clause beside another one, of which the child may be the subject too: *she would ring if he woke*. */
const beginsBeside = wordSet('and but or if because while as so since until before after although though unless')
/** What the child may have *with him*: elsewhere, *with him* is with somebody else. */
const carrying = wordSet(
  'take takes took taken taking bring brings brought bringing carry carries carried carrying have has had having keep keeps kept keeping'
)
/** Prepositions after which the child would be *-self*, *afraid of him*, *asks for him*; not *behind him*, *in front of him*. */
const concerning = wordSet('of to at for from about against after without like than')
const beside = wordSet('front ahead next close side')
/** What somebody is, does or wishes, before *to*, so that nobody else does what follows: *would like to see him*. */
const wishing = wordSet(
  'like likes liked love loves loved want wants wanted wish wishes wished hope hopes hoped need needs needed have has had going able try tries tried used ask asks asked refuse refuses refused choose chooses chose prefer prefers preferred happy glad sad sorry afraid scared ready keen allowed began begun begins started starts learning learnt willing reluctant'
)
/** What somebody does with a thing for somebody else. */
const giving = wordSet(
  'give gives gave given send sends sent write writes wrote written make makes made draw draws drew drawn show shows showed buy buys bought read reads take takes took bring brings brought pass passed hand handed post posted save saved'
)
/** What brings in a thing or a person that may do what follows: *needs a bath to calm him*. */
const ofSomething = wordSet(
  'the a an this that these those my your his her their our its some any no every each two three somebody someone something anybody anyone anything nobody nothing everybody everyone everything people others'
)

/** Does the clause that the pronoun at word `i` stands in show that it is not the child, whose pronouns are `forms`? */
export const isSomebodyElse = (
  i: number,
  child: number,
  forms: ReadonlySet<string>,
  facts: Facts,
  referents: readonly Referent[]
): boolean =>
  isBesideOwn(i, forms, facts, referents) ||
  isUnderOwn(i, forms, facts, referents) ||
  isDoneInNote(i, facts, referents) ||
  isAfterFronted(i, facts, referents) ||
  isAskedAfter(i, facts.tokens) ||
  isNamedAfter(i, child, facts.tokens, referents) ||
  isTheirRelative(i, forms, facts.tokens, referents)

const sentenceAt = ({sentences, sentence}: Tokens, i: number): Sentence => sentences[sentence[i] as number] as Sentence

/** Is it the child's own pronoun, and nobody's whom this sentence or the two before name? */
function isOwn(i: number, forms: ReadonlySet<string>, facts: Facts, referents: readonly Referent[]): boolean {
  const pronoun = pronounsAt(facts.tokens)(i)
  if (!pronoun || !forms.has(pronoun.word)) return false
  const sentence = sentenceAt(facts.tokens, i)
  // "Kofi says they like her": nobody else has come between.
  const here = between(referents, sentence.from, i)
  const isChildAlone = here.length > 0 && here.every(({child}) => child !== undefined && child === here[0]?.child)
  const first = isChildAlone ? sentence.from : paragraphStart(facts, sentence, 2)
  return !between(referents, first, i).some((other) => other.child === undefined && couldBe(pronoun.gender, other))
}

/**
 * Whoever does a thing to *him* is not *him*: in *Jem told me that she hits him* she is not Jem, who is *he*; nor is *she* whom
 * *he* does it to.
 */
function isBesideOwn(i: number, forms: ReadonlySet<string>, facts: Facts, referents: readonly Referent[]): boolean {
  const {tokens} = facts
  const sentence = sentenceAt(tokens, i)
  const isDone = isObject(tokens, sentence, i)
  if (!isDone && !isSubject(tokens, i) && tokens.base[i] !== 'they') return false
  const step = isDone ? -1 : 1
  const from = Math.max(sentence.from, i - reach)
  const to = Math.min(sentence.to, i + reach)
  for (let at = i + step; at >= from && at < to; at += step) {
    if (tokens.gap[Math.max(at, at - step)] !== Gap.joined) return false
    if (isDone ? isSubject(tokens, at) || tokens.base[at] === 'they' : isObject(tokens, sentence, at))
      return isOwn(at, forms, facts, referents)
    if (mayBeginClause(at, tokens) || between(referents, at, at + 1).length > 0) return false
  }
  return false
}

/** *It* begins nothing in *she chose it for him*. */
const mayBeginClause = (i: number, {word}: Tokens): boolean =>
  beginsClause.has(word[i]) && !(word[i] === 'it' && preposition.has(word[i + 1]))

/** *He told me that she shouts*, *he likes it when she sings*: whoever begins a clause is not somebody else within it. */
function isUnderOwn(i: number, forms: ReadonlySet<string>, facts: Facts, referents: readonly Referent[]): boolean {
  const {tokens} = facts
  if (!isSubject(tokens, i)) return false
  const from = Math.max(sentenceAt(tokens, i).from, i - reach)
  for (let at = i - 1; at >= from && tokens.gap[at + 1] === Gap.joined; at--) {
    if (beginsBeside.has(tokens.word[at])) return false
    if (isSubject(tokens, at)) return !isAskedOfOneself(i, tokens) && isOwn(at, forms, facts, referents)
  }
  return false
}

/** *Saves half of everything for him*: in a note without a subject it is the child who does it, and not to herself. */
function isDoneInNote(i: number, {tokens}: Facts, referents: readonly Referent[]): boolean {
  const sentence = sentenceAt(tokens, i)
  if (!isObject(tokens, sentence, i) || !isVerb(tokens.word[sentence.from])) return false
  if (i - sentence.from > reach || between(referents, sentence.from, i).length > 0) return false
  const isAfterVerb = !preposition.has(tokens.word[i - 1])
  if (!isAfterVerb && !isConcerning(i - 1, tokens)) return false
  for (let at = sentence.from; at < i - 1; at++)
    if (beginsClause.has(tokens.word[at]) || tokens.word[at] === 'to') return false
  return true
}

const fronting = wordSet('for to in of with like unlike without')

/** *For Tom, she is home*, *in Tom's family she is the boss*: whoever is so is not Tom. */
function isAfterFronted(i: number, {tokens}: Facts, referents: readonly Referent[]): boolean {
  const {word, gap} = tokens
  const {from} = sentenceAt(tokens, i)
  if (!isSubject(tokens, i) || !fronting.has(word[from])) return false
  const [child, ...others] = between(referents, from, i)
  if (child?.child === undefined || child.from !== from + 1) return false
  if (others.some(({gender}) => gender !== 'several')) return false
  if (isPossessive(tokens, child.to - 1)) return i === child.to + 1 && gap[child.to] === Gap.joined
  return i === child.to && gap[i] === Gap.broken
}

const asking = wordSet('asked asks wondered wonders')
const allowing = wordSet('can could may might')

/** How many words back *asked* stands before *whether* and the pronoun at word `i`: *asked whether she*, *asked me if she*; or 0. */
const askedBefore = (i: number, {word, gap}: Tokens): number =>
  (word[i - 1] === 'whether' || word[i - 1] === 'if') && gap[i] === Gap.joined
    ? ([2, 3].find((back) => asking.has(word[i - back])) ?? 0)
    : 0

/** *He has asked whether she can move down a group*: one asks so for oneself. */
const isAskedOfOneself = (i: number, tokens: Tokens): boolean =>
  askedBefore(i, tokens) > 0 && allowing.has(tokens.word[i + 1])

/** *Lila asked whether he is coming*: one knows it of oneself. */
const isAskedAfter = (i: number, tokens: Tokens): boolean =>
  isSubject(tokens, i) && askedBefore(i, tokens) > 0 && !allowing.has(tokens.word[i + 1])

/**
 * *He carried Lila upstairs*, *he said Lila was to go up*: nobody who does something is called by name later in the clause. In
 * *when he is tired Lila sings* the clause is only part of the sentence.
 */
function isNamedAfter(i: number, child: number, tokens: Tokens, referents: readonly Referent[]): boolean {
  if (!isSubject(tokens, i) || subordinating.has(tokens.word[i - 1])) return false
  const to = Math.min(sentenceAt(tokens, i).to, i + reach)
  let end = i + 1
  while (end < to && tokens.gap[end] === Gap.joined) end++
  return between(referents, i, end).some((named) => named.child === child)
}

/** *He is her only brother*: whoever is something of hers is not she. */
function isTheirRelative(
  i: number,
  forms: ReadonlySet<string>,
  {word, gap}: Tokens,
  referents: readonly Referent[]
): boolean {
  const is = /'s$/.test(word[i] as string) ? i : i + 1
  if (is > i && word[is] !== 'is' && word[is] !== 'was') return false
  const whose = word[is + 1] ?? ''
  if (!possessives.has(whose) || !forms.has(whose)) return false
  let end = is + 1
  while (end < is + 5 && gap[end] === Gap.joined) end++
  return between(referents, is + 2, end).some(({child}) => child === undefined)
}

/**
 * *Lila misses him*, *Lila would like to live with him*, *Lila made a card for him*: whoever does a thing to herself would be
 * *herself*.
 * @param here who is named in the sentence before the pronoun
 */
export function isDoneByChild(i: number, {tokens}: Facts, sentence: Sentence, here: readonly Referent[]): boolean {
  const {word, gap} = tokens
  const last = here.at(-1)
  if (last?.child === undefined || isPossessive(tokens, last.to - 1) || !isObject(tokens, sentence, i)) return false
  if (i - last.to > reach) return false
  const isFirst = gap[last.from] !== Gap.joined || last.from === sentence.from
  if (!isFirst && !beginsClause.has(word[last.from - 1])) return false
  for (let at = last.to; at <= i; at++) if (gap[at] !== Gap.joined) return false
  const isAfterVerb = !preposition.has(word[i - 1])
  const end = isAfterVerb ? i - 1 : i - 2
  return isAfterVerb || isConcerning(i - 1, tokens)
    ? isAllTheirs(last.to, end, tokens) || isGiven(last.to, i - 1, tokens)
    : false
}

/** Is the preposition at word `i` one after which the child would be *-self*? */
const isConcerning = (i: number, {word}: Tokens): boolean =>
  word[i] === 'with' || (concerning.has(word[i]) && !beside.has(word[i - 1]))

/** Do words `from` to `end` say what one person is, does or wishes, and bring in nothing and nobody else? */
function isAllTheirs(from: number, end: number, {word}: Tokens): boolean {
  for (let at = from; at <= end; at++) {
    const each = word[at] as string
    if (beginsClause.has(each) || ofSomething.has(each)) return false
    if (carrying.has(each) && word[end + 1] === 'with') return false
    if (at === end) continue
    if (each === 'to' ? !wishing.has(word[at - 1]) : opensSubject.has(each) && !wishing.has(each)) return false
  }
  return true
}

/** *Made a card for him*, *has sent two letters to him*; not *has a letter written to him*. */
function isGiven(from: number, end: number, {word}: Tokens): boolean {
  if (word[end] !== 'to' && word[end] !== 'for') return false
  const verb = [from, from + 1].find((at) => giving.has(word[at]))
  if (verb === undefined) return false
  const given = word.slice(verb + 1, end)
  return (
    given.length > 0 &&
    given.length < 5 &&
    !given.some((each) => beginsClause.has(each) || /(?:ed|ing|en|made|sent|left|meant)$/.test(each))
  )
}
