import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import type {Facts} from './facts.ts'
import {couldBe, type PronounGender, pronounGender} from './pronouns.ts'
import {quotationOver} from './quotations.ts'
import {
  between,
  hasPlural,
  isCell,
  joined,
  outsideAsides,
  paragraphStart,
  type Referent,
  rowStart
} from './referents.ts'

const reflexive = /sel(f|ves)$/
const subordinating =
  /^(when|while|whilst|after|before|if|as|because|although|though|since|once|until|whenever|in|on|at|with|during|following)$/
const telling =
  /^(told|tell|tells|telling|asked|ask|asks|asking|showed|shows|show|gave|gives|give|thanked|reminded|informed|assured|wrote|writes|emailed|rang|advised|to)$/
const speaking =
  /^(told|said|says|asked|answered|replied|explained|thought|felt|wanted|would|described|laughed|smiled|shrugged|nodded|cried|drew|showed|looked|was|chose|did|had|spoke|talked|added)$/

/**
 * The child that the pronoun at word `i` can only mean, or `null` where it could mean anybody else.
 * @param before how many referents stand before word `i`
 */
export function childMeantBy(
  i: number,
  gender: PronounGender,
  facts: Facts,
  referents: readonly Referent[],
  before: number,
  wrong: ReadonlySet<number>,
  fine: ReadonlySet<number>
): number | null {
  const {tokens} = facts
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  const all = within(referents, before, sentence.from)
  const here = outsideAsides(all, tokens, sentence, i).filter((referent) => !isCalled(referent, tokens))
  const children = new Set(here.flatMap(({child}) => child ?? []))
  // Where two children are named, each could be meant as well as the other.
  const isOther = ({child}: Referent) => child === undefined || children.size > 1
  const rivals = here.filter(
    (referent) => isOther(referent) && couldBe(gender, referent) && !isTold(referent, tokens, i)
  )
  const nearest = here.at(-1)
  const word = tokens.base[i] as string

  // Bound to the subject of its clause: "Joshua drew herself".
  if (reflexive.test(word)) {
    if (nearest?.child === undefined || (gender === 'they' && (word === 'themselves' || joined(here, tokens))))
      return null
    if (tokens.word.slice(nearest.to, i).some((each) => pronounGender(each) !== null)) return null
    return nearest.child
  }
  // "to see Teddy on their own": whoever it is, it is Teddy.
  if (
    tokens.base[i + 1] === 'own' &&
    nearest?.child !== undefined &&
    i - nearest.to === 1 &&
    /^(on|by|in)$/.test(tokens.word[nearest.to] as string)
  )
    return nearest.child
  // A pronoun of the same kind before it that was somebody else's is most likely the same person's.
  for (let j = i - 1; j >= sentence.from; j--)
    if (pronounGender(tokens.base[j] as string) === gender) {
      if (fine.has(j)) return null
      if (wrong.has(j) && children.size === 0) return lastChild(referents, before)
      break
    }
  if (gender === 'they' && (joined(here, tokens) || hasPlural(tokens, sentence.from, i) || rivals.length > 0))
    return null

  // "When she met the judge, …": whoever comes after may be meant.
  if (
    isFronted(tokens, sentence, i) &&
    between(referents, i, sentence.to).some((referent) => referent.child === undefined && couldBe(gender, referent))
  )
    return null

  const [child] = children
  if (child !== undefined) {
    if (children.size > 1 || rivals.length > 0) return null
    if (gender === 'they') return theyMeansOne(facts, sentence, i, here) ? child : null
    const earlier = earlierRivals(facts, sentence, referents, gender, child)
    if (earlier === 'none' || isBound(tokens, sentence, i, here)) return child
    return earlier === 'vague' && isPossessed(tokens, i, here) ? child : null
  }
  // Nobody in this sentence: the one person of the sentences before, back to the last who could be meant.
  if (rivals.length > 0) return null
  return fromBefore(tokens, sentence, i, gender, referents, facts)
}

/** *Freya, you explained the rota*: whoever is spoken to is nobody's *she*. */
const isCalled = ({child, to}: Referent, tokens: Tokens): boolean =>
  child !== undefined && tokens.gap[to] === Gap.broken && /^you\b/.test(tokens.word[to] ?? '')

const within = (referents: readonly Referent[], before: number, from: number): Referent[] => {
  let at = before
  while (at > 0 && (referents[at - 1] as Referent).from >= from) at--
  return referents.slice(at, before)
}

/** The child whom the last referent that is one names. */
function lastChild(referents: readonly Referent[], before: number): number | null {
  for (let at = before - 1; at >= 0; at--) {
    const {child} = referents[at] as Referent
    if (child !== undefined) return child
  }
  return null
}

/** The person told is seldom the one told of: "I told the judge that Noah …". */
function isTold({from, who}: Referent, tokens: Tokens, pronoun: number): boolean {
  if (who !== 'role' && who !== 'noun') return false
  const before = /^(the|your|her|his)$/.test(tokens.base[from - 1] ?? '') ? from - 2 : from - 1
  if (before < 0 || !telling.test(tokens.base[before] as string)) return false
  return tokens.word.slice(from, pronoun).includes('that')
}

/** Is the pronoun in an opening clause, before its comma? */
function isFronted(tokens: Tokens, sentence: Sentence, i: number): boolean {
  if (!subordinating.test(tokens.word[sentence.from] as string)) return false
  for (let j = sentence.from + 1; j <= i; j++) if (tokens.gap[j] === Gap.broken) return false
  return true
}

/**
 * Does a sentence before this one, in the same paragraph, bring in somebody whom the pronoun could mean? `vague` where
 * that is only a role or a word that says nothing of he or she: *the doctor*.
 */
function earlierRivals(
  facts: Facts,
  sentence: Sentence,
  referents: readonly Referent[],
  gender: PronounGender,
  child: number
): 'none' | 'vague' | 'definite' {
  const {tokens, quotations} = facts
  const first = paragraphStart(facts, sentence, 2)
  if (pronounsBefore(tokens, first, sentence.from, gender)) return 'definite'
  const rivals = between(referents, first, sentence.from).filter((referent) => {
    if (referent.child === child || !couldBe(gender, referent)) return false
    const start = tokens.start[referent.from] as number
    return quotationOver(quotations, {start, end: start + 1}) === undefined
  })
  if (rivals.length === 0) return 'none'
  return rivals.every((rival) => rival.gender === 'either' && (rival.who === 'role' || rival.who === 'noun'))
    ? 'vague'
    : 'definite'
}

/** A pronoun of the same kind in the sentences before was somebody's too. */
const pronounsBefore = (tokens: Tokens, from: number, to: number, gender: PronounGender): boolean => {
  for (let i = from; i < to; i++) if (pronounGender(tokens.base[i] as string) === gender) return true
  return false
}

/** Bound to the child whatever went before: a possessive in the child's own clause, or what the child answered when asked. */
function isBound(tokens: Tokens, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined) return false
  const word = tokens.base[i] as string
  const since = tokens.word.slice(last.to, i)
  const possessed = tokens.word[last.to - 1] !== tokens.base[last.to - 1]
  const isPossessive = /^(his|her|their)$/.test(word)
  if (isPossessive && !possessed && tokens.base[i + 1] === 'own') return !since.includes('that')
  // "Tamsin, with his rabbit": straight after the name.
  if (
    isPossessive &&
    !possessed &&
    since.length <= 2 &&
    /^(with|and|in|on|holding|had|has|brought)$/.test(since[0] ?? '')
  )
    return tokens.gap[last.to] !== Gap.joined
  const fronted = subordinating.test(tokens.word[sentence.from] as string) && tokens.gap[i] === Gap.broken
  return (
    fronted &&
    last.from <= sentence.from + 5 &&
    speaking.test(tokens.word[i + 1] ?? '') &&
    /^(asked|saw|met|visited|told|spoke|talked|invited|showed)$/.test(tokens.word[last.from - 1] ?? '')
  )
}

/** In the child's own clause: *Phoenix has finished his antibiotics*. */
function isPossessed(tokens: Tokens, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined || tokens.word[last.to - 1] !== tokens.base[last.to - 1]) return false
  if (!/^(his|her|their)$/.test(tokens.base[i] as string) || i - last.to > 4) return false
  for (let at = last.to; at <= i; at++)
    if (
      tokens.gap[at] !== Gap.joined ||
      /^(that|because|and|but|when|if|so|as|while|where)$/.test(tokens.word[at] as string)
    )
      return false
  return true
}

/** *They* of one child: only where the child is the subject and nobody else could be meant, alone or together. */
function theyMeansOne(facts: Facts, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const {tokens} = facts
  const last = here.at(-1)
  if (last?.child === undefined || here.some((referent) => referent.child === undefined && couldBe('they', referent)))
    return false
  // What comes after *their* in the child's own clause is the child's.
  const until = isPossessed(tokens, i, here) ? i : sentence.to
  if (hasPlural(tokens, sentence.from, until)) return false
  if (hasPlural(tokens, paragraphStart(facts, sentence, 2), sentence.from)) return false
  return /^(themself|their|they)$/.test(tokens.base[i] as string)
}

function fromBefore(
  tokens: Tokens,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  facts: Facts
): number | null {
  // "Last autumn they managed it": whoever the pronoun means, nobody else was named before it.
  const isSubject = between(referents, sentence.from, i).length === 0
  const first = isCell(facts, sentence) ? rowStart(facts, sentence) : paragraphStart(facts, sentence, 3)
  const earlier = between(referents, first, sentence.from)
  const children = earlier.filter(({child}) => child !== undefined)
  const child = children[0]?.child
  if (child === undefined || children.some((each) => each.child !== child)) return null
  if (earlier.some((referent) => referent.child === undefined && couldBe(gender, referent))) return null
  // A pronoun before this one that was not the child's has somebody of its own, whom nobody named here.
  if (pronounsBetween(tokens, first, i, gender, facts)) return null
  // In a letter the child is *you*; *they* are mostly the things or people just spoken of.
  if (
    gender === 'they' &&
    facts.audience === 'letter' &&
    children.every(({from}) => /^you/.test(tokens.base[from] as string))
  )
    return null
  if (gender === 'they' && (!isSubject || hasPlural(tokens, first, i) || joined(earlier, tokens))) return null
  return child
}

/** Were there pronouns of this kind that came before the child was named? */
function pronounsBetween(tokens: Tokens, from: number, to: number, gender: PronounGender, {mentions}: Facts): boolean {
  const child = between(mentions, from, to).find(({who}) => who === 'child')
  const until = child ? child.from : to
  for (let i = from; i < until; i++) if (pronounGender(tokens.base[i] as string) === gender) return true
  return false
}
