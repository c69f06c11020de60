import type {DeclaredChild} from '../model/declaration.ts'
import type {Dictionaries} from '../model/dictionary.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {documentTypes} from '../model/result.ts'

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

/**
 * A type or kind of document, as written by hand.
 * @throws Fault `unknown-document` with what was most likely meant
 */
export function parseDocumentType(given: string, {kinds}: Pick<Dictionaries, 'kinds'>): string {
  const known = [...documentTypes, ...kinds.map(({id}) => id)]
  if (known.includes(given)) return given
  const meant = didYouMean(given, known)
  // What was written in a file may be anything, a name too, so it is not repeated.
  throw new Fault(
    'unknown-document',
    `There is no such type or kind of document; ${meant ? `did you mean “${meant}”?` : `there are ${known.join(', ')}`}`
  )
}
