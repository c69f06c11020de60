import type {Persons} from '../lexicon/lexicon.ts'
import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts, Mention} from './facts.ts'
import {genderOf} from './mentions.ts'
import type {PatternSet} from './pattern-set.ts'
import {pronounOf} from './pronouns.ts'
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

/** @param childAt of each word the child in whose own part it stands, in a paper about several */
export function readProse(facts: Facts, hasSubstance: HasSubstance, childAt: () => Int16Array): Prose {
  const {document, tokens, quotations} = facts
  const persons = withPronouns(facts, childAt)
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
function withPronouns(facts: Facts, childAt: () => Int16Array): Persons {
  const {tokens, mentions, persons, known, document} = facts
  const standsFor = known.children.length > 1 ? inOwnParts(facts, childAt()) : ofTheOnly(facts)
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

const objects = wordSet('him himself herself')
/** *He is a funny boy* is still the same child. */
const young = wordSet('boy girl baby toddler child teenager pupil twin lad')

/**
 * Marks the pronouns that stand in a child's own part, where nobody else was spoken of whose they could be: those of
 * which a sentence is told, and whoever something is done to. Told at second hand, *she says that he wants*, they show
 * nothing; nor do possessives.
 */
function inOwnParts({tokens, mentions, known}: Facts, childAt: Int16Array): Uint8Array {
  const standsFor = new Uint8Array(tokens.count)
  const genders = known.children.map(genderOf)
  let [block, sentence] = [-1, -1]
  let isRivalled = false
  for (const {from, to, who, child, gender} of mentions) {
    const isFirst = tokens.sentence[from] !== sentence
    sentence = tokens.sentence[from] as number
    const whose = childAt[from] as number
    if (whose < 0) continue
    if (tokens.block[from] !== block) isRivalled = false
    block = tokens.block[from] as number
    const own = genders[whose]
    const word = tokens.word[from] as string
    if (who === 'child' && child === whose) isRivalled = false
    else if (who !== 'pronoun')
      isRivalled ||= (gender === own || gender === 'either') && !young.has(tokens.base[to - 1])
    else if (
      !isRivalled &&
      gender === own &&
      ((isFirst && word === own) || objects.has(word) || isObject(from, tokens))
    )
      standsFor[from] = 1
  }
  return standsFor
}

const writers = wordSet('i me my we us our')
/** *He reads best to one person*: nobody of whom a paper goes on to tell. */
const indefinite = wordSet('person people anyone anybody someone somebody everyone everybody nobody adult adults')

/**
 * Marks, in a paper about one child, the pronouns of which a sentence is told where nobody else whose they could be was
 * spoken of since the child last was: *Noor is three. At bedtime she asks …* What the writer makes of it comes before: *I
 * take it that she wants*. Whoever is named has the pronouns until the child is named again.
 */
function ofTheOnly({tokens, mentions, known}: Facts): Uint8Array {
  const standsFor = new Uint8Array(tokens.count)
  const own = known.children[0] && genderOf(known.children[0])
  if (own === undefined || own === 'they') return standsFor
  const mayBe = (gender: Mention['gender']): boolean => gender === own || gender === 'either' || own === 'either'
  let isRivalled = true
  let told = -1
  let last: Mention | undefined
  for (const mention of mentions) {
    const {from, who, gender} = mention
    const word = pronounOf(tokens.word[from] as string)
    if (who === 'pronoun' && writers.has(word)) continue
    const isFirst = tokens.sentence[from] !== told
    told = tokens.sentence[from] as number
    if (who === 'child') isRivalled = false
    else if (who !== 'pronoun') isRivalled ||= mayBe(gender) && isSomebody(mention, last)
    else if (
      !isRivalled &&
      mayBe(gender) &&
      ((isFirst && begins.has(word)) || objects.has(word) || isObject(from, tokens))
    )
      standsFor[from] = 1
    last = mention
  }
  return standsFor

  /** Somebody of whom a paper may go on to tell; *his mother, Ewa Lis*, is no other than his mother. */
  function isSomebody({from, to, who, gender}: Mention, before: Mention | undefined): boolean {
    if (young.has(tokens.base[to - 1]) || indefinite.has(tokens.base[to - 1])) return false
    const isNamed = who === 'person' && gender === 'either' && before?.who === 'relative' && from - before.to <= 1
    return !isNamed || mayBe(before.gender)
  }
}

const begins = wordSet('he she')
const afterObject = wordSet('and or but when if that while because in at to on by with for from until before after')

/** *It frightened her.*, *they left her alone*: not what is hers. */
const isObject = (i: number, {word, gap}: Tokens): boolean =>
  word[i] === 'her' && (i + 1 === word.length || gap[i + 1] !== Gap.joined || afterObject.has(word[i + 1]))
