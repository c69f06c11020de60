import type {Known} from '../model/result.ts'

/** What was understood of a document, so that a wrong guess is seen: `letter (letter-decision) to Amira, she/her, 9`. */
export function understood({type, kind, children, template}: Known): string {
  const who = children.map(({name, knownAs, pronouns, age}) =>
    [knownAs ?? name, pronouns, age].filter(Boolean).join(', ')
  )
  const what = `${template ? 'template of a ' : ''}${type}${kind && kind !== type ? ` (${kind})` : ''}`
  return who.length > 0 ? `${what} ${type === 'letter' ? 'to' : 'about'} ${who.join(' · ')}` : what
}
