import {beyondLimit, packageFault} from './package-fault.ts'
import type {Limits} from './package-limits.ts'
import {defaultLimits} from './package-limits.ts'
import {decodeText, decodeValue, hasForbiddenCharacter} from './xml-characters.ts'
import {logicalName, logicalPrefix} from './xml-names.ts'

/** What the reader stands on. An element without contents gives `open` and then, at the same place, `close`. */
export const Token = {finished: 0, open: 1, close: 2, text: 3} as const
export type Token = (typeof Token)[keyof typeof Token]

/**
 * Reads a part from start to end, one token at a time, and remembers nothing but the elements that are open. One
 * object is reused for every token, so that a part of a million tokens costs no more memory than its own source.
 *
 * Every position is an offset into the part's decoded source, so that a writer can splice that very string.
 */
export interface XmlReader {
  /** Moves on and says what is there. Throws `Fault` `not-well-formed`, `dtd-not-allowed`, `too-deep` or `too-large`. */
  next(): Token
  /**
   * Moves past the end of the element that was just opened; `end` is then where its end tag ends. What is skipped is
   * checked as strictly as what is read.
   */
  skip(): void
  /** Of `open` and `close`: our name of the element (see `xml-names.ts`), the same string for the same name. */
  readonly name: string
  /** Of `open` and `close`: how many elements are open, this one included. */
  readonly depth: number
  /** Of `open`: the element has no end tag of its own (`<w:tab/>`). */
  readonly empty: boolean
  /** Where the tag or the text starts and ends in the source. Of a CDATA section: the text inside it. */
  readonly start: number
  readonly end: number
  /** Of `text`: what it says. */
  text(): string
  /** Of `text`: whether it says exactly what its source says: no entity, no CDATA, no carriage return. */
  readonly plain: boolean
  /** Of `open`: the decoded value of an attribute, by our name of it (`w:val`, `r:id`, `Id`, `xml:space`). */
  attribute(name: string): string | undefined
  /** Of `open`: all its attributes, namespace declarations (`xmlns:w`) too. */
  attributes(): readonly {readonly name: string; readonly value: string}[]
  /** Our name of the namespace that a prefix stands for here; `undefined` where it stands for none. */
  namespace(prefix: string): string | undefined
  /** The same object wherever the same namespace declarations hold. */
  scope(): object
  /**
   * Goes from an element that was just opened to its end tag, which must begin at that offset, without looking at what
   * stands between: only for contents that were read before, at this depth and in this scope.
   */
  leap(to: number): void
}

/** One level of namespace declarations. Names are resolved once for each level and spelling. */
interface Scope {
  readonly outer: Scope | null
  readonly declared: ReadonlyMap<string, string>
  readonly elements: Map<string, string>
  readonly attributes: Map<string, string>
}

const bang = 0x21
const slash = 0x2f
const less = 0x3c
const greater = 0x3e
const question = 0x3f
const equals = 0x3d
const doubleQuote = 0x22
const singleQuote = 0x27

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Ends a name in a tag: a space, `=`, `/`, `>`, or the end of the source (`NaN`). */
const endsName = (code: number): boolean =>
  code <= 0x20 || code === greater || code === slash || code === equals || code === less || Number.isNaN(code)

/** Names as namespaces allow them: at most one colon, no digit or point first. */
const qualified =
  /^(?:([A-Za-z_\u00c0-\u{effff}][\w.\-\u00b7\u00c0-\u{effff}]*):)?([A-Za-z_\u00c0-\u{effff}][\w.\-\u00b7\u00c0-\u{effff}]*)$/u

const fail = (): never => {
  throw packageFault('not-well-formed')
}

const base: Scope = {outer: null, declared: new Map([['xml', 'xml']]), elements: new Map(), attributes: new Map()}

/**
 * Opens a part that was decoded (without a byte-order mark). Document types are refused, so no entity can be declared;
 * nothing recurses, so no nesting can exhaust the stack.
 */
export const readXml = (source: string, limits: Limits = defaultLimits): XmlReader => {
  if (hasForbiddenCharacter(source)) fail()
  const length = source.length
  let at = afterDeclaration(source)
  let scope: Scope = {...base, elements: new Map(), attributes: new Map()}
  /** Of the open elements: their names as spelt, ours, and the scope outside each. */
  const spelt: string[] = []
  const names: string[] = []
  const outside: Scope[] = []
  let depth = 0
  let elements = 0
  let rootSeen = false
  let closing = false
  /** The next `&` at or after the place read last: texts without one need no second look. */
  let ampersand = nextOr(source.indexOf('&', at), length)
  const sectionEnds = source.includes(']]>')
  /** Of the element just opened: where each attribute's name and value start and end, in fours. */
  let attributePlaces = new Int32Array(64)
  let attributeCount = 0
  const attributeNames: string[] = []
  let cdata = false
  let plain = true

  const reader = {
    name: '',
    depth: 0,
    empty: false,
    start: 0,
    end: 0,
    plain: true,
    next,
    skip,
    text,
    attribute,
    attributes,
    namespace,
    scope: () => scope,
    leap
  }
  return reader

  function next(): Token {
    if (closing) {
      closing = false
      return closed(reader.start, reader.end)
    }
    for (;;) {
      if (at >= length) {
        if (depth > 0 || !rootSeen) fail()
        reader.start = reader.end = length
        return Token.finished
      }
      if (source.charCodeAt(at) !== less) {
        const start = at
        at = nextOr(source.indexOf('<', at), length)
        if (depth === 0) {
          if (!onlySpace(source, start, at)) fail()
          continue
        }
        return textToken(start, at, false)
      }
      const code = source.charCodeAt(at + 1)
      if (code === slash) return endTag()
      if (code === question) skipInstruction()
      else if (code === bang) {
        if (source.startsWith('<!--', at)) skipComment()
        else if (source.startsWith('<![CDATA[', at) && depth > 0) {
          const start = at + 9
          const end = source.indexOf(']]>', start)
          if (end < 0) fail()
          at = end + 3
          if (end > start) return textToken(start, end, true)
        } else if (source.startsWith('<!DOCTYPE', at)) throw packageFault('dtd-not-allowed')
        else fail()
      } else return startTag()
    }
  }

  function textToken(start: number, end: number, section: boolean): Token {
    if (end - start > limits.text) throw beyondLimit('text')
    reader.start = start
    reader.end = end
    cdata = section
    plain = !section
    if (ampersand < start) ampersand = nextOr(source.indexOf('&', start), length)
    if (!section) {
      if (ampersand < end) {
        plain = false
        decodeText(source.slice(start, end))
      }
      if (sectionEnds && source.slice(start, end).includes(']]>')) fail()
    }
    reader.plain = plain
    return Token.text
  }

  function startTag(): Token {
    const start = at
    at++
    const nameStart = at
    while (!endsName(source.charCodeAt(at))) at++
    const name = source.slice(nameStart, at)
    attributeCount = 0
    let declares = false
    let empty = false
    for (;;) {
      const before = at
      while (isSpace(source.charCodeAt(at))) at++
      const code = source.charCodeAt(at)
      if (code === greater) {
        at++
        break
      }
      if (code === slash) {
        if (source.charCodeAt(at + 1) !== greater) fail()
        at += 2
        empty = true
        break
      }
      if (at === before) fail()
      if (readAttribute()) declares = true
    }
    if (depth === 0 && rootSeen) fail()
    if (++elements > limits.elements) throw beyondLimit('elements')
    if (depth >= limits.depth) throw beyondLimit('depth')
    rootSeen = true
    outside[depth] = scope
    if (declares) scope = declared(scope)
    if (attributeCount > 0) nameAttributes()
    const resolved = scope.elements.get(name) ?? resolveElement(name)
    spelt[depth] = name
    names[depth] = resolved
    depth++
    reader.name = resolved
    reader.depth = depth
    reader.empty = empty
    reader.start = start
    reader.end = at
    closing = empty
    return Token.open
  }

  /** Reads one attribute and says whether it declares a namespace. */
  function readAttribute(): boolean {
    if (attributeCount >= limits.attributes) throw beyondLimit('attributes')
    const nameStart = at
    while (!endsName(source.charCodeAt(at))) at++
    const nameEnd = at
    while (isSpace(source.charCodeAt(at))) at++
    if (nameEnd === nameStart || source.charCodeAt(at) !== equals) fail()
    at++
    while (isSpace(source.charCodeAt(at))) at++
    const quote = source.charCodeAt(at)
    if (quote !== doubleQuote && quote !== singleQuote) fail()
    const valueStart = at + 1
    at = valueStart
    for (let code = source.charCodeAt(at); code !== quote; code = source.charCodeAt(++at)) {
      if (code === less || Number.isNaN(code)) fail()
    }
    const valueEnd = at
    at++
    if (valueEnd - valueStart > limits.attribute) throw beyondLimit('attribute')
    if (ampersand < valueStart) ampersand = nextOr(source.indexOf('&', valueStart), length)
    if (ampersand < valueEnd) decodeText(source.slice(valueStart, valueEnd))
    const place = attributeCount * 4
    if (place === attributePlaces.length) {
      const larger = new Int32Array(place * 2)
      larger.set(attributePlaces)
      attributePlaces = larger
    }
    attributePlaces[place] = nameStart
    attributePlaces[place + 1] = nameEnd
    attributePlaces[place + 2] = valueStart
    attributePlaces[place + 3] = valueEnd
    attributeCount++
    if (source.charCodeAt(nameStart) === 0x78 && source.startsWith('xmlns', nameStart)) {
      const after = source.charCodeAt(nameStart + 5)
      return nameEnd === nameStart + 5 || after === 0x3a
    }
    return false
  }

  /** Resolves the attributes' names, and refuses one that is given twice, by whatever prefixes. */
  function nameAttributes(): void {
    for (let index = 0; index < attributeCount; index++) {
      const spelling = attributeSpelling(index)
      const name = scope.attributes.get(spelling) ?? resolveAttribute(spelling)
      // Beyond a few, comparing each with each would make an element's cost the square of its attributes.
      if (index <= 8 && attributeNames.lastIndexOf(name, index - 1) >= 0 && index > 0) fail()
      attributeNames[index] = name
    }
    if (attributeCount > 8 && new Set(attributeNames.slice(0, attributeCount)).size !== attributeCount) fail()
  }

  function attributeSpelling(index: number): string {
    return source.slice(attributePlaces[index * 4], attributePlaces[index * 4 + 1])
  }

  function attributeValue(index: number): string {
    const raw = source.slice(attributePlaces[index * 4 + 2], attributePlaces[index * 4 + 3])
    return /[&\r\n\t]/.test(raw) ? decodeValue(raw) : raw
  }

  function declared(outer: Scope): Scope {
    const found = new Map<string, string>()
    for (let index = 0; index < attributeCount; index++) {
      const name = attributeSpelling(index)
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice(6)
      const address = attributeValue(index)
      if (name !== 'xmlns' && (address === '' || !qualified.test(prefix) || prefix.includes(':'))) fail()
      if (prefix === 'xmlns' || (prefix === 'xml') !== (logicalPrefix(address) === 'xml')) fail()
      found.set(prefix, logicalPrefix(address))
    }
    return {outer, declared: found, elements: new Map(), attributes: new Map()}
  }

  function namespace(prefix: string): string | undefined {
    for (let level: Scope | null = scope; level !== null; level = level.outer) {
      const found = level.declared.get(prefix)
      if (found !== undefined) return found
    }
    return undefined
  }

  function resolveElement(name: string): string {
    const parts = qualified.exec(name)
    if (parts === null) return fail()
    const prefix = parts[1] ?? ''
    const known = namespace(prefix)
    if (known === undefined && prefix !== '') fail()
    const resolved = interned(logicalName(known ?? '', parts[2] as string))
    scope.elements.set(name, resolved)
    return resolved
  }

  function resolveAttribute(name: string): string {
    const parts = qualified.exec(name)
    if (parts === null) return fail()
    const known = parts[1] === undefined ? '' : parts[1] === 'xmlns' ? 'xmlns' : namespace(parts[1])
    if (known === undefined) return fail()
    const resolved = interned(logicalName(known, parts[2] as string))
    scope.attributes.set(name, resolved)
    return resolved
  }

  function endTag(): Token {
    const start = at
    const name = depth > 0 ? (spelt[depth - 1] as string) : fail()
    if (!source.startsWith(name, at + 2)) fail()
    at += 2 + name.length
    while (isSpace(source.charCodeAt(at))) at++
    if (source.charCodeAt(at) !== greater) fail()
    at++
    return closed(start, at)
  }

  function closed(start: number, end: number): Token {
    reader.depth = depth
    depth--
    reader.name = names[depth] as string
    reader.start = start
    reader.end = end
    scope = outside[depth] as Scope
    return Token.close
  }

  function skip(): void {
    const own = reader.depth
    while (next() !== Token.close || reader.depth !== own) {
      // Everything up to the element's own end is passed over.
    }
  }

  function leap(to: number): void {
    at = to
    next()
  }

  function skipComment(): void {
    const end = source.indexOf('--', at + 4)
    if (end < 0 || source.charCodeAt(end + 2) !== greater) fail()
    at = end + 3
  }

  function skipInstruction(): void {
    const end = source.indexOf('?>', at + 2)
    const target = /^<\?([^\s?]+)/.exec(source.slice(at, Math.min(end < 0 ? at : end, at + 256)))?.[1]
    if (end < 0 || target === undefined || target.toLowerCase() === 'xml' || !qualified.test(target)) fail()
    at = end + 2
  }

  function text(): string {
    const raw = source.slice(reader.start, reader.end)
    return cdata ? raw.replace(/\r\n?/g, '\n') : decodeText(raw)
  }

  function attribute(name: string): string | undefined {
    for (let index = 0; index < attributeCount; index++)
      if (attributeNames[index] === name) return attributeValue(index)
    return undefined
  }

  function attributes(): readonly {readonly name: string; readonly value: string}[] {
    return Array.from({length: attributeCount}, (_, index) => ({
      name: attributeNames[index] as string,
      value: attributeValue(index)
    }))
  }
}

/** The one copy of a name that property keys and literals have: two of them are compared at a glance. */
function interned(name: string): string {
  return Object.keys({[name]: null})[0] as string
}

function nextOr(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found
}

function onlySpace(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(source.charCodeAt(at))) return false
  return true
}

/** Where the first token is. A declaration must be of XML 1.0 and in an encoding that was decoded. */
function afterDeclaration(source: string): number {
  if (!/^<\?xml\s/.test(source)) return 0
  const declaration =
    /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"([\w.-]+)"|'([\w.-]+)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/.exec(
      source.slice(0, 512)
    )
  if (declaration === null) return fail()
  const encoding = declaration[1] ?? declaration[2] ?? 'utf-8'
  if (!/^(?:utf-?8|utf-16(?:le|be)?|us-ascii|ascii)$/i.test(encoding)) fail()
  return declaration[0].length
}
