import type {Sequence} from './pattern.ts'

/** The words with which a sequence can begin, so that most places are passed over without running it. */
export interface Beginnings {
  readonly words: ReadonlySet<string>
  readonly prefixes: readonly string[]
  /** It can begin with a word that cannot be told from the pattern alone: a name, a number, any word. */
  readonly any: boolean
}

/** Works out what a sequence can begin with. */
export function beginningsOf(sequence: Sequence): Beginnings {
  const words = new Set<string>()
  const prefixes: string[] = []
  let any = false
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
          const open = element.choices.map(walk).some(Boolean) || element.optional
          if (!open) return false
          continue
        }
        default:
          any = true
          return false
      }
    }
    return true
  }
  if (walk(sequence)) any = true
  return {words, prefixes, any}
}

export const canBegin = ({words, prefixes, any}: Beginnings, word: string, base: string): boolean =>
  any || words.has(word) || words.has(base) || prefixes.some((prefix) => word.startsWith(prefix))
