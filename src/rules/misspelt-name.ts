import type {Facts, Mention} from '../facts/facts.ts'
import {isFamiliar} from '../facts/familiar.ts'
import {firstFrom, namesOf} from '../facts/mentions.ts'
import {slips} from '../lexicon/edit-distance.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {Dictionaries} from '../model/dictionary.ts'
import type {Draft} from '../model/finding.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import type {Rule} from './rule.ts'

interface Wanted {
  readonly child: number
  /** As declared. */
  readonly name: string
  readonly words: readonly string[]
  /** Letters only, without marks: what fingers slip on. */
  readonly letters: string
  /** With its marks. */
  readonly marked: string
}

interface Found {
  readonly from: number
  readonly to: number
  readonly wanted: Wanted
  readonly how: 'slip' | 'mark' | 'case'
  readonly addressed: boolean
}

/** Without accents and apostrophes, so that *Zoe* and *Zoë* differ by a mark and not by a slip. */
function unmarked(word: string): string {
  const folded = fold(word)
  if (/^[a-z]*$/.test(folded)) return folded
  return folded
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʻ-]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
}

/** How a name sounds, roughly: *Ameer* and *Amir*, *Hollie* and *Holly*, *Sophie* and *Sofie* sound the same. */
const sounds = (letters: string): string =>
  letters
    .replace(/ph/g, 'f')
    .replace(/ck|c(?=[aoukq])|q/g, 'k')
    .replace(/(ie|ey|ee|ei|y|i)$/, 'i')
    .replace(/ee|ea|ei|ie|y/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/(?<=[aeiou])h(?=$|[^aeiou])/g, '')
    .replace(/(.)\1+/g, '$1')

/** How many slips still make it the same name. */
const allowed = (letters: string): number => (letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2)

/** Short names have too many neighbours, so only swapped letters count. */
const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

const kin =
  /^(mr|mrs|ms|miss|mx|dr|aunt|aunty|auntie|uncle|cousin|friend|friends|sister|brother|stepsister|stepbrother|teacher|worker|mum|dad|mummy|daddy|nan|nana|gran|grandma|grandad|carer|guardian|called|named|adviser|social|nurse|doctor|solicitor|mother|father|daughter|son|baby|dog|cat|rabbit|hamster|puppy|kitten|pony|teddy|best|neighbour|keyworker|partner|wife|husband|boyfriend|girlfriend|twin)$/

export const misspeltName: Rule = {
  id: 'misspelt-name',
  title: 'A slip in the child’s name, or another child’s name',
  why: 'My name is the first thing that is mine: the young people ask to be asked how it is spelt, and then to see it spelt so.',
  fine: 'Names are only ever compared with the ones declared; nothing is “corrected” to a commoner spelling. Declare a known-as name or another person with a similar name and it is left alone.',
  sources: ['fjypb-ten-asks'],
  severity: 'error',
  onWords: true,
  entries: ['slip', 'greeting'],
  examples: [
    {text: 'Amira likes school. *Amria* likes painting, and *Amirah*’s teacher says so too.'},
    {text: 'Hello *amira*, it is me again.', document: 'letter'},
    {text: 'AMIRA’S WISHES\n\nAmira’s teacher, Miss Amara, met Amir, her cousin.', people: ['Amir']},
    {text: 'Well done, *Amra*! Your mum rang me. I saw the picture for your mum, *Amera*.', document: 'letter'},
    {text: 'Her friend Amina came to tea. Amina stayed until six.'},
    {text: 'Mei-Ling plays chess. *Mei-Lin* won.', children: [{name: 'Mei-Ling'}]},
    {text: 'Zoë draws. *Zoe* sings.', children: [{name: 'Zoë'}]},
    {text: 'Ruby and Rudy are twins.', children: [{name: 'Ruby'}, {name: 'Rudy'}]},
    {text: 'Dear *Leo*,\n\nThank you for the drawing.', document: 'letter', children: [{name: 'Amira'}]},
    {text: 'Mark likes maps. The park was closed. Marks were given.', children: [{name: 'Mark'}]},
    {text: 'Hope drew a boat. I hope it floats.', children: [{name: 'Hope'}]}
  ],
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known} = facts
    // A name that was itself read out of the text cannot show that the text is wrong.
    const wanted = known.children.flatMap((child, index) =>
      namesOf(child.name, child.knownAs).map(
        (name): Wanted => ({
          child: index,
          name,
          words: wordsOf(name),
          letters: unmarked(name.replaceAll(' ', '')),
          marked: fold(name).replace(/[\s-]/g, '')
        })
      )
    )
    const others = new Set(
      [
        ...known.people.flatMap((person) => wordsOf(person)),
        ...known.children.flatMap(({name, knownAs}) => wordsOf(`${name} ${knownAs ?? ''}`))
      ].map(unmarked)
    )
    const notNames = notNamesOf(facts)
    const wordsToo = new Set(facts.dictionaries.words['name-or-word'])
    const introduced = new Set<string>()
    for (const mention of facts.mentions)
      if (mention.who === 'person')
        for (let i = mention.from; i < mention.to; i++) introduced.add(unmarked(tokens.base[i] as string))
    const found: Found[] = []
    const places = beginnings(tokens, wanted)
    for (const want of wanted) {
      const count = want.words.length
      for (const i of places) {
        if (i + count > tokens.count) break
        const how = compare(tokens, i, count, want)
        if (!how) continue
        const last = i + count - 1
        const said = unmarked(tokens.base.slice(i, i + count).join(''))
        if (how === 'slip') {
          if (notNames.has(said)) continue
          // Whoever a letter calls out to is its reader, whoever else may have nearly the same name.
          const addressed = isAddressed(tokens, i, facts)
          if (!addressed && (others.has(said) || introduced.has(said) || isSomebodyElse(tokens, i + count, facts)))
            continue
          if (!addressed && introduces(tokens, i, want, facts)) {
            introduced.add(said)
            continue
          }
          if (count === 1 && startsSentence(tokens, i) && isOrdinary(tokens.base[i] as string, tokens)) continue
          if (count === 1 && tokens.shape[i] === Shape.capitals && isOrdinary(tokens.base[i] as string, tokens))
            continue
        }
        if (how === 'case' && want.words.every((word) => isFamiliar(word) || wordsToo.has(word))) continue
        if (found.some(({from, to}) => from <= last && i < to)) continue
        found.push({from: i, to: i + count, wanted: want, how, addressed: isAddressed(tokens, i, facts)})
      }
    }
    for (const {from, to, wanted: want, how, addressed} of found.sort((a, b) => a.from - b.from)) {
      const end =
        (tokens.end[to - 1] as number) -
        ((tokens.word[to - 1] as string).length - (tokens.base[to - 1] as string).length)
      const at = {start: tokens.start[from] as number, end}
      const said = tokens.text.slice(at.start, at.end)
      if (!addressed && introduced.has(unmarked(said))) continue
      yield {
        at,
        entry: 'slip',
        message:
          how === 'mark'
            ? `“${said}” is spelt “${want.name}” in what was declared.`
            : `This says “${said}”; the name declared is “${want.name}”. Which is right?`,
        instead: [want.name],
        ...(how === 'mark' && {severity: 'advice' as const})
      }
    }
    yield* wrongGreeting(facts)
  }
}

function compare(tokens: Tokens, i: number, count: number, want: Wanted): 'slip' | 'mark' | 'case' | null {
  for (let n = 1; n < count; n++) {
    if (tokens.gap[i + n] !== Gap.joined) return null
    // *Poppy and* is not *Poppy Ann*; after a hyphen a small letter may stand.
    if (tokens.shape[i + n] === Shape.lower && tokens.text[tokens.end[i + n - 1] as number] === ' ') return null
  }
  let said = ''
  for (let n = 0; n < count; n++) said += n === count - 1 ? tokens.base[i + n] : tokens.word[i + n]
  if (Math.abs(said.length - want.marked.length) > 3) return null
  const first = tokens.shape[i] as number
  if (said === want.marked) return first === Shape.lower && /^\p{Lu}/u.test(want.name) ? 'case' : null
  if (first === Shape.lower || first === Shape.digits) return null
  const letters = unmarked(said)
  if (letters === want.letters) return 'mark'
  const most = allowed(want.letters)
  if (most === 0)
    return want.letters.length === 3 && isSwap(letters, want.letters) && letters[0] === want.letters[0] ? 'slip' : null
  if (letters[0] === want.letters[0] && sounds(letters) === sounds(want.letters)) return 'slip'
  const edits = slips(letters, want.letters, most)
  if (edits > most) return null
  const sameStart = letters[0] === want.letters[0] || (letters[0] === want.letters[1] && letters[1] === want.letters[0])
  // Another first letter is a slip only where one letter is left out or put in before, or where it sounds the same.
  const sound = /^(c|k|q)/.test(letters) && /^(c|k|q)/.test(want.letters)
  const shifted = edits === 1 && (letters.slice(1) === want.letters || letters === want.letters.slice(1))
  if (!sameStart && !shifted && !(sound && edits === 1)) return null
  return 'slip'
}

/** *… for your mum, Holly.*: in a letter a name at the end, after a comma, is called out to the child. */
const isAddressed = (tokens: Tokens, i: number, {audience}: Facts): boolean =>
  audience === 'letter' && tokens.gap[i] === Gap.broken && tokens.sentences[tokens.sentence[i] as number]?.to === i + 1

/** A title, a relative or *called* before the word, or a coordination with the child's own name, brings in somebody else. */
function introduces(tokens: Tokens, i: number, want: Wanted, {mentions}: Facts): boolean {
  const before =
    i > 0 && tokens.gap[i] !== Gap.block && tokens.gap[i] !== Gap.sentence ? (tokens.base[i - 1] as string) : ''
  if (kin.test(before)) return true
  if (before === 'is' && /^(name|names|called)$/.test(tokens.base[i - 2] ?? '')) return true
  const end = tokens.sentences[tokens.sentence[i] as number]?.to ?? i + 1
  const after = tokens.word.slice(i + 1, Math.min(i + 6, end)).join(' ')
  if (
    /^(is |who is )?(her|his|their|your|the|a) (mother|father|mum|dad|sister|brother|cousin|friend|teacher|aunt|uncle|nan|gran|social worker|worker|guardian|carer|nurse|best friend)\b/.test(
      after
    )
  )
    return true
  const isChild = (mention: Mention | undefined, word: number): boolean =>
    mention !== undefined && mention.child === want.child && (mention.to === word || mention.from === word)
  const joinedTo = (word: number): boolean => {
    const at = firstFrom(mentions, word)
    return isChild(mentions[at], word) || isChild(mentions[at - 1], word)
  }
  return (
    (/^(and|or|with)$/.test(before) && joinedTo(i - 1)) ||
    (/^(and|or)$/.test(tokens.base[i + 1] ?? '') && joinedTo(i + 2))
  )
}

/** *Ola-May Briggs*, where no child is called Briggs. */
function isSomebodyElse(tokens: Tokens, next: number, {known}: Facts): boolean {
  if (next >= tokens.count || tokens.gap[next] !== Gap.joined || tokens.shape[next] !== Shape.capital) return false
  if (tokens.word[next - 1] !== tokens.base[next - 1]) return false
  const surname = tokens.base[next] as string
  return (
    !isFamiliar(surname) &&
    known.children.every(({name}) => !wordsOf(name).includes(surname)) &&
    !surnameOf(tokens, known.children, surname)
  )
}

/** Does the child's own name stand before this surname anywhere? Then a slip before it is a slip. */
const surnameOf = (tokens: Tokens, children: Facts['known']['children'], surname: string): boolean => {
  const given = new Set(
    children.flatMap(({name, knownAs}) => [wordsOf(name).at(-1), ...(knownAs ? [wordsOf(knownAs).at(-1)] : [])])
  )
  return tokens.base.some((word, i) => word === surname && given.has(tokens.base[i - 1] ?? ''))
}

const startsSentence = (tokens: Tokens, i: number): boolean =>
  tokens.sentences[tokens.sentence[i] as number]?.from === i ||
  /[:“"(–—]\s*$/.test(tokens.text.slice(tokens.end[i - 1] ?? 0, tokens.start[i]))

/** An ordinary word that only has its capital from the start of a sentence. */
const isOrdinary = (word: string, tokens: Tokens): boolean =>
  isFamiliar(word) || tokens.word.some((other, i) => other === word && tokens.shape[i] === Shape.lower)

function notNamesOf({dictionaries}: Facts): ReadonlySet<string> {
  const known = notNamesBy.get(dictionaries) ?? new Set(dictionaries.people.notNames.map(unmarked))
  notNamesBy.set(dictionaries, known)
  return known
}

/** They are the same for every document, and there are thousands. */
const notNamesBy = new WeakMap<Dictionaries, ReadonlySet<string>>()

/**
 * The words at which a name may begin: those with a capital, and in small letters only the names' own first words.
 * They are few, and every name is compared with each.
 */
function beginnings(tokens: Tokens, wanted: readonly Wanted[]): number[] {
  const first = new Set(wanted.map(({words}) => words[0]))
  const found: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]
    if (
      (shape !== Shape.lower && shape !== Shape.digits) ||
      first.has(tokens.word[i] as string) ||
      first.has(tokens.base[i] as string)
    )
      found.push(i)
  }
  return found
}

/** A letter that greets somebody who is no child of this document: most often the child of the letter it was copied from. */
function* wrongGreeting({tokens, known, audience, mentions, dictionaries}: Facts): Generator<Draft> {
  const declared = known.children.filter(({from}) => from !== 'inferred')
  if (audience !== 'letter' || declared.length === 0) return
  const first = tokens.word.findIndex((word) => /^(dear|hi|hello|hey)$/.test(word))
  if (first < 0 || first > 40) return
  const at = first + 1
  if (at >= tokens.count || tokens.gap[at] !== Gap.joined || tokens.shape[at] !== Shape.capital) return
  const next = mentions[firstFrom(mentions, at)]
  const mention = next?.from === at ? next : undefined
  if (mention && mention.who !== 'unknown') return
  const name = tokens.base[at] as string
  if (
    known.people.some((person) => wordsOf(person).includes(name)) ||
    dictionaries.people.titles.some(({word}) => fold(word).replace('.', '') === name)
  )
    return
  const near = declared.some((child) =>
    namesOf(child.name, child.knownAs).some((own) => slips(unmarked(name), unmarked(own), 2) <= allowed(unmarked(own)))
  )
  if (near || isFamiliar(name)) return
  const who = declared.map((child) => child.knownAs ?? child.name.split(/\s+/)[0]).join(' and ')
  yield {
    at: {start: tokens.start[at] as number, end: tokens.end[at] as number},
    entry: 'greeting',
    message: `The greeting says “${tokens.text.slice(tokens.start[at], tokens.end[at])}”; this letter is to ${who}.`,
    instead: [who]
  }
}
