import type {Facts} from './facts.ts'
import {findGreeting} from './outline.ts'

/** Fewer words than this, with nothing that begins or divides a paper, are a note or an excerpt. */
const leastWords = 60

/**
 * Is this a few sentences and not a whole paper? Then nothing can be said of what it leaves out. Anything with a heading,
 * a greeting or a table is a paper, however short: a form that nobody filled in is the emptiest of all.
 */
export const isFragment = ({document, tokens}: Facts): boolean =>
  tokens.count < leastWords &&
  !document.blocks.some(({kind}) => kind === 'heading' || kind === 'cell') &&
  findGreeting(document) === null
