/**
 * The same function, which works out the answer for each thing once. The answer is forgotten with the thing, so that
 * nothing of a document outlives it.
 */
export function oncePer<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, {readonly answer: Answer}>()
  return (thing) => {
    const found = known.get(thing) ?? {answer: work(thing)}
    known.set(thing, found)
    return found.answer
  }
}
