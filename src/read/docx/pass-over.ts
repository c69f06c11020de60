import {endField, separateField} from './open-fields.ts'
import type {Walk} from './walk.ts'
import {Token} from './xml.ts'

/**
 * Passes over what the view does not show, to the end tag at a depth (of the element just opened, unless said), on
 * which the reader then stands. Its paragraphs are counted all the same, as numbers do not depend on the view; and a
 * field that began before it and ends in it has ended, or all that follows would be taken for its instruction.
 */
export const passOver = (walk: Walk, depth = walk.xml.depth): void => {
  const {xml} = walk
  let fields = 0
  for (let token = xml.next(); !(token === Token.close && xml.depth === depth); token = xml.next()) {
    if (token !== Token.open) continue
    if (xml.name === 'w:p') walk.paragraphs++
    if (xml.name !== 'w:fldChar') continue
    const type = xml.attribute('w:fldCharType')
    if (type === 'begin') fields++
    else if (type === 'separate' && fields === 0) separateField(walk)
    else if (type === 'end' && fields-- === 0) {
      endField(walk)
      fields = 0
    }
  }
}
