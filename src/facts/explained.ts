import {onAsking} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {isRole, isWorkExplained, saidBeside} from './explained-role.ts'
import {sentenceBeside} from './passages.ts'

/** A stretch of text with the words it covers, `from` to `to`. */
type Words = Span & {readonly from: number; readonly to: number}

/** Quotation and emphasis marks that may open before a word. */
const opening = '["“‘\'*_]*'

/** How an explanation begins: *a meeting where …*, *someone who …*, *when the judge …* … */
const gists = wordSet(
  'a an the someone somebody people when where what how who just like something your my our place places adults rule rules word words'
)
/** … or with one of these phrases. */
const gistPhrases = /^(?:one of|another (?:word|way|name)|grown-ups)\b/i

const beginsGist = (text: string): boolean => gists.has(/^\w+/.exec(text)?.[0].toLowerCase()) || gistPhrases.test(text)

/** Does a text begin with this, and then explain? */
const explainedAfter =
  (lead: RegExp) =>
  (text: string): boolean => {
    const led = lead.exec(text)
    return led !== null && beginsGist(text.slice(led[0].length))
  }

// Most words are followed by nothing of this kind, and what follows tells which of these could match: they are many,
// and each takes long to compile.

/** What may stand straight after words that the sentence explains, by the sign with which it begins. */
// An interim care order (a paper that …); not (12 June) or (see above).
const inBrackets =
  /^\s*[([](?!\s*(?:on|at|in|see|from|dated|of|by|section|page|para|part|the same|case|no)\b)\s*["“‘'*_]*[a-z\u00c0-\u024f]{2,}/i
// … – the paper that says …; -- a meeting
const afterDash = explainedAfter(
  /^\s*(?:[–—]|-{1,3}(?=\s))\s*(?:or |that is,? |in other words,? |so |i\.?e\.?,? |that’s |that's |this is |which )?/i
)
const afterColon = /^\s*[:=]\s*["“‘'*_]*\p{L}/u

function explainsBySign(sign: string, rest: string): boolean {
  if (sign === '(' || sign === '[') return inBrackets.test(rest)
  if (sign === '–' || sign === '—' || sign === '-') return afterDash(rest)
  return (sign === ':' || sign === '=') && afterColon.test(rest)
}

/** … and what begins with one of these words. */
const explaining = wordSet('and so which that this it meaning i ie in or')
const afterWord: readonly RegExp[] = [
  // …, which means; …, that is; …, or; …, in other words
  /^,?\s*(?:(?:and|so)\s+)?(?:which|that|this|it)(?:['’]s|\s+(?:just |really |simply |only )?(?:means?|is|are|was|were))\s+(?!(?:why|because|not|on|in|at|listed|due|going|being|now|very|really|so|still|fixed|next|today|tomorrow)\b)/i,
  /^,?\s*(?:meaning|that is,|i\.?e\.?|in other words|or,? (?:in plain words|to put it simply|as we call it))\b/i,
  /^,?\s+(?:which|that)\s+(?:means?|says?|lets?|tells?|gives?|decides?|sets? out|looks? (?:at|after)|helps?|keeps?|makes?|checks?|happens? when)\b/i
]
/** … for you, which means that … */
const meansLater =
  /^[^.;:!?]{0,48}[,–—]\s*(?:(?:and|or)\s+)?(?:which|that|this|it)\s+(?:just |really |simply |only )?means?\b/i
/** Few do, and the next takes long to compile. */
const beginsSo = /^,?\s*so /i
/** It is a care order, so the council shares … */
const soThat = onAsking(
  () =>
    /^,?\s*so (?:that )?(?:the (?:council|judge|court)|social workers|nobody|no one|everybody|everyone) (?:(?:would|will|can|could|may|must|has to|have to|still|now|also|no longer|always|never)\s){0,3}(?:shares?|looks? after|decides?|helps?|makes? (?:the |some |big )*decisions)\b/i
)
/** … on 10 March, which is a meeting …: when and where stand between. */
const whenWhere = /^\s(?:at|on|in|next|this)\s[^.;:!?()[\],–—]{1,40}?(?=\s*[,:(–—]|\s-{1,2}\s)/i
const whatAfterThat = onAsking(
  () =>
    /^\s*[,:(–—-]+\s*(?:(?:which|that|this|it)(?:['’]s|\s(?:is|was|will be))\s)?(?:(?:just|simply|really|only)\s)?(?:an?\s(?:[a-z]+\s){0,2}(?:meeting|paper|plan|person|rule|place|team|group|list|talk)\b|some(?:one|body)\swho\b|when (?:the judge|a judge|judges|everyone|everybody|we all|people|grown-ups|adults|lawyers) (?:will |can |must )?(?:all )?(?:listens?|decides?|makes?|meets?|talks?|hears?|asks?|looks?)\b)/i
)
/** …, the person who …; …, a meeting where …: only where the words do not end an opening phrase (*At the final hearing, a judge …*). */
const apposition = explainedAfter(/^,\s*(?:or\s+)?/i)
const openingPhrase =
  /^(?:at|in|on|after|before|during|until|by|since|when|while|if|as|following|for|under|with|because|once|whether)\b/i
/** *A final hearing is when …*: a sentence that is there to explain. */
const definition = explainedAfter(
  /^["”’'*_]*\s*(?:just |really |simply |only )?(?:means?|meaning|is|are|was|were)\s+(?:really |simply |only )?/i
)
const meaning = /^\s*(?:just |really |simply |only )?means?\b|^\s*(?:happens?|is|are)\s+(?:when|where|what)\b/i
/** With which words both begin. */
const defining = wordSet('just really simply only mean means meaning is are was were happen happens')
/** What follows the words where a sentence asks what they mean. */
const answering = wordSet('is are was were means mean does do')
const barely = /^["“‘'*_\s]*(?:an?|the|your|my|our|this|that|all|these)?\s*["“‘'*_]*$/i

/** *You asked me what a section 7 report is: …*: the sentence asks what the words mean … */
const asks = /\bwhat(?:\s(?:an?|the|your|my|our|this|that|all these|these|those))?\s["“‘'*_]*$/i
const asked = /^\s*(?:is|are|was|were|means?|does|do)["”’'*_]*\s*(?:$|[.?]|:|[–—]|-{1,2}(?=\s))\s*/i
/** … and goes on with something, but a promise to say it later … */
const promise = /^["“‘'*_]*(?:I|we|you|let|more|see|please|ask)\b/i
/** … or the next one does: *It is a long letter to the judge.* */
const answersNext = explainedAfter(
  /^["“‘'*_(]*(?:this|that|it|they|these)(?:['’](?:s|re)|\s+(?:is|are|was|were|means?))\s+/i
)

/** How far from the words what explains them can stand, in UTF-16 units. */
const reach = 400

/** In UTF-16 units: what barely opens a sentence is short. */
const longestLead = 60

/** What stands straight before: *called a …*, *what grown-ups call …*, *the home where you live (your …)*. */
const before = new RegExp(
  `(?:\\bcalled|\\bcall (?:it|this|that|them|these|him|her|me|us)?|\\bknown as|\\b(?:word|name|phrase|term)s? (?:for (?:this|that|it|them|him|her|me) )?(?:is|are)|\\bthat is,|\\bin other words,|\\b(?:sometimes|often) (?:say|call it|hear))\\s*(?:an?|the|your|my|our)?\\s*${opening}$`,
  'i'
)
/** With which of its words it ends, an article left aside. */
const naming = wordSet('called call it this that them these him her me us as is are words say hear')
const bracketed = new RegExp(
  `[a-z\\u00c0-\\u024f][^()]{3,}[(–—]\\s*(?:an?|the|your|my|our|this is|called|known as|that’s|that's)?\\s*${opening}$`,
  'i'
)
/** The sentence that follows begins so. */
const following =
  /^["“‘'*_(]*(?:this|that|it|these|they|which)(?:['’](?:s|re))?\s+(?:just |really |simply |only |all )?(?:means?\b|(?:is |are )?(?:when|where|what|how|who|someone|people|just|the (?:(?:first|last|next|final|main|big|biggest|small|short|long|special|important|legal) ){1,2}(?:name|word|person|place|paper|plan|rule|law|meeting|order|line)|the (?:name|word|person|people|place|time|day|paper|plan|rule|law|meeting|order|line|way)|an? (?:paper|plan|person|meeting|rule|place|word|way|team|group|kind|sort)|an? (?:[a-z]+ ){0,2}(?:name|word|phrase|term|title) for)\b)/i

const pronouns = wordSet('this that it these they which')

/**
 * Does the sentence around these words say what they mean: an apposition, a colon, brackets, *that is*, *which means*,
 * *called*? The sentence that follows counts where it begins so: *This means that …*.
 */
export function isExplained(tokens: Tokens, words: Words): boolean {
  const {text} = tokens
  const index = tokens.sentence[words.from] as number
  const sentence = tokens.sentences[index]
  if (!sentence) return false
  const lead = text.slice(Math.max(sentence.start, words.start - reach), words.start)
  const rest = text.slice(words.end, Math.min(sentence.end, words.end + reach)).replace(/^["”’'*_]+/, '')
  const sign = /\S/.exec(rest)?.[0] ?? ''
  if (explainsBySign(sign, rest)) return true
  if (explaining.has(tokens.base[words.to] ?? '') && afterWord.some((pattern) => pattern.test(rest))) return true
  if (saysMean(tokens, words.to, sentence.to) && meansLater.test(rest)) return true
  if (sign === ',' && apposition(rest) && !isOpening(lead)) return true
  const opens = words.from - sentence.from < 2 && lead.length <= longestLead && barely.test(lead)
  if (opens && defines(tokens, words.to, rest)) return true
  if ((mayName(tokens, words.from - 1) || mayName(tokens, words.from - 2)) && before.test(lead)) return true
  if (/^[)–—]/.test(sign) && bracketed.test(lead)) return true
  if ((beginsSo.test(rest) && soThat().test(rest)) || explainsFurtherOn(rest)) return true
  const after = sentenceBeside(tokens, index, 1)
  if (isRole(tokens.base[words.to - 1]) && isWorkExplained({lead, rest, ...saidBeside(tokens, index)})) return true
  if (answering.has(tokens.word[words.to]) && asks.test(lead) && isAnswered(tokens, rest, after)) return true
  if (after !== null && speaksOfBefore(tokens, after)) return true
  for (let n = 1; n <= furthestDefinition; n++) {
    const later = sentenceBeside(tokens, index, n)
    if (later !== null && definesAgain(tokens, later, words)) return true
  }
  return false
}

/** How many sentences on the words may come again with what they are. */
const furthestDefinition = 3

/** Does what they are follow once it has been said when or where? */
function explainsFurtherOn(rest: string): boolean {
  const between = whenWhere.exec(rest)
  return between !== null && whatAfterThat().test(rest.slice(between[0].length))
}

function isAnswered({text}: Tokens, rest: string, next: Sentence | null): boolean {
  const led = asked.exec(rest)
  if (!led) return false
  const answer = rest.slice(led[0].length)
  if (/\p{L}/u.test(answer)) return !promise.test(answer)
  return next !== null && answersNext(text.slice(next.start, next.end))
}

/** Does a sentence that goes on with word `i` say there what the words before it are? */
const defines = ({word}: Tokens, i: number, rest: string): boolean =>
  defining.has(word[i]) && (definition(rest) || meaning.test(rest))

function saysMean({word}: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (word[i]?.startsWith('mean')) return true
  return false
}

const mayName = (tokens: Tokens, i: number): boolean => naming.has(tokens.word[i] ?? '')

/** The words end a phrase that only says when or where, a few words long. */
const isOpening = (lead: string): boolean => openingPhrase.test(lead.trim()) && lead.trim().split(/\s+/).length < 5

const articles = wordSet('a an the')

/** *That means …* */
function speaksOfBefore({text, word}: Tokens, next: Sentence): boolean {
  const [pronoun = ''] = (word[next.from] as string).split("'")
  return pronouns.has(pronoun) && following.test(text.slice(next.start, next.start + 100))
}

/** The words again with what they are: *A care plan is …*. */
function definesAgain(tokens: Tokens, next: Sentence, words: Words): boolean {
  const length = words.to - words.from
  const first = articles.has(tokens.word[next.from]) ? next.from + 1 : next.from
  for (let n = 0; n < length; n++) if (tokens.base[first + n] !== tokens.base[words.from + n]) return false
  const rest = tokens.text.slice(tokens.end[first + length - 1], next.end)
  return defines(tokens, first + length, rest)
}
