import {namedAt} from '../facts/called.ts'
import type {Facts, Section} from '../facts/facts.ts'
import {between} from '../facts/passages.ts'
import {patternSet} from '../facts/pattern-set.ts'
import {besideOf, findRecommendations, isListed, type Step} from '../facts/recommendations.ts'
import type {Draft} from '../model/finding.ts'
import {oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Sentence} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
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
    {text: '# Recommendations\n\nI recommend a lamp for Amira. She is afraid of the dark.'},
    {text: '# Recommendations\n\n*I recommend that Amira goes by train.* She is nine.'},
    {text: '# Recommendations\n\nI recommend a call on Wednesdays. Reason: a week is long for Amira.'},
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
    {
      text: '# Analysis\n\nAmira asks for her dad at bedtime. She lines up her shoes on the days that he is due. In my view the best thing for her is that she goes home in June.'
    },
    {text: '# Analysis\n\nI met Amira. *In my view the best thing for her is that she goes home in June.*'},
    {text: 'My teacher recommended this book.'}
  ],
  *check(facts: Facts): Generator<Draft> {
    const steps = findRecommendations(facts)
    if (steps.length === 0) return
    const beside = besideOf(facts)
    const parts = partsOnReasons(facts)
    const isReasoned = reasonedBy(steps, parts, beside, facts)
    const bare = steps.filter((step) => !isReasoned(step))
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
    if (bare.length === 0 && parts.length === 0) yield* withoutOutcome(steps, beside, facts)
  }
}

/** Parts that give reasons for the recommendations beside them. */
const partsOnReasons = ({sections}: Facts): Section[] =>
  sections.filter(({id, by, words}) => id === 'reasons' && by !== 'prose' && words >= leastReasons)

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

/** *Reason: a week is long for him.* */
const labelled = /^\W*(?:(?:my|the|our) )?(?:reasons?|rationale|why|benefits?|purpose)\b[^.:!?]{0,20}[:–—]/i
/** *That way neither has to wait*, *With one he’d sleep*: what would come of it. */
const outcome = /^\W*(?:that way|this way|with(?:out)? (?:it|one|this|that|them|her|him)|as it is|as things are)\b/i
/** What is told of somebody, and is no reason for anything: how old they are, where they live, that they were told. */
const bareFact =
  /\b(?:born|aged|years? old|(?:is|are) (?:now |only )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b|lives?|living|hearing|(?:is|are) (?:aware|here|represented)|knows? (?:of|about) (?:this|it|my)|told|agrees?|agreed|opposes?|opposed|has asked)\b/i
/** So many words tell how things are. */
const leastTold = 3
const tellsOf: ReadonlySet<string> = new Set(['child', 'person', 'relative', 'pronoun'])
const writer = wordSet('i me my we us our you your')

/**
 * *I recommend a lamp for Sam. He’s afraid of the dark*: the next sentences of a paragraph, as far as one that goes on
 * with the plan, where one tells how somebody is or what would come of it.
 */
function explainedNext({index, block}: Step, facts: Facts): boolean {
  const {tokens, document} = facts
  if (isListed(block, document)) return false
  for (const next of tokens.sentences.slice(index + 1, index + reach + 1)) {
    if (next.block !== block) return false
    const said = tokens.text.slice(next.start, next.end)
    if (outcome.test(said) || (labelled.test(said) && next.to - next.from > leastTold)) return true
    if (planning.test(said)) return false
    if (tellsHowSomebodyIs(next, said, facts)) return true
  }
  return false
}

function tellsHowSomebodyIs({from, to}: Sentence, said: string, {tokens, mentions}: Facts): boolean {
  if (to - from < leastTold || bareFact.test(said)) return false
  const [first] = between(mentions, from, to)
  return first?.from === from && tellsOf.has(first.who) && !writer.has(tokens.base[from])
}

/** Words that say what somebody thinks of what stands before. */
const judging =
  /^\W*(?:in my (?:view|opinion|judgment|judgement)|my (?:own )?view is|I (?:conclude|have concluded|have come to)|all (?:of )?this)\b/i
/** How many sentences tell what is judged by them. */
const told = 2

/** *He asks for her at bedtime. He waits at the window. In my view the best thing for him is …*: what was told is the reason. */
function judgesWhatWasTold({index, block, start, end}: Step, {tokens: {text, sentences}}: Facts): boolean {
  if (!judging.test(text.slice(start, end))) return false
  const before = sentences.slice(Math.max(0, index - told), index)
  return (
    before.length === told &&
    before.every((each) => each.block === block && !planning.test(text.slice(each.start, each.end)))
  )
}

/** Whether a sentence recommends something for other children only than a step does: it gives their reason. */
function ofOtherChildren(steps: readonly Step[], {known, tokens}: Facts): (step: Step, sentence: Sentence) => boolean {
  const places = known.children.map((child) => namedAt(child, tokens))
  const isWithin = (sorted: readonly number[], {from, to}: Sentence): boolean =>
    (sorted[firstWhere(sorted.length, (n) => (sorted[n] as number) >= from)] ?? to) < to
  const named = new Map(steps.map((step) => [step.start, places.map((all) => isWithin(all, step))]))
  return (step, {start}) => {
    const [mine, theirs] = [named.get(step.start) ?? [], named.get(start) ?? []]
    return mine.includes(true) && theirs.includes(true) && !mine.some((is, n) => is && theirs[n])
  }
}

/** Says of each step whether its reason is given. */
function reasonedBy(
  steps: readonly Step[],
  parts: readonly Section[],
  beside: (step: Step) => readonly Sentence[],
  facts: Facts
): (step: Step) => boolean {
  const {tokens, persons, document, dictionaries, lexicon} = facts
  const words = dictionaries.sections.find(({id}) => id === 'reasons')
  const cues = [words?.prose, words?.after?.prose].flatMap((sources) => (sources ? [patternSet(sources, lexicon)] : []))
  const gives = ({from, to}: Sentence): boolean => cues.some((cue) => cue.within(tokens, from, to, persons))
  const isOfOthers = ofOtherChildren(steps, facts)
  // One explanation speaks for its neighbours: in the same paragraph or the next, or just before or after a list.
  const explaining = oncePer((near: readonly Sentence[]) =>
    near.filter((sentence) => document.blocks[sentence.block]?.kind === 'paragraph' && gives(sentence))
  )
  return (step) => {
    if (parts.length > 1 || parts.some(({start, end}) => !(start <= step.start && step.end <= end))) return true
    const said = tokens.text.slice(step.start, step.end)
    if (selfEvident.test(said) || concluding.test(said)) return true
    if (explainedInItem(step, facts) || explainedNext(step, facts) || judgesWhatWasTold(step, facts)) return true
    return (
      around(step, facts).some((sentence) => !isOfOthers(step, sentence) && gives(sentence)) ||
      explaining(beside(step)).some((sentence) => !isOfOthers(step, sentence))
    )
  }
}

const ofChild = wordSet(
  'child children boy boys girl girls twin twins baby son sons daughter daughters brother brothers sister sisters'
)
const several = wordSet('they their them')
const single = wordSet('he she him her his')
const ofHer = wordSet('she her')
const ofHim = wordSet('he him his')

/** Recommendations whose reasons speak of adults only. */
function* withoutOutcome(
  steps: readonly Step[],
  beside: (step: Step) => readonly Sentence[],
  facts: Facts
): Generator<Draft> {
  const {known, tokens, document, mentions} = facts
  // Before the first hearing nobody has met the child, and a court asks for no more than the reason.
  if (known.type !== 'report' || known.kind === 'safeguarding-letter' || known.children.length === 0) return
  const named = new Set(known.children.flatMap((child) => namedAt(child, tokens)))
  const isAdult = ({from, who}: Facts['mentions'][number]): boolean =>
    who === 'relative' ? !ofChild.has(tokens.base[from]) : who === 'person' || who === 'role'
  const speaksOfChild = ({from, to}: Sentence): boolean => {
    // With an adult beside it a pronoun may be that adult's.
    const adults = between(mentions, from, to).filter((mention) => mention.to <= to && isAdult(mention))
    // "He should live with his mother": a pronoun that none of them can have is the child's.
    const alone = (word: string): boolean =>
      adults.every(({gender}) => (gender === 'she' && ofHim.has(word)) || (gender === 'he' && ofHer.has(word)))
    for (let i = from; i < to; i++) {
      const word = tokens.base[i] as string
      if (named.has(i) || ofChild.has(word) || several.has(word) || (single.has(word) && alone(word))) return true
    }
    return false
  }
  // What a list or its neighbours say of the child is said of each of its steps.
  const speakOfChild = oncePer((near: readonly Sentence[]) =>
    near.some((sentence) => document.blocks[sentence.block]?.kind !== 'heading' && speaksOfChild(sentence))
  )
  for (const step of steps)
    if (!speakOfChild(beside(step)))
      yield {
        at: step,
        entry: 'outcome',
        message: 'This recommendation does not say what it should do for the child.',
        instead: ['Say what will be different for the child, by name.']
      }
}
