import {fold} from '../lexicon/tokenize.ts'
import type {AcronymEntry} from '../model/dictionary.ts'
import type {Block} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import {contains, type Span} from '../model/span.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isInAddress, isInNumber, isRoman, readCapitals} from './capitals.ts'
import {
  isAnswered,
  isGivenHere,
  isPutInWords,
  isSpeltBefore,
  isSpeltInNote,
  plainLetters,
  type Use
} from './expansions.ts'
import type {Facts} from './facts.ts'
import {callSomebody} from './initials.ts'
import {findLetters, indexOf, type Letters} from './letters.ts'
import {namedWords} from './named.ts'
import {isInGlossary, underLists} from './short-form-lists.ts'

/** Letters that stand for words, where the reader first meets them without being told which. */
export interface UnexplainedAcronym extends Span {
  /** As the dictionary writes it; as the document does, without dots, plural or possessive, where it is not there. */
  readonly acronym: string
  readonly plural: boolean
  readonly entry: AcronymEntry | undefined
}

type AcronymFacts = Pick<
  Facts,
  'document' | 'tokens' | 'known' | 'mentions' | 'persons' | 'quotations' | 'lexicon' | 'settings' | 'audience'
>

const unknown: readonly string[] = []

const asUse = ({from, to, letters, entry}: Letters): Use => ({
  from,
  to,
  letters: plainLetters(letters),
  standsFor: entry?.standsFor ?? unknown
})

const determiners = wordSet('the a an this that these those each every any no my your his her our their its')
const introduces = wordSet(
  'called named nickname nicknamed friend friends brother sister cousin uncle auntie aunt dear hi hello mate mr mrs ms miss dr child re'
)
const signing = wordSet('by from love')

/** *J. K. Rowling*, *T.J.*, *my brother CJ*, *Mr AB*: letters that nobody knows as a short form and that stand for a name. */
function areInitials({from, to, letters, dotted, entry}: Letters, tokens: Tokens): boolean {
  if (entry || letters.length > 3) return false
  const before = from > 0 && tokens.gap[from] === Gap.joined ? (tokens.word[from - 1] as string) : ''
  if (introduces.has(before) || (letters.length === 2 && signing.has(before))) return true
  if (determiners.has(before)) return false
  if (letters.length === 2 && (dotted || letters.includes('J'))) return true
  return to < tokens.count && tokens.gap[to] === Gap.joined && tokens.shape[to] === Shape.capital
}

const beforeInitials = wordSet('signed initials initialled')

/** The initials of whoever wrote a note, at its end or alone in a cell: *Seen at school. KB, 4 May*. */
function areSignature({from, to, letters, entry}: Letters, tokens: Tokens): boolean {
  if (letters.length > 3) return false
  const before = from > 0 && tokens.block[from - 1] === tokens.block[from] ? (tokens.word[from - 1] as string) : ''
  if (beforeInitials.has(before)) return true
  if (entry) return false
  let next = to
  while (next < tokens.count && tokens.block[next] === tokens.block[from] && isOfDate(tokens, next)) next++
  const closes = next === tokens.count || tokens.block[next] !== tokens.block[from]
  return closes && tokens.gap[from] !== Gap.joined
}

const isOfDate = (tokens: Tokens, i: number): boolean =>
  tokens.shape[i] === Shape.digits ||
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(tokens.word[i] as string)

/** Contexts of an entry, with its own letters for `~`. */
function holds(patterns: readonly string[], {from, to, letters}: Letters, facts: AcronymFacts): boolean {
  const {tokens, lexicon, persons} = facts
  const own = to - from > 1 ? tokens.word.slice(from, to).join(' ') : `(${fold(letters)}|${fold(letters)}s)`
  const first = tokens.sentences[tokens.sentence[from] as number]?.from ?? 0
  return patterns.some((source) => {
    const pattern = lexicon.pattern(source.replace('~', own))
    for (let i = Math.max(first, from - 8); i <= from; i++) if (pattern.endAt(tokens, i, persons) > from) return true
    return false
  })
}

/** Blocks that people skim: letters in a heading or at the head of a page are first met in the text below. */
const isSkimmed = ({kind}: Block): boolean => kind === 'heading' || kind === 'header' || kind === 'footer'

/**
 * Every short form that this document does not give in words at or before its first use, once each, in order of place.
 * What is quoted, shouted, a name, a number or known to everybody is none; a heading counts only where nothing follows.
 */
export function findUnexplainedAcronyms(facts: AcronymFacts): readonly UnexplainedAcronym[] {
  const {document, tokens, lexicon, audience} = facts
  const index = indexOf(lexicon)
  const all = [...findLetters(tokens, index)]
  if (all.length === 0) return []
  const isInnocent = innocence(facts, all)
  const isListed = underLists(document)
  const groups = new Map<string, Letters[]>()
  for (const each of all) {
    const key = each.entry?.acronym ?? each.letters.toUpperCase()
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  const found: UnexplainedAcronym[] = []
  for (const uses of groups.values()) {
    if (uses[0]?.entry?.[audience] === 'ok') continue
    // Once a name, always a name: *Nadia is called NK. NK likes chess.*
    if (uses.some((use) => areInitials(use, tokens) || callSomebody(use, tokens, facts.mentions))) continue
    let skimmed: Letters | undefined
    const read = uses.find((use) => {
      const block = document.blocks[tokens.block[use.from] as number] as Block
      if ((skimmed && isSkimmed(block)) || isInnocent(use)) return false
      if (!isSkimmed(block)) return true
      skimmed = use
      return false
    })
    const first = read ?? skimmed
    if (!first) continue
    const given =
      uses.some((use) =>
        use.from <= first.from
          ? isGivenHere(tokens, asUse(use), document)
          : (followsAtOnce(first, use, tokens) && isPutInWords(tokens, asUse(use), document)) ||
            (opensBracketAfter(first, use, tokens) && isGivenHere(tokens, asUse(use), document))
      ) ||
      uses.some((use) => isInGlossary(tokens, asUse(use), document, isListed)) ||
      isSpeltBefore(tokens, asUse(first)) ||
      isAnswered(tokens, asUse(first)) ||
      isSpeltInNote(tokens, asUse(first), document)
    if (given) continue
    found.push({
      start: tokens.start[first.from] as number,
      end: endOf(first, tokens),
      acronym: first.entry?.acronym ?? first.letters,
      plural: first.plural,
      entry: first.entry
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** *We will have a CIN meeting. CIN means …*: the next sentence begins with it. */
function followsAtOnce(first: Letters, use: Letters, tokens: Tokens): boolean {
  const sentence = tokens.sentence[use.from] as number
  return (
    sentence === (tokens.sentence[first.from] as number) + 1 &&
    tokens.block[use.from] === tokens.block[first.from] &&
    use.from - (tokens.sentences[sentence]?.from ?? 0) <= 1
  )
}

/** *An EP letter (EP: educational psychologist)*: a bracket in the same sentence begins with them. */
const opensBracketAfter = (first: Letters, use: Letters, tokens: Tokens): boolean =>
  tokens.sentence[use.from] === tokens.sentence[first.from] &&
  /[([]/.test(tokens.text[(tokens.start[use.from] as number) - 1] ?? '')

/** The last full stop of *L.A.C.* belongs to it. */
const endOf = ({to, dotted}: Letters, tokens: Tokens): number => {
  const end = tokens.end[to - 1] as number
  return dotted && tokens.text[end] === '.' ? end + 1 : end
}

/** Says of each candidate whether it needs no words after all. */
function innocence(facts: AcronymFacts, all: readonly Letters[]): (use: Letters) => boolean {
  const {document, tokens, mentions, known, quotations, settings} = facts
  const named = namedWords(tokens, mentions)
  const names = new Set(
    [...known.children.flatMap(({name, knownAs}) => [name, knownAs ?? '']), ...known.people]
      .flatMap((name) => fold(name).split(/[\s.-]+/))
      .filter((word) => word.length > 2)
  )
  /** *LF to ring the school*: what a paper calls the workers that it names. */
  const initials = onAsking(
    () =>
      new Set(
        known.people.flatMap((name) => {
          const parts = name.match(/\p{Lu}(?=\p{Ll})/gu) ?? []
          return parts.length > 1 ? [parts.join('')] : []
        })
      )
  )
  const isName = (i: number): boolean => named[i] === 1 || names.has(tokens.base[i] as string)
  const entries = new Set(all.filter(({entry}) => entry).map(({from}) => from))
  const asked = new Set(all.map(({from}) => tokens.base[from] as string))
  const capitals = readCapitals(document, tokens, (i) => entries.has(i), isName, asked)
  const hidden: readonly Span[] = [
    ...quotations.filter(({whose}) => !(settings.includeQuotes && whose !== 'child')),
    ...document.marks.filter(
      ({kind}) => kind === 'code' || kind === 'placeholder' || kind === 'generated' || kind === 'foreign'
    )
  ].sort((a, b) => a.start - b.start)

  return (use) => {
    const {from, to, letters, entry, dotted} = use
    const span = {start: tokens.start[from] as number, end: tokens.end[to - 1] as number}
    if (isCovered(hidden, span) || isInAddress(tokens.text, span.start, span.end)) return true
    // *R.O.S.A.*, on Rosa's door: a name spelt out, or the beginning of one
    if (dotted && [...names].some((name) => name.startsWith(fold(letters)))) return true
    if (isName(from) || capitals.inCapitalLine(from) || isInNumber(tokens, from, entry !== undefined)) return true
    if (entry) {
      if (!dotted && capitals.isWord(from) && capitals.besideShouting(from)) return true
      if (entry.only.length > 0 && !holds(entry.only, use, facts)) return true
      return holds(entry.unless, use, facts) || areSignature(use, tokens)
    }
    return (
      isRoman(fold(letters)) ||
      (!dotted && initials().has(letters)) ||
      /^(.)\1+$/.test(letters) ||
      (!dotted && (capitals.isWord(from) || capitals.besideShouting(from))) ||
      areSignature(use, tokens)
    )
  }
}

/** Does one of these spans, sorted by start, hold this one? They nest seldom and shallowly. */
function isCovered(spans: readonly Span[], span: Span): boolean {
  const after = firstWhere(spans.length, (middle) => (spans[middle] as Span).start > span.start)
  for (let at = after - 1; at >= 0 && at >= after - 8; at--) if (contains(spans[at] as Span, span)) return true
  return false
}
