import type {Condition} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'
import type {Facts} from './facts.ts'
import {kindOf} from './known.ts'
import {patternSet} from './pattern-set.ts'

/** The sections that a paper of its kind, and that says what it says, must have, by id. */
export const requiredSections = oncePer((facts: Facts): ReadonlySet<string> => {
  const kind = kindOf(facts.known, facts.dictionaries)
  if (kind === null) return new Set()
  return new Set([
    ...kind.required,
    ...kind.requiredWhen.filter((condition) => isSaid(condition, facts)).flatMap(({sections}) => sections),
    ...kind.requiredUnless.filter((condition) => !isSaid(condition, facts)).flatMap(({sections}) => sections)
  ])
})

function isSaid({said, unless}: Condition, {tokens, lexicon, persons}: Facts): boolean {
  const patterns = patternSet(said, lexicon)
  const excuses = patternSet(unless, lexicon)
  return tokens.sentences.some(
    ({from, to}) => patterns.within(tokens, from, to, persons) && !excuses.within(tokens, from, to, persons)
  )
}
