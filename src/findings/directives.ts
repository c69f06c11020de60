import {fold} from '../lexicon/tokenize.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import type {Notice} from '../model/notice.ts'

const directives = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const

/** What a comment asks. */
export interface Directive {
  readonly kind: (typeof directives)[number]
  /** Rules, `rule/entry` or, in a Word comment, words; of `enable`, none for all. */
  readonly names: readonly string[]
}

export const notice = (code: string, place: string, message: string): Notice => ({
  code,
  message: `The comment ${place} ${message}`,
  aside: true
})

function split(rest: string, between: RegExp): {readonly names: readonly string[]; readonly reasoned: boolean} {
  const [asked = '', ...why] = ` ${rest}`.split(/\s(?:--?|[–—])\s/)
  const names = asked.split(between).map((name) => name.trim())
  return {names: names.filter(Boolean), reasoned: why.join(' ').trim() !== ''}
}

/**
 * Reads a comment in Markdown, which is written for us alone, so that what is wrong in it can be told.
 * @param place where it stands, as notices say it: `on line 3`
 */
export function readInText(
  words: string,
  place: string,
  rules: readonly string[],
  notices: Notice[]
): Directive | null {
  const [, word = '', rest = ''] = /^ourwords-([a-z-]*)\s*([\s\S]*)$/.exec(words) ?? []
  const kind = directives.find((each) => each === word)
  if (!kind) {
    const known = directives.map((each) => `ourwords-${each}`)
    const meant = didYouMean(`ourwords-${word}`, known)
    const hint = meant ? `did you mean ${meant}?` : `there are ${known.join(', ')}.`
    notices.push(notice('bad-suppression', place, `begins with a word that is not known; ${hint}`))
    return null
  }
  const {names, reasoned} = split(rest, /[\s,]+/)
  const unknown = names.find((name) => !rules.includes(name.split('/')[0] as string))
  if (unknown !== undefined || (names.length === 0 && kind !== 'enable')) {
    const meant = unknown === undefined ? undefined : didYouMean(unknown, rules)
    const hint = meant ? `did you mean “${meant}”?` : 'see: ourwords rules.'
    notices.push(notice('bad-suppression', place, `names no rule that is known; ${hint}`))
    return null
  }
  if (!reasoned && kind !== 'enable') {
    notices.push(notice('unreasoned-suppression', place, 'says not why; add “-- ” and the reason after the rule.'))
  }
  return {kind, names}
}

/** In Word people talk with each other: `ourwords accept contact -- the name of the place`, rules and words alike. */
export function readInWord(words: string, place: string, notices: Notice[]): readonly string[] | null {
  const [, rest] = /^ourwords[-: ]\s*(?:accept|disable(?:-next-line|-line)?)\b[: ]*([\s\S]*)$/i.exec(words.trim()) ?? []
  if (rest === undefined) return null
  const {names, reasoned} = split(rest, /,/)
  if (names.length === 0) {
    notices.push(notice('bad-suppression', place, 'says not what to accept; write the word or the rule after it.'))
    return null
  }
  if (!reasoned) {
    notices.push(notice('unreasoned-suppression', place, 'says not why; add “-- ” and the reason after the word.'))
  }
  return names.map(fold)
}
