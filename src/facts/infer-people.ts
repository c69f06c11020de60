import {fold} from '../lexicon/tokenize.ts'
import type {PeopleWords} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import {onAsking} from '../model/once.ts'
import type {DocumentType} from '../model/result.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {
  addressed,
  alone,
  type Count,
  counted,
  covered,
  greeted,
  inColumns,
  introduced,
  isForMany,
  listed,
  titled,
  withAges,
  writtenTo
} from './child-evidence.ts'
import {shortForm} from './infer-called.ts'
import {findOthers, type Other} from './infer-others.ts'
import {firstName, isNameWord, type NameSense, nameSense, plainName, type ReadName} from './names.ts'
import {withoutSlots} from './slots.ts'

export interface InferredChild {
  readonly name: string
  readonly age: number | null
  /** A short form that the paper uses instead of the first name. */
  readonly shortForm: string | null
}

export interface InferredPeople {
  /** Whom the paper is about; worked out when asked for, since most papers are told. */
  readonly children: () => readonly InferredChild[]
  /** People beside a title, a kin word or a role, as named: a brother may still be a child of the paper. */
  readonly others: readonly string[]
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
      // In a title the next line begins with a capital too.
      tokens.text.slice(tokens.end[to - 1], tokens.start[to]) === ' ' &&
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
  return {
    children: onAsking(() => inferChildren(document, tokens, names, others, type)),
    others: [...others.values()].map(({name}) => name)
  }
}

function inferChildren(
  document: Document,
  tokens: Tokens,
  names: NameSense,
  others: ReadonlyMap<string, Other>,
  type: DocumentType
): readonly InferredChild[] {
  const aged = withAges(tokens, names, others)
  const counts = counted(document, tokens, names)
  const chosen = choose(document, names, others, aged, counts, type)
  return chosen.map(({name, age}) => ({
    shortForm: shortForm(name, counts),
    name: type === 'letter' ? name : wholeName(name, tokens, names),
    age: age ?? aged.get(plainName(firstName(name)))?.age ?? null
  }))
}

function choose(
  document: Document,
  names: NameSense,
  others: ReadonlyMap<string, Other>,
  aged: ReadonlyMap<string, {name: string; age: number | null; times: number}>,
  counts: ReadonlyMap<string, Count>,
  type: DocumentType
): readonly {name: string; age: number | null}[] {
  const adult = ({name}: {name: string}): boolean => others.get(plainName(firstName(name)))?.adult ?? false
  if (type === 'letter') {
    const inGreeting = greeted(document, names)
    if (inGreeting.length > 0)
      return merge([
        inGreeting,
        notGreeted(inGreeting, document, names, counts).filter((each) => each.age !== null || !adult(each))
      ])
    const spokenTo = addressed(document, names).filter((each) => !adult(each))
    if (spokenTo.length > 0) return spokenTo
    // Whoever is named in a leaflet has been asked for it, or drew for it.
    if (isForMany(document)) return []
  }
  const mine = (children: readonly ReadName[]): readonly ReadName[] =>
    children.filter((child) => child.age !== null || !adult(child) || aged.has(plainName(firstName(child.name))))
  const stated = merge([
    covered(document, names),
    mine(inColumns(document, names)),
    mine(listed(document, names)),
    mine(titled(document, names, type))
  ])
  if (stated.length > 0) return stated
  const onItsOwn = mine(alone(document, names)).filter(
    ({name}) => (counts.get(plainName(firstName(name)))?.alone ?? 0) > 1
  )
  if (onItsOwn.length > 0) return onItsOwn
  const told = mine(introduced(document, names))
  if (told.length > 0) return told
  const times = (name: string): number => counts.get(plainName(name))?.times ?? 1
  const byAge = [...aged.values()].filter(
    ({name}) => !others.has(plainName(name)) && (times(name) >= 2 || aged.size === 1)
  )
  if (byAge.length > 0) {
    // Somebody else's age is told in passing; a child of the paper is spoken of all through it.
    const most = Math.max(...byAge.map(({name}) => times(name)))
    return byAge.filter(({name}) => times(name) * 4 >= most)
  }
  // A name is looked for in the whole text, so that this is asked last, and of few.
  const text = withoutSlots(document.text)
  const isWritten = ({name}: Count): boolean => text.includes(name)
  const isOther = (key: string): boolean => {
    const other = others.get(key)
    return other !== undefined && !(type === 'record' && other.onlyThere)
  }
  const often = [...counts].filter(([key, {sure}]) => sure && !isOther(key)).map(([, count]) => count)
  const headed = often.filter((count) => count.headings > 0 && count.times > 1 && isWritten(count))
  if (headed.length > 0) return headed.map(({name}) => ({name, age: null}))
  const first = often.toSorted((a, b) => b.times - a.times).find(isWritten)
  if (first) return [{name: first.name, age: null}]
  return type === 'record' ? ofTheFamily(others, counts) : []
}

/** Of those to whom a letter says that it is written, the ones whom it does not greet: it greets another of them. */
function notGreeted(
  inGreeting: readonly ReadName[],
  document: Document,
  names: NameSense,
  counts: ReadonlyMap<string, Count>
): readonly ReadName[] {
  const all = writtenTo(document, names)
  const first = ({name}: ReadName): string => plainName(firstName(name))
  const isGreeted = new Set(inGreeting.map(first))
  if (!all.some((each) => isGreeted.has(first(each)))) return []
  return all.filter(
    (each) => isGreeted.has(first(each)) || each.age !== null || (counts.get(first(each))?.times ?? 0) > 2
  )
}

/**
 * Of those who were at a visit, the ones spoken of by first name whose surname a grown-up there has too: *Ava Bright, Noah
 * Bright, Ms Bright, Dee Lowe (social worker)*.
 */
function ofTheFamily(
  others: ReadonlyMap<string, Other>,
  counts: ReadonlyMap<string, Count>
): readonly {name: string; age: null}[] {
  const all = [...others.values()]
  const surname = (name: string): string => plainName(name.split(/\s+/).slice(1).join(' '))
  const families = new Set(all.filter(({adult}) => adult).map(({name}) => surname(name)))
  return all
    .filter(({name, adult}) => !adult && surname(name) !== '' && families.has(surname(name)))
    .filter(({name}) => (counts.get(plainName(firstName(name)))?.alone ?? 0) > 1)
    .map(({name}) => ({name, age: null}))
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
