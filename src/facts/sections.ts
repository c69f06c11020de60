import type {Pattern, Persons} from '../lexicon/lexicon.ts'
import type {SectionWords} from '../model/dictionary.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import type {Facts, Section} from './facts.ts'
import {kindOf} from './known.ts'
import {findHeads, type Head} from './section-heads.ts'
import {makeSubstance} from './substance.ts'

/** Fewer words than this under a heading are no section. */
const leastWords: Readonly<Record<string, number>> = {'who-was-there': 1, feedback: 2, 'how-to-reach-me': 2}
export const leastFor = (id: string): number => leastWords[id] ?? 3

/** How many sentences after one that shows a section still belong to what it says. */
const reach = 2

/** Where any of the patterns matches, not touching what is excused; `null` where none does. */
function firstMatch(
  patterns: readonly Pattern[],
  unless: readonly Pattern[],
  tokens: Tokens,
  from: number,
  to: number,
  persons: Persons
): readonly [from: number, to: number] | null {
  let excused: (readonly [number, number])[] | null = null
  for (let i = from; i < to; i++) {
    for (const pattern of patterns) {
      const end = pattern.endAt(tokens, i, persons)
      if (end <= i) continue
      excused ??= matches(unless, tokens, from, to, persons)
      if (!excused.some(([first, last]) => first < end && i < last)) return [i, end]
    }
  }
  return null
}

function matches(
  patterns: readonly Pattern[],
  tokens: Tokens,
  from: number,
  to: number,
  persons: Persons
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (const pattern of patterns)
    for (let i = from; i < to; i++) {
      const end = pattern.endAt(tokens, i, persons)
      if (end > i) found.push([i, end])
    }
  return found
}

/** Finds the sections of a document: by heading, label or table first, and by prose those that these do not give. */
export function findSections(facts: Facts): readonly Section[] {
  const {document, tokens, lexicon, persons, dictionaries} = facts
  const hasSubstance = makeSubstance(tokens, lexicon, persons)
  const substance = new Uint8Array(tokens.count)
  const judged = new Uint8Array(tokens.sentences.length)
  const wordsIn = (ranges: Head['beneath']): number => {
    let words = 0
    for (const [from, to] of ranges) {
      for (let i = from; i < to; i++) {
        const index = tokens.sentence[i] as number
        const sentence = tokens.sentences[index] as Sentence
        if (judged[index] === 0) {
          judged[index] = 1
          // After a label the sentence begins where the label ends.
          if (hasSubstance(from > sentence.from ? {...sentence, from, start: tokens.start[from] as number} : sentence))
            substance.fill(1, Math.max(from, sentence.from), sentence.to)
        }
        words += substance[i] as number
      }
    }
    return words
  }
  const childIn = ([from, to]: readonly [number, number]): number | undefined => {
    const named = new Set(
      facts.mentions.flatMap((mention) =>
        mention.who === 'child' && mention.from >= from && mention.to <= to && mention.child !== undefined
          ? [mention.child]
          : []
      )
    )
    return named.size === 1 ? [...named][0] : undefined
  }
  const heads = findHeads(document, tokens)
  const compiled = dictionaries.sections.map((section) => compile(section, facts))
  const found: Section[] = []
  for (const head of heads) {
    for (const {id, headings, unless} of compiled) {
      if (!firstMatch(headings, unless, tokens, head.from, head.to, persons)) continue
      const child = [[head.from, head.to] as const, ...head.above].map(childIn).find((each) => each !== undefined)
      found.push({
        id,
        by: head.by,
        start: head.start,
        end: head.until,
        head: {start: tokens.start[head.from] as number, end: tokens.end[head.to - 1] as number},
        words: wordsIn(head.beneath),
        ...(child !== undefined && {child})
      })
    }
  }
  return [...found, ...inProse(facts, compiled, found, hasSubstance)].sort((a, b) => a.start - b.start || b.end - a.end)
}

interface Compiled {
  readonly id: string
  readonly headings: readonly Pattern[]
  readonly unless: readonly Pattern[]
  readonly words: SectionWords
}

function compile(words: SectionWords, {lexicon}: Facts): Compiled {
  const patterns = (sources: readonly string[]): Pattern[] => sources.map((source) => lexicon.pattern(source))
  return {id: words.id, headings: patterns(words.headings), unless: patterns(words.unless), words}
}

/** The sections that a document of this kind is asked for, and those on which others depend. */
function asked(facts: Facts): Set<string> {
  const kind = kindOf(facts.known, facts.dictionaries)
  const conditions = [...(kind?.requiredWhen ?? []), ...(kind?.requiredUnless ?? [])]
  const ids = new Set([...(kind?.required ?? []), ...conditions.flatMap(({sections}) => sections)])
  if (ids.has('reasons')) ids.add('recommendations')
  return ids
}

/** Sentences that show a section which no heading, or only an empty one, gave. */
function inProse(
  facts: Facts,
  compiled: readonly Compiled[],
  byHead: readonly Section[],
  hasSubstance: (sentence: Sentence) => boolean
): Section[] {
  const {document, tokens, lexicon, persons, quotations, audience} = facts
  const wanted = asked(facts)
  const has = (id: string): boolean => byHead.some((section) => section.id === id && section.words >= leastFor(id))
  const patterns = (sources: readonly string[]): Pattern[] => sources.map((source) => lexicon.pattern(source))
  const sentences = tokens.sentences.filter(({block}) => {
    const kind = document.blocks[block]?.kind
    return kind !== 'heading' && kind !== 'quote' && kind !== 'header' && kind !== 'footer'
  })
  const isQuoted = (word: number): boolean => {
    const at = tokens.start[word] as number
    return quotations.some(({start, end}) => start < at && at < end)
  }
  const shows = (sentence: Sentence, list: readonly Pattern[], unless: readonly Pattern[]): boolean => {
    const match = list.length > 0 ? firstMatch(list, unless, tokens, sentence.from, sentence.to, persons) : null
    return match !== null && !isQuoted(match[0]) && hasSubstance(sentence)
  }
  const found: Section[] = []
  const toSection = (id: string, sentence: Sentence): Section => {
    const child = childAbove(facts, sentence)
    return {
      id,
      by: 'prose',
      start: sentence.start,
      end: sentence.end,
      words: sentence.to - sentence.from,
      ...(child !== undefined && {child})
    }
  }
  for (const {id, unless, words} of compiled) {
    if (!wanted.has(id) || has(id)) continue
    const prose = patterns(words.prose)
    const hints = patterns(words.hints)
    const strong: Sentence[] = []
    const weak: Sentence[] = []
    const hinted = new Set<Pattern>()
    for (const sentence of sentences) {
      if (shows(sentence, prose, unless)) strong.push(sentence)
      else {
        const here = hints.filter((hint) => shows(sentence, [hint], unless))
        if (here.length > 0) weak.push(sentence)
        for (const hint of here) hinted.add(hint)
      }
    }
    const {after} = words
    const near = after ? following(after.section, after.letter, after.prose) : []
    const shown = strong.length > 0 || weak.length > 1 || hinted.size > 1 ? [...strong, ...weak, ...near] : near
    for (const sentence of new Set(shown)) found.push(toSection(id, sentence))
  }
  return found

  /** Sentences like `prose` in, or shortly after, one that shows the section. */
  function following(section: string, letter: readonly string[], prose: readonly string[]): Sentence[] {
    const of = compiled.find(({id}) => id === section)
    const beneath = byHead.filter(({id, words}) => id === section && words > 0)
    const said = audience === 'letter' ? patterns(letter) : []
    const reasons = patterns(prose)
    const list = patterns(of?.words.prose ?? [])
    const near: Sentence[] = []
    let since = reach + 1
    for (const sentence of sentences) {
      const inside = beneath.some(
        ({start, end, head}) => start <= sentence.start && sentence.end <= end && (head?.end ?? 0) <= sentence.start
      )
      since = inside || shows(sentence, list, of?.unless ?? []) || shows(sentence, said, []) ? 0 : since + 1
      if (
        since <= reach &&
        shows(sentence, reasons, compiled.find(({words}) => words.after?.section === section)?.unless ?? [])
      )
        near.push(sentence)
    }
    return near
  }
}

/** The one child whom the nearest heading above names. */
function childAbove({document, mentions, known}: Facts, {block}: Sentence): number | undefined {
  if (known.children.length < 2) return known.children.length === 1 ? 0 : undefined
  for (let index = block; index >= 0; index--) {
    const each = document.blocks[index]
    if (each?.kind !== 'heading') continue
    const named = new Set(
      mentions.flatMap(({who, child, start, end}) =>
        who === 'child' && child !== undefined && start >= each.start && end <= each.end ? [child] : []
      )
    )
    return named.size === 1 ? [...named][0] : undefined
  }
  return undefined
}
