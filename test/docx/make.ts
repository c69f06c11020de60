import {crc32, deflateRawSync} from 'node:zlib'

/** A Word document made in code, and what a person would see in it. */
export interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  /**
   * Part by part, the visible text of every `w:p` in document order. `null`: nothing to read there (hidden, deleted,
   * the second copy of a text box, joined to the paragraph before).
   */
  readonly seen: Readonly<Record<string, readonly (string | null)[]>>
  /** The same in the original view, where it differs. */
  readonly before?: Readonly<Record<string, readonly (string | null)[]>>
  /** Labels by paragraph of the main part, from 1. */
  readonly labels?: Readonly<Record<number, string>>
  /** Headings of the main part: paragraph, level, and whether it was only recognised by its looks. */
  readonly headings?: readonly (readonly [paragraph: number, level: number, inferred?: 'inferred'])[]
  /** The codes of the notices that reading it gives, sorted. */
  readonly notices?: readonly string[]
  /** Words of marks: kind, text, and name or language. */
  readonly marks?: readonly (readonly [kind: string, text: string, name?: string])[]
  /** Cells: the text with its table, row and column. */
  readonly cells?: readonly (readonly [text: string, table: number, row: number, column: number])[]
}

/** Files of a package by name; text is encoded as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A zip of files, deflated, in the order given; no time stamps, so that the same files give the same bytes. */
export const zip = (files: Files): Uint8Array => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    // OpenDocument tells its kind by this entry, which is never packed.
    const stored = name === 'mimetype'
    const packed = stored ? data : deflateRawSync(data)
    const path = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(path.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path)
    offset += 30 + path.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, directory, end]))
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** The namespaces that Word declares on the root of a part. */
export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'mc:Ignorable="w14 w15"'
].join(' ')

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A `w:t`, its spaces kept. */
export const t = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`

/** A run; `properties` is the content of `w:rPr`, `content` raw XML when it begins with `<w:` or `<mc:`, else text. */
export const r = (content: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${/^<(w|mc|m|v):?\w*:/.test(content) ? content : t(content)}</w:r>`

/** A paragraph; content is runs, or text for a paragraph of one run. `properties` is the content of `w:pPr`. */
export const p = (content = '', properties = '', attributes = ''): string =>
  `<w:p${attributes}>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' ? '' : content.startsWith('<') ? content : r(content)}</w:p>`

/** A paragraph in a named style. */
export const styled = (style: string, content: string): string => p(content, `<w:pStyle w:val="${style}"/>`)

/** A paragraph with automatic numbering. */
export const numbered = (list: number, level: number, content: string): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

export const bold = (text: string): string => r(text, '<w:b/>')

/** A cell; content is paragraphs, or text for one. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((content) => (content.startsWith('<w:tc') || content.startsWith('<w:sdt') || content.startsWith('<w:customXml') ? content : cell(content))).join('')}</w:tr>`

/** A table of rows; a row is its cells, or raw XML. */
export const table = (rows: readonly (readonly string[] | string)[]): string => {
  const widest = Math.max(1, ...rows.map((cells) => (typeof cells === 'string' ? 1 : cells.length)))
  const grid = '<w:gridCol w:w="3000"/>'.repeat(widest)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((cells) => (typeof cells === 'string' ? cells : row(cells))).join('')}</w:tbl>`
}

/** A content control. */
export const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** A field of begin, instruction, separate, result and end; `result` is runs, or text. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result.startsWith('<') ? result : r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const tracked = (name: string, content: string): string =>
  `<w:${name} w:id="90" w:author="Team manager" w:date="2025-03-04T09:00:00Z">${content}</w:${name}>`

export const inserted = (text: string): string => tracked('ins', text.startsWith('<') ? text : r(text))

export const deleted = (text: string): string =>
  tracked(
    'del',
    text.startsWith('<') ? text : `<w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r>`
  )

/** The property that says that something (a paragraph mark, a row) was inserted or deleted. */
export const change = (name: 'ins' | 'del' | 'moveFrom' | 'moveTo' | 'cellIns' | 'cellDel'): string =>
  `<w:${name} w:id="91" w:author="Team manager" w:date="2025-03-04T09:00:00Z"/>`

/** A text box as Word writes it: a shape for Word 2010 and later, and the same words again for older ones. */
export const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="600000"/><wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:140pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

export const style = (
  id: string,
  name: string,
  content = '',
  type: 'paragraph' | 'character' | 'numbering' | 'table' = 'paragraph',
  attributes = ''
): string => `<w:style w:type="${type}" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${content}</w:style>`

/** The styles that nearly every document has, before its own. */
export const styles = (own = '', defaults = '<w:sz w:val="22"/><w:lang w:val="en-GB"/>'): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${defaults}</w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'Normal', '', 'paragraph', ' w:default="1"')}${style('Heading1', 'heading 1', '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')}${style('Heading2', 'heading 2', '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')}${style('Title', 'Title', '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="40"/></w:rPr>')}${own}`

/** One level of a list. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

export const abstract = (id: number, content: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${content}</w:abstractNum>`

export const list = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`

/** The pieces of a document: raw XML of the content of each part's root. */
export interface Pieces {
  readonly body: string
  readonly section?: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly settings?: string
  readonly headers?: readonly string[]
  readonly footers?: readonly string[]
  readonly custom?: Readonly<Record<string, string>>
  readonly files?: Files
  /** Relationships of the main part, raw XML. */
  readonly relationships?: string
  /** The main part's name without the folder. */
  readonly main?: string
  /** Applied to every WordprocessingML part: another prefix, another encoding. */
  readonly rewrite?: (xml: string) => string | Uint8Array
}

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/** A whole package: content types, relationships and every part that has content. */
export const packageOf = (pieces: Pieces): Files => {
  const main = pieces.main ?? 'document.xml'
  const rewrite = pieces.rewrite ?? ((xml: string) => xml)
  const parts: Record<string, string | Uint8Array> = {}
  const overrides: string[] = []
  const relationships: string[] = []
  let references = ''
  const add = (name: string, root: string, kind: string, content: string | undefined, contentType = kind): string => {
    if (content === undefined) return ''
    parts[`word/${name}`] = rewrite(`${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`)
    overrides.push(`<Override PartName="/word/${name}" ContentType="${type}${contentType}+xml"/>`)
    const id = `rId${relationships.length + 1}`
    relationships.push(`<Relationship Id="${id}" Type="${office}/${kind}" Target="${name}"/>`)
    return id
  }
  add('styles.xml', 'styles', 'styles', pieces.styles ?? styles())
  add('numbering.xml', 'numbering', 'numbering', pieces.numbering)
  add('footnotes.xml', 'footnotes', 'footnotes', pieces.footnotes)
  add('endnotes.xml', 'endnotes', 'endnotes', pieces.endnotes)
  add('comments.xml', 'comments', 'comments', pieces.comments)
  add('settings.xml', 'settings', 'settings', pieces.settings)
  const kinds = ['default', 'first', 'even']
  for (const [index, content] of (pieces.headers ?? []).entries()) {
    const id = add(`header${index + 1}.xml`, 'hdr', 'header', content)
    references += `<w:headerReference w:type="${kinds[index]}" r:id="${id}"/>`
  }
  for (const [index, content] of (pieces.footers ?? []).entries()) {
    const id = add(`footer${index + 1}.xml`, 'ftr', 'footer', content)
    references += `<w:footerReference w:type="${kinds[index]}" r:id="${id}"/>`
  }
  const body = `<w:body>${pieces.body}<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/>${pieces.section ?? ''}</w:sectPr></w:body>`
  parts[`word/${main}`] = rewrite(`${declaration}<w:document ${namespaces}>${body}</w:document>`)
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const custom =
    pieces.custom === undefined
      ? undefined
      : Object.entries(pieces.custom)
          .map(
            ([name, value], index) =>
              `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`
          )
          .join('')
  const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/><Override PartName="/word/${main}" ContentType="${type}document.main+xml"/>${overrides.join('')}${custom === undefined ? '' : `<Override PartName="/docProps/custom.xml" ContentType="${customType}"/>`}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/${main}"/>${custom === undefined ? '' : `<Relationship Id="rId2" Type="${office}/custom-properties" Target="docProps/custom.xml"/>`}</Relationships>`,
    [`word/_rels/${main}.rels`]: `${declaration}<Relationships xmlns="${rels}">${relationships.join('')}${pieces.relationships ?? ''}</Relationships>`,
    ...parts,
    ...(custom === undefined
      ? {}
      : {
          'docProps/custom.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>`
        }),
    ...pieces.files
  }
}

/** The bytes of a document that has only these pieces. */
export const docx = (pieces: Pieces | string): Uint8Array =>
  zip(packageOf(typeof pieces === 'string' ? {body: pieces} : pieces))

export const main = 'word/document.xml'

type Expected = Omit<Made, 'name' | 'bytes' | 'seen' | 'before'>

/** A made document whose words are all in the main part. */
export const made = (
  name: string,
  pieces: Pieces | string,
  seen: readonly (string | null)[],
  more: Expected & {before?: readonly (string | null)[]; parts?: Made['seen']} = {}
): Made => {
  const {before, parts, ...expected} = more
  const part = typeof pieces === 'string' || pieces.main === undefined ? main : `word/${pieces.main}`
  return {
    name,
    bytes: docx(pieces),
    seen: {[part]: seen, ...parts},
    ...(before === undefined ? {} : {before: {[part]: before}}),
    ...expected
  }
}
