import {firstWhere} from '../model/search.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts, Mention} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between} from './passages.ts'
import type {Words} from './section-heads.ts'
import type {HasSubstance} from './substance.ts'

/** The section that tells what a child wants, which what a parent wants does not. */
export const wishes = 'wishes-and-feelings'

/** Kin who may be a child of the paper. */
const young = wordSet(
  'son sons daughter daughters brother brothers sister sisters sibling siblings twin twins cousin cousins baby child children boy boys girl girls'
)

const wishing =
  /^(?:\S+\s+){1,4}?(?:also |still |now |really |both )?(?:wish|wishes|want|wants|feel|feels|felt|hope|hopes|would (?:like|love|prefer)|asks?|seeks?)\b/i

/** A child, or the children, said to wish, say or feel something, whoever tells of it. */
const childWishes =
  /\b(?:child|children|boys?|girls?|twins?|baby|sons?|daughters?|brothers?|sisters?|they|both|young people|young person)(?: [a-z]+){0,2} (?:want|wish|would|hope|feel|felt|say|said|told|tell|ask|miss|love|like|enjoy|cry|cries|cried|prefer|need|seem|are|were|is|was)/i

/**
 * Is what stands under *Wishes and feelings* told of adults only: *Ms Hale wishes to be heard. She feels left out.*? Where
 * any sentence begins with somebody else, or may tell of a child, it is not.
 */
export function tellsOfAdultsOnly(stretches: readonly Words[], facts: Facts, hasSubstance: HasSubstance): boolean {
  const {tokens, mentions, quotations, known} = facts
  const children = known.children.map(genderOf)
  const sentences = stretches.flatMap((words) => sentencesIn(words, tokens)).filter(hasSubstance)
  const named = new Set<Mention['gender']>()
  /** Said of an adult who was named, and of no child: of several, each would have been named. */
  const isTheirs = ({gender}: Mention): boolean =>
    named.has(gender) && (children.length > 1 || (children[0] !== gender && children[0] !== 'either'))
  let isWished = false
  for (const {from, to, start, end} of sentences) {
    const here = between(mentions, from, to)
    const text = tokens.text.slice(start, end)
    if (here.some(({who}) => who === 'child') || childWishes.test(text)) return false
    // Whose words they are cannot always be told.
    if (quotations.some((each) => each.start < end && start < each.end)) return false
    const first = here.find((mention) => mention.from <= from + 1)
    if (first === undefined || !(isAdult(first, tokens) || isOne(first))) return false
    if (isAdult(first, tokens)) named.add(first.gender)
    if (!here.filter(isOne).every(isTheirs)) return false
    isWished ||= wishing.test(text)
  }
  return isWished
}

const isAdult = ({who, to}: Mention, {base}: Tokens): boolean =>
  who === 'person' || who === 'role' || (who === 'relative' && !young.has(base[to - 1]))

const isOne = ({who, gender}: Mention): boolean => who === 'pronoun' && (gender === 'she' || gender === 'he')

function sentencesIn([from, to]: Words, {sentences}: Tokens): readonly Sentence[] {
  const first = firstWhere(sentences.length, (n) => (sentences[n] as Sentence).to > from)
  const last = firstWhere(sentences.length, (n) => (sentences[n] as Sentence).from >= to)
  return sentences.slice(first, last)
}
