import type {Document} from '../../src/model/document.ts'
import {read} from '../../src/read/index.ts'

/** Reads a text as if it stood in a file of that name. */
export const readText = (source: string, name = 'draft.md'): Document => read(name, new TextEncoder().encode(source))

/** What a test says of a block: its kind, what sets it apart, and its words. */
export const shown = (document: Document): string[] =>
  document.blocks.map(({kind, start, end, level, label, note, cell, inferred}) => {
    const place = cell ? ` ${cell.row}.${cell.column}${cell.header ? ' head' : ''}` : ''
    const more = `${level ?? ''}${inferred ? '?' : ''}${place}${label ? ` ${label}` : ''}${note ? ` [${note}]` : ''}`
    return `${kind}${more}: ${document.text.slice(start, end)}`
  })
