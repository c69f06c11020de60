import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'

/** Ways in which a sentence says what a word means, straight after it. */
const after =
  /^["”’'*_]*\s*(?:[([]\s*\p{L}|[–—]\s*(?:a|an|the|that|this|which|where|when|who|it|so|in|your|you|someone|people|what|how|meaning|i|we)\b|-{1,3}\s+\p{L}|[:=]\s*\p{L}|,\s*(?:which|that|meaning|or|where|who|when|so|in other words|a|an|the (?:person|people|plan|paper|court|judge|meeting|place|way|day|time|rules?|law|grown-ups?|adults?|one|part|team|job)|someone|this|people|called|it)\b(?!\s+(?:is|are|was|were)\s+(?:is|are)\b)|\s(?:is|are|means?|meaning|was|were)\s+(?:that|when|where|what|how|who|a|an|the|someone|just|another|like|something|people|called|for|to)\b|\s(?:just|really|simply|only)\s+means?\b|\s(?:that|which)\s+means?\b|\s(?:happens?|is)\s+(?:when|where)\b|\s(?:means?|meant)\b)/iu
/** … or before it: "the home where you live (your placement)", "what grown-ups call contact". */
const before =
  /(?:\bcalled|\bcall (?:it|this|that|them|these|him|her|me|us)?|\bknown as|\bname for (?:this|that|it|them) is|\b(?:the|a|another|long|grown-up|official|court|legal) (?:word|name|phrase|term)s? (?:for (?:this|that|it) )?is|\bthat is,?|\bin other words,?|\bsometimes say|\bword for (?:this|that|it) is|\bsay)\s*(?:an?|the|your|my|our)?\s*["“‘'*_]*$/iu
const bracketed = /\p{L}[^()]{3,}\(\s*(?:an?|the|your|my|our|this is|called|known as)?\s*["“‘'*_]*$/iu

/**
 * Does the sentence around these words say what they mean: an apposition, a colon, brackets, *that is*, *which means*,
 * *called*? The sentence that follows counts where it begins so: *This means that …*.
 */
export function isExplained(tokens: Tokens, span: Span & {readonly from: number; readonly to: number}): boolean {
  const sentence = tokens.sentences[tokens.sentence[span.from] as number]
  if (!sentence) return false
  const {text} = tokens
  const rest = text.slice(span.end, sentence.end)
  if (after.test(rest)) return true
  const lead = text.slice(sentence.start, span.start)
  if (before.test(lead) || (bracketed.test(lead) && /^\s*["”’'*_]*\s*\)/.test(rest))) return true
  // "... an interim care order. That means ..." in the same paragraph.
  const next = tokens.sentences[(tokens.sentence[span.from] as number) + 1]
  if (next && next.block === sentence.block) {
    const opening = text.slice(next.start, next.start + 80)
    if (
      /^["“‘'*_(]*(?:this|that|it|these|they|which)(?:'s|’s)?\s+(?:just |really |simply |only |all )?(?:means?|is when|is where|is what|are when|is how|is a way|is the (?:name|word|person|place|time|day|paper|plan|rule|law|meeting|order)|is a (?:paper|plan|person|meeting|rule|place|word)|is someone|are people|is just)\b/iu.test(
        opening
      )
    )
      return true
    if (/^(?:an?|the)\s/i.test(opening)) {
      const words = tokens.word.slice(span.from, span.to).join(' ')
      const repeat = tokens.word.slice(next.from, next.from + 8).join(' ')
      if (
        new RegExp(`^(?:an?|the) ${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} (?:is|means|are|says)\\b`).test(repeat)
      )
        return true
    }
  }
  return false
}
