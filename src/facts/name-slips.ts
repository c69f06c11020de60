import {slips} from '../lexicon/edit-distance.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import {fold} from '../lexicon/tokenize.ts'
import {startsWithCapital} from '../model/characters.ts'
import type {KnownChild} from '../model/result.ts'
import {Gap, placesOf, Shape, type Tokens} from '../model/tokens.ts'
import {namesOf} from './mentions.ts'

/** A name by which a declared child may be called, as words of a text are held against it. */
export interface Wanted {
  /** The index in `known.children`. */
  readonly child: number
  /** As declared. */
  readonly name: string
  readonly words: readonly string[]
  /** Letters only, without marks: what fingers slip on. */
  readonly letters: string
  /** With its marks. */
  readonly marked: string
  /** As it sounds. */
  readonly sound: string
}

/** Without case, accents and apostrophes, so that *Zoe* and *Zoë* differ by a mark and not by a slip. */
export function unmarked(word: string): string {
  const folded = fold(word)
  if (/^[a-z]*$/.test(folded)) return folded
  return folded
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʻ-]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
}

/** How a name sounds, roughly: *Ameer* and *Amir*, *Hollie* and *Holly*, *Sophie* and *Sofie* sound the same. */
const sounds = (letters: string): string =>
  letters
    .replace(/ph/g, 'f')
    .replace(/ck|c(?=[aoukq])|q/g, 'k')
    .replace(/(ie|ey|ee|ei|y|i)$/, 'i')
    .replace(/ee|ea|ei|ie|y/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/(?<=[aeiou])h(?=$|[^aeiou])/g, '')
    .replace(/(.)\1+/g, '$1')

/** How many slips still make it the same name. */
const allowed = (letters: string): number => (letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2)

/** Short names have too many neighbours, so only swapped letters count. */
const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** Two neighbouring letters changed places, and nothing else: *Caiomhe* for *Caoimhe*. Nobody goes by such a name. */
export const isTransposed = (said: string, own: string): boolean => isSwap(said, own) && slips(said, own, 1) === 1

/** Every name by which the children may be called. */
export const wantedNames = (children: readonly KnownChild[]): Wanted[] =>
  children.flatMap((child, index) =>
    namesOf(child.name, child.knownAs).map((name) => {
      const letters = unmarked(name.replaceAll(' ', ''))
      const marked = fold(name).replace(/[\s-]/g, '')
      return {child: index, name, words: wordsOf(name), letters, marked, sound: sounds(letters)}
    })
  )

/**
 * The words at which a name may begin: those with a capital, and in small letters only the names' own first words.
 * They are few, and every name is compared with each.
 */
export function beginnings(tokens: Tokens, wanted: readonly Wanted[]): readonly number[] {
  const first = new Set(wanted.map(({words}) => words[0]))
  return placesOf(tokens, (i) => {
    const shape = tokens.shape[i]
    return (
      (shape !== Shape.lower && shape !== Shape.digits) ||
      first.has(tokens.word[i] as string) ||
      first.has(tokens.base[i] as string)
    )
  })
}

/** Are two names so near that one may be a slip for the other? */
export const isNear = (name: string, own: string): boolean =>
  slips(unmarked(name), unmarked(own), 2) <= allowed(unmarked(own))

/** How a name was got wrong: in its letters, in its accents and apostrophes only, or in its capital only. */
export type Slip = 'slip' | 'mark' | 'case'

/** How the words from `i` get a name wrong; `null` where they are the name or another word altogether. */
export function slipAt(tokens: Tokens, i: number, want: Wanted): Slip | null {
  const count = want.words.length
  for (let n = 1; n < count; n++) {
    if (tokens.gap[i + n] !== Gap.joined) return null
    // *Poppy and* is not *Poppy Ann*; after a hyphen a small letter may stand.
    if (tokens.shape[i + n] === Shape.lower && tokens.text[tokens.end[i + n - 1] as number] === ' ') return null
  }
  const last = tokens.base[i + count - 1] as string
  let length = last.length
  for (let n = 0; n < count - 1; n++) length += (tokens.word[i + n] as string).length
  if (Math.abs(length - want.marked.length) > 3) return null
  const said = tokens.word.slice(i, i + count - 1).join('') + last
  const first = tokens.shape[i] as number
  if (said === want.marked) return first === Shape.lower && startsWithCapital(want.name) ? 'case' : null
  if (first === Shape.lower || first === Shape.digits) return null
  const letters = unmarked(said)
  if (letters === want.letters) return 'mark'
  const most = allowed(want.letters)
  if (most === 0)
    return want.letters.length === 3 && isSwap(letters, want.letters) && letters[0] === want.letters[0] ? 'slip' : null
  if (letters[0] === want.letters[0] && sounds(letters) === want.sound) return 'slip'
  const sameStart = letters[0] === want.letters[0] || (letters[0] === want.letters[1] && letters[1] === want.letters[0])
  // Another first letter is a slip only where one letter is left out or put in before, or where it sounds the same.
  const sound = /^[ckq]/.test(letters) && /^[ckq]/.test(want.letters)
  const shifted = letters.slice(1) === want.letters || letters === want.letters.slice(1)
  if (!sameStart && !shifted && !sound) return null
  const edits = slips(letters, want.letters, most)
  return edits <= (sameStart ? most : 1) ? 'slip' : null
}
