import type {KnownChild} from '../model/result.ts'
import {Gap, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {genderOf} from './mentions.ts'

/** What a child is called instead of by name, and whom it can mean. */
const nouns: ReadonlyMap<string, {readonly gender?: 'he' | 'she'; readonly from?: number; readonly to?: number}> =
  new Map(
    Object.entries({
      child: {},
      minor: {},
      youngster: {},
      youth: {from: 10},
      adolescent: {from: 10},
      juvenile: {from: 10},
      teenager: {from: 12},
      teen: {from: 12},
      infant: {to: 3},
      baby: {to: 1},
      newborn: {to: 1},
      toddler: {to: 4},
      boy: {gender: 'he'},
      girl: {gender: 'she'},
      lad: {gender: 'he'},
      lass: {gender: 'she'},
      kid: {}
    } as const)
  )
const describing = wordSet(
  'subject little young relevant above said aforementioned named index small older younger teenage infant minor baby'
)
/** *The above-named child*: two words that describe it. */
const mostDescribing = 2
const leads = new Set(['the', 'this', 'said', 'that'])

/** A phrase that may mean a child of the document: words `from` to `to`, end not included. */
export interface ChildPhrase {
  readonly from: number
  readonly to: number
  readonly noun: string
}

/** What *young* or *little* makes of a word, as the noun that it is judged by. */
const youngOnes: ReadonlyMap<string, string> = new Map([
  ['person', 'young person'],
  ['one', 'young person'],
  ['man', 'boy'],
  ['boy', 'boy'],
  ['lad', 'boy'],
  ['woman', 'girl'],
  ['lady', 'girl'],
  ['girl', 'girl']
])

/** Words that stand for a child without an article, in notes and beside a parent. */
const alone = wordSet('child infant baby toddler newborn young yp y')

/** May a phrase that means a child begin with this word, wherever it stands? */
export const mayBegin = ({word, base}: Tokens, i: number): boolean =>
  leads.has(word[i] as string) || alone.has(base[i] as string)

/** A phrase such as *the subject child* that begins at word `i`. */
export function phraseAt(tokens: Tokens, i: number): ChildPhrase | null {
  const word = tokens.word[i] as string
  if (!leads.has(word)) return null
  let at = i + 1
  for (let skipped = 0; skipped <= mostDescribing && at < tokens.count && tokens.gap[at] === Gap.joined; skipped++) {
    const here = tokens.base[at] as string
    const next = followedBy(tokens, at + 1)
    const one = here === 'young' || (here === 'little' && next !== 'one') ? youngOnes.get(next) : undefined
    if (one) return {from: i, to: at + 2, noun: one}
    if (nouns.has(here) && !(describing.has(here) && nouns.has(next))) return {from: i, to: at + 1, noun: here}
    if (!describing.has(here)) return null
    at++
  }
  return null
}

/** The word that a phrase which ends before word `to` runs on to; empty where none does. */
export const followedBy = (tokens: Tokens, to: number): string =>
  to < tokens.count && tokens.gap[to] === Gap.joined ? (tokens.base[to] as string) : ''

/** Could the phrase mean one of this document's children, by their ages and pronouns? */
export function couldMean({noun}: ChildPhrase, children: readonly KnownChild[]): boolean {
  const about = nouns.get(noun)
  return children.some((child) => {
    const gender = genderOf(child)
    if (about?.gender && gender !== 'either' && gender !== 'they' && gender !== about.gender) return false
    if (child.age === null) return about?.to === undefined
    return !(about?.from !== undefined && child.age < about.from) && !(about?.to !== undefined && child.age > about.to)
  })
}

const several = wordSet('children kids boys girls youngsters siblings teenagers pupils classmates')
const bringsOne = wordSet('a an one some two any')
const otherYoung = wordSet('friend cousin classmate nephew niece neighbour teammate pal mate')
const bringsAnother = wordSet('another other others different')

const singlesOut = wordSet('who whose next behind opposite')

/** So colloquial that, once somebody else was brought in, it means that one for longer: *what the lad’s parents were told*. */
const lasting = wordSet('lad lass')
/** How far back somebody may have been brought in, in words and in blocks. */
const reach = {near: {words: 60, blocks: 1}, far: {words: 160, blocks: 8}} as const

/** Was another child brought in before: *a girl*, *another boy*, *his friend*? Then *the girl*, or *that child*, is that one. */
export function isIntroduced(tokens: Tokens, phrase: ChildPhrase): boolean {
  const {from, noun} = phrase
  const block = tokens.block[from] as number
  const {words, blocks} = lasting.has(noun) ? reach.far : reach.near
  const isPunished = punished.test(tokens.word.slice(phrase.to, phrase.to + 4).join(' '))
  for (let i = from - 1; i >= 0 && i > from - words && (tokens.block[i] as number) >= block - blocks; i--) {
    const isNear = i > from - reach.near.words && (tokens.block[i] as number) >= block - reach.near.blocks
    const word = tokens.base[i] as string
    if (bringsAnother.has(word) && nouns.has(tokens.base[i + 1] as string)) return true
    // *Two other children*: one of them is *the girl*, but *the child* is who the paper is about.
    if (word === 'other' && several.has(tokens.base[i + 1]) && nouns.get(noun)?.gender) return true
    if (isNear && otherYoung.has(word) && noun !== 'young person') return true
    // *The boy who sits behind her … The boy …*
    if (word === 'the' && tokens.base[i + 1] === noun && nouns.get(noun)?.gender && singlesOut.has(tokens.base[i + 2]))
      return true
    if (unnamed.has(word) && (isOfSchool(tokens, i + 1) || (isPunished && isNear))) return true
    if (!bringsOne.has(word)) continue
    if (isPupil(tokens, i + 1)) return true
    for (let next = i + 1; next < Math.min(i + 4, from); next++) {
      const there = tokens.base[next] as string
      if (nouns.has(there) || (there === 'young' && /^(young person|boy|girl)$/.test(noun))) {
        const isAny = there === 'child' || there === 'young' || there === 'baby'
        if (!isAny || (isNear && !isGeneric(tokens, next))) return true
      }
      if (tokens.gap[next] !== Gap.joined) break
    }
  }
  return false
}

const unnamed = wordSet('somebody someone')
const schoolYears = wordSet('year class form sixth')
const within = wordSet('in from')

/** *Somebody in Year 11*, *someone from his class*; but not *somebody in the office*. */
const isOfSchool = ({base}: Tokens, i: number): boolean =>
  within.has(base[i]) && [1, 2, 3].some((further) => schoolYears.has(base[i + further]))

/** What comes to whoever did something to the child: *Somebody filmed her. The girl has said sorry.* */
const punished =
  /^(?:has |had |has since |was |has been |had been )(?:now |since |also )?(?:been )?(?:said sorry|apologised|admitted|owned up|spoken to|excluded|suspended|warned|sent home|told off|arrested|charged|kept in|kept out)\b/

const pupils = wordSet('pupil student schoolmate')
const tellsOfPupil = wordSet('in from who at on of with was is has had hit took threw stole bit told called')

/** *A pupil in Year 11*, *a Year 9 pushed her*; but not *a pupil support worker*, *a Year 9 lesson*. */
function isPupil(tokens: Tokens, i: number): boolean {
  const {base} = tokens
  const isYear = base[i] === 'year' && /^\d{1,2}s?$/.test(base[i + 1] ?? '')
  if (!isYear && !pupils.has(base[i])) return false
  const next = followedBy(tokens, isYear ? i + 2 : i + 1)
  return tellsOfPupil.has(next) || /[a-z]ed$/.test(next)
}

const ofAnyOne = wordSet('of need needs should must can cannot may who aged has is will whose')

/** "a child of nine", "a child needs": any child, and nobody in the room. */
const isGeneric = (tokens: Tokens, noun: number): boolean => ofAnyOne.has(followedBy(tokens, noun + 1))

const joiners = wordSet('and but to with for that from re of by while when if as where after before or')
/** Verbs of notes whose form does not show that they are. */
const doing = wordSet(
  'saw see met meet took take brought bring told put left held gave got kept read fed sent found find let get ran bath fetch collect visit ask observe drove drive taught hear heard help leave hold keep tell show feed dress walk walks thinks says is was has say think report feel felt thought know knew want'
)
const ofAny = wordSet(
  'a an the this that any every each no one another other some which what whose only per his her their my your our its first second third looked foster step least such disabled adopted unborn named'
)
const articles = wordSet('a an the any every no another')

/**
 * A bare *child*, *young person* or *infant*, as in notes: *dad drops child at school*, *Young person came home*. Words
 * `from` to `to`, or `null`.
 */
export function bareAt(tokens: Tokens, i: number): ChildPhrase | null {
  const word = tokens.base[i] as string
  const isTwo = word === 'young' && followedBy(tokens, i + 1) === 'person'
  if (!isTwo && word !== 'child' && word !== 'infant' && word !== 'yp') return null
  const phrase = {from: i, to: i + (isTwo ? 2 : 1), noun: isTwo ? 'young person' : word}
  if (tokens.gap[i] !== Gap.joined) return phrase
  // "a well-loved child", "her first foster child": somebody says which.
  for (let back = 1; back <= 3 && i - back >= 0; back++) {
    const before = tokens.word[i - back] as string
    if (ofAny.has(before) && (back === 1 || articles.has(before))) return null
    if (tokens.gap[i - back] !== Gap.joined || joiners.has(before)) break
  }
  const before = tokens.word[i - 1] as string
  if (tokens.base[i - 1] !== before) return null
  return joiners.has(before) || doing.has(before) || /(?:[^s]s|ed|ing)$/.test(before) ? phrase : null
}

const parent = wordSet('mother mum father dad parent parents carer carers aunt grandmother gran nan')
const placesForParents = wordSet('home homes house hostel yoga show shop store space spaces room rooms ward wards')
const owned = wordSet('a an every each any no my your his her their another')
const young = wordSet('child infant baby toddler newborn')

/** *Mother and infant were placed*: the child beside a parent, neither with an article. */
export function besideParent(tokens: Tokens, i: number): ChildPhrase | null {
  const noun = tokens.base[i] as string
  if (!young.has(noun) || tokens.word[i - 1] !== 'and') return null
  if (i < 2 || !parent.has(tokens.word[i - 2]) || tokens.gap[i] !== Gap.joined) return null
  if (owned.has(tokens.word[i - 3]) && tokens.gap[i - 2] === Gap.joined) return null
  if (placesForParents.has(followedBy(tokens, i + 1))) return null
  return {from: i, to: i + 1, noun}
}

const tale = wordSet(
  'story stories tale legend film movie novel play song poem ballad cartoon comic myth fable fairytale rhyme book musical opera pantomime panto'
)
const shown = wordSet('picture painting drawing photo photograph dream game poster advert programme collage cartoon')
const beforePictured = wordSet('where which how of')

/**
 * Somebody in a tale: *the whole story, in which the girl is shut in a convent*, *she has written a play. In it the
 * girl …*, *the boy in it*.
 */
export function isInTale(tokens: Tokens, {from, to, noun}: ChildPhrase): boolean {
  if (noun === 'young person' || noun === 'minor' || tokens.word[from] === 'this') return false
  const sentence = tokens.sentence[from] as number
  const within = tokens.word.slice(to, to + 2).join(' ')
  const inIt = within === 'in it' || within === 'in this' || within === 'in that'
  let opens = from
  while (opens > 0 && tokens.sentence[opens - 1] === sentence) opens--
  const ofIt =
    inIt || /^in (it|the|this|that|her|his|their|which)\b/.test(tokens.word.slice(opens, opens + 3).join(' '))
  if (isInPart(tokens, from)) return true
  for (let at = from - 1; at >= 0 && at > from - 40; at--) {
    if ((tokens.sentence[at] as number) < sentence - 1 || tokens.block[at] !== tokens.block[from]) return false
    const isHere = tokens.sentence[at] === sentence
    const word = tokens.base[at] as string
    if (tale.has(word) && isNoun(tokens, at)) return isHere || ofIt || !isToldOf(tokens, to)
    if (shown.has(word) && isNoun(tokens, at))
      return ofIt || (isHere && beforePictured.has(tokens.word[from - 1])) || isPictured(tokens, to)
  }
  return false
}

const beforeNouns = wordSet('a an the her his their this that your school picture')

const partOfTale = wordSet('bit part one page chapter scene episode')

/** *The one where the boy builds a boat*, *the bit when the girl wins*: of a tale, from its article on. */
export const isInPart = ({base}: Tokens, from: number): boolean =>
  (base[from - 1] === 'where' || base[from - 1] === 'when') && partOfTale.has(base[from - 2])

/** *She has written a play*; not *they play*. */
const isNoun = ({word}: Tokens, i: number): boolean =>
  word[i] !== 'play' && word[i] !== 'book' ? true : [1, 2, 3].some((back) => beforeNouns.has(word[i - back]))

const doneInLife = wordSet(
  'said told asked presented appeared was seemed showed read wrote chose enjoyed likes liked enjoys'
)

/** What is done by somebody in the room, and not in a tale. */
const isToldOf = (tokens: Tokens, to: number): boolean => doneInLife.has(followedBy(tokens, to))

const doneInPictures = wordSet('has is wears stands holds cannot sits looks flies rides lives')

const isPictured = (tokens: Tokens, to: number): boolean => doneInPictures.has(followedBy(tokens, to))
