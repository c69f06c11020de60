import type {Block, Document} from '../model/document.ts'
import {oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isBound, isContrasted, isPossessed} from './bound.ts'
import {isSubject} from './cataphora.ts'
import type {Facts} from './facts.ts'
import {labelsOf} from './outline.ts'
import {between} from './passages.ts'
import {says} from './person-words.ts'
import {couldBe, type PronounGender, pronounsAt, pronounsWithin} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isCalled, isPossessive, isRuledOut} from './rivals.ts'
import {wordsCalled} from './word-sets.ts'

/** Words `from` to `to`, end not included. */
type Stretch = readonly [from: number, to: number]

/**
 * Is somebody else named over the passage whom the pronoun at word `i` suits: in a heading, at the head of the column, or in
 * the paragraph that leads the list in? *## Health visitor: Mr Pym*, and beneath it *Nia talks well. Showed him her scar.*
 * Asked only of the few pronouns that would else be found wrong.
 * @param wrong pronouns before it that meant a child, and which
 */
export function isNamedAbove(
  i: number,
  gender: PronounGender,
  child: number,
  facts: Facts,
  referents: readonly Referent[],
  wrong: ReadonlyMap<number, number>
): boolean {
  const {tokens} = facts
  if (/self$|selves$/.test(tokens.base[i] as string)) return false
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  const here = between(referents, sentence.from, i).filter((referent) => !isCalled(referent, facts))
  if (isBound(tokens, sentence, i, here) || isContrasted(tokens, sentence, i, here)) return false
  const isTheirs = ([from, to]: Stretch): boolean =>
    pronounsWithin(tokens, from, to).some((at) => pronounsAt(tokens)(at)?.gender === gender && !wrong.has(at))
  const column = columnHead(facts, sentence)
  const lead = leadIn(facts, sentence) ?? (isReported(i, tokens) ? noteBefore(facts, sentence) : null)
  const named = [
    ...headingsOver(facts, sentence, isTheirs).flatMap((heading) => headed(heading, child, facts, referents)),
    ...(column ? headed(column, child, facts, referents, isSubject(tokens, i)) : []),
    ...(lead ? between(referents, ...lead) : [])
  ]
  const rivals = named.filter(
    (other) => other.child !== child && couldBe(gender, other) && !isRuledOut(other, facts, sentence, i)
  )
  // Whoever may be he or she owns nothing of which the child's own clause tells: "Nia has lost his front tooth".
  const isDefinite = (lead !== null && isTheirs(lead)) || rivals.some((other) => other.gender === gender)
  return isDefinite || (rivals.length > 0 && !isPossessed(tokens, i, here))
}

/**
 * Whom a heading names. Another child is only meant where it does not name this one too, and whoever may be he or she only
 * where the heading opens with them: *Health visitor*, not *Position of the guardian*, *Each parent’s views*.
 * @param ofSeveral another child may be meant beside this one
 */
function headed(
  [from, to]: Stretch,
  child: number,
  {tokens, dictionaries}: Facts,
  referents: readonly Referent[],
  ofSeveral = false
): readonly Referent[] {
  const named = between(referents, from, to)
  const isAnother = ofSeveral || named.every((each) => each.child !== child)
  const young = wordsCalled('young', dictionaries)
  return named.filter((each, index) => {
    if (each.child !== undefined) return isAnother
    if (each.who === 'noun' || each.who === 'unknown') return false
    const owns = isPossessive(tokens, each.to - 1)
    // "Visit at Grandad's"
    if (each.gender !== 'either') return !owns || (each.to < to && tokens.gap[each.to] === Gap.joined)
    const opens = each.from <= from + 1 || named[index - 1]?.to === each.from
    return opens && !owns && !young.has(tokens.base[each.to - 1] as string)
  })
}

/** The words of a block. */
export function wordsOf({block, count}: Tokens, index: number): Stretch {
  const firstOf = (wanted: number): number => firstWhere(count, (i) => (block[i] as number) >= wanted)
  return [firstOf(index), firstOf(index + 1)]
}

/** A heading: its block, and which heading of the paper it stands under, by its place among them; -1 under none. */
interface Heading {
  readonly block: number
  readonly under: number
}

/** The headings of a paper in order; the title, which all others stand under, has nobody under it. */
const headingsOf = oncePer(({blocks}: Document): readonly Heading[] => {
  const levelOf = (block: number): number => blocks[block]?.level ?? 1
  const all = blocks.flatMap(({kind}, block) => (kind === 'heading' ? [block] : []))
  const [title, ...others] = all
  const isTitled = title !== undefined && others.every((block) => levelOf(block) > levelOf(title))
  const open: number[] = []
  return all.map((block, n) => {
    while (open.length > 0 && levelOf(all[open.at(-1) as number] as number) >= levelOf(block)) open.pop()
    const under = open.at(-1) ?? -1
    open.push(n)
    return {block, under: isTitled && under === 0 ? -1 : under}
  })
})

/**
 * The headings that a sentence stands under. One that goes on about somebody without a name (*His proposals*) brings in
 * the one before it.
 */
function headingsOver(
  {document, tokens}: Facts,
  {block}: Sentence,
  goesOn: (heading: Stretch) => boolean
): readonly Stretch[] {
  const headings = headingsOf(document)
  const found: Stretch[] = []
  let n = firstWhere(headings.length, (middle) => (headings[middle] as Heading).block >= block) - 1
  while (n >= 0 && found.length < mostHeadings) {
    const {block: index, under} = headings[n] as Heading
    const words = wordsOf(tokens, index)
    found.push(words)
    n = goesOn(words) ? n - 1 : under
  }
  return found
}

/** Headings have six levels; whoever many of them go on about is not looked for any further. */
const mostHeadings = 8

/** The head of each column of each table, by block. */
const columnsOf = oncePer(({blocks}: Document): ReadonlyMap<string, number> => {
  const heads = new Map<string, number>()
  for (const [index, {cell}] of blocks.entries())
    if (cell?.row === 1 && !heads.has(keyOf(cell))) heads.set(keyOf(cell), index)
  return heads
})

const keyOf = ({table, column}: NonNullable<Block['cell']>): string => `${table}/${column}`

/** The head of the column that a sentence stands in. */
export function columnHead({document, tokens}: Facts, {block}: Sentence): Stretch | null {
  const cell = document.blocks[block]?.cell
  const head = cell && cell.row > 1 ? columnsOf(document).get(keyOf(cell)) : undefined
  return head === undefined ? null : wordsOf(tokens, head)
}

/** How many sentences of a paragraph lead in what follows it. */
const leading = 3
/** A list longer than so many blocks is not all of what somebody said. */
const longestList = 80

/** The end of the paragraph that announces the list or the table in which a sentence stands: *He visits. He told me:*. */
function leadIn({document: {text, blocks}, tokens}: Facts, {block}: Sentence): Stretch | null {
  const kind = blocks[block]?.kind
  if (kind !== 'item' && kind !== 'cell') return null
  let index = block - 1
  while (blocks[index]?.kind === kind && block - index < longestList) index--
  const before = blocks[index]
  if (before?.kind !== 'paragraph' || !text.slice(before.start, before.end).trimEnd().endsWith(':')) return null
  const [from, to] = wordsOf(tokens, index)
  if (from === to) return null
  const first = Math.max((tokens.sentence[to - 1] as number) - leading + 1, tokens.sentence[from] as number)
  return [(tokens.sentences[first] as Sentence).from, to]
}

const reporting = wordSet('that if whether')

/** *Lily said that he …*, *Lily told me he …*. */
function isReported(i: number, tokens: Tokens): boolean {
  const {word, gap} = tokens
  if (!isSubject(tokens, i) || gap[i] !== Gap.joined) return false
  const end = reporting.has(word[i - 1]) ? i - 2 : i - 1
  return says.has(word[word[end] === 'me' ? end - 1 : end])
}

/** In a record, the note before, where both have a label: *Goodbye. Dad came.*, and then *In the car. Lily said that he …*. */
function noteBefore({document, tokens, known}: Facts, {block}: Sentence): Stretch | null {
  const {blocks} = document
  const isLabelled = (index: number): boolean =>
    blocks[index]?.kind === 'paragraph' && labelsOf(document)[index]?.[0]?.start === blocks[index]?.start
  return known.type === 'record' && isLabelled(block) && isLabelled(block - 1) ? wordsOf(tokens, block - 1) : null
}
