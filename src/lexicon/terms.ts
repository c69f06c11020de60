import type {Entry} from '../model/dictionary.ts'
import {formsOf, spellings} from './inflect.ts'
import type {Form} from './lexicon.ts'
import {PatternMistake, type PatternWords, parsePattern, type Sequence} from './pattern.ts'

/** Words to look for, as they are compared, and the form they are in. */
export interface Literal {
  readonly words: readonly string[]
  readonly form: Form
  /** Words that must stand in capitals, by index; `undefined` where none must. */
  readonly capitals?: readonly number[]
}

/** A term with a part that is no plain word: looked for at the first word that is one. */
export interface Loose {
  readonly sequence: Sequence
  readonly anchor: string
}

const most = 400

/** The ways in which a sequence can be written out in plain words; `null` when it has a part that is none. */
function writtenOut(sequence: Sequence): string[][] | null {
  let ways: string[][] = [[]]
  for (const element of sequence) {
    let choices: string[][]
    if (element.is === 'word') choices = [[element.word]]
    else if (element.is === 'set') choices = [...element.set.values()].flat().map((phrase) => [...phrase])
    else if (element.is === 'choice') {
      choices = element.optional ? [[]] : []
      for (const choice of element.choices) {
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

const isCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)

function spelt(words: readonly string[]): string[][] {
  let ways: string[][] = [[]]
  for (const word of words) {
    const choices = [word, ...spellings(word)]
    ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]))
  }
  return ways
}

/** All that an entry looks for. Throws `PatternMistake`. */
export function expand(entry: Pick<Entry, 'terms' | 'as'>, words: PatternWords): {literals: Literal[]; loose: Loose[]} {
  const literals: Literal[] = []
  const loose: Loose[] = []
  for (const term of entry.terms) {
    const sequence = parsePattern(term, words)
    const ways = writtenOut(sequence)
    if (!ways) {
      const anchors = sequence.flatMap((element) => (element.is === 'word' ? [element.word] : []))
      const [anchor] = anchors.sort((a, b) => b.length - a.length)
      if (anchor === undefined) throw new PatternMistake(`the term “${term}” has no plain word to look for`)
      const index = sequence.findIndex((element) => element.is === 'word' && element.word === anchor)
      // A verb's forms are looked for where the verb itself is a plain word.
      const [first] = sequence
      if (entry.as === 'verb' && first?.is === 'word') {
        for (const [form] of formsOf(first.word, 'verb'))
          loose.push({
            sequence: [{is: 'word', word: form}, ...sequence.slice(1)],
            anchor: index === 0 ? form : anchor
          })
      } else loose.push({sequence, anchor})
      continue
    }
    const capitals = isCapitals(term) ? [0] : undefined
    for (const way of ways) {
      const at = entry.as === 'verb' ? 0 : way.length - 1
      for (const [inflected, form] of formsOf(way[at] as string, entry.as)) {
        const words = [...way]
        words[at] = inflected
        for (const spelling of spelt(words)) literals.push({words: spelling, form, ...(capitals ? {capitals} : {})})
      }
    }
  }
  return {literals, loose}
}
