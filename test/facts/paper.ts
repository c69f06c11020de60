import type {Facts} from '../../src/facts/facts.ts'
import {findMentions, personsFrom} from '../../src/facts/mentions.ts'
import {findQuotations} from '../../src/facts/quotations.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import type {DeclaredChild} from '../../src/model/declaration.ts'
import type {Block, Document, Mark} from '../../src/model/document.ts'
import type {Known} from '../../src/model/result.ts'
import {exampleChild} from '../../src/rules/rule.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

/** Short forms and people, without the word lists: what the facts of a paper need. */
export const smallLexicon = (): Lexicon =>
  makeLexicon(
    loadDictionaries(dictionaryFiles().filter(({path}) => /^(?:acronyms\/|everyday|words|people|sources)/.test(path)))
  )

export interface Paper {
  readonly document?: string
  readonly children?: readonly DeclaredChild[]
  readonly people?: readonly string[]
  readonly includeQuotes?: boolean
}

/**
 * A document from a handful of Markdown: headings, items, block quotations, tables, footnotes, bold, links. Stars that
 * stand alone mark words to be found; they are taken out, and their places are given back.
 */
export function writePaper(markdown: string): {document: Document; marked: string[]} {
  const blocks: Block[] = []
  const marks: Mark[] = []
  const marked: string[] = []
  let text = ''
  let table = 0
  const append = (raw: string, rest: Omit<Block, 'start' | 'end'>) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    const plain = raw.replaceAll('**', '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    for (const [index, piece] of plain.split('*').entries()) {
      if (index % 2 === 1) marked.push(piece)
      text += piece
    }
    blocks.push({...rest, start, end: text.length})
  }
  for (const chunk of markdown.split('\n\n')) {
    if (chunk.startsWith('|')) {
      table++
      for (const [row, line] of chunk.split('\n').entries()) {
        if (/^\|[-|]+\|$/.test(line)) continue
        for (const [column, cell] of line.split('|').slice(1, -1).entries())
          append(cell.trim(), {
            kind: 'cell',
            cell: {table, row: row + 1, column: column + 1, ...(row === 0 && {header: true as const})}
          })
      }
    } else if (chunk.startsWith('- ')) for (const line of chunk.split('\n')) append(line.slice(2), {kind: 'item'})
    else if (chunk.startsWith('#')) append(chunk.replace(/^#+ /, ''), {kind: 'heading', level: 2})
    else if (chunk.startsWith('> ')) append(chunk.slice(2), {kind: 'quote'})
    else if (chunk.startsWith('[^1]: ')) append(chunk.slice(6), {kind: 'note', note: '1'})
    else append(chunk, {kind: 'paragraph'})
  }
  const document: Document = {
    format: 'markdown',
    text,
    blocks,
    marks,
    segments: [],
    source: null,
    declared: null,
    notices: []
  }
  return {document, marked}
}

/** Facts of a paper for rules about words: no sections, and no kind. */
export function factsOf(document: Document, paper: Paper, lexicon: Lexicon): Facts {
  const known: Known = {
    type: paper.document === 'letter' ? 'letter' : 'report',
    typeFrom: 'command-line',
    kind: null,
    kindFrom: null,
    language: 'en-GB',
    children: (paper.children ?? [exampleChild]).map((child) => ({
      name: child.name,
      knownAs: child.knownAs ?? null,
      pronouns: child.pronouns ?? null,
      age: child.age ?? null,
      family: child.family ?? {},
      from: 'command-line'
    })),
    people: paper.people ?? ['Ms Hussain'],
    template: false
  }
  const audience = known.type === 'letter' ? 'letter' : 'report'
  const tokens = tokenize(document.text, document.blocks)
  const mentions = findMentions(tokens, known, lexicon.dictionaries.people)
  return {
    document,
    dictionaries: lexicon.dictionaries,
    lexicon,
    settings: {template: false, includeQuotes: paper.includeQuotes ?? false},
    slots: [],
    tokens,
    known,
    kind: null,
    audience,
    mentions,
    persons: personsFrom(tokens, mentions, audience === 'letter'),
    quotations: findQuotations(document, tokens, known.children, audience === 'letter'),
    matches: [],
    sections: [],
    passages: []
  }
}
