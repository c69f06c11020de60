import type {Declaration} from '../../model/declaration.ts'
import {declarationIn, type Property} from '../properties.ts'
import type {Package} from './package.ts'
import {Token} from './xml.ts'

/**
 * What a Word file says of itself in its custom properties. A Word template says that it is one. `null` when the file
 * says nothing. Throws `Fault` as reading XML does.
 */
export const readDeclaration = (pack: Package): Declaration | null =>
  declarationIn(customProperties(pack), pack.template)

/** Names and values, in the order written; empty values left out. */
function customProperties(pack: Package): readonly Property[] {
  const part = pack.related('custom-properties', '')[0]
  if (part === undefined) return []
  const found: Property[] = []
  const xml = pack.xml(part)
  let name = ''
  let value = ''
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.open && xml.name === 'op:property') {
      name = xml.attribute('name') ?? ''
      value = ''
    } else if (token === Token.text) value += xml.text()
    else if (token === Token.close && xml.name === 'op:property' && value.trim() !== '')
      found.push([name, value.trim()])
  }
  return found
}
