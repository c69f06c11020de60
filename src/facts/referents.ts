import {startsWithSmall} from '../model/characters.ts'
import {onAsking} from '../model/once.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {opener} from './cataphora.ts'
import type {Facts, Mention} from './facts.ts'
import {isFamiliar} from './familiar.ts'
import {senses} from './person-words.ts'
import {isNamesake, isPossessive, isToldBy, isVerb} from './rivals.ts'
import {wordsCalled} from './word-sets.ts'

/** Somebody (or some animal) whom a pronoun could stand for, at word `from`. */
export interface Referent {
  readonly from: number
  readonly to: number
  readonly gender: Mention['gender']
  readonly child?: number
  readonly who: Mention['who'] | 'noun' | 'animal'
}

const who = {
  person: 'noun',
  animal: 'animal',
  vessel: 'animal',
  letters: 'role',
  initials: 'noun',
  work: 'noun',
  doer: 'noun'
} as const
const several = /[^su]s$|children|people|men$/
const nobodyInParticular = wordSet('anybody anyone nobody noone everybody everyone')
const naming = wordSet('and or called named')

/** A name that says which animal: *two guinea pigs, Biscuit and Gravy*, *a dog called Bess*. */
function isPet(last: Referent | undefined, {gap, base, shape}: Tokens, i: number): boolean {
  if (last?.who !== 'animal' || i - last.to > 4) return false
  const isNaming = gap[last.to] === Gap.broken || naming.has(base[last.to])
  for (let at = last.to; at < i; at++) if (!naming.has(base[at]) && shape[at] !== Shape.capital) return false
  return isNaming
}

/** The same of a name that only the pet gave: *the pony, Bramble, on Sundays*; not *the dog, Anna and Tom*. */
const isNamedAsPet = (last: Referent | undefined, {who, gender, from, to}: Mention, tokens: Tokens): boolean =>
  isPet(last, tokens, from) &&
  (who === 'unknown' || (who === 'person' && gender === 'either' && isAside(tokens, from, to)))

/** *Biscuit, the guinea pig*, *Rex, a dog*: what the name is, after it; not *Ben, the cat and I*. */
function isCalledBefore(last: Referent | undefined, i: number, tokens: Tokens): last is Referent {
  if (last === undefined || (last.who !== 'unknown' && last.who !== 'noun') || last.gender !== 'either') return false
  if (i - last.to > 3 || !determiner.has(tokens.word[last.to])) return false
  for (let at = last.to + 1; at <= i; at++) if (tokens.gap[at] !== Gap.joined) return false
  return isAside(tokens, last.to, i + 1)
}

/** *His teacher, Mr Kaur*, *Mr Kaur, his teacher*: one person, whose gender the name shows; not *her cousin, Mr Kaur and Ben*. */
function matchGender(found: Referent[], mention: Mention, {gap, word}: Tokens): void {
  const last = found.at(-1)
  if (last?.gender !== 'either' || last.to !== mention.from || gap[last.to] !== Gap.broken) return
  if (last.who !== 'role' && last.who !== 'relative' && last.who !== 'noun') return
  if (mention.child !== undefined || (word[mention.to] === 'and' && gap[mention.to] === Gap.joined)) return
  if (mention.gender === 'he' || mention.gender === 'she') found[found.length - 1] = {...last, gender: mention.gender}
}

/**
 * The gender of a name at word `i` that is nearly always a woman's or a man's: a carer called *Liz* is nobody's *he*. It only
 * rules somebody out; whom a pronoun means is never told by a name.
 */
function genderOfName(i: number, {tokens: {base}, dictionaries}: Facts): Mention['gender'] {
  const name = base[i] as string
  if (wordsCalled('nearly-always-she', dictionaries).has(name)) return 'she'
  return wordsCalled('nearly-always-he', dictionaries).has(name) ? 'he' : 'either'
}

/** The mention of a person with the gender that their first name shows. */
const withGender = (mention: Mention, facts: Facts): Mention =>
  mention.gender === 'either' && (mention.who === 'person' || mention.who === 'unknown')
    ? {...mention, gender: genderOfName(mention.from, facts)}
    : mention

const finite = wordSet('is was has had does did')
const determiner = wordSet('the a his her their my our your')

/**
 * *Mr Kaur, his class teacher, …*: one person, whom the name has brought in already; not *Mr Kaur, his class teacher, and Ben*,
 * *Mr Kaur, the teacher, the nurse*.
 */
function isNamedBefore(last: Referent | undefined, {from, to}: Pick<Referent, 'from' | 'to'>, tokens: Tokens): boolean {
  if (last?.who !== 'person' || last.gender === 'either' || from - last.to > 3) return false
  if (!determiner.has(tokens.word[last.to]) || isPossessive(tokens, last.to - 1)) return false
  for (let at = last.to + 1; at <= from; at++)
    if (tokens.gap[at] !== Gap.joined || tokens.shape[at] !== Shape.lower) return false
  return isAside(tokens, last.to, to) && !determiner.has(tokens.word[to]) && !isPossessive(tokens, to - 1)
}

/**
 * *Her sister Hana*, *his stepfather, Alex, who …*: the word for somebody shows the gender of the name; not *told her
 * sister Ben was late*, *her mother, Alex and Ben*.
 */
const isNamedKin = (last: Referent | undefined, {who, gender, from, to}: Mention, tokens: Tokens): last is Referent =>
  last?.who === 'relative' &&
  last.to === from &&
  gender === 'either' &&
  (who === 'person' || who === 'unknown') &&
  !isPossessive(tokens, last.to - 1) &&
  (tokens.gap[from] === Gap.joined ? !isToldBy(last, tokens) : isAside(tokens, from, to))

/** Words between two commas, or a comma and the end, after which no list goes on. */
const isAside = ({gap, word, shape, count}: Tokens, from: number, to: number): boolean =>
  gap[from] === Gap.broken &&
  (to >= count ||
    (gap[to] as number) > Gap.broken ||
    (gap[to] === Gap.broken && shape[to] === Shape.lower && !/^(?:and|or|nor|but)$/.test(word[to] as string)))

/** *Alex, his stepfather, …*: the word for somebody shows the gender of the name before it. */
function matchKin(found: Referent[], {who, gender, from, to}: Mention, tokens: Tokens): void {
  const last = found.at(-1)
  if (who !== 'relative' || (gender !== 'he' && gender !== 'she')) return
  if (last?.gender !== 'either' || (last.who !== 'person' && last.who !== 'unknown')) return
  const isTheirs = last.to === from - 1 && /^(?:his|her|their|the)$/.test(tokens.word[last.to] as string)
  if (isTheirs && isAside(tokens, last.to, to) && tokens.gap[from] === Gap.joined)
    found[found.length - 1] = {...last, gender}
}

/** *Oakfield Primary*, *Alder Hey Children’s Hospital*, *St Brigid’s*: a name, but nobody’s. */
function isInstitution({from, to}: Mention, facts: Facts): boolean {
  const {tokens, dictionaries} = facts
  if (tokens.base[from] === 'st') return isPossessive(tokens, to - 1)
  if (isLabelledInstitution(from, facts)) return true
  const institutions = wordsCalled('institution', dictionaries)
  const isOne = (i: number) => tokens.shape[i] === Shape.capital && institutions.has(tokens.base[i] as string)
  return isOne(to - 1) || (to < tokens.count && tokens.gap[to] === Gap.joined && isOne(to))
}

/** In words, before the last. */
const longestName = 4

/** Is it the cell before that says of which school or clinic word `i` opens the name: *Nursery*, and beside it *Little Acorns*? */
function isLabelledInstitution(i: number, {tokens, document: {blocks}, dictionaries}: Facts): boolean {
  const {gap, shape, base, block} = tokens
  const cell = blocks[block[i] as number]?.cell
  if (cell?.column !== 2) return false
  let first = i
  while (first > i - longestName && gap[first] === Gap.joined && shape[first] === Shape.capital) first--
  const before = blocks[block[first - 1] as number]?.cell
  return (
    before?.column === 1 &&
    before.row === cell.row &&
    before.table === cell.table &&
    wordsCalled('institution', dictionaries).has(base[first - 1] as string)
  )
}

/**
 * Everyone a pronoun could mean, by place: mentions, nouns for people and animals, capitals at the start of a sentence.
 * @param own the children's own pronouns, which name nobody else
 */
export function findReferents(facts: Facts, own: ReadonlySet<string>): Referent[] {
  const {tokens, mentions, dictionaries} = facts
  const {places, at: senseAt} = senses(tokens, dictionaries.words)
  const namedWithin = onAsking(() => wordsNamedWithin(facts))
  const found: Referent[] = []
  /** Names that were given to a pet. */
  const pets = new Set<string>()
  let next = 0
  /** The word after the last mention. */
  let free = 0
  const mentionsUntil = (word: number) => {
    for (; next < mentions.length && (mentions[next] as Mention).from <= word; next++) {
      const mention = mentions[next] as Mention
      const referent = ofMention(mention, found, facts, pets)
      if (referent) found.push(referent)
      free = mention.to
    }
  }
  for (const i of places) {
    mentionsUntil(i)
    if (i < free) continue
    const word = tokens.base[i] as string
    const sense = senseAt(i)
    if ((sense === 'person' || sense === 'vessel') && isNamesake({to: i + 1}, facts)) continue
    if (sense !== null && isNamedBefore(found.at(-1), {from: i, to: i + 1}, tokens)) continue
    const last = found.at(-1)
    if (sense === 'animal' && isCalledBefore(last, i, tokens)) {
      found[found.length - 1] = {...last, who: 'animal'}
      pets.add(tokens.base[last.to - 1] as string)
    } else if (sense === 'person' || sense === 'animal')
      found.push({from: i, to: i + 1, gender: several.test(word) ? 'several' : 'either', who: who[sense]})
    else if (sense !== null)
      found.push({from: i, to: i + 1, gender: sense === 'vessel' ? 'she' : 'either', who: who[sense]})
    else if (isInitial(tokens, i)) found.push({from: i, to: i + 1, gender: 'either', who: 'noun'})
    else if (opensAsName(facts, i, own, namedWithin)) {
      const isAnimal = isPet(last, tokens, i)
      if (isAnimal) pets.add(word)
      found.push(
        isAnimal || pets.has(word)
          ? {from: i, to: i + 1, gender: 'either', who: 'animal'}
          : {from: i, to: i + 1, gender: genderOfName(i, facts), who: 'noun'}
      )
    }
  }
  mentionsUntil(tokens.count)
  return knownByName(found, tokens)
}

/**
 * The same, where whoever is told by name once is known by it all through the paper: after *the health visitor, Ms Rees* the health
 * visitor is she, unless the paper tells of another one who is he.
 */
function knownByName(found: readonly Referent[], tokens: Tokens): Referent[] {
  const called = ({from, to}: Referent): string => `${tokens.word.slice(from, to - 1).join(' ')} ${tokens.base[to - 1]}`
  const genders = new Map<string, 'he' | 'she' | null>()
  for (const each of found) {
    if (!isNamedLater(each) || (each.gender !== 'he' && each.gender !== 'she')) continue
    const name = called(each)
    genders.set(name, (genders.get(name) ?? each.gender) === each.gender ? each.gender : null)
  }
  return found.map((each) => {
    const gender = each.gender === 'either' && isNamedLater(each) ? genders.get(called(each)) : undefined
    return gender ? {...each, gender} : each
  })
}

const isNamedLater = ({who, child}: Referent): boolean =>
  child === undefined && (who === 'role' || who === 'person' || who === 'unknown')

/**
 * Whom a mention means to a pronoun after it; `null` where it is nobody, and where it is a pronoun itself: whoever is *you*
 * in a letter is nobody's *he* or *she* there.
 */
function ofMention(told: Mention, found: Referent[], facts: Facts, pets: Set<string>): Referent | null {
  const {tokens} = facts
  const {from, who} = told
  if (who === 'pronoun' || (isForAnybody(told, facts) && isNamesake(told, facts))) return null
  const name = tokens.base[told.to - 1] as string
  if (
    isNamedAsPet(found.at(-1), told, tokens) ||
    (told.child === undefined && told.gender === 'either' && pets.has(name))
  ) {
    pets.add(name)
    return {...told, who: 'animal'}
  }
  const mention = withGender(told, facts)
  matchGender(found, mention, tokens)
  matchKin(found, mention, tokens)
  if (who === 'unknown' && isInstitution(mention, facts)) return null
  const last = found.at(-1)
  if ((who === 'role' || who === 'relative') && isNamedBefore(last, mention, tokens)) return null
  if (isNamedKin(last, mention, tokens)) return {...mention, gender: last.gender}
  return nobodyInParticular.has(tokens.base[from]) ? {...mention, gender: 'several'} : mention
}

/** In *the doctor's clinic*, *the doctor clinic* there is a doctor; in *the baby unit*, *the Moses basket* nobody is. */
const isForAnybody = ({who, to}: Mention, {tokens, dictionaries}: Facts): boolean =>
  who === 'relative' ||
  who === 'unknown' ||
  (who === 'role' && wordsCalled('young', dictionaries).has(tokens.base[to - 1] as string))

/** A capital that opens a sentence, and is no ordinary word's. */
const opensAsName = (
  facts: Facts,
  i: number,
  own: ReadonlySet<string>,
  namedWithin: () => ReadonlySet<string>
): boolean => {
  const {tokens} = facts
  const word = tokens.base[i] as string
  return (
    tokens.shape[i] === Shape.capital &&
    word.length > 1 &&
    tokens.gap[i] !== Gap.joined &&
    (!isFamiliar(word) || namedWithin().has(word) || doesAsName(facts, i) || genderOfName(i, facts) !== 'either') &&
    !own.has(word) &&
    !opener.has(word) &&
    startsWithSmall(tokens.text[tokens.start[i + 1] ?? 0] ?? '') &&
    !isLabelledInstitution(i, facts)
  )
}

/** *N. takes him home*: somebody by one letter. */
const isInitial = ({word, shape, text, end, start}: Tokens, i: number): boolean =>
  word[i]?.length === 1 &&
  shape[i] !== Shape.lower &&
  shape[i] !== Shape.digits &&
  text[end[i] as number] === '.' &&
  startsWithSmall(text[start[i + 1] ?? 0] ?? '')

/** *Robin took …*, *Will asked …*: a name that is a word too, of somebody who does something. */
const doesAsName = ({tokens: {base, word, gap}, dictionaries}: Facts, i: number): boolean =>
  wordsCalled('name-or-word', dictionaries).has(base[i] as string) &&
  gap[i + 1] === Gap.joined &&
  (isVerb(word[i + 1]) || finite.has(word[i + 1]))

/** Words that stand with a capital within a sentence, headings aside: *Will* is a name where *and Will asked* is read. */
const wordsNamedWithin = ({tokens, mentions, document}: Facts): ReadonlySet<string> =>
  new Set(
    mentions
      .filter(({who, from}) => who === 'unknown' && document.blocks[tokens.block[from] as number]?.kind !== 'heading')
      .map(({from}) => tokens.base[from] as string)
  )
