import {Shape, type Tokens} from '../model/tokens.ts'
import type {Persons} from './lexicon.ts'
import {type Sequence, waysOf} from './pattern.ts'
import {determiners, numberWords} from './run-pattern.ts'

/** What can only be told of a place and not of its word alone. */
export type Opening = 'child' | 'someone' | 'name' | 'number' | 'any'

/** With what a sequence can begin, so that most places are passed over without running it. */
export interface Beginnings {
  readonly words: ReadonlySet<string>
  readonly prefixes: readonly string[]
  readonly openings: ReadonlySet<Opening>
}

/** Works out what a sequence can begin with. */
export function beginningsOf(sequence: Sequence): Beginnings {
  const words = new Set<string>()
  const prefixes: string[] = []
  const openings = new Set<Opening>()
  /** Gives whether the sequence can be passed over altogether, so that what follows it may begin. */
  const walk = (elements: Sequence): boolean => {
    for (const element of elements) {
      switch (element.is) {
        case 'start':
        case 'break':
        case 'found':
          continue
        case 'word':
          words.add(element.word)
          return false
        case 'prefix':
          prefixes.push(element.prefix)
          return false
        case 'set':
          for (const word of element.set.keys()) words.add(word)
          return false
        case 'choice': {
          const open = waysOf(element).map(walk).some(Boolean) || element.optional
          if (!open) return false
          continue
        }
        case 'child':
        case 'someone':
        case 'name':
        case 'number':
          openings.add(element.is)
          return false
        default:
          openings.add('any')
          return false
      }
    }
    return true
  }
  if (walk(sequence)) openings.add('any')
  return {words, prefixes, openings}
}

/**
 * The words with which a sequence goes on after a child with whom it may begin: so many tell of a child that the next word
 * has to say which of them can. `null` where it may go on otherwise.
 */
export function afterChildOf(sequence: Sequence): ReadonlySet<string> | null {
  const at = sequence.findIndex(({is}) => is !== 'start' && is !== 'break')
  const first = sequence[at]
  const isChild =
    first?.is === 'child' ||
    (first?.is === 'choice' &&
      !first.optional &&
      first.phrases.every(
        (choice) => !beginningsOf(choice).openings.has('child') || (choice.length === 1 && choice[0]?.is === 'child')
      ))
  if (!isChild) return null
  const {words, prefixes, openings} = beginningsOf(sequence.slice(at + 1))
  return openings.size > 0 || prefixes.length > 0 ? null : words
}

/** Can what is so called begin with the word at `i`, wherever that stands? */
export function opensByWord(opening: Opening, tokens: Tokens, i: number): boolean {
  switch (opening) {
    case 'someone':
      return determiners.has(tokens.word[i] as string)
    case 'number':
      return tokens.shape[i] === Shape.digits || numberWords.has(tokens.word[i] as string)
    case 'any':
      return true
    default:
      return false
  }
}

/** The openings of which it also depends on where a word stands. */
export const placed: ReadonlySet<Opening> = new Set<Opening>(['child', 'someone', 'name'])

/** Can what is so called begin at word `i`, whatever word that is? It may say yes and then not match. */
export function opensByPlace(opening: Opening, tokens: Tokens, i: number, persons: Persons): boolean {
  switch (opening) {
    case 'child':
      return persons.childAt(i) > 0
    case 'someone':
      return persons.someoneAt(i) > 0
    case 'name':
      return tokens.shape[i] === Shape.capital || persons.childAt(i) > 0
    default:
      return false
  }
}
