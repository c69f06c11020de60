import {fold} from '../lexicon/tokenize.ts'
import type {Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {firstName, isNameWord, type NameSense} from './names.ts'
import {pronounOf} from './pronouns.ts'

const sets: readonly (readonly [RegExp, string])[] = [
  [/\bshe\b.{1,12}\bthey\b/, 'she/they'],
  [/\bhe\b.{1,12}\bthey\b/, 'he/they'],
  [/\bshe\b/, 'she/her'],
  [/\bhe\b/, 'he/him'],
  [/\bthey\b/, 'they/them'],
  [/\bxe\b/, 'xe/xem'],
  [/\bze\b/, 'ze/zir'],
  [/\bfae\b/, 'fae/faer'],
  [/\bey\b/, 'ey/em']
]

const pair =
  /["'“‘*_]?\b(she|he|they|xe|ze|fae|ey)\b["'”’*_]?\s*(?:\/|,|and|or)\s*["'“‘*_]?\b(her|him|them|xem|zir|hir|faer|em|they)\b/gi
const nearby = /\b(?:pronouns?|uses?|use|used|using|called|call me|written|prefers?|goes by|asked me to|likes)\b/i

/** A *they* that can only be one person. */
const singular = /\bthemself\b|\bthey are (?:a )?(?:non-?binary|trans(?:gender)?|genderfluid|agender)\b/i

/** Pronouns that a sentence states: *uses they/them*, *asked me to use she and her*, *Pronouns: he/him*. */
export function statedPronouns(text: string): string | null {
  if (singular.test(text)) return 'they/them'
  for (const match of text.matchAll(pair)) {
    const end = match.index + match[0].length
    const around = text.slice(Math.max(0, match.index - 70), end + 60)
    if (!match[0].includes('/') && !nearby.test(around)) continue
    const said = fold(match[0])
    return sets.find(([pattern]) => pattern.test(said))?.[1] ?? match[0]
  }
  const [, alone] = written.exec(text) ?? []
  return alone ? (sets.find(([pattern]) => pattern.test(fold(alone)))?.[1] ?? null) : null
}

/** *I have written he about you, as you asked me to.* */
const written =
  /\b(?:written|wrote|write|say|said|used?|using)\s+["“‘']?(he|she|they)["”’']?\s+(?:about|for|of|when (?:I|we|they|people)\b.{0,20}\babout)\s+(?:you|me)\b/i

/** *He/him for you, Leo, and she/her for Ava*, *she for Ava*: told of whoever is named next. */
const forWhom = onAsking(
  () => /\b(she|he|they|xe|ze|fae|ey)\b(?:\/\p{Ll}+)?["”’']?,? (?:for|about) (?:you, )?(\p{Lu}[\p{L}\p{M}'’-]+)/gu
)

/** The pronouns that a sentence about several children states of one of them. */
export function statedOf(name: string, others: readonly string[], sentence: string): string | null {
  const told = [...sentence.matchAll(forWhom())]
  const isTold = told.length > 0 && (told.some(([words]) => words.includes('/')) || writing.test(sentence))
  const own = isTold ? told.find(([, , whom]) => whom === name) : undefined
  if (own) return statedAs(own[1] as string)
  const pairs = [...sentence.matchAll(pair)]
  if (pairs.length < 2) return isTold ? null : statedPronouns(sentence)
  // "Leo uses he/him and Ava she/her", or "he/him (Leo) and she/her (Ava)".
  const at = sentence.indexOf(name)
  const first = Math.min(...[name, ...others].map((each) => sentence.indexOf(each)).filter((place) => place >= 0))
  const isBefore = first < (pairs[0] as RegExpExecArray).index
  const mine = isBefore ? pairs.find(({index}) => index > at) : pairs.findLast(({index}) => index < at)
  return mine ? statedAs(mine[0]) : null
}

const statedAs = (words: string): string | null => sets.find(([pattern]) => pattern.test(fold(words)))?.[1] ?? null

const writing = /\b(?:put|written|wrote|write|writing|said|say|used?|using)\b/i

const asking =
  /\b(?:(?:what|which) (?:[a-z]+ ){0,3}pronouns?|pronouns? (?:you|that you|they|he or she) (?:use|like|want|prefer)|your pronouns?|(?:ask|asked|check|checked|find out|tell me) .{0,40}pronouns?|(?:he|she|they),? or (?:he|she|they|something else|another|neither)|(?:he|she|they), (?:he|she|they)(?:,? or|,) (?:they|he|she|something|another|neither)|\*?he\*?, \*?she\*?,? or \*?they\*?|how (?:do|would) you (?:like|want) (?:me|us|people|others|everybody|everyone) to (?:talk|write|speak) about you)\b/i

/** `They all say he when they talk about you. Is that right?` asks without the word. */
const askingPlainly =
  /\b(?:put|use|used|using|say|says|said|write|written|writing|wrote|called|down as|as|be|been)(?: down)? [“‘"'](?:he|she|they)[”’"'][^“‘"]{0,60}\b(?:about|for|of|by)? ?(?:you|your|notes?|papers?|forms?|file|letter)\b|\b(?:say|says|said|write|writes|wrote|use|uses|used|put|puts|call|calls|called)(?: you)? ["“‘'*_]?(?:he|she|they)["”’'*_]?(?: (?:or|and) ["“‘'*_]?(?:he|she|they|him|her|them)["”’'*_]?)? (?:when|if|for|about|of|in)\b[^.!?]{0,60}\byou\b|\b(?:should|shall|do|can|may|would you like me to|want me to) (?:(?:I|we|people|you) )?(?:say|write|use|call you|put) ["“‘'*_]?(?:he|she|they)\b|\b(?:are|do) you (?:go by )?(?:a )?["“‘'*_]?(?:he|she|they)["”’'*_]?,? (?:or|a)\b|\b(?:is it|is that) ["“‘'*_]?(?:he|she|they)["”’'*_]?(?: or|,|\?)/i

/** `Your dad calls you “he”.`, `He told me you’re “she”`, `Mum said they. Is that right?`: said of whoever reads it. */
const saidOfYou =
  /\bcall(?:s|ed|ing)? you ["“‘'*_]?(?:he|she|they)(?:["”’*_]|(?=[.,;!?]|$| (?:all|and|at|in|when|because|for|instead|not|too)\b))|\byou(?:['’]re| are) ["“‘'](?:he|she|they)["”’']|\b(?:said|says|told me|tells me|wrote|put)(?: that)?(?: (?:it|that)['’]s)? ["“‘'*_]?(?:he|she|they)["”’'*_]?[.!?]["”’]? [^.!?]{0,20}\b(?:is|was) (?:that|it) right\b|\b(?:it|that)['’]s ["“‘'*_]?(?:he|she|they)["”’'*_]? and ["“‘'*_]?(?:him|her|them)["”’'*_]?(?=[.,;!?]|$)/im

/** Does the text ask the child which pronouns are theirs, or tell them which others use? */
export const asksPronouns = (text: string): boolean =>
  asking.test(text) || askingPlainly.test(text) || saidOfYou.test(text)

type Gender = 'she' | 'he' | 'they'

const none: ReadonlySet<Gender> = new Set()

const gendered: ReadonlyMap<string, Gender> = new Map([
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['themself', 'they']
])
/** Mostly said of several people: alone they show little. */
const plural = new Set(['they', 'them', 'their', 'theirs'])
const plainly: ReadonlyMap<string, Gender> = new Map([
  ['daughter', 'she'],
  ['girl', 'she'],
  ['son', 'he'],
  ['boy', 'he']
])

/** Somebody else was spoken of: from there on a pronoun may be theirs. */
function isSomebodyElse(wanted: string, tokens: Tokens, i: number, names: NameSense): boolean {
  const base = tokens.base[i] as string
  // "Baby Remi", "our pupil Remi"
  if (tokens.gap[i + 1] === Gap.joined && tokens.base[i + 1] === wanted && tokens.word[i] === base) return false
  if (names.kin.has(base)) return !plainly.has(base)
  if (names.roles.has(base)) return tokens.word[i + 1] !== 'i'
  if (tokens.shape[i] !== Shape.capital && tokens.shape[i] !== Shape.mixed) return false
  return names.titles.has(base) || isNameWord(tokens, i, names)
}

const copulas = wordSet('is was remains')
const describing = wordSet('a an the')
/** What ends a description, so that the next person is somebody else: *Leo is a comfort to his mother*. */
const beyond = wordSet(
  'to of for with in at on by from who whose that which when where than as like my his her their our'
)
const longestDescription = 8

/**
 * The word that says what the child is whose name ends at word `i`, and so brings nobody else in: *Remi is a big,
 * watchful baby*, *Remi, a lively toddler*; -1 where none does.
 */
function describedAs(tokens: Tokens, i: number, to: number, names: NameSense): number {
  const isSaid = copulas.has(tokens.word[i + 1])
  const first = isSaid ? [i + 2, i + 3].find((at) => describing.has(tokens.word[at])) : isApposed(tokens, i) && i + 1
  if (!first) return -1
  for (let at = first + 1; at < Math.min(first + longestDescription, to); at++) {
    const word = tokens.word[at] as string
    if (beyond.has(word) || tokens.base[at] !== word || tokens.shape[at] !== Shape.lower) return -1
    if (names.kin.has(word) || names.roles.has(word)) return at
  }
  return -1
}

/** *Remi, a lively toddler, …* */
const isApposed = (tokens: Tokens, i: number): boolean =>
  (tokens.word[i + 1] === 'a' || tokens.word[i + 1] === 'an') &&
  /^,\s+$/.test(tokens.text.slice(tokens.end[i], tokens.start[i + 1]))

/** The pronoun that somebody else takes, where a word shows it. */
function theirs(base: string, names: NameSense): 'she' | 'he' | null {
  const gender = names.titles.get(base) ?? names.kin.get(base)
  return gender === 'she' || gender === 'he' ? gender : null
}

/** The last word of the name that begins at word `i`, surname and all. */
function lastOfName(tokens: Tokens, i: number, to: number, names: NameSense): number {
  let last = i
  while (
    last + 1 < to &&
    tokens.gap[last + 1] === Gap.joined &&
    tokens.word[last] === tokens.base[last] &&
    isNameWord(tokens, last + 1, names)
  )
    last++
  return last
}

/** The blocks that stand under a heading, or the head of a column or row, which names this child and nobody else. */
function blocksAbout(wanted: string, {blocks}: Document, tokens: Tokens, names: NameSense): Uint8Array {
  const about = new Uint8Array(blocks.length)
  const columns = new Set<string>()
  const rows = new Set<string>()
  const named = new Set<number>()
  const shared = new Set<number>()
  for (let i = 0; i < tokens.count; i++) {
    const block = tokens.block[i] as number
    const {kind, cell} = blocks[block] as Document['blocks'][number]
    if (kind !== 'heading' && cell?.row !== 1 && cell?.column !== 1) continue
    if (tokens.base[i] === wanted && tokens.shape[i] !== Shape.lower) {
      named.add(block)
      i = lastOfName(tokens, i, tokens.count, names)
    } else if (isSomebodyElse(wanted, tokens, i, names)) shared.add(block)
  }
  const title = blocks.findIndex(({kind}) => kind === 'heading')
  let level = 0
  for (const [index, block] of blocks.entries()) {
    const names = named.has(index) && !shared.has(index)
    if (block.kind === 'heading') {
      const own = block.level ?? 1
      // The title names the child of the whole paper, in which others are spoken of too.
      if (names && index !== title) level = own
      else if (own <= level) level = 0
      continue
    }
    const {cell} = block
    if (cell?.row === 1 && names) columns.add(`${cell.table}/${cell.column}`)
    else if (cell?.column === 1 && names) rows.add(`${cell.table}/${cell.row}`)
    else if (level > 0) about[index] = 1
    else if (cell && (columns.has(`${cell.table}/${cell.column}`) || rows.has(`${cell.table}/${cell.row}`)))
      about[index] = 1
  }
  return about
}

/** *Ava, thank you for the frog. He is on my sill*: who is spoken to is *you*, and nobody's *he*. */
function isSpokenTo({text, start, end, word}: Tokens, i: number, from: number, to: number): boolean {
  const isAfter = i === from || /[,.!?:;]\s+$/.test(text.slice(end[i - 1], start[i]))
  if (!isAfter || text[end[i] as number] !== ',') return false
  for (let at = from; at < to; at++) if (word[at] === 'you' || word[at] === 'your') return true
  return false
}

/**
 * The pronouns that a paper plainly uses of one child: those that follow the name, in its sentence or the next ones,
 * before anybody else is spoken of. `null` where that is not plain.
 */
export function usedPronouns(
  name: string,
  document: Document,
  tokens: Tokens,
  names: NameSense
): 'she/her' | 'he/him' | 'they/them' | null {
  const wanted = fold(firstName(name))
  const votes = {she: 0, he: 0, they: 0}
  let carried = 0
  // Somebody was already *she* before the child was named: "She told me that Ellis would live with her."
  let taken = new Set<Gender>()
  const own = blocksAbout(wanted, document, tokens, names)
  let last = -1
  for (const [index, {from, to, block}] of tokens.sentences.entries()) {
    // How much a pronoun here says of the child: nothing, half where somebody else came too, or all.
    let worth = block !== last && own[block] === 1 ? 1 : carried
    last = block
    let others = 0
    // Words show of all others whether they are *she* or *he*.
    let areTold = true
    // The word that says what the child is.
    let child = -1
    const before = new Set(carried > 0 ? taken : none)
    for (let i = from; i < to; i++) {
      const word = pronounOf(tokens.word[i] as string)
      const gender = gendered.get(word)
      if (tokens.base[i] === wanted && tokens.shape[i] !== Shape.lower) {
        if (isSpokenTo(tokens, i, from, to)) continue
        const kind = i > from ? plainly.get(tokens.base[i - 1] as string) : undefined
        if (kind) votes[kind] += 2
        // Quoted words begin afresh: the *her* in "I told her, “Ellis is shy if she’s hurried”" is somebody else.
        if (/[“‘"']/.test(tokens.text[(tokens.start[i] as number) - 1] ?? '')) before.clear()
        i = lastOfName(tokens, i, to, names)
        child = describedAs(tokens, i, to, names)
        // "Nell is a girl", "Leo was the youngest boy".
        const said = plainly.get(tokens.word[child] ?? '')
        if (said) votes[said] += 2
        worth = others > 0 ? 0.5 : 1
      } else if (gender) {
        if (worth === 0) before.add(gender)
        else if (!before.has(gender)) votes[gender] += worth
      } else if (plural.has(word)) votes.they += before.has('they') ? 0 : worth / 4
      else if (i !== child && isSomebodyElse(wanted, tokens, i, names)) {
        others++
        // "Ms Vowles says that Poppy likes her school": whose school it is, nobody can tell. His could only be Poppy's.
        const other = theirs(tokens.base[i] as string, names)
        if (other) before.add(other).add('they')
        else areTold = false
        worth = areTold ? Math.min(worth, 0.5) : 0
        if (names.titles.has(tokens.base[i] as string)) i = lastOfName(tokens, i, to, names)
      }
    }
    carried = others === 0 && tokens.sentences[index + 1]?.block === block ? worth : 0
    taken = before
  }
  const [most, second] = (['she', 'he', 'they'] as const).toSorted((a, b) => votes[b] - votes[a]) as [Gender, Gender]
  return votes[most] >= (most === 'they' ? 0.75 : 1) && votes[second] * 3 <= votes[most] ? pronounsOf(most) : null
}

const pronounsOf = (gender: Gender) => (gender === 'she' ? 'she/her' : gender === 'he' ? 'he/him' : 'they/them')
