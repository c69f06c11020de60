import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {afterObject, opensSubject, preposition} from './clause-words.ts'
import type {Facts, Mention} from './facts.ts'
import {firstFrom} from './mentions.ts'
import {joined} from './passages.ts'
import {possessives, pronounOf} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isSaidOfChild, isSaidOfNoWorker, isSpokenOf} from './said-of-child.ts'
import {wordsCalled} from './word-sets.ts'

const telling = wordSet(
  'told tell tells telling asked ask asks asking showed show shows gave give gives thanked reminded informed assured wrote writes emailed rang advised to'
)
const whose = wordSet('the a an my your his her their our')
const handling = wordSet('set put placed lifted held carried showed stroked fed')
const be = wordSet("is was be been being became becomes isn't wasn't as")
const place = wordSet('in at near across through around outside towards via beyond')
const towards = wordSet('to from for of')
const moving = wordSet(
  'train bus coach tram ferry flight plane lift trip way journey back move moves moved moving go goes going went come comes came travel travels travelled walk walks walked run ran drive drives drove ride rides rode cycle cycles cycled fly flew miles road home holiday'
)
/** Words for somebody who may be as young as the child. */
const youngOnes = wordSet(
  'brother sister twin cousin nephew niece son daughter boyfriend girlfriend grandson granddaughter boy girl lad lass child baby toddler teenager youngster pupil student'
)

const opensAnother = wordSet(
  'and but or that who whose which when while because if whether as what how where he she they i we you it to let saw heard made watched'
)

/** Verbs of which the past has no ending. */
const past = wordSet(
  'took brought gave drove fed put led left met told held kept taught let sat found bought read sent caught woke got went came made ran said saw stood rode swam sang wrote drew spoke rang heard had lost won shook broke fell grew threw paid hid slept stole wore tore began chose forgot knew felt thought built bought'
)
const finite = /(?:..ed|[^s']s)$/
const notVerbs = wordSet(
  'his hers its this as was is has does yes always perhaps sometimes towards afterwards upstairs downstairs us'
)
const manner = wordSet(
  'then also later afterwards quickly always often gently even still soon usually kindly carefully'
)
const taking = wordSet('took brought drove walked carried sent takes brings drives walks carries sends')
/** What follows *her* where she is taken somewhere, though she could own it: *her home*, *her back*. */
const taken = wordSet('home back')
/** What she could own by what follows: *her two cats*, *her very old coat*. */
const counting = wordSet('two three some each every very so down')

const subjects = wordSet('he she they')

/** How many words on a sentence is searched for what binds it: nobody reads further as one clause. */
export const reach = 60

/** Where the words for a person begin, with *her* or *the* before them. */
const phraseStart = ({base}: Tokens, from: number): number => (whose.has(base[from - 1]) ? from - 1 : from)

/** Does the referent stand after a preposition: *with her mum*, *to Barmouth*? */
const isAfterPreposition = ({from}: Pick<Referent, 'from'>, tokens: Tokens): boolean =>
  preposition.has(tokens.base[phraseStart(tokens, from) - 1])

/** Is the referent only somebody's owner, or with somebody: *has his grandfather's patience*, *plays with her mum*? */
export const isBeside = (referent: Referent, tokens: Tokens): boolean =>
  isPossessive(tokens, referent.to - 1) || isAfterPreposition(referent, tokens)

/** Is the word *'s*: *Amira's*? */
export const isPossessive = ({word, base}: Tokens, i: number): boolean => word[i] !== base[i]

const choosing = wordSet('change changes choice lack shortage number kind')

/** *Any change of worker*: nobody yet. */
const isNobodyYet = ({from, who}: Pick<Referent, 'from' | 'who'>, {word}: Tokens): boolean =>
  who === 'role' && word[from - 1] === 'of' && choosing.has(word[from - 2])

/** *The baby unit*, *a fish tank*, *a Moses basket*: only a word in the name of a thing. */
export const isNamesake = ({to}: Pick<Referent, 'to'>, {tokens, dictionaries}: Facts): boolean =>
  to < tokens.count &&
  tokens.gap[to] === Gap.joined &&
  !isPossessive(tokens, to - 1) &&
  wordsCalled('called-after', dictionaries).has(tokens.base[to] as string)

/** Does the referent stand right after a word such as *told* or *asked*? */
export const isToldBy = ({from}: Pick<Referent, 'from'>, tokens: Tokens): boolean =>
  telling.has(tokens.base[phraseStart(tokens, from) - 1])

/** The person told is seldom the one told of: "I told the judge that Noah …". */
function isTold({from, to, who}: Referent, tokens: Tokens, sentence: Sentence, pronoun: number): boolean {
  if (from < sentence.from || (who !== 'role' && who !== 'noun')) return false
  // "What I wrote for the judge: Noah swims, and …"
  if (isAfterPreposition({from}, tokens) && tokens.text[tokens.end[to - 1] as number] === ':') return true
  if (!isToldBy({from}, tokens)) return false
  for (let at = from; at < Math.min(pronoun, from + reach); at++) if (tokens.word[at] === 'that') return true
  return false
}

/** *The train to Barmouth*, *in Luton*, *at her dad's, where …*: nobody, but a place. */
export function isPlace({from, to, who}: Referent, tokens: Tokens): boolean {
  const start = phraseStart(tokens, from)
  const before = tokens.base[start - 1] ?? ''
  if (isPossessive(tokens, to - 1) && tokens.word[to] === 'where') return place.has(before) || towards.has(before)
  if (who !== 'unknown' || tokens.gap[from] !== Gap.joined) return false
  if (place.has(before)) return true
  return towards.has(before) && [2, 3, 4].some((back) => moving.has(tokens.base[start - back]))
}

const finiteBe = wordSet('is was has had')
const opensPredicate = wordSet('the a an my your our')
/** *It is the new coach*: that is somebody. */
const pointing = wordSet('it that this there here who he she they')

const calling = wordSet('a an')

/** *Leah is a good friend*: that is Leah herself. */
function isPredicate({from, to, who}: Referent, {tokens, mentions}: Facts): boolean {
  if (who !== 'noun' && who !== 'role') return false
  const {base, gap} = tokens
  for (let at = from - 1; at > from - 6 && at > 0 && gap[at] === Gap.joined; at--) {
    const word = base[at] as string
    if (preposition.has(word)) return false
    if (!be.has(word)) continue
    // "Laughed as the cleaner waved"
    if (word === 'as' && gap[to] === Gap.joined && (isVerb(base[to]) || finiteBe.has(base[to]))) return false
    // "He is an only child"
    if (youngOnes.has(base[to - 1]) && calling.has(base[at + 1]) && subjects.has(base[at - 1])) return true
    if (!opensPredicate.has(base[at + 1]) || pointing.has(base[at - 1])) return false
    const last = mentions[firstFrom(mentions, at) - 1]
    return last !== undefined && last.to >= at - 8 && !isPossessive(tokens, last.to - 1)
  }
  return false
}

const standAlone = wordSet('he she they him')
/** *He lost his own father*: that is another father. */
const ofAnother = wordSet('his her their own a an another late old')

/**
 * Whoever is named after the pronoun in its own clause is somebody else: *she would not get into the bed that Ms Horvat
 * had made up*.
 */
function isNamedAgain({to}: Referent, {tokens}: Facts, sentence: Sentence, i: number): boolean {
  if (!standAlone.has(tokens.base[i])) return false
  const name = tokens.base[to - 1]
  for (let at = i + 1; at < Math.min(sentence.to, i + reach) && tokens.gap[at] === Gap.joined; at++)
    if (tokens.base[at] === name && !ofAnother.has(tokens.base[at - 1])) return !opensClause(tokens, sentence, i)
  return false
}

const opening = wordSet('when while after before as if because although since once until')

/** In *when she came in* the clause is only part of a sentence, and her name may follow. */
const opensClause = ({base}: Tokens, sentence: Sentence, i: number): boolean =>
  i - sentence.from <= 2 && opening.has(base[i - 1])

/**
 * Whoever does a thing to *him* or *her* is somebody else: *the leader describes her as*. *Her* is that only where no
 * word follows that she could own.
 */
function isDoer({from, to}: Referent, {tokens}: Facts, sentence: Sentence, i: number): boolean {
  const {word, gap} = tokens
  if (from < sentence.from || i - to > 4 || !isObject(tokens, sentence, i) || preposition.has(word[i - 1])) return false
  if (isPossessive(tokens, to - 1)) return false
  // "A grown-up to walk him to the bus"
  if (word[to] === 'to' && i === to + 2 && gap[to] === Gap.joined && gap[i] === Gap.joined) return true
  const verb = afterName({from, to}, tokens)
  if (verb < 0) return false
  for (let at = verb; at <= i; at++)
    if (opensAnother.has(word[at]) || (at > verb && gap[at] !== Gap.joined)) return false
  return !isAfterPreposition({from}, tokens)
}

/** Where the verb of somebody stands: in *his social worker, Ms Lane, took her* after the second comma; -1 where none follows. */
function afterName({from, to}: Pick<Referent, 'from' | 'to'>, {gap, shape, count}: Tokens): number {
  if (gap[to] === Gap.joined) return to
  if (gap[to] !== Gap.broken) return -1
  if (gap[from] === Gap.broken && shape[from] !== Shape.lower) return to
  let end = to
  while (end < Math.min(count, to + 4) && shape[end] !== Shape.lower && (end === to || gap[end] === Gap.joined)) end++
  return end > to && gap[end] === Gap.broken ? end : -1
}

const letting = wordSet('let lets letting')
const offering = wordSet('offered offers offer gave gives give sent sends promised booked')
const numbers = wordSet('four five six seven eight nine ten twelve several another more')

/** *Him*, or a *her* after which nothing stands that she could own: *saw her at*, *offered her six sessions*. */
export const isObject = ({base, word, gap}: Tokens, sentence: Sentence, i: number): boolean =>
  base[i] === 'her'
    ? i + 1 >= sentence.to ||
      gap[i + 1] !== Gap.joined ||
      afterObject.has(pronounOf(word[i + 1] as string)) ||
      letting.has(word[i - 1]) ||
      (offering.has(word[i - 1]) && numbers.has(word[i + 1]))
    : base[i] === 'him'

/** The same, where nothing else can be read: *hurt her back* and *fed her two cats* speak of what is hers. */
export function isPlainObject(tokens: Tokens, sentence: Sentence, i: number): boolean {
  if (!isObject(tokens, sentence, i)) return false
  const {base, word, gap} = tokens
  if (base[i] === 'him' || gap[i + 1] !== Gap.joined) return true
  const next = word[i + 1] ?? ''
  return !counting.has(next) && (!taken.has(next) || taking.has(word[i - 1]))
}

const died = wordSet('died dies killed')
const living = wordSet('has lives wants attends goes likes loves sleeps now still')

/** *Noor’s mother died in 2021, and she has lived with an aunt since*: whoever died does nothing now. */
function isDead({to}: Referent, {tokens: {word, base, gap}}: Facts, i: number): boolean {
  if (!subjects.has(base[i]) || !living.has(word[i + 1])) return false
  for (let at = to; at < to + 3 && gap[at] === Gap.joined; at++) if (died.has(word[at])) return true
  return false
}

/** *Took her to the dentist and brought her home*: whoever was visited is not brought home. */
const isVisited = ({who, from}: Referent, {tokens: {word}}: Facts, i: number): boolean =>
  who === 'role' &&
  word[from - 1] === 'the' &&
  word[from - 2] === 'to' &&
  taken.has(word[i + 1]) &&
  taking.has(word[i - 1])

/** A verb by its form, though some nouns have it too: *lifted*, *took*, *drives*. */
export const isVerb = (word: string | undefined): boolean =>
  word !== undefined && (finite.test(word) || past.has(word)) && !notVerbs.has(word)

/** Where the verb stands at or right after word `i`: *then took*; -1 where none does. */
const verbAt = ({word, gap}: Tokens, i: number): number =>
  isVerb(word[i]) ? i : manner.has(word[i]) && gap[i + 1] === Gap.joined && isVerb(word[i + 1]) ? i + 1 : -1

const joining = wordSet('and but')

/**
 * Whoever the whole sentence tells of does what each of its verbs says: in *Mr Orr lifted Amira up and pushed him* it is
 * not Mr Orr who was pushed.
 */
function isSubjectThroughout({from, to}: Referent, facts: Facts, sentence: Sentence, i: number): boolean {
  const {tokens} = facts
  const {word, gap} = tokens
  if (phraseStart(tokens, from) !== sentence.from || i - to > reach || !isPlainObject(tokens, sentence, i)) return false
  if (isPossessive(tokens, to - 1) || gap[to] !== Gap.joined) return false
  let verb = verbAt(tokens, to)
  if (verb < 0 || opensSubject.has(word[verb])) return false
  for (let at = verb + 1; at < i; at++) {
    if (opensSubject.has(word[at])) return false
    const joins = joining.has(word[at])
    if (gap[at] === Gap.joined && !joins) continue
    // Nobody else may begin to do something: *Mr Orr came in, Noah jumped up and hugged him*.
    const next = verbAt(tokens, joins ? at + 1 : at)
    if (next < 0 || (joins && gap[at + 1] !== Gap.joined)) return false
    verb = next
    at = next
  }
  return verb === i - 1 && verb > to + 1 && !hasSubject(facts, to, i)
}

/** Does anybody named in words `from` to `to` do something: *claims Noah hit*, *the way her brother ran*? */
function hasSubject({tokens, mentions}: Facts, from: number, to: number): boolean {
  for (let n = firstFrom(mentions, from); n < mentions.length && (mentions[n] as Mention).from < to; n++) {
    const {who, to: end} = mentions[n] as Mention
    if (who === 'pronoun' || tokens.gap[end] !== Gap.joined || isPossessive(tokens, end - 1)) continue
    if (!afterObject.has(tokens.word[end])) return true
  }
  return false
}

const coordinating = wordSet('and but or')

/** May somebody be the one who does what follows: *the cook carry the pan*, *and the cook at the stove*, *the cook to carry*? */
export function mayBegin({from, to}: Referent, tokens: Tokens): boolean {
  const {word, gap} = tokens
  const start = phraseStart(tokens, from)
  if (gap[start] !== Gap.joined || coordinating.has(word[start - 1])) return true
  return gap[to] === Gap.joined && (word[to] === 'to' || !afterObject.has(word[to]))
}

const asking = wordSet('note message to for')
const asked = wordSet('please you your')

/** *Note for the carer: please sit with Lowri …*: whoever a note asks is *you* in it. */
function isAsked({from, to}: Referent, {text, end, word, base}: Tokens, sentence: Sentence): boolean {
  if (from < sentence.from || from > sentence.from + 5 || text[end[to - 1] as number] !== ':') return false
  if (!asking.has(word[sentence.from])) return false
  for (let at = to; at < Math.min(sentence.to, to + reach); at++) if (asked.has(base[at])) return true
  return false
}

/** *his rabbit* is not the rabbit's; *his father* may be the father's own. */
const ownsItself = ({to, who}: Referent, {base}: Tokens, i: number): boolean =>
  who !== 'relative' && possessives.has(base[i]) && base[i + 1] === base[to - 1]

/** An animal tells, writes and mends nothing, and if it is *it* it is not *she*: *she set it on the table*, *she was pale, said …*. */
function isBeyondAnimals({who}: Referent, facts: Facts, sentence: Sentence, i: number): boolean {
  const {base, word, gap} = facts.tokens
  if (who !== 'animal' || !subjects.has(base[i])) return false
  const doneByPeople = wordsCalled('done-by-people', facts.dictionaries)
  const does = base[i + 1] as string
  if (doneByPeople.has(does) || (base[i + 2] === 'it' && handling.has(does))) return true
  for (let at = i + 2; at < Math.min(sentence.to, i + reach); at++)
    if (doneByPeople.has(base[at] as string) && (gap[at] === Gap.broken || joining.has(word[at - 1]))) return true
  return false
}

const beforeKin = wordSet('own birth late maternal paternal older younger elder little big baby twin step half foster')

/** *Her dad*, *her older brother*: of whoever works with the child no paper tells that. */
function isKinOfChild({tokens: {base, gap}, dictionaries}: Facts, i: number): boolean {
  const kin = wordsCalled('kin-of-no-worker', dictionaries)
  const at = beforeKin.has(base[i + 1]) ? i + 2 : i + 1
  return gap[at] === Gap.joined && kin.has(base[at] as string)
}

/**
 * Exams and homework are a child's, and neither a grown-up's nor an animal's; a cot or milk may be an animal's too, and asthma a
 * parent's, but no paper tells of the doctor's.
 */
export function ownsNothingSuch(referent: Referent, facts: Facts, i: number): boolean {
  const {tokens} = facts
  if (!possessives.has(tokens.base[i])) return false
  const isGrown = isGrownUp(referent, tokens)
  if (!isGrown && referent.who !== 'animal') return false
  if (referent.who === 'role' && isKinOfChild(facts, i)) return true
  const ofPupil = wordsCalled('own-of-pupil', facts.dictionaries)
  const ofChild = wordsCalled('own-of-child', facts.dictionaries)
  const ofNoAnimal = wordsCalled('own-of-no-animal', facts.dictionaries)
  const ofNoWorker = wordsCalled('own-of-no-worker', facts.dictionaries)
  for (let at = i + 1; at < i + 4 && tokens.gap[at] === Gap.joined; at++) {
    const thing = tokens.base[at] as string
    // "His homework club is full"
    if (isNamesake({to: at + 1}, facts)) return false
    if (ofPupil.has(thing) || (isGrown && ofChild.has(thing))) return true
    if (referent.who === 'role' && ofNoWorker.has(thing)) return true
    const pair = `${thing} ${tokens.gap[at + 1] === Gap.joined ? tokens.base[at + 1] : ''}`
    if (referent.who === 'animal' && (ofNoAnimal.has(thing) || ofNoAnimal.has(pair)))
      return !isSpokenOf(inStories, facts, i)
    if (ofPupil.has(pair) || (isGrown && ofChild.has(pair))) return true
  }
  return false
}

/** In stories animals have wishes. */
const inStories = wordSet(
  'story stories book books film films cartoon cartoons tale fable comic drew draws drawn drawing drawings picture pictures read reads watched character characters pretend pretended game'
)
/** A baby crawls and sleeps through; no grown-up does of whom a paper tells. */
const doesNothingSuch = (referent: Referent, facts: Facts, i: number): boolean =>
  isGrownUp(referent, facts.tokens) &&
  !(referent.who === 'relative' && isOfLongAgo(facts, i)) &&
  (isSaidOfChild(facts, i) || (referent.who === 'role' && isSaidOfNoWorker(facts, i)))

const isGrownUp = (referent: Referent, tokens: Tokens): boolean => {
  const {who, gender, to} = referent
  if (youngOnes.has(tokens.base[to - 1])) return false
  return who === 'role' || who === 'relative' || (who === 'person' && gender !== 'either') || isFormal(referent, tokens)
}

const youth = wordSet('born pregnant expecting childhood grew young teenager herself himself')
const now = wordSet('is has can gets')

/** *Tom was born when Mum was 16. She was in Year 11*: a parent was a child too. */
const isOfLongAgo = (facts: Facts, i: number): boolean =>
  !now.has(facts.tokens.word[i + 1]) && isSpokenOf(youth, facts, i)

const titles = wordSet('mr mrs ms miss mx dr prof professor rev sir')

/** *Dr Khan*, *A. Rudge*: no child is written so. */
const isFormal = ({from, to, who}: Referent, {base, word, gap}: Tokens): boolean =>
  (to - from > 1 && titles.has(base[from])) ||
  (who === 'unknown' && gap[from] === Gap.joined && word[from - 1]?.length === 1 && word[from - 1] !== 'i')

/** *Freya, you explained the rota*, *who would tell Joe, Tess.*: whoever is spoken to is nobody's *she*. */
export function isCalled({child, from, to}: Referent, {tokens, audience}: Facts): boolean {
  if (child === undefined) return false
  if (tokens.gap[to] === Gap.broken && /^you/.test(tokens.word[to] ?? '')) return true
  if (audience !== 'letter' || isPossessive(tokens, to - 1)) return false
  return (
    isLabel({from, to}, tokens) ||
    (tokens.gap[from] === Gap.broken && (to >= tokens.count || (tokens.gap[to] as number) > Gap.broken)) ||
    opensByCalling({from, to}, tokens)
  )
}

const addressing = wordSet('for to')

/** *Ffi.*, *Maya: …*, *For Maya: …*: a name that opens the part of a letter that is for that child. */
function isLabel({from, to}: Pick<Referent, 'from' | 'to'>, {sentences, sentence, text, end, word}: Tokens): boolean {
  const whole = sentences[sentence[from] as number] as Sentence
  const opens = from === whole.from || (from === whole.from + 1 && addressing.has(word[whole.from]))
  return opens && (to >= whole.to || /^[*_]*:/.test(text.slice(end[to - 1], (end[to - 1] as number) + 4)))
}

/** What nobody is told of who stands before it with a comma: *Maya, I asked him*, *Ffi, he’s nervous*. */
const tellsNow = wordSet('i we he she it they')

/**
 * *Daisy, Robin says you may ring*, *Rhys, Owain, you said*, *Maya, I asked him*; not *Daisy, Robin and you*, where names are
 * only told one by one.
 */
function opensByCalling({from, to}: Pick<Referent, 'from' | 'to'>, tokens: Tokens): boolean {
  const {gap, word, shape, sentences, sentence} = tokens
  const whole = sentences[sentence[from] as number] as Sentence
  if (from !== whole.from || gap[to] !== Gap.broken || to >= whole.to) return false
  if (tellsNow.has(pronounOf(word[to] as string))) return true
  const next = to + 1
  if (
    shape[to] === Shape.capital &&
    (word[next] === 'and' || (gap[next] === Gap.broken && !/^you/.test(word[next] ?? '')))
  )
    return false
  for (let at = to; at < Math.min(whole.to, to + reach); at++) if (/^you/.test(word[at] as string)) return true
  return false
}

/** Is whoever does a thing in this sentence somebody else than the *him* or *her* at word `i` to whom it is done? */
export const isOneWhoDoes = (referent: Referent, facts: Facts, sentence: Sentence, i: number): boolean =>
  isDoer(referent, facts, sentence, i) || isSubjectThroughout(referent, facts, sentence, i)

/** Is the pronoun at word `i` not theirs, whatever their gender? */
export const isRuledOut = (referent: Referent, facts: Facts, sentence: Sentence, i: number): boolean =>
  isTold(referent, facts.tokens, sentence, i) ||
  isCalled(referent, facts) ||
  isAsked(referent, facts.tokens, sentence) ||
  isPlace(referent, facts.tokens) ||
  isNobodyYet(referent, facts.tokens) ||
  isPredicate(referent, facts) ||
  ownsItself(referent, facts.tokens, i) ||
  isBeyondAnimals(referent, facts, sentence, i) ||
  ownsNothingSuch(referent, facts, i) ||
  doesNothingSuch(referent, facts, i) ||
  isOneWhoDoes(referent, facts, sentence, i) ||
  isVisited(referent, facts, i) ||
  isDead(referent, facts, i) ||
  isNamedAgain(referent, facts, sentence, i)

/** Is anybody named beside the child, so that the two may be *they*: *Amira met her aunt. They …*? */
export const hasCompany = (named: readonly Referent[], tokens: Tokens): boolean =>
  joined(named, tokens) || named.some((referent) => referent.child === undefined && !isPlace(referent, tokens))
