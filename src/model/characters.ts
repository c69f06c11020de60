import {onAsking} from './once.ts'

/** What a UTF-16 unit is to whoever splits a text into words and sentences. The first three make words. */
export const Kind = {
  lower: 1,
  upper: 2,
  digit: 3,
  /** Combining marks, and characters that show nothing: inside a word they are part of it. */
  silent: 4,
  apostrophe: 5,
  space: 6,
  lineFeed: 7,
  hyphen: 8,
  quote: 9,
  stop: 10,
  other: 11
} as const

/** What nearly every paper is made of. */
const usual: readonly (readonly [kind: number, characters: string])[] = [
  [Kind.lower, 'abcdefghijklmnopqrstuvwxyz'],
  [Kind.upper, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [Kind.digit, '0123456789'],
  [Kind.silent, '\u00ad\u200b\u200c\u200d\u2060\ufeff'],
  [Kind.apostrophe, "'\u2018\u2019"],
  [Kind.space, ' \t\r\u00a0'],
  [Kind.lineFeed, '\n'],
  [Kind.hyphen, '-\u2010\u2011'],
  [Kind.quote, '"*_\u00ab\u00bb\u201c\u201d\u201e'],
  [Kind.stop, '.!?\u2026'],
  [Kind.other, ',;:()[]{}<>/\\|#$%&+=@^`~\u00a3\u20ac\u2013\u2014\u2022']
]

/** The rest, which Unicode has to be asked for; to ask takes long, and longest the first time. */
const properties = onAsking((): readonly (readonly [kind: number, has: RegExp])[] => [
  [Kind.upper, /\p{Lu}|\p{Lt}/u],
  [Kind.lower, /\p{L}/u],
  [Kind.digit, /\p{N}/u],
  [Kind.silent, /\p{M}/u],
  [Kind.space, /\s/]
])

/** The kind of every unit; of the rest, filled in as it is met. */
const kinds = new Uint8Array(65_536)
for (const [kind, characters] of usual)
  for (let at = 0; at < characters.length; at++) kinds[characters.charCodeAt(at)] = kind

function learn(unit: number): number {
  const character = unit > 0xffff ? String.fromCodePoint(unit) : String.fromCharCode(unit)
  const kind = properties().find(([, has]) => has.test(character))?.[0] ?? Kind.other
  kinds[unit] = kind
  return kind
}

export const kindOf = (unit: number): number => kinds[unit] || learn(unit)

export const isWordKind = (kind: number): boolean => kind <= Kind.digit

// These ask Unicode only of what is rare: an expression that knows all its letters takes long to compile.

function holds(text: string, last: number): boolean {
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number
    if (kindOf(point) <= last) return true
    if (point > 0xffff) at++
  }
  return false
}

export const holdsLetter = (text: string): boolean => holds(text, Kind.upper)

/** Does it hold a letter or a digit? */
export const holdsWord = (text: string): boolean => holds(text, Kind.digit)

const startsAscii = (text: string): boolean => !(text.charCodeAt(0) > 127)

export const startsWithCapital = (text: string): boolean =>
  startsAscii(text) ? /^[A-Z]/.test(text) : /^\p{Lu}/u.test(text)

export const startsWithSmall = (text: string): boolean =>
  startsAscii(text) ? /^[a-z]/.test(text) : /^\p{Ll}/u.test(text)
