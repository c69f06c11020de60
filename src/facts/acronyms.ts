import {fold} from '../lexicon/tokenize.ts'
import type {AcronymEntry, Dictionaries} from '../model/dictionary.ts'
import type {Block} from '../model/document.ts'
import {contains, type Span} from '../model/span.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {isInAddress, isInNumber, isRoman, readCapitals} from './capitals.ts'
import {isGivenHere, isInGlossary, isSpeltBefore} from './expansions.ts'
import type {Facts} from './facts.ts'
import {namedWords} from './named.ts'

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

interface Letters {
  readonly from: number
  readonly to: number
  /** As written, without dots, plural or possessive. */
  readonly letters: string
  readonly plural: boolean
  readonly dotted: boolean
  readonly entry: AcronymEntry | undefined
}

/** The dictionaries' short forms, however they are written: exactly first, then in capitals. */
interface Index {
  readonly everyday: ReadonlySet<string>
  readonly entries: ReadonlyMap<string, AcronymEntry>
}

const indexes = new WeakMap<Dictionaries, Index>()

function indexOf(dictionaries: Dictionaries): Index {
  const known = indexes.get(dictionaries)
  if (known) return known
  const everyday = new Set(dictionaries.everyday)
  const entries = new Map(dictionaries.acronyms.map((entry) => [entry.acronym, entry]))
  for (const form of dictionaries.everyday)
    if (!entries.has(form.toUpperCase())) everyday.add(form.toUpperCase().replaceAll('.', ''))
  for (const entry of dictionaries.acronyms) {
    const capitals = entry.acronym.toUpperCase()
    if (!entries.has(capitals) && !everyday.has(capitals)) entries.set(capitals, entry)
  }
  const index = {everyday, entries}
  indexes.set(dictionaries, index)
  return index
}

/** Reads letters as written: `'everyday'`, or what they are without plural and possessive and what is known of them. */
function resolve(raw: string, {everyday, entries}: Index): 'everyday' | Pick<Letters, 'letters' | 'plural' | 'entry'> {
  const written = raw.replace(/['’ʼ][sS]?$/, '')
  if (everyday.has(written)) return 'everyday'
  const whole = entries.get(written)
  if (whole) return {letters: written, plural: false, entry: whole}
  const one = /^(?:.*\p{Lu}.*\p{Lu}.*|.\p{Lu}.*)[sS]$/u.test(written) ? written.slice(0, -1) : undefined
  if (one !== undefined) {
    if (everyday.has(one)) return 'everyday'
    const entry = entries.get(one) ?? entries.get(one.toUpperCase())
    if (entry) return {letters: one, plural: true, entry}
  }
  const capitals = written.toUpperCase()
  const entry = entries.get(capitals)
  if (entry) return {letters: written, plural: false, entry}
  if (everyday.has(capitals)) return 'everyday'
  if (one?.endsWith('S') || one === undefined || written.endsWith('S'))
    return {letters: written, plural: false, entry: undefined}
  return {letters: one, plural: true, entry: undefined}
}

/** Two capitals or more, and more capitals than small letters, so that *TikTok* and *McDonald* are none. */
function isShaped(raw: string): boolean {
  const letters = raw.replace(/['’ʼ][sS]?$/, '').replace(/(?<=\p{Lu}\p{Lu})s$/u, '')
  if (!/^[\p{L}&]{2,}$/u.test(letters)) return false
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 2 && capitals > (letters.match(/\p{Ll}/gu)?.length ?? 0)
}

function* candidates(tokens: Tokens, index: Index): Generator<Letters> {
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]
    if (shape === Shape.lower) continue
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    if (shape === Shape.capital) {
      if (end - start > 1 || tokens.text[end] !== '.') continue
      let to = i + 1
      while (
        to < tokens.count &&
        tokens.start[to] === (tokens.end[to - 1] as number) + 1 &&
        tokens.text[(tokens.start[to] as number) - 1] === '.' &&
        /^\p{Lu}(?:s|['’]s)?$/u.test(tokens.text.slice(tokens.start[to], tokens.end[to]))
      )
        to++
      if (to - i < 2) continue
      const raw = tokens.text.slice(start, tokens.end[to - 1]).replaceAll('.', '')
      const read = resolve(raw, index)
      if (read !== 'everyday') yield {...read, from: i, to, dotted: true}
      i = to - 1
      continue
    }
    const raw = tokens.text.slice(start, end)
    if (shape === Shape.digits ? !index.entries.has(raw) : !isShaped(raw) && !index.entries.has(raw)) continue
    const read = resolve(raw, index)
    if (read !== 'everyday') yield {...read, from: i, to: i + 1, dotted: false}
  }
}

const determiners = new Set('the a an this that these those each every any no my your his her our their its'.split(' '))
const introduces =
  /^(?:called|named|nicknamed|nickname|friend|friends|brother|sister|cousin|uncle|auntie|aunt|dear|hi|hello|mate|mr|mrs|ms|miss|dr|child|re)$/

/** *J. K. Rowling*, *T.J.*, *my brother CJ*, *Mr AB*: letters that nobody knows as a short form and that stand for a name. */
function areInitials({from, to, letters, dotted, entry}: Letters, tokens: Tokens): boolean {
  if (entry || letters.length > 3) return false
  const before = from > 0 && tokens.gap[from] === Gap.joined ? (tokens.word[from - 1] as string) : ''
  if (introduces.test(before) || (letters.length === 2 && /^(?:by|from|love)$/.test(before))) return true
  if (determiners.has(before)) return false
  if (letters.length === 2 && (dotted || letters.includes('J'))) return true
  return to < tokens.count && tokens.gap[to] === Gap.joined && tokens.shape[to] === Shape.capital
}

/** The initials of whoever wrote a note, at its end or alone in a cell: *Seen at school. KB, 4 May*. */
function areSignature({from, to, letters, entry}: Letters, tokens: Tokens): boolean {
  if (letters.length > 3) return false
  const before = from > 0 && tokens.block[from - 1] === tokens.block[from] ? (tokens.word[from - 1] as string) : ''
  if (/^(?:signed|initials|initialled)$/.test(before)) return true
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

/** The nearest heading above each block, -1 where there is none. */
function headingsAbove(blocks: readonly Block[]): Int32Array {
  const above = new Int32Array(blocks.length)
  let last = -1
  for (const [index, {kind}] of blocks.entries()) {
    above[index] = last
    if (kind === 'heading') last = index
  }
  return above
}

/**
 * Every short form that this document does not give in words at or before its first use, once each, in order of place.
 * What is quoted, shouted, a name, a number or known to everybody is none; a heading counts only where nothing follows.
 */
export function findUnexplainedAcronyms(facts: AcronymFacts): readonly UnexplainedAcronym[] {
  const {document, tokens, lexicon, audience} = facts
  const index = indexOf(lexicon.dictionaries)
  const all = [...candidates(tokens, index)]
  if (all.length === 0) return []
  const isInnocent = innocence(facts, all)
  const above = headingsAbove(document.blocks)
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
    if (uses.some((use) => areInitials(use, tokens))) continue
    const spoken = uses.filter((use) => !isInnocent(use))
    const read = spoken.find(({from}) => !isSkimmed(document.blocks[tokens.block[from] as number] as Block))
    const first = read ?? spoken[0]
    if (!first) continue
    const asUse = ({from, to, letters, entry}: Letters) => ({from, to, letters, standsFor: entry?.standsFor ?? []})
    const given =
      uses.some((use) => use.from <= first.from && isGivenHere(tokens, asUse(use), document)) ||
      uses.some((use) => isInGlossary(tokens, asUse(use), document, (block) => above[block] ?? -1)) ||
      isSpeltBefore(tokens, asUse(first))
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
    if (isName(from) || capitals.inCapitalLine(from) || isInNumber(tokens, from, entry !== undefined)) return true
    if (entry) {
      if (!dotted && capitals.isWord(from) && capitals.besideShouting(from)) return true
      if (entry.only.length > 0 && !holds(entry.only, use, facts)) return true
      return holds(entry.unless, use, facts) || areSignature(use, tokens)
    }
    return (
      isRoman(fold(letters)) ||
      /^(.)\1+$/.test(letters) ||
      (!dotted && (capitals.isWord(from) || capitals.besideShouting(from))) ||
      areSignature(use, tokens)
    )
  }
}

/** Does one of these spans, sorted by start, hold this one? They nest seldom and shallowly. */
function isCovered(spans: readonly Span[], span: Span): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).start <= span.start) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && at >= low - 8; at--) if (contains(spans[at] as Span, span)) return true
  return false
}
