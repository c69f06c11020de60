import type {Acceptance, Declaration, DeclaredChild} from '../model/declaration.ts'
import {readDeclaredChild} from './declared-child.ts'

/** Names that ourwords gives its properties, and what a template may have called them. */
const names: Readonly<Record<string, keyof Declaration | 'family'>> = {
  document: 'document',
  'document type': 'document',
  'document kind': 'document',
  child: 'children',
  children: 'children',
  'child name': 'children',
  'child’s name': 'children',
  "child's name": 'children',
  family: 'family',
  people: 'people',
  language: 'language',
  accept: 'accept',
  template: 'template'
}

/** Of properties that are not called `ourwords.…`, only a child's name is taken for what it says. */
const takenFromOthers = /^child(?:ren)?$|^child(?:['’]s)? name$/

/** A property that people gave a document: its name and what it says. */
export type Property = readonly [name: string, value: string]

/**
 * What a file says of itself in its custom properties (in Word: File, Info, Properties, Advanced Properties), such as
 * `ourwords.child` = `Amira, she/her, 9` and `ourwords.family` = `mother: Mum; maternal grandmother: Nani`, which is
 * what every child that it names calls them; several values are divided by semicolons. `null` when it says nothing.
 * @param isTemplate the format says that the file is a template
 */
export const declarationIn = (properties: readonly Property[], isTemplate: boolean): Declaration | null => {
  const children: DeclaredChild[] = []
  const family: Record<string, string> = {}
  const people: string[] = []
  const accept: Acceptance[] = []
  let document: string | undefined
  let language: string | undefined
  let template = isTemplate
  for (const [property, value] of properties) {
    switch (meaning(property)) {
      case 'document':
        document = value
        break
      case 'children':
        for (const said of value.split(/[;\n]/)) {
          const child = readDeclaredChild(said)
          if (child !== null) children.push(child)
        }
        break
      case 'family':
        for (const said of divided(value, /[;\n]/)) {
          const at = said.search(/[:=]/)
          const formal = said.slice(0, Math.max(at, 0)).trim()
          const own = said.slice(at + 1).trim()
          if (/^[\p{L} '’-]+$/u.test(formal) && own !== '') family[formal.toLowerCase()] = own
        }
        break
      case 'people':
        for (const person of divided(value, /[,;\n]/)) people.push(person)
        break
      case 'language':
        language = value
        break
      case 'accept':
        for (const term of divided(value, /[,;\n]/)) accept.push({term})
        break
      case 'template':
        template = /^(?:true|yes|1)$/i.test(value)
        break
    }
  }
  const found: Declaration = {
    ...(document === undefined ? {} : {document}),
    ...(children.length === 0
      ? {}
      : {children: Object.keys(family).length === 0 ? children : children.map((child) => ({...child, family}))}),
    ...(people.length === 0 ? {} : {people}),
    ...(language === undefined ? {} : {language}),
    ...(accept.length === 0 ? {} : {accept}),
    ...(template ? {template} : {})
  }
  return Object.keys(found).length === 0 ? null : found
}

/** In UTF-16 units: no name of ours is nearly as long. */
const longestName = 80

function meaning(property: string): keyof Declaration | 'family' | undefined {
  const name = property.trim().slice(0, longestName).toLowerCase()
  const own = /^ourwords[. ](.+?)(?:[. ]?\d+)?$/.exec(name)?.[1]
  const key = own ?? (takenFromOthers.test(name) ? name : '')
  return Object.hasOwn(names, key) ? names[key] : undefined
}

function divided(value: string, divider: RegExp): string[] {
  return value
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
