import {fieldName} from './fields.ts'
import {beginField, endField, markResult, separateField} from './open-fields.ts'
import type {Handler} from './story.ts'
import {closeMark, enclose, leave, openSpan} from './story-marks.ts'
import {obstruct} from './story-text.ts'
import {readTextElement} from './text-element.ts'
import type {Walk} from './walk.ts'
import {frameOf} from './walk.ts'

function fieldCharacter(walk: Walk): void {
  const {xml} = walk
  const {start} = xml
  const type = xml.attribute('w:fldCharType')
  if (type === 'begin') beginField(walk)
  else if (type === 'separate') separateField(walk)
  else if (type === 'end') endField(walk)
  xml.skip()
  obstruct(walk, 'field', {sourceStart: start, sourceEnd: xml.end})
}

function instruction(walk: Walk): void {
  const {start} = walk.xml
  const text = readTextElement(walk.xml, walk.source, true, null)
  const field = frameOf(walk).fields.at(-1)
  // An honest instruction is short; a long one need not be kept to know what the field is.
  if (field !== undefined && !field.result && field.instruction.length < 1000) field.instruction += text
  obstruct(walk, 'field', {sourceStart: start, sourceEnd: walk.xml.end})
}

const simpleField: Handler = {
  open: (walk) => {
    const said = walk.xml.attribute('w:instr') ?? ''
    enclose(walk, {kind: 'field', simple: true, instruction: fieldName(said), ...openSpan(walk)})
    frameOf(walk).simpleFields.push(markResult(walk, said))
  },
  close: (walk) => {
    closeMark(walk, frameOf(walk).simpleFields.pop() ?? null)
    leave(walk)
  }
}

/** Fields: their result is text, their instruction is not. */
export const fieldElements: readonly (readonly [string, Handler])[] = [
  ['w:fldChar', {open: fieldCharacter}],
  ['w:instrText', {open: instruction}],
  ['w:delInstrText', {open: (walk) => walk.xml.skip()}],
  ['w:fldSimple', simpleField],
  ['w:fldData', {open: (walk) => walk.xml.skip()}]
]
