import {calledName} from '../facts/called.ts'
import {isInPart} from '../facts/child-phrases.ts'
import type {Facts, Mention} from '../facts/facts.ts'
import {literal} from '../facts/literal.ts'
import {firstFrom} from '../facts/mentions.ts'
import {endWithoutPossessive} from '../facts/names.ts'
import {possessives} from '../facts/pronouns.ts'
import {wordsCalled} from '../facts/word-sets.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import type {Draft} from '../model/finding.ts'
import {gather} from '../model/gather.ts'
import type {KnownChild} from '../model/result.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

const titles = wordSet('reverend holy queen our earth founding blessed house heavenly')
const parents = new Set(['mother', 'father', 'parent', 'parents'])

const short: Readonly<Record<string, string>> = {maternal: 'mat', paternal: 'pat'}
/** How notes shorten a word for a grandparent. */
const shortened: readonly (readonly [of: string, ...ways: string[]])[] = [
  ['grandmother', 'gmother', "g'mother", 'g mother'],
  ['grandfather', 'gfather', "g'father", 'g father'],
  ['grandparents', 'gparents', "g'parents", 'g parents']
]
/** Words for a relative that are nobody’s own where a side stands before them: *maternal gran*. */
const homely: readonly (readonly [of: string, ...ways: string[]])[] = [
  ['grandmother', 'gran', 'granny', 'grandma', 'nan', 'nana', 'nanny'],
  ['grandfather', 'grandad', 'granddad', 'grandpa', 'gramps'],
  ['aunt', 'auntie', 'aunty']
]

/** A term and how else it is written in notes: *pat. grandmother*, *maternal g/mother*, *mat gran*; never the child’s own word. */
function waysToWrite(term: string, own: string): string[][] {
  const side = wordsOf(term)[0] ?? ''
  const others = side in short ? [...shortened, ...homely] : shortened
  const ways = [term]
  for (const [of, ...rest] of others)
    if (term.endsWith(of)) for (const way of rest) if (way !== own.toLowerCase()) ways.push(term.replace(of, way))
  const all = side in short ? ways.flatMap((way) => [way, way.replace(side, short[side] as string)]) : ways
  return [...new Map(all.flatMap(variants).map((words) => [words.join(' '), words])).values()]
}

/** Both grandparents of a side are called by both their words: *maternal grandparents* are Granny and Granda. */
function withGrandparents(family: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const both: Record<string, string> = {}
  for (const side of ['maternal ', 'paternal ', '']) {
    const [mother, father] = [family[`${side}grandmother`], family[`${side}grandfather`]]
    if (mother && father) both[`${side}grandparents`] = `${mother} and ${father}`
  }
  return {...both, ...family}
}

/** Relatives of whom a child has one on each side; of aunts there may be any number. */
const mostlyTwo = new Set(['grandmother', 'grandfather', 'grandparents'])

/**
 * A letter says *your grandmother* to a child who has told of one only, whichever side she is on; where two are known, the
 * side has to be said to tell them apart.
 */
function withoutSides(child: KnownChild): KnownChild {
  const family: Record<string, string> = {...child.family}
  for (const [side, other] of [
    ['maternal ', 'paternal '],
    ['paternal ', 'maternal ']
  ] as const)
    for (const [term, word] of Object.entries(child.family)) {
      const plain = term.startsWith(side) ? term.slice(side.length) : ''
      if (mostlyTwo.has(plain) && !(`${other}${plain}` in child.family)) family[plain] ??= word
    }
  return {...child, family}
}

/** How a kin term may be written: *stepfather*, *step-father*; *grandmother* is not *maternal grandmother*. */
function variants(term: string): string[][] {
  const words = wordsOf(term)
  const split = wordsOf(
    term.replace(/\b(step|half|grand|foster)(?=[a-z])/g, (part) =>
      part === 'grand' || part === 'foster' ? part : `${part} `
    )
  )
  const joined = wordsOf(term.replace(/\b(step|half)[ -](?=[a-z])/g, '$1'))
  return [...new Map([words, split, joined].map((each) => [each.join(' '), each])).values()]
}

export const formalFamilyWord: Rule = {
  id: 'formal-family-word',
  title: 'A kin term where the child’s own word is known',
  why: 'The young people ask to be asked what they call the people in their family. “Maternal grandmother” is nobody; Nani is who makes the rotis.',
  fine: 'In a report “the mother” and “the father” are left alone, and so is anybody else’s family. A report may give the formal word once in brackets beside the child’s.',
  sources: ['fjypb-ten-asks'],
  severity: 'warning',
  onWords: true,
  examples: [
    {text: 'Your *maternal grandmother* rang, and your *mother* waved.', document: 'letter'},
    {text: 'Your *grandmother* told me about the dumplings.', document: 'letter'},
    {
      text: 'You see Mum at your aunt’s.',
      document: 'letter',
      children: [{name: 'Amira', family: {'maternal aunt': 'Auntie Deqa'}}]
    },
    {text: 'Amira sleeps at her *maternal grandmother*’s house. The mother works nights.'},
    {text: 'Welsh is your mother tongue. The mother and toddler group meets here.', document: 'letter'},
    {text: 'The Reverend Mother told me about Mothers’ Day and the mother duck.', document: 'letter'},
    {text: 'Your teacher said that her own mother was there on Mother’s Day.', document: 'letter'},
    {text: 'Nani (her maternal grandmother, Mrs Begum) came.'},
    {text: 'Her friend’s maternal grandmother came too.'},
    {text: 'A good father can be cross, and she is the kind of mother who listens.', document: 'letter'},
    {text: 'You liked the bit where the mother finds the letter, and the father in it.', document: 'letter'},
    {text: 'Ms Bello was brought up by her maternal grandmother. The grandmother next door helps.'},
    {
      text: 'Pat. grandmother rang. T/c to *mat. grandmother* and *maternal g/mother*. I met the *mat gran*.',
      document: 'record'
    },
    {
      text: 'The *maternal grandparents* came. Grandparents have no right of their own in law.',
      children: [{name: 'Amira', family: {'maternal grandmother': 'Nani', 'maternal grandfather': 'Nana'}}]
    },
    {
      text: 'Her maternal grandmother (Mamé) came. The *maternal grandmother* stayed.',
      children: [{name: 'Amira', family: {'maternal grandmother': 'Mamé'}}]
    }
  ],
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known, audience} = facts
    const terms = termsOf(audience === 'letter' ? known.children.map(withoutSides) : known.children)
    if (terms.size === 0) return
    let next = 0
    for (let i = 0; i < tokens.count; i++) {
      if (i < next) continue
      const written = terms.get(tokens.word[i] as string) ?? terms.get(tokens.base[i] as string)
      for (const {words, term, word} of written ?? []) {
        if (!matches(tokens, i, words)) continue
        if (audience === 'report' && parents.has(term)) continue
        const last = i + words.length - 1
        if (plurals.has(term) && !isLedTo(tokens, i)) continue
        if (!isTheirs(facts, i, last, audience)) continue
        if (isGloss(facts, i, word)) continue
        next = last + 1
        const at = {start: tokens.start[i] as number, end: endWithoutPossessive(tokens, last)}
        const [only, ...others] = known.children
        const alone = others.length === 0 && only
        const who = !alone ? 'the children call' : audience === 'letter' ? 'you call' : `${calledName(alone)} calls`
        yield {
          at,
          entry: term.replaceAll(' ', '-'),
          message: `“${tokens.text.slice(at.start, at.end)}” is somebody ${who} ${word}.`,
          instead: [word]
        }
        break
      }
    }
  }
}

/** A way to write a term for which a child has a word. */
interface Written {
  readonly words: readonly string[]
  readonly term: string
  readonly word: string
}

/** By their first word, the longest first: all ways to write those terms for which the children have words of their own. */
function termsOf(children: readonly KnownChild[]): ReadonlyMap<string, readonly Written[]> {
  const found = new Map<string, Written[]>()
  for (const {family} of children)
    for (const [term, word] of Object.entries(withGrandparents(family))) {
      if (word.toLowerCase() === term.toLowerCase()) continue
      for (const words of waysToWrite(term, word)) gather(found, words[0] as string, {words, term, word})
    }
  for (const written of found.values()) written.sort((a, b) => b.words.length - a.words.length)
  return found
}

const plurals = new Set(['grandparents'])
const leading = wordSet('the his her their your both')

/** *Colm’s grandparents*, *the grandparents*; without one of these, grandparents in general may be meant. */
const isLedTo = ({word, base, gap}: Tokens, i: number): boolean =>
  gap[i] === Gap.joined && (leading.has(word[i - 1]) || word[i - 1] !== base[i - 1])

function matches(tokens: Tokens, i: number, words: readonly string[]): boolean {
  for (let n = 0; n < words.length; n++) {
    const at = i + n
    if (n > 0 && !isRunOn(tokens, at)) return false
    if (tokens.word[at] !== words[n] && !(n === words.length - 1 && tokens.base[at] === words[n])) return false
  }
  return true
}

/** Does a word follow the one before as notes shorten them, too: *pat. grandmother*, *g/mother*? */
function isRunOn({gap, word, text, start, end}: Tokens, at: number): boolean {
  if (gap[at] === Gap.joined) return true
  const between = text.slice(end[at - 1], start[at])
  return between === '/' ? word[at - 1] === 'g' : between === '. ' && sidesInNotes.has(word[at - 1])
}

const ofSomebodyElse = wordSet('his her their whose')
const ofReader = wordSet('your the both and with or')
const ofOthers = wordSet('a an another any every each some no many single other young new whose my our')
const sidesInNotes = wordSet('mat pat')
const sides = wordSet('maternal paternal mat pat')
const describing = wordSet('birth late lovely dear own biological maternal paternal mat pat')
const ownedByAnyone = wordSet('day sunday footsteps union ruin')

/** Is the relative the child's own: *your*, *the*, *her*, the child's name, and not *her own*, *Sam's*, *a mother*? */
function isTheirs(facts: Facts, first: number, last: number, audience: 'letter' | 'report'): boolean {
  const {tokens, mentions} = facts
  const possessive = tokens.word[last] !== tokens.base[last]
  const next = last + 1 < tokens.count && tokens.gap[last + 1] === Gap.joined ? (tokens.base[last + 1] as string) : ''
  if (
    !possessive &&
    (wordsCalled('after-kin', facts.dictionaries).has(next) || (next === 'and' && isGroup(tokens, last + 2)))
  )
    return false
  if (next === 'in' && tokens.base[last + 2] === 'law') return false
  if (next === 'next' && tokens.base[last + 2] === 'door') return false
  if ((next === 'in' && tokens.base[last + 2] === 'it') || isInPart(tokens, first - 1)) return false
  // "the father of modern chemistry": of whom is said, and it is not the child.
  if (next === 'of' && !isOfChild(facts, last + 2)) return false
  if (possessive && ownedByAnyone.has(next)) return false
  // "Father O'Brien", "Mother Teresa".
  if (
    !possessive &&
    tokens.shape[first] === Shape.capital &&
    last + 1 < tokens.count &&
    tokens.gap[last + 1] === Gap.joined &&
    tokens.shape[last + 1] === Shape.capital &&
    first === last
  )
    return false
  let before = first - 1
  // "the Reverend Mother", "the Queen Mother".
  if (first === last && titles.has(tokens.word[before]) && tokens.gap[first] === Gap.joined)
    if (tokens.shape[first] === Shape.capital && tokens.shape[before] === Shape.capital) return false
  while (before >= 0 && isRunOn(tokens, before + 1) && describing.has(tokens.base[before])) {
    if (tokens.base[before] === 'own') return false
    if (sides.has(tokens.base[before])) return false
    before--
  }
  if (before < 0 || tokens.gap[before + 1] !== Gap.joined) return true
  if (isAnyones(tokens, before)) return false
  const word = tokens.base[before] as string
  const lead = tokens.word[before] as string
  if (lead !== word && word !== 'your' && !possessives.has(word)) return endsWithChild(mentions, before + 1)
  if (ofOthers.has(word)) return false
  if (possessives.has(word) && isOfAdult(facts, before)) return false
  if (audience === 'letter') return ofReader.has(word) || !ofSomebodyElse.has(word)
  return true
}

const sorts = wordSet('kind sort type')
const one = wordSet('a an any every no')

/** *A good father*, *the kind of mother*: of any. */
const isAnyones = ({base, gap}: Tokens, before: number): boolean =>
  (base[before] === 'of' && sorts.has(base[before - 1])) || (gap[before] === Gap.joined && one.has(base[before - 1]))

const upbringing = /\b(?:brought up|raised|grew up|growing up|upbringing|childhood|himself|herself)\b/

/** *Ms Bello was brought up by her maternal grandmother*: the childhood told of is an adult’s, who is who was named. */
function isOfAdult({tokens, mentions}: Facts, whose: number): boolean {
  const opens = tokens.sentences[tokens.sentence[whose] as number]?.from ?? whose
  const named = mentions.slice(firstFrom(mentions, opens), firstFrom(mentions, whose))
  const isChild = ({who, to}: Mention): boolean => who === 'child' && tokens.word[to - 1] === tokens.base[to - 1]
  if (named.length === 0 || named.some(isChild)) return false
  return upbringing.test(tokens.word.slice(opens, whose).join(' '))
}

/** *of Amira*, *of both children*, *of the children*. */
function isOfChild({tokens, mentions}: Facts, word: number): boolean {
  const next = mentions[firstFrom(mentions, word)]
  if (next?.who === 'child' && next.from === word) return true
  return /^(the|both|these|all|this|her|his|their|your) (the |of |three |two )?(children|child|girls|boys|twins|brother|sister|brothers|sisters)\b/.test(
    tokens.word.slice(word, word + 4).join(' ')
  )
}

/** Does the name of one of the children end before this word? */
function endsWithChild(mentions: Facts['mentions'], word: number): boolean {
  const last = mentions[firstFrom(mentions, word) - 1]
  return last !== undefined && last.to === word && last.who === 'child'
}

const groups = wordSet('toddler baby child')

/** "mother and toddler group", "mother and baby unit". */
const isGroup = (tokens: Tokens, i: number): boolean => groups.has(tokens.base[i])

/** "Nani (her maternal grandmother)": the formal word said once beside the child's own. */
function isGloss({tokens}: Facts, i: number, word: string): boolean {
  const sentence = tokens.sentences[tokens.sentence[i] as number]
  if (!sentence) return false
  const before = tokens.text.slice(Math.max(sentence.start, (tokens.start[i] as number) - 40), tokens.start[i])
  const after = tokens.text.slice(tokens.end[i], (tokens.end[i] as number) + 60)
  return (
    (before.includes('(') && !before.includes(')') && before.includes(word)) ||
    new RegExp(`^[^.]{0,20}\\(\\s*${literal(word)}(?!\\p{L})`, 'u').test(after) ||
    new RegExp(`^[^.]{0,40}\\b(call|calls|called|known as|knows as|known to)\\b[^.]{0,20}${literal(word)}`).test(after)
  )
}
