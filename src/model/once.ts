/** What is kept of words at most: papers use the same few thousand, and the names of a year of papers are left behind. */
const mostWords = 20_000

/** Keeps what was found out of a word, and forgets all when that has become too much to keep. */
export function keepFor<Answer>(word: string, known: Map<string, Answer>, answer: Answer): Answer {
  if (known.size >= mostWords) known.clear()
  known.set(word, answer)
  return answer
}

/** Works out when it is first asked for, and once, what not everybody asks for. */
export function onAsking<Answer extends object | string>(work: () => Answer): () => Answer {
  let known: Answer | undefined
  return () => {
    known ??= work()
    return known
  }
}

/**
 * The same function, which works out the answer for each thing once. The answer is forgotten with the thing, so that
 * nothing of a document outlives it.
 */
export function oncePer<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, {readonly answer: Answer}>()
  return (thing) => {
    const found = known.get(thing)
    if (found) return found.answer
    const answer = work(thing)
    known.set(thing, {answer})
    return answer
  }
}
