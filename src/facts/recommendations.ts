import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts} from './facts.ts'
import {patternSet} from './pattern-set.ts'
import {quotationOver} from './quotations.ts'

/** A sentence that recommends. */
export interface Step extends Sentence {
  /** Which of the document's sentences it is. */
  readonly index: number
}

/** The sentences that recommend: each item or sentence under such a heading, and those that say so anywhere. */
export function findRecommendations(facts: Facts): Step[] {
  const {tokens, sections, document} = facts
  const parts = sections.filter(({id, by, words}) => id === 'recommendations' && by !== 'prose' && words > 2)
  const otherHeads = sections.filter(({id, by, head}) => by !== 'prose' && head && id !== 'recommendations')
  const words = facts.dictionaries.sections.find(({id}) => id === 'recommendations')
  const matches = (sources: readonly string[] | undefined, {from, to}: Sentence): boolean =>
    sources !== undefined && patternSet(sources, facts.lexicon).within(tokens, from, to, facts.persons)
  const recommends = (sentence: Sentence): boolean => matches(words?.prose, sentence) || matches(words?.hints, sentence)
  const inProse = new Set(
    parts.length > 0 ? [] : sections.filter(({id}) => id === 'recommendations').map(({start}) => start)
  )
  const isStep = (sentence: Sentence, index: number): boolean => {
    const block = document.blocks[sentence.block]
    if (!block || block.kind === 'heading' || block.kind === 'quote' || sentence.to - sentence.from < 4) return false
    const part = parts.find(({start, end, head}) => (head?.end ?? start) <= sentence.start && sentence.end <= end)
    if (part) {
      // Under a heading for reasons too, or a later one within the part, it is a reason and not a step.
      const nearer = otherHeads.some(
        (other) =>
          other.head &&
          other.head.start > part.start &&
          other.start <= sentence.start &&
          sentence.end <= other.end &&
          other.head.end <= sentence.start
      )
      if (nearer) return false
      const first = tokens.sentences[index - 1]?.block !== sentence.block
      if (block.kind === 'item' || block.kind === 'cell') return first && recommends(sentence)
      return recommends(sentence) && !matches(words?.unless, sentence)
    }
    return facts.known.type === 'report' && inProse.has(sentence.start) && recommends(sentence)
  }
  const isQuoted = (sentence: Sentence): boolean => {
    const quotation = quotationOver(facts.quotations, sentence)
    // The sentence has the closing mark, and what ends it after that.
    return quotation !== undefined && quotation.start <= sentence.start && sentence.end <= quotation.end + 1
  }
  return tokens.sentences.flatMap((sentence, index) =>
    isStep(sentence, index) && !isQuoted(sentence) ? [{...sentence, index}] : []
  )
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
