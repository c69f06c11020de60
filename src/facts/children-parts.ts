import type {KnownChild} from '../model/result.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import type {Head, Words} from './section-heads.ts'

/** The child whom some words are about: `several` where there are more than one, nothing where there is none. */
export type Whose = number | 'several' | undefined

/** A heading that is a child's name has no more words beside it than *3. About Zayd (6)* has. */
const longestName = 5

/**
 * For each head the child whom it is about: whom it names, or whose name is the heading that it follows, though it stands
 * no further in than that: *Zayd*, *His wishes*, *What worries me*.
 * @param ids the sections that each head names
 */
export function childrenOfHeads(heads: readonly Head[], ids: readonly (readonly string[])[], facts: Facts): Whose[] {
  const named = childrenNamed(facts)
  const whose = heads.map(({from, to}) => named([from, to]))
  if (facts.known.children.length > 1) followNames(whose, heads, ids, facts)
  return whose
}

function childrenNamed({tokens, mentions}: Facts): (words: Words) => Whose {
  const child = new Int16Array(tokens.count).fill(-1)
  for (const mention of mentions) if (mention.who === 'child') child.fill(mention.child ?? -1, mention.from, mention.to)
  return ([from, to]) => {
    let only: number | undefined
    for (let i = from; i < to; i++) {
      const here = child[i] as number
      if (here < 0 || here === only) continue
      if (only !== undefined) return 'several'
      only = here
    }
    return only
  }
}

/**
 * Gives headings that name nobody to the child whose name stands alone in one before them, on the same level: all as far
 * as the next child's name, and after the last one those that came after another's too, or that say *his* or *her*.
 */
function followNames(
  whose: Whose[],
  heads: readonly Head[],
  ids: readonly (readonly string[])[],
  {known, tokens}: Facts
): void {
  const isName = (n: number): boolean => {
    const {from, to} = heads[n] as Head
    return typeof whose[n] === 'number' && ids[n]?.length === 0 && to - from <= longestName
  }
  const levelOf = (n: number): number | undefined => heads[n]?.level
  const names = [...heads.keys()].filter((n) => levelOf(n) !== undefined && isName(n))
  const common = new Set<string>()
  // The last of the names before, while what follows is still its child's.
  let place = -1
  let isOpen = false
  for (const [n, {level, from, to}] of heads.entries()) {
    if (level === undefined) break
    if (n === names[place + 1]) {
      place++
      isOpen = true
      continue
    }
    const name = names[place]
    if (!isOpen || name === undefined) continue
    const own = levelOf(name) as number
    if (level > own) continue
    const child = whose[name] as number
    const sections = ids[n] as readonly string[]
    const isBefore = place + 1 < names.length && levelOf(names[place + 1] as number) === own
    isOpen =
      level === own &&
      whose[n] === undefined &&
      (isBefore ||
        tokens.base.slice(from, to).includes(possessiveOf(known.children[child])) ||
        sections.some((id) => common.has(id)))
    if (!isOpen) continue
    whose[n] = child
    for (const id of sections) common.add(id)
  }
}

function possessiveOf(child: KnownChild | undefined): string {
  const gender = child && genderOf(child)
  return gender === 'she' ? 'her' : gender === 'he' ? 'his' : 'their'
}

/**
 * For each word the one child in whose own part it stands, by index: beneath a heading, a label or a head cell about that
 * child and no other; -1 for none. An only child is meant everywhere.
 */
export function childrensParts(heads: readonly Head[], whose: readonly Whose[], facts: Facts): Int16Array {
  const {known, tokens, document} = facts
  const child = new Int16Array(tokens.count).fill(known.children.length === 1 ? 0 : -1)
  if (known.children.length < 2) return child
  const end = document.blocks.at(-1)?.end ?? 0
  for (const [n, head] of heads.entries()) {
    const about = whose[n]
    // The title of a paper may name the first of its children only.
    if (about === undefined || (n === 0 && head.by === 'heading' && head.until >= end)) continue
    // What stands further in, and so later among the heads, is told more exactly.
    for (const [from, to] of head.beneath()) child.fill(about === 'several' ? -1 : about, from, to)
  }
  return child
}
