import {objectCharacter} from '../docx/symbols.ts'
import {Token} from '../docx/xml.ts'
import type {Piece} from '../passage.ts'
import type {Reading} from './reading.ts'
import {
  beginParagraph,
  closeSpan,
  endParagraph,
  frameOf,
  newFrame,
  openSpan,
  passOver,
  readAnnotation,
  say
} from './reading.ts'

/** What to do at an element's start and end; an element without a handler is transparent. */
interface Handler {
  readonly open?: (reading: Reading) => void
  readonly close?: (reading: Reading) => void
}

const paragraph: Handler = {open: beginParagraph, close: endParagraph}

const span: Handler = {
  open: (reading) => openSpan(reading, {style: reading.styles('text', reading.xml.attribute('text:style-name'))}),
  close: closeSpan
}

const link: Handler = {open: (reading) => openSpan(reading, {mark: 'link'}), close: closeSpan}

const generated: Handler = {open: (reading) => openSpan(reading, {mark: 'generated'}), close: closeSpan}

const placeholder = (attribute: string, slotOnly: boolean): Handler => ({
  open: (reading) => openSpan(reading, {mark: 'placeholder', name: reading.xml.attribute(attribute) ?? '', slotOnly}),
  close: closeSpan
})

const hidden: Handler = {open: (reading) => openSpan(reading, {style: {hidden: true}}), close: closeSpan}

const skipped: Handler = {open: passOver}

const character = (said: string): Handler => ({open: (reading) => say(reading, said, false)})

function spaces(reading: Reading): void {
  const count = Number(reading.xml.attribute('text:c') ?? '1')
  say(reading, ' '.repeat(count >= 1 && count <= 1000 ? Math.floor(count) : 1), false)
}

/** A story within the story. */
const frame = (kind: (reading: Reading) => Piece['kind']): Handler => ({
  open: (reading) => {
    reading.frames.push(newFrame(kind(reading), frameOf(reading).note))
  },
  close: (reading) => {
    endParagraph(reading)
    reading.frames.pop()
  }
})

const noteBody: Handler = {
  open: (reading) => {
    reading.frames.push(newFrame('note', reading.citation.trim()))
  },
  close: (reading) => {
    endParagraph(reading)
    reading.frames.pop()
  }
}

function citation(reading: Reading): void {
  const {xml} = reading
  const own = xml.depth
  reading.citation = ''
  for (let token = xml.next(); !(token === Token.close && xml.depth === own); token = xml.next())
    if (token === Token.text) reading.citation += xml.text()
}

function embedded(reading: Reading): void {
  reading.unread.objects++
  say(reading, objectCharacter, false)
  passOver(reading)
}

const table: Handler = {
  open: (reading) => {
    reading.tables++
    frameOf(reading).tables.push({number: reading.tables, row: 0, column: 0, header: false})
  },
  close: (reading) => {
    frameOf(reading).tables.pop()
  }
}

const inTable = (change: (table: {row: number; column: number; header: boolean}) => void) => (reading: Reading) => {
  const open = frameOf(reading).tables.at(-1)
  if (open !== undefined) change(open)
}

const row: Handler = {
  open: inTable((open) => {
    open.row++
    open.column = 0
  })
}

const cell: Handler = {
  open: inTable((open) => {
    open.column++
  })
}

const headerRows: Handler = {
  open: inTable((open) => {
    open.header = true
  }),
  close: inTable((open) => {
    open.header = false
  })
}

const list: Handler = {
  open: (reading) => {
    frameOf(reading).lists++
  },
  close: (reading) => {
    frameOf(reading).lists--
  }
}

/** What Writer works out by itself. */
const workedOut = [
  ...['text:alphabetical-index', 'text:bibliography', 'text:bookmark-ref', 'text:chapter', 'text:creation-date'],
  ...['text:date', 'text:file-name', 'text:illustration-index', 'text:note-ref', 'text:object-index'],
  ...['text:page-count', 'text:page-number', 'text:reference-ref', 'text:sequence', 'text:sequence-ref'],
  ...['text:table-index', 'text:table-of-content', 'text:time', 'text:user-index']
]

/** What is no text of the paper's. Deleted text stands apart, in `text:tracked-changes`. */
const passedOver = [
  ...['office:automatic-styles', 'office:font-face-decls', 'office:forms', 'office:scripts'],
  ...['office:styles', 'text:bibliography-configuration', 'text:ruby-text', 'text:sequence-decls'],
  ...['text:table-of-content-source', 'text:tracked-changes', 'text:user-field-decls', 'text:variable-decls']
]

const boxKind = (reading: Reading): Piece['kind'] => {
  const {kind} = frameOf(reading)
  return kind === 'paragraph' ? 'box' : kind
}

export const elements: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...workedOut.map((name): [string, Handler] => [name, generated]),
  ...passedOver.map((name): [string, Handler] => [name, skipped]),
  ['office:annotation', {open: readAnnotation}],
  ['text:p', paragraph],
  ['text:h', paragraph],
  ['text:span', span],
  ['text:a', link],
  ['text:placeholder', placeholder('text:description', false)],
  ['text:database-display', placeholder('text:column-name', true)],
  ['text:hidden-text', hidden],
  ['text:s', {open: spaces}],
  ['text:tab', character('\t')],
  ['text:line-break', character('\n')],
  ['text:list', list],
  ['text:note-citation', {open: citation}],
  ['text:note-body', noteBody],
  ...['style:header', 'style:header-left', 'style:header-first'].map((name): [string, Handler] => [
    name,
    frame(() => 'header')
  ]),
  ...['style:footer', 'style:footer-left', 'style:footer-first'].map((name): [string, Handler] => [
    name,
    frame(() => 'footer')
  ]),
  ['draw:text-box', frame(boxKind)],
  ['draw:image', character(objectCharacter)],
  ['draw:object', {open: embedded}],
  ['draw:object-ole', {open: embedded}],
  ['table:table', table],
  ['table:table-header-rows', headerRows],
  ['table:table-row', row],
  ['table:table-cell', cell],
  ['table:covered-table-cell', cell]
])
