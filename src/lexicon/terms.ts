import type {Entry} from '../model/dictionary.ts'
import {wordSet} from '../model/words.ts'
import {formsOf, spellings} from './inflect.ts'
import type {Form} from './lexicon.ts'
import {PatternMistake, type PatternWords, parsePattern, type Sequence, waysOf} from './pattern.ts'

/** Words to look for, as they are compared, and the form they are in. */
export interface Literal {
  readonly words: readonly string[]
  readonly form: Form
  /** The first word must stand in capitals. */
  readonly capitals: boolean
}

/** A term with a part that is no plain word: looked for where one of its plain words stands. Plain JSON. */
export interface Loose {
  /** Which of the entry's terms, by index. */
  readonly term: number
  /** The form of a verb in which its first word is looked for. */
  readonly first?: string
}

/** A loose term and its plain words: each match has one of these. */
interface Anchored {
  readonly loose: Loose
  readonly anchors: readonly string[]
}

/** What a loose term looks for. */
export function looseSequence({terms}: Pick<Entry, 'terms'>, {term, first}: Loose, words: PatternWords): Sequence {
  const sequence = parsePattern(terms[term] as string, words)
  return first === undefined ? sequence : [{is: 'word', word: first}, ...sequence.slice(1)]
}

const most = 400

/** What nobody would mean in a word; “|” and “~” mean something else in every term. */
const marks = /[\^`]/

/** The ways in which a sequence can be written out in plain words; `null` when it has a part that is none. */
function writtenOut(sequence: Sequence): string[][] | null {
  let ways: string[][] = [[]]
  for (const element of sequence) {
    let choices: string[][]
    if (element.is === 'word') choices = [[element.word]]
    else if (element.is === 'set') choices = [...element.set.values()].flat().map((phrase) => [...phrase])
    else if (element.is === 'choice') {
      choices = element.optional ? [[]] : []
      for (const choice of waysOf(element)) {
        const inner = writtenOut(choice)
        if (!inner) return null
        choices.push(...inner)
      }
    } else return null
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]))
    if (ways.length > most) return null
  }
  return ways.filter((way) => way.length > 0)
}

/** Plain words of which each match has one: the longest word, else those that a choice begins with; `null` for none. */
function anchorsOf(sequence: Sequence): string[] | null {
  const words = sequence.flatMap((element) => (element.is === 'word' ? [element.word] : []))
  if (words.length > 0) return [words.reduce((longest, word) => (word.length > longest.length ? word : longest))]
  let fewest: string[] | null = null
  for (const element of sequence) {
    if (element.is !== 'choice' || element.optional) continue
    const each = waysOf(element).map((choice) => anchorsOf(choice))
    if (each.some((anchors) => anchors === null)) continue
    const all = [...new Set(each.flatMap((anchors) => anchors ?? []))]
    if (!fewest || all.length < fewest.length) fewest = all
  }
  return fewest
}

const prefixes = wordSet('de re co pre over under mis self non counter')

/** Of *de-escalate*, the second word is the one that changes. */
const verbIn = (words: readonly string[]): number => (words.length > 1 && prefixes.has(words[0]) ? 1 : 0)

const isCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)

function spelt(words: readonly string[]): string[][] {
  let ways: string[][] = [[]]
  for (const word of words) {
    const choices = [word, ...spellings(word)]
    ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]))
    if (ways.length > most) throw new PatternMistake('the term has too many words with two spellings')
  }
  return ways
}

/** All that an entry looks for. Throws `PatternMistake`. */
export function expand(
  entry: Pick<Entry, 'terms' | 'as'>,
  words: PatternWords
): {literals: Literal[]; loose: Anchored[]} {
  const literals: Literal[] = []
  const loose: Anchored[] = []
  for (const [index, term] of entry.terms.entries()) {
    const sequence = parsePattern(term, words)
    const ways = writtenOut(sequence)
    if (!ways) {
      const anchors = anchorsOf(sequence)
      if (!anchors) throw new PatternMistake('the term has no plain word to look for')
      // A verb's forms are looked for where the verb itself is a plain word.
      const [first] = sequence
      if (entry.as === 'verb' && first?.is === 'word') {
        for (const [form] of formsOf(first.word, 'verb')) {
          const inflected: Sequence = [{is: 'word', word: form}, ...sequence.slice(1)]
          loose.push({loose: {term: index, first: form}, anchors: anchorsOf(inflected) ?? [form]})
        }
      } else loose.push({loose: {term: index}, anchors})
      continue
    }
    const capitals = isCapitals(term)
    for (const way of ways) {
      const at = entry.as === 'verb' ? verbIn(way) : way.length - 1
      for (const [inflected, form] of formsOf(way[at] as string, entry.as)) {
        const words = [...way]
        words[at] = inflected
        if (words.some((word) => marks.test(word))) throw new PatternMistake('“^” and “`” stand in no word')
        for (const spelling of spelt(words)) literals.push({words: spelling, form, capitals})
      }
    }
  }
  return {literals, loose}
}
