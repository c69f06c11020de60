import {oncePer} from '../model/once.ts'
import type {Facts} from './facts.ts'
import {findGreeting} from './outline.ts'

/** The children whom the greeting of a letter names: each is *you* in it, and so nobody's *he* or *she*. */
export const addressedIn = oncePer(({audience, document, tokens, mentions}: Facts): ReadonlySet<number> => {
  const greeting = audience === 'letter' ? findGreeting(document) : null
  if (!greeting) return new Set()
  return new Set(
    mentions.flatMap(({child, from}) => (child !== undefined && tokens.block[from] === greeting.block ? child : []))
  )
})
