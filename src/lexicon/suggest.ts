import type {PartOfSpeech} from '../model/dictionary.ts'
import {inflectVerb, plural} from './inflect.ts'
import type {Form} from './lexicon.ts'

/** What the slots of a suggestion stand for in one document. */
export interface Slots {
  /** The child's name as they are called; `null` where nobody knows it or there are several. */
  readonly child: string | null
  readonly audience: 'letter' | 'report'
  /** The words found begin their sentence, so that a suggestion takes their capital. */
  readonly first: boolean
  /** The relative named beside the words found, in the child's own word (`Mum`, `your dad`); `null` where none is. */
  readonly family: string | null
}

const possessive = (name: string): string => `${name}’s`

const prepositions = /^(with|of|for|to|in|at|from|who|whose|that|where|when|by|about|on|after|and|or|between|not|as)$/

/** Makes the noun of a phrase plural: the word before the first preposition, or the last. */
function pluralPhrase(phrase: string): string {
  const words = phrase.split(' ')
  // "people who help", "what life is like", "keeping safe" have no one noun to count.
  if (
    words.some((word) => /^(who|that|which|where|when|what|how|why)$/.test(word)) ||
    /^\p{Ll}+ing$/u.test(words[0] ?? '')
  )
    return phrase
  if (/^(the|a|an|your|\{)/.test(words[0] ?? '') && words[0] !== 'a' && words[0] !== 'an') return phrase
  if (words[0] === 'a' || words[0] === 'an') words.shift()
  const stop = words.findIndex((word, index) => index > 0 && prepositions.test(word))
  const at = (stop < 0 ? words.length : stop) - 1
  const noun = words[at]
  // Proper names, slots, uncountable things and what is plural already stay as they are.
  if (
    noun &&
    /^[a-z]{3,}$/.test(noun) &&
    !/(s|time|help|care|work|living|family|support|information|news|staff)$/.test(noun)
  )
    words[at] = plural(noun)
  return words.join(' ')
}

function inForm(phrase: string, form: Form, as: PartOfSpeech | undefined): string {
  if (form === 'base' || as === undefined || as === 'adjective') return phrase
  if (as === 'noun') return form === 's' ? pluralPhrase(phrase) : phrase
  const [verb = '', ...rest] = phrase.split(' ')
  if (!/^[a-z]+$/.test(verb)) return phrase
  return [inflectVerb(verb, form), ...rest].join(' ')
}

const withYou: Readonly<Record<string, string>> = {
  does: 'do',
  has: 'have',
  is: 'are',
  was: 'were',
  "doesn't": "don't",
  "isn't": "aren't"
}

/** *you does* → *you do*: entries are written of a child who is spoken of. */
const agreeing = (words: string): string =>
  words.replace(/\byou (\p{Ll}+(?:['’]t)?)/gu, (whole, verb: string) => {
    const plain = withYou[verb.replace('’', "'")]
    if (plain) return `you ${plain}`
    const base = verb.slice(0, -1)
    return /[^s]s$/.test(verb) && inflectVerb(base, 's') === verb ? `you ${base}` : whole
  })

/**
 * An entry's suggestions as somebody would write them here: in the form of the words found, slots filled in, with their
 * capital. A suggestion with a slot that cannot be filled is left out unless nothing else is there.
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
  const child = toChild ? 'you' : (slots.child ?? 'the child’s name')
  const whose = toChild ? 'your' : slots.child ? possessive(slots.child) : 'the child’s'
  const family =
    slots.family ?? (toChild ? 'your family' : slots.child ? `${possessive(slots.child)} family` : 'family')
  const filled = instead.map((phrase) => {
    const words = inForm(phrase, form, as)
      .replaceAll("{child's}", whose)
      .replaceAll('{child’s}', whose)
      .replaceAll('{your}', whose)
      .replaceAll('{you}', child)
      .replaceAll('{child}', child)
      .replaceAll('{family}', family)
    const said = agreeing(words)
    const capital = slots.first && /^\p{Lu}/u.test(found)
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
