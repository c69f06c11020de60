import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/model/document.ts'
import {readOdt} from '../../src/read/odt/index.ts'
import {odt} from './make.ts'

const p = (content: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${content}</text:p>`

const style = (name: string, properties: string, family = 'text', parent = ''): string =>
  `<style:style style:name="${name}" style:family="${family}"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`

const texts = ({text, blocks}: Document) => blocks.map(({start, end}) => text.slice(start, end))

const marks = ({text, marks}: Document) =>
  marks.map(({kind, start, end, name, language}) => [kind, text.slice(start, end), name ?? language])

describe('an OpenDocument text', () => {
  test('white space is as Writer shows it', () => {
    const document = readOdt(
      odt({
        body: p('  Dear\n   <text:span>Leo, </text:span> <text:s text:c="2"/>you<text:tab/>and<text:line-break/>I ')
      })
    )
    expect(texts(document)).toEqual(['Dear Leo,   you\tand\nI'])
  })

  test('headings, lists and tables are what they are', () => {
    const {blocks} = readOdt(
      odt({
        body: `<text:h text:outline-level="2">Strengths</text:h>${p('Amira reads well.')}<text:list><text:list-item>${p('one')}</text:list-item></text:list><table:table><table:table-header-rows><table:table-row><table:table-cell>${p('Date')}</table:table-cell><table:table-cell>${p('Event')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('1 May')}</table:table-cell><table:table-cell>${p('Seen')}</table:table-cell></table:table-row></table:table>`
      })
    )
    expect(blocks.map(({kind, level, cell}) => [kind, level ?? cell])).toEqual([
      ['heading', 2],
      ['paragraph', undefined],
      ['item', undefined],
      ['cell', {table: 1, row: 1, column: 1, header: true}],
      ['cell', {table: 1, row: 1, column: 2, header: true}],
      ['cell', {table: 1, row: 2, column: 1}],
      ['cell', {table: 1, row: 2, column: 2}]
    ])
    expect(blocks.map(({origin}) => origin)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((paragraph) => ({part: 'content.xml', paragraph}))
    )
  })

  test('a number typed before a paragraph is its label, and places count from the paragraph’s beginning', () => {
    const {text, blocks} = readOdt(odt({body: p('4.1<text:tab/>None identified.')}))
    expect(text).toBe('None identified.')
    expect(blocks[0]).toMatchObject({label: '4.1', origin: {paragraph: 1, start: 4}})
  })

  test('a bold line over a paragraph is a heading by its looks', () => {
    const {blocks} = readOdt(
      odt({
        automatic: style('P1', 'fo:font-weight="bold"', 'paragraph', 'Standard'),
        body: p('Wishes and feelings', 'P1') + p('Leo told me that he wants to see more of his dad.')
      })
    )
    expect(blocks[0]).toMatchObject({kind: 'heading', inferred: true})
  })

  test('a note stands at the end with its number, a box after its paragraph', () => {
    const document = readOdt(
      odt({
        body:
          p(
            `Leo was seen.<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Police record.')}</text:note-body></text:note><draw:frame><draw:text-box>${p('Ring Grace.')}</draw:text-box></draw:frame>`
          ) + p('He is well.')
      })
    )
    expect(texts(document)).toEqual(['Leo was seen.', 'Ring Grace.', 'He is well.', 'Police record.'])
    expect(document.blocks.map(({kind, note}) => note ?? kind)).toEqual(['paragraph', 'box', 'paragraph', '1'])
  })

  test('deleted text and comments are passed over, and paragraphs in them counted', () => {
    const {text, blocks, remarks} = readOdt(
      odt({
        body: `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>${p(`Leo <text:change/>stays.<office:annotation>${p('Really?')}</office:annotation>`)}`
      })
    )
    expect(text).toBe('Leo stays.')
    expect(blocks[0]?.origin).toEqual({part: 'content.xml', paragraph: 2})
    expect(remarks).toEqual([{start: 0, end: 10, words: 'Really?'}])
  })

  test('headers and footers are read once', () => {
    const document = readOdt(
      odt({
        body: p('The body.'),
        page: `<style:header>${p('SN24P00123')}</style:header><style:header-left>${p('SN24P00123')}</style:header-left><style:footer>${p('Page <text:page-number>3</text:page-number>')}</style:footer>`
      })
    )
    expect(document.blocks.map(({kind}) => kind)).toEqual(['paragraph', 'header', 'footer'])
    expect(marks(document)).toEqual([['generated', '3', undefined]])
  })

  test('slots, links and other languages are marked, hidden text is said to be there', () => {
    const document = readOdt(
      odt({
        styles: style('Welsh', 'fo:language="cy" fo:country="GB"') + style('Secret', 'text:display="none"'),
        body: p(
          'Dear <text:placeholder text:placeholder-type="text" text:description="child">&lt;Name&gt;</text:placeholder>, see <text:a xlink:href="x">this</text:a> at <text:span text:style-name="Welsh">Ysgol Bryn Coch</text:span><text:span text:style-name="Secret"> ask LA</text:span>.'
        )
      })
    )
    expect(document.text).toBe('Dear <Name>, see this at Ysgol Bryn Coch.')
    expect(marks(document)).toEqual([
      ['placeholder', '<Name>', 'child'],
      ['link', 'this', undefined],
      ['foreign', 'Ysgol Bryn Coch', 'cy-GB']
    ])
    expect(document.notices.map(({code, words}) => [code, words])).toEqual([
      ['hidden-text', 2],
      ['other-language', 3]
    ])
  })

  test('it says of itself what people wrote into its properties', () => {
    const properties = {'ourwords.document': 'letter', 'ourwords.child': 'Leo, he/him, 9', Department: 'Children'}
    expect(readOdt(odt({body: p('x'), properties})).declared).toEqual({
      document: 'letter',
      children: [{name: 'Leo', pronouns: 'he/him', age: 9}]
    })
    expect(readOdt(odt({body: p('x'), template: true})).declared).toEqual({template: true})
    expect(readOdt(odt({body: p('x')})).declared).toBeNull()
  })

  test('a password is said to be one', () => {
    const bytes = odt({
      body: p('x'),
      manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    })
    expect(() => readOdt(bytes)).toThrow(expect.objectContaining({code: 'encrypted'}))
  })

  test('the original view is refused rather than faked', () => {
    expect(() => readOdt(odt({body: p('x')}), {view: 'original'})).toThrow(
      expect.objectContaining({code: 'not-supported'})
    )
  })
})
