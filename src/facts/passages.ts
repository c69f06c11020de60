import {Gap, type Sentence, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Facts} from './facts.ts'
import {firstFrom} from './mentions.ts'
import {says} from './person-words.ts'
import type {Referent} from './referents.ts'

const opensAside = wordSet('who whose whom which')

/**
 * Whoever stands only in an aside before the verb is not its subject: *Maddox, whose twin is deaf, has taught …*,
 * *Nahuel, who is captain, would …*.
 */
export function outsideAsides(
  here: readonly Referent[],
  tokens: Tokens,
  sentence: Sentence,
  i: number
): readonly Referent[] {
  let kept = outsideReports(here, tokens, sentence, i)
  for (let open = sentence.from + 1; open < i; open++) {
    if (tokens.gap[open] !== Gap.broken || !opensAside.has(tokens.base[open])) continue
    let close = open + 1
    while (close < i && tokens.gap[close] !== Gap.broken) close++
    if (close < i) kept = kept.filter(({from}) => from < open || from >= close)
    else if (close === i && tokens.gap[i] === Gap.broken) kept = kept.filter(({from}) => from < open)
  }
  return kept
}

/** *Callum, his aunt says, taught …*: nobody of an aside that says who says so does what the sentence tells. */
function outsideReports(here: readonly Referent[], tokens: Tokens, sentence: Sentence, i: number): readonly Referent[] {
  let kept = here
  for (let close = sentence.from + 2; close < i; close++) {
    if (tokens.gap[close] !== Gap.broken) continue
    let open = close - 1
    while (open > sentence.from && open > close - 8 && tokens.gap[open] !== Gap.broken) open--
    const last = tokens.word[close - 1] as string
    const isReport = says.has(last) || (last === 'me' && says.has(tokens.word[close - 2]))
    if (isReport && open > sentence.from) kept = kept.filter(({from}) => from < open || from >= close)
  }
  return kept
}

const joining = wordSet('and with or nor to')

/** Are two of them named together: *Elsie and her brother*? */
export const joined = (here: readonly Referent[], tokens: Tokens): boolean =>
  here.some((referent, index) => {
    const before = here[index - 1]
    if (!before) return false
    const words = tokens.word.slice(before.to, referent.from)
    return words.length <= 3 && words.some((word) => joining.has(word))
  })

/** A plural pronoun may stand for any of these. */
const plural = wordSet(
  'everyone everybody someone somebody anyone anybody nobody people family police school council team staff class choir band crew squad crowd audience congregation group court each both all others children parents girls boys twins friends teachers adults grown-ups couple pair siblings brothers sisters professionals neighbours whoever person service services agency hospital nursery college club company office surgery clinic practice charity library ward panel feet teeth'
)
const beforeVerb = wordSet(
  'he she it they who that which what this also never always often still now sometimes usually then only just mum dad nan gran grandma grandad mother father sister brother teacher carer school nursery'
)
const isBeforeVerb = (word: string): boolean => beforeVerb.has(word) || word.endsWith('ly')

const beforePlural = wordSet(
  'the a two three four five six seven eight nine ten eleven twelve dozen some many her his their my your our its these those of and other all most few several no with for any both more'
)

/** What a name ends with that is a school's or a service's, of which one says *they*. */
const ofService = wordSet(
  'primary academy infants juniors comprehensive hospital college school nursery services centre'
)

/** *Hollins Primary*, *CAMHS*: several speak for it. */
const isService = ({shape, base, word}: Tokens, i: number): boolean =>
  shape[i] === Shape.capitals
    ? (word[i] as string).length > 2
    : shape[i] === Shape.capital && ofService.has(base[i]) && shape[i - 1] === Shape.capital

const attended = wordSet('school nursery college hospital')
const attending = wordSet('at in from to after before')
/** *The school garden*, *the family room*: only where something is. */
const afterGroup = wordSet(
  'room garden hall library playground office field gate gates uniform bag trip dinner dinners lunch bus day kitchen pond'
)

const occasions = wordSet(
  'time times day days visit visits occasion occasions morning mornings afternoon afternoons week weeks'
)

/**
 * Do words `from` to `to` speak of several people, or of a school or a service that several speak for?
 * @param toSpeak may it be the school where somebody was that speaks: *I saw Mia at school. They told me …*
 */
export function hasGroup(tokens: Tokens, from: number, to: number, toSpeak: boolean): boolean {
  const {base, word, gap, shape} = tokens
  for (let i = from; i < to; i++) {
    if (isService(tokens, i) || (base[i] === 'year' && shape[i + 1] === Shape.digits)) return true
    if (!plural.has(base[i])) continue
    if ((base[i] === 'both' || base[i] === 'each') && occasions.has(word[i + 1])) continue
    const isPlace = attended.has(base[i]) && attending.has(word[i - 1]) && shape[i] === Shape.lower
    const isPart = gap[i + 1] === Gap.joined && afterGroup.has(word[i + 1])
    if (!isPart && (!isPlace || toSpeak)) return true
  }
  return false
}

/** Do words `from` to `to` speak of several people or things? */
export function hasPlural(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = tokens.base[i] as string
    if (plural.has(word) || isService(tokens, i)) return true
    if (
      word.length > 3 &&
      /[^su'i]s$/.test(word) &&
      tokens.shape[i] === Shape.lower &&
      (i === from ||
        // "Ben's trainers", "eats peas"
        tokens.base[i - 1] !== tokens.word[i - 1] ||
        /[^su'i]s$/.test(tokens.word[i - 1] as string) ||
        // "stomach aches", and no verb: "she walks", "who also walks"
        (tokens.shape[i - 1] === Shape.lower && !isBeforeVerb(tokens.word[i - 1] as string)) ||
        beforePlural.has(tokens.word[i - 1]))
    )
      return true
  }
  return false
}

/** The sentence so many on from sentence `index`, or back where that is less than 0, in the same block; `null` where none is. */
export function sentenceBeside({sentences}: Tokens, index: number, steps: number): Sentence | null {
  const other = sentences[index + steps]
  return other !== undefined && other.block === sentences[index]?.block ? other : null
}

/** The items of one list are read on from each other. */
const isNextItem = ({document}: Facts, earlier: number, later: number): boolean =>
  document.blocks[earlier]?.kind === 'item' && document.blocks[later]?.kind === 'item' && later - earlier <= 2

/** The first word of the paragraph that the sentence stands in, or of the sentence so many before it. */
export function paragraphStart(facts: Facts, sentence: Sentence, sentences: number): number {
  const {tokens} = facts
  let index = tokens.sentence[sentence.from] as number
  let first = sentence.from
  for (let back = 0; back < sentences && index > 0; back++) {
    index--
    const earlier = tokens.sentences[index] as Sentence
    if (earlier.block !== sentence.block && !isNextItem(facts, earlier.block, sentence.block)) break
    first = earlier.from
  }
  return first
}

/** Those that begin within words `from` to `to`. */
export function between<Each extends {readonly from: number}>(
  sorted: readonly Each[],
  from: number,
  to: number
): readonly Each[] {
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, to))
}

export const isCell = ({document}: Facts, sentence: Sentence): boolean =>
  document.blocks[sentence.block]?.kind === 'cell'

/** The first word of the table row that the sentence stands in. */
export function rowStart({document, tokens}: Facts, sentence: Sentence): number {
  const here = document.blocks[sentence.block]?.cell
  let first = sentence.from
  while (first > 0) {
    const cell = document.blocks[tokens.block[first - 1] as number]?.cell
    if (!cell || cell.table !== here?.table || cell.row !== here.row) break
    first--
  }
  return first
}

/** The first word of the table that the sentence stands in. */
export function tableStart({document, tokens}: Facts, sentence: Sentence): number {
  const table = document.blocks[sentence.block]?.cell?.table
  let first = sentence.from
  while (first > 0 && document.blocks[tokens.block[first - 1] as number]?.cell?.table === table) first--
  return first
}
