import {Gap, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Persons} from './lexicon.ts'

/** Words that may stand between a verb and its subject. */
const between = wordSet(
  "has have had is was were are be been being will would could can can't cannot couldn't may might must shall should did does do didn't doesn't don't won't wouldn't hasn't haven't hadn't isn't wasn't weren't not never often always sometimes usually frequently repeatedly regularly then also still just again soon later once twice now both all each even only simply too so previously recently initially eventually reportedly keep keeps kept start starts started begin begins began begun continue continues continued stop stops stopped try tries tried tend tends tended seem seems seemed appear appears appeared used going got gets known said likely able unable due about 'd 'll 've 's who"
)
const joins = new Set(['and', 'or', 'but', 'then', 'nor'])
const conjunctions = wordSet(
  'when while because if after before until since although though as that why how where once unless whenever'
)

/**
 * Is the subject of the verb at word `verb` a person (or, for `child`, one of this document's children)?
 * Where the sentence begins with the verb, as in notes (*Refused to attend.*), the person is the one the paper is about.
 */
export function hasSubject(who: 'someone' | 'child', tokens: Tokens, verb: number, persons: Persons): boolean {
  const sentence = tokens.sentences[tokens.sentence[verb] as number]
  const first = sentence?.from ?? 0
  const personBefore = (i: number): boolean => (who === 'child' ? persons.childBefore(i) : persons.someoneBefore(i)) > 0
  let i = verb
  for (let steps = 0; steps < 12; steps++) {
    if (i <= first) return true
    if (personBefore(i)) return true
    if (who === 'child' && persons.someoneBefore(i) > 0) return false
    const word = tokens.word[i - 1] as string
    if (joins.has(word)) {
      // "Zac shouted and kicked off": the subject is the last person before, unless another clause begins between.
      for (let j = i - 1; j > first; j--) {
        if (personBefore(j)) return true
        if (who === 'child' && persons.someoneBefore(j) > 0) return false
        if (conjunctions.has(tokens.word[j - 1] as string)) return false
      }
      return false
    }
    if (conjunctions.has(word)) return i - 1 === first
    if (tokens.gap[i] !== Gap.joined && !between.has(word)) {
      return i === first || tokens.gap[i] === Gap.block
    }
    if (word === 'to' && i - 2 >= first) {
      // "tends to kick off", "is likely to abscond": one verb or adjective more.
      i -= 2
      continue
    }
    if (between.has(word) || word.endsWith('ly')) {
      i--
      continue
    }
    return false
  }
  return false
}
