import {calledName} from '../facts/called.ts'
import type {Facts, Mention} from '../facts/facts.ts'
import {isFamiliar, isFamiliarForm} from '../facts/familiar.ts'
import {folkOf} from '../facts/folk.ts'
import {firstFrom, namesOf} from '../facts/mentions.ts'
import {
  beginnings,
  isNear,
  isTransposed,
  type Slip,
  slipAt,
  unmarked,
  type Wanted,
  wantedNames
} from '../facts/name-slips.ts'
import {endWithoutPossessive} from '../facts/names.ts'
import {isNoSlip} from '../facts/no-slip.ts'
import {wordsCalled} from '../facts/word-sets.ts'
import {wordsOf} from '../lexicon/pattern.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import type {Draft} from '../model/finding.ts'
import {onAsking, oncePer} from '../model/once.ts'
import type {KnownChild} from '../model/result.ts'
import {byForm, Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

interface Found {
  readonly from: number
  readonly to: number
  readonly wanted: Wanted
  readonly how: Slip
  /** The child is meant, whoever else may have nearly the same name. */
  readonly own: boolean
}

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
    {text: 'Hope drew a boat. I hope it floats.', children: [{name: 'Hope'}]},
    {text: 'They went in the Kia, and Kian was sick.', children: [{name: 'Kian'}]},
    {text: 'I am sorry, Ania. Thank you, *Anis*.', document: 'letter', children: [{name: 'Anna', knownAs: 'Ania'}]},
    {
      text: 'Mr Hall rang. Her mother is Mina Hall, and Maia Hall is her gran. *Mai Hall* was seen.',
      children: [{name: 'Mia Hall'}]
    },
    {text: 'Haydn is in the choir. *Hayden*’s mother sings too.', children: [{name: 'Haydn'}]},
    {text: 'Siobhan likes being called *Siobahn* in full.', children: [{name: 'Siobhan'}]},
    {text: 'Evan sat with a girl from his class, Eva. There are two Evans.', children: [{name: 'Evan'}]}
  ],
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known} = facts
    // A name that was itself read out of the text cannot show that the text is wrong.
    const wanted = wantedNames(known.children)
    const {isOrdinary, isSurname} = wordsIn(tokens, known.children)
    const wordsToo = wordsCalled('name-or-word', facts.dictionaries)
    // Few papers hold a slip, so what would excuse one is gathered when the first is met.
    const children = onAsking(() => wordsOfChildren(known.children))
    const {titles} = folkOf(facts.dictionaries.people)
    const declared = onAsking(() => declaredWords(known))
    const introduced = onAsking(() => wordsOfPeople(facts))
    const found: Found[] = []
    const taken = new Uint8Array(tokens.count)
    const places = beginnings(tokens, wanted)
    // Whoever a letter calls out to is its reader, and whoever is called by a name has it.
    const isOwn = (i: number, said: string, want: Wanted): boolean =>
      isAddressed(tokens, i, facts) || (isTransposed(said, want.letters) && isCalledSo(tokens, i, want, facts))
    for (const want of wanted) {
      const count = want.words.length
      const asked = (i: number) => slipAt(tokens, i, want)
      const slip = count === 1 ? byForm(tokens, asked) : asked
      for (const i of places) {
        if (i + count > tokens.count) break
        const how = slip(i)
        if (!how || isNoSlip(tokens, i, want, how, facts.dictionaries)) continue
        const said = unmarked(tokens.base.slice(i, i + count).join(''))
        if (how === 'slip') {
          if (notNamesOf(facts.dictionaries.people).has(said) || children().has(said)) continue
          if (said === `${want.letters}s` || (count > 1 && titles.has(tokens.base[i] as string))) continue
          const own = isOwn(i, said, want)
          const isKnown = () => declared().has(said) || introduced().has(said)
          if (!own && (isKnown() || hasOtherSurname(tokens, i + count, isSurname))) continue
          if (!own && introduces(tokens, i, want, facts)) {
            introduced().add(said)
            continue
          }
          const mayBeCapital = tokens.shape[i] === Shape.capitals || startsSentence(tokens, i)
          if (count === 1 && mayBeCapital && isOrdinary(tokens.base[i] as string)) continue
        }
        if (how === 'case' && want.words.every((word) => isFamiliar(word) || wordsToo.has(word))) continue
        if (taken.subarray(i, i + count).includes(1)) continue
        taken.fill(1, i, i + count)
        found.push({from: i, to: i + count, wanted: want, how, own: isOwn(i, said, want)})
      }
    }
    for (const {from, to, wanted: want, how, own} of found.sort((a, b) => a.from - b.from)) {
      const at = {start: tokens.start[from] as number, end: endWithoutPossessive(tokens, to - 1)}
      const said = tokens.text.slice(at.start, at.end)
      if (!own && introduced().has(unmarked(said))) continue
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

/** The words of the children's own names, and of what each is called. */
const wordsOfChildren = (children: readonly KnownChild[]): ReadonlySet<string> =>
  new Set(children.flatMap(({name, knownAs}) => wordsOf(`${name} ${knownAs ?? ''}`)).map(unmarked))

/** The words of the names of everybody who was declared, and of the people whom the paper itself names. */
const declaredWords = ({people, children}: Facts['known']): ReadonlySet<string> =>
  new Set([...people.flatMap(wordsOf).map(unmarked), ...wordsOfChildren(children)])

/** The words by which somebody with a title or a declared name stands in the text. */
function wordsOfPeople({tokens, mentions}: Facts): Set<string> {
  const words = new Set<string>()
  for (const {who, from, to} of mentions)
    if (who === 'person') for (let i = from; i < to; i++) words.add(unmarked(tokens.base[i] as string))
  return words
}

/** *… for your mum, Holly.*: in a letter a name at the end, after a comma, is called out to the child. */
const isAddressed = (tokens: Tokens, i: number, {audience}: Facts): boolean =>
  audience === 'letter' && tokens.gap[i] === Gap.broken && tokens.sentences[tokens.sentence[i] as number]?.to === i + 1

const toldOfCalling = wordSet(
  'is are was were be been being get gets often sometimes always usually also now like likes liked love loves prefer prefers preferred want wants wanted to would rather'
)

/** *Amira likes being called …*, *you are called …*: what follows is the child’s own name, and brings nobody in. */
function isCalledSo({word, base}: Tokens, i: number, {child}: Wanted, {mentions, audience}: Facts): boolean {
  if (base[i - 1] !== 'called') return false
  let at = i - 2
  while (at >= 0 && toldOfCalling.has(word[at])) at--
  const subject = mentions[firstFrom(mentions, at + 1) - 1]
  return (audience === 'letter' && word[at] === 'you') || (subject?.child === child && subject.to === at + 1)
}

const joiningAfter = wordSet('and or')
const joiningBefore = wordSet('and or with')
const naming = wordSet('name names called')

/** A title, a relative or *called* before the word, or a coordination with the child's own name, brings in somebody else. */
function introduces(tokens: Tokens, i: number, want: Wanted, {mentions, dictionaries}: Facts): boolean {
  const before =
    i > 0 && tokens.gap[i] !== Gap.block && tokens.gap[i] !== Gap.sentence ? (tokens.base[i - 1] as string) : ''
  const whoever = wordsCalled('before-name', dictionaries)
  if (whoever.has(before)) return true
  if (before === 'is' && (naming.has(tokens.base[i - 2]) || whoever.has(tokens.base[i - 2] ?? ''))) return true
  if (isThing(tokens, i, before) || isSomebodys(tokens, i)) return true
  const end = tokens.sentences[tokens.sentence[i] as number]?.to ?? i + 1
  const next = i + want.words.length
  const after = tokens.word.slice(next, Math.min(next + 5, end)).join(' ')
  if (
    /^(is |who is )?(her|his|their|your|the|a) (?:great |step |half |school |older |younger |big |little )?(mother|father|mum|dad|sister|brother|cousin|friend|teacher|aunt|uncle|nan|nana|gran|grandma|grandad|grandmother|grandfather|stepmother|stepfather|social worker|worker|guardian|carer|nurse|best friend)\b/.test(
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
  return (joiningBefore.has(before) && joinedTo(i - 1)) || (joiningAfter.has(tokens.base[i + 1]) && joinedTo(i + 2))
}

const anotherChild = wordSet('girl boy friend friends child pupil classmate cousin neighbour teammate lad toddler baby')

/** *A girl from her class, Eva*: the name of whoever was just spoken of. */
function isSomebodys({gap, base, sentence}: Tokens, i: number): boolean {
  if (gap[i] !== Gap.broken) return false
  for (
    let at = i - 1;
    at > i - 7 && at > 0 && sentence[at] === sentence[i] && (at === i - 1 || gap[at + 1] === Gap.joined);
    at--
  )
    if (anotherChild.has(base[at])) return true
  return false
}

const household = wordSet(
  'family families household home house children kids boys girls brothers sisters siblings twins'
)
const copies = wordSet('copy copies issue issues edition episode episodes box bottle')
const articles = wordSet('the a an')

/** *In the Kia*, *a copy of Elle*: nobody’s name; but *the Husain family*. */
function isThing(tokens: Tokens, i: number, before: string): boolean {
  if (before === 'of') return copies.has(tokens.base[i - 2])
  if (!articles.has(before)) return false
  const word = tokens.base[i] as string
  return !word.endsWith('s') && !(tokens.gap[i + 1] === Gap.joined && household.has(tokens.base[i + 1]))
}

/** *Ola-May Briggs*, where no child is called Briggs: a surname that follows a child's own name shows a slip before it. */
function hasOtherSurname(tokens: Tokens, next: number, isSurname: (word: string) => boolean): boolean {
  if (next >= tokens.count || tokens.gap[next] !== Gap.joined || tokens.shape[next] !== Shape.capital) return false
  if (tokens.word[next - 1] !== tokens.base[next - 1]) return false
  const surname = tokens.base[next] as string
  return !isFamiliar(surname) && !isSurname(surname)
}

const startsSentence = (tokens: Tokens, i: number): boolean =>
  tokens.sentences[tokens.sentence[i] as number]?.from === i ||
  /[:“"(–—]\s*$/.test(tokens.text.slice(tokens.end[i - 1] ?? 0, tokens.start[i]))

/** What the words of this paper show of a word with a capital; the paper is read once, when the first is asked about. */
function wordsIn(tokens: Tokens, children: readonly KnownChild[]) {
  const words = onAsking(() => {
    const names = children.flatMap(({name, knownAs}) => [wordsOf(name), wordsOf(knownAs ?? '')])
    const given = new Set(names.map((parts) => parts.at(-1)))
    const small = new Set<string>()
    const surnames = new Set(children.flatMap(({name}) => wordsOf(name)))
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.shape[i] === Shape.lower) small.add(tokens.word[i] as string)
      if (given.has(tokens.base[i - 1] ?? '')) surnames.add(tokens.base[i] as string)
    }
    return {small, surnames}
  })
  return {
    /** It only has its capital from the start of a sentence. */
    isOrdinary: (word: string): boolean => isFamiliarForm(word) || words().small.has(word),
    /** A child has it, or it follows a child's name somewhere. */
    isSurname: (word: string): boolean => words().surnames.has(word)
  }
}

/** They are the same for every document, and there are thousands. */
const notNamesOf = oncePer(({notNames}: PeopleWords): ReadonlySet<string> => new Set(notNames.map(unmarked)))

const greetings = wordSet('dear hi hello hey')

/** A letter that greets somebody who is no child of this document: most often the child of the letter it was copied from. */
function* wrongGreeting({tokens, known, audience, mentions, dictionaries}: Facts): Generator<Draft> {
  const declared = known.children.filter(({from}) => from !== 'inferred')
  if (audience !== 'letter' || declared.length === 0) return
  const first = tokens.word.findIndex((word) => greetings.has(word))
  if (first < 0 || first > 40) return
  const at = first + 1
  if (at >= tokens.count || tokens.gap[at] !== Gap.joined || tokens.shape[at] !== Shape.capital) return
  const next = mentions[firstFrom(mentions, at)]
  const mention = next?.from === at ? next : undefined
  if (mention && mention.who !== 'unknown') return
  const name = tokens.base[at] as string
  if (known.people.some((person) => wordsOf(person).includes(name)) || folkOf(dictionaries.people).titles.has(name))
    return
  const near = declared.some((child) => namesOf(child.name, child.knownAs).some((own) => isNear(name, own)))
  if (near || isFamiliar(name)) return
  const who = declared.map(calledName).join(' and ')
  yield {
    at: {start: tokens.start[at] as number, end: tokens.end[at] as number},
    entry: 'greeting',
    message: `The greeting says “${tokens.text.slice(tokens.start[at], tokens.end[at])}”; this letter is to ${who}.`,
    instead: [who]
  }
}
