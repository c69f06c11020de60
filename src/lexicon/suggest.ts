import {startsWithCapital} from '../model/characters.ts'
import type {PartOfSpeech} from '../model/dictionary.ts'
import {wordSet} from '../model/words.ts'
import {inflectVerb, participle, plural} from './inflect.ts'
import type {Form} from './lexicon.ts'

/** What the slots of a suggestion stand for in one document. */
export interface Slots {
  /** The child's name as they are called; `null` where nobody knows it or there are several. */
  readonly child: string | null
  readonly audience: 'letter' | 'report'
  /** The word before those found, in lower case and without adverbs; empty where a clause begins. */
  readonly before: string
  /** The words found begin their sentence, so that a suggestion takes their capital. */
  readonly first: boolean
  /** The relative named beside the words found, in the child's own word (`Mum`, `your dad`); `null` where none is. */
  readonly family: string | null
}

const possessive = (name: string): string => `${name}’s`

/** What is counted stands before the first of these. */
const after = wordSet(
  'with of for to in at from who whose that which where when by about on after and or between not as we you made having exploited without dependent'
)
/** Nouns that stay as they are: proper names, slots, uncountable things and what is plural already. */
const uncounted =
  /^(?!.*[a-z]{3})|[^a-z]|(s|time|help|care|work|living|family|support|information|news|staff|danger|distress|people|children|somebody|someone)$/

/** Makes the noun of a phrase plural, with its verb: *child who has hurt others* → *children who have hurt others*. */
function pluralPhrase(phrase: string): string {
  const words = phrase.split(' ')
  // "what life is like", "say who came", "keeping safe" have no one noun to count.
  if (/^(what|who|how|why|where|when|say|\p{Ll}+ing)$/u.test(words[0] ?? '')) return phrase
  if (/^(the|your|\{)/.test(words[0] ?? '')) return phrase
  if (words[0] === 'a' || words[0] === 'an') words.shift()
  const stop = words.findIndex((word, index) => index > 0 && after.has(word))
  const at = (stop < 0 ? words.length : stop) - 1
  const noun = words[at]
  if (!noun || uncounted.test(noun)) return words.join(' ')
  words[at] = plural(noun)
  return agreeing(words.join(' '), whoOr)
}

/** Phrases that begin so are clauses or notes to the writer: they have no verb to bring into another form. */
const noVerbFirst = wordSet(
  'what who whom whose how when where why which that did does was were is are has had could can cannot may might must should would will it he she they we you i this there the a an and or so as for by with at on in of to often still no nobody somebody someone adults older never then because children people both each one some'
)
const noteToWriter = /^say (?:what|who|whose|whom|which|how|when|where|why|whether|that the court)\b/
const perfect = new Set(['has', 'have', 'had', 'having'])
const passive = new Set(['be', 'been', 'being', 'is', 'was', 'are', 'were', 'am', 'get', 'gets', 'got', 'getting'])
/** Before the plain form of a verb, and so before *not* with one: *may not want to*, *to not want to*. */
const modals = wordSet('to will would can could may might must shall should did do does cannot and or not')

function verbPhrase(phrase: string, form: Form, before: string): string {
  const [verb = '', ...rest] = phrase.split(' ')
  if (verb === 'not') return negated(rest, form, before)
  if (!/^[a-z]+$/.test(verb) || noVerbFirst.has(verb) || (verb === 'say' && noteToWriter.test(phrase))) return phrase
  const inflected =
    form === 'past' && (perfect.has(before) || passive.has(before)) ? participle(verb) : inflectVerb(verb, form)
  return [inflected, ...rest].join(' ')
}

/** *refuses to* → *does not want to*. */
function negated([verb = '', ...rest]: readonly string[], form: Form, before: string): string {
  const plain = [verb, ...rest].join(' ')
  const other = (words: string): string => ['not', words, ...rest].join(' ')
  if (form === 's') return `does not ${plain}`
  if (form === 'ing') return other(inflectVerb(verb, 'ing'))
  if (form === 'past') return perfect.has(before) ? other(participle(verb)) : `did not ${plain}`
  return modals.has(before) ? `not ${plain}` : `do not ${plain}`
}

function inForm(phrase: string, form: Form, as: PartOfSpeech | undefined, before: string): string {
  if (as === 'verb') return verbPhrase(phrase, form, before)
  return as === 'noun' && form === 's' ? pluralPhrase(phrase) : phrase
}

const determiners = wordSet('the a an your his her its their my our this that these those any each every no')
const isDeterminer = (word: string): boolean => determiners.has(word) || /['’]s?$/.test(word)

/** *your* + *your home* → *your home*: what stands before the words found stays there. */
export const afterDeterminer = (phrase: string, before: string): string =>
  isDeterminer(before) ? phrase.replace(/^(?:the|an?|\{(?:child['’]s|your)\}) (?=\S)/, '') : phrase

const withYou: ReadonlyMap<string, string> = new Map([
  ['does', 'do'],
  ['has', 'have'],
  ['is', 'are'],
  ['was', 'were'],
  ["doesn't", "don't"],
  ["isn't", "aren't"]
])

/** A subject that takes the plain verb; *you* in *work with you is ending* is none. */
const youOr = /(?<!\b(?:with|for|of|to|about|by|from|at|on|after|against) )\b(you) ([a-z]+(?:['’]t)?)/g
const whoOr = /\b(who|that) ([a-z]+(?:['’]t)?)/g

/** *you does* → *you do*, *children who says* → *children who say*: entries are written of one who is spoken of. */
const agreeing = (words: string, subject: RegExp): string =>
  words.replace(subject, (whole, who: string, verb: string) => {
    const plain = withYou.get(verb.replace('’', "'"))
    if (plain) return `${who} ${plain}`
    const base = verb.slice(0, -1)
    return /[^s]s$/.test(verb) && inflectVerb(base, 's') === verb ? `${who} ${base}` : whole
  })

/**
 * An entry's suggestions as somebody would write them here: in the form of the words found, slots filled in, with their
 * capital, at most three. Where several children or none are known, `[name]` stands for the writer to fill.
 * @param found the words as they stand in the text
 */
export function suggest(
  instead: readonly string[],
  found: string,
  form: Form,
  as: PartOfSpeech | undefined,
  slots: Slots
): string[] {
  const toChild = slots.audience === 'letter'
  const child = toChild ? 'you' : (slots.child ?? '[name]')
  const whose = toChild ? 'your' : possessive(slots.child ?? '[name]')
  const family =
    slots.family ?? (toChild ? 'your family' : slots.child ? `${possessive(slots.child)} family` : 'family')
  const fill = (words: string): string =>
    words
      .replaceAll("{child's}", whose)
      .replaceAll('{child’s}', whose)
      .replaceAll('{your}', whose)
      .replaceAll('{you}', child)
      .replaceAll('{child}', child)
      .replaceAll('{family}', family)
  const filled = instead.map((phrase) => {
    const here = afterDeterminer(inForm(phrase, form, as, slots.before), slots.before)
    const words = here.includes('{') ? fill(here) : here
    const said = words.includes('you ') ? agreeing(words, youOr) : words
    const capital = slots.first && startsWithCapital(found)
    return capital ? said.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : said
  })
  return [...new Set(filled)].filter((words) => words.toLowerCase() !== found.toLowerCase()).slice(0, 3)
}

/** The article that the first word of a phrase takes. */
export const articleFor = (phrase: string): 'a' | 'an' =>
  /^(hour|honest|heir|honour)/i.test(phrase) ||
  (/^[aeiou]/i.test(phrase) && !/^(uni([^nm]|t)|use|usu|eu|one)/i.test(phrase))
    ? 'an'
    : 'a'
