import {Gap, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'

const rows = {
  she: {subject: 'she', object: 'her', possessive: 'her', alone: 'hers', reflexive: 'herself'},
  he: {subject: 'he', object: 'him', possessive: 'his', alone: 'his', reflexive: 'himself'},
  they: {subject: 'they', object: 'them', possessive: 'their', alone: 'theirs', reflexive: 'themself'}
} as const

/** `possessive` stands before what is owned (*her bag*), `alone` for it (*the bag is hers*). */
type PronounCase = keyof (typeof rows)['she']

/** Words that begin something new, so that nothing owned follows: *saw her at*, *thanked her and*. */
const notOwned = wordSet(
  'a about after again all an and are as at away because before but by did do does down during each every for from had has have he here how i if in into is it later like my now of off on or out over she since so soon than that the then there they this though through to today tomorrow tonight too twice under until up upset was we were what when where whether which while who why will with without would yesterday you your'
)

/** After these, what follows may be owned, or given, done or felt: *gave her sweets*, *saw her smile*. */
const doubtful = wordSet(
  'ask asked asking bought bring brought buy feel felt find found gave get give given giving got hear heard help helped helping keep keeping kept leave left let made make makes making offer offered promised read saw see seen send sending sent show showed shown taught teach tell telling told watch watched watching wished'
)

const plainly: Readonly<Record<string, readonly PronounCase[]>> = {
  he: ['subject'],
  she: ['subject'],
  they: ['subject'],
  him: ['object'],
  them: ['object'],
  their: ['possessive'],
  its: ['possessive'],
  hers: ['alone'],
  theirs: ['alone']
}

/** The cases in which the pronoun at word `i` may stand, the likeliest first. */
function casesOf(word: string, tokens: Tokens, i: number): readonly PronounCase[] {
  const plain = plainly[word] ?? (/sel(?:f|ves)$/.test(word) ? (['reflexive'] as const) : null)
  if (plain) return plain
  const other = word === 'his' ? 'alone' : 'object'
  const isLast = i + 1 >= tokens.count || tokens.gap[i + 1] !== Gap.joined
  if (isLast || notOwned.has(tokens.word[i + 1])) return [other]
  return word === 'her' && doubtful.has(tokens.word[i - 1]) ? ['object', 'possessive'] : ['possessive']
}

/**
 * What may stand in the place of the pronoun at word `i` from among the allowed forms, as far as they are common ones.
 * @param word the pronoun without the end of a short form: *he* of *he's*
 */
export function formsInPlace(word: string, tokens: Tokens, i: number, allowed: ReadonlySet<string>): string[] {
  const own = Object.values(rows).filter(({subject}) => allowed.has(subject))
  return [...new Set(own.flatMap((row) => casesOf(word, tokens, i).map((form) => row[form])))]
}
