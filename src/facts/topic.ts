import type {Block} from '../model/document.ts'
import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {columnHead, wordsOf} from './above.ts'
import {isSubject} from './cataphora.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between, rowStart} from './passages.ts'
import {couldBe, type PronounGender, possessives, pronounOf, pronounsAt, pronounsWithin} from './pronouns.ts'
import type {Referent} from './referents.ts'

/** Words `from` to `to`, end not included. */
type Stretch = readonly [from: number, to: number]

/** What says over a cell, or before a colon, that somebody's own words follow. */
const ownWords = wordSet('words voice quote quotes speech')
const ofSpeaker = wordSet("i i'm i've i'd i'll me my mine myself we us our")

/**
 * Is the pronoun at word `i` in speech that is set out as a script or a table, with no quotation marks: *Tom: She’s lying*, and
 * *She hits me* below *What they said*? A note would say *is*, and not *me*.
 */
export function isSetOutSpeech(i: number, facts: Facts, referents: readonly Referent[]): boolean {
  const {tokens, document} = facts
  const {word} = tokens
  const sentence = sentenceAt(tokens, i)
  const [from, to] = wordsOf(tokens, sentence.block)
  const label = labelEnd(tokens, from, i)
  const head = columnHead(facts, sentence)
  const row = document.blocks[sentence.block]?.cell && firstOfRow(facts, sentence)
  const over: Stretch[] = [
    ...(head ? [head] : []),
    ...(row ? [row] : []),
    ...(label < 0 ? [] : [[from, label] as const])
  ]
  if (over.some(([start, end]) => word.slice(start, end).some((each) => ownWords.has(each)))) return true
  // "Ben:", "Mia (9):"; not "Note for the carer:"
  const isSpeaker = ([start, end]: Stretch): boolean => {
    const [first, another] = between(referents, start, end)
    return first?.from === start && another === undefined && end - first.to <= 1
  }
  if (!over.some(isSpeaker)) return false
  const first = label < 0 ? from : label
  const isShort = label >= 0 && label < to && word[label] !== pronounOf(word[label] as string)
  return isShort || word.slice(first, to).some((each) => ofSpeaker.has(each))
}

const sentenceAt = ({sentences, sentence}: Tokens, i: number): Sentence => sentences[sentence[i] as number] as Sentence

/** How many words may stand before the colon: *Mia’s own words:*. */
const longestLabel = 5

/** Where what follows a label begins, in a block from word `from`; -1 where none opens it before word `i`. */
function labelEnd({text, end, start}: Tokens, from: number, i: number): number {
  for (let at = from; at < Math.min(i, from + longestLabel); at++)
    if (/^[^\p{L}\n]*(?::|\s[-–—]\s)/u.test(text.slice(end[at], start[at + 1]))) return at + 1
  return -1
}

/** The first cell of the row that the sentence stands in, where it is another cell. */
function firstOfRow(facts: Facts, sentence: Sentence): Stretch | null {
  const {tokens, document} = facts
  const first = tokens.block[rowStart(facts, sentence)] as number
  const cell = document.blocks[first]?.cell as Block['cell']
  return first === sentence.block || cell?.column !== 1 ? null : wordsOf(tokens, first)
}

/**
 * The child whose column or row of a table the pronoun at word `i` stands in, first in its clause, and where nobody else is named:
 * *He is well* in the column *Asha*, *His teacher is pleased* in her row.
 */
export function childOfCell(
  i: number,
  gender: PronounGender,
  facts: Facts,
  referents: readonly Referent[]
): number | null {
  const {tokens, document, known} = facts
  const sentence = sentenceAt(tokens, i)
  if (gender === 'they' || !document.blocks[sentence.block]?.cell) return null
  const [from, to] = wordsOf(tokens, sentence.block)
  const opens = i === sentence.from || /;\s$/.test(tokens.text.slice(tokens.end[i - 1], tokens.start[i]))
  if (!opens || (!isSubject(tokens, i) && !(possessives.has(tokens.base[i]) && tokens.gap[i + 1] === Gap.joined)))
    return null
  const column = columnHead(facts, sentence)
  const row = firstOfRow(facts, sentence)
  const ofColumn = column && onlyChild(column, referents)
  const ofRow = row && onlyChild(row, referents)
  const child = ofColumn ?? ofRow
  if (child === null || (ofColumn !== null && ofRow !== null)) return null
  const own = known.children[child]
  const beside = [
    ...(column ? between(referents, ...column) : []),
    ...(row ? between(referents, row[0], ofRow === null ? row[1] : from) : [])
  ]
  // "Reads well; her teacher is pleased" is beside "He has asthma": of a role only its own cell tells.
  const isRival = (other: Referent) => other.child !== child && couldBe(gender, other)
  if (!own || beside.some((other) => isRival(other) && other.gender !== 'either')) return null
  if (between(referents, from, i).some(isRival)) return null
  const isOwn = (at: number) => pronounsAt(tokens)(at)?.gender === genderOf(own)
  return pronounsWithin(tokens, from, to).some(isOwn) ? null : child
}

/** The child whose name is all that stands there. */
function onlyChild([from, to]: Stretch, referents: readonly Referent[]): number | null {
  const named = between(referents, from, to)
  const [first] = named
  return named.length === 1 && first?.from === from && first.to === to ? (first.child ?? null) : null
}
