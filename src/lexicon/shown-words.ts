import type {Entry} from '../model/dictionary.ts'
import {type PatternWords, parsePattern, type Sequence, waysOf} from './pattern.ts'

/** What stands for whatever a text may have there. */
const anything = '…'

/** One way to say a sequence: of choices the first, and nothing that may be left out. */
function saying(sequence: Sequence): string {
  return sequence
    .map((element) => {
      if (element.is === 'word') return element.word
      if (element.is === 'prefix') return `${element.prefix}${anything}`
      if (element.is === 'someone') return 'somebody'
      if (element.is === 'child') return 'a child'
      if (element.is === 'whose') return 'their'
      if (element.is === 'set') return [...element.set.values()][0]?.[0]?.join(' ') ?? ''
      if (element.is === 'choice') return element.optional ? '' : saying(waysOf(element)[0] ?? [])
      return element.is === 'start' || element.is === 'end' || element.is === 'break' ? '' : anything
    })
    .filter(Boolean)
    .join(' ')
}

const isPlain = (term: string): boolean => /^[\p{L}\d’'.& -]+$/u.test(term)

const inSmall = (words: string): string => (/^\p{Lu}\p{Ll}/u.test(words) ? words.toLowerCase() : words)

/**
 * Some of the words that an entry finds, as somebody would write them: patterns are for those who write dictionaries.
 * Terms that are plain words come first; of an entry that has none, the words that its examples mark. Dots stand for
 * more.
 *
 * @param most how many there is room for
 */
export function shownWords({terms, flags}: Entry, words: PatternWords, most: number): string {
  const plain = terms.filter(isPlain)
  const marked = flags.flatMap((flag) => flag.split('*').filter((_, index) => index % 2 === 1))
  const said = terms.filter((term) => !isPlain(term)).map((term) => saying(parsePattern(term, words)))
  const shown = [...new Set((plain.length > 0 || marked.length === 0 ? [...plain, ...said] : marked).map(inSmall))]
  return `${shown.slice(0, most).join(', ')}${shown.length > most || plain.length < terms.length ? ` ${anything}` : ''}`
}

const slots: Readonly<Record<string, string>> = {
  '{child}': '[name]',
  "{child's}": '[name]’s',
  '{you}': 'you',
  '{your}': 'your',
  '{family}': 'family'
}

/** Suggestions on one line, as they read where no child is known. */
export const shownInstead = (instead: readonly string[]): string =>
  instead.join(' · ').replace(/\{[a-z']+\}/g, (slot) => slots[slot] ?? slot)
