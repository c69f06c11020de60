import type {After} from '../model/dictionary.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Section} from './facts.ts'
import {type PatternSet, patternSet} from './pattern-set.ts'
import {isListed} from './recommendations.ts'
import type {SectionPatterns} from './section-patterns.ts'

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
interface Hint {
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
const clause = /^\W*(?:\p{L}{1,4}[.)]\s*)?(?:that|for|to)\s|;(?:\s+and)?\s*$/iu

/**
 * Finds sentences that show one section by standing in, or shortly after, what shows another: the reasons of a
 * recommendation.
 * @param sentences all that count as prose, in reading order
 */
export function besideAnother(
  facts: Facts,
  sections: readonly SectionPatterns[],
  byHead: readonly Section[],
  sentences: readonly Sentence[],
  is: {
    shows(sentence: Sentence, patterns: PatternSet, unless: PatternSet): boolean
    silenced(sentence: Sentence, set: PatternSet): boolean
  }
): (after: After, unless: PatternSet, unlessSentence: PatternSet) => readonly Sentence[] {
  const {document, lexicon, audience} = facts
  const nothing = patternSet([], lexicon)
  const headedBy = headingAbove(facts)
  const speaksOfOthers = othersIn(facts)
  const textOf = ({start, end}: Sentence): string => document.text.slice(start, end)
  const isStep = ({block}: Sentence, place: number): boolean =>
    isListed(block, document) && sentences[place - 1]?.block !== block
  return ({section, letter, prose, hints, unless: notOf}, unless, unlessSentence) => {
    const other = sections.find(({id}) => id === section)
    const list = other ? patternSet(other.words.prose, lexicon) : nothing
    const beneath = byHead.filter(({id, words}) => id === section && words > 0)
    const said = audience === 'letter' ? patternSet(letter, lexicon) : nothing
    const [giving, hinting, excuses] = [prose, hints, notOf].map((sources) => patternSet(sources, lexicon)) as [
      PatternSet,
      PatternSet,
      PatternSet
    ]
    const near: Sentence[] = []
    const weak: (Hint & {readonly sentence: Sentence})[] = []
    let since = longReach + 1
    let last = -1
    for (const [place, sentence] of sentences.entries()) {
      const inside = beneath.some(
        ({start, end, head}) => start <= sentence.start && sentence.end <= end && (head?.end ?? 0) <= sentence.start
      )
      const step = is.shows(sentence, list, other?.unless ?? nothing)
      const shown = inside || step || is.shows(sentence, said, nothing)
      const heading = headedBy[sentence.block] as number
      // What stands under the next heading is about something else.
      since = shown ? 0 : heading === last ? since + 1 : longReach + 1
      last = heading
      if (since > longReach) continue
      if (is.silenced(sentence, excuses)) {
        if (shown) since = longReach + 1
        continue
      }
      if (is.silenced(sentence, unlessSentence)) continue
      if (since <= reach && is.shows(sentence, giving, unless)) near.push(sentence)
      else {
        const hints =
          audience === 'letter' ? Number(is.shows(sentence, hinting, unless)) : step ? 0 : weightOf(sentence, place)
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
      speaksOfOthers(sentence) &&
      !planning.test(textOf(sentence)) &&
      !clause.test(textOf(sentence))
    )
  }
}

/** For each block the last heading at or before it, as an index of blocks; -1 for none. */
function headingAbove({document}: Facts): Int32Array {
  let heading = -1
  return Int32Array.from(document.blocks, ({kind}, index) => {
    if (kind === 'heading') heading = index
    return heading
  })
}

/** Does a sentence speak of somebody but its writer and reader? */
function othersIn({tokens, mentions}: Facts): (sentence: Sentence) => boolean {
  const others = new Uint8Array(tokens.count)
  for (const {from, who} of mentions)
    if (who !== 'unknown' && who !== 'role' && !/^(?:i|me|my|we|us|our|you|your)$/.test(tokens.base[from] as string))
      others[from] = 1
  return ({from, to}) => others.subarray(from, to).includes(1)
}
