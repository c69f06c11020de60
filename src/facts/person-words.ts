import {oncePer} from '../model/once.ts'
import {byForm, Gap, marksOf, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts} from './facts.ts'
import {withoutEnd} from './names.ts'

const articles = wordSet('the a an my your his her their our its this that another each every one some any no other')

/** *the captain*, *her best friend*, *friends*; not *plays goalkeeper*, *is captain*. */
const isSomebody = (tokens: Tokens, i: number): boolean =>
  /s$|people|children|men$|body$|one$/.test(tokens.base[i] as string) ||
  [1, 2, 3].some((back) => {
    const word = tokens.word[i - back] ?? ''
    return articles.has(word) || word !== (tokens.base[i - back] ?? word)
  })

/** What people do with words, and hardly a thing does. */
export const says = wordSet(
  'says said told tells thinks thought asked believes explained agreed wrote writes rang phoned laughed smiled nodded reports reported'
)

/** Words whose endings show what somebody does: *her choirmaster*, *a violinist*. */
const doer = /(?:..master|mistress|keeper|..man|..woman|ologist|ician|...[^l]ist)$/
const agent = /...(?:[^aeiou]er|eer|[ts]or)$/
const notDoers = wordSet(
  'human german roman norman woman checklist shortlist blacklist playlist backlist assist consist persist insist resist twist exist chemist ottoman talisman'
)

/** What people are called by the letters of their work: *his PA*. */
const shortRoles = wordSet(
  'pa ta hv sw ssw iro ewo esw senco sendco dsl fca hlta lsa pcso idva isva cpn ep mp csw fsw osw gal pc dc ao ceo'
)
/** Two letters that are nobody's initials. */
const notInitials = wordSet(
  'ad ai am bc bp ca cd ce cp cv dj dv er eu ex fa fc fm fu fv gb gm hd hq hr ib id ii io ip iq it iv ix kg km la lo ma mi mp mr ms my nb ne nf no nr ns ok on pe pm po pp ps pt qr re rs sa se so st te tc to tv uk un up us va vi vr we xi xl'
)

/** *DA asked*, *NH laughed*: somebody by their initials. */
const isInitials = (word: string): boolean => /^[a-z]{2}$/.test(word) && !notInitials.has(word)

const notFamilies = wordSet(
  'cubs scouts guides brownies beavers rainbows explorers cadets courts midlands alps olympics lords commons highlands netherlands states'
)

/** *the Whites*: a family, of whom each is he or she. */
const isFamilyName = ({word, shape, gap, count}: Tokens, i: number): boolean =>
  shape[i] === Shape.capital &&
  gap[i] === Gap.joined &&
  word[i - 1] === 'the' &&
  (word[i] as string).endsWith('s') &&
  !notFamilies.has(word[i]) &&
  (i + 1 === count || gap[i + 1] !== Gap.joined || shape[i + 1] === Shape.lower)

/** *He speaks of “Shell” a great deal.* */
const isQuotedName = ({text, start, end, shape}: Tokens, i: number): boolean =>
  shape[i] === Shape.capital &&
  /["“‘]/.test(text[(start[i] as number) - 1] ?? '') &&
  /["”’]/.test(text[end[i] as number] ?? '')

/** What says something and is nobody, and may be several. */
const speakingThings = wordSet(
  'bell phone doorbell alarm telephone school nursery college hospital court council team class family letter report note text email message sign poster card form plan order rule diary book story song paper page police surgery clinic unit home house judgment assessment statement week month term year'
)
const unnamed = wordSet('which that this what all it')

const speaksToo = (word: string): boolean =>
  unnamed.has(word) || speakingThings.has(word) || speakingThings.has(withoutEnd(word, 's'))

const who = wordSet('who whos whose')

/** *The drummer, who …*, *her choirmaster says*: somebody, by what follows. */
const isPersonByUse = ({base, word, gap}: Tokens, i: number): boolean => {
  const next = word[i + 1] ?? ''
  return who.has(next) || (says.has(next) && gap[i + 1] === Gap.joined && !speaksToo(base[i] as string))
}

/** *Her kind choirmaster*; not *every Sunday. I also told*. */
const hasArticle = ({base, word, gap}: Tokens, i: number): boolean =>
  articles.has(word[i - 1]) ||
  (gap[i - 1] === Gap.joined && articles.has(word[i - 2]) && !(base[i] as string).endsWith('ly'))

const ordinal = wordSet('last first second next previous new latest current older younger')

/** *One who …*; *the last one left*, of several of whom the sentence before tells. */
const isSomeOne = ({word, gap}: Tokens, i: number): boolean =>
  word[i + 1] === 'who' || (gap[i] === Gap.joined && ordinal.has(word[i - 1]) && word[i - 2] === 'the')

const listsOf = oncePer((words: Facts['dictionaries']['words']) => {
  const set = (...names: string[]) => new Set(names.flatMap((name) => words[name] ?? []))
  const animals = set('animal')
  return {
    people: set('person', 'young', 'friend'),
    animals: new Set([...animals, ...[...animals].map((animal) => `${animal}s`)]),
    work: set('occupation', 'being'),
    vessels: set('vessel'),
    things: set('not-a-doer')
  }
})

/** What sort of somebody a word is for, wherever it stands. */
type Sense = 'person' | 'animal' | 'vessel' | 'letters' | 'initials' | 'work' | 'doer'

/** Which words of a text stand for a person or an animal: by the lists, by their endings, by what stands beside them. */
export interface Senses {
  at(i: number): Sense | null
  /** The words that may have a sense, and whatever has a capital, in order. */
  readonly places: readonly number[]
}

export function senses(tokens: Tokens, words: Facts['dictionaries']['words']): Senses {
  const {people, animals, work, vessels, things} = listsOf(words)
  const {base, word, shape, gap} = tokens
  const senseOf = byForm(tokens, (i): Sense | null => {
    const word = base[i] as string
    if (people.has(word) && word !== 'child') return 'person'
    if (animals.has(word)) return 'animal'
    if (shape[i] === Shape.capitals) return shortRoles.has(word) ? 'letters' : isInitials(word) ? 'initials' : null
    if (vessels.has(word)) return 'vessel'
    if (work.has(word)) return 'work'
    if (shape[i] !== Shape.lower || word.length < 4) return null
    return (doer.test(word) && !notDoers.has(word)) || (agent.test(word) && !things.has(word)) ? 'doer' : null
  })
  const mayBe = (i: number): boolean =>
    shape[i] === Shape.capital || base[i] === 'one' || base[i] === 'head' || senseOf(i) !== null
  return {
    places: placesOrBefore(tokens, mayBe, (i) => who.has(word[i]) || says.has(word[i])),
    at(i) {
      const sense = senseOf(i)
      if (sense === 'person' || sense === 'animal') return isSomebody(tokens, i) ? sense : null
      if (sense === 'work') return shape[i] === Shape.capital || isSomebody(tokens, i) ? sense : null
      if (sense === 'letters' || sense === 'initials' || sense === 'vessel') return sense
      if (isQuotedName(tokens, i) || isFamilyName(tokens, i)) return 'doer'
      if (base[i] === 'one') return isSomeOne(tokens, i) ? 'doer' : null
      if (base[i] === 'head') return word[i - 1] === 'the' ? 'doer' : null
      if (shape[i] !== Shape.lower || (base[i] as string).length < 4 || gap[i] !== Gap.joined) return null
      return (sense === 'doer' || isPersonByUse(tokens, i)) && hasArticle(tokens, i) ? 'doer' : null
    }
  }
}

/** The words that are something by themselves, or by the word that follows them, in order. */
function placesOrBefore(
  tokens: Tokens,
  isOne: (i: number) => boolean,
  makesOne: (next: number) => boolean
): readonly number[] {
  const {count, form} = tokens
  const itself = 1
  const before = 2
  const marks = marksOf(tokens, (i) => (isOne(i) ? itself : 0) | (makesOne(i) ? before : 0))
  const places: number[] = []
  let mark = count > 0 ? (marks[form[0] as number] as number) : 0
  for (let i = 0; i < count; i++) {
    const next = i + 1 < count ? (marks[form[i + 1] as number] as number) : 0
    if ((mark & itself) !== 0 || (next & before) !== 0) places.push(i)
    mark = next
  }
  return places
}
