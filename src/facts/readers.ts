import {onAsking} from '../model/once.ts'
import {Gap} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts} from './facts.ts'
import {childrenAt} from './sections.ts'

/** Children younger than this are read to; older ones than this read as adults do. */
const firstReader = 7
const lastReader = 16
const unknownAge = 10
const courtAge = 13

const asReader = (age: number): number => Math.min(lastReader, Math.max(firstReader, age))

export const agesOf = ({children}: Facts['known']): number[] => children.flatMap(({age}) => (age === null ? [] : [age]))

const laterLife = 'letter-later-life'
/** A letter about adoption may be read at once; one to be kept says so: *to open when you are older*. */
const whenGrown =
  /\bwhen you(?:['’]re| are| were) (?:\p{L}+ )?(?:older|old enough|bigger|grown|ready|an adult|a teenager|eighteen)\b/giu
const toKeep = /\b(?:for|read|open|opened|keep)\b/i
/** In UTF-16 units. */
const longestBefore = 60

const isKept = (text: string): boolean =>
  /\blater[- ]life\b/i.test(text) ||
  [...text.matchAll(whenGrown)].some(({index}) =>
    toKeep.test(
      text
        .slice(Math.max(0, index - longestBefore), index)
        .split(/[.!?\n]/)
        .at(-1) as string
    )
  )

/** Is a letter to be read when its child is older than now? */
export const isForLater = ({kind, known, document}: Facts): boolean =>
  kind?.id === laterLife && (known.kindFrom !== 'inferred' || isKept(document.text))

/** The age, in years, of the youngest reader this paper is for. */
export function readerAge(facts: Facts): number {
  const {audience, known, kind} = facts
  if (audience === 'report') return courtAge
  const ages = agesOf(known)
  const age = ages.length > 0 ? Math.min(...ages) : (kind?.reader.age ?? unknownAge)
  return asReader(isForLater(facts) ? Math.max(age, kind?.reader.age ?? unknownAge) : age)
}

/**
 * The age for which each word is judged, asked of its index: in a letter to several children that has a part for each,
 * the age of the child whose part it is; else that of the youngest.
 */
export function readerAgeAt(facts: Facts): (i: number) => number {
  const youngest = readerAge(facts)
  const {audience, known} = facts
  const ages = known.children.map(({age}) => (age === null ? youngest : Math.max(youngest, asReader(age))))
  if (audience === 'report' || ages.every((age) => age === youngest)) return () => youngest
  const childAt = onAsking(() => spokenTo(facts, childrenAt(facts)))
  return (i) => ages[childAt()[i] as number] ?? youngest
}

const before = wordSet('for to and dear')

/** Gives a paragraph of everybody's part that begins with one child's name, *Gwen, you asked me*, to that child. */
function spokenTo({tokens, mentions}: Facts, parts: Int16Array): Int16Array {
  const childAt = parts.slice()
  let to = 0
  let next = 0
  for (let from = 0; from < tokens.count; from = to) {
    const block = tokens.block[from]
    for (to = from; to < tokens.count && tokens.block[to] === block; ) to++
    while (next < mentions.length && (mentions[next]?.from as number) < from) next++
    const first = mentions[next]
    if (childAt[from] !== -1 || first?.who !== 'child' || first.child === undefined) continue
    const leads = first.from === from || (first.from === from + 1 && before.has(tokens.word[from]))
    if (leads && first.to < to && tokens.gap[first.to] === Gap.broken) childAt.fill(first.child, from, to)
  }
  return childAt
}
