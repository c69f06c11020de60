import type {SectionWords} from '../model/dictionary.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Quotation, Section} from './facts.ts'
import {partsOver} from './parts.ts'
import {patternSet} from './pattern-set.ts'
import {quotationOver} from './quotations.ts'

/** A sentence that recommends. */
export interface Step extends Sentence {
  /** Which of the document's sentences it is. */
  readonly index: number
}

/** The sentences that recommend: each item or sentence under such a heading, else those that say so anywhere in a report. */
export function findRecommendations(facts: Facts): Step[] {
  const {document, tokens, quotations, known} = facts
  const recommending = facts.sections.filter(({id}) => id === 'recommendations')
  const parts = recommending.filter(({by, words}) => by !== 'prose' && words > 2)
  const words = facts.dictionaries.sections.find(({id}) => id === 'recommendations')
  if (!words || recommending.length === 0 || (parts.length === 0 && known.type !== 'report')) return []
  const isStep = parts.length > 0 ? stepsUnder(parts, words, facts) : stepsAmong(recommending, words, facts)
  const heads = new Set(facts.sections.flatMap(({head}) => (head ? [head.start] : [])))
  const isHead = ({start, end, block}: Sentence): boolean =>
    heads.has(start) && document.blocks[block]?.start === start && document.blocks[block]?.end === end
  const steps: Step[] = []
  for (const [index, sentence] of tokens.sentences.entries()) {
    const kind = document.blocks[sentence.block]?.kind
    if (kind === 'heading' || kind === 'quote' || sentence.to - sentence.from < 4) continue
    if (!isHead(sentence) && isStep(sentence, index) && !isQuoted(sentence, quotations))
      steps.push({...sentence, index})
  }
  return steps
}

type IsStep = (sentence: Sentence, index: number) => boolean

const recommends = ({prose, hints}: SectionWords, sentence: Sentence, facts: Facts): boolean =>
  matches(prose, sentence, facts) || matches(hints, sentence, facts)

const matches = (patterns: readonly string[], {from, to}: Sentence, {tokens, lexicon, persons}: Facts): boolean =>
  patternSet(patterns, lexicon).within(tokens, from, to, persons)

/** Of sentences that alone show that something is recommended. */
function stepsAmong(shown: readonly Section[], words: SectionWords, facts: Facts): IsStep {
  const starts = new Set(shown.map(({start}) => start))
  return (sentence) => starts.has(sentence.start) && recommends(words, sentence, facts)
}

/** Of what stands under headings. */
function stepsUnder(parts: readonly Section[], words: SectionWords, facts: Facts): IsStep {
  const {document, tokens, sections} = facts
  const partsHere = partsOver(parts)
  const othersHere = partsOver(sections.filter(({id, by, head}) => by !== 'prose' && head && id !== 'recommendations'))
  return (sentence, index) => {
    const [part] = partsHere(sentence)
    if (!part) return false
    // Under a heading for reasons too, or a later one within the part, it is a reason and not a step.
    if (othersHere(sentence).some(({head}) => head && head.start > part.start)) return false
    if (isListed(sentence.block, document))
      return tokens.sentences[index - 1]?.block !== sentence.block && recommends(words, sentence, facts)
    return recommends(words, sentence, facts) && !matches(words.unless, sentence, facts)
  }
}

function isQuoted(sentence: Sentence, quotations: readonly Quotation[]): boolean {
  const quotation = quotationOver(quotations, sentence)
  // The sentence has the closing mark, and what ends it after that.
  return quotation !== undefined && quotation.start <= sentence.start && sentence.end <= quotation.end + 1
}

/** Is a block part of a list or a table? */
export const isListed = (block: number, {blocks}: Facts['document']): boolean =>
  blocks[block]?.kind === 'item' || blocks[block]?.kind === 'cell'

/**
 * The sentences of a step's paragraph and the next one, or of its list and what stands just before and after that: the
 * same array for all steps of one paragraph or list.
 */
export function besideOf({tokens: {sentences}, document}: Facts): (step: Step) => readonly Sentence[] {
  const known = new Map<number, readonly Sentence[]>()
  const blockOf = (index: number): number => (sentences[index] as Sentence).block
  return ({block}) => {
    const found = known.get(block)
    if (found) return found
    let [first, last] = [block, block]
    if (isListed(block, document)) {
      while (isListed(last + 1, document)) last++
      while (isListed(first - 1, document)) first--
    }
    const before = isListed(block, document) ? first - 1 : first
    const beside = sentences.slice(
      firstWhere(sentences.length, (index) => blockOf(index) >= before),
      firstWhere(sentences.length, (index) => blockOf(index) > last + 1)
    )
    for (let each = first; each <= last; each++) known.set(each, beside)
    return beside
  }
}
