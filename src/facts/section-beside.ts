import type {After} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import type {Sentence} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts, Section} from './facts.ts'
import {partsOver} from './parts.ts'
import {between} from './passages.ts'
import {type PatternSet, patternSet} from './pattern-set.ts'
import type {Prose} from './prose.ts'
import {isListed} from './recommendations.ts'

/** How many sentences after one that shows a section still belong to what it says. */
const reach = 2
/** The same for hints, which may be spread over a paragraph. */
const longReach = 6
/** So many sentences may lie between two hints that bear each other out. */
const together = 8
/** So many hints show a section however far apart they stand. */
const scattered = 5
/** A sentence that argues has at least so many words. */
const leastArgument = 6
/** One of so many words needs no other beside it. */
const longArgument = 12

/** A sentence that may show a section. */
export interface Hint {
  /** Which of the sentences it is. */
  readonly place: number
  /** How many different hints it holds. */
  readonly hints: number
}

/** Do hints show a section: several in one sentence, two near each other, or many? */
export const bearOut = (weak: readonly Hint[]): boolean =>
  weak.length >= scattered ||
  weak.some(({place, hints}, n) => hints > 1 || (n > 0 && place - (weak[n - 1]?.place ?? 0) <= together))

/** A sentence that goes on with the plan, and gives no reason for it. */
const planning =
  /\b(?:should|will|shall|must|ought to|is to|are to|may|can|could|would like|recommend|propose|ask|invite)\b/i

/** *(a) that Leo live with his aunt;*: a step of a plan, though no list holds it. */
const clause = onAsking(() => /^\W*(?:\p{L}{1,4}[.)]\s*)?(?:that|for|to)\s|;(?:\s+and)?\s*$/iu)

/** *Mr Hale to finish the course*, *School to ring Ava's mum*: a step in the manner of minutes. */
const bareStep =
  /^["“‘(]{0,2}(?:(?:[A-ZÀ-Þ]\S*|and|&|social|worker|authority|council|school|mother|father|parents|guardian|children|family|plan) ){1,5}to [a-z]/

const nothing: readonly string[] = []

/**
 * Finds sentences that show one section by standing in, or shortly after, what shows another: the reasons of a
 * recommendation.
 */
export function besideAnother(
  facts: Facts,
  byHead: readonly Section[],
  {sentences, holds, shows}: Prose
): (after: After, unless: PatternSet, unlessSentence: PatternSet) => readonly Sentence[] {
  const {document, lexicon, audience, dictionaries} = facts
  const toChild = audience === 'letter'
  const textOf = ({start, end}: Sentence): string => document.text.slice(start, end)
  const isStep = ({block}: Sentence, place: number): boolean =>
    isListed(block, document) && sentences[place - 1]?.block !== block
  const patternsOf = (list: readonly string[] = nothing): PatternSet => patternSet(list, lexicon)
  return (after, unless, unlessSentence) => {
    const other = dictionaries.sections.find(({id}) => id === after.section)
    const beneath = partsOver(
      byHead.filter(({id, words}) => id === after.section && words > 0).sort((a, b) => a.start - b.start)
    )
    const list = patternsOf(other?.prose)
    const notInList = patternsOf(other?.unless)
    const said = patternsOf(toChild ? after.letter : nothing)
    const none = patternsOf(nothing)
    const giving = patternsOf(after.prose)
    const hinting = patternsOf(after.hints)
    const excuses = patternsOf(after.unless)
    const near: Sentence[] = []
    const weak: (Hint & {readonly sentence: Sentence})[] = []
    let since = longReach + 1
    let heading = -1
    let block = 0
    for (const [place, sentence] of sentences.entries()) {
      const step = shows(sentence, list, notInList)
      const shown = beneath(sentence).length > 0 || step || shows(sentence, said, none)
      const last = heading
      for (; block <= sentence.block; block++) if (document.blocks[block]?.kind === 'heading') heading = block
      // What stands under the next heading is about something else.
      since = shown ? 0 : heading === last ? since + 1 : longReach + 1
      if (since > longReach) continue
      if (holds(sentence, excuses)) {
        if (shown) since = longReach + 1
        continue
      }
      if (holds(sentence, unlessSentence)) continue
      if (since <= reach && shows(sentence, giving, unless)) near.push(sentence)
      else {
        const hints = toChild ? Number(shows(sentence, hinting, unless)) : step ? 0 : weightOf(sentence, place)
        if (hints > 0) weak.push({sentence, place, hints})
      }
    }
    return bearOut(weak) ? [...near, ...weak.map(({sentence}) => sentence)] : near
  }

  /** So many hints: a long sentence that argues is enough by itself. */
  function weightOf(sentence: Sentence, place: number): number {
    if (!argues(sentence, place)) return 0
    return sentence.to - sentence.from >= longArgument ? 2 : 1
  }

  /** Says how things are with somebody: beside a recommendation nobody would, but as a reason for it. */
  function argues(sentence: Sentence, place: number): boolean {
    return (
      sentence.to - sentence.from >= leastArgument &&
      !isStep(sentence, place) &&
      speaksOfOthers(sentence, facts) &&
      !planning.test(textOf(sentence)) &&
      !clause().test(textOf(sentence)) &&
      !bareStep.test(textOf(sentence))
    )
  }
}

const writerOrReader = wordSet('i me my we us our you your')

/** Does a sentence speak of somebody but its writer and reader? */
const speaksOfOthers = ({from, to}: Sentence, {tokens, mentions}: Facts): boolean =>
  between(mentions, from, to).some(
    ({who, from: at}) => who !== 'unknown' && who !== 'role' && !writerOrReader.has(tokens.base[at])
  )
