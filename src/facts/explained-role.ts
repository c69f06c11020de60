import {onAsking} from '../model/once.ts'
import type {Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {sentenceBeside} from './passages.ts'

/** Who somebody is by their work, as the last of the words found. */
const roles = wordSet(
  'guardian guardians officer officers advocate advocates adviser advisers advisor advisors worker workers reporter supervisor solicitor solicitors barrister barristers counsel mediator mediators mentor coordinator assessor assessors visitor magistrate magistrates chair therapist'
)

/** What people in such work do, said so that a child sees it: *I find out what you want*; not *I check my phone*. */
const doing =
  '(?:finds? out (?:what|how|who|where|whether|if)|checks? (?:that|how|on|up on|whether|if)|makes? sure|helps? (?:you|children|young people|people|families|parents|everybody|everyone|the judge|judges|the court)|tells? (?:the |a )?(?:judges?|court)|speaks?(?: up)? for|stands? up for|listens? to|looks? after (?:you|children))\\b'
/** What says nothing of the work, though it is called a job: *My job is to see you on Friday*. */
const jobOfToday = '(?!(?:see|visit|come|write|ring|meet|call|text|e-?mail|be (?:here|there)|say (?:hello|goodbye))\\b)'
const mine = '(?:my|our|his|her|their|your|the|a)'
const toDo = `(?:${mine} (?:job|role|work) is|it(?:['’]s| is) (?:${mine} )?(?:job|role)|it(?:['’]s| is) ${mine} (?:job|role)) to ${jobOfToday}`

/** …, whose job is to …; …, so I check that …; … (I find out what you want); … because the judge has asked me to find out … */
const sameSentence = onAsking(
  () =>
    new RegExp(
      `^(?:,?\\s*(?:and )?whose (?:job|role|work)(?: it)? is to ${jobOfToday}|,?\\s*(?:and|so) ${toDo}|,?\\s*so (?:I|we|he|she|they) ${doing}|\\s*[(–—-]+\\s*(?:I|we|he|she|they) ${doing}|,?\\s*because (?:the|a) (?:judge|court|council) (?:has |have )?(?:asked|chosen|chose|picked|told|wants) (?:me|him|her|them|us) to ${doing})`,
      'i'
    )
)
/** *My job is to …*; *She finds out what …* */
const nextSentence = onAsking(
  () => new RegExp(`^["“‘'*_(]*(?:(?:and|so) )?(?:${toDo}|(?:he|she|they) (?:always |also )?${doing})`, 'i')
)
/** The same, of whoever writes: only after a sentence of their own. */
const nextOfMine = onAsking(
  () =>
    new RegExp(
      `^["“‘'*_(]*(?:(?:and|so) )?(?:(?:I|we) (?:always |also )?${doing}|[^.!?]{0,30}\\bwhat I do\\b[^.!?]{0,12}\\b${doing})`,
      'i'
    )
)
const ofMyself = /\b(?:I|my|me)\b|\bhere\b/
/** *The judge picks somebody to find out what the child wants, and that’s me.* */
const thatIsMe = /\bthat(?:['’]s| is) (?:me|my job|what I do|what I['’]m for)\b/i
/** *She asked me to find out what you want. That makes me your …* */
const makesMe = /\b(?:that|this|which) makes (?:me|us|him|her|them)\s(?:an?\s|the\s|your\s)?["“‘'*_]*$/i
const anyDoing = onAsking(() => new RegExp(`\\b${doing}`, 'i'))

// The above take long to compile, and most sentences have nothing of what they look for.
const tellsOfWork = /\b(?:job|role|work|finds?|checks?|makes?|helps?|tells?|speaks?|stands?|listens?|looks?)\b/i
const goesOn = /^[\s,(–—-]*(?:and |so |whose |because |I |we |he |she |they )/i
const goesOnNext = /^["“‘'*_(]*(?:and |so )?(?:my|our|his|her|their|your|the|a|it|he|she|they)\b/i
const mayTell = (words: string, beginning: RegExp): boolean => beginning.test(words) && tellsOfWork.test(words)

interface Around {
  /** The sentence before the words, and after them. */
  readonly lead: string
  readonly rest: string
  /** The sentence before and the sentence after, in the same paragraph; empty where there is none. */
  readonly previous: string
  readonly next: string
}

/** Does this word say who somebody is by their work? */
export const isRole = (word: string | undefined): boolean => roles.has(word)

/** Are words for somebody’s work followed by what that work is? */
export function isWorkExplained({lead, rest, previous, next}: Around): boolean {
  if (mayTell(rest, goesOn) && sameSentence().test(rest)) return true
  if (mayTell(next, goesOnNext) && nextSentence().test(next)) return true
  if (ofMyself.test(lead) && tellsOfWork.test(next) && nextOfMine().test(next)) return true
  if (thatIsMe.test(next) && anyDoing().test(next)) return true
  return makesMe.test(lead) && anyDoing().test(previous)
}

/** How much of a sentence beside the words is looked at, in UTF-16 units. */
const reach = 400

/** The sentence before sentence `index` and the one after it, where they are in the same paragraph. */
export function saidBeside(tokens: Tokens, index: number): Pick<Around, 'previous' | 'next'> {
  const said = (steps: number): string => {
    const other = sentenceBeside(tokens, index, steps)
    return other ? tokens.text.slice(other.start, Math.min(other.end, other.start + reach)) : ''
  }
  return {previous: said(-1), next: said(1)}
}
