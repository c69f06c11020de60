import {fold} from '../lexicon/tokenize.ts'
import {startsWithCapital} from '../model/characters.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import {literal} from './literal.ts'
import {isTransposed} from './name-slips.ts'
import {firstName, plainName} from './names.ts'

const nameWord = "\\p{Lu}[\\p{L}\\p{M}'’-]+"

const calling = onAsking(
  () =>
    new RegExp(
      `(?:(?:likes|prefers|wants|asked|asks|chooses) (?:me )?to be (?:called|known as)|known as|called|goes by|prefers|calls (?:himself|herself|themself)|\\((?:known as|likes to be called|called)|preferred name:?|known to (?:everyone|everybody|all) as|answers to)\\s+[“"‘'*_]*(${nameWord})`,
      'gu'
    )
)

/** The same name, or the same with two letters swapped by a slip. */
const isSame = (called: string, first: string): boolean => called === first || isTransposed(called, first)

/** The name by which a child likes to be called: *Oluwadamilola, who likes to be called Dami*. `null` where none is said. */
export function calledBy(name: string, text: string, others: readonly string[]): string | null {
  const first = firstName(name)
  const taken = new Set(others.map((other) => plainName(firstName(other))))
  // The rare words first: looked for on its own, a name is tried at every capital.
  const everyone = others.length === 1 && /\bcalls? (?:him|her|them)\b/.test(text) ? everyoneCalls().exec(text) : null
  if (everyone) return everyone[1] ?? everyone[2] ?? null
  const inTurn = others.length > 1 ? callsThem().exec(text)?.[1]?.match(new RegExp(nameWord, 'gu')) : null
  if (inTurn?.length === others.length) {
    const called = inTurn[others.findIndex((other) => plainName(firstName(other)) === plainName(first))]
    return called === undefined || plainName(called) === plainName(first) ? null : called
  }
  for (const match of text.matchAll(calling())) {
    const called = (match[1] as string).replace(/['’]s?$/, '')
    if (isSame(plainName(called), plainName(first)) || taken.has(plainName(called))) continue
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    const sentence = before.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? ''
    const label = /preferred name|known as/i.test(match[0]) && /(?:^|\n)\s*$/.test(before)
    // Only what is said straight after the child's name, or by a pronoun: "her cat, called Biscuit" names a cat.
    const words = sentence.trim().split(/\s+/)
    const near = words.slice(-5).join(' ')
    if (
      label ||
      new RegExp(
        `${literal(first)}(?: ${nameWord})?[,( ]*(?:(?:who|is|was|she|he|they|also|usually|but) ?)?(?:is|likes|has|usually|also)?$`,
        'u'
      ).test(near) ||
      /^(?:She|He|They|who|and)\b.{0,12}$/.test(near)
    )
      return called
  }
  return besideName(first, text, taken)
}

/** What follows a first name: other names, then one in brackets or quotation marks. */
const beside = /^((?: [^\s()"“‘.,;:–—]+){0,3}) (?:[–—-] )?[("“‘]{1,2}([^\s()"“‘”’']{2,})[)"”’']{1,2}/

/** For each the whole paper is read; a child has few names. */
const mostTried = 5

/** `Margaret Lloyd (Peggy)`, `Margaret "Peggy" Lloyd`, where the paper goes on to say what Peggy did and what is Peggy’s. */
function besideName(first: string, text: string, taken: ReadonlySet<string>): string | null {
  const tried = new Set<string>()
  for (let at = text.indexOf(first); at >= 0 && tried.size < mostTried; at = text.indexOf(first, at + first.length)) {
    const [, between = '', name = ''] = beside.exec(text.slice(at + first.length, at + first.length + 90)) ?? []
    if (!startsWithCapital(name) || taken.has(plainName(name)) || tried.has(name)) continue
    if (!between.split(' ').every((word) => word === '' || startsWithCapital(word))) continue
    if (isSpokenOf(name, text)) return name
    tried.add(name)
  }
  return null
}

function isSpokenOf(name: string, text: string): boolean {
  const acts = `${literal(name)}(?:['’]s|(?= (?:is|was|has|had|said|says|told|wants|would|likes|lives) ))`
  return (text.match(new RegExp(acts, 'g'))?.length ?? 0) > 1
}

const everyoneCalls = onAsking(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{M}'’-])(${nameWord}),? (?:as|which is what|who is what) (?:everybody|everyone|all|most people|(?:his|her|their) (?:family|friends|mother|father|mum|dad)) calls? (?:him|her|them)|(?:everybody|everyone|(?:his|her|their) (?:family|friends)) calls? (?:him|her|them) (${nameWord})`,
      'u'
    )
)

/** `Everyone calls them LJ and Rosie`: each in the order of the children. */
const callsThem = onAsking(
  () =>
    new RegExp(
      `(?:calls? them|(?:they )?are (?:known as|called)|(?:like|prefer) to be called|go by|answer to) (${nameWord}(?:, ${nameWord})*,? and ${nameWord})`,
      'u'
    )
)

/**
 * A short form of a long first name that the paper goes on to use instead of it: *Oluwaseun* on the cover and *Seun* in
 * every sentence.
 * @param counts how often each name stands in the text, by its plain form
 */
export function shortForm(
  name: string,
  counts: ReadonlyMap<string, {readonly name: string; readonly times: number; readonly alone: number}>
): string | null {
  const first = plainName(firstName(name))
  const own = counts.get(first)?.times ?? 0
  let best: {readonly name: string; readonly alone: number} | null = null
  for (const [key, count] of counts) {
    const isPart =
      key.length >= 3 && key.length < first.length && (first.startsWith(key.slice(0, 3)) || first.endsWith(key))
    if (isPart && count.alone >= 3 && count.alone > own * 3 && count.alone > (best?.alone ?? 0)) best = count
  }
  return best?.name ?? null
}

const calls = onAsking(
  () => /\b(?:who|whom|that) (?:he|she|they|\p{Lu}\p{L}+) (?:calls?|knows? as) [“"‘'*]?(\p{Lu}\p{L}+)/gu
)

/** The child's own words for relatives, where a paper says so beside the formal one: *his grandmother, whom he calls Nano*. */
export function familyWords(text: string, people: PeopleWords): Record<string, string> {
  const found: Record<string, string> = {}
  if (!/\b(?:calls?|knows? as) /.test(text)) return found
  const formal = new Set(people.relatives.filter(({formal}) => formal).map(({word}) => word))
  for (const match of text.matchAll(calls())) {
    const before = text.slice(Math.max(0, match.index - 70), match.index)
    const kin =
      /((?:(?:maternal|paternal|foster|adoptive|birth) )?[\p{L}-]+)(?:,? (?:Mrs|Mr|Ms|Miss)\.? \p{Lu}\p{L}+)?[,(\s]*$/u.exec(
        before
      )?.[1]
    const terms = kin ? [fold(kin), fold(kin.split(' ').at(-1) as string)] : []
    const term = terms.find((each) => formal.has(each))
    if (term) found[term] ??= match[1] as string
  }
  return found
}
