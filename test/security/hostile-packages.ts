import {type Files, main, p, packageOf, r, styles, table, zip} from '../docx/make.ts'

/** A file made to do harm, and what must become of it. */
export interface Hostile {
  readonly threat: string
  readonly what: string
  /** Makes it: some are large. */
  readonly make: () => Uint8Array
  /** The code with which it is refused; `read` where it is harmless once it is read with care. */
  readonly ends: string
}

/** Stands in every hostile file, and in nothing that is said of one. */
export const secret = 'Quillfeather'

const sound = packageOf({body: p(`Dear ${secret}, you will have contact.`)})
const types = '[Content_Types].xml'
const roots = '_rels/.rels'
const relations = 'word/_rels/document.xml.rels'

const changed = (name: string, change: (xml: string) => string | Uint8Array): Uint8Array =>
  zip({...sound, [name]: change(String(sound[name]))})
const without = (name: string): Uint8Array =>
  zip(Object.fromEntries(Object.entries(sound).filter(([other]) => other !== name)))
const withParts = (more: Files): Uint8Array => zip({...sound, ...more})
const inBody = (xml: string): Uint8Array => changed(main, (whole) => whole.replace('<w:body>', `<w:body>${xml}`))
const withDoctype = (name: string, declaration: string, use = ''): Uint8Array =>
  changed(name, (xml) => xml.replace(/(<[A-Za-z])/, `${declaration}$1`).replace('Dear', `${use}Dear`))

/** Where the central record of an entry, and its local one, begin. */
function records(bytes: Buffer, name: string): {readonly central: number; readonly local: number} {
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')) {
    if (bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === name)
      return {central: at, local: bytes.readUInt32LE(at + 42)}
  }
  throw new Error(`no entry ${name}`)
}

/** Sets the size that an archive says an entry has. */
function forged(source: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(source)
  const {central, local} = records(bytes, name)
  bytes.writeUInt32LE(size, central + 24)
  bytes.writeUInt32LE(size, local + 22)
  return bytes
}

/** Renames an entry in the directory only, or in both places, to a name as long. */
function renamed(source: Uint8Array, name: string, next: string, everywhere: boolean): Uint8Array {
  const bytes = Buffer.from(source)
  const {central, local} = records(bytes, name)
  bytes.write(next, central + 46, 'latin1')
  if (everywhere) bytes.write(next, local + 30, 'latin1')
  return bytes
}

/** Many entries of the directory over one and the same stretch of data. */
function overlapping(copies: number): Uint8Array {
  const bytes = Buffer.from(withParts({'word/media/a000.bin': 'x'.repeat(1_000_000)}))
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const {central} = records(bytes, 'word/media/a000.bin')
  const record = bytes.subarray(central, central + 46 + bytes.readUInt16LE(central + 28))
  const more = Array.from({length: copies}, (_, index) => {
    const copy = Buffer.from(record)
    copy.write(`word/media/a${String(index + 1).padStart(3, '0')}.bin`, 46, 'latin1')
    return copy
  })
  const tail = Buffer.from(bytes.subarray(end))
  const added = more.reduce((sum, {length}) => sum + length, 0)
  tail.writeUInt16LE(tail.readUInt16LE(8) + copies, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + copies, 10)
  tail.writeUInt32LE(tail.readUInt32LE(12) + added, 12)
  return Buffer.concat([bytes.subarray(0, end), ...more, tail])
}

/** The same entry twice in the directory, each with its own data. */
function twice(name: string): Uint8Array {
  const other = name.replace(/.$/, '?')
  return renamed(withParts({[other]: String(sound[name]).replace('Dear', 'Hello')}), other, name, true)
}

const doctype = '<!DOCTYPE x [<!ENTITY a "ha">]>'
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
  .join('')}]>`
const utf16 = (xml: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(xml.replace('encoding="UTF-8"', 'encoding="UTF-16"'), 'utf16le')
  ])

const styleChain = (count: number, last: string): string =>
  styles(
    Array.from(
      {length: count},
      (_, index) =>
        `<w:style w:type="paragraph" w:styleId="S${index}"><w:name w:val="S${index}"/><w:basedOn w:val="${index + 1 < count ? `S${index + 1}` : last}"/></w:style>`
    ).join('')
  )
const styledBody = p('Dear Leo,', '<w:pStyle w:val="S0"/>')

/** Every hostile package. */
export const packages: readonly Hostile[] = (
  [
    ['T01', 'one text of 70 MB in a small file', 'too-large', () => inBody(p('x'.repeat(70_000_000)))],
    [
      'T01',
      'a million and a half empty paragraphs',
      'too-large',
      () => inBody('<w:p></w:p><w:p><w:r></w:r></w:p><w:p/>'.repeat(1_600_000))
    ],
    [
      'T01',
      'parts that are each allowed and together too much',
      'too-large',
      () =>
        zip({
          ...packageOf({
            body: p('x'),
            footnotes: `<!--${'x'.repeat(63 << 20)}-->`,
            endnotes: `<!--${'x'.repeat(63 << 20)}-->`,
            styles: `<!--${'x'.repeat(63 << 20)}-->`,
            numbering: `<!--${'x'.repeat(63 << 20)}-->`,
            headers: [`<!--${'x'.repeat(63 << 20)}-->`]
          })
        })
    ],
    [
      'T01',
      'more entries than any document has',
      'too-large',
      () => withParts(Object.fromEntries(Array.from({length: 5000}, (_, index) => [`word/media/${index}.bin`, ''])))
    ],
    [
      'T02',
      'a large part that says it has ten bytes',
      'damaged',
      () => forged(inBody(p('x'.repeat(5_000_000))), main, 10)
    ],
    ['T02', 'a small part that says it has four gigabytes', 'too-large', () => forged(zip(sound), main, 0xfffffff0)],
    ['T02', 'a small part that says it has sixty megabytes', 'damaged', () => forged(zip(sound), main, 60 << 20)],
    ['T03', 'two hundred entries over the same data', 'ambiguous-package', () => overlapping(200)],
    ['T04', 'archives in archives', 'not-a-word-document', () => zip({'a.zip': zip({'b.zip': zip(sound)})})],
    ['T04', 'a Word file in a Word file', 'read', () => withParts({'word/embeddings/a.docx': zip(sound)})],
    [
      'T05',
      'names that lead out of the folder',
      'read',
      () =>
        withParts({
          '../../../../tmp/evil.txt': 'x',
          '/etc/evil': 'x',
          '..\\..\\evil': 'x',
          'C:\\evil': 'x',
          __proto__: 'x',
          constructor: 'x'
        })
    ],
    [
      'T05',
      'a main part that lies outside',
      'damaged',
      () => changed(roots, (xml) => xml.replace('word/document.xml', '../../../../etc/passwd'))
    ],
    [
      'T05',
      'a main part that is reached by way of outside',
      'damaged',
      () => changed(roots, (xml) => xml.replace('word/document.xml', '../word/document.xml'))
    ],
    ['T06', 'the main part twice', 'ambiguous-package', () => twice(main)],
    ['T06', 'the main part in two spellings', 'ambiguous-package', () => withParts({'WORD/Document.xml': '<x/>'})],
    [
      'T06',
      'one name in the directory and another at the data',
      'ambiguous-package',
      () => renamed(withParts({'word/document.xmx': ''}), 'word/document.xmx', 'word/document.xmy', false)
    ],
    [
      'T06',
      'two main parts',
      'ambiguous-package',
      () =>
        zip({
          ...sound,
          [roots]: String(sound[roots]).replace(
            /<Relationship .*?\/>/,
            (one) => one + one.replace('rId1', 'rId9').replace('document.xml', 'styles.xml')
          )
        })
    ],
    ['T07', 'one text node of seventeen million letters', 'too-large', () => inBody(p('x'.repeat(17 << 20)))],
    [
      'T07',
      'an attribute of two million letters',
      'too-large',
      () => inBody(`<w:p w:rsidR="${'x'.repeat(2 << 20)}"/>`)
    ],
    [
      'T07',
      'an element of two thousand attributes',
      'too-large',
      () => inBody(`<w:p ${Array.from({length: 2000}, (_, index) => `w:a${index}="x"`).join(' ')}/>`)
    ],
    [
      'T08',
      'sixty thousand elements in each other',
      'too-deep',
      () => inBody('<w:sdt><w:sdtContent>'.repeat(60_000) + '</w:sdtContent></w:sdt>'.repeat(60_000))
    ],
    [
      'T08',
      'tables in tables',
      'too-deep',
      () => inBody(`${'<w:tbl><w:tr><w:tc>'.repeat(2000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(2000)}`)
    ],
    ['T08', 'fields in fields', 'too-deep', () => inBody(p(r('<w:fldChar w:fldCharType="begin"/>').repeat(5000)))],
    [
      'T08',
      'as deep as documents may be',
      'read',
      () => inBody('<w:sdt><w:sdtContent>'.repeat(100) + p('deep') + '</w:sdtContent></w:sdt>'.repeat(100))
    ],
    ...[main, types, roots, relations, 'word/styles.xml'].map(
      (name) => ['T09', `a document type in ${name}`, 'dtd-not-allowed', () => withDoctype(name, doctype)] as const
    ),
    ['T09', 'a billion laughs', 'dtd-not-allowed', () => withDoctype(main, laughs, '&j;')],
    [
      'T09',
      'an entity that is a file',
      'dtd-not-allowed',
      () => withDoctype(main, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;')
    ],
    [
      'T09',
      'an entity that is an address',
      'dtd-not-allowed',
      () => withDoctype(main, '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x"> %e;]>')
    ],
    [
      'T09',
      'an entity nobody declared',
      'not-well-formed',
      () => changed(main, (xml) => xml.replace('Dear', '&evil;'))
    ],
    [
      'T10',
      'a picture, a template and a frame that are addresses',
      'read',
      () =>
        zip(
          packageOf({
            body: p(`Dear ${secret}`),
            relationships: ['image', 'attachedTemplate', 'frame', 'subDocument', 'oleObject']
              .map(
                (kind, index) =>
                  `<Relationship Id="x${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://127.0.0.1:9/${kind}" TargetMode="External"/>`
              )
              .join('')
          })
        )
    ],
    [
      'T10',
      'a main part that is an address',
      'ambiguous-package',
      () =>
        changed(roots, (xml) =>
          xml.replace('Target="word/document.xml"', 'Target="http://127.0.0.1:9/x.xml" TargetMode="External"')
        )
    ],
    [
      'T11',
      'an entry that is encrypted',
      'encrypted',
      () => {
        const bytes = Buffer.from(zip(sound))
        const {central, local} = records(bytes, main)
        bytes.writeUInt16LE(1, central + 8)
        bytes.writeUInt16LE(1, local + 6)
        return bytes
      }
    ],
    [
      'T11',
      'a password-protected file',
      'encrypted',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(1016),
          Buffer.from('EncryptedPackage', 'utf16le'),
          Buffer.alloc(480)
        ])
    ],
    [
      'T12',
      'an old Word file',
      'legacy-doc',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from(`WordDocument ${secret}`, 'utf16le')
        ])
    ],
    ['T12', 'a PDF', 'pdf', () => Buffer.from(`%PDF-1.7\n${secret}`)],
    ['T12', 'Rich Text', 'rtf', () => Buffer.from(`{\\rtf1 ${secret}}`)],
    ['T12', 'a web page', 'html', () => Buffer.from(`<!doctype html><p>${secret}`)],
    [
      'T12',
      'a picture',
      'picture',
      () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(secret)])
    ],
    [
      'T13',
      'text that is called a Word file',
      'not-a-word-document',
      () => Buffer.from(`Dear ${secret}, you will have contact.`)
    ],
    [
      'T14',
      'a file with macros',
      'read',
      () =>
        zip({
          ...sound,
          [types]: String(sound[types]).replace(
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
            'application/vnd.ms-word.document.macroEnabled.main+xml'
          ),
          'word/vbaProject.bin': new Uint8Array(2000).fill(7)
        })
    ],
    ['T15', 'a file without its end', 'damaged', () => zip(sound).subarray(0, 900)],
    [
      'T15',
      'bytes before the archive',
      'damaged',
      () => Buffer.concat([zip({}).subarray(0, 0), Buffer.from('PK\x03\x04junk', 'latin1'), zip(sound)])
    ],
    ['T15', 'bytes after the archive', 'damaged', () => Buffer.concat([zip(sound), Buffer.from('trailing')])],
    [
      'T15',
      'a wrong checksum',
      'damaged',
      () => {
        const bytes = Buffer.from(zip(sound))
        const {central} = records(bytes, main)
        bytes.writeUInt32LE(1, central + 16)
        return bytes
      }
    ],
    [
      'T15',
      'a method nobody has',
      'damaged',
      () => {
        const bytes = Buffer.from(zip(sound))
        const {central, local} = records(bytes, main)
        bytes.writeUInt16LE(99, central + 10)
        bytes.writeUInt16LE(99, local + 8)
        return bytes
      }
    ],
    ['T16', 'no content types', 'not-a-word-document', () => without(types)],
    ['T16', 'no relations', 'not-a-word-document', () => without(roots)],
    ['T16', 'no main part', 'damaged', () => without(main)],
    [
      'T16',
      'a spreadsheet’s type',
      'not-a-word-document',
      () => changed(types, (xml) => xml.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'))
    ],
    ['T17', 'a part in UTF-16', 'read', () => changed(main, utf16)],
    [
      'T17',
      'a part that is not UTF-8',
      'not-well-formed',
      () => changed(main, (xml) => Buffer.from(xml.replace('Dear', 'D\u00e9ar'), 'latin1'))
    ],
    ['T17', 'a NUL', 'not-well-formed', () => changed(main, (xml) => xml.replace('Dear', 'De\0ar'))],
    ['T17', 'a NUL as a reference', 'not-well-formed', () => changed(main, (xml) => xml.replace('Dear', '&#0;'))],
    ['T17', 'half a character', 'not-well-formed', () => changed(main, (xml) => xml.replace('Dear', '&#xD800;'))],
    ['T17', 'what is no character', 'not-well-formed', () => changed(main, (xml) => xml.replace('Dear', '\uffff'))],
    [
      'T23',
      'an escape as a reference',
      'not-well-formed',
      () => changed(main, (xml) => xml.replace('Dear', '&#27;]0;owned&#7;'))
    ],
    ['T37', 'styles in a circle', 'read', () => zip(packageOf({body: styledBody, styles: styleChain(3, 'S0')}))],
    ['T37', 'a style based on itself', 'read', () => zip(packageOf({body: styledBody, styles: styleChain(1, 'S0')}))],
    [
      'T37',
      'a chain of twenty thousand styles',
      'read',
      () => zip(packageOf({body: styledBody, styles: styleChain(20_000, 'None')}))
    ],
    [
      'T37',
      'numberings in a circle',
      'read',
      () =>
        zip(
          packageOf({
            body: p('Dear Leo,', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
            styles: styles(
              '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            ),
            numbering:
              '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
          })
        )
    ],
    [
      'T37',
      'a numbering at level two thousand million',
      'read',
      () =>
        zip(
          packageOf({
            body: p('Dear Leo,', '<w:numPr><w:ilvl w:val="2000000000"/><w:numId w:val="-1"/></w:numPr>'),
            numbering: '<w:num w:numId="-1"><w:abstractNumId w:val="9"/></w:num>'
          })
        )
    ],
    [
      'T37',
      'a cell that spans two thousand million columns',
      'read',
      () => inBody(table([['a']]).replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'))
    ],
    [
      'T39',
      'names that every object has',
      'read',
      () =>
        zip(
          packageOf({
            body: ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']
              .map((name) => p(name, `<w:pStyle w:val="${name}"/><w:numPr><w:numId w:val="${name}"/></w:numPr>`))
              .join(''),
            styles: styles(
              '<w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="constructor"/><w:basedOn w:val="toString"/></w:style>'
            ),
            custom: {
              __proto__: secret,
              constructor: secret,
              'ourwords.constructor': secret,
              'ourwords.__proto__': secret
            }
          })
        )
    ]
  ] as const
).map(([threat, what, ends, make]) => ({threat, what, ends, make}))
