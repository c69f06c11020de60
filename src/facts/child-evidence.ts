import {fold} from '../lexicon/tokenize.ts'
import {startsWithCapital, startsWithSmall} from '../model/characters.ts'
import type {Block, Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import type {DocumentType} from '../model/result.ts'
import {byForm, Gap, placesOf, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Other} from './infer-others.ts'
import {
  ageOf,
  asSibling,
  firstName,
  isNameWord,
  leadingName,
  type NameSense,
  nameAt,
  plainName,
  type ReadName,
  readNames
} from './names.ts'
import {columnHeads, findGreeting, findLabelled} from './outline.ts'
import {withoutSlots} from './slots.ts'

/** Labels after which the children of a paper are named. */
export const childLabel =
  /^(?:about|re|regarding|in (?:the )?matter of|(?:first|second|third|fourth|eldest|oldest|older|middle|younger|youngest) child|child (?:\d|one|two|three)|children of the family|(?:the )?(?:twins|triplets|boys|girls)|child(?:ren)? (?:this|the) (?:report|letter|note) is about|concerning|subject|(?:the )?child(?:ren)?|(?:the )?child\(ren\)|subject child(?:ren)?|children (?:discussed|seen|concerned)|child (?:discussed|seen|concerned)|(?:the )?young (?:person|people)|young person(?:'|’)?s (?:full )?name|(?:the )?child(?:ren)?(?:'|’)?s? ?(?:'|’)?(?: full| first)? names?|names?(?:\(s\))? of (?:the )?(?:subject )?(?:child(?:ren)?|child\(ren\)|young person)|who (?:this|it) is about|discussing|on behalf of|about whom)$/i
const nameLabel = /^(?:name|names|full name|first name|forename|name\(s\)|forename\(s\)|preferred name|known as)$/i
const ageLabel = /^(?:age|ages|d\.?o\.?b\.?|date of birth|dates? of birth|born|year group|school year|pronouns)$/i
/** Words before a name that make it a child's of this paper. */
export const offspring = wordSet('son daughter child children baby boy girl sons daughters twins twin')

/** What may stand after *Dear* or *Hello*, and is no name. */
const ordinary = wordSet(
  'there all both everyone child young you i again little big my the sir madam friend kids boys girls guys love'
)

/** Children that the greeting of a letter names. */
export function greeted(document: Document, {titles, paperWords}: NameSense): ReadName[] {
  const greeting = findGreeting(document)
  if (!greeting || titles.has(fold(firstName(greeting.whom)).replace(/\.$/, ''))) return []
  const isName = (word: string): boolean => startsWithCapital(word) && !ordinary.has(fold(word))
  const whom = withoutSlots(greeting.whom)
  return readNames(startsWithSmall(whom) ? whom.replace(fondly(), '') : whom, {isName, paperWords})
}

/** Small words before a name: `lovely Ellie`, `my friend Ellie`; not what tells where or whose somebody is. */
const fondly = onAsking(() => /^(?:(?!(?:of|at|from|in|with|the|and|or)\b)\p{Ll}+ ){1,4}(?=\p{Lu})/u)

/** `It was good to know you, Ellie.`, `Ellie, you were brave`, `When you were two, Ellie, you sang`. */
const spokenTo = onAsking(
  () =>
    /(?:(?<=[\p{Ll}\d][”"'’]?, )(\p{Lu}[\p{L}'’-]+)(?=[.!?](?:\s|$)|, (?:you|your)\b)|(?<=^|[.!?]\s)(\p{Lu}[\p{L}'’-]+)(?=, (?:you|your|I|thank)\b))/gmu
)

const addressing = onAsking(
  () =>
    /\b(?:you|your|you['’]\p{L}+|i|i['’]\p{L}+|me|my|we|us|our|well done|thanks?|sorry|bye|goodbye|luck|love|please|hello|care)\b|^(?:to|for) /iu
)

/** How far back the beginning of a sentence is looked for, in UTF-16 units. */
const longestClause = 160

/** *Thank you for the picture, Ellie.*, and not the last of an address: *Rights Team, Floor 2, Guildhall.* */
function isAddress(text: string, at: number): boolean {
  const sentence = text
    .slice(Math.max(0, at - longestClause), at)
    .split(/[.!?]\s|\n/)
    .at(-1) as string
  const clause = sentence.replace(/,\s*$/, '').split(',').at(-1) as string
  if (sentence === '') return true
  const words = clause.trim().split(/\s+/)
  return words.some(startsWithSmall) && (startsWithSmall(words.at(-1) as string) || addressing().test(sentence))
}

/** Children to whom a letter speaks by name, or whose name alone stands over it. */
export function addressed({text, blocks}: Document, {isName}: NameSense): ReadName[] {
  const [first] = blocks
  const line = first && !first.cell ? text.slice(first.start, first.end).trim() : ''
  const found = /^\p{Lu}[\p{L}'’-]+$/u.test(line)
    ? [line]
    : [...text.matchAll(spokenTo())].filter(({index}) => isAddress(text, index)).map(([name]) => name)
  return [...new Set(found)].filter(isName).map((name) => ({name, age: null, born: null}))
}

const leaflet = /\b(?:leaflet|fact ?sheet|booklet|poster)\b/i
const leafletFor = /\b(?:this|a|our) (?:leaflet|fact ?sheet|booklet|poster) (?:is|was|tells|explains|for|about)\b/i

/** Is it for any child who needs it, and so for nobody by name: *A leaflet for children in foster care*? */
export const isForMany = ({blocks, text}: Document): boolean =>
  blocks
    .slice(0, 3)
    .some(({kind, start, end}) =>
      (kind === 'heading' ? leaflet : leafletFor).test(text.slice(start, Math.min(end, start + longestTitle)))
    )

const names1 = "(\\p{Lu}[\\p{L}\\p{M}'’-]+.*)$"
const aboutName = onAsking(() => {
  const leading =
    'about concerning regarding re for to on with of from goodbye hello hi bye dear seen see visit visiting meeting'
      .split(' ')
      .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  return new RegExp(`(?:^|[\\s(])(?:${leading.join('|')})[,:]?\\s+${names1}`, 'u')
})
const colonName = onAsking(() => new RegExp(`(?:[:|–—]|\\s-)\\s*${names1}`, 'u'))

/** In UTF-16 units. */
const longestTitle = 400

/** *St Cuthbert’s Primary School*: the place that the paper comes from, often named after a saint. */
const letterhead =
  /^(?:St|Saint|Ysgol)\.? |\b(?:Primary|Infants?|Juniors?|High|Community|Secondary|Special|Nursery|Church of England|CE|RC) (?:School|Academy)\b|\b(?:Hospital|Surgery|Solicitors|Chambers)$/

/** Children whom a title names: *Report about Lakshmi*, *Letter to Dominik*, *Supervision record: Jonah*. */
export function titled(document: Document, names: NameSense, type: DocumentType): ReadName[] {
  const titles = document.blocks.filter(({kind}) => kind !== 'code' && kind !== 'guidance').slice(0, 4)
  for (const block of titles) {
    const text = document.text.slice(block.start, Math.min(block.end, block.start + longestTitle)).trim()
    if (block.kind !== 'heading' && (text.split(/\s+/).length > 12 || /[.!?]$/.test(text))) continue
    if (block.cell) continue
    for (const line of text.split('\n')) {
      let rest = line
      for (let match = aboutName().exec(rest); match; match = aboutName().exec(rest)) {
        const word = fold(match[0].trim().split(/[\s,:(]/)[0] as string)
        const found = readNames(match[1] as string, names)
        const byAuthor = (word === 'from' || word === 'of') && type !== 'record'
        const toCourt = word === 'to' && type !== 'letter'
        if (found.length > 0 && !byAuthor && !toCourt) return found
        rest = match[1] as string
      }
      const colon = colonName().exec(line)
      const after = colon ? readNames(colon[1] as string, names) : []
      if (after.length > 0) return after
      // "Leo Ahmed: section 7 report", "Kaya's letter".
      const leads = letterhead.test(line) ? null : /^(.+?)(?:['’]s?\s|\s*[:–—|]|\s-\s)/u.exec(line)
      const before = leads ? readNames(leads[1] as string, names) : []
      if (before.length > 0) return before
    }
  }
  return []
}

const isTitle = ({kind}: Block): boolean => kind === 'paragraph' || kind === 'heading'

/** The lines of blocks that no table holds, each block read as far as a title goes. */
const linesOf = (blocks: readonly Block[], {text}: Document): readonly string[] =>
  blocks.flatMap(({cell, start, end}) =>
    cell ? [] : text.slice(start, Math.min(end, start + longestTitle)).split('\n')
  )

/** Whom a line over the greeting says that the letter is to: *Letter for Leo (13) and Ava (9)*, *To: Leo and Ava*. */
export function writtenTo(document: Document, names: NameSense): ReadName[] {
  const greeting = findGreeting(document)
  if (!greeting) return []
  const over = document.blocks.slice(0, greeting.block + 1).filter(({kind}) => kind !== 'code' && kind !== 'guidance')
  for (const line of linesOf(over, document)) {
    const [opening] = headedTo().exec(line) ?? []
    const found = opening === undefined ? [] : readNames(line.slice(opening.length), names)
    if (found.length > 1) return found
  }
  return []
}

const headedTo = onAsking(() => /^(?:(?:A |My |Our )?[Ll]etter )?(?:[Tt]o|[Ff]or):? (?=\p{Lu})/u)

/** An age that is all of a part: *thirteen*, *aged 4 yrs 2 m*, *fifteen next week*; a baby’s is in months. */
const saysAge =
  /^(?:who is |now |nearly |almost |just )?(?:aged? |age: )?(\p{L}+|\d{1,2})(?!\d)(?:[ -]?(?:years?|yrs?|yo|y|months?|mths?|m|weeks?|wks?|old|next|this|today|tomorrow|on|in|\d{1,2})\b.{0,30})?$/u
const saysBirth = /^(?:born|d\.?o\.?b\.?|date of birth)\b/i
const saysPronouns = /^(?:she|he|they)(?:\/(?:her|him|them|they|hers|his))?$/i
/** In UTF-16 units. */
const longestLine = 160

/** Children whom a line of the title names, and nobody else, with their ages: *Leo Shah, thirteen, and his sister Ava, nine*. */
export function listed(document: Document, names: NameSense): ReadName[] {
  const trusting = trustingly(names)
  for (const line of linesOf(document.blocks.slice(0, 6).filter(isTitle), document)) {
    const found = line.length > longestLine ? [] : onlyChildren(line.trim().replace(/\.$/, ''), trusting)
    if (found.length > 0) return found
  }
  return []
}

function onlyChildren(line: string, names: NameSense): ReadName[] {
  const found: ReadName[] = []
  const ages: number[] = []
  let isBorn = false
  for (const part of line.split(/[,;()]\s*|\s(?:and|&)\s(?=\p{Lu}|\d)/u)) {
    const said = part.trim()
    if (said === '' || saysPronouns.test(said)) continue
    if (saysBirth.test(said) || /^\d{1,2}[./-]\d/.test(said)) {
      isBorn ||= found.length > 0
      continue
    }
    const age = ageIn(said)
    if (age !== null) ages.push(age)
    else {
      const alone = said.replace(asSibling(), '').replace(/^and /, '')
      if (leadingName(alone, names) !== alone) return []
      found.push({name: alone, age: null, born: null})
    }
  }
  if (ages.length === 0 && !isBorn) return []
  return found.map((each, n) => ({...each, age: ages.length === found.length ? (ages[n] as number) : null}))
}

const inMonths = /^\d+ ?(?:m|mths?|months?|w|wks?|weeks?)\b/

function ageIn(text: string): number | null {
  const age = saysAge.exec(text)?.[1]
  if (age === undefined) return null
  return inMonths.test(text.slice(text.indexOf(age))) ? 0 : ageOf(age)
}

/** A child whose name is a line of the title by itself: *HOME VISIT*, *Leo Shah*. */
export function alone(document: Document, names: NameSense): ReadName[] {
  for (const line of linesOf(document.blocks.slice(0, 3).filter(isTitle), document)) {
    const name = line.trim()
    if (name !== '' && name.length < 60 && leadingName(name, names) === name) return [{name, age: null, born: null}]
  }
  return []
}

const inWords = onAsking(
  () =>
    new RegExp(
      `\\b(?:(?:report|letter|analysis|statement|note|record|paper|page) (?:is|was) (?:written )?(?:about|for)|(?:report|letter|analysis|statement) concerns|asked (?:me )?to (?:write|report) (?:about|on)|guardian (?:for|of|to)|in respect of|on behalf of) ${names1}`,
      'u'
    )
)

/** Children of whom the first paragraphs say that the paper is about them. */
export function introduced(document: Document, names: NameSense): ReadName[] {
  for (const {kind, start, end} of document.blocks.slice(0, 10)) {
    if (kind !== 'paragraph') continue
    const match = inWords().exec(document.text.slice(start, Math.min(end, start + 400)).replaceAll('\n', ' '))
    const found = match ? readNames((match[1] as string).replace(/[.!?](?:\s.*)?$/u, ''), names) : []
    if (found.length > 0) return found
  }
  return []
}

const opensValue = wordSet(
  'The Not No None See Family Court Report Section Letter Yes All School About Your My Our His Her This A An'
)

/** On a cover even a word that may be something else is a name: *Child: April Jones*. */
const trustingly = (names: NameSense): NameSense => ({
  ...names,
  isName: (word) =>
    /^\p{Lu}\p{Ll}/u.test(word) && (names.isName(word) || !(opensValue.has(word) || names.titles.has(fold(word))))
})

const capitals = onAsking(() => /\p{Lu}{2,}(?:['’-]\p{Lu}+)*(?:\s+\p{Lu}{2,}(?:['’-]\p{Lu}+)*)*/gu)

const titleCase = (word: string): string =>
  word.replace(/\p{Lu}+/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase())

/** Names that a cover writes in capitals only, *ZEPHYR KINNEAR*, as the paper writes the first of them elsewhere. */
function inSmallLetters(text: string, document: Document, {isName}: NameSense): string {
  if (!/\p{Lu}{2}/u.test(text)) return text
  return text.replace(/(?<=[\s)])AND(?=\s)/g, 'and').replace(capitals(), (name) => {
    const first = titleCase(firstName(name))
    return isName(first) && document.text.includes(first) ? titleCase(name) : name
  })
}

/** Children whom cover lines and tables name. */
export function covered(document: Document, names: NameSense): ReadName[] {
  const labels = findLabelled(document)
  const found: ReadName[] = []
  const add = (more: readonly ReadName[]) => {
    for (const each of more)
      if (!found.some(({name}) => plainName(firstName(name)) === plainName(firstName(each.name)))) found.push(each)
  }
  const hasAge = labels.some(({label}) => ageLabel.test(label))
  const trusting = trustingly(names)
  for (const {label, value: written, column} of labels) {
    const value = inSmallLetters(written, document, names)
    if (childLabel.test(value) || nameLabel.test(value)) continue
    if (childLabel.test(label)) {
      const strict = /^(?:re|subject|regarding|concerning|about|on behalf of)$/i.test(label)
      const direct = readNames(value, strict ? names : trusting)
      if (direct.length > 0) add(direct)
      else {
        const inside = aboutName().exec(value)
        if (inside) add(readNames(inside[1] as string, names))
      }
    } else if (!column && nameLabel.test(label) && hasAge) add(readNames(value, names))
  }
  const ages = labels.filter(({label}) => /^ages?$/i.test(label))
  return found.map((each, n) => {
    const years =
      found.length === ages.length
        ? ageOf((ages[n]?.value ?? '').trim().split(/\s/)[0] as string)
        : found.length === 1 && ages[0]
          ? ageOf(ages[0].value.split(/\s/)[0] as string)
          : null
    return {...each, age: each.age ?? years}
  })
}

/** Rows of a table whose columns are a name and an age: family members are in it too, so only the young count. */
export function inColumns(document: Document, names: NameSense): ReadName[] {
  const heads = columnHeads(document)
  const rows = new Map<string, {named: string; age: number | null; role: string}>()
  for (const block of document.blocks) {
    if (!block.cell || block.cell.row === 1) continue
    const head = heads.get(block.cell.table)?.get(block.cell.column)?.replace(/:$/, '').trim() ?? ''
    const key = `${block.cell.table}/${block.cell.row}`
    const row = rows.get(key) ?? {named: '', age: null, role: ''}
    const text = document.text.slice(block.start, block.end).trim()
    if (nameLabel.test(head) || childLabel.test(head)) row.named ||= text
    else if (/^age/i.test(head)) row.age = ageOf(text.split(/\s/)[0] as string)
    else if (/relation|role|who|status|party|capacity/i.test(head)) row.role = fold(text)
    rows.set(key, row)
  }
  const trusting = trustingly(names)
  return [...rows.values()].flatMap(({named, age, role}) => {
    // Beside a child's age even Mali and April are names.
    const [name] = readNames(named, age === null ? names : trusting)
    return name && !grownUp.test(role) ? [{...name, age: name.age ?? age}] : []
  })
}

const grownUp =
  /half|step|mother|father|parent|brother|sister|sibling|aunt|uncle|grand|carer|worker|partner|applicant|respondent|guardian/

const beforeAge = wordSet('is was who has just now turned age aged nearly almost only will be still already')

/** Names with a child's age beside them: *Marisol is six*, *Idris (12)*, *nine-year-old Nell*, *their son, Leo*. */
export function withAges(
  tokens: Tokens,
  names: NameSense,
  others: ReadonlyMap<string, Other>
): Map<string, {name: string; age: number | null; times: number}> {
  const found = new Map<string, {name: string; age: number | null; times: number}>()
  const add = (i: number, age: number | null) => {
    const name = nameAt(tokens, i, i + 1)
    const key = plainName(name)
    if (others.get(key)?.adult) return
    const known = found.get(key)
    found.set(key, {name: known?.name ?? name, age: known?.age ?? age, times: (known?.times ?? 0) + 1})
  }
  const nameEnding = (i: number): number => {
    if (!isNameWord(tokens, i, names)) return -1
    let from = i
    while (from > 0 && tokens.gap[from] === Gap.joined && isNameWord(tokens, from - 1, names)) from--
    return from
  }
  const wordAge = byForm(tokens, (i) => ageOf(tokens.word[i] as string))
  const isTelling = (word: string): boolean => offspring.has(word) || word === 'dob' || word === 'born'
  for (const i of placesOf(tokens, (i) => wordAge(i) !== null || isTelling(tokens.word[i] as string))) {
    if (i === 0) continue
    const word = tokens.word[i] as string
    const age = wordAge(i)
    if (age !== null) {
      let at = i - 1
      const bracketed = /[(,]\s*(?:aged?\s*)?$/.test(
        tokens.text.slice(Math.max(0, (tokens.start[i] as number) - 8), tokens.start[i])
      )
      while (at > 0 && at > i - 5 && beforeAge.has(tokens.word[at])) at--
      const verbal = at < i - 1
      const next = tokens.text.slice(tokens.end[i] as number, (tokens.end[i] as number) + 12)
      const closes = verbal
        ? /^(?:\s*[.,;):!?]|\s+(?:and|years?|but|now|this|on|in|at|next|today|today)\b|-|$)/i.test(next)
        : /^\s*(?:[),]|years?\b|months?\b|$)/i.test(next)
      const from = nameEnding(at)
      if (from >= 0 && closes && (verbal || bracketed) && tokens.block[from] === tokens.block[i]) add(from, age)
      if (tokens.word[i + 1] === 'year' && tokens.word[i + 2] === 'old' && isNameWord(tokens, i + 3, names))
        add(i + 3, age)
    } else if (
      offspring.has(word) &&
      word !== 'child' &&
      tokens.sentence[i + 1] === tokens.sentence[i] &&
      isNameWord(tokens, i + 1, names)
    )
      add(i + 1, null)
    else if (
      (word === 'dob' || word === 'born') &&
      /[(,]\s*$/.test(tokens.text.slice(Math.max(0, (tokens.start[i] as number) - 3), tokens.start[i]))
    ) {
      const from = nameEnding(i - 1)
      if (from >= 0) add(from, null)
    }
  }
  return found
}

export interface Count {
  readonly name: string
  times: number
  /** How often no other name came after it. */
  alone: number
  headings: number
  /** It stood where only a name has a capital: inside a sentence, or before a verb of people. */
  sure: boolean
}

const doing = wordSet(
  'is was has had told tells said says wants would will likes loves does did lives asked drew showed seems needs should feels thinks can could came went chose played'
)

/** The last word of a name written with hyphens, *Lacey-Mae*; the word itself in any other. */
function lastOfHyphened(tokens: Tokens, i: number, names: NameSense): number {
  let last = i
  while (isNameWord(tokens, last + 1, names) && /^[-\u2010\u2011]$/.test(between(tokens, last))) last++
  return last
}

const between = ({text, end, start}: Tokens, i: number): string => text.slice(end[i], start[i + 1])

const beforePlaces = wordSet('in at from near to of through')

/** How often each possible first name stands in the text, and in headings. */
export function counted(document: Document, tokens: Tokens, names: NameSense): Map<string, Count> {
  const found = new Map<string, Count>()
  for (const i of names.places) {
    const joined = tokens.gap[i] === Gap.joined && tokens.sentence[i - 1] === tokens.sentence[i]
    if (joined && (isNameWord(tokens, i - 1, names) || names.titles.has(tokens.base[i - 1] as string))) continue
    const last = lastOfHyphened(tokens, i, names)
    const owns = tokens.word[last] !== tokens.base[last]
    // After these a capital is mostly a place.
    if (joined && !owns && beforePlaces.has(tokens.word[i - 1])) continue
    const name = nameAt(tokens, i, last + 1)
    const heading = document.blocks[tokens.block[i] as number]?.kind === 'heading'
    const count = found.get(plainName(name)) ?? {name, times: 0, alone: 0, headings: 0, sure: false}
    count.times++
    if (!isNameWord(tokens, last + 1, names) || tokens.gap[last + 1] !== Gap.joined) count.alone++
    if (heading) count.headings++
    else if (joined || owns || doing.has(tokens.word[last + 1])) count.sure = true
    found.set(plainName(name), count)
  }
  return found
}
