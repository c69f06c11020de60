const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Edits (a letter more, less, changed, or two swapped) from one word to the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let edits = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1)
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] as number) + 1)
      next.push(edits)
    }
    beforeLast = last
    last = next
  }
  return last[b.length] as number
}

/**
 * The known word that somebody most likely meant: one that differs by case, spaces or hyphens only, or by one slip in
 * a short word and two in a longer one. `undefined` when none is near.
 */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word)
  // Nobody types so long a key by mistake, and the distance costs its length times the other's.
  if (typed.length > 64) return undefined
  const allowed = typed.length < 3 ? 0 : typed.length < 6 ? 1 : 2
  let best: string | undefined
  let bestEdits = allowed + 1
  for (const candidate of known) {
    const edits = distance(typed, plain(candidate))
    if (edits < bestEdits) {
      best = candidate
      bestEdits = edits
    }
  }
  return best
}
