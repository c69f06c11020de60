import type {DeclaredChild} from '../model/declaration.ts'
import {Fault} from '../model/fault.ts'

const child = /^(?<name>[^(),]+)(?:\((?<knownAs>[^(),]+)\))?$/u
const pronouns = /^(?:[\p{L}’']+(?:\/[\p{L}’']+)+|any|ask)$/u

/**
 * Reads `Amira Hussain (Amira), she/her, 9`: a name, in brackets what the child is known as, then pronouns and age in
 * any order; all but the name may be left out.
 * @throws Fault `bad-child`; the message does not repeat what was given
 */
export function parseChild(given: string): DeclaredChild {
  const wrong = (what: string) =>
    new Fault('bad-child', `--child ${what}; write it like --child "Amira Hussain (Amira), she/her, 9"`)
  const [first = '', ...others] = given.split(',').map((part) => part.trim())
  const named = child.exec(first)?.groups
  if (!named?.name || /^\d+$/.test(first)) throw wrong('must begin with a name')
  let declared: DeclaredChild = {name: named.name.trim(), ...(named.knownAs && {knownAs: named.knownAs.trim()})}
  for (const part of others) {
    if (/^\d{1,2}$/.test(part) && declared.age === undefined) declared = {...declared, age: Number(part)}
    else if (pronouns.test(part) && declared.pronouns === undefined) declared = {...declared, pronouns: part}
    else throw wrong('takes a name, pronouns such as she/her, and an age in years')
  }
  return declared
}
