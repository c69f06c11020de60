import type {SectionWords} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Facts, Mention, Quotation, Section} from './facts.ts'
import {kindOf} from './known.ts'
import {genderOf} from './mentions.ts'
import {between} from './passages.ts'
import {patternSet, patternSetOf} from './pattern-set.ts'
import {possessives} from './pronouns.ts'
import {type Prose, readProse} from './prose.ts'
import {requiredSections} from './required.ts'
import {bearOut, besideAnother, type Hint} from './section-beside.ts'
import {leastFor} from './section-patterns.ts'
import type {HasSubstance} from './substance.ts'
import {wishes} from './whose-wishes.ts'

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
 * paper is asked for. In a paper that has a part for each child, they are looked for in the part of every child whose
 * own heading gave none.
 * @param childAt of each word the child in whose part it stands
 */
export function findInProse(
  facts: Facts,
  byHead: readonly Section[],
  childAt: () => Int16Array,
  hasSubstance: HasSubstance
): Section[] {
  const {lexicon, known} = facts
  const wanted = asked(facts)
  const has = (id: string): boolean => byHead.some((section) => section.id === id && section.words >= leastFor(id))
  const perChild = ownParts(facts)
  const hasOwn = (id: string, child: number): boolean =>
    byHead.some((section) => section.id === id && section.child === child && section.words >= leastFor(id))
  const without = onAsking(() => {
    const parts = new Set(childAt())
    return [...known.children.keys()].filter((child) => parts.has(child))
  })
  const lacking = (id: string): readonly number[] =>
    perChild.has(id) ? without().filter((child) => !hasOwn(id, child)) : []
  const missing = facts.dictionaries.sections.filter(({id}) => wanted.has(id) && (!has(id) || lacking(id).length > 0))
  if (missing.length === 0) return []
  const prose = readProse(facts, hasSubstance, childAt)
  const hits = hitsOf(missing, prose, facts)
  const beside = onAsking(() => besideAnother(facts, byHead, prose))
  const childOf = ({from}: Sentence): number => childAt()[from] as number
  const toSection = (id: string, sentence: Sentence): Section => {
    const {start, end, from, to} = sentence
    const child = childOf(sentence)
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
    const spoken = id === wishes ? prose.sentences.filter(wishing(facts)) : []
    const sure = [...strong.map(({sentence}) => sentence), ...spoken]
    // In a child's own part it is plain of whom a sentence is told, and one that hints is enough.
    const lacks = new Set(lacking(id))
    const hinting = weak.map(({sentence}) => sentence).filter((each) => id !== wishes || !tellsOfAnother(each, facts))
    const own = [...sure, ...hinting].filter((sentence) => lacks.has(childOf(sentence)))
    const shown = has(id) ? own : [...inPaper(), ...own]
    return [...new Set(shown)].map((sentence) => toSection(id, sentence))

    function inPaper(): Sentence[] {
      const all = [...sure, ...(after ? beside()(after, unless, unlessSentence) : [])]
      // Whoever left the section's own heading empty has still to write it: one sentence elsewhere may be there by chance.
      const isHeaded = byHead.some((each) => each.id === id && each.by === 'heading')
      if (isHeaded && all.length < 2) return []
      return isHeaded || !bearOut(weak) ? all : [...all, ...weak.map(({sentence}) => sentence)]
    }
  })
}

/** The sections that must speak of each of several children; what is recommended is looked for in its own part only. */
function ownParts({known, dictionaries}: Facts): ReadonlySet<string> {
  const ids = known.children.length > 1 ? (kindOf(known, dictionaries)?.perChild ?? []) : []
  return new Set(ids.filter((id) => id !== 'recommendations'))
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

/**
 * *"I want to live with Grandad till I'm ten." She wants Mum there every day*: words that open a paragraph, in the first
 * person, and that go on to tell of the child.
 */
function leadsToChild({start, end}: Quotation, {document, tokens, mentions, known}: Facts): boolean {
  const block = document.blocks.find((each) => each.start <= start && end <= each.end)
  if (block?.start !== start || !/\b(?:I|me|my)\b/.test(tokens.text.slice(start, end))) return false
  const next =
    mentions[firstWhere(mentions.length, (n) => (tokens.start[(mentions[n] as Mention).from] as number) >= end)]
  if (next === undefined || (tokens.start[next.from] as number) >= block.end) return false
  return (
    next.who === 'child' || (next.who === 'pronoun' && known.children.some((child) => genderOf(child) === next.gender))
  )
}

const wish =
  /\b(?:want|wants|wish|like|love|hate|miss|hope|rather|stay|live|go home|don['’]t|won['’]t|scared|happy|sad|tired|fair)\b/i

/** Does a sentence begin with somebody who is no child of the paper: *Her father wants her to move*? */
function tellsOfAnother({from, to}: Sentence, {mentions, tokens}: Facts): boolean {
  const first = between(mentions, from, to).find((each) => !possessives.has(tokens.base[each.from]))
  return first !== undefined && first.who !== 'child' && first.who !== 'pronoun'
}

/** Does a sentence hold words of a child that tell what the child wishes or feels? */
function wishing(facts: Facts): (sentence: Sentence) => boolean {
  const {tokens, quotations} = facts
  const own = quotations.filter(
    (each) =>
      wish.test(tokens.text.slice(each.start, each.end)) && (each.whose === 'child' || leadsToChild(each, facts))
  )
  return ({start, end}) => {
    const next = own[firstWhere(own.length, (n) => (own[n] as Quotation).end > start)]
    return next !== undefined && next.start < end
  }
}
