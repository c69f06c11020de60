import type {Dictionaries} from '../model/dictionary.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {documentTypes} from '../model/result.ts'

/**
 * A type or kind of document, as written by hand.
 * @param namedBy what names it, where that is not plain from where the message stands: `the front matter`
 * @throws Fault `unknown-document` with what was most likely meant
 */
export function parseDocumentType(given: string, {kinds}: Pick<Dictionaries, 'kinds'>, namedBy?: string): string {
  const known = [...new Set([...documentTypes, ...kinds.map(({id}) => id)])]
  if (known.includes(given)) return given
  const meant = didYouMean(given, known)
  // What was written in a file may be anything, a name too, so it is not repeated.
  throw new Fault(
    'unknown-document',
    `There is no such type or kind of document${namedBy ? ` as ${namedBy} names` : ''}; ${
      meant ? `did you mean “${meant}”?` : `there are ${known.join(', ')}`
    }`
  )
}
