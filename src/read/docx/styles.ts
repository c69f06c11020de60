import type {Package} from './package.ts'
import type {ParagraphProperties} from './paragraph-properties.ts'
import {readParagraphProperties} from './paragraph-properties.ts'
import type {RunProperties} from './run-properties.ts'
import {isOn, readRunProperties} from './run-properties.ts'
import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'

/** How text looks once styles and its own properties are settled. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly capitals: boolean
  readonly hidden: boolean
  readonly underlined: boolean
  /** In half-points. */
  readonly size: number
  /** BCP 47, or empty where nothing says. */
  readonly language: string
  /** That language is none of the Englishes. */
  readonly foreign: boolean
}

/** What a paragraph has from its style, the styles that it is based on, and the document's defaults. */
export interface ParagraphStyle {
  /** How its text looks where nothing else is said of it. */
  readonly look: Look
  /** 1 to 9, `null` for body text. */
  readonly heading: number | null
  readonly role: 'quote' | 'guidance' | null
  readonly list: string | null
  readonly listLevel: number | null
  /** Itself and what it is based on, nearest first: a list's level may be tied to one of them. */
  readonly chain: readonly string[]
}

export interface Styles {
  /** An unknown or absent style is the default one. */
  paragraph(id: string | undefined): ParagraphStyle
  /** The look of a run with properties of its own in a paragraph of that style. */
  look(style: ParagraphStyle, own: RunProperties): Look
  /** The numbering instance that a numbering style stands for. */
  list(id: string): string | null
}

interface Style {
  readonly type: string
  readonly id: string
  name: string
  base: string | null
  paragraph: ParagraphProperties
  run: RunProperties
}

/** Word itself follows no more; a circle ends where it began. */
const longestChain = 20

/** What Word takes where the defaults say nothing: 10 points. */
const standardSize = 20

/** Reads the styles of a package; one without them has the defaults only. Throws `Fault` as reading XML does. */
export const readStyles = (pack: Package): Styles => {
  const styles = new Map<string, Style>()
  const defaults: RunProperties = {}
  const normal = new Map<string, Style>()
  const part = pack.related('styles')[0]
  if (part !== undefined) readPart(pack.xml(part), styles, defaults, normal)

  const chainOf = (type: string, id: string | undefined): readonly Style[] => {
    const chain: Style[] = []
    let style = styles.get(`${type} ${id}`) ?? normal.get(type)
    while (style !== undefined && chain.length < longestChain && !chain.includes(style)) {
      chain.push(style)
      style = style.base === null ? undefined : styles.get(`${type} ${style.base}`)
    }
    return chain
  }

  const paragraphs = new Map<string | undefined, ParagraphStyle>()
  const paragraph = (id: string | undefined): ParagraphStyle => {
    let found = paragraphs.get(id)
    if (found === undefined) {
      found = resolveParagraph(chainOf('paragraph', id), defaults)
      paragraphs.set(id, found)
    }
    return found
  }

  const characters = new Map<string | undefined, RunProperties>()
  const character = (id: string | undefined): RunProperties => {
    let found = characters.get(id)
    if (found === undefined) {
      found = merge(chainOf('character', id).map(({run}) => run))
      characters.set(id, found)
    }
    return found
  }

  // Properties that are the same are mostly the same object, and so are the styles of paragraphs.
  const looks = new WeakMap<RunProperties, {readonly outer: Look; readonly look: Look}>()
  const look = ({look: outer}: ParagraphStyle, own: RunProperties): Look => {
    const known = looks.get(own)
    if (known?.outer === outer) return known.look
    const found = lookOf(outer, own)
    looks.set(own, {outer, look: found})
    return found
  }
  const lookOf = (outer: Look, own: RunProperties): Look => {
    const named = character(own.style)
    const language = own.language ?? named.language ?? outer.language
    return {
      bold: own.bold ?? (named.bold === true) !== outer.bold,
      italic: own.italic ?? (named.italic === true) !== outer.italic,
      capitals: own.capitals ?? (named.capitals === true) !== outer.capitals,
      hidden: own.hidden ?? (named.hidden === true) !== outer.hidden,
      underlined: own.underlined ?? named.underlined ?? outer.underlined,
      size: own.size ?? named.size ?? outer.size,
      language,
      foreign: language === outer.language ? outer.foreign : isForeign(language)
    }
  }

  const list = (id: string): string | null => chainOf('numbering', id)[0]?.paragraph.list ?? null
  return {paragraph, look, list}
}

function readPart(
  xml: XmlReader,
  styles: Map<string, Style>,
  defaults: RunProperties,
  normal: Map<string, Style>
): void {
  let style: Style | null = null
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.close && xml.name === 'w:style') style = null
    if (token !== Token.open) continue
    if (xml.name === 'w:style') {
      const type = xml.attribute('w:type') ?? 'paragraph'
      const id = xml.attribute('w:styleId') ?? ''
      style = {type, id, name: '', base: null, paragraph: {}, run: {}}
      styles.set(`${type} ${id}`, style)
      if (xml.attribute('w:default') !== undefined && isOn(xml.attribute('w:default'))) normal.set(type, style)
    } else if (style === null) {
      if (xml.name === 'w:rPr') Object.assign(defaults, readRunProperties(xml))
    } else if (xml.name === 'w:name') style.name = xml.attribute('w:val') ?? ''
    else if (xml.name === 'w:basedOn') style.base = xml.attribute('w:val') ?? null
    else if (xml.name === 'w:rPr') style.run = readRunProperties(xml)
    else if (xml.name === 'w:pPr') style.paragraph = readParagraphProperties(xml)
    // What a table style says of its first row must not be taken for what it says of all.
    else if (!xml.empty) xml.skip()
  }
}

function isForeign(language: string): boolean {
  return /^(?!en\b)[a-z]{2,3}(?:-|$)/i.test(language)
}

/** Nearest first: the first that says something is right. */
function merge(levels: readonly RunProperties[]): RunProperties {
  return Object.assign({}, ...levels.toReversed())
}

function resolveParagraph(chain: readonly Style[], defaults: RunProperties): ParagraphStyle {
  const run = merge([...chain.map((style) => style.run), defaults])
  return {
    look: {
      bold: run.bold === true,
      italic: run.italic === true,
      capitals: run.capitals === true,
      hidden: run.hidden === true,
      underlined: run.underlined === true,
      size: run.size ?? standardSize,
      language: run.language ?? '',
      foreign: isForeign(run.language ?? '')
    },
    heading: headingOf(chain),
    role: roleOf(chain),
    list: chain.find(({paragraph}) => paragraph.list !== undefined)?.paragraph.list ?? null,
    listLevel: chain.find(({paragraph}) => paragraph.listLevel !== undefined)?.paragraph.listLevel ?? null,
    chain: chain.map(({id}) => id)
  }
}

/** Built-in styles have English names in every Word; their ids are translated. */
function headingOf(chain: readonly Style[]): number | null {
  for (const {name, paragraph} of chain) {
    if (paragraph.outline !== undefined) return paragraph.outline < 9 ? paragraph.outline + 1 : null
    const numbered = /^heading ([1-9])$/i.exec(name)
    if (numbered) return Number(numbered[1])
    if (/^title$/i.test(name)) return 1
  }
  return null
}

function roleOf(chain: readonly Style[]): ParagraphStyle['role'] {
  for (const {name} of chain) {
    if (/^(?:intense )?quote$|^block text$|^quotation$/i.test(name)) return 'quote'
    if (/\b(?:guidance|instructions?|template note|help text)\b/i.test(name)) return 'guidance'
  }
  return null
}
