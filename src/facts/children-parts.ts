import type {Facts} from './facts.ts'
import type {Head, Words} from './section-heads.ts'

/** The child named in some words: `several` where there are more than one, nothing where there is none. */
export type ChildNamed = (words: Words) => number | 'several' | undefined

export function childrenNamed({tokens, mentions}: Facts): ChildNamed {
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
 * For each word the one child in whose own part it stands, by index: beneath a heading, a label or a head cell that names
 * that child and no other; -1 for none. An only child is meant everywhere.
 */
export function childrensParts(heads: readonly Head[], named: ChildNamed, facts: Facts): Int16Array {
  const {known, tokens, document} = facts
  const child = new Int16Array(tokens.count).fill(known.children.length === 1 ? 0 : -1)
  if (known.children.length < 2) return child
  const end = document.blocks.at(-1)?.end ?? 0
  for (const [n, head] of heads.entries()) {
    // The title of a paper may name the first of its children only.
    if (n === 0 && head.by === 'heading' && head.until >= end) continue
    const whose = named([head.from, head.to])
    if (whose === undefined) continue
    // What stands further in, and so later among the heads, is told more exactly.
    for (const [from, to] of head.beneath()) child.fill(whose === 'several' ? -1 : whose, from, to)
  }
  return child
}
