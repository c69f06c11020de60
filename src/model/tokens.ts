import {oncePer} from './once.ts'

/**
 * The words of a text, in arrays side by side (one object per word would cost more than all the matching).
 * Word `i` stands at `text.slice(start[i], end[i])`.
 */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** UTF-16 offsets into the text. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Folded: lower case, NFKC, straight apostrophes, no soft hyphens or zero-width characters. */
  readonly word: readonly string[]
  /** `word` without a possessive ending; the same string where there is none. */
  readonly base: readonly string[]
  readonly shape: Uint8Array
  /**
   * Which of the text's different words each is, numbered as they are met, case and accents told apart: words of one number
   * have one `word`, `base` and `shape`. A paper says the same few hundred over and over, so what depends on the word
   * alone is asked once of each.
   */
  readonly form: Int32Array
  /** How many different words there are. */
  readonly forms: number
  /** What stands before the word. */
  readonly gap: Uint8Array
  /** The block and the sentence that each word is in. */
  readonly block: Int32Array
  readonly sentence: Int32Array
  readonly sentences: readonly Sentence[]
}

export interface Sentence {
  /** UTF-16 offsets, closing punctuation included. */
  readonly start: number
  readonly end: number
  /** Words `from` to `to`, end not included. */
  readonly from: number
  readonly to: number
  readonly block: number
}

export const Shape = {lower: 0, capital: 1, capitals: 2, mixed: 3, digits: 4} as const

/** `joined`: a space or hyphen, so that a phrase may run on; `broken`: a comma, dash, colon or bracket. */
export const Gap = {joined: 0, broken: 1, sentence: 2, block: 3} as const

/** The same judgement of words, made once of each different word of the text, when first asked for. */
export function byForm<Judgement>({form, forms}: Tokens, judge: (i: number) => Judgement): (i: number) => Judgement {
  const judged = new Uint8Array(forms)
  const judgements: Judgement[] = []
  return (i) => {
    const own = form[i] as number
    if (judged[own] === 0) {
      judgements[own] = judge(i)
      judged[own] = 1
    }
    return judgements[own] as Judgement
  }
}

/** Where each different word stands first, by the number of its form. */
export const firstPlaces = oncePer(({count, form, forms}: Tokens): Int32Array => {
  const places = new Int32Array(forms)
  for (let i = 0, met = 0; met < forms && i < count; i++) if (form[i] === met) places[met++] = i
  return places
})

/**
 * A judgement of words as a small number, made of each different word and kept by the number of its form: for whoever
 * asks it of every word of a text, and has no time for a call.
 */
export function marksOf(tokens: Tokens, judge: (i: number) => number): Uint8Array {
  const places = firstPlaces(tokens)
  const marks = new Uint8Array(places.length)
  for (let own = 0; own < places.length; own++) marks[own] = judge(places[own] as number)
  return marks
}

/** The words for which a judgement holds that depends on the word alone, in order. */
export function placesOf(tokens: Tokens, holds: (i: number) => boolean): readonly number[] {
  const {count, form} = tokens
  const marks = marksOf(tokens, (i) => (holds(i) ? 1 : 0))
  const places: number[] = []
  for (let i = 0; i < count; i++) if (marks[form[i] as number] === 1) places.push(i)
  return places
}
