import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import {type Words, wordSet} from '../model/words.ts'
import {isSubject} from './cataphora.ts'
import {afterObject, preposition} from './clause-words.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between, outsideAsides, paragraphStart} from './passages.ts'
import {couldBe, type PronounGender, possessives, pronounsAt, pronounsWithin} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isCalled, isObject, isPossessive, isRuledOut, isVerb, reach} from './rivals.ts'

/**
 * The child whom grammar binds the pronoun at word `i` to, though somebody else was named before whom it could mean. As that
 * somebody is still there, it says nothing of the pronouns after it.
 * @param fine pronouns before it that were somebody else's, or right
 */
export function childBoundTo(
  i: number,
  gender: PronounGender,
  facts: Facts,
  referents: readonly Referent[],
  fine: ReadonlySet<number>
): number | null {
  const {tokens} = facts
  const sentence = tokens.sentences[tokens.sentence[i] as number] as Sentence
  if (/self$/.test(tokens.base[i] as string)) return doneToOwn(i, gender, facts, sentence, referents)
  const here = between(referents, sentence.from, i)
  if (isObject(tokens, sentence, i))
    return doneByAnother(i, gender, facts, sentence, referents, fine) ?? toldInAside(i, here, tokens, sentence)
  if (!possessives.has(tokens.base[i])) return null
  return doneWithOwn(i, here, tokens, sentence) ?? (isTurn(i, tokens) ? setAside(here, tokens, sentence) : null)
}

/** The child with whom the sentence begins, where an aside follows the name and nobody else is named in it: *Osian, when …*. */
function setAside(here: readonly Referent[], {word, gap}: Tokens, sentence: Sentence): number | null {
  const [first] = here
  if (first?.child === undefined || here.length > 1 || first.from !== sentence.from) return null
  return gap[first.to] === Gap.broken && opensUnder.has(word[first.to]) ? first.child : null
}

/** *When it came to her turn*, *as it was his turn*: whoever is told of in the sentence has it. */
const isTurn = (i: number, {word, gap}: Tokens): boolean =>
  word[i + 1] === 'turn' && gap[i + 2] !== Gap.joined && (word[i - 1] === 'to' || word[i - 1] === 'was')

const telling = wordSet('told asked showed gave thanked met saw')
const answering = wordSet('said asked told answered replied nodded shrugged smiled laughed cried went was looked shook')

/** *Caitlin, when I told him this, said nothing*: whoever was told is who answers. */
function toldInAside(i: number, here: readonly Referent[], tokens: Tokens, sentence: Sentence): number | null {
  const {word, gap} = tokens
  if (!telling.has(word[i - 1]) || (word[i - 2] !== 'i' && word[i - 2] !== 'we')) return null
  let end = i + 1
  while (end < sentence.to && gap[end] === Gap.joined) end++
  return end < sentence.to && answering.has(word[end]) ? setAside(here, tokens, sentence) : null
}

/** What people do with a part of their own body and nobody else's, by the verb. */
const gestures: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    shook: 'head',
    nodded: 'head',
    hung: 'head',
    bowed: 'head',
    shrugged: 'shoulders',
    rolled: 'eyes',
    closed: 'eyes',
    shut: 'eyes mouth',
    folded: 'arms',
    crossed: 'arms legs fingers',
    covered: 'ears',
    bit: 'lip nails',
    bites: 'lip nails',
    chews: 'nails',
    chewed: 'nails',
    sucks: 'thumb',
    sucked: 'thumb',
    stamped: 'foot feet',
    clapped: 'hands',
    cleared: 'throat',
    held: 'breath',
    wrinkled: 'nose',
    lost: 'temper balance'
  }).map(([verb, parts]) => [verb, wordSet(parts)] as const)
)
/** The same with a small word between: *stuck out her tongue*, *made up his mind*. */
const gesturesOut: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    'put up': 'hand hands',
    'stuck out': 'tongue',
    'poked out': 'tongue',
    'made up': 'mind'
  }).map(([verb, parts]) => [verb, wordSet(parts)] as const)
)
/** What one does only with one's own shoes, or coat; a child may take off somebody else's coat, and hat. */
const undressing: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    kicked: 'shoe shoes trainers boots wellies slippers sandals',
    took: 'shoes trainers boots wellies socks slippers sandals',
    pulled: 'shoes trainers boots wellies socks slippers sandals',
    shrugged: 'coat jacket cardigan blazer'
  }).map(([verb, things]) => [verb, wordSet(things)] as const)
)
const growing = wordSet('grown grew growing grows')
const worn = wordSet('shoe shoes coat jacket jumper cardigan cap socks blazer tie uniform')

/** Does the verb before the pronoun at word `i` say what is only done with what is one's own: *shook her head*, *kicked off her shoes*? */
function verbOfOwn({word, gap}: Tokens, i: number): number {
  if (gap[i] !== Gap.joined || gap[i + 1] !== Gap.joined) return -1
  const thing = word[i + 1] as string
  if (gestures.get(word[i - 1] as string)?.has(thing)) return i - 1
  if (gap[i - 1] !== Gap.joined) return -1
  // "Has grown out of her boots"
  if (word[i - 1] === 'of' && word[i - 2] === 'out' && growing.has(word[i - 3])) return i - 3
  if (gesturesOut.get(`${word[i - 2]} ${word[i - 1]}`)?.has(thing)) return i - 2
  const taken = word[i - 1] === 'off' ? undressing.get(word[i - 2] as string) : undefined
  if (!taken) return -1
  const isSchool = thing === 'school' && gap[i + 2] === Gap.joined && worn.has(word[i + 2])
  const isForAnother = word[i + (isSchool ? 3 : 2)] === 'for'
  return (isSchool || taken.has(thing)) && !isForAnother ? i - 2 : -1
}

const joining = wordSet('and but then')
/** Words after which somebody else may be the one who does it: *laughed because she shook her head*. */
const opensAnother = wordSet(
  'that who whose which when while because if whether as what how where why so before after until since though although or he she they i we you it let made'
)
const helping = wordSet('has had just then also only simply slowly quickly quietly')
const opensBeside = wordSet('and but or so')
const opensUnder = wordSet('that when while because if as until before after since where whereas')
const opensPhrase = wordSet('on in at during after before when')

/** Is it the child who begins a clause: *Kofi …*, *and Kofi …*, *on the call Kofi …*; not *Mum and Kofi*, *Mum helped Kofi*? */
function isBeginning(
  {from, to}: Referent,
  before: Referent | undefined,
  verb: number,
  tokens: Tokens,
  sentence: Sentence
): boolean {
  const {word, gap} = tokens
  if (isPossessive(tokens, to - 1)) return false
  if (from === sentence.from || gap[from] !== Gap.joined) return true
  if (opensBeside.has(word[from - 1])) return before?.to !== from - 1
  // "Mum waited until Kofi finished and took off her shoes": only the first verb is the child's for sure.
  if (opensUnder.has(word[from - 1])) return verb === to || (verb === to + 1 && helping.has(word[to]))
  return before === undefined && opensPhrase.has(word[sentence.from])
}

/**
 * The child who did with the word at `i` what nobody does but with what is their own, whoever else was named before: *Mum was
 * there. Kofi ran in, kicked off her shoes …*.
 */
function doneWithOwn(i: number, here: readonly Referent[], tokens: Tokens, sentence: Sentence): number | null {
  const verb = verbOfOwn(tokens, i)
  if (verb < 0) return null
  const {word, gap} = tokens
  const there = outsideAsides(here, tokens, sentence, verb)
  const subject = there.at(-1)
  if (subject?.child === undefined || !isBeginning(subject, there.at(-2), verb, tokens, sentence)) return null
  const isNext =
    verb === subject.to || gap[verb] === Gap.broken || joining.has(word[verb - 1]) || helping.has(word[verb - 1])
  if (!isNext || i - subject.to > reach) return null
  const isAside = gap[subject.to] === Gap.broken
  if (isAside && word[subject.to] !== 'who') return null
  if (!isAside && verb !== subject.to && !isVerb(word[subject.to]) && !helping.has(word[subject.to])) return null
  for (let at = subject.to + (isAside ? 1 : 0); at < verb; at++) if (opensAnother.has(word[at])) return null
  return subject.child
}

const auxiliaries = wordSet('is was has had did does will would by and')
const opensElse = wordSet(
  'or that who whom whose which when while because if whether as what how where why so before after until since though although to i we you it'
)

/**
 * The child who is *he* where *he … herself* is said: *she says he has hurt herself*, *he eats well, sleeps through and has made
 * herself at home*.
 */
function doneToOwn(
  i: number,
  gender: PronounGender,
  facts: Facts,
  sentence: Sentence,
  referents: readonly Referent[]
): number | null {
  const {tokens, known} = facts
  const {word, gap} = tokens
  const before = pronounsWithin(tokens, sentence.from, i)
  const subject = before.at(-1)
  if (subject === undefined || i - subject > reach || !isSubject(tokens, subject)) return null
  const own = pronounsAt(tokens)(subject)?.gender as PronounGender
  const children = known.children.flatMap((each, index) => (genderOf(each) === own ? index : []))
  if (own === gender || children.length !== 1) return null
  const others = between(referents, paragraphStart(facts, sentence, 2), i).filter(({child}) => child !== children[0])
  if (others.some(({from, ...other}) => couldBe(own, other) || (from > subject && couldBe(gender, other)))) return null
  // "She says he sang and hurt herself": whoever says so may have.
  const mayJoin = others.every((other) => !couldBe(gender, other))
  let isList = false
  for (let at = subject + 1; at <= i; at++) {
    if (opensElse.has(word[at]) || (gap[at] as number) > Gap.broken) return null
    if (joining.has(word[at])) {
      if (!mayJoin && (!isList || gap[at] !== Gap.joined)) return null
      isList = false
    } else if (gap[at] !== Gap.joined) isList = true
  }
  // "Has herself rung": as well as somebody else.
  if (auxiliaries.has(word[i - 1])) return null
  return children[0] as number
}

const around = wordSet('around round under above below onto across along inside against over beneath')

/**
 * The child whom somebody else does a thing to: in *Mr Rao teaches Femi. He describes him as funny* Mr Rao does not describe
 * himself, and nobody but Femi is left.
 */
function doneByAnother(
  i: number,
  gender: PronounGender,
  facts: Facts,
  sentence: Sentence,
  referents: readonly Referent[],
  fine: ReadonlySet<number>
): number | null {
  const {tokens} = facts
  const {word, gap} = tokens
  const subject = pronounsWithin(tokens, sentence.from, i).at(-1)
  if (subject === undefined || i - subject > 4 || i - subject < 2 || !fine.has(subject)) return null
  if (!isSubject(tokens, subject) || pronounsAt(tokens)(subject)?.gender !== gender) return null
  const verb = word[i - 1] as string
  // "He thanked Him"
  if (tokens.shape[i] !== Shape.lower) return null
  if (preposition.has(verb) || afterObject.has(verb) || around.has(verb)) return null
  for (let at = subject + 1; at <= i; at++)
    if (gap[at] !== Gap.joined || (at < i && opensElse.has(word[at]))) return null
  if (between(referents, sentence.from, i).length > 0) return null
  const named = between(referents, paragraphStart(facts, sentence, 4), sentence.from).filter(
    (each) => !isCalled(each, facts)
  )
  const children = new Set(named.flatMap(({child}) => child ?? []))
  const others = named.filter(
    (each) => each.child === undefined && couldBe(gender, each) && !isRuledOut(each, facts, sentence, i)
  )
  const names = new Set(others.map(({to}) => tokens.base[to - 1]))
  return children.size === 1 && names.size === 1 && others.every(({who}) => who === 'person' || who === 'relative')
    ? ([...children][0] as number)
    : null
}
