import {readXml, Token} from '../../read/docx/xml.ts'
import {encodeValue} from '../../read/docx/xml-characters.ts'
import {logicalPrefix} from '../../read/docx/xml-names.ts'

/** How a part spells the names of WordprocessingML. */
export interface Spelling {
  /** What stands before a name, colon and all: `w:`. Attributes need one always, so it is never empty. */
  readonly prefix: string
  /** What an element of ours must declare so that the prefix holds there; empty where the part declares it. */
  readonly declaration: string
}

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * Reads it off the part's root. A part may declare the namespace only as the default one, which attributes cannot use,
 * or give its prefix another meaning further in: then each element of ours declares its own.
 */
export const spellingOf = (source: string): Spelling => {
  const xml = readXml(source)
  if (xml.next() !== Token.open) return declared(transitional)
  const declarations = xml
    .attributes()
    .filter(({name, value}) => /^xmlns(:|$)/.test(name) && logicalPrefix(value) === 'w')
  const address = declarations[0]?.value ?? transitional
  const own = rootPrefix(source)
  const known = declarations.flatMap(({name}) => (name.startsWith('xmlns:') ? [`${name.slice(6)}:`] : []))
  const prefix = known.includes(own) ? own : known[0]
  if (prefix === undefined || isRedeclared(source, prefix)) return declared(address)
  return {prefix, declaration: ''}
}

function declared(address: string): Spelling {
  return {prefix: 'ow:', declaration: ` xmlns:ow="${encodeValue(address)}"`}
}

function isRedeclared(source: string, prefix: string): boolean {
  const first = source.indexOf(`xmlns:${prefix.slice(0, -1)}=`)
  return source.indexOf(`xmlns:${prefix.slice(0, -1)}=`, first + 1) >= 0
}

/** What stands before the name of a part's root, colon and all; empty for nothing. */
export const rootPrefix = (source: string): string => {
  const xml = readXml(source)
  xml.next()
  return /^<([^\s/>:]+:)?/.exec(source.slice(xml.start, xml.start + 256))?.[1] ?? ''
}

/** The name of an element as it is spelt where its tag starts. */
export const spelt = (source: string, tagStart: number): string =>
  /^<\/?([^\s/>]+)/.exec(source.slice(tagStart, tagStart + 256))?.[1] ?? ''
