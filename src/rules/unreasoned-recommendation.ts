import {namedAt} from '../facts/called.ts'
import type {Facts, Section} from '../facts/facts.ts'
import {type PatternSet, patternSet} from '../facts/pattern-set.ts'
import type {Draft} from '../model/finding.ts'
import type {Sentence} from '../model/tokens.ts'
import type {Rule} from './rule.ts'

/** Sentences after a recommendation that may still give its reason. */
const reach = 2
/** Words that a part on reasons has at least, to speak for the recommendations beside it. */
const leastReasons = 12

/** Steps that need no reason of their own. */
const selfEvident =
  /\b(no (?:further|other|order)|court (?:should )?(?:look at|review)|copy of (?:this|the)|leave to|permission to|be (?:sent|given) a copy)\b/i

export const unreasonedRecommendation: Rule = {
  id: 'unreasoned-recommendation',
  title: 'A recommendation without a reason, or without what it should do for the child',
  why: 'The young people ask for recommendations that are clear, honest and explained, above all when they are not what a child wanted. Cafcass’s own standard asks what each one should do for each child.',
  fine: 'A reason may stand in the same sentence, in the next two, beside the list, or in a part of its own that follows. What a list says of the child is taken for each of its steps.',
  sources: ['fjypb-ten-asks', 'cafcass-national-standards'],
  severity: 'warning',
  types: ['report', 'letter'],
  onWords: false,
  entries: ['reason', 'outcome'],
  examples: [
    {text: '# Recommendations\n\n*I recommend that Amira lives with her mother.*'},
    {text: '# Recommendations\n\nI recommend that Amira lives with her mother, because she sleeps well there.'},
    {
      text: '# Recommendations\n\nI recommend that Amira lives with her mother. She feels safe there. This will help her to sleep.'
    },
    {
      text: '# Recommendations\n\n1. Amira should live with Nani.\n2. Her father should ring on Sundays.\n\n# Reasons\n\nAmira has lived with Nani since May, is calm there, and looks forward to the calls all week.'
    },
    {
      text: '# What I recommend\n\n- *Amira should live with Nani.*\n- Amira should see her father on Sundays so that she keeps hold of him.'
    },
    {text: '# Recommendations\n\n*I recommend supervised time because the father has not done what was asked of him.*'},
    {
      text: '# Recommendations\n\n1. Amira should live with Nani.\n2. Her father should ring on Sundays.\n\nI say so because Amira is calm there and waits for the calls.'
    },
    {
      text: '# Recommendations\n\n- Amira should live with Nani. She has slept through every night there.\n- Her father should ring on Sundays, because she waits for it.'
    },
    {
      text: '# Recommendations\n\nAmira is calm at her grandmother’s and frightened at the flat. So I ask the court to let her stay with Nani.'
    },
    {
      text: '# Recommendations\n\nI advise this because both parents agree to it:\n\n1. Amira should see her father on Saturdays.\n2. Mr Hussain should have a blood test.'
    },
    {
      document: 'safeguarding-letter',
      text: '# Recommendations\n\nMr Hussain should have a blood test, because he denies that he drinks.'
    },
    {text: 'My teacher recommended this book.'}
  ],
  *check(facts: Facts): Generator<Draft> {
    const steps = recommendationsIn(facts)
    if (steps.length === 0) return
    const reasons = reasonsIn(facts)
    const others = ofOtherChildren(steps, facts)
    const reasoned = steps.map((step) => isReasoned(step, facts, reasons, others))
    const bare = steps.filter((_, n) => !reasoned[n])
    const [first] = bare
    if (first && bare.length === steps.length && steps.length > 1)
      yield {
        at: first,
        entry: 'reason',
        message: `None of the ${steps.length} recommendations says why.`,
        instead: ['Say why, for each of them, and what it should do for the child.']
      }
    else
      for (const step of bare)
        yield {
          at: step,
          entry: 'reason',
          message: 'This recommendation does not say why.',
          instead: ['… because …', '… so that …']
        }
    if (bare.length === 0) yield* withoutOutcome(steps, facts, reasons)
  }
}

/** A sentence that recommends, and which of the document's it is. */
interface Step extends Sentence {
  readonly index: number
}

/** The sentences that recommend: each item or sentence under such a heading, and those that say so anywhere. */
function recommendationsIn(facts: Facts): Step[] {
  const {tokens, sections, document} = facts
  const parts = sections.filter(({id, by, words}) => id === 'recommendations' && by !== 'prose' && words > 2)
  const otherHeads = sections.filter(({id, by, head}) => by !== 'prose' && head && id !== 'recommendations')
  const words = facts.dictionaries.sections.find(({id}) => id === 'recommendations')
  const matches = (sources: readonly string[] | undefined, {from, to}: Sentence): boolean =>
    sources !== undefined && patternSet(sources, facts.lexicon).within(tokens, from, to, facts.persons)
  const recommends = (sentence: Sentence): boolean => matches(words?.prose, sentence) || matches(words?.hints, sentence)
  const inProse = new Set(
    parts.length > 0 ? [] : sections.filter(({id}) => id === 'recommendations').map(({start}) => start)
  )
  const isStep = (sentence: Sentence, index: number): boolean => {
    const block = document.blocks[sentence.block]
    if (!block || block.kind === 'heading' || block.kind === 'quote' || sentence.to - sentence.from < 4) return false
    const part = parts.find(({start, end, head}) => (head?.end ?? start) <= sentence.start && sentence.end <= end)
    if (part) {
      // Under a heading for reasons too, or a later one within the part, it is a reason and not a step.
      const nearer = otherHeads.some(
        (other) =>
          other.head &&
          other.head.start > part.start &&
          other.start <= sentence.start &&
          sentence.end <= other.end &&
          other.head.end <= sentence.start
      )
      if (nearer) return false
      const first = tokens.sentences[index - 1]?.block !== sentence.block
      if (block.kind === 'item' || block.kind === 'cell') return first && recommends(sentence)
      return recommends(sentence) && !matches(words?.unless, sentence)
    }
    return facts.known.type === 'report' && inProse.has(sentence.start) && recommends(sentence)
  }
  const isQuoted = ({start, end}: Sentence): boolean =>
    facts.quotations.some((quotation) => quotation.start <= start && end <= quotation.end + 1)
  return tokens.sentences.flatMap((sentence, index) =>
    isStep(sentence, index) && !isQuoted(sentence) ? [{...sentence, index}] : []
  )
}

interface Reasons {
  readonly parts: readonly Section[]
  readonly cues: readonly PatternSet[]
}

function reasonsIn({sections, dictionaries, lexicon}: Facts): Reasons {
  const words = dictionaries.sections.find(({id}) => id === 'reasons')
  return {
    parts: sections.filter(({id, by, words}) => id === 'reasons' && by !== 'prose' && words >= leastReasons),
    cues: [words?.prose, words?.after?.prose].flatMap((sources) => (sources ? [patternSet(sources, lexicon)] : []))
  }
}

/** Sentences that may give the reason: its own and the next ones, not as far as the next step of a list. */
function around({index, block}: Step, {tokens, document}: Facts): Sentence[] {
  const inList = isListed(block, document)
  return tokens.sentences.slice(index, index + reach + 1).filter((sentence) => !inList || sentence.block === block)
}

/** Words that draw a conclusion from what stands before. */
const concluding =
  /^\W*(?:so|therefore|accordingly|hence|thus|for (?:these|all|that|this|those)|on balance|that is why|this is why|weighing|having)\b/i
/** A sentence that goes on with the plan, and gives no reason for it. */
const planning = /\b(?:should|will|shall|must|ought to|is to|are to|may|can|could|would like|recommend|propose|ask)\b/i

/** An item of a list that says what and then, without a *because*, why: *Amira stays with Nani. She is calm there.* */
function explainedInItem({index, block}: Step, {tokens, document}: Facts): boolean {
  if (!isListed(block, document)) return false
  const next = tokens.sentences[index + 1]
  return next?.block === block && next.to - next.from > 3 && !planning.test(tokens.text.slice(next.start, next.end))
}

/** Whether a sentence recommends something for other children only than a step does: it gives their reason. */
function ofOtherChildren(steps: readonly Step[], {known, tokens}: Facts): (step: Step, sentence: Sentence) => boolean {
  const places = known.children.map((child) => namedAt(child, tokens))
  const named = new Map(
    steps.map(({start, from, to}) => [start, places.map((all) => all.some((i) => from <= i && i < to))])
  )
  return (step, {start}) => {
    const [mine, theirs] = [named.get(step.start) ?? [], named.get(start) ?? []]
    return mine.includes(true) && theirs.includes(true) && !mine.some((is, n) => is && theirs[n])
  }
}

function isReasoned(
  step: Step,
  facts: Facts,
  {parts, cues}: Reasons,
  isOfOthers: (step: Step, sentence: Sentence) => boolean
): boolean {
  if (parts.some(({start, end}) => !(start <= step.start && step.end <= end) || parts.length > 1)) return true
  const {tokens, persons, document} = facts
  if (selfEvident.test(tokens.text.slice(step.start, step.end))) return true
  if (concluding.test(tokens.text.slice(step.start, step.end)) || explainedInItem(step, facts)) return true
  const gives = (sentence: Sentence): boolean =>
    !isOfOthers(step, sentence) && cues.some((cue) => cue.within(tokens, sentence.from, sentence.to, persons))
  if (around(step, facts).some(gives)) return true
  // One explanation speaks for its neighbours: in the same paragraph or the next, or just before or after a list.
  const inList = isListed(step.block, document)
  return beside(step, facts).some(
    (sentence) => (!inList || !isListed(sentence.block, document)) && isPlain(sentence, document) && gives(sentence)
  )
}

const isListed = (block: number, {blocks}: Facts['document']): boolean =>
  blocks[block]?.kind === 'item' || blocks[block]?.kind === 'cell'
const isPlain = ({block}: Sentence, {blocks}: Facts['document']): boolean => blocks[block]?.kind === 'paragraph'

/** The sentences of a step's paragraph and the next one, or of its list and what stands just before and after that. */
function beside({block, index}: Step, {tokens, document}: Facts): readonly Sentence[] {
  const {sentences} = tokens
  let [first, last] = [block, block + 1]
  if (isListed(block, document)) {
    while (isListed(last, document)) last++
    while (isListed(first, document)) first--
  }
  let from = index
  while (from > 0 && (sentences[from - 1] as Sentence).block >= first) from--
  let to = index
  while (to < sentences.length && (sentences[to] as Sentence).block <= last) to++
  return sentences.slice(from, to)
}

const ofChild = /^(?:child|children|boys?|girls?|twins?|baby|sons?|daughters?|brothers?|sisters?)$/
const several = /^(?:they|their|them)$/
const single = /^(?:he|she|him|her|his)$/

/** Recommendations whose reasons speak of adults only. */
function* withoutOutcome(steps: readonly Step[], facts: Facts, {parts}: Reasons): Generator<Draft> {
  const {known, tokens, document} = facts
  // Before the first hearing nobody has met the child, and a court asks for no more than the reason.
  if (known.type !== 'report' || known.kind === 'safeguarding-letter' || known.children.length === 0) return
  const named = known.children.flatMap((child) => namedAt(child, tokens))
  const isAdult = ({from, who}: Facts['mentions'][number]): boolean =>
    who === 'relative' ? !ofChild.test(tokens.base[from] as string) : who === 'person' || who === 'role'
  const speaksOfChild = (from: number, to: number): boolean => {
    if (named.some((i) => from <= i && i < to)) return true
    // With an adult beside it a pronoun may be that adult's.
    const adults = facts.mentions.filter((mention) => from <= mention.from && mention.to <= to && isAdult(mention))
    // "He should live with his mother": a pronoun that none of them can have is the child's.
    const alone = (word: string): boolean =>
      adults.every(
        ({gender}) =>
          (gender === 'she' && /^h(?:e|im|is)$/.test(word)) || (gender === 'he' && /^(?:she|her)$/.test(word))
      )
    for (let i = from; i < to; i++) {
      const word = tokens.base[i] as string
      if (ofChild.test(word) || several.test(word) || (single.test(word) && alone(word))) return true
    }
    return false
  }
  if (parts.length > 0) return
  for (const step of steps) {
    // What a list or its neighbours say of the child is said of each of its steps.
    const near = beside(step, facts).filter(({block}) => document.blocks[block]?.kind !== 'heading')
    if (near.some(({from, to}) => speaksOfChild(from, to))) continue
    yield {
      at: step,
      entry: 'outcome',
      message: 'This recommendation does not say what it should do for the child.',
      instead: ['Say what will be different for the child, by name.']
    }
  }
}
