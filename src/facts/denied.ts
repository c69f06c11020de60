import {onAsking} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import {sentenceBeside} from './passages.ts'

const being = "(?:are|were|was|is|have been|had been|['’]re)"
const notBeing =
  "(?:(?:are|were|was|is|have|had)(?: not| never|n['’]t)(?: been)?|['’]re (?:not|never)|never (?:are|were|was))"
/** What may stand between the verb and the label: *being a very*. */
const filler = '(?:\\s(?:being|been|at all|ever|just|really|very|so|such|too|a|an|the|any|some kind of)){0,3}\\s'
const you = '(?:you|he|she|they|your \\p{L}+|\\p{Lu}\\p{L}+)'
const label = `(?:that\\s)?${you}(?:\\s${being}|['’]re)${filler}["“‘'*_]*$`

/** What denies a label; all are made when the first is asked for, as to make them takes long. */
const denials = onAsking((): readonly RegExp[] => {
  /** *You weren’t being …* */
  const isNot = new RegExp(`\\b${you}(?:\\s${notBeing}|['’]re (?:not|never))${filler}["“‘'*_]*$`, 'iu')
  /** *It is not because you were …*, *nothing happened because you were …*; not *Daddy isn’t coming because you were …*. */
  const notBecause = new RegExp(
    `(?:\\b(?:not|never)|n['’]t) because ${label}|\\b(?:none of (?:this|it|that)|nothing|this (?:isn['’]t|is not)|that (?:isn['’]t|is not)|it (?:isn['’]t|is not))[^.;:!?,]{0,30}\\bbecause ${label}`,
    'iu'
  )
  const thinking =
    '(?:think|thinks|thought|thinking|say|says|said|saying|believe|believes|believed|feel|feels|mean|means|meant|see|sees)'
  /** *Nobody thinks that you were …*, *I don’t think you are …* */
  const nobodyThinks = new RegExp(
    `\\b(?:(?:nobody|no one|none of (?:us|them)|neither of (?:us|them))(?: ever| here| really| has ever| has)?|(?:do|does|did|would|have|has)(?: not| never|n['’]t)(?: ever)?|never) ${thinking} ${label}`,
    'iu'
  )
  /** *It was wrong to call you …*, *They should never have said that you were …*; not *It is not wrong to …*. */
  const calledYou = `(?:${label}|(?:call|called|calling|label|labelled|labelling) you(?: (?:a|an|such an?))?\\s["“‘'*_]*$)`
  const wasWrong = new RegExp(
    `(?<!\\b(?:not|never|n['’]t)\\s)\\b(?:wrong|unfair|unkind|untrue|not true|not fair|not right|a mistake)\\b[^.;:!?,]{0,20}\\b(?:to|that (?:we|they|anybody|anyone|somebody|someone|people)|when (?:we|they|people)) (?:ever )?(?:(?:say|said|write|wrote|think|thought) )?${calledYou}`,
    'iu'
  )
  const shouldNot = new RegExp(
    `\\b(?:should(?:n['’]t| not| never) have|ought not to have|sorry that (?:we|I|they|anybody|anyone|somebody|someone|people)(?: ever)?) (?:(?:said|written|wrote|thought) )?${calledYou}`,
    'iu'
  )
  return [isNot, notBecause, nobodyThinks, wasWrong, shouldNot]
})

const supposition = '\\b(?:might|may|could|will|perhaps|maybe|if)\\b'
/** Few say so, and the next takes long to compile. */
const supposing = new RegExp(supposition, 'i')
/** *You might think that you were …* – and the next sentence says no; so may the answer to a question. */
const mightThink = onAsking(
  () =>
    new RegExp(
      `${supposition}[^.;:!?]{0,30}\\b(?:think|thinking|feel|worry|worried|wonder|believe|fear|say|said|tell you|told you)\\b[^.;:!?]{0,30}\\b${label}`,
      'iu'
    )
)
const saysNo =
  /^["“‘'*_(]*(?:(?:but |and )?(?:it|that|this|you|they|none of (?:it|this|that))(?:['’]s| is| was| were| are| did| do| have)?(?: not\b|n['’]t\b|wasn['’]t|isn['’]t|weren['’]t|aren['’]t| never\b| wrong\b| untrue\b)\s*(?:[.!,]|true|so|because|you|the reason|right|why|at all|$)|no\b(?!\s(?:doubt|wonder))|not (?:at all|true|so|one bit)\b|never\b[.!])/i

/** How far before the words what denies them can begin, in UTF-16 units. */
const reach = 160

/** Is somebody told that what the words say of them is not so: *It is not because you were naughty*? */
export function isDenied(tokens: Tokens, words: Span & {readonly from: number}): boolean {
  const {text, sentences, sentence} = tokens
  const index = sentence[words.from] as number
  const own = sentences[index]
  if (!own) return false
  const lead = text.slice(Math.max(own.start, words.start - reach), words.start)
  if (/n['’]t|\bno|\bnever|\bwrong|\bun|\bmistake|\bsorry/i.test(lead) && denials().some((denial) => denial.test(lead)))
    return true
  const next = sentenceBeside(tokens, index, 1)
  if (!next) return false
  const isAsked = text.slice(words.end, own.end).includes('?')
  if (!isAsked && !(supposing.test(lead) && mightThink().test(lead))) return false
  return saysNo.test(text.slice(next.start, Math.min(next.end, next.start + reach)))
}
