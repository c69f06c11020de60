import {calledName, namedAt} from '../facts/called.ts'
import type {Facts, Section} from '../facts/facts.ts'
import {firstName} from '../facts/names.ts'
import type {Draft} from '../model/finding.ts'
import type {KnownChild} from '../model/result.ts'
import {firstWhere} from '../model/search.ts'
import {byForm, type Sentence} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

/** One side is this many times as long as the other, in words. */
const ratio = 6
/** And has at least this many words, so that two short parts are never compared. */
const least = 90
/** Per child, sentences that name the child are counted, which are fewer. */
const leastPerChild = 70
/** Words of a paragraph that is worth comparing. */
const paragraph = 25
/** Words in a row that two paragraphs share. */
const run = 5
const copied = 0.85

export const oneSided: Rule = {
  id: 'one-sided',
  title: 'Risks at length and strengths in a line, or the reverse',
  why: 'The young people ask for reports that are fair and balanced: what is good and what is hard, for each child, and what both do to them.',
  fine: 'It is advice. Some families have little good to tell; say that you looked.',
  sources: ['fjypb-ten-asks', 'cafcass-cymru-framework', 'cafcass-national-standards'],
  severity: 'advice',
  types: ['report'],
  onWords: false,
  entries: ['balance', 'copied-paragraph', 'risk-without-effect'],
  examples: [
    {
      text: `# Strengths\n\nAmira is polite.\n\n# Risks\n\n${'Amira heard her father shout on three nights in May and hid under the table with the dog. '.repeat(7)}`,
      absent: [{section: 'strengths'}]
    },
    {
      text: `# Strengths\n\n${'Amira is kind to her cousin and reads to him each night before they go to sleep. '.repeat(7)}\n\n# Risks\n\nAmira hears the arguing.`,
      absent: [{section: 'risks'}]
    },
    {
      text: `# Strengths\n\n${'Amira is kind to her cousin and reads to him each night. '.repeat(3)}\n\n# Risks\n\n${'Amira heard her father shout on three nights in May. '.repeat(8)}`
    },
    {text: '# Strengths\n\nAmira is polite.\n\n# Risks\n\nAmira heard her father shout in May, and hid.'},
    {
      children: [
        {name: 'Leo', pronouns: 'he/him'},
        {name: 'Ava', pronouns: 'she/her'}
      ],
      text: '# Wishes\n\nLeo told me that he loves both of his parents very much and that he would like to see his dad every weekend, because they cook together and he can choose the film.\n\n*Ava told me that she loves both of her parents very much and that she would like to see her dad every weekend, because they cook together and she can choose the film.*'
    },
    {
      children: [
        {name: 'Leo', pronouns: 'he/him'},
        {name: 'Ava', pronouns: 'she/her'}
      ],
      text: '# Wishes\n\nLeo told me that he loves both of his parents very much and that he would like to see his dad every weekend, because they cook together and he can choose the film.\n\nAva drew a boat and said that there was room on it for all of them, and she would not say more about it than that on any of the three days when I came.'
    },
    {
      text: `# Risks\n\n*${'The police were called to the address in May after the parents argued, and again in June when a window was broken.'}* ${'Mr Hussain had been drinking on both nights and was arrested on the second of them. He has a caution from the year before and has not yet begun the course that the court asked of him in the spring.'}`
    }
  ],
  *check(facts: Facts): Generator<Draft> {
    yield* unbalanced(facts)
    yield* copies(facts)
    yield* withoutEffect(facts)
  }
}

/** The parts of a paper that are about one side. A part within a part is counted once. */
function side(facts: Facts, id: string): Section[] {
  let outer: Section | undefined
  // They come in order, the longer first: only the last that was kept can hold another.
  return facts.sections.filter((one) => {
    if (one.id !== id || one.by === 'prose' || one.words === 0) return false
    if (outer && one.end <= outer.end && (one.start > outer.start || one.end < outer.end)) return false
    outer = one
    return true
  })
}

/** A part that is about both cannot be weighed against itself. */
function shared(some: readonly Section[], others: readonly Section[]): boolean {
  const starts = new Set(others.map(({start}) => start))
  return some.some(({start}) => starts.has(start))
}

function* unbalanced(facts: Facts): Generator<Draft> {
  const strengths = side(facts, 'strengths')
  const risks = side(facts, 'risks')
  if (strengths.length === 0 || risks.length === 0 || shared(strengths, risks)) return
  const words = (parts: readonly Section[]) => parts.reduce((sum, part) => sum + part.words, 0)
  const whole = compare(words(strengths), words(risks), least)
  if (whole) {
    yield {message: say(whole, words(strengths), words(risks)), entry: 'balance', about: {section: whole}}
    return
  }
  if (facts.known.children.length < 2) return
  for (const [index, child] of facts.known.children.entries()) {
    const naming = sentencesNaming(child, facts)
    const count = (parts: readonly Section[]): number =>
      parts.reduce((sum, part) => sum + (part.child === index ? part.words : wordsWithin(part, naming)), 0)
    const [good, hard] = [count(strengths), count(risks)]
    // A child who is not named at all on one side is missing there, and told of so.
    const missing = good > 0 && hard > 0 ? compare(good, hard, leastPerChild) : null
    if (missing)
      yield {
        message: `Of ${calledName(child)}: ${say(missing, good, hard)}`,
        entry: 'balance',
        about: {child: child.name, section: missing}
      }
  }
}

function compare(strengths: number, risks: number, floor: number): 'strengths' | 'risks' | null {
  if (risks >= floor && risks > strengths * ratio) return 'strengths'
  return strengths >= floor && strengths > risks * ratio ? 'risks' : null
}

const say = (missing: 'strengths' | 'risks', strengths: number, risks: number): string =>
  missing === 'strengths'
    ? `${risks} words on risks and ${strengths} on strengths.`
    : `${strengths} words on strengths and ${risks} on risks.`

/** The sentences that name a child, in order. */
function sentencesNaming(child: KnownChild, {tokens}: Facts): Sentence[] {
  const indexes = new Set(namedAt(child, tokens).map((i) => tokens.sentence[i] as number))
  return [...indexes].map((index) => tokens.sentences[index] as Sentence)
}

/** The words of those of the sentences that lie in a part. */
function wordsWithin({start, end}: Section, sentences: readonly Sentence[]): number {
  let words = 0
  let n = firstWhere(sentences.length, (middle) => (sentences[middle] as Sentence).start >= start)
  for (; n < sentences.length && (sentences[n] as Sentence).end <= end; n++) {
    const {from, to} = sentences[n] as Sentence
    words += to - from
  }
  return words
}

const gendered = wordSet(
  'he she they him her hers them his their theirs himself herself themself themselves son daughter boy girl'
)

/** Paragraphs about two children that are the same but for names and pronouns. */
function* copies(facts: Facts): Generator<Draft> {
  const {document, tokens, known} = facts
  if (known.children.length < 2) return
  const said = byForm(tokens, (i) => {
    const word = tokens.word[i] as string
    return gendered.has(word) ? '#' : word
  })
  const owner = new Map<number, number>()
  for (const [index, child] of known.children.entries()) for (const i of namedAt(child, tokens)) owner.set(i, index)
  /** Each run of words, with the block that has it first, and whom that is about. */
  const seen = new Map<string, number>()
  const childOf = new Map<number, number>()
  let i = 0
  for (const [block, {kind, start, end}] of document.blocks.entries()) {
    const words: string[] = []
    const about = new Set<number>()
    for (; i < tokens.count && (tokens.block[i] as number) <= block; i++) {
      if (tokens.block[i] !== block) continue
      const child = owner.get(i)
      if (child !== undefined) about.add(child)
      words.push(child === undefined ? said(i) : '@')
    }
    const [child] = about
    if (kind === 'heading' || words.length < paragraph || about.size !== 1 || child === undefined) continue
    const runs = Array.from({length: words.length - run + 1}, (_, n) => words.slice(n, n + run).join(' '))
    childOf.set(block, child)
    const shares = new Map<number, number>()
    for (const each of runs) {
      const first = seen.get(each)
      if (first === undefined) seen.set(each, block)
      else if (childOf.get(first) !== child) shares.set(first, (shares.get(first) ?? 0) + 1)
    }
    const [other, most] = [...shares].reduce((best, each) => (each[1] > best[1] ? each : best), [-1, 0])
    if (most < runs.length * copied) continue
    const [one, two] = [known.children[child], known.children[childOf.get(other) ?? -1]]
    yield {
      at: {start, end},
      entry: 'copied-paragraph',
      message: `This paragraph about ${one ? calledName(one) : 'one child'} says the same as the one about ${two ? calledName(two) : 'another'}.`,
      why: 'The young people ask not to be taken for their brothers and sisters: each has their own wishes and their own needs.',
      instead: [`Say what is ${one ? firstName(one.name) : 'this child'}’s own.`]
    }
  }
}

/** Words of a part on risks, of which not one is about a child. */
const leastRisk = 40
const ofChild = wordSet(
  'child childhood children kid kids baby babies infant toddler boy boys girl girls twin twins son sons daughter daughters brother brothers sister sisters sibling siblings young teenager pupil you your'
)

/** A part on risks that says what adults did and not a word of what it did to a child. */
function* withoutEffect(facts: Facts): Generator<Draft> {
  const {tokens, known} = facts
  if (known.children.length === 0) return
  const risks = side(facts, 'risks').filter(({by}) => by === 'heading')
  const others = facts.sections.filter(({id}) => id !== 'risks')
  if (shared(risks, others) || risks.reduce((sum, {words}) => sum + words, 0) < leastRisk) return
  const named = new Set(known.children.flatMap((child) => namedAt(child, tokens)))
  let first: number | null = null
  for (const {head, end} of risks) {
    let i = firstWhere(tokens.count, (middle) => (tokens.start[middle] as number) >= (head?.end ?? 0))
    for (; i < tokens.count && (tokens.end[i] as number) <= end; i++) {
      first ??= i
      if (named.has(i) || ofChild.has(tokens.base[i])) return
    }
  }
  if (first === null) return
  const sentence = tokens.sentences[tokens.sentence[first] as number] as Sentence
  yield {
    at: sentence,
    entry: 'risk-without-effect',
    message: 'The risks say what adults did, and not what it did or could do to the child.',
    instead: ['Say what each risk does to the child, by name.']
  }
}
