import type {Document} from '../model/document.ts'
import {Fault} from '../model/fault.ts'
import {assemble, settle} from './assemble.ts'
import {decode} from './decode.ts'
import {readFrontMatter} from './front-matter.ts'
import {withPlainLineEnds} from './lines.ts'
import {readMarkdown} from './markdown.ts'
import {defaultFileLimit, type Reader, type ReadOptions} from './reader.ts'
import {type Kind, sniff} from './sniff.ts'
import {looksLikeMarkdown, readPlainText} from './text.ts'

export type {ReadOptions} from './reader.ts'

/** Formats whose readers are loaded only when a file needs them. */
const onDemand: Readonly<Partial<Record<Kind, () => Promise<Reader>>>> = {
  docx: async () => (await import('./docx/index.ts')).readDocx,
  odt: async () => (await import('./odt/index.ts')).readOdt
}

/** Readers that have been loaded. */
export type Readers = Readonly<Partial<Record<Kind, Reader>>>

/** Whoever gave a file such a name expects more to be read of it than bytes that happen to be text. */
const packageName = /\.(?:do[ct][xm]|odt)$/i

/** Most often a draft that was begun and never saved. */
const nothing = 'There is nothing in this file; check that the draft was saved'

const isMarkdownName = (name: string): boolean => !/\.(?:txt|text|asc|log)$/i.test(name)

function readText(name: string, bytes: Uint8Array, options: ReadOptions): Document {
  const {text: source, notices} = decode(bytes, options.encoding)
  if (source.trim() === '') throw new Fault('empty', nothing)
  const {declared, end} = readFrontMatter(source)
  if (!isMarkdownName(name) && !looksLikeMarkdown(source.slice(end))) {
    const {pieces, notices: more} = readPlainText(source, end)
    return assemble({
      format: 'text',
      source,
      declared,
      pieces: settle(pieces, source, true),
      notices: [...notices, ...more]
    })
  }
  const written = withPlainLineEnds(source)
  const {pieces, remarks, notices: more} = readMarkdown(written, end, options.pace)
  // Converted text without one real heading shows its headings as bare lines.
  const anyLine = !pieces.some(({kind}) => kind === 'heading')
  const settled = settle(pieces, written, anyLine)
  return assemble({format: 'markdown', source, declared, pieces: settled, remarks, notices: [...notices, ...more]})
}

/** Loads what reading these bytes needs; nothing for text. Throws `Fault` for a file that cannot be read at all. */
export async function readersFor(bytes: Uint8Array, {encoding}: ReadOptions = {}): Promise<Readers> {
  if (bytes.length === 0) return {}
  const kind = sniff(bytes, encoding)
  const load = onDemand[kind]
  return load ? {[kind]: await load()} : {}
}

/**
 * Reads a document. What it is, its content says; the name only tells Markdown from plain text.
 * @param name the file's name, or what stands for it when it came another way
 * @param readers from `readersFor`; text needs none
 * @throws Fault `empty`, `too-large`, `bad-encoding`, `bad-front-matter`, and what `sniff` refuses. No message holds
 *   any of the document's text.
 */
export function read(name: string, bytes: Uint8Array, options: ReadOptions = {}, readers: Readers = {}): Document {
  if (bytes.length === 0) throw new Fault('empty', nothing)
  const limit = options.limits?.file ?? defaultFileLimit
  if (bytes.length > limit) {
    throw new Fault(
      'too-large',
      `The file is larger than ${Math.floor(limit / 1_048_576)} MiB; split it, or raise the limit`
    )
  }
  const kind = sniff(bytes, options.encoding)
  if (kind === 'text') {
    if (packageName.test(name)) {
      throw new Fault('not-a-word-document', 'This is text, whatever its name says; save it again in Word, or as .txt')
    }
    return readText(name, bytes, options)
  }
  const reader = readers[kind]
  if (!reader) throw new Fault('not-supported', 'Files of this kind cannot be read; save it as a Word document (.docx)')
  return reader(bytes, options)
}
