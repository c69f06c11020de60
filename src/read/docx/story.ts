import {findFieldShapes} from './fields.ts'
import type {Package} from './package.ts'
import type {Paragraph} from './paragraph.ts'
import {readParagraphProperties} from './paragraph-properties.ts'
import {passOver} from './pass-over.ts'
import {repeated} from './repeated.ts'
import {readRunProperties} from './run-properties.ts'
import {blockElements} from './story-blocks.ts'
import {fieldElements} from './story-fields.ts'
import {graphicElements} from './story-graphics.ts'
import {inlineElements} from './story-inline.ts'
import {enclose, leave, openSpan} from './story-marks.ts'
import {finishJoining} from './story-paragraphs.ts'
import type {Styles} from './styles.ts'
import type {Unread} from './unread.ts'
import type {View, Walk} from './walk.ts'
import {frameOf, newFrame} from './walk.ts'
import {readXml, Token} from './xml.ts'

/**
 * What to do at an element's start and end. `open` may read or pass over the contents; the reader then stands on the end
 * tag and `close` is not called. An element without a handler is transparent, and said to be unknown.
 */
export interface Handler {
  readonly open?: (walk: Walk) => void
  readonly close?: (walk: Walk) => void
}

export interface StoryContext {
  readonly pack: Package
  readonly styles: Styles
  readonly view: View
  readonly unread: Unread
  readonly mapping: boolean
}

const handlers: ReadonlyMap<string, Handler> = new Map([
  ...blockElements,
  ...inlineElements,
  ...fieldElements,
  ...graphicElements
])

/**
 * Walks over a story (the main part, the notes, a header or a footer) and gives its paragraphs in reading order: those
 * of a text box after the paragraph that it is anchored to. Paragraphs that the view shows and that are empty are there
 * too, as they are numbered; those that it does not show are not. Nothing recurses. Throws `Fault` as reading XML does.
 */
export const walkStory = (context: StoryContext, part: string): readonly Paragraph[] => {
  const {source} = context.pack.text(part)
  const walk = startWalk(context, source)
  const {xml} = walk
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.text) continue
    const handler = handlers.get(xml.name)
    if (handler === undefined) {
      if (token === Token.open) openUnknown(walk)
      else closeUnknown(walk)
    } else if (token === Token.open) handler.open?.(walk)
    else handler.close?.(walk)
  }
  finishJoining(walk)
  return walk.found
}

function startWalk({styles, view, unread, mapping, pack}: StoryContext, source: string): Walk {
  const xml = readXml(source, pack.limits)
  return {
    xml,
    source,
    runProperties: repeated(xml, source, 'w:rPr', readRunProperties),
    paragraphProperties: repeated(xml, source, 'w:pPr', readParagraphProperties),
    view,
    styles,
    shapes: findFieldShapes(source),
    unread,
    mapping,
    ignorable: new Set(),
    paragraphs: 0,
    tables: 0,
    keepsSpace: false,
    watermark: false,
    note: null,
    frames: [newFrame(null, null)],
    found: []
  }
}

/** Extensions of Word's that have no text of their own. */
const extension = /^w1[45]:/

/**
 * What nobody knows is read as if it were not there, and said to be so, unless the file itself says that it may be
 * ignored. In a drawing most elements are about its looks.
 */
function openUnknown(walk: Walk): void {
  const {name} = walk.xml
  if (frameOf(walk).graphics.length > 0) return
  const namespace = /^\{.*\}/.exec(name)?.[0]
  if (extension.test(name) || (namespace !== undefined && walk.ignorable.has(namespace))) passOver(walk)
  else {
    walk.unread.unknown = true
    enclose(walk, {kind: 'wrapper', ...openSpan(walk)})
  }
}

function closeUnknown(walk: Walk): void {
  if (frameOf(walk).graphics.length === 0) leave(walk)
}
