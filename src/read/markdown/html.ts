import {htmlTagNames} from 'html-tag-names'
import {decodeString} from 'micromark-util-decode-string'
import type {Block, BlockKind, MarkKind, Remark} from '../../model/document.ts'
import {add, copy, mark, type Passage, type Piece, passage} from '../passage.ts'

/** A comment (unclosed, it takes all the rest), or a tag with its name. Attributes in quotes may hold anything. */
const markup =
  /<!--(?:([\s\S]*?)-->|[\s\S]*$)|<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])((?:"[^"]*"|'[^']*'|[^'"<>])*)>|<[!?][^<>]*>/gi
const oneMarkup = new RegExp(markup.source, 'i')
const words = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});|\s+|[^&\s]+|&/gi

const kinds: Readonly<Record<string, BlockKind>> = {
  li: 'item',
  dd: 'paragraph',
  dt: 'paragraph',
  p: 'paragraph',
  div: 'paragraph',
  section: 'paragraph',
  article: 'paragraph',
  header: 'paragraph',
  footer: 'paragraph',
  figcaption: 'paragraph',
  caption: 'paragraph',
  blockquote: 'quote',
  pre: 'code',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading'
}

/** What HTML knows. Any other name in angle brackets is somebody's slot, `<Child name>`, and stays in the text. */
const tags = new Set([...htmlTagNames, 'template'])

/** They end a block without beginning one of a kind of its own. */
const breaks = new Set(['ul', 'ol', 'dl', 'hr', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'table', 'main', 'body'])

/** What is in them is not read, or was struck out. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'del', 's', 'strike', 'colgroup'])

const emphasised: Readonly<Record<string, MarkKind>> = {
  b: 'strong',
  strong: 'strong',
  u: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  a: 'link',
  code: 'code'
}

interface OpenTag {
  readonly name: string
  /** Where its words begin in the passage. */
  readonly at: number
}

type Cell = NonNullable<Block['cell']>

/** Reads HTML piece by piece. It remembers open tags from one piece to the next: Markdown cuts HTML at blank lines. */
export interface HtmlReader {
  /** The cell that is open, if one is. */
  cell(): Cell | undefined
  /** Reads block-level HTML. */
  block(start: number, end: number): void
  /** Reads one tag or comment inside a line, into the passage. */
  inline(start: number, end: number, into: Passage): void
  /** Whether text is to be left out now: struck out, or not for readers. */
  skipping(): boolean
  /** Ends a paragraph: tags left open in it are closed. */
  endOfLine(): void
}

export function htmlReader(source: string, pieces: Piece[], remarks: Remark[]): HtmlReader {
  let table: {key: number; row: number; column: number; header: boolean} | undefined
  let cell: Cell | undefined
  let current = passage()
  // Looking at the end of a text that grows takes as long as it has become.
  let spaced = true
  let kind: BlockKind = 'paragraph'
  let level = 0
  const skipped: string[] = []
  let open: OpenTag[] = []
  let openInline: OpenTag[] = []

  const close = () => {
    if (current.text.trim() !== '') {
      const settled = cell ? 'cell' : kind
      pieces.push({
        ...current,
        kind: settled,
        ...(settled === 'heading' ? {level} : {}),
        ...(cell ? {cell} : {})
      })
    }
    current = passage()
    spaced = true
    open = []
    kind = 'paragraph'
  }

  const structure = (name: string, closing: boolean, attributes: string, at: number) => {
    if (!Object.hasOwn(kinds, name) && !breaks.has(name)) return
    close()
    if (name === 'table') {
      table = closing ? undefined : {key: at, row: 0, column: 0, header: false}
      cell = undefined
    } else if (name === 'tr' && table) {
      cell = undefined
      if (!closing) {
        table.row++
        table.column = 0
      }
    } else if (name === 'thead' && table) {
      table.header = !closing
    } else if (name === 'td' || name === 'th') {
      cell = undefined
      if (closing || !table) return
      table.column++
      const header = table.header || (name === 'th' && table.row === 1)
      cell = {table: table.key, row: table.row, column: table.column, ...(header ? {header: true as const} : {})}
      const span = Number(/colspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1)
      table.column += Math.max(span, 1) - 1
    } else if (!closing && Object.hasOwn(kinds, name)) {
      kind = kinds[name] as BlockKind
      level = kind === 'heading' ? Number(name[1]) : 0
    }
  }

  const emphasise = (name: string, closing: boolean, into: Passage, stack: OpenTag[]) => {
    const marks = Object.hasOwn(emphasised, name) ? emphasised[name] : undefined
    if (!marks) return
    if (!closing) {
      stack.push({name, at: into.text.length})
      return
    }
    const from = stack.findLastIndex((tag) => tag.name === name)
    if (from < 0) return
    mark(into, marks, (stack[from] as OpenTag).at)
    stack.splice(from)
  }

  const skip = (name: string, closing: boolean, attributes: string) => {
    if (!unread.has(name) || attributes.endsWith('/')) return
    if (!closing) skipped.push(name)
    else if (skipped.includes(name)) skipped.length = skipped.lastIndexOf(name)
  }

  const text = (start: number, end: number) => {
    if (skipped.length > 0) return
    for (const {index, 0: word} of source.slice(start, end).matchAll(words)) {
      const at = start + index
      if (/^\s/.test(word)) {
        if (!spaced) add(current, ' ', at, at + word.length)
        spaced = true
        continue
      }
      const said = word.startsWith('&') ? decodeString(word) : word
      add(current, said, at, at + word.length)
      spaced = /\s$/.test(said)
    }
  }

  return {
    cell: () => cell,
    skipping: () => skipped.length > 0,
    endOfLine() {
      openInline = []
      skipped.length = 0
    },
    block(start, end) {
      let at = start
      for (const found of source.slice(start, end).matchAll(markup)) {
        const [whole, comment, slash, tag, attributes = ''] = found
        const from = start + found.index
        text(at, from)
        at = from + whole.length
        if (comment !== undefined) remarks.push({start: from, end: at, words: comment.trim()})
        if (!tag) continue
        const name = tag.toLowerCase()
        if (!tags.has(name) && !attributes.startsWith(':')) {
          text(from, at)
          continue
        }
        const closing = slash === '/'
        skip(name, closing, attributes)
        if (name === 'br') {
          add(current, '\n', from, at)
          spaced = true
        }
        structure(name, closing, attributes, from)
        emphasise(name, closing, current, open)
      }
      text(at, end)
      close()
      skipped.length = 0
    },
    inline(start, end, into) {
      const found = oneMarkup.exec(source.slice(start, end))
      if (!found) return
      const [, comment, slash, tag, attributes = ''] = found
      if (comment !== undefined) remarks.push({start, end, words: comment.trim()})
      if (!tag) return
      const name = tag.toLowerCase()
      // `<<time>>` is a slot, whatever `<time>` alone would be.
      const doubled = source[start - 1] === '<' && source[end] === '>'
      if (doubled || (!tags.has(name) && !attributes.startsWith(':'))) {
        if (skipped.length === 0) copy(into, source, start, end)
        return
      }
      skip(name, slash === '/', attributes)
      if (name === 'br') add(into, '\n', start, end)
      emphasise(name, slash === '/', into, openInline)
    }
  }
}
