import {fold} from '../lexicon/tokenize.ts'
import type {Block, Document} from '../model/document.ts'
import {onAsking, oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import {byForm, Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isRole, isWorkExplained, saidBeside} from './explained-role.ts'
import {withoutEnd} from './names.ts'
import {sentenceBeside} from './passages.ts'

/** Words that letters may leave out: *Child **and** Adolescent Mental Health Services*. */
const small = wordSet('of the and for in to a an or on at by with as be from y yr a o i')
/** Words that may stand between a name in full and its letters. */
const links = wordSet(
  'or also known as called the a an aka hereafter sometimes often usually simply abbreviated to shortened referred for short ' +
    'your my our his her their it its this that which is are was we they people call calls it stands stand means mean meaning ie i.e ' +
    'in full s just really'
)
/** Of these, the ones that say of themselves that a name follows or came before. */
const names = wordSet(
  'or known called call calls aka stands stand means mean meaning short shortened abbreviated referred ie full'
)
/** Words in the longest name in full. */
const furthest = 14

/** Letters for comparison: folded, without dots and *&*. */
export const plainLetters = (letters: string): string => fold(letters).replace(/[^a-z0-9\u00c0-\uffff]/g, '')

/**
 * Do words `from` to `to` (not included) spell these letters, each giving its first or first few? At least half as many
 * words as letters must give some, so that *has* does not spell *HA*.
 */
function spells(tokens: Tokens, from: number, to: number, wanted: string): boolean {
  if (to <= from || tokens.word[from]?.[0] !== wanted[0]) return false
  const enough = Math.max(2, wanted.length / 2)
  const go = (word: number, letter: number, giving: number): boolean => {
    if (word === to) return letter === wanted.length && giving >= enough
    const said = tokens.base[word] as string
    const mayBeLeftOut = small.has(said) || (word > from && isHyphened(tokens, word))
    if (mayBeLeftOut && go(word + 1, letter, giving)) return true
    for (let taken = 1; taken <= Math.min(3, said.length); taken++) {
      if (said[taken - 1] !== wanted[letter + taken - 1]) return false
      if (go(word + 1, letter + taken, giving + 1)) return true
    }
    return false
  }
  return go(from, 0, 0)
}

const isHyphened = (tokens: Tokens, i: number): boolean =>
  /[-\u2010\u2011]/.test(tokens.text[(tokens.start[i] as number) - 1] ?? '')

function singular(word: string): string {
  const said = withoutEnd(word, "'s")
  return said.length > 2 ? withoutEnd(said, 's') : said
}

/** Each word of a text without its plural or possessive ending. */
const singularsOf = oncePer((tokens: Tokens) => byForm(tokens, (i) => singular(tokens.word[i] as string)))

/** Are words `from` … these words, small ones left aside? Gives the end in words, or -1. */
function says(tokens: Tokens, from: number, phrase: readonly string[]): number {
  const singularAt = singularsOf(tokens)
  let i = from
  for (let at = 0; at < phrase.length; at++) {
    const word = phrase[at] as string
    while (i > from && i < tokens.count && small.has(tokens.word[i] as string) && tokens.word[i] !== word) i++
    // *The team around Mia*: a child's name for the child
    const isChild = word === 'child' && i > from && tokens.shape[i] === Shape.capital
    if (i >= tokens.count || (!isChild && singularAt(i) !== word)) return -1
    i++
  }
  return i
}

/** The words of each name in full, small ones left aside. */
const phrases = oncePer((standsFor: readonly string[]): readonly (readonly string[])[] =>
  standsFor.map((phrase) =>
    fold(phrase)
      .split(/[^a-z0-9'\u00c0-\u1fff]+/)
      .filter((word) => word !== '' && !small.has(word))
      .map(singular)
  )
)

/** One use of some letters. */
export interface Use {
  /** Words `from` to `to`, end not included. */
  readonly from: number
  readonly to: number
  /** As `plainLetters` gives them. */
  readonly letters: string
  readonly standsFor: readonly string[]
}

const isSaid = (tokens: Tokens, from: number, to: number, {standsFor}: Use): boolean =>
  phrases(standsFor).some((phrase) => says(tokens, from, phrase) === to)

/**
 * Do the words from `from` on give the letters in full: as the dictionary says, or by what they begin with? Within one
 * block, and within so many words as the longest name has.
 */
export function isSpeltFrom(tokens: Tokens, from: number, use: Use, byLetters = true): boolean {
  if (from >= tokens.count) return false
  const block = tokens.block[from]
  const fits = (to: number): boolean =>
    to > from && to <= from + furthest && to <= tokens.count && tokens.block[to - 1] === block
  if (phrases(use.standsFor).some((phrase) => fits(says(tokens, from, phrase)))) return true
  if (!byLetters || tokens.word[from]?.[0] !== use.letters[0]) return false
  for (let to = from + 1; fits(to); to++) if (spells(tokens, from, to, use.letters)) return true
  return false
}

/** How words beside letters hang together with them. */
type Tie = 'none' | 'loose' | 'tight'

/**
 * Letters and words that merely follow each other may agree by chance (*the HV had visited*, *the SO, still open*): what
 * begins with the letters counts only in brackets, after a dash or a colon, or where the sentence says that it is a name.
 */
function tieOf(tokens: Tokens, from: number, to: number, letters: string): Tie {
  for (let i = from; i < to; i++) if (names.has(tokens.word[i] as string)) return 'tight'
  let tie: Tie = 'loose'
  for (let i = from; i <= to && i < tokens.count; i++) {
    const gap = tokens.gap[i] as number
    if (gap >= Gap.sentence) return 'none'
    if (gap === Gap.joined) continue
    const between = tokens.text.slice(tokens.end[i - 1] as number, tokens.start[i] as number)
    if (/[([:=–—]|\s-/.test(between) || letters.length > 2) tie = 'tight'
  }
  return tie
}

const hangsTogether = (tie: Tie, tokens: Tokens, from: number, to: number, use: Use): boolean =>
  isSaid(tokens, from, to, use) || (tie === 'tight' && spells(tokens, from, to, use.letters))

/** Is the name in full right before or right after, in the same block? */
export function isSpeltBeside(tokens: Tokens, use: Use): boolean {
  const block = tokens.block[use.from]
  for (let end = use.from; end > use.from - 7 && end > 0; end--) {
    if (end < use.from && !links.has(tokens.word[end] as string)) break
    const tie = tieOf(tokens, end, use.from, use.letters)
    if (tie === 'none') continue
    for (let start = end - 1; start >= Math.max(0, end - furthest) && tokens.block[start] === block; start--)
      if (hangsTogether(tie, tokens, start, end, use)) return true
  }
  for (let start = use.to; start < use.to + 7 && start < tokens.count && tokens.block[start] === block; start++) {
    const bracketed = start <= use.to + 2 && opensBracket(tokens, start)
    if (start > use.to && !links.has(tokens.word[start - 1] as string) && !bracketed) {
      // "SEMH needs (social, emotional and mental health)": one or two words may come between.
      if (start >= use.to + 2) break
      continue
    }
    const tie = bracketed ? 'tight' : tieOf(tokens, use.to, start, use.letters)
    if (tie !== 'none' && isSpeltFrom(tokens, start, use, tie === 'tight')) return true
  }
  return false
}

const opensBracket = (tokens: Tokens, i: number): boolean =>
  /[([]["“‘'*_]*$/.test(tokens.text.slice(tokens.end[i - 1] as number, tokens.start[i] as number))

const quote = '["“”‘’\'*_]*'
const someone = '(?:the|an?|your|our|my|people|some(?:one|body)|grown-ups|adults|what|how|where|when)'
const relative = '(?:who|that|which|where|when|whose|for)'
// What follows letters tells which of these could match; they are many, and each takes long to compile.

/** "(the person who checks your plan)" */
const inBrackets = new RegExp(
  `^${quote}\\s*[([]\\s*(?:that is|i\\.?e\\.?|which|who|meaning|short for|(?:this|it|that) is|(?:it|that)['’]s|${someone})\\b[^)\\]]{6,}[)\\]]`,
  'i'
)
/** ", which means", "stands for", "is short for" */
const saysThat = new RegExp(
  `^${quote}\\s*(?:[,–—:;(-]+\\s*)?(?:(?:which|that|this|it)\\s+)?(?:just |simply |really |also )?(?:means?\\b|stands? for\\b|is short for\\b|short for\\b|is what\\b|is when\\b|is where\\b|is how\\b|meaning\\b|in other words\\b|that is\\b|i\\.e\\.|which is\\b)`,
  'i'
)
/** With which words that begins. */
const saying = wordSet('which that this it just simply really also mean means stand stands is short meaning in i')
/** ": the people who …", ", someone who …" */
const afterBreak = new RegExp(
  `^${quote}\\s*(?:[,:–—]|\\s-{1,3}\\s)\\s*${someone}\\b[^.!?]{0,70}?\\b${relative}\\b`,
  'i'
)
/** "is the person who …" */
const isSomeone = new RegExp(
  `^${quote}\\s+(?:is|are)\\s+(?:just |really |also )?${someone}\\b[^.!?]{0,70}?\\b${relative}\\b`,
  'i'
)
const forShort = new RegExp(`^${quote}\\s*,?\\s*for short\\b`, 'i')
/** "what IRO stands for": it is asked or wondered, and not said. */
const asksWhat = new RegExp(
  `\\bwhat(?:ever)?\\s+(?:(?:do|does|did)\\s+)?(?:the\\s+(?:letters\\s+)?|an?\\s+)?${quote}$`,
  'i'
)
/** "T.O.B., and they stand for …" */
const standsLater =
  /^\.?["”’)]*\s*[,;–—][^.!?\n]{0,60}\b(?:they|it|these|those|letters|which|that)\s+(?:\w+\s+)?(?:stands?|stood) for\b/i
/** "… IRO. That stands for …" */
const standsNext =
  /^[^.!?\n]{0,200}[.!?]["”’)]*\s+(?:that|this|it|they|these)(?:['’]s)?\s+(?:just |is |are |all )*(?:means?\b|stands? for\b|short for\b)/i
const calls = new RegExp(
  `\\b${relative}\\b[^.!?]{3,}\\b(?:called|known as)\\s+(?:the|an?|your|our|my)?\\s*${quote}$|\\b(?:we|people|grown-ups|adults|they|everyone|teachers|social workers)\\s+(?:\\w+\\s+)?call\\s+(?:it|this|that|them|him|her|me|us|these)\\s+(?:the|an?|your|our)?\\s*${quote}$`,
  'i'
)
/** With which of its words it ends, an article left aside. */
const naming = wordSet('called as it this that them him her me us these')
const bracketAfterWords = new RegExp(
  `\\b${relative}\\b[^.!?()]{3,}[([]\\s*(?:(?:or|also|called|known as|the|an?|your|our|my)\\s+)*${quote}$`,
  'i'
)

/** "… IRO. It is the person who …": what the next sentence says of it. */
const thing =
  '(?:plan|meeting|group|team|person|people|someone|somebody|service|order|decision|report|place|course|test|list|name|way|word|part|court|council|law|rules?|paper|form|club|charity|doctor|nurse|teacher|worker)'
const saysNext = new RegExp(
  `^[^.!?\\n]{0,200}[.!?]["”’)]*\\s+(?:that|this|it|they|these)(?:\\s+(?:is|are)|['’](?:s|re))\\s+(?:(?:just|the|an?|your|our)\\s+)*(?:\\p{L}+\\s+){0,2}${thing}\\b[^.!?]{0,70}?\\b${relative}\\b`,
  'iu'
)

/** *A CIN plan is a plan for help*, *The PLO is the stage before court*: a sentence that begins so is there to say it. */
const definition = onAsking(
  () =>
    new RegExp(
      `^(?:\\s\\p{Ll}{2,20})?\\s(?:is|are)\\s(?:just |really )?(?:an?\\s(?:\\p{L}+ ){0,2}(?:${thing}|kind|sort|stage|check|jab)|the\\s(?:stage|name|kind|sort))\\s(?:${relative}|of|about|before|after|against|between|run by|made)\\b`,
      'u'
    )
)
const barely = /^["“‘'*_]*(?:(?:an?|the)\s["“‘'*_]*)?$/i

/** Few have one, and the next takes long to compile. */
const nounAndWhich = /^\s+[^\s,]{2,20}\s*,\s*which /
/** "… LAC review, which is an ugly name for …" */
const withNoun = onAsking(
  () => new RegExp(`^\\s+\\p{Ll}{2,20}\\s*,\\s*which (?:means\\b|is an? (?:\\p{L}+ ){0,2}${thing}\\b)`, 'u')
)

const signAfter = new RegExp(`^${quote}\\s*\\S`)
/** The next sentence begins so. */
const speaksOn = /^["”’)]*\s+(?:that|this|it|they|these)/i

/** Does the sentence say in other words what the letters mean? */
export function isPutInWords(tokens: Tokens, use: Use, document: Document): boolean {
  const block = document.blocks[tokens.block[use.from] as number]
  const sentence = tokens.sentences[tokens.sentence[use.from] as number]
  if (!block || !sentence) return false
  const start = tokens.start[use.from] as number
  const end = tokens.end[use.to - 1] as number
  const rest = document.text.slice(end, Math.min(block.end, end + 400))
  const lead = document.text.slice(Math.max(sentence.start, start - 300), start)
  if (isPutAfter(rest, tokens.word[use.to] ?? '', lead)) return true
  const mayCall = naming.has(tokens.word[use.from - 1] ?? '') || naming.has(tokens.word[use.from - 2] ?? '')
  if (mayCall && calls.test(lead)) return true
  if (isForRole(use) && isWorkExplained({lead, rest, ...saidBeside(tokens, tokens.sentence[use.from] as number)}))
    return true
  return /^["”’'*_]*\s*[)\]]/.test(rest) && bracketAfterWords.test(lead)
}

/** Do letters stand for somebody in their work: an *IRO*? */
const isForRole = ({standsFor}: Use): boolean =>
  standsFor.some((words) => isRole(words.slice(words.lastIndexOf(' ') + 1).toLowerCase()))

/** @param word the first after the letters */
function isPutAfter(rest: string, word: string, lead: string): boolean {
  const sign = signAfter.exec(rest)?.[0].at(-1) ?? ''
  if ((sign === '(' || sign === '[') && inBrackets.test(rest)) return true
  if (saying.has(word) && saysThat.test(rest) && !asksWhat.test(lead)) return true
  if (/^[."”’)\s]*[,;–—]/.test(rest) && standsLater.test(rest)) return true
  if (/[,:–—-]/.test(sign) && afterBreak.test(rest)) return true
  if ((word === 'is' || word === 'are') && isSomeone.test(rest)) return true
  if (word === 'for' && forShort.test(rest)) return true
  if (barely.test(lead) && definition().test(rest)) return true
  if (sign !== ',' && nounAndWhich.test(rest) && withNoun().test(rest)) return true
  const stop = rest.search(/[.!?\n]/)
  return stop >= 0 && speaksOn.test(rest.slice(stop + 1)) && (standsNext.test(rest) || saysNext.test(rest))
}

/** Is the reader told, at this very use, what the letters are? */
export const isGivenHere = (tokens: Tokens, use: Use, document: Document): boolean =>
  isSpeltBeside(tokens, use) || isPutInWords(tokens, use, document)

/** Was the name in full written out just before (in this block or the two before it), so that the letters follow from it? */
export function isSpeltBefore(tokens: Tokens, use: Use): boolean {
  if (use.letters.length < 3) return false
  const wanted = phrases(use.standsFor)
  const block = tokens.block[use.from] as number
  for (let i = use.from - 1; i >= 0 && (tokens.block[i] as number) >= block - 2; i--) {
    for (let each = 0; each < wanted.length; each++) {
      const phrase = wanted[each] as readonly string[]
      const end = phrase.length > 1 ? says(tokens, i, phrase) : -1
      if (end > 0 && end <= use.from) return true
    }
    if (tokens.shape[i] !== Shape.capital) continue
    let end = i + 1
    while (
      end < use.from &&
      end < i + furthest &&
      tokens.gap[end] === Gap.joined &&
      (tokens.shape[end] === Shape.capital || small.has(tokens.word[end] as string))
    ) {
      end++
      if (tokens.shape[end - 1] === Shape.capital && spells(tokens, i, end, use.letters)) return true
    }
  }
  return false
}

/** *What’s a CAO? A child arrangements order.*: the sentence asks, and the next one answers. */
export function isAnswered(tokens: Tokens, use: Use): boolean {
  const sentence = tokens.sentence[use.from] as number
  const next = sentenceBeside(tokens, sentence, 1)
  if (next === null || use.to !== tokens.sentences[sentence]?.to || !isWhat(tokens, use.from)) return false
  return isSpeltSoon(tokens, next.from, use)
}

/** Does *what is a* stand before word `i`? */
function isWhat({word}: Tokens, i: number): boolean {
  const verb = links.has(word[i - 1]) && word[i - 1] !== 'is' ? i - 2 : i - 1
  return word[verb] === "what's" || (/^(?:is|are|was|were)$/.test(word[verb] ?? '') && word[verb - 1] === 'what')
}

/** Signs with which a paragraph at the foot of a page refers to what it explains. */
const noteSign = /^(?:[*†‡§¹²³⁴-⁹]|\^\d)/u

/** The notes of a document, and the paragraphs that stand for one. */
const notesOf = oncePer(({blocks, text}: Document): readonly Block[] =>
  blocks.filter(
    ({kind, start}) => kind === 'note' || (kind === 'paragraph' && noteSign.test(text.slice(start, start + 2)))
  )
)

/** Does a note of the document give the name in full, at its beginning? */
export function isSpeltInNote(tokens: Tokens, use: Use, document: Document): boolean {
  return notesOf(document).some(({start, end}) => {
    const first = firstWhere(tokens.count, (i) => (tokens.start[i] as number) >= start)
    return first < tokens.count && (tokens.start[first] as number) < end && isSpeltSoon(tokens, first, use)
  })
}

/** Do words give the letters in full from word `i` on, or after *that is*, *it is a*? Two letters may agree by chance. */
function isSpeltSoon(tokens: Tokens, i: number, use: Use): boolean {
  for (let first = i; first < i + 5; first++) {
    if (isSpeltFrom(tokens, first, use, use.letters.length > 2)) return true
    if (!links.has(tokens.base[first]) && !isCount(tokens, first)) return false
  }
  return false
}

/** The number of a note may be read as its first word. */
const isCount = (tokens: Tokens, i: number): boolean => tokens.shape[i] === Shape.digits
