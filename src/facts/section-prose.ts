import type {SectionWords} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Quotation, Section} from './facts.ts'
import {kindOf} from './known.ts'
import {patternSet, patternSetOf} from './pattern-set.ts'
import {type Prose, readProse} from './prose.ts'
import {requiredSections} from './required.ts'
import {bearOut, besideAnother, type Hint} from './section-beside.ts'
import {leastFor} from './section-patterns.ts'
import type {HasSubstance} from './substance.ts'

/** The sections that a document of this kind may be asked for, and those on which others depend. */
function asked(facts: Facts): Set<string> {
  const kind = kindOf(facts.known, facts.dictionaries)
  // Of a letter it is only asked whether what it must have is there; in a report recommendations are weighed too.
  const conditions =
    facts.known.type === 'letter' ? [] : [...(kind?.requiredWhen ?? []), ...(kind?.requiredUnless ?? [])]
  const ids = new Set([...requiredSections(facts), ...conditions.flatMap(({sections}) => sections)])
  if (ids.has('reasons')) ids.add('recommendations')
  return ids
}

/** A sentence in which patterns of a section stand. */
interface Hit extends Hint {
  hints: number
  readonly sentence: Sentence
  /** One of them would show the section by itself. */
  isShown: boolean
}

/**
 * Finds sentences that show a section which no heading, or only an empty one, gave: of the sections that this kind of
 * paper is asked for.
 */
export function findInProse(facts: Facts, byHead: readonly Section[], hasSubstance: HasSubstance): Section[] {
  const {lexicon} = facts
  const wanted = asked(facts)
  const has = (id: string): boolean => byHead.some((section) => section.id === id && section.words >= leastFor(id))
  const missing = facts.dictionaries.sections.filter(({id}) => wanted.has(id) && !has(id))
  if (missing.length === 0) return []
  const prose = readProse(facts, hasSubstance)
  const hits = hitsOf(missing, prose, facts)
  const beside = onAsking(() => besideAnother(facts, byHead, prose))
  const childOf = onAsking(() => childByBlock(facts))
  const toSection = (id: string, {start, end, from, to, block}: Sentence): Section => {
    const child = childOf()[block] as number
    return {id, by: 'prose', start, end, words: to - from, ...(child >= 0 && {child})}
  }
  return missing.flatMap((section, n) => {
    const {id, after} = section
    const patterns = patternSet(section.prose, lexicon)
    const unless = patternSet(section.unless, lexicon)
    const unlessSentence = patternSet(section.unlessSentence, lexicon)
    const here = (hits[n] as readonly Hit[]).filter(({sentence}) => !prose.holds(sentence, unlessSentence))
    const strong = here.filter(({sentence, isShown}) => isShown && prose.shows(sentence, patterns, unless))
    const weak = here.filter(
      ({sentence, hints}) => hints > 0 && !prose.isQuoted(sentence.from) && !prose.holds(sentence, unless)
    )
    const spoken = id === 'wishes-and-feelings' ? prose.sentences.filter(wishing(facts)) : []
    const near = after ? beside()(after, unless, unlessSentence) : []
    const sure = [...strong.map(({sentence}) => sentence), ...spoken, ...near]
    // Whoever left the section's own heading empty has still to write it: one sentence elsewhere may be there by chance.
    const isHeaded = byHead.some((each) => each.id === id && each.by === 'heading')
    if (isHeaded && sure.length < 2) return []
    const shown = isHeaded || !bearOut(weak) ? sure : [...sure, ...weak.map(({sentence}) => sentence)]
    return [...new Set(shown)].map((sentence) => toSection(id, sentence))
  })
}

/** One walk over the text finds what any of the sections could be shown by: for each of them, where its patterns stand. */
function hitsOf(missing: readonly SectionWords[], {sentences, persons}: Prose, {tokens, lexicon}: Facts): Hit[][] {
  const patterns = patternSetOf(
    `prose of ${missing.map(({id}) => id).join(' ')}`,
    missing.flatMap(({prose, hints}) => [prose, hints]),
    lexicon
  )
  const owners = missing.flatMap(({prose, hints}, section) => [
    ...prose.map(() => ({section, isHint: false})),
    ...hints.map(() => ({section, isHint: true}))
  ])
  const hits = missing.map((): Hit[] => [])
  for (const [place, sentence] of sentences.entries())
    for (const index of patterns.allWithin(tokens, sentence.from, sentence.to, persons)) {
      const {section, isHint} = owners[index] as (typeof owners)[number]
      const own = hits[section] as Hit[]
      if (own.at(-1)?.place !== place) own.push({place, sentence, hints: 0, isShown: false})
      const hit = own.at(-1) as Hit
      if (isHint) hit.hints++
      else hit.isShown = true
    }
  return hits
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
