import {keepFor, onAsking} from '../model/once.ts'

/**
 * Words with numbers, as one text: `|` before each group of words that begin alike, a space before each word. Plain JSON,
 * so that a build keeps it. A letter asks for a few hundred of thousands of words: JSON that had each word for itself would
 * take V8 longer to read than all that is found there is judged in.
 */
export type NumbersByWord = string

/** How many letters the words of a group have in common: so that a group is short, and groups are few. */
const alike = 2

export function packNumbers(byWord: ReadonlyMap<string, readonly number[]>): NumbersByWord {
  const groups = new Map<string, string>()
  for (const [word, numbers] of byWord) {
    const key = word.slice(0, alike)
    groups.set(key, `${groups.get(key) ?? ''} ${word}:${numbers}`)
  }
  return [...groups.values()].map((group) => `|${group}`).join('')
}

const none: readonly number[] = []

/** Looks words up in what was packed. */
export function numbersIn(packed: NumbersByWord): (word: string) => readonly number[] {
  const groups = onAsking(() => {
    const byKey = new Map<string, string>()
    for (const group of packed.split('|')) byKey.set(group.slice(1, 1 + alike).split(':', 1)[0] as string, group)
    return byKey
  })
  const lookUp = (word: string): readonly number[] => {
    const group = groups().get(word.slice(0, alike))
    const at = group?.indexOf(` ${word}:`) ?? -1
    if (group === undefined || at < 0) return none
    const from = at + word.length + 2
    const end = group.indexOf(' ', from)
    return group
      .slice(from, end < 0 ? group.length : end)
      .split(',')
      .map(Number)
  }
  const known = new Map<string, readonly number[]>()
  return (word) => known.get(word) ?? keepFor(word, known, lookUp(word))
}
