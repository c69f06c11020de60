import type {AcronymEntry, Dictionaries, Entry, WordList} from '../model/dictionary.ts'
import {keepFor, onAsking} from '../model/once.ts'
import {byForm, Gap, Shape, type Tokens} from '../model/tokens.ts'
import {type Candidate as Hit, keepLongest} from './keep-longest.ts'
import type {Lexicon, Match, Pattern, Persons} from './lexicon.ts'
import {
  type Context,
  longest,
  makeSet,
  PatternMistake,
  type PatternWords,
  parseContext,
  parsePattern,
  type Sequence,
  type WordSet
} from './pattern.ts'
import {type Bounds, endOf, holds} from './run-pattern.ts'
import {secondWordsOf} from './second-words.ts'
import {indexStarts, patternLists, startsFrom} from './starts.ts'
import {hasSubject} from './subject.ts'
import {looseSequence} from './terms.ts'
import {type Branch, type Ending, indexWords, unpack, type WordIndex} from './word-index.ts'

/** A pattern that was tried so many times is worth knowing with which second words it can go on. */
const often = 16

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

type Candidate = Hit<Word>

/** A loose term of an entry, met by one of its plain words. */
interface Anchored {
  readonly sequence: Sequence
  readonly word: Word
  /** Words, at most. */
  readonly reach: number
}

/** A place in the trie, whose branches grow when they are first met. */
interface Node {
  readonly endings: readonly Ending[]
  readonly next: ReadonlyMap<string, Branch>
  readonly grown: Map<string, Node>
}

const node = (branch: Branch): Node => ({...unpack(branch), grown: new Map()})

function after({next, grown}: Node, word: string): Node | undefined {
  const known = grown.get(word)
  if (known) return known
  const branch = next.get(word)
  if (branch === undefined) return undefined
  const made = node(branch)
  grown.set(word, made)
  return made
}

/** What begins with a word. */
interface Beginning {
  readonly phrases: Node | undefined
  readonly loose: readonly Anchored[] | undefined
}

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

/** Dictionaries with the index that finds their words, and their entries by number. */
export interface Indexed {
  readonly dictionaries: Dictionaries
  readonly index: WordIndex
  entry(number: number): {readonly entry: Entry; readonly list: WordList}
  /** Short forms as written, in the order of the files, and the entry of each. */
  readonly shortForms: readonly string[]
  acronym(number: number): AcronymEntry
}

/** Makes dictionaries ready to match. */
export function makeLexicon(dictionaries: Dictionaries): Lexicon {
  const entries = dictionaries.lists.flatMap((list) => list.entries.map((entry) => ({entry, list})))
  return lexiconOf({
    dictionaries,
    index: indexWords(dictionaries, patternWords(dictionaries.words)),
    entry: (number) => entries[number] as {entry: Entry; list: WordList},
    shortForms: dictionaries.acronyms.map(({acronym}) => acronym),
    acronym: (number) => dictionaries.acronyms[number] as AcronymEntry
  })
}

/**
 * A trie over folded words, so that a text is walked once whatever the number of entries. Its branches are asked for when
 * their first word is met, entries and their contexts when they are hit.
 */
export function lexiconOf({dictionaries, index, entry: entryOf, shortForms, acronym}: Indexed): Lexicon {
  const words = patternWords(dictionaries.words)
  const known = new Map<number, Word>()
  const wordOf = (number: number): Word => {
    const found = known.get(number) ?? {...entryOf(number), order: number, contexts: null}
    known.set(number, found)
    return found
  }
  const looseAt = (anchor: string): readonly Anchored[] | undefined => {
    const terms = Object.hasOwn(index.loose, anchor) ? index.loose[anchor] : undefined
    return terms?.map(({entry, ...term}) => {
      const word = wordOf(entry)
      const sequence = looseSequence(word.entry, term, words)
      return {sequence, word, reach: longest(sequence)}
    })
  }
  const beginnings = new Map<string, Beginning | null>()
  const beginningOf = (word: string): Beginning | null => {
    const known = beginnings.get(word)
    if (known !== undefined) return known
    const [branch, loose] = [index.phrases(word), looseAt(word)]
    return keepFor(word, beginnings, branch || loose ? {phrases: branch && node(branch), loose} : null)
  }
  // Of the same one twice, the later stands: somebody's own come after the package's.
  const numberOf = onAsking(() => new Map(shortForms.map((form, number) => [form, number])))
  const patterns = new Map<string, Pattern>()
  const startsOf = startsFrom(index.starts)
  const placesOf = onAsking(() => {
    const places = new Map<readonly string[], number>()
    let number = 0
    for (const list of patternLists(dictionaries)) {
      places.set(list, number)
      number += list.length
    }
    return places
  })

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
      for (const {entry, form, capitals} of place.endings) {
        if (!capitals || tokens.shape[from] === Shape.capitals)
          candidates.push({word: wordOf(entry), form, from, to: i})
      }
      if (place.next.size === 0 || i >= tokens.count || tokens.gap[i] !== Gap.joined) return
      const word = tokens.word[i] as string
      const base = tokens.base[i] as string
      const deeper = after(place, word)
      if (deeper) walk(deeper, from, i + 1)
      const also = base === word ? undefined : after(place, base)
      if (also && also !== deeper) walk(also, from, i + 1)
    }
    const loosely = (loose: readonly Anchored[], i: number) => {
      const within = boundsOf(tokens, i)
      for (const {sequence, word, reach} of loose) {
        for (let from = Math.max(within.from, i - reach); from <= i; from++) {
          const to = endOf(sequence, tokens, from, within, persons)
          if (to <= i) continue
          candidates.push({word, form: 'base', from, to})
          break
        }
      }
    }
    // With most words nothing begins.
    const begin = ({phrases, loose}: Beginning, i: number) => {
      if (phrases) walk(phrases, i, i + 1)
      if (loose) loosely(loose, i)
    }
    const begun = byForm(tokens, (i) => {
      const word = tokens.word[i] as string
      const base = tokens.base[i] as string
      const own = beginningOf(word)
      const bare = base === word ? null : beginningOf(base)
      return own || bare ? {own, bare} : null
    })
    for (let i = 0; i < tokens.count; i++) {
      const here = begun(i)
      if (here?.own) begin(here.own, i)
      if (here?.bare) begin(here.bare, i)
    }
    return keepLongest(candidates, tokens, audience, ({word, from, to}) => stands(word, tokens, from, to, persons))
  }

  return {
    dictionaries,
    match,
    shortForms,
    acronym(form) {
      const number = numberOf().get(form)
      return number === undefined ? undefined : acronym(number)
    },
    starts(lists) {
      const numbers = lists.flatMap((list) => {
        const first = placesOf().get(list)
        return list.map((_, n) => (first === undefined ? Number.NaN : first + n))
      })
      if (!numbers.some(Number.isNaN)) return startsOf(numbers)
      const sources = lists.flat()
      return startsFrom(indexStarts(sources, words))(sources.map((_, n) => n))
    },
    pattern(source) {
      const known = patterns.get(source)
      if (known) return known
      const sequence = parsePattern(source, words)
      let tried = 0
      let second: ReadonlySet<string> | null = null
      const pattern: Pattern = {
        endAt(tokens, i, persons, within = boundsOf(tokens, i)) {
          if (++tried === often) second = secondWordsOf(sequence)
          if (second !== null && !holdsWord(second, tokens, i + 1)) return -1
          return endOf(sequence, tokens, i, within, persons)
        },
        within: (tokens, from, to, persons) => matchesWithin(sequence, tokens, from, to, {from, to}, persons)
      }
      patterns.set(source, pattern)
      return pattern
    }
  }
}

const holdsWord = (words: ReadonlySet<string>, {word, base}: Tokens, i: number): boolean =>
  words.has(word[i] as string) || (base[i] !== word[i] && words.has(base[i] as string))

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
