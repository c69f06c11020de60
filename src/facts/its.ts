import {Gap, placesOf, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts} from './facts.ts'
import {between, paragraphStart} from './passages.ts'
import type {Referent} from './referents.ts'
import {reach} from './rivals.ts'
import {wordsCalled} from './word-sets.ts'

/** What a thing may be put into, or taken out of. */
const into = wordSet('in into from of')

/** What may follow a thing that is no part of a longer name. */
const afterThing = wordSet(
  'is was has had needs needed hung came fell will would can could and or but on in off out at by to for from when while because before after again today twice which so as very wet dirty full changed soaked'
)

/** The words of a text that are *its*, in order. */
export const itsPlaces = (tokens: Tokens): readonly number[] => placesOf(tokens, (i) => tokens.base[i] === 'its')

/**
 * The child whom *its* at word `i` makes a thing: *Ezra awake, vest damp, and its nappy not changed*; `null` where anything
 * else could own what follows. A doll has a nappy and a nursery has cots, so that only what is worn counts, and a cot
 * that somebody is in, where nobody and nothing but the child and grown-ups were named before.
 */
export function childMadeIt(i: number, facts: Facts, referents: readonly Referent[]): number | null {
  const {tokens} = facts
  if (!isBabys(facts, i)) return null
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  const named = between(referents, sentence.from, i)
  const near = named.some(({child}) => child !== undefined)
    ? named
    : between(referents, paragraphStart(facts, sentence, 1), i)
  const children = new Set(near.flatMap(({child}) => child ?? []))
  const isGrownUp = ({who, child}: Referent) => child === undefined && (who === 'relative' || who === 'person')
  return children.size === 1 && near.every((each) => each.child !== undefined || isGrownUp(each))
    ? ([...children][0] as number)
    : null
}

/** Does a baby wear what follows, *its damp nappy*, or lie in it, *in its cot*? */
function isBabys(facts: Facts, i: number): boolean {
  const {tokens, dictionaries} = facts
  const {base, gap} = tokens
  const worn = wordsCalled('worn-by-baby', dictionaries)
  const lainIn = wordsCalled('lain-in-by-baby', dictionaries)
  for (let at = i + 1; at < i + 3 && gap[at] === Gap.joined; at++) {
    if (worn.has(base[at] as string)) return !isPart(tokens, at)
    if (lainIn.has(base[at] as string)) return into.has(base[i - 1]) && !isAtInstitution(facts, i)
  }
  return false
}

/** *Its nappy pocket*, *its dummy clip*: only a word in the name of a thing. */
const isPart = ({word, gap, count}: Tokens, i: number): boolean =>
  i + 1 < count && gap[i + 1] === Gap.joined && !afterThing.has(word[i + 1])

/** *At nursery Elin sleeps in its cot*: the nursery's, it may be. */
function isAtInstitution({tokens, dictionaries}: Facts, i: number): boolean {
  const institutions = wordsCalled('institution', dictionaries)
  const {from} = tokens.sentences[tokens.sentence[i] as number] as Sentence
  return tokens.base.slice(Math.max(from, i - reach), i).some((word) => institutions.has(word))
}
