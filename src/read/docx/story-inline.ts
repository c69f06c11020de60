import {passOver} from './pass-over.ts'
import type {Enclosure, Run, SourceSpan} from './runs.ts'
import type {Handler} from './story.ts'
import {closeMark, enclose, leave, openMark, openSpan} from './story-marks.ts'
import {isInstruction, obstruct, sayElement, sayText} from './story-text.ts'
import {objectCharacter, symbolCharacter} from './symbols.ts'
import type {TextPiece} from './text-element.ts'
import {readTextElement} from './text-element.ts'
import type {Open, View, Walk} from './walk.ts'
import {frameOf} from './walk.ts'

const run: Handler = {
  open: (walk) => {
    const {xml} = walk
    const frame = frameOf(walk)
    if (frame.run !== null) frame.runs.push(frame.run)
    const style = frame.current?.style ?? walk.styles.paragraph(undefined)
    frame.run = {
      run: walk.mapping ? startRun(walk) : unmapped,
      look: style.look,
      keepsSpace: xml.attribute('xml:space') === 'preserve',
      depth: xml.depth,
      endedFields: []
    }
  },
  close: (walk) => {
    const frame = frameOf(walk)
    if (frame.run !== null) {
      frame.run.run.sourceEnd = walk.xml.end
      for (const field of frame.run.endedFields) field.sourceEnd = walk.xml.end
    }
    frame.run = frame.runs.pop() ?? null
  }
}

/** What stands for every run in plain reading, where nobody asks for places in the source. */
const unmapped: Open<Run> = {sourceStart: 0, sourceEnd: 0, startTagEnd: 0, properties: null, formattingTracked: false}

const startRun = ({xml, source}: Walk): Open<Run> => ({
  sourceStart: xml.start,
  sourceEnd: source.length,
  startTagEnd: xml.end,
  properties: null,
  formattingTracked: false
})

function runProperties(walk: Walk): void {
  const {xml} = walk
  const frame = frameOf(walk)
  const {start} = xml
  const ofRun = frame.run?.depth === xml.depth - 1
  const properties = walk.runProperties()
  if (frame.run === null || !ofRun) return
  const style = frame.current?.style ?? walk.styles.paragraph(undefined)
  frame.run.look = walk.styles.look(style, properties)
  if (!walk.mapping) return
  frame.run.run.properties = {sourceStart: start, sourceEnd: xml.end}
  frame.run.run.formattingTracked = properties.tracked === true
}

function text(walk: Walk): void {
  const {xml} = walk
  const frame = frameOf(walk)
  const sourceStart = xml.start
  const space = xml.attribute('xml:space')
  const kept = frame.run?.keepsSpace || frame.paragraphSpace || walk.keepsSpace
  const pieces: TextPiece[] | null = walk.mapping ? [] : null
  const said = readTextElement(xml, walk.source, space === 'preserve' || (space === undefined && kept), pieces)
  // Word shows no text that stands outside a run, but somebody may have meant it to be read.
  if (frame.run === null || frame.current === null) walk.unread.unknown ||= said.trim() !== ''
  else sayText(walk, said, pieces, {sourceStart, sourceEnd: xml.end})
}

/** Deleted text is only read where the view shows what was deleted. */
function deletedText(walk: Walk): void {
  if (frameOf(walk).deletions > 0) text(walk)
  else {
    const span = openSpan(walk)
    walk.xml.skip()
    obstruct(walk, 'revision', {...span, sourceEnd: walk.xml.end})
  }
}

/** An element without contents that stands for text. */
const character = (said: string): Handler => ({
  open: (walk) => sayElement(walk, said, 'character', passed(walk))
})

function symbol(walk: Walk): void {
  const {xml} = walk
  const said = symbolCharacter(xml.attribute('w:font') ?? '', xml.attribute('w:char') ?? '')
  sayElement(walk, said, 'object', passed(walk))
}

function passed(walk: Walk): SourceSpan {
  const sourceStart = walk.xml.start
  passOver(walk)
  return {sourceStart, sourceEnd: walk.xml.end}
}

const reference = (kind: 'footnote' | 'endnote'): Handler => ({
  open: (walk) => {
    const frame = frameOf(walk)
    const id = walk.xml.attribute('w:id') ?? ''
    const span = passed(walk)
    if (isInstruction(frame) || frame.run?.look.hidden) return
    frame.current?.references.push({kind, id})
    obstruct(walk, 'note', span, {kind, id})
  }
})

/** The reference stands at the end of the range, or alone. */
function comment(walk: Walk): void {
  const {current} = frameOf(walk)
  const id = walk.xml.attribute('w:id')
  walk.xml.skip()
  if (current === null || id === undefined) return
  if (current.comments === undefined) current.comments = [id]
  else current.comments.push(id)
}

/** A wrapper that shows what it holds. */
const wrapper = (kind: Exclude<Enclosure['kind'], 'field' | 'control'>): Handler => ({
  open: (walk) => {
    enclose(walk, {kind, ...openSpan(walk)})
  },
  close: leave
})

const link: Handler = {
  open: (walk) => {
    const frame = frameOf(walk)
    enclose(walk, {kind: 'link', ...openSpan(walk)})
    frame.links++
    frame.linkMarks.push(openMark(walk, 'link'))
  },
  close: (walk) => {
    const frame = frameOf(walk)
    closeMark(walk, frame.linkMarks.pop() ?? null)
    frame.links--
    leave(walk)
  }
}

/** A tracked change of text, shown in one of the views only. */
const tracked = (kind: 'insertion' | 'deletion' | 'move', shownIn: View): Handler => ({
  open: (walk) => {
    const frame = frameOf(walk)
    if (walk.view !== shownIn) {
      obstruct(walk, 'revision', passed(walk))
      return
    }
    enclose(walk, {kind, ...openSpan(walk)})
    if (shownIn === 'original') frame.deletions++
    frame.insertMarks.push(kind === 'insertion' ? openMark(walk, 'inserted') : null)
  },
  close: (walk) => {
    const frame = frameOf(walk)
    closeMark(walk, frame.insertMarks.pop() ?? null)
    if (shownIn === 'original') frame.deletions--
    leave(walk)
  }
})

/** What a newer Word writes twice: the first form that we know is read, else what it wrote for older ones; never both. */
const alternatives: Handler = {
  open: (walk) => {
    frameOf(walk).alternatives.push({taken: false})
  },
  close: (walk) => {
    frameOf(walk).alternatives.pop()
  }
}

function choice(walk: Walk): void {
  const {xml} = walk
  const form = frameOf(walk).alternatives.at(-1)
  const required = (xml.attribute('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '')
  const known = required.every((prefix) => (xml.namespace(prefix) ?? '{').startsWith('{') === false)
  if (form === undefined || form.taken || !known) passOver(walk)
  else form.taken = true
}

function fallback(walk: Walk): void {
  const form = frameOf(walk).alternatives.at(-1)
  if (form === undefined || form.taken) passOver(walk)
  else form.taken = true
}

/** Properties and marks that have no text in them. */
const wordless = [
  ...['w:annotationRef', 'w:bookmarkEnd', 'w:bookmarkStart', 'w:commentRangeEnd'],
  ...['w:continuationSeparator', 'w:customXmlDelRangeEnd', 'w:customXmlDelRangeStart'],
  ...['w:customXmlInsRangeEnd', 'w:customXmlInsRangeStart', 'w:customXmlMoveFromRangeEnd', 'w:customXmlPr'],
  ...['w:customXmlMoveFromRangeStart', 'w:customXmlMoveToRangeEnd', 'w:customXmlMoveToRangeStart', 'w:dayLong'],
  ...['w:dayShort', 'w:endnoteRef', 'w:footnoteRef', 'w:lastRenderedPageBreak', 'w:monthLong', 'w:monthShort'],
  ...['w:moveFromRangeEnd', 'w:moveFromRangeStart', 'w:moveToRangeEnd', 'w:moveToRangeStart', 'w:permEnd'],
  ...['w:permStart', 'w:pgNum', 'w:proofErr', 'w:rubyPr', 'w:sdtEndPr', 'w:sectPr', 'w:separator', 'w:smartTagPr'],
  ...['w:tblGrid', 'w:tblPr', 'w:tblPrEx', 'w:yearLong', 'w:yearShort', 'w:background']
]

/** What stands in a paragraph. */
export const inlineElements: readonly (readonly [string, Handler])[] = [
  ...wordless.map((name): [string, Handler] => [name, {open: (walk) => walk.xml.skip()}]),
  ['w:r', run],
  ['w:rPr', {open: runProperties}],
  ['w:t', {open: text}],
  ['w:delText', {open: deletedText}],
  ['w:tab', character('\t')],
  ['w:ptab', character('\t')],
  ['w:br', character('\n')],
  ['w:cr', character('\n')],
  ['w:noBreakHyphen', character('\u2011')],
  ['w:softHyphen', character('\u00ad')],
  ['w:sym', {open: symbol}],
  ['w:contentPart', {open: (walk) => sayElement(walk, objectCharacter, 'object', passed(walk))}],
  ['w:footnoteReference', reference('footnote')],
  ['w:endnoteReference', reference('endnote')],
  ['w:commentRangeStart', {open: comment}],
  ['w:commentReference', {open: comment}],
  ['w:hyperlink', link],
  ['w:smartTag', wrapper('wrapper')],
  ['w:customXml', wrapper('wrapper')],
  ['w:dir', wrapper('wrapper')],
  ['w:bdo', wrapper('wrapper')],
  ['w:ruby', wrapper('wrapper')],
  ['w:rubyBase', {}],
  ['w:rt', {open: (walk) => passOver(walk)}],
  ['w:ins', tracked('insertion', 'final')],
  ['w:moveTo', tracked('move', 'final')],
  ['w:del', tracked('deletion', 'original')],
  ['w:moveFrom', tracked('move', 'original')],
  ['mc:AlternateContent', alternatives],
  ['mc:Choice', {open: choice}],
  ['mc:Fallback', {open: fallback}]
]
