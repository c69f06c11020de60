import {oncePer} from '../model/once.ts'
import type {Choice, Element, Sequence, WordSet} from './pattern.ts'

/** With which words something can go on; `null` for any, and where only the place tells. */
type Words = ReadonlySet<string> | null

const none: ReadonlySet<string> = new Set()

/** How a pattern, or a part of it, can begin. */
interface Beginning {
  readonly first: Words
  /** The second word, where it takes two or more. */
  readonly second: Words
  /** It may take no word, or just one. */
  readonly empty: boolean
  readonly one: boolean
}

/** Any of them. */
function union(all: readonly Words[]): Words {
  let found: Words = none
  for (let n = 0; n < all.length; n++) {
    const words = all[n] as Words
    if (words === null) return null
    if (words !== none) found = found === none ? words : new Set([...found, ...words])
  }
  return found
}

const ofSet = oncePer((set: WordSet): Beginning => {
  const phrases = [...set.values()].flat()
  return {
    first: new Set(set.keys()),
    second: new Set(phrases.flatMap(([, second]) => second ?? [])),
    empty: false,
    one: phrases.some(({length}) => length === 1)
  }
})

function ofChoice({words, phrases, optional}: Choice): Beginning {
  const ways = phrases.map(ofSequence)
  if (words.size > 0) ways.push({first: words, second: none, empty: false, one: true})
  return {
    first: union(ways.map(({first}) => first)),
    second: union(ways.map(({second}) => second)),
    empty: optional || ways.some(({empty}) => empty),
    one: ways.some(({one}) => one)
  }
}

function ofElement(element: Element): Beginning {
  switch (element.is) {
    case 'start':
    case 'end':
    case 'break':
    case 'found':
      return {first: none, second: none, empty: true, one: false}
    case 'word':
      return {first: new Set([element.word]), second: none, empty: false, one: true}
    case 'prefix':
    case 'any':
    case 'number':
    case 'name':
      return {first: null, second: none, empty: false, one: true}
    case 'set':
      return ofSet(element.set)
    case 'choice':
      return ofChoice(element)
    default:
      return {first: null, second: null, empty: element.is === 'some', one: true}
  }
}

function ofSequence(sequence: Sequence): Beginning {
  let whole: Beginning = {first: none, second: none, empty: true, one: false}
  for (const element of sequence) {
    if (!whole.empty && !whole.one) break
    const next = ofElement(element)
    whole = {
      first: whole.empty ? union([whole.first, next.first]) : whole.first,
      second: union([whole.second, whole.empty ? next.second : none, whole.one ? next.first : none]),
      empty: whole.empty && next.empty,
      one: (whole.empty && next.one) || (whole.one && next.empty)
    }
  }
  return whole
}

/**
 * The words of which one must come second wherever a pattern matches; `null` where it may take fewer words, or go on with
 * any. Most patterns begin with a word that is everywhere (*the court*, *I recommend*) and are at an end there.
 */
export function secondWordsOf(sequence: Sequence): ReadonlySet<string> | null {
  const {second, empty, one} = ofSequence(sequence)
  return empty || one ? null : second
}
