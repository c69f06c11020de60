import type {Facts, Mention} from '../facts/facts.ts'
import {isFamiliar} from '../facts/familiar.ts'
import {firstFrom} from '../facts/mentions.ts'
import {allowedForms, couldBe, type PronounGender, pronounGender} from '../facts/pronouns.ts'
import {quotationOver} from '../facts/quotations.ts'
import type {Draft} from '../model/finding.ts'
import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import type {Rule} from './rule.ts'

/** Somebody (or some animal) whom a pronoun could stand for, at word `from`. */
interface Referent {
  readonly from: number
  readonly to: number
  readonly gender: Mention['gender']
  readonly child?: number
  /** One of several words joined by *and*: a plural pronoun may stand for them together. */
  readonly who: Mention['who'] | 'noun'
}

const reflexive = /sel(f|ves)$/
const subordinating =
  /^(when|while|whilst|after|before|if|as|because|although|though|since|once|until|whenever|in|on|at|with|during|following)$/
const telling =
  /^(told|tell|tells|telling|asked|ask|asks|asking|showed|shows|show|gave|gives|give|thanked|reminded|informed|assured|wrote|writes|emailed|rang|advised|to)$/
const speaking =
  /^(told|said|says|asked|answered|replied|explained|thought|felt|wanted|would|described|laughed|smiled|shrugged|nodded|cried|drew|showed|looked|was|wanted|chose|did|had|spoke|talked|added)$/
/** A plural pronoun may stand for any of these. */
const plural =
  /^(everyone|everybody|someone|somebody|anyone|anybody|nobody|people|family|police|school|council|team|staff|class|group|court|each|both|all|others|children|parents|girls|boys|twins|friends|teachers|adults|grown-ups|couple|pair|siblings|brothers|sisters|professionals|neighbours|whoever|person|service|services|agency|hospital|nursery|college|club|company|office)$/

export const wrongPronoun: Rule = {
  id: 'wrong-pronoun',
  title: 'A pronoun for the child that is not theirs',
  why: 'The young people ask to be asked for their pronouns, and then to be called by them. A wrong one says that the paper was copied from another child’s, or that nobody listened.',
  fine: 'Wherever a pronoun could mean anybody else, nothing is said. Declare several (she/they), a set of your own (xe/xem/xyr), or “any”.',
  sources: ['fjypb-ten-asks', 'cafcass-cymru-framework'],
  severity: 'error',
  onWords: true,
  examples: [
    {text: 'Amira likes school and *he* walks there with *his* rabbit on Fridays.'},
    {text: 'Amira made *himself* a sandwich.'},
    {text: 'Amira’s dad said he was sorry. Mr Hussain brought his guitar.'},
    {text: 'Amira told Ben that she likes him. Her brother rang; he was late.'},
    {text: 'I loved your cat, Amira, and how he hid his mouse in your drawer.', document: 'letter'},
    {text: 'When Sam met the judge she smiled.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    {text: 'Sam plays the drums, and *his* favourite day is Friday.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Sam has asked for *her* own room. They like blue.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Jo draws. She sings, and they dance. *He* paints.', children: [{name: 'Jo', pronouns: 'she/they'}]},
    {text: 'Xan rides. Xe fell off xyr bike. *She* cried.', children: [{name: 'Xan', pronouns: 'xe/xem/xyr'}]},
    {text: 'Amira said, “He is my best friend”. Amira and Leo said that they want to stay.', people: ['Leo']},
    {text: 'Sam likes any of them: she runs, he jumps.', children: [{name: 'Sam', pronouns: 'any'}]},
    {
      text: 'Amira and Omar drew lions. Amira drew *himself*; Omar drew himself too.',
      children: [
        {name: 'Amira', pronouns: 'she/her'},
        {name: 'Omar', pronouns: 'he/him'}
      ]
    }
  ],
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known} = facts
    const allowed = known.children.map(({pronouns}) => allowedForms(pronouns, facts.dictionaries.people))
    if (allowed.every((forms) => forms === null)) return
    const own = new Set(allowed.flatMap((forms) => [...(forms ?? [])]))
    const referents = findReferents(facts, own)
    let next = 0
    const wrong = new Set<number>()
    const fine = new Set<number>()
    for (let i = 0; i < tokens.count; i++) {
      const word = tokens.base[i] as string
      const gender = pronounGender(word)
      if (!gender) continue
      while (next < referents.length && (referents[next] as Referent).from < i) next++
      const child = meant(i, gender, facts, referents, next, wrong, fine)
      const forms = child === null ? null : allowed[child]
      if (child === null || !forms || forms.has(word)) {
        fine.add(i)
        continue
      }
      wrong.add(i)
      const at = {start: tokens.start[i] as number, end: (tokens.start[i] as number) + word.length}
      if (quotationOver(facts.quotations, at)) continue
      const {name, knownAs, pronouns} = known.children[child] as (typeof known.children)[number]
      yield {
        at,
        message: `“${tokens.text.slice(at.start, at.end)}” seems to mean ${knownAs ?? name.split(/\s+/)[0]}, who uses ${pronouns}.`,
        instead: formFor(word, gender, forms)
      }
    }
  }
}

const cases: Readonly<Record<string, number>> = {
  he: 0,
  she: 0,
  they: 0,
  him: 1,
  them: 1,
  his: 2,
  their: 2,
  her: 2,
  hers: 3,
  theirs: 3,
  himself: 4,
  herself: 4,
  themself: 4,
  themselves: 4
}
const rows = [
  ['she', 'her', 'her', 'hers', 'herself'],
  ['he', 'him', 'his', 'his', 'himself'],
  ['they', 'them', 'their', 'theirs', 'themself']
]

/** The same form of the child's own pronouns, where they are common ones. */
function formFor(word: string, _gender: PronounGender, forms: ReadonlySet<string>): string[] {
  const at = cases[word] ?? 0
  return rows.filter((row) => forms.has(row[0] as string)).map((row) => row[at] as string)
}

/**
 * Everyone a pronoun could mean, by place: mentions, nouns for people and animals, capitals at the start of a sentence.
 * @param own the children's own pronouns, which name nobody else
 */
function findReferents(facts: Facts, own: ReadonlySet<string>): Referent[] {
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
    if (people.has(word) && word !== 'child')
      found.push({from: i, to: i + 1, gender: /s$|children|people|men$/.test(word) ? 'several' : 'either', who: 'noun'})
    else if (isName) found.push({from: i, to: i + 1, gender: 'either', who: 'noun'})
    i++
  }
  return found
}

/**
 * The child that the pronoun at word `i` can only mean, or `null` where it could mean anybody else.
 * @param before how many referents stand before word `i`
 */
function meant(
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
  const here = outsideAsides(all, tokens, sentence, i)
  const isOther = (referent: Referent) => referent.child === undefined || !isSoleChild(referent, here)
  const rivals = here.filter(
    (referent) => isOther(referent) && couldBe(gender, referent) && !isTold(referent, tokens, i)
  )
  const children = here.filter(({child}) => child !== undefined)
  const nearest = here.at(-1)
  const word = tokens.base[i] as string

  // Bound to the subject of its clause: "Joshua drew herself".
  if (reflexive.test(word)) {
    if (nearest?.child === undefined || (gender === 'they' && (word === 'themselves' || joined(here, tokens))))
      return null
    if (tokens.word.slice(nearest.to, i).some((each) => pronounGender(each) !== null)) return null
    return nearest.child
  }
  // A pronoun of the same kind before it that was somebody else's is most likely the same person's.
  for (let j = i - 1; j >= sentence.from; j--)
    if (pronounGender(tokens.base[j] as string) === gender) {
      if (fine.has(j)) return null
      if (wrong.has(j) && children.length === 0) return soleChild(referents, before)
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

  if (children.length > 0) {
    const child = soleOf(children, gender, facts)
    if (child === null || rivals.length > 0) return null
    if (gender === 'they') return theyMeansOne(facts, sentence, i, here) ? child : null
    const earlier = earlierRivals(facts, sentence, referents, gender, child)
    if (earlier === 'none' || isBound(tokens, sentence, i, here)) return child
    return earlier === 'vague' && isPossessed(tokens, i, here) ? child : null
  }
  // Nobody in this sentence: the one person of the sentences before, back to the last who could be meant.
  if (rivals.length > 0) return null
  return fromBefore(tokens, sentence, i, gender, referents, facts)
}

/**
 * Whoever stands only in an aside before the verb is not its subject: *Maddox, whose twin is deaf, has taught …*,
 * *Nahuel, who is captain, would …*.
 */
function outsideAsides(here: readonly Referent[], tokens: Tokens, sentence: Sentence, i: number): readonly Referent[] {
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

const within = (referents: readonly Referent[], before: number, from: number): Referent[] => {
  let at = before
  while (at > 0 && (referents[at - 1] as Referent).from >= from) at--
  return referents.slice(at, before)
}

const isSoleChild = (referent: Referent, here: readonly Referent[]): boolean =>
  here.every(({child}) => child === undefined || child === referent.child)

function soleChild(referents: readonly Referent[], before: number): number | null {
  for (let at = before - 1; at >= 0; at--) {
    const {child} = referents[at] as Referent
    if (child !== undefined) return child
  }
  return null
}

/** The one child that is named, or of several the last, where the others could not have this pronoun. */
function soleOf(children: readonly Referent[], gender: PronounGender, {known, dictionaries}: Facts): number | null {
  const ids = [...new Set(children.map(({child}) => child as number))]
  const couldHave = (child: number): boolean => {
    const forms = allowedForms(known.children[child]?.pronouns ?? null, dictionaries.people)
    return forms === null || forms.has(gender === 'neo' ? '' : gender)
  }
  if (ids.some(couldHave)) return ids.length === 1 ? (ids[0] as number) : null
  return ids.length === 1 ? (ids[0] as number) : null
}

/** The person told is seldom the one told of: "I told the judge that Noah …". */
function isTold({from, who}: Referent, tokens: Tokens, pronoun: number): boolean {
  if (who !== 'role' && who !== 'noun') return false
  const before =
    tokens.base[from - 1] === 'the' ||
    tokens.base[from - 1] === 'your' ||
    tokens.base[from - 1] === 'her' ||
    tokens.base[from - 1] === 'his'
      ? from - 2
      : from - 1
  if (before < 0 || !telling.test(tokens.base[before] as string)) return false
  return tokens.word.slice(from, pronoun).includes('that')
}

/** Are two of them named together: *Elsie and her brother*? */
const joined = (here: readonly Referent[], tokens: Tokens): boolean =>
  here.some((referent, index) => {
    const before = here[index - 1]
    if (!before) return false
    const words = tokens.word.slice(before.to, referent.from)
    return words.length <= 3 && words.some((word) => /^(and|with|or|nor|to)$/.test(word))
  })

function hasPlural(tokens: Tokens, from: number, to: number): boolean {
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

/** The items of one list are read on from each other. */
const isNextItem = ({document}: Facts, earlier: number, later: number): boolean =>
  document.blocks[earlier]?.kind === 'item' && document.blocks[later]?.kind === 'item' && later - earlier <= 2

function paragraphStart(facts: Facts, sentence: Sentence, sentences: number): number {
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

/** Bound to the child whatever went before: a possessive in the child's own clause, or what the child answered when asked. */
function isBound(tokens: Tokens, sentence: Sentence, i: number, here: readonly Referent[]): boolean {
  const last = here.at(-1)
  if (last?.child === undefined) return false
  const word = tokens.base[i] as string
  const between = tokens.word.slice(last.to, i)
  const possessed = tokens.word[last.to - 1] !== tokens.base[last.to - 1]
  const isPossessive = /^(his|her|their)$/.test(word)
  if (isPossessive && !possessed && tokens.base[i + 1] === 'own') return !between.includes('that')
  // "Tamsin, with his rabbit": straight after the name.
  if (
    isPossessive &&
    !possessed &&
    between.length <= 2 &&
    /^(with|and|in|on|holding|had|has|brought|in)$/.test(between[0] ?? '')
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
  if (hasPlural(tokens, sentence.from, sentence.to)) return false
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
  if (children.length === 0) return null
  const ids = new Set(children.map(({child}) => child))
  if (ids.size > 1) return null
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
  if (gender === 'they')
    return isSubject && !hasPlural(tokens, first, i) && !joined(earlier, tokens)
      ? ((children[0] as Referent).child ?? null)
      : null
  return (children[0] as Referent).child ?? null
}

/** Were there pronouns of this kind that came before the child was named? */
function pronounsBetween(tokens: Tokens, from: number, to: number, gender: PronounGender, {mentions}: Facts): boolean {
  const child = between(mentions, from, to).find(({who}) => who === 'child')
  const until = child ? child.from : to
  for (let i = from; i < until; i++) if (pronounGender(tokens.base[i] as string) === gender) return true
  return false
}

/** Those that begin within words `from` to `to`. */
function between<Each extends {readonly from: number}>(
  sorted: readonly Each[],
  from: number,
  to: number
): readonly Each[] {
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, to))
}

const isCell = ({document}: Facts, sentence: Sentence): boolean => document.blocks[sentence.block]?.kind === 'cell'

/** The first word of the table row that the sentence stands in. */
function rowStart({document, tokens}: Facts, sentence: Sentence): number {
  const here = document.blocks[sentence.block]?.cell
  let first = sentence.from
  while (first > 0) {
    const cell = document.blocks[tokens.block[first - 1] as number]?.cell
    if (!cell || cell.table !== here?.table || cell.row !== here.row) break
    first--
  }
  return first
}
