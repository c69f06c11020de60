import {retext} from 'retext'
import retextReadability from 'retext-readability'
import retextSimplify from 'retext-simplify'
import type {Facts} from './facts/facts.ts'
import {namedWords} from './facts/named.ts'
import {readerAge} from './facts/readers.ts'
import {isWithin, plainParts} from './facts/reading.ts'
import type {Draft} from './model/finding.ts'
import {firstWhere} from './model/search.ts'
import {overlaps, type Span} from './model/span.ts'
import type {Tokens} from './model/tokens.ts'
import {hardToRead} from './rules/hard-to-read.ts'
import type {Rule} from './rules/rule.ts'
import {wordy} from './rules/wordy.ts'

/** What both rules call their findings, so that they can be switched off by themselves: `wordy/retext: off`. */
const entry = 'retext'

interface Said {
  /** In the document's text. */
  readonly at: Span
  readonly reason: string
  readonly expected: readonly string[]
}

type Processor = Pick<ReturnType<typeof retext>, 'processSync'>

/** Runs a plugin as it comes over every block that is judged, one by one, as no sentence reaches over two. */
function* say(processor: Processor, {document, tokens}: Facts): Generator<Said> {
  for (const index of new Set(tokens.block)) {
    const block = document.blocks[index]
    if (!block) continue
    const {messages} = processor.processSync(document.text.slice(block.start, block.end))
    for (const {place, reason, expected} of messages) {
      if (!place || !('start' in place)) continue
      const [start, end] = [place.start.offset, place.end.offset]
      if (start === undefined || end === undefined) continue
      yield {at: {start: block.start + start, end: block.start + end}, reason, expected: expected ?? []}
    }
  }
}

/** The first word that begins at an offset or after it. */
function firstWord({start, count}: Tokens, offset: number): number {
  return firstWhere(count, (middle) => (start[middle] as number) >= offset)
}

const simplify = retext().use(retextSimplify).freeze()

/** Plainer words, by the table of retext-simplify: longer than our own, and less choosy. */
const plainer: Rule = {
  ...wordy,
  examples: [],
  *check(facts) {
    const {tokens, document} = facts
    const named = namedWords(tokens, facts.mentions)
    const isName = (at: Span): boolean => {
      const from = firstWord(tokens, at.start)
      const to = firstWord(tokens, at.end)
      return to > from && named.subarray(from, to).every((name) => name === 1)
    }
    for (const {at, reason, expected} of say(simplify, facts)) {
      if (isName(at)) continue
      const words = document.text.slice(at.start, at.end)
      const capital = /^\p{Lu}\p{Ll}/u.test(words)
      yield {
        at,
        entry,
        severity: 'advice',
        message: / remove it/.test(reason)
          ? `retext-simplify: “${words}” can be left out.`
          : `retext-simplify: “${words}” has a plainer word.`,
        instead: expected
          .slice(0, 3)
          .map((each) => (capital ? each.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : each))
      } satisfies Draft
    }
  }
}

const most = 7
/** Its formulas were made for whole texts; in a short sentence one long word decides. */
const minWords = 10

/** *Year 4 or 5*: where children of an age are at school in England and Wales. */
const schoolYear = (age: number): string => `Year ${age - 5} or ${age - 4}`

/**
 * Hard sentences, by the seven formulas of retext-readability. Those stand alone that our own measure has not spoken of
 * already; quoted words count in every formula, so sentences that quote somebody are left alone.
 */
const harder: Rule = {
  ...hardToRead,
  examples: [],
  *check(facts) {
    const age = readerAge(facts)
    const parts = facts.audience === 'letter' ? null : plainParts(facts)
    const spoken = [...hardToRead.check(facts)].flatMap(({at}) => at ?? [])
    const processor = retext().use(retextReadability, {age, minWords}).freeze()
    for (const {at, reason} of say(processor, facts)) {
      if (parts && !isWithin(parts, at)) continue
      if ([...spoken, ...facts.quotations].some((span) => overlaps(span, at))) continue
      const agreeing = Number(/(\d) out of/.exec(reason)?.[1] ?? most)
      yield {
        at,
        entry,
        severity: 'advice',
        message: `retext-readability: ${agreeing} of its ${most} formulas put this sentence above a reader of ${age} (${schoolYear(age)}). They count an easy word that comes again as a hard one, and names as well.`
      } satisfies Draft
    }
  }
}

/**
 * A second opinion for `check`’s `extraRules`: retext-simplify and retext-readability as they come, their messages as
 * advice that is settled like all other findings.
 */
export const retextRules: readonly Rule[] = [plainer, harder]
