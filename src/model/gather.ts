/** Puts a value to those that stand under the same key. */
export function gather<Key, Value>(found: Map<Key, Value[]>, key: Key, value: Value): void {
  const same = found.get(key)
  if (same) same.push(value)
  else found.set(key, [value])
}
