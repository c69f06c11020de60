import type {Persons} from '../lexicon/lexicon.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Mention} from './facts.ts'
import type {PatternSet} from './pattern-set.ts'
import {quotationOver} from './quotations.ts'
import {firstMatch} from './section-patterns.ts'
import type {HasSubstance} from './substance.ts'

/** The sentences that count as prose, in reading order, and what is asked of them. */
export interface Prose {
  readonly sentences: readonly Sentence[]
  readonly persons: Persons
  /** Does one of the patterns stand in it? */
  holds(sentence: Sentence, patterns: PatternSet): boolean
  /** Does one, in the writer's own words, not touch what is excused? */
  shows(sentence: Sentence, patterns: PatternSet, unless: PatternSet): boolean
  isQuoted(i: number): boolean
}

export function readProse(facts: Facts, hasSubstance: HasSubstance): Prose {
  const {document, tokens, quotations} = facts
  const persons = withPronouns(facts)
  const isQuoted = (i: number): boolean => {
    const start = tokens.start[i] as number
    return quotationOver(quotations, {start, end: start + 1}) !== undefined
  }
  return {
    sentences: tokens.sentences.filter(({block}) => {
      const kind = document.blocks[block]?.kind
      return kind !== 'heading' && kind !== 'quote' && kind !== 'header' && kind !== 'footer'
    }),
    persons,
    holds: ({from, to}, patterns) => patterns.within(tokens, from, to, persons),
    shows(sentence, patterns, unless) {
      const at = firstMatch(patterns, unless, tokens, sentence.from, sentence.to, persons)
      return at !== null && !isQuoted(at) && hasSubstance(sentence)
    },
    isQuoted
  }
}

const said: Readonly<Record<string, RegExp>> = {he: /\bhe\b/i, she: /\bshe\b/i, they: /\bthey\b/i}

/**
 * The persons of a document with those pronouns counted as a child's that can be nobody else's: one that begins a
 * sentence after one in which the child alone is spoken of, or the first of what stands under the child's heading.
 */
function withPronouns(facts: Facts): Persons {
  const {tokens, mentions, persons, known, document} = facts
  const standsFor = new Uint8Array(tokens.count)
  let at = 0
  let carried = -1
  let block = -1
  let headed = -1
  for (const sentence of tokens.sentences) {
    const heading = document.blocks[sentence.block]?.kind === 'heading'
    if (sentence.block !== block) carried = heading ? -1 : headed
    block = sentence.block
    let about = carried
    let others = false
    for (; at < mentions.length && (mentions[at] as Mention).from < sentence.to; at++) {
      const {from, who, child} = mentions[at] as Mention
      if (from < sentence.from) continue
      const word = tokens.word[from] as string
      if (who === 'child' && child !== undefined)
        about = others || (about >= 0 && about !== child && carried < 0) ? -1 : child
      else if (who === 'pronoun') {
        const forms = said[word]
        const begins = from <= sentence.from + 1
        if (begins && !others && carried >= 0 && forms?.test(known.children[carried]?.pronouns ?? ''))
          standsFor[from] = 1
      } else others = true
    }
    carried = others ? -1 : about
    if (heading) headed = about
  }
  return {...persons, childAt: (i) => persons.childAt(i) || (standsFor[i] as number)}
}
