import {onAsking} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import {sentenceBeside} from './passages.ts'

const opening = '["“‘\'*_]*'
const closing = '["”’\'*_]*'

/** *The word placement*, *no words like going forward or placement*; not *her word*, *in other words*. */
const theWord = onAsking(
  () =>
    new RegExp(
      `(?<!\\b(?:other|her|his|my|your|their|good)\\s)\\b(?:words?|phrases?|terms?)\\s(?:(?:like|such as)\\s(?:[^.;:!?()]{2,40}\\s(?:or|and|nor)\\s)?)?${opening}$`,
      'i'
    )
)
/** *The word on the letter was placement*: … */
const theWordWas = onAsking(
  () =>
    new RegExp(
      `\\b(?:the|that|a|one|another|their|whose)\\s(?:[a-z]+\\s)?(?:word|phrase|term)\\b[^.;:!?]{0,40}\\b(?:is|was)\\s${opening}$`,
      'i'
    )
)
/** *Grown-ups call it contact*: … */
const othersSay = onAsking(
  () =>
    new RegExp(
      `\\b(?:grown-ups|adults|lawyers|solicitors|people|judges|teachers|social workers|professionals|they|some|others)\\s(?:(?:often|sometimes|always|all|usually|just)\\s)?(?:(?:say|write)|call (?:it|this|that|them))\\s${opening}$`,
      'i'
    )
)
/** *Time with Dad, which the law calls contact*; *what the council calls a placement*; *a meeting called a core group* */
const isCalled = onAsking(
  () =>
    new RegExp(
      `(?:\\b(?:which|what) (?:(?!(?:was|were|is|are|has|had|and|or)\\b)[\\p{L}'’-]+ ){1,4}?(?:calls?|called|terms?|termed)|(?:\\b(?:is|are|was|were|be|been|being|gets?|sometimes|often|also|usually)|[,(–—])\\s?(?:called|known as))\\s(?:(?:an?|the|his|her|their|my|your)\\s)?${opening}$`,
      'iu'
    )
)
/** *Home (in the council’s word, a placement)*; not *in his word, contact is fine* */
const inTheirWord = onAsking(
  () =>
    new RegExp(
      `\\bin (?:the|court|council|legal|social work) ?(?:[\\p{L}'’-]+ ){0,3}(?:word|jargon|language|shorthand),?\\s(?:(?:an?|the)\\s)?${opening}$`,
      'iu'
    )
)
/** … and no more is said than the word. */
const nothingMore = onAsking(
  () => new RegExp(`^${closing}(?:\\s*[.,;:!?)–—]|\\s+(?:but|and|or|though|because|in|on|at)\\b|\\s*$)`, 'i')
)
/** What says that the writer would not say so. */
const otherwise = onAsking(
  () =>
    /\b(?:I|we)(?:['’]d|['’]ll|['’]m)?\s(?:(?:would|will|am|are|just|rather|prefer to|like to|going to|always|only|shall)\s){0,3}(?:say|call|calling|saying|write|use|mean)\b|\byou\s(?:hate|hated|don['’]t like|didn['’]t like|laughed)\b/i
)

const calledOff = /^\s+off\b/i

/** What must be there for each of them, which takes less to look for. */
const namesWords = /\b(?:word|phrase|term)/i
const endsCalling = /\b(?:calls?|called|terms?|termed|known as)\s(?:(?:an?|the|his|her|their|my|your)\s)?["“‘'*_]*$/i
const namesLanguage = /\b(?:word|jargon|language|shorthand),?\s(?:(?:an?|the)\s)?["“‘'*_]*$/i
const endsSaying = /\b(?:say|write|it|this|that|them)\s["“‘'*_]*$/i

/** How far from the words what speaks of them can stand, in UTF-16 units. */
const reach = 100

/** Is a word spoken of as a word, and not used: *Grown-ups call it contact, but I’ll say seeing Mum*? */
export function isOnlyMentioned(tokens: Tokens, words: Span & {readonly from: number}): boolean {
  const {text, sentences} = tokens
  const index = tokens.sentence[words.from] as number
  const sentence = sentences[index]
  if (!sentence) return false
  const lead = text.slice(Math.max(sentence.start, words.start - reach), words.start)
  const rest = text.slice(words.end, Math.min(sentence.end, words.end + reach))
  if (endsCalling.test(lead) && isCalled().test(lead) && !calledOff.test(rest)) return true
  if (namesLanguage.test(lead) && inTheirWord().test(lead) && nothingMore().test(rest)) return true
  const isOfWords = namesWords.test(lead)
  if (!isOfWords && !endsSaying.test(lead)) return false
  if (isOfWords && theWord().test(lead)) return true
  if (!nothingMore().test(rest)) return false
  if (isOfWords && theWordWas().test(lead)) return true
  if (!othersSay().test(lead)) return false
  const last = sentenceBeside(tokens, index, 1) ?? sentence
  return otherwise().test(text.slice(words.end, last.end))
}
