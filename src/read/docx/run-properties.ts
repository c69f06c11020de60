import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'

/** What a `w:rPr` says: of a run, a style, the document's defaults or a paragraph's mark. Absent is not said. */
export interface RunProperties {
  style?: string
  bold?: boolean
  italic?: boolean
  capitals?: boolean
  hidden?: boolean
  underlined?: boolean
  /** In half-points. */
  size?: number
  /** BCP 47, of text in Latin letters. */
  language?: string
  /** Of a paragraph's mark: it was inserted or deleted with changes tracked. */
  markInserted?: true
  markDeleted?: true
  /** It holds a `w:rPrChange`. */
  tracked?: true
}

/** Whether a property without a value, or with one of several spellings, is on. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !(value === '0' || value === 'false' || value === 'off')

/** Reads the `w:rPr` that was just opened, to its end. What it said before a tracked change is passed over. */
export const readRunProperties = (xml: XmlReader): RunProperties => {
  const found: RunProperties = {}
  const own = xml.depth
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    // Most properties are empty elements and nothing to us: their ends are passed like any other.
    if (token !== Token.open) continue
    readProperty(xml, found)
    if (!xml.empty) xml.skip()
  }
  return found
}

function readProperty(xml: XmlReader, found: RunProperties): void {
  switch (xml.name) {
    case 'w:rStyle':
      found.style = xml.attribute('w:val') ?? ''
      break
    case 'w:b':
      found.bold = isOn(xml.attribute('w:val'))
      break
    case 'w:i':
      found.italic = isOn(xml.attribute('w:val'))
      break
    case 'w:caps':
      found.capitals = isOn(xml.attribute('w:val'))
      break
    case 'w:vanish':
    case 'w:specVanish':
      found.hidden = isOn(xml.attribute('w:val'))
      break
    case 'w:u':
      found.underlined = xml.attribute('w:val') !== 'none'
      break
    case 'w:sz': {
      const size = Number(xml.attribute('w:val'))
      if (size > 0 && size < 4000) found.size = size
      break
    }
    case 'w:lang': {
      const language = xml.attribute('w:val')
      if (language !== undefined) found.language = language
      break
    }
    case 'w:ins':
    case 'w:moveTo':
      found.markInserted = true
      break
    case 'w:del':
    case 'w:moveFrom':
      found.markDeleted = true
      break
    case 'w:rPrChange':
      found.tracked = true
      break
  }
}
