import type {Inflate} from './inflate.ts'
import {hostInflate} from './inflate.ts'
import {packageFault} from './package-fault.ts'
import type {Limits} from './package-limits.ts'
import {defaultLimits} from './package-limits.ts'
import type {TextEncoding} from './package-text.ts'
import {decodePart} from './package-text.ts'
import type {XmlReader} from './xml.ts'
import {readXml, Token} from './xml.ts'
import type {ZipArchive} from './zip.ts'
import {looksLikeZip, lowerAscii, openZip} from './zip.ts'

interface Relation {
  readonly id: string
  /** The last segment of its type: `officeDocument`, `footnotes`, `header`, `comments`, `aFChunk`, … */
  readonly kind: string
  /** Its type as written. */
  readonly type: string
  /** The name of the part it leads to; `null` where it leads out of the package or to no part that is there. */
  readonly part: string | null
  readonly external: boolean
}

/** A part's XML as text. Offsets into it are what maps and writers speak of. */
interface PartText {
  readonly source: string
  readonly encoding: TextEncoding
}

/** An open Word file. Parts are named as the archive names them (`word/document.xml`). */
export interface Package {
  readonly zip: ZipArchive
  readonly limits: Limits
  readonly mainPart: string
  /** `strict` where the file uses the addresses of ISO/IEC 29500 Strict. */
  readonly strict: boolean
  readonly template: boolean
  readonly macros: boolean
  /** The file carries a digital signature, which any change breaks. */
  readonly signed: boolean
  contentType(part: string): string | undefined
  /** In the order written; empty where the part has no relations. */
  relations(part: string): readonly Relation[]
  /** The parts that a part (the main part, unless said) is related to by that kind, each once, in the order written. */
  related(kind: string, from?: string): readonly string[]
  has(part: string): boolean
  /** Decodes a part. Throws `Fault`; nothing is kept, so ask once. */
  text(part: string): PartText
  /** Decodes a part and opens it for reading. */
  xml(part: string): XmlReader
}

export const contentTypesPart = '[Content_Types].xml'

const mainTypes: ReadonlyMap<string, {readonly template: boolean; readonly macros: boolean}> = new Map([
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    {template: false, macros: false}
  ],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', {template: true, macros: false}],
  ['application/vnd.ms-word.document.macroenabled.main+xml', {template: false, macros: true}],
  ['application/vnd.ms-word.template.macroenabledtemplate.main+xml', {template: true, macros: true}],
  ['application/vnd.ms-word.template.macroenabled.main+xml', {template: true, macros: true}]
])

/**
 * Opens a Word file: `.docx`, `.docm`, `.dotx` or `.dotm`, transitional or strict, told by content and never by name.
 * The main part is found by its relation, whatever it is called.
 * Throws `Fault` `not-a-word-document`, `encrypted`, `too-large`, `ambiguous-package`, `damaged`, `dtd-not-allowed`,
 * `not-well-formed` or `too-deep`.
 */
export const openPackage = (
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
  inflate: Inflate = hostInflate()
): Package => {
  if (!looksLikeZip(bytes)) throw packageFault('not-a-word-document')
  const zip = openZip(bytes, limits, inflate)
  if (zip.find(contentTypesPart) === undefined) throw packageFault('not-a-word-document')
  const text = (part: string): PartText => decodePart(zip.read(part))
  const xml = (part: string): XmlReader => readXml(text(part).source, limits)
  const contentType = readContentTypes(xml(contentTypesPart))
  const known = new Map<string, readonly Relation[]>()
  const relations = (part: string): readonly Relation[] => {
    const found = known.get(part) ?? readRelations(zip, part, xml)
    known.set(part, found)
    return found
  }
  const {mainPart, type} = findMainPart(relations(''), contentType)
  const related = (kind: string, from = mainPart): readonly string[] => [
    ...new Set(relations(from).flatMap((relation) => (relation.kind === kind && relation.part ? [relation.part] : [])))
  ]
  return {
    zip,
    limits,
    mainPart,
    strict: relations('').some(
      ({kind, type}) => kind === 'officeDocument' && type.startsWith('http://purl.oclc.org/ooxml/')
    ),
    ...type,
    signed:
      relations('').some(({type}) => type.endsWith('/digital-signature/origin')) ||
      zip.entries.some(({name}) => lowerAscii(name).startsWith('_xmlsignatures/')),
    contentType,
    relations,
    related,
    has: (part) => zip.find(part) !== undefined,
    text,
    xml
  }
}

function findMainPart(roots: readonly Relation[], contentType: (part: string) => string | undefined) {
  const mains = roots.filter(({kind}) => kind === 'officeDocument')
  const [main] = mains
  if (main === undefined) throw packageFault('not-a-word-document')
  if (mains.some(({part, external}) => external || part !== main.part)) throw packageFault('ambiguous-package')
  if (main.part === null) throw packageFault('damaged')
  const type = mainTypes.get(lowerAscii(contentType(main.part) ?? ''))
  if (type === undefined) throw packageFault('not-a-word-document')
  return {mainPart: main.part, type}
}

function readContentTypes(xml: XmlReader): (part: string) => string | undefined {
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open || xml.depth !== 2) continue
    const type = xml.attribute('ContentType')
    if (type === undefined) continue
    if (xml.name === 'ct:Default') defaults.set(lowerAscii(xml.attribute('Extension') ?? ''), type)
    if (xml.name === 'ct:Override') overrides.set(lowerAscii(xml.attribute('PartName') ?? '').replace(/^\//, ''), type)
  }
  return (part) => {
    const name = lowerAscii(part)
    return overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1))
  }
}

/** Where a part's relations are written; of the package itself (named `''`), `_rels/.rels`. */
export const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function readRelations(zip: ZipArchive, part: string, open: (part: string) => XmlReader): readonly Relation[] {
  const name = relationsPart(part)
  if (zip.find(name) === undefined) return []
  const found: Relation[] = []
  const xml = open(name)
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open || xml.name !== 'rel:Relationship' || xml.depth !== 2) continue
    const type = xml.attribute('Type') ?? ''
    const target = xml.attribute('Target') ?? ''
    const external = xml.attribute('TargetMode') === 'External'
    found.push({
      id: xml.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      part: external ? null : resolveTarget(zip, part, target),
      external
    })
  }
  return found
}

function resolveTarget(zip: ZipArchive, from: string, target: string): string | null {
  const path = target.replace(/[#?].*$/s, '')
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return zip.find(steps.join('/'))?.name ?? null
}
