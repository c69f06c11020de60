import {isOn} from './run-properties.ts'
import type {Control} from './runs.ts'
import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'

/** A control of which nothing is said. */
export const plainControl: Control = {name: '', placeholder: false, locked: false, bound: false, holds: 'text'}

/** Galleries whose contents Word keeps up to date by itself. */
const kept = /^(?:table of contents|custom table of contents|table of authorities|bibliographies|page numbers\b.*)$/i

const holdings: ReadonlyMap<string, Control['holds']> = new Map([
  ['w:comboBox', 'list'],
  ['w:dropDownList', 'list'],
  ['w:date', 'date'],
  ['w:picture', 'picture'],
  ['w14:checkbox', 'checkbox']
])

/** Reads the `w:sdtPr` that was just opened, to its end. */
export const readControl = (xml: XmlReader): Control => {
  let alias = ''
  let tag = ''
  let holds: Control['holds'] = 'text'
  let placeholder = false
  let locked = false
  let bound = false
  const own = xml.depth
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next()) {
    if (token !== Token.open) continue
    const value = xml.attribute('w:val')
    if (xml.name === 'w:alias') alias = value?.trim() ?? ''
    else if (xml.name === 'w:tag') tag = value?.trim() ?? ''
    else if (xml.name === 'w:showingPlcHdr') placeholder = isOn(value)
    else if (xml.name === 'w:lock') locked = value === 'contentLocked' || value === 'sdtContentLocked'
    else if (xml.name === 'w:dataBinding' || xml.name === 'w15:dataBinding') bound = true
    else if (xml.name === 'w:docPartObj') continue
    else if (xml.name === 'w:docPartGallery') holds = kept.test(value ?? '') ? 'generated' : holds
    else holds = holdings.get(xml.name) ?? holds
    xml.skip()
  }
  return {name: alias || tag, placeholder, locked, bound, holds}
}
