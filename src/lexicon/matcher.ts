import type {AcronymEntry, Dictionaries, Entry, WordList} from '../model/dictionary.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {beginningsOf, canBegin} from './beginnings.ts'
import type {Form, Lexicon, Match, Pattern, Persons} from './lexicon.ts'
import {
  type Bounds,
  type Context,
  endOf,
  holds,
  longest,
  makeSet,
  PatternMistake,
  type PatternWords,
  parseContext,
  parsePattern,
  type Sequence,
  type WordSet
} from './pattern.ts'
import {hasSubject} from './subject.ts'
import {expand, type Literal, type Loose} from './terms.ts'

/** Where a phrase of the trie ends: what it belongs to. */
interface Ending {
  readonly word: Word
  readonly form: Form
  readonly capitals: boolean
}

interface Node {
  readonly next: Map<string, Node>
  endings: Ending[] | null
}

/** An entry with its contexts, which are read when its words are first met. */
interface Word {
  readonly entry: Entry
  readonly list: WordList
  readonly order: number
  contexts: Contexts | null
}

interface Contexts {
  readonly only: readonly Context[]
  readonly unless: readonly Context[]
  readonly onlySentence: readonly Sequence[]
  readonly unlessSentence: readonly Sequence[]
}

/** A hit whose contexts are not judged yet. */
interface Candidate {
  readonly word: Word
  readonly form: Form
  readonly from: number
  readonly to: number
}

const node = (): Node => ({next: new Map(), endings: null})

/** The sets of `words.yaml`, each made when first asked for. */
export function patternWords(sets: Readonly<Record<string, readonly string[]>>): PatternWords {
  const made = new Map<string, WordSet>()
  return {
    set(name) {
      const known = made.get(name)
      if (known) return known
      const phrases = Object.hasOwn(sets, name) ? sets[name] : undefined
      if (!phrases) throw new PatternMistake(`there is no set of words called <${name}>`)
      const set = makeSet(phrases)
      made.set(name, set)
      return set
    }
  }
}

/**
 * Makes dictionaries ready to match: a trie over folded words, so that a text is walked once whatever the number of
 * entries. `expansions` are those that a build kept; without them they are made here.
 */
export function makeLexicon(
  dictionaries: Dictionaries,
  expansions?: ReadonlyMap<Entry, {literals: readonly Literal[]; loose: readonly Loose[]}>
): Lexicon {
  const words = patternWords(dictionaries.words)
  const root = node()
  const anchored = new Map<string, {readonly loose: Loose; readonly word: Word; readonly reach: number}[]>()
  let order = 0
  for (const list of dictionaries.lists) {
    for (const entry of list.entries) {
      const word: Word = {entry, list, order: order++, contexts: null}
      const {literals, loose} = expansions?.get(entry) ?? expand(entry, words)
      for (const literal of literals) {
        let place = root
        for (const step of literal.words) {
          let deeper = place.next.get(step)
          if (!deeper) {
            deeper = node()
            place.next.set(step, deeper)
          }
          place = deeper
        }
        place.endings ??= []
        place.endings.push({word, form: literal.form, capitals: literal.capitals !== undefined})
      }
      for (const each of loose) {
        const reach = longest(each.sequence)
        for (const anchor of each.anchors) {
          const same = anchored.get(anchor) ?? []
          same.push({loose: each, word, reach})
          anchored.set(anchor, same)
        }
      }
    }
  }
  const acronyms = new Map<string, AcronymEntry>()
  for (const entry of dictionaries.acronyms) if (!acronyms.has(entry.acronym)) acronyms.set(entry.acronym, entry)
  const patterns = new Map<string, Pattern>()

  const contextsOf = (word: Word): Contexts => {
    word.contexts ??= {
      only: word.entry.only.map((source) => parseContext(source, words)),
      unless: word.entry.unless.map((source) => parseContext(source, words)),
      onlySentence: word.entry.onlySentence.map((source) => parsePattern(source, words)),
      unlessSentence: word.entry.unlessSentence.map((source) => parsePattern(source, words))
    }
    return word.contexts
  }

  const stands = (word: Word, tokens: Tokens, from: number, to: number, persons: Persons): boolean => {
    const {only, unless, onlySentence, unlessSentence} = contextsOf(word)
    const within = boundsOf(tokens, from)
    if (only.length > 0 && !only.some((context) => holds(context, tokens, from, to, within, persons))) return false
    if (unless.some((context) => holds(context, tokens, from, to, within, persons))) return false
    const inSentence = (sequence: Sequence) => matchesWithin(sequence, tokens, within.from, within.to, within, persons)
    if (onlySentence.length > 0 && !onlySentence.some(inSentence)) return false
    if (unlessSentence.some(inSentence)) return false
    return word.entry.subject === undefined || hasSubject(word.entry.subject, tokens, from, persons)
  }

  const match = (tokens: Tokens, persons: Persons, audience: 'letter' | 'report'): Match[] => {
    const candidates: Candidate[] = []
    const walk = (place: Node, from: number, i: number) => {
      if (place.endings) {
        for (const {word, form, capitals} of place.endings) {
          if (capitals && tokens.shape[from] !== Shape.capitals) continue
          candidates.push({word, form, from, to: i})
        }
      }
      if (i >= tokens.count || (i > from && tokens.gap[i] !== Gap.joined)) return
      const word = tokens.word[i] as string
      const deeper = place.next.get(word)
      if (deeper) walk(deeper, from, i + 1)
      const base = tokens.base[i] as string
      if (base !== word) {
        const also = place.next.get(base)
        if (also && also !== deeper) walk(also, from, i + 1)
      }
    }
    for (let i = 0; i < tokens.count; i++) {
      walk(root, i, i)
      const word = tokens.word[i] as string
      const loosely =
        anchored.get(word) ?? (tokens.base[i] === word ? undefined : anchored.get(tokens.base[i] as string))
      if (!loosely) continue
      const within = boundsOf(tokens, i)
      for (const {loose, word: owner, reach} of loosely) {
        for (let from = Math.max(within.from, i - reach); from <= i; from++) {
          const to = endOf(loose.sequence, tokens, from, within, persons)
          if (to > i) {
            candidates.push({word: owner, form: 'base', from, to})
            break
          }
        }
      }
    }
    return settle(candidates, tokens, audience, (word, from, to) => stands(word, tokens, from, to, persons))
  }

  return {
    dictionaries,
    match,
    acronym: (word) => acronyms.get(word),
    pattern(source) {
      const known = patterns.get(source)
      if (known) return known
      const sequence = parsePattern(source, words)
      const beginnings = beginningsOf(sequence)
      const pattern: Pattern = {
        mayBegin: (word, base) => canBegin(beginnings, word, base),
        endAt: (tokens, i, persons) => endOf(sequence, tokens, i, boundsOf(tokens, i), persons),
        within: (tokens, from, to, persons) => matchesWithin(sequence, tokens, from, to, {from, to}, persons)
      }
      patterns.set(source, pattern)
      return pattern
    }
  }
}

function boundsOf(tokens: Tokens, i: number): Bounds {
  const sentence = tokens.sentences[tokens.sentence[i] as number]
  return sentence ?? {from: 0, to: tokens.count}
}

function matchesWithin(
  sequence: Sequence,
  tokens: Tokens,
  from: number,
  to: number,
  within: Bounds,
  persons: Persons
): boolean {
  for (let i = from; i < to; i++) if (endOf(sequence, tokens, i, within, persons) > i) return true
  return false
}

/**
 * The longest stand, and of equal ones the first in the order of the files. A longer stretch that is quiet for this
 * reader still keeps the shorter ones inside it quiet: *placement order* in a report says nothing about *placement*.
 */
function settle(
  candidates: Candidate[],
  tokens: Tokens,
  audience: 'letter' | 'report',
  stands: (word: Word, from: number, to: number) => boolean
): Match[] {
  const quiet = ({word}: Candidate): boolean => word.entry[audience] === 'quiet'
  candidates.sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from ||
      Number(quiet(a)) - Number(quiet(b)) ||
      a.word.order - b.word.order
  )
  const taken = new Uint8Array(tokens.count)
  const kept: Match[] = []
  for (const candidate of candidates) {
    const {word, form, from, to} = candidate
    if (taken.subarray(from, to).includes(1) || !stands(word, from, to)) continue
    taken.fill(1, from, to)
    if (quiet(candidate)) continue
    kept.push({
      start: tokens.start[from] as number,
      end: tokens.end[to - 1] as number,
      entry: word.entry,
      list: word.list,
      from,
      to,
      form
    })
  }
  return kept.sort((a, b) => a.from - b.from)
}
