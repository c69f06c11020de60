import type {Dictionaries} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'

const setOf = oncePer((words: readonly string[]): ReadonlySet<string> => new Set(words))
const none: readonly string[] = []

/** The words of a set of `words.yaml`, to be asked one by one; of a set that is not there, none. */
export const wordsCalled = (name: string, {words}: Pick<Dictionaries, 'words'>): ReadonlySet<string> =>
  setOf(words[name] ?? none)
