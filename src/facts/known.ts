import type {Lexicon} from '../lexicon/lexicon.ts'
import type {Declaration, DeclaredChild, Provenance} from '../model/declaration.ts'
import type {Dictionaries, Kind} from '../model/dictionary.ts'
import type {Document} from '../model/document.ts'
import {type DocumentType, documentTypes, type Known, type KnownChild} from '../model/result.ts'
import type {Tokens} from '../model/tokens.ts'
import {calledBy, familyWords} from './infer-called.ts'
import {inferKind, inferType} from './infer-kind.ts'
import {inferLanguage} from './infer-language.ts'
import {type InferredChild, type InferredPeople, inferPeople} from './infer-people.ts'
import {statedOf, statedPronouns, usedPronouns} from './infer-pronouns.ts'
import {firstName, nameSense, plainName} from './names.ts'

type Declared = readonly {readonly from: Provenance; readonly declaration: Declaration}[]

/**
 * All that is known of a document: what was declared, the strongest source first, and what its own words show where
 * nobody said.
 * @param childToCome a slot of the template stands for the child, so that no name in it is the child's
 */
export function know(
  document: Document,
  tokens: Tokens,
  declarations: Declared,
  lexicon: Lexicon,
  childToCome = false
): Known {
  const {dictionaries} = lexicon
  const {type, typeFrom, kind, kindFrom} = whatItIs(document, tokens, declarations, lexicon)
  const inferred = inferPeople(document, tokens, dictionaries.people, type)
  const declared = declarations.find(({declaration}) => declaration.children && declaration.children.length > 0)
  const children = declared
    ? declaredChildren(declared.from, declarations)
    : (childToCome ? [] : inferred.children()).map(
        ({name, age}): KnownChild => ({name, age, knownAs: null, pronouns: null, family: {}, from: 'inferred'})
      )
  const read = declared ? [] : inferred.children()
  const people = [
    ...new Set([
      ...declarations.flatMap(({declaration}) => declaration.people ?? []),
      ...otherPeople(inferred, [...children, ...read])
    ])
  ]
  const language = declarations.find(({declaration}) => declaration.language)?.declaration.language
  return {
    type,
    typeFrom,
    kind: kind?.id ?? null,
    kindFrom: kind ? kindFrom : null,
    language: language ?? inferLanguage(tokens),
    children: children.map((child) => complete(child, children, document, tokens, dictionaries, inferred, type)),
    people,
    template: declarations.find(({declaration}) => declaration.template !== undefined)?.declaration.template ?? false
  }
}

/** The dictionary entry by which a document is judged: its kind's, else its type's. */
export const kindOf = (known: Pick<Known, 'type' | 'kind'>, dictionaries: Dictionaries): Kind | null =>
  dictionaries.kinds.find(({id}) => id === known.kind) ?? dictionaries.kinds.find(({id}) => id === known.type) ?? null

const isType = (word: string): word is DocumentType => (documentTypes as readonly string[]).includes(word)

interface What {
  readonly type: DocumentType
  readonly typeFrom: Provenance
  readonly kind: Kind | null
  readonly kindFrom: Provenance
}

function whatItIs(document: Document, tokens: Tokens, declarations: Declared, lexicon: Lexicon): What {
  for (const {from, declaration} of declarations) {
    const said = declaration.document
    if (!said) continue
    if (isType(said))
      return {type: said, typeFrom: from, kind: inferKind(said, document, tokens, lexicon), kindFrom: 'inferred'}
    const kind = lexicon.dictionaries.kinds.find(({id}) => id === said)
    if (kind) return {type: kind.type, typeFrom: from, kind, kindFrom: from}
  }
  const type = inferType(document, tokens, lexicon)
  return {type, typeFrom: 'inferred', kind: inferKind(type, document, tokens, lexicon), kindFrom: 'inferred'}
}

/** The children of the strongest source that names any, each with what weaker ones say of the same child. */
function declaredChildren(from: Provenance, declarations: Declared): KnownChild[] {
  const lists = declarations.map(({declaration}) => declaration.children ?? [])
  const first = lists.find((list) => list.length > 0) ?? []
  return first.map((child) => {
    const said = lists.flatMap((list) => namesakes(child, first, list))
    const find = <Field extends keyof DeclaredChild>(field: Field) =>
      said.find((each) => each[field] !== undefined)?.[field]
    return {
      name: child.name,
      knownAs: find('knownAs') ?? null,
      pronouns: find('pronouns') ?? null,
      age: find('age') ?? null,
      family: find('family') ?? {},
      from
    }
  })
}

interface Named {
  readonly name: string
}

const sharesFirstName =
  ({name}: Named) =>
  (other: Named): boolean =>
    plainName(firstName(other.name)) === plainName(firstName(name))

const isAlone = (child: Named, children: readonly Named[]): boolean =>
  children.filter(sharesFirstName(child)).length === 1

/**
 * Those of a list who are this one of the children: by the first name, as sources differ in the others; by the whole
 * name where either list has several of that first name.
 */
function namesakes<Other extends Named>(child: Named, children: readonly Named[], list: readonly Other[]): Other[] {
  const found = list.filter(sharesFirstName(child))
  return isAlone(child, children) && found.length === 1
    ? found
    : found.filter(({name}) => plainName(name) === plainName(child.name))
}

/** People of the text who are not children of it, without those whose first name a child of it has. */
function otherPeople({others}: InferredPeople, children: readonly (KnownChild | InferredChild)[]): string[] {
  const own = new Set(
    children.flatMap((child) => {
      const called = 'knownAs' in child ? child.knownAs : child.shortForm
      return [plainName(firstName(child.name)), ...(called ? [plainName(called)] : [])]
    })
  )
  return others.filter((name) => !own.has(plainName(firstName(name))))
}

/** Adds what the text shows of a child to what is known. */
function complete(
  child: KnownChild,
  children: readonly KnownChild[],
  document: Document,
  tokens: Tokens,
  dictionaries: Dictionaries,
  inferred: InferredPeople,
  type: DocumentType
): KnownChild {
  const {text} = document
  const same = (): InferredChild | undefined => namesakes(child, children, inferred.children())[0]
  const age = child.age ?? same()?.age ?? null
  const knownAs =
    child.knownAs ??
    (type === 'letter'
      ? null
      : (calledBy(
          child.name,
          text,
          children.map(({name}) => name)
        ) ??
        same()?.shortForm ??
        null))
  const family =
    Object.keys(child.family).length > 0 || children.length > 1 ? child.family : familyWords(text, dictionaries.people)
  return {
    ...child,
    age,
    knownAs,
    family,
    pronouns: child.pronouns ?? pronounsIn({...child, knownAs}, children, document, tokens, dictionaries)
  }
}

function pronounsIn(
  {name, knownAs}: KnownChild,
  children: readonly KnownChild[],
  document: Document,
  tokens: Tokens,
  {people}: Dictionaries
): string | null {
  const isShared = knownAs === null && !isAlone({name}, children)
  const called = knownAs ?? (isShared ? name : firstName(name))
  const stated = children.length === 1 ? statedPronouns(document.text) : statedFor(called, children, document, tokens)
  // What is used of a first name that two children have tells of neither.
  if (stated || isShared) return stated
  const names = nameSense(tokens, people)
  return (
    usedPronouns(name, document, tokens, names) ?? (knownAs ? usedPronouns(knownAs, document, tokens, names) : null)
  )
}

/**
 * Where there are several children, only a sentence, or the row of a table, that names one of them says whose pronouns it
 * states.
 */
function statedFor(name: string, children: readonly Named[], document: Document, tokens: Tokens): string | null {
  const others = children.map((child) => firstName(child.name)).filter((each) => each !== name)
  for (const {start, end} of tokens.sentences) {
    const sentence = tokens.text.slice(start, end)
    if (sentence.includes(name)) {
      const stated = statedOf(name, others, sentence)
      if (stated) return stated
    }
  }
  return inRowOf(name, document)
}

/** *Leo Shah | 9 | he/him*: what a cell of the row that begins with the name says. */
function inRowOf(name: string, {text, blocks}: Document): string | null {
  let row = ''
  for (const {start, end, cell} of blocks) {
    if (!cell) continue
    const here = `${cell.table}/${cell.row}`
    const words = text.slice(start, end)
    if (cell.column === 1 && words.startsWith(name)) row = here
    else if (row === here) {
      const stated = statedPronouns(words)
      if (stated) return stated
    }
  }
  return null
}
