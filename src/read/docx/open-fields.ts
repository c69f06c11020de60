import {fieldName, fieldRole, isSlot} from './fields.ts'
import {packageFault} from './package-fault.ts'
import {closeMark, openMark} from './story-marks.ts'
import type {OpenMark, Walk} from './walk.ts'
import {frameOf} from './walk.ts'

/** Fields inside fields; Word itself allows 20. */
const deepest = 256

/** The element just opened is the `begin` of a field. Throws `Fault` `too-deep`. */
export const beginField = (walk: Walk): void => {
  const frame = frameOf(walk)
  if (frame.fields.length >= deepest) throw packageFault('too-deep')
  const {start} = walk.xml
  const separated = walk.shapes.separated.has(start)
  if (separated) frame.instructions++
  frame.fields.push({
    separated,
    ended: walk.shapes.ended.has(start),
    instruction: '',
    result: false,
    mark: null,
    enclosure: {
      kind: 'field',
      simple: false,
      instruction: '',
      sourceStart: frame.run?.run.sourceStart ?? start,
      sourceEnd: walk.source.length
    }
  })
  frame.inside = null
}

/** From here on the innermost field says its result. */
export const separateField = (walk: Walk): void => {
  const frame = frameOf(walk)
  const field = frame.fields.at(-1)
  if (field === undefined || field.result) return
  field.result = true
  if (field.separated) frame.instructions--
  field.enclosure.instruction = fieldName(field.instruction)
  if (field.ended) field.mark = markResult(walk, field.instruction)
}

export const endField = (walk: Walk): void => {
  const frame = frameOf(walk)
  const field = frame.fields.pop()
  frame.inside = null
  if (field === undefined) return
  if (field.separated && !field.result) frame.instructions--
  closeMark(walk, field.mark)
  field.enclosure.sourceEnd = walk.xml.end
  frame.run?.endedFields.push(field.enclosure)
}

/** Opens the mark that a field's result has, if it has one. */
export const markResult = (walk: Walk, instruction: string): OpenMark | null => {
  const role = fieldRole(instruction)
  if (role === null) return null
  return role.mark === 'placeholder' ? openMark(walk, 'placeholder', role.name, isSlot) : openMark(walk, role.mark)
}
