import type {Document, Remark} from '../../model/document.ts'
import {Fault} from '../../model/fault.ts'
import {assemble} from '../assemble.ts'
import type {Inflate} from '../docx/inflate.ts'
import {packageFault} from '../docx/package-fault.ts'
import type {Limits} from '../docx/package-limits.ts'
import {defaultLimits} from '../docx/package-limits.ts'
import {decodePart} from '../docx/package-text.ts'
import {isBlank} from '../docx/paragraph.ts'
import {countWords, nothingUnread, noticesOf} from '../docx/unread.ts'
import type {XmlReader} from '../docx/xml.ts'
import {readXml, Token} from '../docx/xml.ts'
import {openZip} from '../docx/zip.ts'
import {inferHeadings} from '../headings.ts'
import {reallyForeign} from '../languages.ts'
import type {Piece} from '../passage.ts'
import {declarationIn} from '../properties.ts'
import {elements} from './elements.ts'
import {readProperties} from './properties.ts'
import type {Reading} from './reading.ts'
import {newFrame, say} from './reading.ts'
import {readOdtStyles} from './styles.ts'

export interface OdtOptions {
  readonly view?: 'final' | 'original'
  readonly limits?: Partial<Limits>
  readonly inflate?: Inflate
}

const content = 'content.xml'
const stylesPart = 'styles.xml'
const metaPart = 'meta.xml'
const kindPart = 'mimetype'
const manifest = 'META-INF/manifest.xml'

/**
 * Reads an OpenDocument text: headings, paragraphs, lists, tables, notes, boxes, headers and footers, tracked changes as
 * if accepted. Places are paragraphs of `content.xml` (or `styles.xml`, of headers and footers), counted from 1.
 * Throws `Fault`: `encrypted`, `not-supported` for the original view, or a code of `package-fault.ts`.
 */
export const readOdt = (bytes: Uint8Array, options: OdtOptions = {}): Document => {
  const limits = {...defaultLimits, ...options.limits}
  const zip = openZip(bytes, limits, options.inflate)
  const xml = (part: string): XmlReader => readXml(decodePart(zip.read(part)).source, limits)
  // Old manifests name a document type, so this one part is not read as XML: all we ask is whether it names a key.
  if (zip.find(manifest) !== undefined && /<[\w:]*encryption-data[\s/>]/.test(decodePart(zip.read(manifest)).source))
    throw packageFault('encrypted')
  if (options.view === 'original')
    throw new Fault('not-supported', 'The original view is only there for Word files; save the document as .docx')
  const hasStyles = zip.find(stylesPart) !== undefined
  const styles = readOdtStyles(hasStyles ? [xml(stylesPart), xml(content)] : [xml(content)])
  const unread = nothingUnread()
  const said: Reading['remarks'] = []
  const read = (part: string): readonly Piece[] => {
    const reading: Reading = {
      ...{xml: xml(part), part, styles, unread, frames: [newFrame('paragraph')], pieces: [], notes: [], remarks: said},
      ...{paragraphs: 0, tables: 0, citation: ''}
    }
    walk(reading)
    return [...reading.pieces, ...reading.notes]
  }
  const known = new Set<string>()
  const pages = hasStyles
    ? read(stylesPart).filter(({kind, text}) => !known.has(`${kind} ${text}`) && known.add(`${kind} ${text}`))
    : []
  const pieces = [...read(content), ...pages].filter(({text}) => !isBlank(text))
  const foreign = reallyForeign(pieces)
  for (const piece of pieces) {
    piece.marks = piece.marks.filter((mark) => mark.kind !== 'foreign' || foreign.has(mark))
    for (const {kind, start, end} of piece.marks) {
      if (kind !== 'foreign') continue
      unread.foreign = true
      unread.foreignWords += countWords(piece.text.slice(start, end))
    }
  }
  inferHeadings(pieces, false)
  const properties = zip.find(metaPart) === undefined ? [] : readProperties(xml(metaPart))
  const isTemplate = zip.find(kindPart) !== undefined && /-template$/.test(decodePart(zip.read(kindPart)).source.trim())
  const declared = declarationIn(properties, isTemplate)
  const document = assemble({format: 'odt', source: '', declared, pieces, notices: noticesOf(unread)})
  const blocks = new Map(pieces.map((piece, index) => [piece, document.blocks[index]]))
  const remarks = said.flatMap(({piece, words}): Remark[] => {
    const block = blocks.get(piece)
    return block ? [{start: block.start, end: block.end, words}] : []
  })
  return {...document, source: null, ...(remarks.length === 0 ? {} : {remarks})}
}

function walk(reading: Reading): void {
  const {xml} = reading
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.text) say(reading, xml.text().replace(/[ \t\r\n]+/g, ' '), true)
    else if (token === Token.open) elements.get(xml.name)?.open?.(reading)
    else elements.get(xml.name)?.close?.(reading)
  }
}
