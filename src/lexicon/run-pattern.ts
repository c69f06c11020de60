import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Persons} from './lexicon.ts'
import {type Choice, type Context, type Element, type Sequence, sortedOf} from './pattern.ts'

export const numberWords = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second third fourth fifth sixth'
)
const possessives = wordSet('my your his her its our their whose')
export const determiners = wordSet('the a an my your his her its our their this that these those each both')

/**
 * A place in a text: before word `place >> 1`. The lowest bit says that whatever stands between this word and the one
 * before is no hindrance.
 */
type Place = number

const before = (word: number, loose: boolean): Place => word * 2 + (loose ? 1 : 0)

export interface Bounds {
  /** The first word of the sentence and the one after its last. */
  readonly from: number
  readonly to: number
}

function add(places: Place[], place: Place): void {
  if (!places.includes(place)) places.push(place)
}

/** Is word `i` where words of a phrase may run on to it? */
const runsOn = (tokens: Tokens, place: Place): boolean => (place & 1) === 1 || tokens.gap[place >> 1] === Gap.joined

/** Of a step from one place: it leads nowhere, or to several places. */
const none = -1
const several = -2

/** Where a sequence leads from one place: `none`, one other place, which needs no array, or several. */
type Led = number | readonly Place[]

const nowhere: readonly Place[] = []
const leads = (led: Led): boolean => (typeof led === 'number' ? led !== none : led.length > 0)
const placesOf = (led: Led): readonly Place[] => (typeof led === 'number' ? (led === none ? nowhere : [led]) : led)

/**
 * Runs a sequence from a set of places; gives the places where it can end. There is no backtracking: every step moves each
 * place at most a few words on, so that no pattern can take long on any text.
 */
function run(
  sequence: Sequence,
  from: number,
  tokens: Tokens,
  starts: readonly Place[],
  within: Bounds,
  persons: Persons
): readonly Place[] {
  const first = starts[0]
  if (first !== undefined && starts.length === 1)
    return placesOf(runFrom(sequence, from, tokens, first, within, persons))
  let places = starts
  for (let at = from; at < sequence.length; at++) {
    const element = sequence[at] as Element
    const next: Place[] = []
    if (element.is === 'choice') choose(element, tokens, places, within, persons, next)
    else for (const place of places) step(element, tokens, place, within, persons, next)
    if (next.length === 0) return next
    places = next
  }
  return places
}

/** The same from one place: nearly all fail there, or go on to one other, and no set of places is needed for that. */
function runFrom(
  sequence: Sequence,
  from: number,
  tokens: Tokens,
  start: Place,
  within: Bounds,
  persons: Persons
): Led {
  let place = start
  for (let at = from; at < sequence.length; at++) {
    const element = sequence[at] as Element
    const isChoice = element.is === 'choice'
    const moved = isChoice ? pass(element, tokens, place, within) : move(element, tokens, place, within, persons)
    if (moved === none) return none
    if (moved !== several) {
      place = moved
      continue
    }
    const next: Place[] = []
    if (isChoice) chooseFrom(element, tokens, place, within, persons, next)
    else spread(element, tokens, place >> 1, within, next)
    const only = next[0]
    if (only === undefined) return none
    if (next.length > 1) return run(sequence, at + 1, tokens, next, within, persons)
    place = only
  }
  return place
}

const nothing: readonly Sequence[] = []

/** Is the word at a place one of the choices by itself? */
function takesWord({words}: Choice, tokens: Tokens, place: Place, within: Bounds): boolean {
  const i = place >> 1
  if (words.size === 0 || i >= within.to || !runsOn(tokens, place)) return false
  return words.has(tokens.word[i] as string) || words.has(tokens.base[i] as string)
}

const pastWord = (place: Place): Place => before((place >> 1) + 1, false)

/** The phrases of a choice that begin with the plain word at a place. */
function begunAt(choice: Choice, tokens: Tokens, place: Place, within: Bounds): readonly Sequence[] {
  const i = place >> 1
  if (i >= within.to || !runsOn(tokens, place)) return nothing
  const word = tokens.word[i] as string
  const base = tokens.base[i] as string
  const {byWord} = sortedOf(choice)
  const begun = byWord.get(word)
  const also = base === word ? undefined : byWord.get(base)
  return begun && also ? [...begun, ...also] : (begun ?? also ?? nothing)
}

/** Past a choice of which no phrase can begin at a place; most are met where nothing can. */
function pass(choice: Choice, tokens: Tokens, place: Place, within: Bounds): number {
  if (choice.phrases.length > 0) {
    const {others} = sortedOf(choice)
    for (let n = 0; n < others.length; n++) if (!isUnset(others[n] as Sequence, tokens, place)) return several
    if (begunAt(choice, tokens, place, within).length > 0) return several
  }
  if (takesWord(choice, tokens, place, within)) return choice.optional ? several : pastWord(place)
  return choice.optional ? place : none
}

/** Can a sequence not begin with the word at a place, as its first set does not hold it? */
function isUnset(sequence: Sequence, tokens: Tokens, place: Place): boolean {
  const first = sequence[0]
  const i = place >> 1
  return first?.is === 'set' && !first.set.has(tokens.word[i] as string) && !first.set.has(tokens.base[i] as string)
}

/** All places at once: brackets in brackets, each run from one place after another, would take the power of their depth. */
function choose(
  choice: Choice,
  tokens: Tokens,
  places: readonly Place[],
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  const first = places[0]
  if (first !== undefined && places.length === 1) {
    chooseFrom(choice, tokens, first, within, persons, next)
    return
  }
  const begun: Sequence[] = []
  for (let n = 0; n < places.length; n++) {
    if (takesWord(choice, tokens, places[n] as Place, within)) add(next, pastWord(places[n] as Place))
    const here = begunAt(choice, tokens, places[n] as Place, within)
    for (let m = 0; m < here.length; m++) if (!begun.includes(here[m] as Sequence)) begun.push(here[m] as Sequence)
  }
  for (const each of begun) for (const end of run(each, 0, tokens, places, within, persons)) add(next, end)
  for (const each of sortedOf(choice).others) {
    if (places.every((place) => isUnset(each, tokens, place))) continue
    for (const end of run(each, 0, tokens, places, within, persons)) add(next, end)
  }
  if (choice.optional) for (const place of places) add(next, place)
}

/** The same from one place, from which no choice begins twice. */
function chooseFrom(
  choice: Choice,
  tokens: Tokens,
  place: Place,
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  if (takesWord(choice, tokens, place, within)) add(next, pastWord(place))
  const begun = begunAt(choice, tokens, place, within)
  for (let n = 0; n < begun.length; n++) addFrom(begun[n] as Sequence, tokens, place, within, persons, next)
  const {others} = sortedOf(choice)
  for (let n = 0; n < others.length; n++) {
    const each = others[n] as Sequence
    if (!isUnset(each, tokens, place)) addFrom(each, tokens, place, within, persons, next)
  }
  if (choice.optional) add(next, place)
}

function addFrom(
  sequence: Sequence,
  tokens: Tokens,
  place: Place,
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  const led = runFrom(sequence, 0, tokens, place, within, persons)
  if (typeof led !== 'number') for (let n = 0; n < led.length; n++) add(next, led[n] as Place)
  else if (led !== none) add(next, led)
}

type Single = Exclude<Element, Choice>

function step(element: Single, tokens: Tokens, place: Place, within: Bounds, persons: Persons, next: Place[]): void {
  const moved = move(element, tokens, place, within, persons)
  if (moved >= 0) add(next, moved)
  else if (moved === several) spread(element, tokens, place >> 1, within, next)
}

/** Where an element leads from a place: `none`, one other place, or `several`. */
function move(element: Single, tokens: Tokens, place: Place, within: Bounds, persons: Persons): number {
  const i = place >> 1
  switch (element.is) {
    case 'start':
      return i === within.from ? place : none
    case 'end':
      return i === within.to ? place : none
    case 'break':
      return i === within.to || tokens.gap[i] !== Gap.joined ? before(i, true) : none
    case 'some':
      return several
    case 'found':
      return none
  }
  if (i >= within.to || !runsOn(tokens, place)) return none
  const next = before(i + 1, false)
  const word = tokens.word[i] as string
  switch (element.is) {
    case 'word':
      return word === element.word || tokens.base[i] === element.word ? next : none
    case 'prefix':
      return word.startsWith(element.prefix) ? next : none
    case 'any':
      return next
    case 'number':
      return tokens.shape[i] === Shape.digits || numberWords.has(word) ? next : none
    case 'name':
      return (tokens.shape[i] === Shape.capital && i > within.from) || persons.childAt(i) > 0 ? next : none
    case 'child': {
      const length = persons.childAt(i)
      return length > 0 && i + length <= within.to ? before(i + length, false) : none
    }
    case 'someone':
      return pastSomeone(tokens, i, within, persons)
    case 'whose':
      return possessives.has(word) || ownsWithin(tokens, i, within) ? several : none
    case 'set':
      return element.set.has(word) || element.set.has(tokens.base[i] as string) ? several : none
  }
}

/** Past a person, before whom an article and one word more may stand. */
function pastSomeone(tokens: Tokens, i: number, within: Bounds, persons: Persons): number {
  const length = persons.someoneAt(i)
  if (length > 0) return before(i + length, false)
  if (!determiners.has(tokens.word[i] as string)) return none
  for (let skipped = 1; skipped <= 2 && i + skipped < within.to; skipped++) {
    const there = persons.someoneAt(i + skipped)
    if (there > 0) return before(i + skipped + there, false)
  }
  return none
}

/** How far from word `i` a possessive may end: *the head teacher's*. */
const ownersEnd = (i: number, within: Bounds): number => Math.min(i + 3, within.to)

function ownsWithin(tokens: Tokens, i: number, within: Bounds): boolean {
  for (let end = i; end < ownersEnd(i, within) && (end === i || tokens.gap[end] === Gap.joined); end++)
    if (tokens.base[end] !== tokens.word[end]) return true
  return false
}

/** The places to which an element leads that may lead to several. */
function spread(element: Single, tokens: Tokens, i: number, within: Bounds, next: Place[]): void {
  switch (element.is) {
    case 'some':
      for (let taken = 0; taken <= 4 && i + taken <= within.to; taken++) add(next, before(i + taken, true))
      return
    case 'whose':
      if (possessives.has(tokens.word[i] as string)) add(next, before(i + 1, false))
      for (let end = i; end < ownersEnd(i, within) && (end === i || tokens.gap[end] === Gap.joined); end++)
        if (tokens.base[end] !== tokens.word[end]) add(next, before(end + 1, false))
      return
    case 'set': {
      const word = tokens.word[i] as string
      const base = tokens.base[i] as string
      spreadPhrases(element.set.get(word), tokens, i, within, next)
      if (base !== word) spreadPhrases(element.set.get(base), tokens, i, within, next)
    }
  }
}

function spreadPhrases(
  phrases: readonly (readonly string[])[] | undefined,
  tokens: Tokens,
  i: number,
  within: Bounds,
  next: Place[]
): void {
  for (const phrase of phrases ?? []) {
    let length = 1
    while (
      length < phrase.length &&
      i + length < within.to &&
      tokens.gap[i + length] === Gap.joined &&
      (tokens.word[i + length] === phrase[length] || tokens.base[i + length] === phrase[length])
    )
      length++
    if (length === phrase.length) add(next, before(i + length, false))
  }
}

/** Does the context hold for words `from` to `to`? */
export function holds(
  context: Context,
  tokens: Tokens,
  from: number,
  to: number,
  within: Bounds,
  persons: Persons
): boolean {
  if (context.left === null) {
    for (let i = Math.max(within.from, from - context.reach + 1); i < to; i++)
      for (const place of placesOf(runFrom(context.right, 0, tokens, before(i, true), within, persons)))
        if (place >> 1 > from) return true
    return false
  }
  if (context.right.length > 0 && !leads(runFrom(context.right, 0, tokens, before(to, false), within, persons)))
    return false
  if (context.left.length === 0) return true
  for (let i = from; i >= Math.max(within.from, from - context.reach); i--)
    for (const place of placesOf(runFrom(context.left, 0, tokens, before(i, true), within, persons)))
      if (place >> 1 === from && runsOn(tokens, place)) return true
  return false
}

/** Where the sequence ends when it begins at word `i`, at its longest; -1 where it does not match. */
export function endOf(sequence: Sequence, tokens: Tokens, i: number, within: Bounds, persons: Persons): number {
  const led = runFrom(sequence, 0, tokens, before(i, true), within, persons)
  if (typeof led === 'number') return led === none ? -1 : led >> 1
  let end = -1
  for (let n = 0; n < led.length; n++) end = Math.max(end, (led[n] as Place) >> 1)
  return end
}
