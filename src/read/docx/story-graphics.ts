import {passOver} from './pass-over.ts'
import type {Handler} from './story.ts'
import {sayElement} from './story-text.ts'
import {objectCharacter} from './symbols.ts'
import {readTextElement} from './text-element.ts'
import {countWords} from './unread.ts'
import type {Walk} from './walk.ts'
import {frameOf} from './walk.ts'

const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

/** A drawing is one character of the text; the boxes in it are stories, other words in it are drawn. */
const graphic: Handler = {
  open: (walk) => {
    const frame = frameOf(walk)
    if (frame.run?.look.hidden) {
      walk.unread.hidden = true
      passOver(walk)
    } else frame.graphics.push(walk.xml.start)
  },
  close: (walk) => {
    const sourceStart = frameOf(walk).graphics.pop() ?? walk.xml.start
    sayElement(walk, objectCharacter, 'object', {sourceStart, sourceEnd: walk.xml.end})
  }
}

function mathematics(walk: Walk): void {
  const sourceStart = walk.xml.start
  passOver(walk)
  sayElement(walk, objectCharacter, 'object', {sourceStart, sourceEnd: walk.xml.end})
}

function drawnText(walk: Walk): void {
  walk.unread.drawnWords += countWords(readTextElement(walk.xml, walk.source, true, null))
}

/** Word's own watermarks (`DRAFT`) are no words of the paper's. */
const shape: Handler = {
  open: (walk) => {
    walk.watermark = /^PowerPlusWaterMarkObject/.test(walk.xml.attribute('id') ?? '')
  }
}

function textPath(walk: Walk): void {
  if (!walk.watermark) walk.unread.drawnWords += countWords(walk.xml.attribute('string') ?? '')
}

function embedded(walk: Walk): void {
  if (!/^Equation\b/i.test(walk.xml.attribute('ProgID') ?? '')) walk.unread.objects++
  walk.xml.skip()
}

const counted = (count: 'diagrams' | 'charts'): Handler => ({
  open: (walk) => {
    walk.unread[count]++
    walk.xml.skip()
  }
})

/** Pictures, shapes, mathematics, and what is embedded. */
export const graphicElements: readonly (readonly [string, Handler])[] = [
  ['w:drawing', graphic],
  ['w:pict', graphic],
  ['w:object', graphic],
  ['m:oMath', {open: mathematics}],
  ['m:oMathPara', {}],
  ['m:oMathParaPr', {open: (walk) => walk.xml.skip()}],
  ['a:t', {open: drawnText}],
  ['v:shape', shape],
  ['v:textpath', {open: textPath}],
  ['o:OLEObject', {open: embedded}],
  ['dgm:relIds', counted('diagrams')],
  [`{${chart}}chart`, counted('charts')]
]
