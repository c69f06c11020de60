import {plainControl, readControl} from './controls.ts'
import {passOver} from './pass-over.ts'
import type {Handler} from './story.ts'
import {closeMark, enclose, leave, openMark, openSpan} from './story-marks.ts'
import {beginParagraph, endParagraph, finishJoining, setProperties} from './story-paragraphs.ts'
import {tableElements} from './story-tables.ts'
import type {Walk} from './walk.ts'
import {frameOf, newFrame} from './walk.ts'

const paragraph: Handler = {
  open: (walk) => {
    const {xml} = walk
    const outer = frameOf(walk)
    if (outer.current !== null) openBox(walk, true)
    const frame = frameOf(walk)
    beginParagraph(walk, xml.attribute('w14:paraId'))
    frame.paragraphSpace = xml.attribute('xml:space') === 'preserve'
    frame.elementStart = xml.start
    frame.contentStart = xml.end
    frame.elementEmpty = xml.empty
  },
  close: (walk) => {
    const frame = frameOf(walk)
    frame.current?.map?.elements.push({
      sourceStart: frame.elementStart,
      sourceEnd: walk.xml.end,
      contentStart: frame.contentStart,
      contentEnd: frame.elementEmpty ? frame.contentStart : walk.xml.start,
      empty: frame.elementEmpty
    })
    endParagraph(walk)
    if (frame.stray) closeBox(walk)
  }
}

function paragraphProperties(walk: Walk): void {
  const frame = frameOf(walk)
  const properties = walk.paragraphProperties()
  frame.contentStart = walk.xml.end
  if (frame.current !== null) setProperties(walk, frame.current, properties)
}

/** A text box is a story of its own, read after the paragraph that it is anchored to. */
const openBox = (walk: Walk, stray = false): void => {
  const frame = frameOf(walk)
  walk.frames.push(newFrame(frame.anchor ?? frame.current, frame.anchorRun ?? frame.run?.run ?? null, stray))
}

const closeBox = (walk: Walk): void => {
  finishJoining(walk)
  walk.frames.pop()
}

const note = (kind: 'footnote' | 'endnote'): Handler => ({
  open: (walk) => {
    const type = walk.xml.attribute('w:type')
    // Separators are lines and not words.
    if (type !== undefined && type !== 'normal') passOver(walk)
    else walk.note = {kind, id: walk.xml.attribute('w:id') ?? ''}
  },
  close: (walk) => {
    finishJoining(walk)
    walk.note = null
  }
})

const contentControl: Handler = {
  open: (walk) => {
    const frame = frameOf(walk)
    const enclosure = enclose(walk, {
      kind: 'control',
      level: frame.current === null ? 'block' : 'inline',
      control: plainControl,
      ...openSpan(walk)
    } as const)
    frame.controls.push({enclosure, mark: null})
  },
  close: (walk) => {
    frameOf(walk).controls.pop()
    leave(walk)
  }
}

function controlProperties(walk: Walk): void {
  const control = readControl(walk.xml)
  const open = frameOf(walk).controls.at(-1)
  if (open !== undefined) open.enclosure.control = control
}

const controlContent: Handler = {
  open: (walk) => {
    const open = frameOf(walk).controls.at(-1)
    if (open === undefined) return
    const {name, placeholder, holds} = open.enclosure.control
    if (placeholder) open.mark = openMark(walk, 'placeholder', name)
    else if (holds === 'generated') open.mark = openMark(walk, 'generated')
  },
  close: (walk) => {
    const open = frameOf(walk).controls.at(-1)
    if (open === undefined) return
    closeMark(walk, open.mark)
    open.mark = null
  }
}

const root: Handler = {
  open: (walk) => {
    const {xml} = walk
    if (xml.attribute('xml:space') === 'preserve') walk.keepsSpace = true
    for (const prefix of (xml.attribute('mc:Ignorable') ?? '').split(/\s+/)) {
      const namespace = xml.namespace(prefix)
      if (prefix !== '' && namespace !== undefined) walk.ignorable.add(namespace)
    }
  }
}

const unread = (count: 'chunks' | 'subDocuments'): Handler => ({
  open: (walk) => {
    walk.unread[count]++
    walk.xml.skip()
  }
})

/** What holds paragraphs, and paragraphs themselves. */
export const blockElements: readonly (readonly [string, Handler])[] = [
  ['w:document', root],
  ['w:hdr', root],
  ['w:ftr', root],
  ['w:footnotes', root],
  ['w:endnotes', root],
  ['w:body', {close: finishJoining}],
  ['w:p', paragraph],
  ['w:pPr', {open: paragraphProperties}],
  ...tableElements,
  ['w:txbxContent', {open: (walk) => openBox(walk), close: closeBox}],
  ['w:footnote', note('footnote')],
  ['w:endnote', note('endnote')],
  ['w:sdt', contentControl],
  ['w:sdtPr', {open: controlProperties}],
  ['w:sdtContent', controlContent],
  ['w:altChunk', unread('chunks')],
  ['w:subDoc', unread('subDocuments')]
]
