import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Fault} from '../../src/model/fault.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {mapStory} from '../../src/read/docx/map.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {decodeText} from '../../src/read/docx/xml-characters.ts'
import {readOdt} from '../../src/read/odt/index.ts'
import {odt} from '../odt/make.ts'
import {letter, report} from './made/whole.ts'
import {docx, escaped, main} from './make.ts'

const inner = [
  ...['w:p', 'w:r', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:sdtContent', 'w:hyperlink', 'w:ins', 'w:del', 'w:moveFrom'],
  ...['w:moveTo', 'w:smartTag', 'w:customXml', 'w:txbxContent', 'w:pict', 'w:drawing', 'w:ruby', 'w:rt', 'w:fldSimple'],
  ...[
    'mc:AlternateContent',
    'mc:Choice Requires="wps"',
    'mc:Fallback',
    'w:footnote',
    'w:quantum',
    'm:oMath',
    'w:object'
  ]
]
const leaves = [
  ...['<w:tab/>', '<w:br/>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>'],
  ...['<w:fldChar w:fldCharType="end"/>', '<w:instrText> TOC </w:instrText>', '<w:footnoteReference w:id="2"/>'],
  ...['<w:rPr><w:vanish/></w:rPr>', '<w:rPr><w:b/><w:lang w:val="cy-GB"/></w:rPr>', '<w:delText>gone</w:delText>'],
  ...['<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', '<w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>'],
  ...['<w:trPr><w:del w:id="1"/></w:trPr>', '<w:tcPr><w:cellDel w:id="1"/><w:gridSpan w:val="3"/></w:tcPr>'],
  ...[
    '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>',
    '<w:sym w:font="Wingdings" w:char="F0A8"/>',
    '<w:bookmarkEnd w:id="1"/>'
  ],
  ...['<w:t><![CDATA[raw ]]> &amp; more\r\n</w:t>', '<w:noBreakHyphen/>', '<w:p/>', '<w:altChunk r:id="x"/>']
]

/** Random WordprocessingML: any element in any other, most of it nonsense, some of it what Word writes. */
const markup = fc.letrec<{node: string}>((tie) => ({
  node: fc.oneof(
    {maxDepth: 6, depthSize: 'medium'},
    fc.constantFrom(...leaves),
    fc.string({maxLength: 8}).map((text) => `<w:t xml:space="preserve">${escaped(text.replace(/[^ -~]/g, '–'))}</w:t>`),
    fc
      .string({maxLength: 8})
      .map((text) => `<w:p><w:r><w:t>${escaped(text.replace(/[^ -~]/g, 'é'))}</w:t></w:r></w:p>`),
    fc
      .tuple(fc.constantFrom(...inner), fc.array(tie('node'), {maxLength: 4}))
      .map(([name, nodes]) => `<${name}>${nodes.join('')}</${name.split(' ')[0]}>`)
  )
})).node

/** The value, or `undefined` for an honest refusal. Anything else that is thrown fails the test. */
const orFault = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

describe('random markup', () => {
  test('is read without surprise, and every place maps back', () => {
    fc.assert(
      fc.property(
        fc.array(markup, {maxLength: 6}),
        fc.constantFrom('final' as const, 'original' as const),
        (body, view) => {
          const bytes = docx(body.join(''))
          const document = readDocx(bytes, {view})
          const pack = openPackage(bytes)
          const {source} = pack.text(main)
          const maps = mapStory(pack, main, {view})
          const byNumber = new Map(maps.map((map) => [map.paragraph, map]))
          expect(byNumber.size).toBe(maps.length)
          for (const {start, end, origin} of document.blocks)
            expect(byNumber.get(origin?.paragraph ?? 0)?.text.slice(origin?.start ?? 0)).toBe(
              document.text.slice(start, end)
            )
          for (const {text, stretches} of maps) {
            let at = 0
            for (const {start, end, sourceStart, sourceEnd, kind} of stretches) {
              expect(start).toBe(at)
              at = end
              const raw = source.slice(sourceStart, sourceEnd)
              if (kind === 'text') {
                const said = raw.length === end - start ? raw : decodeText(raw)
                expect(said.replaceAll('\n', ' ')).toBe(text.slice(start, end))
              } else expect(raw).toMatch(/^<.*>$/s)
            }
            expect(at).toBe(text.length)
          }
          for (const {start, end} of document.marks)
            expect(document.blocks.some((block) => block.start <= start && end <= block.end && start < end)).toBe(true)
        }
      ),
      {numRuns: 600}
    )
  })
})

describe('damaged files', () => {
  const originals: readonly (readonly [string, Uint8Array, (bytes: Uint8Array) => unknown])[] = [
    ['letter', letter.bytes, (bytes) => readDocx(bytes)],
    ['report', report.bytes, (bytes) => readDocx(bytes)],
    ['OpenDocument', odt({body: '<text:p>Dear Leo</text:p>'}), (bytes) => readOdt(bytes)]
  ]

  test.each(originals)('a %s with any one byte changed is read or refused', (_name, bytes, read) => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({min: 1, max: 255}), (at, by) => {
        const damaged = Uint8Array.from(bytes)
        damaged[at] = ((damaged[at] ?? 0) + by) & 0xff
        orFault(() => read(damaged))
      }),
      {numRuns: 400}
    )
  })

  test.each(originals)('a %s that breaks off is refused', (_name, bytes, read) => {
    for (let length = 0; length < bytes.length; length += 97)
      expect(orFault(() => read(bytes.subarray(0, length)))).toBeUndefined()
  })
})
