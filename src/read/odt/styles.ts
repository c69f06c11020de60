import type {XmlReader} from '../docx/xml.ts'
import {Token} from '../docx/xml.ts'

/** What a style says of text, itself or by what it is based on. Absent is not said. */
export interface TextStyle {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  /** BCP 47. */
  language?: string
  /** The name that people see, of the style itself or the nearest that has one. */
  title?: string
}

interface Style extends TextStyle {
  parent?: string
}

export type OdtStyles = (family: 'paragraph' | 'text', name: string | undefined) => TextStyle

const longestChain = 20

/** Reads the styles in parts of an OpenDocument package, common ones first. Throws `Fault` as reading XML does. */
export const readOdtStyles = (parts: readonly XmlReader[]): OdtStyles => {
  const styles = new Map<string, Style>()
  for (const xml of parts) readPart(xml, styles)
  const known = new Map<string, TextStyle>()
  return (family, name) => {
    const key = `${family} ${name ?? ''}`
    let found = known.get(key)
    if (found === undefined) {
      found = resolve(styles, family, name)
      known.set(key, found)
    }
    return found
  }
}

function resolve(styles: ReadonlyMap<string, Style>, family: string, name: string | undefined): TextStyle {
  const chain: Style[] = []
  let style = styles.get(`${family} ${name ?? ''}`)
  while (style !== undefined && chain.length < longestChain && !chain.includes(style)) {
    chain.push(style)
    style = style.parent === undefined ? undefined : styles.get(`${family} ${style.parent}`)
  }
  return Object.assign({}, ...chain.reverse())
}

function readPart(xml: XmlReader, styles: Map<string, Style>): void {
  let style: Style | null = null
  let automatic = false
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.close && xml.name === 'style:style') style = null
    if (token !== Token.open) continue
    // Those that Writer makes up as it goes have names that nobody sees.
    if (xml.name === 'office:automatic-styles') automatic = true
    if (xml.name === 'office:styles') automatic = false
    if (xml.name === 'style:style') {
      const name = xml.attribute('style:name') ?? ''
      const title = automatic ? undefined : (xml.attribute('style:display-name') ?? name)
      const parent = xml.attribute('style:parent-style-name')
      style = {...(title === undefined ? {} : {title}), ...(parent === undefined ? {} : {parent})}
      styles.set(`${xml.attribute('style:family')} ${name}`, style)
    } else if (xml.name === 'style:text-properties' && style !== null) readText(xml, style)
  }
}

function readText(xml: XmlReader, style: Style): void {
  const weight = xml.attribute('fo:font-weight')
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
  const slant = xml.attribute('fo:font-style')
  if (slant !== undefined) style.italic = slant !== 'normal'
  const display = xml.attribute('text:display')
  if (display !== undefined) style.hidden = display === 'none'
  const language = xml.attribute('fo:language')
  const country = xml.attribute('fo:country') ?? 'none'
  if (language !== undefined && language !== 'none')
    style.language = country === 'none' ? language : `${language}-${country}`
}
