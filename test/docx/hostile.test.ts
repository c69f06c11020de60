import {describe, expect, test} from 'vitest'
import {Fault} from '../../src/model/fault.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {inflateAnywhere} from '../../src/read/docx/inflate.ts'
import {report} from './made/whole.ts'
import {docx, type Files, main, p, packageOf, r, zip} from './make.ts'

const files = packageOf({body: p('Dear Leo,')})
const types = '[Content_Types].xml'

const changed = (name: string, change: (content: string) => string | Uint8Array): Files => ({
  ...files,
  [name]: change(String(files[name]))
})

const without = (name: string): Files => Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))

const codeOf = (bytes: Uint8Array, limits = {}): string => {
  try {
    readDocx(bytes, {limits})
    return 'read'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error.message).not.toMatch(/Leo|word\//)
    return error.code
  }
}

const inBody = (xml: string): Files => changed(main, (content) => content.replace('<w:body>', `<w:body>${xml}`))

/** Sets a field of every central and local header of an archive. */
const patched = (bytes: Uint8Array, central: number, local: number, value: number): Uint8Array => {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 1, 'latin1'))
    copy.writeUInt16LE(value, at + central)
  for (let at = copy.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x03\x04', at + 1, 'latin1'))
    copy.writeUInt16LE(value, at + local)
  return new Uint8Array(copy)
}

describe('packages that no honest program writes are refused', () => {
  test.each<readonly [string, string, Uint8Array]>([
    ['what is no zip', 'not-a-word-document', new TextEncoder().encode('Dear Leo,')],
    ['nothing', 'not-a-word-document', new Uint8Array()],
    ['a zip of something else', 'not-a-word-document', zip({'letter.txt': 'Dear Leo,'})],
    ['no content types', 'not-a-word-document', zip(without(types))],
    ['no relations', 'not-a-word-document', zip(without('_rels/.rels'))],
    ['no main part', 'damaged', zip(without(main))],
    [
      'a spreadsheet',
      'not-a-word-document',
      zip(changed(types, (xml) => xml.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main')))
    ],
    [
      'two main parts',
      'ambiguous-package',
      zip({
        ...changed('_rels/.rels', (xml) =>
          xml.replace(/<Relationship .*?\/>/, (one) => one + one.replace('rId1', 'rId9').replace('document', 'other'))
        ),
        'word/other.xml': ''
      })
    ],
    ['one part under two spellings', 'ambiguous-package', zip({...files, 'WORD/document.xml': '<x/>'})],
    ['an encrypted entry', 'encrypted', patched(docx(p('x')), 8, 6, 1)],
    [
      'a document type',
      'dtd-not-allowed',
      zip(changed(main, (xml) => xml.replace('<w:document', '<!DOCTYPE x><w:document')))
    ],
    ['an entity nobody declared', 'not-well-formed', zip(inBody(p('<w:r><w:t>&leo;</w:t></w:r>')))],
    ['elements that cross', 'not-well-formed', zip(inBody('<w:p><w:r></w:p></w:r>'))],
    ['a prefix nobody declared', 'not-well-formed', zip(inBody('<zz:p/>'))],
    ['an attribute given twice', 'not-well-formed', zip(inBody('<w:p w:a="1" w:a="2"/>'))],
    ['a NUL', 'not-well-formed', zip(inBody(p('a\0b')))],
    [
      'bytes that are not UTF-8',
      'not-well-formed',
      zip(changed(main, (xml) => Buffer.from(xml.replace('Dear', 'D\xe9ar'), 'latin1')))
    ],
    ['broken styles', 'not-well-formed', zip(changed('word/styles.xml', (xml) => `${xml}<x>`))],
    [
      'deep nesting',
      'too-deep',
      zip(inBody('<w:sdt><w:sdtContent>'.repeat(200) + '</w:sdtContent></w:sdt>'.repeat(200)))
    ]
  ])('%s: %s', (_what, code, bytes) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('what is larger than allowed', () => {
    expect(codeOf(docx(p('x'.repeat(5000))), {part: 4000})).toBe('too-large')
    expect(codeOf(docx(p('x'.repeat(5000))), {text: 4000})).toBe('too-large')
    expect(codeOf(docx(p('x')), {file: 100})).toBe('too-large')
    expect(codeOf(docx(p('x')), {entries: 2})).toBe('too-large')
    expect(codeOf(docx(p('x')), {total: 1000})).toBe('too-large')
  })

  test('a bomb that says it is small', () => {
    const bytes = Buffer.from(zip(changed(main, (xml) => xml.replace('Dear', 'x'.repeat(50_000_000)))))
    const size = Buffer.byteLength(String(files[main]))
    for (let at = bytes.indexOf(main); at >= 0; at = bytes.indexOf(main, at + 1)) {
      if (bytes.toString('latin1', at - 46, at - 42) === 'PK\x01\x02') bytes.writeUInt32LE(size, at - 22)
      if (bytes.toString('latin1', at - 30, at - 26) === 'PK\x03\x04') bytes.writeUInt32LE(size, at - 8)
    }
    expect(codeOf(new Uint8Array(bytes))).toBe('damaged')
    expect(() => readDocx(new Uint8Array(bytes), {inflate: inflateAnywhere})).toThrow(
      expect.objectContaining({code: 'damaged'})
    )
  })
})

test('a document of many empty nestings, styles and lists is still read', () => {
  const wide = `<w:p>${'<w:smartTag>'.repeat(150)}${r('Dear Leo,')}${'</w:smartTag>'.repeat(150)}</w:p>`
  const pieces = packageOf({body: wide.repeat(50)})
  expect(readDocx(zip(pieces)).blocks).toHaveLength(50)
})

test('a host without an inflate of its own reads the same', () => {
  expect(readDocx(report.bytes, {inflate: inflateAnywhere})).toEqual(readDocx(report.bytes))
})
