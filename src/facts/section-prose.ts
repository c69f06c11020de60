import type {Persons} from '../lexicon/lexicon.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Mention, Quotation, Section} from './facts.ts'
import {kindOf} from './known.ts'
import {type PatternSet, patternSet, patternSetOf} from './pattern-set.ts'
import {bearOut, besideAnother} from './section-beside.ts'
import {covered, firstMatch, leastFor, type SectionPatterns} from './section-patterns.ts'

/** The sections that a document of this kind is asked for, and those on which others depend. */
function asked(facts: Facts): Set<string> {
  const kind = kindOf(facts.known, facts.dictionaries)
  const conditions = [...(kind?.requiredWhen ?? []), ...(kind?.requiredUnless ?? [])]
  const ids = new Set([...(kind?.required ?? []), ...conditions.flatMap(({sections}) => sections)])
  if (ids.has('reasons')) ids.add('recommendations')
  return ids
}

/**
 * Finds sentences that show a section which no heading, or only an empty one, gave: of the sections that this kind of
 * paper is asked for.
 */
export function findInProse(
  facts: Facts,
  sections: readonly SectionPatterns[],
  byHead: readonly Section[],
  hasSubstance: (sentence: Sentence) => boolean
): Section[] {
  const {document, tokens, lexicon} = facts
  const wanted = asked(facts)
  const has = (id: string): boolean => byHead.some((section) => section.id === id && section.words >= leastFor(id))
  const missing = sections.filter(({id}) => wanted.has(id) && !has(id))
  if (missing.length === 0) return []
  const quoted = quotedWords(facts)
  const childOf = childByBlock(facts)
  const persons = withPronouns(facts)
  const sentences = tokens.sentences.filter(({block}) => {
    const kind = document.blocks[block]?.kind
    return kind !== 'heading' && kind !== 'quote' && kind !== 'header' && kind !== 'footer'
  })
  const silenced = ({from, to}: Sentence, set: PatternSet): boolean => set.within(tokens, from, to, persons)
  const shows = (sentence: Sentence, patterns: PatternSet, unless: PatternSet): boolean => {
    const at = firstMatch(patterns, unless, tokens, sentence.from, sentence.to, persons)
    return at !== null && quoted[at] === 0 && hasSubstance(sentence)
  }
  const toSection = (id: string, {start, end, from, to, block}: Sentence): Section => {
    const child = childOf[block] as number
    return {id, by: 'prose', start, end, words: to - from, ...(child >= 0 && {child})}
  }
  const beside = besideAnother(facts, sections, byHead, sentences, {shows, silenced})
  // One walk over the text finds what any of the sections could be shown by.
  const either = patternSetOf(
    `prose of ${missing.map(({id}) => id).join(' ')}`,
    missing.flatMap(({words}) => [words.prose, words.hints]),
    lexicon
  )
  const found = sentences.flatMap((sentence, place) => {
    const here = either.allWithin(tokens, sentence.from, sentence.to, persons)
    return here.size > 0 ? [{sentence, place, here}] : []
  })
  let counted = 0
  return missing.flatMap(({id, unless, unlessSentence, words}) => {
    const prose = patternSet(words.prose, lexicon)
    // Where its own patterns stand among all that were looked for.
    const [first, firstHint] = [counted, counted + words.prose.length]
    counted = firstHint + words.hints.length
    const end = counted
    const here = found.flatMap(({sentence, place, here}) => {
      const own = [...here].filter((index) => index >= first && index < end)
      if (own.length === 0 || silenced(sentence, unlessSentence)) return []
      const hints = own.filter((index) => index >= firstHint).length
      return [{sentence, place, hints, isShown: own.length > hints}]
    })
    const strong = here
      .filter(({sentence, isShown}) => isShown && shows(sentence, prose, unless))
      .map(({sentence}) => sentence)
    const weak = here.flatMap(({sentence, place, hints}) => {
      if (hints === 0 || quoted[sentence.from] === 1) return []
      if (covered(unless, tokens, sentence.from, sentence.to, persons).includes(1)) return []
      return [{sentence, place, hints}]
    })
    const spoken = id === 'wishes-and-feelings' ? sentences.filter(wishing(facts)) : []
    const near = words.after ? beside(words.after, unless, unlessSentence) : []
    // Whoever left the section's own heading empty has still to write it: one sentence elsewhere may be there by chance.
    const enough = byHead.some((section) => section.id === id && section.by === 'heading') ? 2 : 1
    const sure = [...strong, ...spoken, ...near]
    const shown =
      enough === 1 && bearOut(weak)
        ? [...sure, ...weak.map(({sentence}) => sentence)]
        : sure.length >= enough
          ? sure
          : []
    return [...new Set(shown)].map((sentence) => toSection(id, sentence))
  })
}

const wish =
  /\b(?:want|wants|wish|like|love|hate|miss|hope|rather|stay|live|go home|don['’]t|won['’]t|scared|happy|sad|tired|fair)\b/i

/** Does a sentence hold words of a child that tell what the child wishes or feels? */
function wishing({tokens, quotations}: Facts): (sentence: Sentence) => boolean {
  const own = quotations.filter(({whose, start, end}) => whose === 'child' && wish.test(tokens.text.slice(start, end)))
  return ({start, end}) => {
    const next = own[firstWhere(own.length, (n) => (own[n] as Quotation).end > start)]
    return next !== undefined && next.start < end
  }
}

/** 1 for each word in quotation marks. */
function quotedWords({tokens, quotations}: Facts): Uint8Array {
  const quoted = new Uint8Array(tokens.count)
  let i = 0
  let until = 0
  for (const {start, end} of quotations) {
    while (i < tokens.count && (tokens.start[i] as number) < Math.max(start, until)) i++
    for (; i < tokens.count && (tokens.start[i] as number) < end; i++) quoted[i] = 1
    until = Math.max(until, end)
  }
  return quoted
}

/** For each block the one child whom the nearest heading above it names, by index; -1 for none. An only child is meant everywhere. */
function childByBlock({document, mentions, known}: Facts): Int16Array {
  const child = new Int16Array(document.blocks.length).fill(known.children.length === 1 ? 0 : -1)
  if (known.children.length < 2) return child
  const own = mentions.filter(({who}) => who === 'child')
  let at = 0
  let current = -1
  for (const [index, {kind, start, end}] of document.blocks.entries()) {
    const named = new Set<number>()
    while (at < own.length && (own[at] as {end: number}).end <= end) {
      const mention = own[at++]
      if (mention && mention.start >= start && mention.child !== undefined) named.add(mention.child)
    }
    if (kind === 'heading') current = named.size === 1 ? ([...named][0] as number) : -1
    child[index] = current
  }
  return child
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
