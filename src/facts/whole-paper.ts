import type {Facts} from './facts.ts'
import {showsType} from './infer-kind.ts'
import {findGreeting} from './outline.ts'

/** Fewer words than this, with nothing that begins or divides a paper, are a note or an excerpt. */
const leastWords = 60
/** So many kinds of section under headings make a report, whatever it is called. */
const leastSections = 3

/**
 * Is this a whole paper of a known type? Of a few sentences, or of a text that shows no sign of what it is and that
 * nobody declared, it cannot be said what it leaves out. Anything with a heading, a greeting or a table is more than an
 * excerpt, however short: a form that nobody filled in is the emptiest paper of all.
 */
export function isWholePaper(facts: Facts): boolean {
  const {document, tokens, known} = facts
  const divided = document.blocks.some(({kind}) => kind === 'heading' || kind === 'cell')
  if (tokens.count < leastWords && !divided && findGreeting(document) === null) return false
  if (known.typeFrom !== 'inferred' || known.kind !== null || known.type !== 'report') return true
  if (showsType('report', document, tokens, facts.lexicon)) return true
  return new Set(facts.sections.filter(({by}) => by !== 'prose').map(({id}) => id)).size >= leastSections
}
