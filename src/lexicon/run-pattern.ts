import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import type {Persons} from './lexicon.ts'
import type {Choice, Context, Element, Sequence} from './pattern.ts'

export const numberWords: ReadonlySet<string> = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second third fourth fifth sixth'.split(
    ' '
  )
)
const possessives = new Set('my your his her its our their whose'.split(' '))
export const determiners: ReadonlySet<string> = new Set(
  'the a an my your his her its our their this that these those each both'.split(' ')
)

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

const nowhere: readonly Place[] = []

function isWordAt(wanted: string, tokens: Tokens, place: Place, within: Bounds): boolean {
  const i = place >> 1
  return i < within.to && runsOn(tokens, place) && (tokens.word[i] === wanted || tokens.base[i] === wanted)
}

/**
 * Runs a sequence from a set of places; gives the places where it can end. There is no backtracking: every step moves each
 * place at most a few words on, so that no pattern can take long on any text.
 */
function run(
  sequence: Sequence,
  tokens: Tokens,
  starts: readonly Place[],
  within: Bounds,
  persons: Persons
): readonly Place[] {
  let places: readonly Place[] = starts
  let done = 0
  const [first] = starts
  if (first !== undefined && starts.length === 1) {
    // Most sequences begin with plain words and fail on them: no set of places is needed for that.
    let place = first
    for (let element = sequence[0]; element?.is === 'word'; element = sequence[++done]) {
      if (!isWordAt(element.word, tokens, place, within)) return nowhere
      place = before((place >> 1) + 1, false)
    }
    if (done > 0) places = [place]
  }
  for (let at = done; at < sequence.length; at++) {
    const element = sequence[at] as Element
    const next: Place[] = []
    if (element.is === 'choice') choose(element, tokens, places, within, persons, next)
    else for (const place of places) step(element, tokens, place, within, persons, next)
    if (next.length === 0) return next
    places = next
  }
  return places
}

function beginsAt(words: ReadonlySet<string>, tokens: Tokens, place: Place, within: Bounds): boolean {
  const i = place >> 1
  return (
    i < within.to &&
    runsOn(tokens, place) &&
    (words.has(tokens.word[i] as string) || words.has(tokens.base[i] as string))
  )
}

/** All places at once: brackets in brackets, each run from one place after another, would take the power of their depth. */
function choose(
  {choices, optional, first}: Choice,
  tokens: Tokens,
  places: readonly Place[],
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  if (first === null || places.some((place) => beginsAt(first, tokens, place, within)))
    for (const choice of choices) for (const end of run(choice, tokens, places, within, persons)) add(next, end)
  if (optional) for (const place of places) add(next, place)
}

function step(
  element: Exclude<Element, Choice>,
  tokens: Tokens,
  place: Place,
  within: Bounds,
  persons: Persons,
  next: Place[]
): void {
  const i = place >> 1
  switch (element.is) {
    case 'start':
      if (i === within.from) add(next, place)
      return
    case 'end':
      if (i === within.to) add(next, place)
      return
    case 'break':
      if (i === within.to || tokens.gap[i] !== Gap.joined) add(next, before(i, true))
      return
    case 'some':
      for (let taken = 0; taken <= 4 && i + taken <= within.to; taken++) add(next, before(i + taken, true))
      return
    case 'found':
      return
  }
  if (i >= within.to || !runsOn(tokens, place)) return
  const word = tokens.word[i] as string
  const base = tokens.base[i] as string
  switch (element.is) {
    case 'word':
      if (word === element.word || base === element.word) add(next, before(i + 1, false))
      return
    case 'prefix':
      if (word.startsWith(element.prefix)) add(next, before(i + 1, false))
      return
    case 'any':
      add(next, before(i + 1, false))
      return
    case 'number':
      if (tokens.shape[i] === Shape.digits || numberWords.has(word)) add(next, before(i + 1, false))
      return
    case 'name':
      if ((tokens.shape[i] === Shape.capital && i > within.from) || persons.childAt(i) > 0)
        add(next, before(i + 1, false))
      return
    case 'child': {
      const length = persons.childAt(i)
      if (length > 0 && i + length <= within.to) add(next, before(i + length, false))
      return
    }
    case 'someone': {
      const length = persons.someoneAt(i)
      if (length > 0) add(next, before(i + length, false))
      else if (determiners.has(word)) {
        for (let skipped = 1; skipped <= 2 && i + skipped < within.to; skipped++) {
          const there = persons.someoneAt(i + skipped)
          if (there > 0) {
            add(next, before(i + skipped + there, false))
            break
          }
        }
      }
      return
    }
    case 'whose':
      if (possessives.has(word)) add(next, before(i + 1, false))
      for (let end = i; end < Math.min(i + 3, within.to) && (end === i || tokens.gap[end] === Gap.joined); end++)
        if (tokens.base[end] !== tokens.word[end]) add(next, before(end + 1, false))
      return
    case 'set': {
      const phrases = element.set.get(word)
      const others = base === word ? undefined : element.set.get(base)
      for (const phrase of [...(phrases ?? []), ...(others ?? [])]) {
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
      for (const place of run(context.right, tokens, [before(i, true)], within, persons))
        if (place >> 1 > from) return true
    return false
  }
  if (context.right.length > 0 && run(context.right, tokens, [before(to, false)], within, persons).length === 0)
    return false
  if (context.left.length === 0) return true
  for (let i = from; i >= Math.max(within.from, from - context.reach); i--)
    for (const place of run(context.left, tokens, [before(i, true)], within, persons))
      if (place >> 1 === from && runsOn(tokens, place)) return true
  return false
}

/** Where the sequence ends when it begins at word `i`, at its longest; -1 where it does not match. */
export function endOf(sequence: Sequence, tokens: Tokens, i: number, within: Bounds, persons: Persons): number {
  let end = -1
  for (const place of run(sequence, tokens, [before(i, true)], within, persons)) end = Math.max(end, place >> 1)
  return end
}
