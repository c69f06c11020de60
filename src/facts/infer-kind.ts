import {type Lexicon, nobody} from '../lexicon/lexicon.ts'
import type {Kind} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import type {DocumentType} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {plainName} from './names.ts'
import {findGreeting} from './outline.ts'
import {patternSet, patternSetOf} from './pattern-set.ts'

/** Words of the opening in which a paper says what it is. */
const openingWords = 220

/** The words, from the first, that stand in the title, cover or opening; and those of headings. */
function opening(document: Document, tokens: Tokens): {readonly title: number; readonly opening: number} {
  let title = 0
  for (let i = 0; i < tokens.count && i < 60; i++) {
    const block = document.blocks[tokens.block[i] as number]
    if (block?.kind === 'heading' || block?.kind === 'header') title = i + 1
    else if (i > title + 12) break
  }
  return {title, opening: Math.min(tokens.count, openingWords)}
}

/**
 * How strongly a document shows each kind, by id: the title counts most, and each sign once. One walk over the text tells
 * it of all of them.
 */
function evidence(
  kinds: readonly Kind[],
  document: Document,
  tokens: Tokens,
  lexicon: Lexicon
): ReadonlyMap<string, number> {
  const {title, opening: words} = opening(document, tokens)
  const worthOf = ({from, block}: Sentence): number =>
    from < title ? 6 : document.blocks[block]?.kind === 'heading' ? 3 : from < words ? 2 : 1
  const shown = new Map<string, number>()
  const walk = (some: readonly Kind[], sentences: readonly Sentence[]) => {
    if (some.length === 0) return
    const owners = some.flatMap((kind) => kind.knownBy.map(() => kind.id))
    const name = `signs of ${some.map(({id}) => id).join(' ')}`
    const signs = patternSetOf(
      name,
      some.map(({knownBy}) => knownBy),
      lexicon
    )
    const best = new Map<number, number>()
    for (const sentence of sentences)
      for (const sign of signs.allWithin(tokens, sentence.from, sentence.to, nobody))
        best.set(sign, Math.max(best.get(sign) ?? 0, worthOf(sentence)))
    for (const [sign, worth] of best) {
      const id = owners[sign] as string
      shown.set(id, (shown.get(id) ?? 0) + worth)
    }
  }
  // A letter says anywhere that it is a goodbye; what a report is stands at its head.
  const head = firstWhere(tokens.sentences.length, (n) => (tokens.sentences[n] as Sentence).from >= words)
  walk(
    kinds.filter(({type}) => type === 'letter'),
    tokens.sentences
  )
  walk(
    kinds.filter(({type}) => type !== 'letter'),
    tokens.sentences.slice(0, head)
  )
  return shown
}

/** Does a document show any sign of a type? */
export const showsType = (type: DocumentType, document: Document, tokens: Tokens, lexicon: Lexicon): boolean =>
  evidence(
    lexicon.dictionaries.kinds.filter((kind) => kind.type === type),
    document,
    tokens,
    lexicon
  ).size > 0

/** The kind of a type that a document shows best; `null` where it shows none. */
export function inferKind(type: DocumentType, document: Document, tokens: Tokens, lexicon: Lexicon): Kind | null {
  const kinds = lexicon.dictionaries.kinds.filter((kind) => kind.type === type && kind.id !== type)
  const [only] = kinds
  if (kinds.length === 1 && only) return only
  const evident = evidence(kinds, document, tokens, lexicon)
  let best: Kind | null = null
  let bestScore = 0
  for (const kind of kinds) {
    const shown = evident.get(kind.id) ?? 0
    const score = shown === 0 ? 0 : Math.min(shown, 8) + kind.rank / 5
    if (shown >= 2 && score > bestScore) {
      best = kind
      bestScore = score
    }
  }
  return best
}

const adultGreeting = onAsking(
  () =>
    /^(?:(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|madam|colleague|colleagues|all|team|parents?|carers?|sirs|headteacher|head teacher|foster)\b|to whom)/i
)

/** Whom a letter says that it is about, when that is not the one whom it greets. */
const writtenAbout = onAsking(
  () =>
    /\b(?:writ\p{L}+|email\p{L}*|contacting|get in touch|getting in touch)\b[^.]{0,40}?\b(?:about|regarding|concerning)\s+(\p{Lu}\p{Ll}+)/u
)

const nobodyInParticular = /^(?:sirs?|madam|to whom)\b/i

/** The words of a line that says what a paper is. */
const longestTitle = 12

/**
 * Does a line over the greeting say that it is a report: `SAFEGUARDING LETTER`, `Dear Sir or Madam`? One beneath it, or after
 * `Re:`, is what a letter to somebody is about.
 */
function isTitledReport(greeting: number, {blocks, text}: Document, tokens: Tokens, lexicon: Lexicon): boolean {
  const reports = lexicon.dictionaries.kinds.filter(({type}) => type === 'report')
  const signs = reports.map(({knownBy}) => patternSet(knownBy, lexicon))
  return tokens.sentences.some(({block, from, to, start, end}) => {
    const {start: first, end: last} = blocks[block] as Document['blocks'][number]
    const isAlone = start === first && text.slice(end, last).trim() === '' && !text.slice(start, end).includes(':')
    if (block >= greeting || !isAlone || to - from > longestTitle) return false
    return signs.some((patterns) => patterns.within(tokens, from, to, nobody))
  })
}

const courtGreeting = /^(?:judge|district judge|(?:his|her|your) honour|magistrates|court)\b/i

/**
 * The type of a document, from whom it greets, who is *you*, and what its title and labels say.
 */
export function inferType(document: Document, tokens: Tokens, lexicon: Lexicon): DocumentType {
  const scores: Record<DocumentType, number> = {letter: 0, report: 1, record: 0, supervision: 0, correspondence: 0}
  // Signs of a letter's kind (a decision, a name) stand in reports too; its greeting and its *you* make it a letter.
  const kinds = lexicon.dictionaries.kinds.filter(({type, id}) => type !== 'letter' || id === 'letter')
  const evident = evidence(kinds, document, tokens, lexicon)
  for (const {type, id} of kinds) scores[type] = Math.max(scores[type], evident.get(id) ?? 0)
  const {you, ownFamily, third, words} = address(tokens)
  const second = words > 0 ? (100 * you) / words : 0
  const greeting = findGreeting(document)
  if (greeting) {
    const whom = plainName(greeting.whom)
    const toCourt =
      courtGreeting.test(whom) ||
      (nobodyInParticular.test(whom) && isTitledReport(greeting.block, document, tokens, lexicon))
    if (toCourt) scores.report += 8
    else if (adultGreeting().test(whom)) scores.correspondence += scores.report >= 6 ? 2 : 7
    else if (second >= 2 || ownFamily > 0) scores.letter += 8
    else scores.letter += 3
  }
  const about = greeting ? writtenAbout().exec(document.text.slice(0, 600))?.[1] : undefined
  if (about && greeting && !plainName(greeting.whom).includes(plainName(about))) scores.correspondence += 6
  if (ownFamily > 0 && second >= 1.5) scores.letter += 4
  if (second >= 4) scores.letter += 3
  if (second < 0.7) scores.letter -= 6
  // A colleague is greeted by first name too, and then told of a child in the third person.
  if (greeting && ownFamily === 0 && third > you) scores.correspondence += 5
  else if (ownFamily > 0) scores.correspondence -= 6
  if (!greeting) scores.correspondence -= 4
  const order: readonly DocumentType[] = ['supervision', 'letter', 'report', 'correspondence', 'record']
  return order.reduce((best, type) => (scores[type] > scores[best] ? type : best))
}

const family = wordSet(
  'mum mam mummy mom dad daddy mother father brother brothers sister sisters nan nana nanny gran granny grandma grandad grandpa aunt auntie uncle cousin cousins stepdad stepmum carer carers teacher bedroom rabbit cat dog friends'
)

/** Who is spoken to: *you* against *he, she*, and *your mum*, which is said to a child. */
function address(tokens: Tokens): {you: number; ownFamily: number; third: number; words: number} {
  let you = 0
  let third = 0
  let ownFamily = 0
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.word[i] as string
    if (word === 'ti' || word === 'dy' || word === 'di' || word === 'chi' || word === 'eich') you++
    else if (word === 'you' || word === 'your' || word.startsWith("you'")) {
      you++
      if (word === 'your' && (family.has(tokens.base[i + 1] ?? '') || family.has(tokens.base[i + 2] ?? ''))) ownFamily++
    } else if (word === 'he' || word === 'she' || word === 'his' || word === 'her' || word === 'him') third++
  }
  return {you, ownFamily, third, words: tokens.count}
}
