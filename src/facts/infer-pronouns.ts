import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import {Shape, type Tokens} from '../model/tokens.ts'
import {firstName, type NameSense} from './names.ts'

const sets: readonly (readonly [RegExp, string])[] = [
  [/\bshe\b.{1,12}\bthey\b/, 'she/they'],
  [/\bhe\b.{1,12}\bthey\b/, 'he/they'],
  [/\bshe\b/, 'she/her'],
  [/\bhe\b/, 'he/him'],
  [/\bthey\b/, 'they/them'],
  [/\bxe\b/, 'xe/xem'],
  [/\bze\b/, 'ze/zir'],
  [/\bfae\b/, 'fae/faer'],
  [/\bey\b/, 'ey/em']
]

const pair =
  /["'“‘*_]?\b(she|he|they|xe|ze|fae|ey)\b["'”’*_]?\s*(?:\/|,|and|or)\s*["'“‘*_]?\b(her|him|them|xem|zir|hir|faer|em|they)\b/i
const nearby = /\b(?:pronouns?|uses?|use|used|using|called|call me|written|prefers?|goes by|asked me to|likes)\b/i

/** Pronouns that a sentence states: *uses they/them*, *asked me to use she and her*, *Pronouns: he/him*. */
export function statedPronouns(text: string): string | null {
  let at = 0
  for (;;) {
    const match = pair.exec(text.slice(at))
    if (!match) return null
    const start = at + match.index
    const around = text.slice(Math.max(0, start - 70), start + match[0].length + 60)
    const joined = match[0].includes('/')
    if (joined ? true : nearby.test(around)) {
      const said = fold(match[0])
      return sets.find(([pattern]) => pattern.test(said))?.[1] ?? match[0]
    }
    at = start + match[0].length
  }
}

const asking =
  /\b(?:(?:what|which) (?:\p{L}+ ){0,3}pronouns?|pronouns? (?:you|that you|they|he or she) (?:use|like|want|prefer)|your pronouns?|(?:ask|asked|check|checked|find out|tell me) .{0,40}pronouns?|(?:he or she|he, she or they|she, he or they|they, she or he|\*?he\*?, \*?she\*?,? or \*?they\*?))\b/iu

/** Does the text ask the child which pronouns are theirs? */
export const asksPronouns = (text: string): boolean => asking.test(text)

type Gender = 'she' | 'he' | 'they'

const gendered: Readonly<Record<string, Gender>> = {
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  themself: 'they'
}
const plainly: Readonly<Record<string, Gender>> = {daughter: 'she', girl: 'she', son: 'he', boy: 'he'}

/**
 * The pronouns that a paper plainly uses of one child: those that follow the name in a sentence with nobody else in it,
 * or begin the sentence after such a one. `null` where that is not plain.
 */
export function usedPronouns(
  name: string,
  tokens: Tokens,
  names: NameSense,
  people: PeopleWords
): 'she/her' | 'he/him' | 'they/them' | null {
  const wanted = fold(firstName(name))
  const kin = new Map(people.relatives.map(({word, gender}) => [fold(word), gender]))
  const votes = {she: 0, he: 0, they: 0}
  let carried = false
  for (const {from, to} of tokens.sentences) {
    let about = false
    let otherwise = false
    for (let i = from; i < to; i++) {
      const base = tokens.base[i] as string
      const word = tokens.word[i] as string
      if (base === wanted && tokens.shape[i] !== Shape.lower) {
        about = true
        const before = tokens.base[i - 1] ?? ''
        const kindBefore = i > from ? plainly[before] : undefined
        if (kindBefore) votes[kindBefore] += 2
        // "Nell is a girl", "Leo is the youngest boy".
        if (tokens.word[i + 1] === 'is' || tokens.word[i + 1] === 'was')
          for (let ahead = i + 2; ahead < Math.min(i + 6, to); ahead++) {
            const kind = plainly[tokens.word[ahead] as string]
            if (kind) votes[kind] += 2
          }
        continue
      }
      const gender = gendered[word]
      if (gender) {
        if (about && !otherwise) votes[gender]++
        else if (carried && i === from) {
          votes[gender]++
          about = true
        }
        continue
      }
      if (kin.has(base) && !plainly[base]) {
        // "Nell's mother" and "her mother": from here on *she* may be the mother.
        otherwise = true
        continue
      }
      if (
        i > from &&
        tokens.shape[i] === Shape.capital &&
        names.isName(tokens.text.slice(tokens.start[i], tokens.end[i]).replace(/['’]s$/, ''))
      )
        otherwise = true
      else if (
        i === from &&
        !about &&
        names.isName(tokens.text.slice(tokens.start[i], tokens.end[i]).replace(/['’]s$/, ''))
      )
        otherwise = true
      else if (names.titles.has(base) && tokens.shape[i] === Shape.capital) otherwise = true
      else if (names.roles.has(base)) otherwise = true
    }
    carried = about && !otherwise
  }
  const order = (['she', 'he', 'they'] as const).toSorted((a, b) => votes[b] - votes[a])
  const [most, second] = order as [Gender, Gender, Gender]
  if (votes[most] < 2 || votes[second] * 3 > votes[most])
    return votes[most] === 1 && votes[second] === 0 ? pronounsOf(most) : null
  return pronounsOf(most)
}

const pronounsOf = (gender: Gender) => (gender === 'she' ? 'she/her' : gender === 'he' ? 'he/him' : 'they/them')
