import type {Facts} from '../facts/facts.ts'
import {agesOf, isForLater, readerAge, readerAgeAt} from '../facts/readers.ts'
import {type Difficulty, isWithin, least, measureOf, plainParts} from '../facts/reading.ts'
import type {Draft} from '../model/finding.ts'
import type {Span} from '../model/span.ts'
import type {Sentence} from '../model/tokens.ts'
import {exampleChild, type Rule, type RuleExample} from './rule.ts'

/** Years a passage may be above its reader before we speak: the measure is right to within one year at most times. */
const leeway = 2
/** A single sentence is a small sample, so it must be longer and further above its reader. */
const longSentence = 26
const leewayOfSentence = 3
/** Sentences of so many words are short, and it is not they that make a passage hard. */
const shortSentence = 12
const letter = (text: string, age = 9): RuleExample => ({
  document: 'letter',
  children: [{...exampleChild, age}],
  text
})

const weighty =
  'The local authority has undertaken a comprehensive assessment of your circumstances, and the recommendations arising from it emphasise the importance of maintaining consistent relationships with significant members of your extended family throughout this transitional period.'
const easy =
  'I came to your house on Monday. You showed me your new bike. It is green and it has a bell. We played a game with cards and you won. I talked to your mum and your dad. They both love you very much.'

const examples: readonly RuleExample[] = [
  letter(`*${weighty}*`),
  letter(`${easy}\n\n*${weighty}*`),
  letter(easy, 7),
  letter('The cat and the dog sat on the mat in the big hut by the old oak. '.repeat(3).trim()),
  letter(`You told me: “${weighty}” That is what the paper said, and you asked me what on earth it was all about.`),
  letter(weighty, 16),
  {text: `## Background\n\n${weighty}`},
  {text: `## Summary\n\n${easy}`}
]

const quoted = (words: readonly string[]): string =>
  words.length === 1
    ? `“${words[0]}”`
    : `${words
        .slice(0, -1)
        .map((word) => `“${word}”`)
        .join(', ')} and “${words.at(-1)}”`

function reasons({sentenceWords, hardWords, sentences}: Difficulty): string {
  const long = Math.round(sentenceWords)
  const length =
    sentences === 1 ? `It has ${long} words in one sentence` : `Its sentences have ${long} words on average`
  const hard = hardWords.slice(0, 4)
  if (hard.length === 0) return `${length}.`
  if (long <= shortSentence) return `Not every ten-year-old knows ${quoted(hard)}.`
  return `${length}, and not every ten-year-old knows ${quoted(hard)}.`
}

const yearsOld = (age: number): string => {
  const years = Math.round(age)
  return `${[8, 11, 18].includes(years) ? 'an' : 'a'} ${years}-year-old`
}

function forWhom(age: number, facts: Facts): string {
  if (facts.audience === 'report') return `a young person of ${age} should be able to read this part`
  if (isForLater(facts)) return `this letter, which is for later, is judged for a reader of ${age}`
  if (agesOf(facts.known).length === 0) return `no age is given, so this letter is judged for a child of ${age}`
  return `this ${age === readerAge(facts) ? 'letter' : 'part'} is for a child of ${age}`
}

export const hardToRead: Rule = {
  id: 'hard-to-read',
  title: 'A passage too hard for its reader',
  why: 'A child who cannot read a letter alone has to ask an adult what it says about their own life. The young people’s Board asks for words at the age of whoever reads them.',
  fine: 'It is fine where you will read the letter with the child, or where the law’s words must stand: say underneath what they mean. The age is an estimate from sentence length and familiar words, right to about a year.',
  sources: ['fjypb-childs-experience', 'cafcass-five-tips', 'judges-toolkit'],
  severity: 'advice',
  severityFor: {letter: 'warning'},
  types: ['letter', 'report'],
  onWords: false,
  entries: ['retext'],
  examples,
  *check(facts: Facts): Generator<Draft> {
    const toChild = facts.audience === 'letter'
    const parts = toChild ? null : plainParts(facts)
    if (parts && parts.length === 0) return
    const ageAt = readerAgeAt(facts)
    const measure = measureOf(facts)
    const {sentences} = facts.tokens
    const spoken: Span[] = []
    let next = 0
    for (const passage of facts.passages) {
      if (parts && !isWithin(parts, passage)) continue
      while (next < sentences.length && (sentences[next] as Sentence).start < passage.start) next++
      const from = next
      while (next < sentences.length && (sentences[next] as Sentence).end <= passage.end) next++
      const within = byReader(sentences.slice(from, next), ageAt)
      for (const part of within) {
        const all = measure(part[0]?.from ?? 0, part.at(-1)?.to ?? 0)
        const age = ageAt(part[0]?.from ?? 0)
        // What is cut from a passage may be too short to say anything.
        if (!all || (within.length > 1 && all.words < least)) continue
        const readingAge = within.length > 1 ? all.age : passage.readingAge
        if (readingAge < age + leeway) continue
        const whole = {start: part[0]?.start ?? passage.start, end: part.at(-1)?.end ?? passage.end}
        spoken.push(whole)
        yield {
          at: hardest(part, measure) ?? whole,
          message: `This passage reads like one for ${yearsOld(readingAge)}, and ${forWhom(age, facts)}. ${reasons(all)}`
        }
      }
    }
    let told = 0
    for (const sentence of sentences) {
      while (told < spoken.length && (spoken[told] as Span).end <= sentence.start) told++
      if (told < spoken.length && (spoken[told] as Span).start < sentence.end) continue
      if (sentence.to - sentence.from < longSentence || (parts && !isWithin(parts, sentence))) continue
      const difficulty = measure(sentence.from, sentence.to)
      const age = ageAt(sentence.from)
      if (!difficulty || difficulty.words < longSentence || difficulty.age < age + leewayOfSentence) continue
      yield {
        at: {start: sentence.start, end: sentence.end},
        message: `This sentence reads like one for ${yearsOld(difficulty.age)}, and ${forWhom(age, facts)}. ${reasons(difficulty)}`
      }
    }
  }
}

/** Cuts the sentences of a passage where what one child reads ends and another’s begins. */
function byReader(sentences: readonly Sentence[], ageAt: (i: number) => number): readonly (readonly Sentence[])[] {
  const parts: Sentence[][] = []
  let last: number | undefined
  for (const sentence of sentences) {
    const age = ageAt(sentence.from)
    if (age === last) parts.at(-1)?.push(sentence)
    else parts.push([sentence])
    last = age
  }
  return parts
}

/** Where to begin: the sentence that makes the passage hardest. */
function hardest(
  sentences: readonly Sentence[],
  measure: (from: number, to: number) => Difficulty | null
): Span | undefined {
  let most = 0
  let found: Sentence | undefined
  for (const sentence of sentences) {
    const difficulty = measure(sentence.from, sentence.to)
    if (difficulty && difficulty.words > 4 && difficulty.age > most) {
      most = difficulty.age
      found = sentence
    }
  }
  return found && {start: found.start, end: found.end}
}
