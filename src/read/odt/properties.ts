import {Token, type XmlReader} from '../docx/xml.ts'
import type {Property} from '../properties.ts'

/** The properties that people gave a document, in the order written, of its `meta.xml`. */
export const readProperties = (xml: XmlReader): readonly Property[] => {
  const found: Property[] = []
  let name: string | undefined
  let value = ''
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.text) value += xml.text()
    else if (xml.name === 'meta:user-defined') {
      if (token === Token.open) [name, value] = [xml.attribute('meta:name') ?? '', '']
      else if (name !== undefined && value.trim() !== '') found.push([name, value.trim()])
    }
  }
  return found
}
