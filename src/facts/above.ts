import type {Block} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {isBound, isContrasted, isPossessed} from './bound.ts'
import type {Facts} from './facts.ts'
import {between} from './passages.ts'
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
  const suits = (other: Referent): boolean =>
    other.child !== child && couldBe(gender, other) && !isRuledOut(other, facts, sentence, i)
  const isOwned = onAsking(() => [isPossessed(tokens, i, here)])
  const isMeant = (others: readonly Referent[]): boolean =>
    others.some((other) => other.gender === gender) || (others.length > 0 && isOwned()[0] === false)
  if (
    isMeant(
      headsOver(facts, sentence, gender, wrong).flatMap((head) => headed(head, child, facts, referents).filter(suits))
    )
  )
    return true
  const lead = leadIn(facts, sentence)
  if (lead === null) return false
  const pronounAt = pronounsAt(tokens)
  return (
    pronounsWithin(tokens, ...lead).some((at) => pronounAt(at)?.gender === gender && !wrong.has(at)) ||
    isMeant(between(referents, ...lead).filter(suits))
  )
}

/**
 * Whom a heading names. Another child is only meant where it does not name this one too, and whoever may be he or she only
 * where the heading opens with them: *Health visitor*, not *Position of the guardian*, *Each parent’s views*.
 */
function headed(
  [from, to]: Stretch,
  child: number,
  {tokens, dictionaries}: Facts,
  referents: readonly Referent[]
): readonly Referent[] {
  const named = between(referents, from, to)
  const young = wordsCalled('young', dictionaries)
  const isBoth = named.some((each) => each.child === child)
  return named.filter((each, index) => {
    if (each.child !== undefined) return !isBoth
    if (each.who === 'noun' || each.who === 'unknown') return false
    const owns = isPossessive(tokens, each.to - 1)
    if (each.gender !== 'either') return !owns || (each.to < to && tokens.gap[each.to] === Gap.joined)
    const opens = each.from <= from + 1 || named[index - 1]?.to === each.from
    return opens && !owns && !young.has(tokens.base[each.to - 1] as string)
  })
}

/** The words of a block. */
function wordsOf({block, count}: Tokens, index: number): Stretch {
  const firstOf = (wanted: number): number => firstWhere(count, (i) => (block[i] as number) >= wanted)
  return [firstOf(index), firstOf(index + 1)]
}

/**
 * The headings that a sentence stands under, but for the paper's title, and the head of its column. A heading such as *His
 * proposals* goes on about whoever the one before it names.
 */
function headsOver(
  {document: {blocks}, tokens}: Facts,
  {block}: Sentence,
  gender: PronounGender,
  wrong: ReadonlyMap<number, number>
): readonly Stretch[] {
  const found: Stretch[] = []
  const cell = blocks[block]?.cell
  const column = cell && blocks.findIndex((each) => isHeadOf(each, cell))
  if (column !== undefined && column >= 0 && column !== block) found.push(wordsOf(tokens, column))
  const pronounAt = pronounsAt(tokens)
  let level = 7
  let goesOn = false
  for (let index = block - 1; index >= 0 && level > 1; index--) {
    const each = blocks[index] as Block
    if (each.kind !== 'heading') continue
    const isOver = (each.level ?? 1) < level
    if (!isOver && !goesOn) continue
    if (level < 7 && !goesOn && isTitle(blocks, index)) break
    const words = wordsOf(tokens, index)
    found.push(words)
    goesOn = pronounsWithin(tokens, ...words).some((at) => pronounAt(at)?.gender === gender && !wrong.has(at))
    if (isOver) level = each.level ?? 1
  }
  return found
}

const isHeadOf = ({cell}: Block, below: NonNullable<Block['cell']>): boolean =>
  cell?.row === 1 && cell.table === below.table && cell.column === below.column

/** The first heading, where no other is as high. */
const isTitle = (blocks: readonly Block[], index: number): boolean =>
  blocks.every(
    ({kind, level}, other) =>
      kind !== 'heading' || other === index || (other > index && (level ?? 1) > (blocks[index]?.level ?? 1))
  )

/** How many sentences of a paragraph lead in what follows it. */
const leading = 3

/** The end of the paragraph that announces the list or the table in which a sentence stands: *Mr Pym visits. He told me:*. */
function leadIn({document: {text, blocks}, tokens}: Facts, {block}: Sentence): Stretch | null {
  const kind = blocks[block]?.kind
  if (kind !== 'item' && kind !== 'cell') return null
  let index = block - 1
  while (blocks[index]?.kind === kind) index--
  const before = blocks[index]
  if (before?.kind !== 'paragraph' || !text.slice(before.start, before.end).trimEnd().endsWith(':')) return null
  const [from, to] = wordsOf(tokens, index)
  if (from === to) return null
  const last = tokens.sentence[to - 1] as number
  const first = Math.max(last - leading + 1, tokens.sentence[from] as number)
  return [(tokens.sentences[first] as Sentence).from, to]
}
