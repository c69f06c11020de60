import type {Persons} from '../lexicon/lexicon.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {gather} from '../model/gather.ts'
import {oncePer} from '../model/once.ts'
import type {Known, KnownChild} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import {byForm, Gap, placesOf, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Mention} from './facts.ts'
import {type Folk, folkOf, withoutStop} from './folk.ts'
import {withoutEnd} from './names.ts'
import {pronounOf} from './pronouns.ts'

/** Who is meant by a name or by a word for somebody. */
type Named = Pick<Mention, 'who' | 'gender' | 'child'>

/** What names and words for people have in common up to a word of theirs. */
interface Branch {
  /** Whom the words so far mean by themselves: whoever was declared first. */
  named: Named | undefined
  /** Where they go on to, by the next word. */
  next: Map<string, Branch> | undefined
}

const pronouns: ReadonlyMap<string, Mention['gender']> = new Map(
  Object.entries({
    he: 'he him his himself',
    she: 'she her hers herself',
    they: 'they them their theirs themself themselves',
    either: 'i me my mine myself you your yours yourself who',
    several: 'we us our ours ourselves yourselves everyone everybody someone somebody anyone anybody nobody people'
  } as const).flatMap(([gender, words]) => words.split(' ').map((word) => [word, gender as Mention['gender']] as const))
)

/** The gender that a child's declared pronouns show; `either` when they show none. */
export function genderOf({pronouns}: Pick<KnownChild, 'pronouns'>): Mention['gender'] {
  const said = fold(pronouns ?? '').split(/\W+/)
  const [only, ...others] = (['she', 'he', 'they'] as const).filter((word) => said.includes(word))
  return only && others.length === 0 ? only : 'either'
}

/** The names by which a person may be called, longest first: the whole name, the first name, the known-as name. */
export function namesOf(name: string, knownAs?: string | null): string[] {
  const parts = name.trim().split(/\s+/)
  const found = [name.trim()]
  if (parts.length > 1) found.push(parts[0] as string)
  if (parts.length > 2) found.push(parts.slice(0, 2).join(' '))
  if (knownAs) found.push(knownAs)
  return [...new Set(found)].sort((a, b) => b.length - a.length)
}

const titleWords = wordSet('mr mrs ms miss mx dr prof professor sir madam sister father judge pc dc reverend rev')

const bare = (): Branch => ({named: undefined, next: undefined})

/** The branch to which words lead from another one. */
function grow(from: Branch, words: readonly string[]): Branch {
  let branch = from
  for (let n = 0; n < words.length; n++) {
    const word = words[n] as string
    branch.next ??= new Map()
    let next = branch.next.get(word)
    if (!next) {
      next = bare()
      branch.next.set(word, next)
    }
    branch = next
  }
  return branch
}

/** The first word of a phrase (`wordsOf`). */
function headOf(phrase: string): string {
  const space = phrase.indexOf(' ')
  const head = space < 0 ? phrase : phrase.slice(0, space)
  return /^[a-z']+$/.test(head) ? head : (wordsOf(phrase)[0] ?? '')
}

/**
 * Relatives and roles by their first word, which are the same for every document. There are a thousand, of which a letter
 * meets a few dozen: of the others nothing is kept but where they stand.
 */
const folkNamed = oncePer(({relatives, roles}: PeopleWords): ((head: string) => Branch | undefined) => {
  const all = [...relatives, ...roles]
  const byHead = new Map<string, number[]>()
  for (let n = 0; n < all.length; n++) {
    gather(byHead, headOf((all[n] as (typeof all)[number]).word), n)
  }
  const met = new Map<string, Branch>()
  const takeApart = (head: string): Branch | undefined => {
    const found = byHead.get(head)
    // Several of a role of one word stand under another word.
    const severals = head.endsWith('s') ? byHead.get(head.slice(0, -1)) : undefined
    if (!found && !severals) return undefined
    const branch = bare()
    const put = (phrase: string, named: Named) => {
      const [first, ...rest] = wordsOf(phrase)
      if (first === head) grow(branch, rest).named ??= named
    }
    for (const n of [...(found ?? []), ...(severals ?? [])].sort((a, b) => a - b)) {
      const {word, gender} = all[n] as (typeof all)[number]
      const isRole = n >= relatives.length
      put(word, {who: isRole ? 'role' : 'relative', gender})
      if (isRole && !word.endsWith('s')) put(`${word}s`, {who: 'role', gender: 'several'})
    }
    return branch.named || branch.next ? branch : undefined
  }
  return (head) => {
    const branch = met.get(head) ?? takeApart(head)
    if (branch) met.set(head, branch)
    return branch
  }
})

/** The people of one document. */
function namedIn(known: Known, titles: Folk['titles']): Branch {
  const root = bare()
  for (const [child, each] of known.children.entries())
    for (const name of namesOf(each.name, each.knownAs))
      grow(root, wordsOf(name)).named ??= {who: 'child', child, gender: genderOf(each)}
  for (const person of known.people) {
    const parts = person.trim().split(/\s+/)
    const [first = ''] = parts
    const words = parts.map(wordsOf)
    const named: Named = {who: 'person', gender: titles.get(withoutStop(first)) ?? 'either'}
    words.reduce(grow, root).named ??= named
    if (words.length === 1) continue
    if (!titleWords.has(withoutStop(first))) grow(root, words[0] as string[]).named ??= named
    grow(root, words.at(-1) as string[]).named ??= named
  }
  return root
}

/** What a word may say of a person, wherever it stands. */
interface Meaning {
  /** Names of this document's people that begin with it. */
  readonly own: Branch | undefined
  /** Relatives and roles that do. */
  readonly folk: Branch | undefined
  /** Whom it means by itself without its possessive ending. */
  readonly owner: Named | undefined
  /** It is a title, of somebody of this gender. */
  readonly title: Mention['gender'] | undefined
  readonly pronoun: Mention['gender'] | undefined
  readonly mayBeName: boolean
}

/** What each word may say of a person; `null` for most. */
function meanings(tokens: Tokens, known: Known, people: PeopleWords): (i: number) => Meaning | null {
  const {titles, notNames} = folkOf(people)
  const {next: names = new Map<string, Branch>()} = namedIn(known, titles)
  const folkAt = folkNamed(people)
  return byForm(tokens, (i): Meaning | null => {
    const word = tokens.word[i] as string
    const base = tokens.base[i] as string
    const shape = tokens.shape[i]
    // Names stand only with a capital.
    const own = shape === Shape.lower ? undefined : names.get(word)
    const folk = folkAt(word)
    const owner = word === base ? undefined : (shape !== Shape.lower && names.get(base)?.named) || folkAt(base)?.named
    const title = shape === Shape.capital ? titles.get(base) : undefined
    const pronoun = pronouns.get(pronounOf(base))
    const mayBeName =
      shape === Shape.capital && base.length > 1 && !notNames.has(base) && !notNames.has(withoutEnd(base, 's'))
    return own || folk || owner || title || pronoun || mayBeName ? {own, folk, owner, title, pronoun, mayBeName} : null
  })
}

/** Somebody found by name: up to word `to`, end not included. */
interface Hit {
  readonly named: Named
  readonly to: number
}

/** The longest phrase of a branch, which begins with word `i`, that stands there. */
function longestAt({count, word, base, gap}: Tokens, branch: Branch | undefined, i: number): Hit | null {
  let here = branch
  let hit: Hit | null = null
  for (let to = i + 1; here; to++) {
    if (here.named) hit = {named: here.named, to}
    if (!here.next || to === count || gap[to] !== Gap.joined) break
    const owner = here.next.get(base[to] as string)?.named
    here = here.next.get(word[to] as string)
    if (owner && !here?.named) hit = {named: owner, to: to + 1}
  }
  return hit
}

/** Whom the words from `i` name, or are the words for. */
function namedAt(tokens: Tokens, {own, folk, owner}: Meaning, i: number): Hit | null {
  const ours = longestAt(tokens, own, i)
  const anybody = longestAt(tokens, folk, i)
  if (anybody && !(ours && ours.to >= anybody.to)) return anybody
  return ours ?? (owner ? {named: owner, to: i + 1} : null)
}

/**
 * Finds everybody: the children of this document and other declared people by name, anyone with a title, relatives and
 * roles, pronouns, and words with a capital inside a sentence that name nothing known.
 */
export function findMentions(tokens: Tokens, known: Known, people: PeopleWords): readonly Mention[] {
  const meaningOf = meanings(tokens, known, people)
  const found: Mention[] = []
  let next = 0
  const push = (from: number, to: number, {who, gender, child}: Named) => {
    const start = tokens.start[from] as number
    const end = tokens.end[to - 1] as number
    found.push(child === undefined ? {from, to, start, end, who, gender} : {from, to, start, end, who, gender, child})
    next = to
  }
  for (const i of placesOf(tokens, (i) => meaningOf(i) !== null)) {
    if (i < next) continue
    const meaning = meaningOf(i) as Meaning
    const {title, pronoun, mayBeName} = meaning
    const hit = namedAt(tokens, meaning, i)
    if (hit?.named.child !== undefined && hit.to === i + 1 && isDate(tokens, i)) continue
    if (isLittle(tokens, i)) continue
    if (hit) push(i, hit.to, hit.named)
    else if (title !== undefined && isCapital(tokens, i + 1) && joinedOrStop(tokens, i + 1))
      push(i, nameEnd(tokens, i + 2, i + 4), {who: 'person', gender: title})
    else if (pronoun !== undefined) push(i, i + 1, {who: 'pronoun', gender: pronoun})
    else if (mayBeName && standsInside(tokens, i) && !isNumbered(tokens, i))
      push(i, nameEnd(tokens, i + 1, i + 3), {who: 'unknown', gender: 'either'})
  }
  return found
}

/** *A tad late*, and no father, whom *tad* means in Welsh. */
const isLittle = ({word}: Tokens, i: number): boolean => word[i] === 'tad' && word[i - 1] === 'a'

const partsOfYear = wordSet(
  'january february march april may june july august september october november december spring summer autumn winter'
)
const beforeDate = wordSet('in since until till during last next early late mid')
const openingDate = wordSet('by from')
const partsOfDate = wordSet('first end beginning start week weekend rest middle half month')
const trusting = wordSet('confide confides confided trust faith interest delight pride change confidence')

/** *In June she moved*, *from April to June*, of a child whose name is June: what stands there is no child. */
function isDate({base, word, gap, sentence}: Tokens, i: number): boolean {
  if (gap[i] !== Gap.joined || !partsOfYear.has(base[i]) || base[i] !== word[i]) return false
  const before = word[i - 1]
  if (beforeDate.has(before)) return !(before === 'in' && trusting.has(word[i - 2]))
  if (openingDate.has(before)) return sentence[i - 2] !== sentence[i]
  return (before === 'of' && partsOfDate.has(word[i - 2])) || (before === 'to' && partsOfYear.has(base[i - 2]))
}

/** Inside a sentence only a name has a capital; where one opens, also after a quotation mark, every word has. */
function standsInside(tokens: Tokens, i: number): boolean {
  const sentence = tokens.sentences[tokens.sentence[i] as number]
  if (!sentence || i <= sentence.from || tokens.gap[i] !== Gap.joined) return false
  const start = tokens.start[i] as number
  return start === sentence.start || tokens.text[start - 1] !== '“'
}

/** "Year 11", "Section 7", "Room 4" name nobody. */
const isNumbered = (tokens: Tokens, i: number): boolean =>
  i + 1 < tokens.count && tokens.gap[i + 1] === Gap.joined && tokens.shape[i + 1] === Shape.digits

const isCapital = (tokens: Tokens, i: number): boolean =>
  i < tokens.count && tokens.shape[i] !== Shape.lower && tokens.shape[i] !== Shape.digits

/** Where a name goes on to from word `to`, as far as `most`: capitals run on, and a possessive ends it. */
function nameEnd(tokens: Tokens, to: number, most: number): number {
  let end = to
  while (
    end < most &&
    isCapital(tokens, end) &&
    tokens.gap[end] === Gap.joined &&
    tokens.base[end - 1] === tokens.word[end - 1]
  )
    end++
  return end
}

/** "Mr. Marsh" has a full stop between. */
const joinedOrStop = (tokens: Tokens, i: number): boolean =>
  tokens.gap[i] === Gap.joined || tokens.text[tokens.end[i - 1] as number] === '.'

const reader = wordSet('you your yours')

/** What patterns ask of the mentions, by word. */
export function personsFrom(tokens: Tokens, mentions: readonly Mention[], toChild: boolean): Persons {
  const childStart = new Uint8Array(tokens.count + 1)
  const someoneStart = new Uint8Array(tokens.count + 1)
  const someoneEnd = new Uint8Array(tokens.count + 1)
  const childEnd = new Uint8Array(tokens.count + 1)
  let last: Mention | null = null
  for (const mention of mentions) {
    const length = mention.to - mention.from
    someoneStart[mention.from] = length
    someoneEnd[mention.to] = length
    if (mention.who === 'child') childStart[mention.from] = childEnd[mention.to] = length
    else if (mention.who === 'pronoun') {
      const word = tokens.word[mention.from]
      const isYou = reader.has(pronounOf(word ?? ''))
      // *Kofi, who refuses …*, and a *he* or *she* after the child was named, or before anybody was.
      const refersBack = word === 'who' || (mention.gender !== 'either' && mention.gender !== 'several')
      const theirs = refersBack && (last?.who === 'child' || (last === null && word !== 'who'))
      if ((toChild && isYou) || theirs) childEnd[mention.to] = length
      continue
    }
    last = mention
  }
  return {
    childAt: (i) => childStart[i] ?? 0,
    someoneAt: (i) => someoneStart[i] ?? 0,
    someoneBefore: (i) => someoneEnd[i] ?? 0,
    childBefore: (i) => childEnd[i] ?? 0
  }
}

/** The index of the first of sorted things that begins at word `word` or after it. */
export function firstFrom(sorted: readonly {readonly from: number}[], word: number): number {
  return firstWhere(sorted.length, (middle) => (sorted[middle] as {readonly from: number}).from >= word)
}
