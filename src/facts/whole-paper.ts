import type {Facts} from './facts.ts'
import {showsType} from './infer-kind.ts'
import {findGreeting} from './outline.ts'

/** Fewer words than this, with nothing that begins or divides a paper, are a note or an excerpt. */
const leastWords = 60
/** So many kinds of section under headings make a report, whatever it is called. */
const leastSections = 3

/**
 * Too short for it to be said what it leaves out. Anything with a heading, a greeting or a table is more than an excerpt,
 * however short: a form that nobody filled in is the emptiest paper of all.
 */
function isExcerpt({document, tokens}: Facts): boolean {
  const divided = document.blocks.some(({kind}) => kind === 'heading' || kind === 'cell')
  return tokens.count < leastWords && !divided && findGreeting(document) === null
}

/** Did somebody say what the document is, or does it show it itself? */
function isRecognised(facts: Facts): boolean {
  const {document, tokens, known, lexicon} = facts
  if (known.typeFrom !== 'inferred' || known.kind !== null || known.type !== 'report') return true
  if (showsType('report', document, tokens, lexicon)) return true
  return new Set(facts.sections.filter(({by}) => by !== 'prose').map(({id}) => id)).size >= leastSections
}

/** Is this a whole paper of a known type, of which it can be said what it leaves out? */
export const isWholePaper = (facts: Facts): boolean => !isExcerpt(facts) && isRecognised(facts)

/** Is this a whole paper of which nobody can tell what kind it is, so that it is not asked for any part? */
export const isUnrecognised = (facts: Facts): boolean => !isExcerpt(facts) && !isRecognised(facts)
