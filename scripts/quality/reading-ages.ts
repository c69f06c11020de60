import {gather} from '../../src/facts/index.ts'
import {measureOf} from '../../src/facts/reading.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import {read} from '../../src/read/index.ts'

/** A passage and the age, in years, at which somebody judged that most children read it comfortably. */
export interface Graded {
  readonly age: number
  readonly text: string
}

/** How the measure agrees with people, over all passages. */
export interface Agreement {
  readonly passages: number
  /** Pearson's coefficient between the two ages: 1 where they always rise together. */
  readonly correlation: number
  /** Years, on average and at most, above or below. */
  readonly meanError: number
  readonly largestError: number
  /** Of a hundred passages, how many are measured to within a year. */
  readonly withinAYear: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))

function measured(text: string, lexicon: Lexicon): number {
  const document = read('passage.md', new TextEncoder().encode(text))
  const facts = gather({
    document,
    lexicon,
    declarations: [{from: 'command-line', declaration: {document: 'letter'}}],
    settings: {template: false, includeQuotes: false}
  })
  return measureOf(facts)(0, facts.tokens.count)?.age ?? 0
}

export function agreement(graded: readonly Graded[], lexicon: Lexicon): Agreement {
  const ages = graded.map(({age}) => age)
  const found = graded.map(({text}) => measured(text.trim(), lexicon))
  const errors = ages.map((age, n) => Math.abs(age - (found[n] as number)))
  const together = mean(ages.map((age, n) => (age - mean(ages)) * ((found[n] as number) - mean(found))))
  const rounded = (value: number, places: number): number => Number(value.toFixed(places))
  return {
    passages: graded.length,
    correlation: rounded(together / (spread(ages) * spread(found)), 3),
    meanError: rounded(mean(errors), 2),
    largestError: rounded(Math.max(...errors), 2),
    withinAYear: Math.round((100 * errors.filter((error) => error <= 1).length) / errors.length)
  }
}
