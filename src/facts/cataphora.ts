import {Gap, type Sentence, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts} from './facts.ts'
import {genderOf} from './mentions.ts'
import {between} from './passages.ts'
import {couldBe, type PronounGender, possessives, pronounOf} from './pronouns.ts'
import type {Referent} from './referents.ts'
import {isPossessive, isRuledOut, isVerb} from './rivals.ts'

/** Words that can begin a sentence whose subject is still to come, and so are no name there. */
export const opener = wordSet(
  'when while whilst after before if as because although though since once until till whenever wherever in on at with without during following for to by from under through despite unlike like given upon about outside inside beside behind now even just throughout instead owing thanks besides apart except so not within among amid aboard alongside beyond towards via per having being'
)
const times = wordSet('day days night morning evening week year time times moment minute second summer winter')
/** What somebody else wrote or says: *in her report* speaks of whoever wrote it. */
const paper = wordSet(
  'report reports statement statements letter email emails assessment evidence note notes message call reply opinion office absence analysis recommendation recommendations judgment position application house wife husband partner son daughter client'
)
/** How many referents before the sentence must be nobody whom the pronoun could mean. */
const reach = 5

/**
 * The child who is named only after the pronoun, where nobody before could be meant: *For her birthday, Ryan would like
 * …*, *When she is tired, Ivo …*. A pronoun that is the subject of the whole sentence is never whoever its sentence names.
 */
export function childToCome(
  facts: Facts,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  before: number
): number | null {
  const {tokens} = facts
  const word = tokens.base[i] as string
  const owned = tokens.gap[i + 1] === Gap.joined && i + 1 < sentence.to ? (tokens.base[i + 1] as string) : ''
  const owns = (word === 'his' || word === 'her') && owned !== '' && !paper.has(owned)
  const isFirst = i === sentence.from
  if (gender === 'they' || (isFirst && !owns) || (!isFirst && !isOpened(facts, sentence))) return null
  if (!owns && !isSubject(tokens, i)) return null
  const isRival = (referent: Referent) =>
    couldBe(gender, referent) && (referent.child !== undefined || !isRuledOut(referent, facts, sentence, i))
  if (referents.slice(Math.max(0, before - reach), before).some(isRival)) return null
  const after = between(referents, afterClause(tokens, sentence, i), sentence.to)
  const index = after.findIndex((referent) => referent.child !== undefined || couldBe(gender, referent))
  const named = after[index]
  if (named?.child === undefined) return null
  // "When he was ill, Keziah's dad …"
  const next = after[index + 1]
  if (isPossessive(tokens, named.to - 1) && next?.from === named.to && couldBe(gender, next)) return null
  const children = new Set(after.flatMap(({child}) => child ?? []))
  if (children.size > 1) return null
  if (!owns) return tokens.gap[named.from] === Gap.broken || isSubjectOfAll(facts, named) ? named.child : null
  // "Her teacher says that Ryan …": nobody else is spoken of at all.
  return isFirst && after.some((referent) => referent.child === undefined && isRival(referent) && referent.from > i + 2)
    ? null
    : named.child
}

const noted = wordSet('seen visited met spoken observed interviewed')
/** What is the child's who was seen: *on his own*, *at her request*, *in his bedroom*. */
const ofSeen = wordSet('own request bedroom classroom school nursery college placement')

/**
 * The child whom a note speaks of before it names them, as it has no subject: *Seen at school, at his request. Zofia said …*.
 */
export function childOfNote(
  {tokens, known}: Facts,
  sentence: Sentence,
  i: number,
  gender: PronounGender,
  referents: readonly Referent[],
  before: number
): number | null {
  if (!noted.has(tokens.word[sentence.from]) || !possessives.has(tokens.base[i]) || gender === 'they') return null
  if (!ofSeen.has(tokens.base[i + 1]) || known.children.some((each) => couldBe(gender, {gender: genderOf(each)})))
    return null
  if (referents.slice(Math.max(0, before - reach), before).some((referent) => couldBe(gender, referent))) return null
  const next = tokens.sentences[(tokens.sentence[i] as number) + 1]
  const named = referents[before]
  if (!next || next.block !== sentence.block || named?.from !== next.from) return null
  return isPossessive(tokens, named.to - 1) ? null : (named.child ?? null)
}

const finite = wordSet(
  'is was has had will would can could did does fed ran went took made put sat said got came gave told wrote drew slept ate'
)
const isFiniteVerb = (word: string): boolean => finite.has(word) || /(?:.ed|[^s]s)$/.test(word) || isVerb(word)
const governs = wordSet(
  'in on at with to for from of by told asked saw met and or the a let made heard gave like than that'
)

/** *Before she left for the hearing Hywel fed the ferrets*: without a comma, but with a verb of his own. */
export const isSubjectOfAll = ({tokens: {word, gap}}: Pick<Facts, 'tokens'>, {from, to}: Referent): boolean =>
  gap[to] === Gap.joined && isFiniteVerb(word[to] ?? '') && !governs.has(word[from - 1])

const subjects = wordSet('he she')

/** Is the word *he* or *she*? */
export const isSubject = ({base}: Tokens, i: number): boolean => subjects.has(pronounOf(base[i] as string))

/**
 * From where whoever the pronoun could mean may be named after it. The subject of a clause is nobody whom that clause
 * names: *the day that she told the teacher, …*.
 */
export function afterClause(tokens: Tokens, {to}: Sentence, i: number): number {
  if (!isSubject(tokens, i)) return i + 1
  let end = i + 1
  while (end < to && tokens.gap[end] === Gap.joined) end++
  return end < to ? end : i + 1
}

/** *Asked what makes her laugh, Wilf …* */
const addressed = wordSet('asked told shown given offered invited encouraged reminded faced')

/** Does the sentence begin with a phrase of time, place or reason, so that its subject is still to come? */
function isOpened({tokens}: Facts, {from}: Sentence): boolean {
  const first = tokens.word[from] as string
  return opener.has(first) || addressed.has(first) || (first === 'the' && times.has(tokens.base[from + 1]))
}
