import type {PartOfSpeech} from '../model/dictionary.ts'
import {onAsking} from '../model/once.ts'
import {wordSet} from '../model/words.ts'
import type {Form} from './lexicon.ts'

const irregularPlurals = onAsking(
  () =>
    new Map(
      'child children|person people|man men|woman women|wife wives|life lives|half halves|self selves|shelf shelves|foot feet|tooth teeth|crisis crises|analysis analyses|basis bases|criterion criteria|grandchild grandchildren|stepchild stepchildren|godchild godchildren|information information|advice advice|time times'
        .split('|')
        .map((pair) => pair.split(' ') as [string, string])
    )
)

/** Base, past and past participle, where they are not made by adding *-ed*. */
const irregularVerbs = onAsking(
  () =>
    new Map(
      'be was been|become became become|begin began begun|bite bit bitten|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought|find found found|forget forgot forgotten|get got got|give gave given|go went gone|grow grew grown|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lead led led|leave left left|let let let|lie lied lied|lose lost lost|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put|quit quit quit|read read read|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|show showed shown|shut shut shut|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|split split split|stand stood stood|steal stole stolen|swear swore sworn|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld|withdraw withdrew withdrawn|wake woke woken|wear wore worn|win won won|withhold withheld withheld|write wrote written'
        .split('|')
        .map((line) => {
          const [base, past, participle] = line.split(' ') as [string, string, string]
          return [base, {past, participle}] as const
        })
    )
)

/** Stressed on the last syllable, so that the last letter doubles: *referred*. */
const doubles = wordSet(
  'begin refer prefer defer confer infer transfer occur recur commit admit permit omit submit regret abet compel expel rebel control patrol equip kidnap handicap abhor deter incur concur acquit allot'
)
/** British writers double the *l* of these, American ones do not. */
const doublesLetterL = wordSet(
  'travel label cancel counsel model signal level quarrel channel total fuel marshal tunnel dial equal funnel'
)

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

function doubled(verb: string): boolean {
  if (doubles.has(verb) || doublesLetterL.has(verb)) return true
  const [a, b, c] = [verb.at(-3), verb.at(-2), verb.at(-1)]
  // One short syllable: stop, plan, kick does not, play does not.
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) && isVowel(b) && !isVowel(a) && !isVowel(c)
}

const takesEs = wordSet('go do undergo veto echo hero')

const withS = (word: string): string => {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (takesEs.has(word)) return `${word}es`
  return `${word}s`
}

/** The plural of a noun in lower case. */
export const plural = (noun: string): string => irregularPlurals().get(noun) ?? withS(noun)

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return doubled(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`
}

function ing(verb: string): string {
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`
  return doubled(verb) || (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) && irregularVerbs().has(verb))
    ? `${verb}${verb.at(-1)}ing`
    : `${verb}ing`
}

/** The form after *has*, *had* or *was*: *taken*, *helped*. */
export const participle = (verb: string): string => irregularVerbs().get(verb)?.participle ?? past(verb)

/** A verb in one form; the past is the one that stands alone (*took*, not *taken*). */
export function inflectVerb(verb: string, form: Form): string {
  if (form === 'base') return verb
  if (form === 's') return verb === 'have' ? 'has' : verb === 'be' ? 'is' : withS(verb)
  if (form === 'ing') return ing(verb)
  return irregularVerbs().get(verb)?.past ?? past(verb)
}

/** Every form in which a dictionary word is looked for, with what kind of form it is. */
export function formsOf(word: string, as: PartOfSpeech | undefined): readonly (readonly [string, Form])[] {
  if (as === 'noun') {
    const many = plural(word)
    return many === word
      ? [[word, 'base']]
      : [
          [word, 'base'],
          [many, 's']
        ]
  }
  if (as === 'verb') {
    const found: [string, Form][] = [
      [word, 'base'],
      [inflectVerb(word, 's'), 's'],
      [inflectVerb(word, 'past'), 'past'],
      [ing(word), 'ing']
    ]
    found.push([participle(word), 'past'])
    return found.filter(([form], index) => found.findIndex(([other]) => other === form) === index)
  }
  return [[word, 'base']]
}

const onlyIse =
  /^(adverti|advi|ari|chasti|circumci|compri|compromi|demi|despi|devi|disgui|enterpri|exerci|exci|experti|franchi|improvi|incite|likewi|merchandi|noi|otherwi|prai|preci|premi|promi|rai|revi|ri|supervi|surpri|televi|treati|wi|unwi|pri|poi|choi|crui|brui|rai|apprai|reprai|cerise|concise|paradi|porpoi|tortoi|vi|advi)s(e|es|ed|ing|er|ers)$/
const pairs: readonly (readonly [RegExp, string])[] = [
  [/^(behavi|fav|neighb|hon|lab|harb|col|hum|rum|endeav|vig|arm|parl|sav|flav)our/, '$1or'],
  [/^(cent|met|theat|calib|fib|lit)re(s?)$/, '$1er$2'],
  [/^(def|off|pret)ence(s?)$/, '$1ense$2'],
  [/^licence(s?)$/, 'license$1'],
  [/^programme(s?)$/, 'program$1'],
  [/^(judg|acknowledg)ement(s?)$/, '$1ment$2'],
  [/^(enrol|fulfil|instal|skil)(ment|ful)/, '$1l$2'],
  [/^(travel|label|cancel|counsel|model|signal|level|quarrel|channel|total|marshal)l(ed|ing|or|er|ors|ers)$/, '$1$2'],
  [/^(p)aed/, '$1ed']
]

/** The other spellings, British or American, of a word in lower case. */
export function spellings(word: string): readonly string[] {
  const found: string[] = []
  const add = (other: string) => {
    if (other !== word && !found.includes(other)) found.push(other)
  }
  if (/is(e|es|ed|ing|er|ers|ation|ations|ational)$/.test(word) && word.length > 5 && !onlyIse.test(word))
    add(word.replace(/is(e|es|ed|ing|er|ers|ation|ations|ational)$/, 'iz$1'))
  if (/iz(e|es|ed|ing|er|ers|ation|ations)$/.test(word) && word.length > 5)
    add(word.replace(/iz(e|es|ed|ing|er|ers|ation|ations)$/, 'is$1'))
  if (/yse(s|d)?$|ysing$/.test(word)) add(word.replace(/ys(e|es|ed|ing)$/, 'yz$1'))
  // Asked of every word of every phrase that is hit: without an iterator for each pair.
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as (typeof pairs)[number]
    if (pair[0].test(word)) add(word.replace(pair[0], pair[1]))
  }
  return found
}
