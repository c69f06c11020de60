import {onAsking, oncePer} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'

const quote = '["“”‘’\'*_]*'

/** What sets apart what is told, with a word between at most: *the multi-agency meeting – one where …*. */
const setApart = /^["”’'*_]*(?:\s\p{Ll}+)?\s*(?:[(\u005b,:–—]|-{1,3}(?=\s))\s*/u
/** … that is, …: whatever follows tells. */
const thatIs = onAsking(
  () => /^(?:that is,|that is to say|that['’]s to say|i\.?e\.?[\s,]|in (?:other|plain|plainer|simple) words|or rather)/i
)
/** …, which means …; … (or …): what follows has to be something that a word can mean. */
const meaning = onAsking(
  () => /^(?:(?:which|this|that|it) (?:just |simply |really )?(?:means|is|are|was|were)|meaning|short for|or)\s/i
)
/** *A handful of people who meet each month*, *one where school and council sit down together*, *one the law says …*. */
const gist = onAsking(() => {
  const kind =
    'meeting|group|team|handful|plan|paper|list|day|night|weekend|week|break|stay|home|house|place|family|people|person|child|children|adult|carer|carers|somebody|someone|course|order|decision|service|check|visit|move'
  const which = 'who|whose|that|which|where|when|so|to|for|with'
  return new RegExp(
    `^(?:one (?:${which}|the|they|we)|(?:(?:an?|the|other) (?:(?!(?:one|first|second|third|last|next|only|same|latest)\\b)[\\p{Ll}-]+ ){0,3})?(?:${kind})s?\\b[^.;:!?()]{0,60}?\\b(?:${which}))\\b`,
    'iu'
  )
})
/** *Permanence means a home for good*; *A core group is a meeting where …* */
const defines = /^["”’'*_]*\s(?:just |simply |really )?means?\s/i
const isDefined = /^["”’'*_]*\s(?:is|was)\s/i
const opensSentence = new RegExp(`^${quote}(?:an?\\s${quote})?$`, 'i')
const opensWithArticle = /^["“‘'*_]*an?\s/i

/** *Time with family (contact)*, *her home, or placement,*: the plain words come first. */
const bracketed = new RegExp(`[([–—]\\s*(?:(?:or|also|called|known as|the|an?|your|his|her|their)\\s)*${quote}$`, 'i')
const afterOr = new RegExp(`,?\\sor\\s(?:the\\s|an?\\s)?${quote}$`, 'i')
const closesAside = new RegExp(`^${quote}\\s*[)\\u005d–—]`)
const closesPhrase = new RegExp(`^${quote}\\s*[,.;:)\\u005d–—]`)

/** How far from the words what tells them can stand, in UTF-16 units. */
const reach = 120
/** How soon the plain words come. */
const soon = 60

/** The plain words of suggestions as they can stand in a text: up to what is filled in, and no notes to the writer. */
const plainWords = oncePer((instead: readonly string[]): readonly string[] =>
  instead
    .filter((words) => !words.startsWith('say '))
    .map((words) => inOneCase(words.replace(/^\{[^}]*\}/, '').split('{')[0] as string))
    .filter((words) => words.length > 3)
)

const inOneCase = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}']+/gu, ' ')
    .trim()

/** Does a text have some of these words? They may go on: *homes* for *home*. */
function has(words: readonly string[], text: string): boolean {
  const said = ` ${inOneCase(text)}`
  return words.some((each) => said.includes(` ${each}`))
}

/**
 * Does the sentence also say in plain words what a word of the service is: *siblings (brothers and sisters)*, *respite: a
 * weekend with other carers so that Gran can rest*? That a thing is described (*the placement, which is far away*) is not
 * enough.
 *
 * @param instead what the dictionary would have said
 */
export function isTold(tokens: Tokens, words: Span & {readonly from: number}, instead: readonly string[]): boolean {
  const {text, sentences, sentence} = tokens
  const around = sentences[sentence[words.from] as number]
  if (!around) return false
  const lead = text.slice(Math.max(around.start, words.start - reach), words.start)
  const rest = text.slice(words.end, Math.min(around.end, words.end + reach))
  const plain = plainWords(instead)
  const says = (told: string): boolean => gist().test(told) || has(plain, told.slice(0, soon))
  const apart = setApart.exec(rest)?.[0]
  if (apart !== undefined && tellsAfter(apart, rest.slice(apart.length), lead, says)) return true
  const opens = words.from - around.from < 2 && opensSentence.test(lead)
  if (opens && defines.test(rest) && says(rest.replace(defines, ''))) return true
  if (opens && opensWithArticle.test(lead) && isDefined.test(rest) && gist().test(rest.replace(isDefined, '')))
    return true
  const isAside = (closesAside.test(rest) && bracketed.test(lead)) || (closesPhrase.test(rest) && afterOr.test(lead))
  return isAside && has(plain, lead.slice(-soon))
}

/** @param apart the sign after the words, with what stands before it */
function tellsAfter(apart: string, told: string, lead: string, says: (told: string) => boolean): boolean {
  if (thatIs().test(told)) return true
  const means = meaning().exec(told)?.[0]
  if (means !== undefined) return says(told.slice(means.length))
  // *…, brothers and sisters, …* is a list; *Contact: time with Dad on Saturdays* is a label.
  if (apart.includes(',') || (apart.includes(':') && !/\p{L}\s+\p{L}/u.test(lead))) return false
  return says(told)
}
