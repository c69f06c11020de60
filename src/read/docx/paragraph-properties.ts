import type {RunProperties} from './run-properties.ts'
import {readRunProperties} from './run-properties.ts'
import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'

/** What a `w:pPr` says, of a paragraph or of a style. Absent is not said. */
export interface ParagraphProperties {
  style?: string
  /** The outline level, from 0; 9 is body text. */
  outline?: number
  /** The numbering instance; `0` takes a number away. */
  list?: string
  /** The level in its list, from 0. */
  listLevel?: number
  /** Of the paragraph's mark. */
  mark?: RunProperties
}

/** Reads the `w:pPr` that was just opened, to its end. */
export const readParagraphProperties = (xml: XmlReader): ParagraphProperties => {
  const found: ParagraphProperties = {}
  const own = xml.depth
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token !== Token.open) continue
    switch (xml.name) {
      case 'w:pStyle':
        found.style = xml.attribute('w:val') ?? ''
        break
      case 'w:outlineLvl':
        found.outline = levelOf(xml.attribute('w:val'))
        break
      case 'w:numPr':
        // Its children come as tokens of their own.
        continue
      case 'w:numId':
        found.list = xml.attribute('w:val') ?? '0'
        break
      case 'w:ilvl':
        found.listLevel = Math.min(levelOf(xml.attribute('w:val')), 8)
        break
      case 'w:rPr':
        found.mark = readRunProperties(xml)
        continue
    }
    if (!xml.empty) xml.skip()
  }
  return found
}

/** A level from 0 to 9; what is no such number is 9 or, where levels end at 8, its nearest. */
function levelOf(value: string | undefined): number {
  const level = Number(value ?? '0')
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : 9
}
