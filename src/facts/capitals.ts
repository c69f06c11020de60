import type {Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isFamiliar} from './familiar.ts'

/** Why letters in capitals may be no acronym at all: they shout, number, name a file or a car, or make up a heading. */
export interface Capitals {
  /** Word `i` stands in a heading or a line that is all in capitals. */
  inCapitalLine(i: number): boolean
  /** Word `i` is an ordinary word or a name: children know it, or the document has it in small letters too. */
  isWord(i: number): boolean
  /** A word beside `i` is shouted. */
  besideShouting(i: number): boolean
}

const isCapitals = (tokens: Tokens, i: number): boolean =>
  tokens.shape[i] === Shape.capitals ||
  (tokens.shape[i] === Shape.capital && (tokens.end[i] as number) - (tokens.start[i] as number) === 1)

/** Words that are said aloud as they are spelt; six letters without that are somebody's initials. */
const sayable = /^(?=.*[aeiouy])(?!.*[^aeiouy]{4})[a-z]{6,}$/

const oneLetterWords = wordSet('i a')

/**
 * @param isKnown whether word `i` is a short form that is known to be one
 * @param candidates every word in capitals that is asked about, folded
 */
export function readCapitals(
  document: Document,
  tokens: Tokens,
  isKnown: (i: number) => boolean,
  isName: (i: number) => boolean,
  candidates: ReadonlySet<string>
): Capitals {
  let lineFrom = 0
  let lineTo = 0
  let lineIsCapitals = false
  let inSmallLetters: Set<string> | undefined

  const startsLine = (i: number): boolean =>
    i === 0 ||
    tokens.gap[i] === Gap.block ||
    (tokens.gap[i] === Gap.sentence &&
      document.text.slice(tokens.end[i - 1] as number, tokens.start[i] as number).includes('\n'))

  const isWord = (i: number): boolean => {
    const word = tokens.base[i] as string
    if (isFamiliar(word) || word.length > 8 || (word.length > 5 && sayable.test(word))) return true
    if (!inSmallLetters) {
      inSmallLetters = new Set()
      for (let each = 0; each < tokens.count; each++)
        if ((tokens.shape[each] as number) <= Shape.capital && candidates.has(tokens.word[each] as string))
          inSmallLetters.add(tokens.word[each] as string)
    }
    return inSmallLetters.has(word)
  }

  const isShouted = (i: number): boolean =>
    isCapitals(tokens, i) &&
    (tokens.end[i] as number) - (tokens.start[i] as number) > 1 &&
    !isKnown(i) &&
    (isName(i) || isWord(i))

  /** The word before or after `i` in its sentence, stepping over *I* and *A*. */
  const beside = (i: number, step: 1 | -1): number => {
    const sentence = tokens.sentences[tokens.sentence[i] as number]
    let at = i + step
    const inside = (j: number) => sentence !== undefined && j >= sentence.from && j < sentence.to
    if (inside(at) && oneLetterWords.has(tokens.word[at]) && isCapitals(tokens, at)) at += step
    return inside(at) ? at : -1
  }

  return {
    isWord,
    besideShouting: (i) => {
      const before = beside(i, -1)
      const after = beside(i, 1)
      return (before >= 0 && isShouted(before)) || (after >= 0 && isShouted(after))
    },
    inCapitalLine(i) {
      if (i >= lineFrom && i < lineTo) return lineIsCapitals
      lineFrom = i
      while (lineFrom > 0 && isCapitals(tokens, lineFrom) && !startsLine(lineFrom)) lineFrom--
      const opens = startsLine(lineFrom) && (isCapitals(tokens, lineFrom) || tokens.shape[lineFrom] === Shape.digits)
      lineTo = i + 1
      while (
        lineTo < tokens.count &&
        !startsLine(lineTo) &&
        (isCapitals(tokens, lineTo) || tokens.shape[lineTo] === Shape.digits)
      )
        lineTo++
      const closes = lineTo === tokens.count || startsLine(lineTo)
      const heading = document.blocks[tokens.block[i] as number]?.kind === 'heading'
      let words = 0
      let shouts = false
      for (let each = lineFrom; each < lineTo; each++) {
        if (tokens.shape[each] !== Shape.digits) words++
        if (isShouted(each)) shouts = true
      }
      lineIsCapitals = opens && closes && (heading || (words > 1 && shouts))
      return lineIsCapitals
    }
  }
}

const romanNumeral = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
export const isRoman = (letters: string): boolean => romanNumeral.test(letters)

const file = onAsking(
  () =>
    /^(?:https?:|www\.)|[@\\]|[\p{L}\p{N}]_[\p{L}\p{N}]|\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|txt|md|jpe?g|png|zip|msg|eml|csv|html?|com|co|org|net|gov|uk|nhs)\b/iu
)

/**
 * What stands around a word up to a sign that ends it on either side, the word itself included.
 * @param longest how far it is read to either side, in UTF-16 units
 */
export function runAround(
  text: string,
  start: number,
  end: number,
  longest: number,
  isEnd: (sign: string) => boolean
): string {
  let from = start
  let to = end
  while (from > 0 && start - from < longest && !isEnd(text[from - 1] as string)) from--
  while (to < text.length && to - end < longest && !isEnd(text[to] as string)) to++
  return text.slice(from, to)
}

const isSpace = (sign: string): boolean => /\s/.test(sign)

/** Does the word stand in an address or in the name of a file? */
export function isInAddress(text: string, start: number, end: number): boolean {
  const run = runAround(text, start, end, 200, isSpace)
  return run.length > end - start && file().test(run)
}

const beforeNumbers = wordSet('ref refs reference no nos reg registration plate postcode')

/**
 * *YK09 ZPO*, *M123 ABC*, *ZC 24 P 01234*, *ref AB/1234*: part of a number that stands for something.
 * @param isKnown the letters are a known short form, so that a space before a number says nothing
 */
export function isInNumber(tokens: Tokens, i: number, isKnown: boolean): boolean {
  for (const at of [i - 1, i + 1]) {
    if (at < 0 || at >= tokens.count || tokens.shape[at] !== Shape.digits) continue
    const later = Math.max(at, i)
    const between = tokens.text.slice(tokens.end[later - 1] as number, tokens.start[later] as number)
    const number = tokens.word[at] as string
    if (/^[/\\]$/.test(between) && /\d{3}/.test(number)) return true
    if (!isKnown && /^[ \u00a0.–-]$/.test(between) && !/^(?:19|20)\d\d$/.test(number)) return true
  }
  const before =
    i > 0 && (tokens.gap[i] === Gap.joined || tokens.gap[i] === Gap.broken) ? tokens.word[i - 1] : undefined
  return beforeNumbers.has(before)
}
