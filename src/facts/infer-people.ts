import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import type {DocumentType} from '../model/result.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {ageOf, firstName, leadingName, type NameSense, nameSense, plainName, type ReadName, readNames} from './names.ts'
import {columnHeads, findGreeting, findLabelled} from './outline.ts'

export interface InferredChild {
  readonly name: string
  readonly age: number | null
}

export interface InferredPeople {
  readonly children: readonly InferredChild[]
  /** Other people, as named. */
  readonly people: readonly string[]
}

const childLabel =
  /^(?:about|re|regarding|concerning|subject|(?:the )?child(?:ren)?|(?:the )?child\(ren\)|subject child(?:ren)?|children (?:discussed|seen|concerned)|child (?:discussed|seen|concerned)|(?:the )?young (?:person|people)|young person(?:'|’)?s (?:full )?name|(?:the )?child(?:ren)?(?:'|’)?s? ?(?:'|’)?(?: full| first)? names?|names?(?:\(s\))? of (?:the )?(?:subject )?(?:child(?:ren)?|child\(ren\)|young person)|who (?:this|it) is about|discussing|on behalf of|about whom)$/i
const nameLabel = /^(?:name|names|full name|first name|forename|name\(s\)|forename\(s\)|preferred name|known as)$/i
const ageLabel = /^(?:age|ages|d\.?o\.?b\.?|date of birth|dates? of birth|born|year group|school year|pronouns)$/i
const adultLabel =
  /\b(?:from|by|author|signed|worker|guardian|mother|father|parents?|mum|dad|present|attended|attendees|attending|apologies|supervisor|supervisee|chair|applicants?|respondents?|judge|solicitor|to|cc|carers?|teacher|school|manager|advis[eo]r|officer|practitioner|partner|grandmother|grandfather|grandparents?|aunt|uncle|brothers?|sisters?|siblings|contact|with|recorded|note|who)\b/i

/** Words after which a name is a child's of this document, though they are kin words. */
const offspring = new Set('son daughter child children baby boy girl sons daughters twins twin'.split(' '))

/** Names of adults and of children who are not this document's, found beside a kin word, role, title or adult's label. */
function findOthers(document: Document, tokens: Tokens, names: NameSense): Map<string, string> {
  const others = new Map<string, string>()
  const add = (name: string) => {
    const key = plainName(firstName(name))
    if (!others.has(key) || (others.get(key) as string).length < name.length) others.set(key, name)
  }
  for (const {label, value} of findLabelled(document)) {
    if (childLabel.test(label) || !adultLabel.test(label) || label.split(/\s+/).length > 5) continue
    for (const part of value.split(/[,;()/]|\band\b|&/)) {
      const name = leadingName(part.trim(), names.isName)
      if (name) add(name)
    }
  }
  const isKin = (i: number): boolean => {
    const word = tokens.base[i]
    return word !== undefined && (names.kin.has(word) || names.roles.has(word)) && !offspring.has(word)
  }
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]
    if (shape !== Shape.capital && shape !== Shape.mixed) continue
    if (i > 0 && isNameWord(tokens, i - 1, names) && tokens.gap[i] === Gap.joined) continue
    if (!isNameWord(tokens, i, names)) continue
    let to = i + 1
    while (
      to < i + 4 &&
      to < tokens.count &&
      tokens.gap[to] === Gap.joined &&
      isNameWord(tokens, to, names) &&
      tokens.base[to - 1] === tokens.word[to - 1]
    )
      to++
    const name = tokens.text.slice(tokens.start[i], tokens.end[to - 1]).replace(/['’]s$/, '')
    const before = i - 1
    const sameSentence = before >= 0 && tokens.sentence[before] === tokens.sentence[i]
    if (
      sameSentence &&
      names.titles.has((tokens.base[before] as string).replace(/\.$/, '')) &&
      tokens.shape[before] === Shape.capital
    ) {
      others.set(
        plainName(`${tokens.base[before]} ${name}`),
        `${tokens.text.slice(tokens.start[before], tokens.end[before])} ${name}`
      )
      continue
    }
    // "her mother, Rachel Clarke" and "his friend Tom"; a possessive before a name makes it somebody else's relative.
    const named =
      sameSentence &&
      (isKin(before) ||
        /^(?:friend|cousin|stepdad|stepmum|dog|cat|rabbit|hamster|pony|puppy|called|named|wife|husband)$/.test(
          tokens.base[before] ?? ''
        ))
    if (named && tokens.word[before] === tokens.base[before]) {
      add(name)
      continue
    }
    if (
      sameSentence &&
      tokens.word[before] === 'is' &&
      tokens.word[before - 1] === 'name' &&
      tokens.word[before - 2] === 'my'
    ) {
      add(name)
      continue
    }
    // "Rachel Clarke, Nell's mother", "Tara (mother)", "Sunita Kulkarni, Family Court Adviser".
    if (to < tokens.count && tokens.gap[to] === Gap.broken && tokens.block[to] === tokens.block[i]) {
      for (
        let ahead = to;
        ahead < to + 4 && ahead < tokens.count && tokens.sentence[ahead] === tokens.sentence[i];
        ahead++
      ) {
        if (ahead > to && tokens.gap[ahead] !== Gap.joined) break
        if (offspring.has(tokens.base[ahead] as string)) break
        if (isKin(ahead) || isRolePhrase(tokens, ahead, names)) {
          add(name)
          break
        }
      }
    }
  }
  for (const name of signatures(document, names)) add(name)
  return others
}

const isNameWord = (tokens: Tokens, i: number, names: NameSense): boolean =>
  i >= 0 && i < tokens.count && names.isName(tokens.text.slice(tokens.start[i], tokens.end[i]).replace(/['’]s$/, ''))

function isRolePhrase(tokens: Tokens, i: number, names: NameSense): boolean {
  let phrase = ''
  for (let n = i; n < i + 3 && n < tokens.count && (n === i || tokens.gap[n] === Gap.joined); n++) {
    phrase = phrase ? `${phrase} ${tokens.word[n]}` : (tokens.word[n] as string)
    if (names.roles.has(phrase)) return true
  }
  return false
}

/** Names that stand alone in one of the last blocks: who signed. */
function signatures(document: Document, names: NameSense): string[] {
  const found: string[] = []
  const body = document.blocks.filter(({kind}) => kind === 'paragraph' || kind === 'heading')
  for (const block of body.slice(-5)) {
    for (const line of document.text.slice(block.start, block.end).split('\n')) {
      const initials = line
        .trim()
        .replace(/^(?:\p{Lu}\.\s*)+/u, '')
        .replace(
          /^(?:(?:yours|kind|warm|best|with|love|from|many|regards|wishes|sincerely|faithfully|bye|take|care|see|you|soon)\b[\s,]*)+/iu,
          ''
        )
      const name = leadingName(initials, names.isName)
      if (
        name &&
        initials.length - name.length < 45 &&
        initials.split(/\s+/).length <= 8 &&
        /^(?:[\s,(–—-].*)?$/u.test(initials.slice(name.length)) &&
        !/[.!?]$/.test(initials.trim())
      )
        found.push(name)
    }
  }
  return found
}

/** Children that the greeting of a letter names. */
function greeted(document: Document): ReadName[] {
  const greeting = findGreeting(document)
  if (!greeting) return []
  const ordinary =
    /^(?:there|all|both|everyone|child|young|you|again|little|big|my|the|sir|madam|friend|kids|boys|girls|guys|love)$/i
  return readNames(greeting.whom, (word) => /^\p{Lu}/u.test(word) && !ordinary.test(word) && fold(word) !== 'i')
}

const names1 = "(\\p{Lu}[\\p{L}\\p{M}'’-]+.*)$"
const aboutName = new RegExp(
  `\\b(?:about|concerning|regarding|re|for|to|on|with|of|from|goodbye|hello|hi|bye|dear|seen?|visit(?:ing)?)[,:]?\\s+${names1}`,
  'u'
)
const colonName = new RegExp(`(?:[:|–—]|\\s-)\\s*${names1}`, 'u')

/** Children whom a title names: *Report about Lakshmi*, *Letter to Dominik*, *Supervision record: Jonah*. */
function titled(document: Document, names: NameSense, type: DocumentType): ReadName[] {
  const titles = document.blocks.filter(({kind}) => kind !== 'code' && kind !== 'guidance').slice(0, 4)
  for (const block of titles) {
    const text = document.text.slice(block.start, block.end).trim()
    if (block.kind !== 'heading' && (text.split(/\s+/).length > 12 || /[.!?]$/.test(text))) continue
    if (block.cell) continue
    for (const line of text.split('\n')) {
      let rest = line
      for (let match = aboutName.exec(rest); match; match = aboutName.exec(rest)) {
        const word = match[0].split(/[\s,:]/)[0] as string
        const found = readNames(match[1] as string, names.isName)
        const byAuthor = (word === 'from' || word === 'of') && type !== 'record'
        const toCourt = word === 'to' && type !== 'letter'
        if (found.length > 0 && !byAuthor && !toCourt) return found
        rest = match[1] as string
      }
      const colon = colonName.exec(line)
      const after = colon ? readNames(colon[1] as string, names.isName) : []
      if (after.length > 0) return after
      // "Leo Ahmed: section 7 report", "Kaya's letter".
      const leads = /^(.+?)(?:['’]s?\s|\s*[:–—|]|\s-\s)/u.exec(line)
      const before = leads ? readNames(leads[1] as string, names.isName) : []
      if (before.length > 0) return before
    }
  }
  return []
}

/** Children whom cover lines and tables name. */
function covered(document: Document, names: NameSense): ReadName[] {
  const labels = findLabelled(document)
  const found: ReadName[] = []
  const add = (more: readonly ReadName[]) => {
    for (const each of more)
      if (!found.some(({name}) => plainName(firstName(name)) === plainName(firstName(each.name)))) found.push(each)
  }
  const hasAge = labels.some(({label}) => ageLabel.test(label))
  // On a cover even a word that may be something else is a name: "Child: April Jones".
  const trusting = (word: string): boolean =>
    /^\p{Lu}\p{Ll}/u.test(word) &&
    (names.isName(word) ||
      !/^(?:The|Not|No|None|See|Family|Court|Report|Section|Letter|Yes|All|School|About|Your|My|Our|His|Her|This|A|An|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
        word
      ))
  for (const {label, value} of labels) {
    if (childLabel.test(label)) {
      const strict = /^(?:re|subject|regarding|concerning|about|on behalf of)$/i.test(label)
      const direct = readNames(value, strict ? names.isName : trusting)
      if (direct.length > 0) add(direct)
      else {
        const inside = aboutName.exec(value)
        if (inside) add(readNames(inside[1] as string, names.isName))
      }
    } else if (nameLabel.test(label) && hasAge) add(readNames(value, names.isName))
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
function inColumns(document: Document, names: NameSense): ReadName[] {
  const heads = columnHeads(document)
  const rows = new Map<string, {name: ReadName | null; age: number | null; role: string}>()
  for (const block of document.blocks) {
    if (!block.cell || block.cell.row === 1) continue
    const head = heads.get(block.cell.table)?.get(block.cell.column)?.replace(/:$/, '').trim() ?? ''
    const key = `${block.cell.table}/${block.cell.row}`
    const row = rows.get(key) ?? {name: null, age: null, role: ''}
    const text = document.text.slice(block.start, block.end).trim()
    if (nameLabel.test(head) || childLabel.test(head)) row.name ??= readNames(text, names.isName)[0] ?? null
    else if (/^age/i.test(head)) row.age = ageOf(text.split(/\s/)[0] as string)
    else if (/relation|role|who|status/i.test(head)) row.role = fold(text)
    rows.set(key, row)
  }
  return [...rows.values()].flatMap(({name, age, role}) =>
    name && !/half|step|mother|father|parent|brother|sister|sibling|aunt|uncle|grand|carer|worker|partner/.test(role)
      ? [{...name, age: name.age ?? age}]
      : []
  )
}

/** Names with a child's age beside them: *Marisol is six*, *Idris (12)*, *nine-year-old Nell*, *their son, Leo*. */
function withAges(
  tokens: Tokens,
  names: NameSense,
  others: ReadonlyMap<string, string>
): Map<string, {name: string; age: number | null; times: number}> {
  const found = new Map<string, {name: string; age: number | null; times: number}>()
  const add = (i: number, age: number | null) => {
    const name = tokens.text.slice(tokens.start[i], tokens.end[i]).replace(/['’]s?$/, '')
    const key = plainName(name)
    if (others.has(key)) return
    const known = found.get(key)
    found.set(key, {name: known?.name ?? name, age: known?.age ?? age, times: (known?.times ?? 0) + 1})
  }
  const nameEnding = (i: number): number => {
    if (!isNameWord(tokens, i, names)) return -1
    let from = i
    while (from > 0 && tokens.gap[from] === Gap.joined && isNameWord(tokens, from - 1, names)) from--
    return from
  }
  for (let i = 1; i < tokens.count; i++) {
    const word = tokens.word[i] as string
    const age = ageOf(word)
    if (age !== null) {
      let at = i - 1
      const bracketed = /[(,]\s*(?:aged?\s*)?$/.test(
        tokens.text.slice(Math.max(0, (tokens.start[i] as number) - 8), tokens.start[i])
      )
      while (
        at > 0 &&
        at > i - 5 &&
        /^(?:is|was|who|has|just|now|turned|aged|age|nearly|almost|only|will|be|still|already)$/.test(
          tokens.word[at] as string
        )
      )
        at--
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

/** How often each possible first name stands in the text, and in headings. */
function counted(
  document: Document,
  tokens: Tokens,
  names: NameSense
): Map<string, {name: string; times: number; headings: number}> {
  const found = new Map<string, {name: string; times: number; headings: number}>()
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] !== Shape.capital && tokens.shape[i] !== Shape.mixed) continue
    if (!isNameWord(tokens, i, names)) continue
    const joined = i > 0 && tokens.gap[i] === Gap.joined && tokens.sentence[i - 1] === tokens.sentence[i]
    if (joined && (isNameWord(tokens, i - 1, names) || names.titles.has(tokens.base[i - 1] as string))) continue
    // After these a capital is mostly a place.
    if (
      joined &&
      /^(?:in|at|from|near|to|of|through)$/.test(tokens.word[i - 1] as string) &&
      tokens.word[i] === tokens.base[i]
    )
      continue
    const name = tokens.text.slice(tokens.start[i], tokens.end[i]).replace(/['’]s?$/, '')
    const known = found.get(plainName(name)) ?? {name, times: 0, headings: 0}
    known.times++
    if (document.blocks[tokens.block[i] as number]?.kind === 'heading') known.headings++
    found.set(plainName(name), known)
  }
  return found
}

/** The whole name by which a paper first calls somebody known by a first name. */
function wholeName(name: string, tokens: Tokens, names: NameSense): string {
  if (/\s/.test(name)) return name
  const wanted = fold(name)
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (tokens.word[i] !== wanted || tokens.shape[i] === Shape.lower || tokens.gap[i + 1] !== Gap.joined) continue
    let to = i + 1
    while (
      to < i + 3 &&
      to < tokens.count &&
      tokens.gap[to] === Gap.joined &&
      tokens.sentence[to] === tokens.sentence[i] &&
      isNameWord(tokens, to, names)
    )
      to++
    if (to > i + 1) return tokens.text.slice(tokens.start[i], tokens.end[to - 1]).replace(/['’]s$/, '')
  }
  return name
}

/**
 * Whom a document is about and who else is in it, from its own words: the greeting, the title, the cover, ages, and
 * when there is nothing else the name that it says most.
 */
export function inferPeople(
  document: Document,
  tokens: Tokens,
  people: PeopleWords,
  type: DocumentType
): InferredPeople {
  const names = nameSense(tokens, people)
  const others = findOthers(document, tokens, names)
  const aged = withAges(tokens, names, others)
  const chosen = choose(document, tokens, names, others, aged, type)
  const children = chosen.map(({name, age}) => ({
    name: type === 'letter' ? name : wholeName(name, tokens, names),
    age: age ?? aged.get(plainName(firstName(name)))?.age ?? null
  }))
  const isChild = new Set(children.map(({name}) => plainName(firstName(name))))
  return {children, people: [...others].filter(([key]) => !isChild.has(key)).map(([, name]) => name)}
}

function choose(
  document: Document,
  tokens: Tokens,
  names: NameSense,
  others: ReadonlyMap<string, string>,
  aged: ReadonlyMap<string, {name: string; age: number | null; times: number}>,
  type: DocumentType
): readonly {name: string; age: number | null}[] {
  const notAdult = ({name}: {name: string}): boolean => !others.has(plainName(firstName(name)))
  if (type === 'letter') {
    const inGreeting = greeted(document)
    if (inGreeting.length > 0) return inGreeting
  }
  const onCover = covered(document, names)
  const inTable = inColumns(document, names)
  const inTitle = titled(document, names, type)
  const stated = merge(
    [onCover, inTable, inTitle].map((each) =>
      each.filter((child) => type === 'letter' || notAdult(child) || aged.has(plainName(firstName(child.name))))
    )
  )
  if (stated.length > 0) return stated
  const counts = counted(document, tokens, names)
  const byAge = [...aged.values()].filter(({name}) => (counts.get(plainName(name))?.times ?? 0) >= 2 || aged.size === 1)
  const often = [...counts.entries()]
    .filter(([key]) => !others.has(key))
    .sort(([, a], [, b]) => b.headings * 3 + b.times - (a.headings * 3 + a.times))
  const headed = often.filter(([, {headings, times}]) => headings > 0 && times > 1)
  if (byAge.length > 0) {
    // Somebody else's age is told in passing; a child of the paper is spoken of all through it.
    const most = Math.max(...byAge.map(({name}) => counts.get(plainName(name))?.times ?? 1))
    return byAge.filter(({name}) => (counts.get(plainName(name))?.times ?? 1) * 4 >= most)
  }
  if (headed.length > 0) return headed.map(([, {name}]) => ({name, age: null}))
  const [first] = often
  return first && first[1].times >= 2 && type !== 'correspondence'
    ? [{name: first[1].name, age: null}]
    : first && first[1].times >= 2
      ? [{name: first[1].name, age: null}]
      : []
}

function merge(lists: readonly (readonly ReadName[])[]): ReadName[] {
  const found: ReadName[] = []
  for (const list of lists)
    for (const each of list) {
      const at = found.findIndex(({name}) => plainName(firstName(name)) === plainName(firstName(each.name)))
      if (at < 0) found.push(each)
      else {
        const known = found[at] as ReadName
        found[at] = {
          name: known.name.length >= each.name.length ? known.name : each.name,
          age: known.age ?? each.age,
          born: known.born ?? each.born
        }
      }
    }
  return found
}
