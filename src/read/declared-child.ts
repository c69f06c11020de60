import {holdsLetter} from '../model/characters.ts'
import type {DeclaredChild} from '../model/declaration.ts'

const whole = /^(?<name>[^(),]+)(?:\((?<knownAs>[^(),]+)\))?$/u
const pronouns = /^(?:[\p{L}’']+(?:\/[\p{L}’']+)+|any|ask)$/u

/**
 * Reads a child as a file says it in one line: `Amira Hussain (Amira), she/her, 9`. The name comes first, then pronouns
 * and an age in years in any order; what is neither is passed over, as a file's own words are no one's command.
 * `null` where there is no name.
 */
export const readDeclaredChild = (line: string): DeclaredChild | null => {
  const [first = '', ...others] = line.split(',').map((part) => part.trim())
  const named = whole.exec(first)?.groups
  if (named?.name === undefined || !holdsLetter(named.name)) return null
  const age = others.find((part) => /^\d{1,2}$/.test(part))
  const declared = others.find((part) => pronouns.test(part))
  return {
    name: named.name.trim(),
    ...(named.knownAs === undefined ? {} : {knownAs: named.knownAs.trim()}),
    ...(declared === undefined ? {} : {pronouns: declared}),
    ...(age === undefined ? {} : {age: Number(age)})
  }
}
