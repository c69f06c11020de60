import type {BlockContent, DefinitionContent, List, Nodes, PhrasingContent, Root, RootContent, Table} from 'mdast'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {BlockKind, Remark} from '../../model/document.ts'
import {add, copy, mark, type Passage, type Piece, passage} from '../passage.ts'
import {align} from './align.ts'
import {htmlReader} from './html.ts'
import {takePandocMarks} from './pandoc.ts'

// Of GitHub's additions only those that change what a reader sees as text: the others cost as much as all the rest.
const markdown = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmTable(), gfmFootnote(), gfmTaskListItem()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown()])
  .freeze()

/** Nobody nests deeper on purpose, and what lies deeper is read as it stands. */
const maxDepth = 64

export interface Found {
  readonly pieces: Piece[]
  readonly remarks: Remark[]
  readonly pictures: number
}

/** What a block takes from the blocks around it. */
interface Around {
  readonly kind: BlockKind
  readonly depth: number
  readonly note?: string
  /** The number of a list item, which only its first block shows. */
  readonly number?: {label?: string}
}

type Block = BlockContent | DefinitionContent | RootContent

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0

/** Reads Markdown with remark. Offsets in what it returns are of the source given. */
export function readTree(source: string): Found {
  const pieces: Piece[] = []
  const remarks: Remark[] = []
  let pictures = 0
  const html = htmlReader(source, pieces, remarks)

  const push = (text: Passage, around: Around, more: {kind: BlockKind; level?: number}) => {
    const cell = html.cell()
    const label = around.number?.label
    if (around.number) delete around.number.label
    const piece: Piece = {
      ...text,
      ...(cell ? {kind: 'cell', cell} : more),
      ...(label === undefined ? {} : {label}),
      ...(around.note === undefined ? {} : {note: around.note})
    }
    takePandocMarks(piece, source)
    pieces.push(piece)
  }

  const inline = (nodes: readonly PhrasingContent[], into: Passage, depth: number) => {
    for (const node of nodes) {
      const start = startOf(node)
      const end = endOf(node)
      const from = into.text.length
      if (node.type === 'html') html.inline(start, end, into)
      else if (html.skipping()) continue
      else if (node.type === 'text') align(into, source, start, end)
      else if (node.type === 'break') add(into, '\n', start, end)
      else if (node.type === 'image' || node.type === 'imageReference') pictures++
      else if (node.type === 'inlineCode') {
        const at = source.indexOf(node.value, start)
        if (at >= 0 && at + node.value.length <= end) copy(into, source, at, at + node.value.length)
        else add(into, node.value.replace(/\r?\n/g, ' '), start, end)
        mark(into, 'code', from)
      } else if ('children' in node) {
        if (node.type === 'link' && /^#(?:foot|end)?note|^#fn/i.test(node.url)) continue
        if (depth > maxDepth) align(into, source, start, end)
        else inline(node.children, into, depth + 1)
        if (node.type === 'strong' || node.type === 'emphasis') mark(into, node.type, from)
        else if (node.type === 'link' || node.type === 'linkReference') mark(into, 'link', from)
      }
    }
  }

  const textOf = (nodes: readonly PhrasingContent[], depth: number): Passage => {
    const text = passage()
    inline(nodes, text, depth)
    html.endOfLine()
    return text
  }

  const list = (node: List, around: Around) => {
    for (const [i, item] of node.children.entries()) {
      const number: {label?: string} = {}
      if (node.ordered) {
        const delimiter = /^\d+([.)])/.exec(source.slice(startOf(item), startOf(item) + 12))?.[1] ?? '.'
        number.label = `${(node.start ?? 1) + i}${delimiter}`
      }
      const kind = around.kind === 'paragraph' ? 'item' : around.kind
      walk(item.children, {...around, kind, number, depth: around.depth + 1})
    }
  }

  const table = (node: Table, around: Around) => {
    for (const [r, row] of node.children.entries()) {
      for (const [c, cell] of row.children.entries()) {
        const text = textOf(cell.children, around.depth)
        const at = {table: startOf(node), row: r + 1, column: c + 1, ...(r === 0 ? {header: true as const} : {})}
        const piece: Piece = {...text, kind: 'cell', cell: at}
        takePandocMarks(piece, source)
        pieces.push(piece)
      }
    }
  }

  const heading = (node: Extract<Block, {type: 'heading'}>, around: Around) => {
    const text = textOf(node.children, around.depth)
    // A rule under a paragraph makes a heading of it to Markdown, and to nobody else.
    const underlined = source[startOf(node)] !== '#'
    const prose = underlined && (/[.!]$/.test(text.text.trimEnd()) || text.text.length > 90)
    const kind = around.kind === 'paragraph' || around.kind === 'item' ? 'heading' : around.kind
    push(text, around, prose || kind !== 'heading' ? {kind: around.kind} : {kind, level: node.depth})
  }

  const walk = (nodes: readonly Block[], around: Around) => {
    for (const node of nodes) {
      const start = startOf(node)
      const end = endOf(node)
      if (around.depth > maxDepth && 'children' in node) {
        const text = passage()
        align(text, source, start, end)
        push(text, around, {kind: around.kind})
      } else if (node.type === 'paragraph') {
        const lines = lineBlock(source, start, end)
        push(lines ?? textOf(node.children, around.depth), around, {kind: around.kind})
      } else if (node.type === 'heading') heading(node, around)
      else if (node.type === 'list') list(node, around)
      else if (node.type === 'blockquote') walk(node.children, {...around, kind: 'quote', depth: around.depth + 1})
      else if (node.type === 'table') table(node, around)
      else if (node.type === 'html') html.block(start, end)
      else if (node.type === 'footnoteDefinition') {
        const note = node.label ?? node.identifier
        walk(node.children, {kind: 'note', note, depth: around.depth + 1})
      } else if (node.type === 'code') code(node.value, node.lang ?? '', start, end, around)
    }
  }

  /** Indented text is code to Markdown; in a letter or report somebody indented a paragraph. */
  const code = (value: string, language: string, start: number, end: number, around: Around) => {
    if (language.startsWith('{=')) {
      const at = source.indexOf(value, start)
      if (at >= 0) html.block(at, at + value.length)
    } else if (/[`~]/.test(source[start] as string)) {
      const text = passage()
      add(text, value, start, end)
      push(text, around, {kind: 'code'})
    } else if (html.cell()) {
      html.block(start, end)
    } else {
      for (const {index, 0: paragraph} of source.slice(start, end).matchAll(/[^\r\n].*(?:\r?\n[ \t]*\S.*)*/g)) {
        const text = passage()
        const at = start + index
        for (const line of paragraph.matchAll(/[^\r\n]+/g)) {
          const shown = line[0].trim()
          const from = at + line.index + line[0].indexOf(shown)
          const before = text.segments.at(-1)?.sourceEnd
          if (before !== undefined) add(text, ' ', before, from)
          copy(text, source, from, from + shown.length)
        }
        push(text, around, {kind: around.kind})
      }
    }
  }

  const root: Root = markdown.parse(source)
  walk(root.children, {kind: 'paragraph', depth: 0})
  return {pieces, remarks, pictures}
}

/** Pandoc's line block, `| ` before every line: the lines stay apart. */
function lineBlock(source: string, start: number, end: number): Passage | undefined {
  if (source[start] !== '|' || !/^(?:\|[ \t].*(?:\r?\n|$))+$/.test(source.slice(start, end))) return undefined
  const text = passage()
  for (const {index, 0: line} of source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const words = line.slice(1).trim()
    const from = start + index + 1 + line.slice(1).indexOf(words)
    const before = text.segments.at(-1)?.sourceEnd
    if (before !== undefined) add(text, '\n', before, from)
    align(text, source, from, from + words.length)
  }
  return text
}
