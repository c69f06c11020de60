import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/model/document.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {everything} from './made/index.ts'
import {box, docx, numbered, type Pieces, p, r, row, style, styled, styles, table} from './make.ts'

const madeAs = (name: string): Document => {
  const found = everything.find((made) => made.name === name)
  if (found === undefined) throw new Error(`no document is made as ${name}`)
  return readDocx(found.bytes)
}

const kinds = (document: Document) =>
  document.blocks.map(({kind, start, end}) => [kind, document.text.slice(start, end)])

const read = (pieces: Pieces | string) => readDocx(docx(pieces))

describe('a number typed before a paragraph', () => {
  test('is its label, and places still count from the paragraph’s beginning', () => {
    const {text, blocks, marks} = read(
      p(`${r('  4.1\t')}${r('None', '<w:b/>')}${r(' identified.')}`) +
        p('(a) She reads.') +
        p('2019 was hard.') +
        table([['1.1 In a cell']])
    )
    expect(text).toBe('None identified.\n\nShe reads.\n\n2019 was hard.\n\n1.1 In a cell')
    expect(blocks.map(({label, origin}) => [label, origin?.start])).toEqual([
      ['4.1', 6],
      ['(a)', 4],
      [undefined, undefined],
      [undefined, undefined]
    ])
    expect(marks).toEqual([{kind: 'strong', start: 0, end: 4}])
  })

  test('is left alone where Word has numbered the paragraph itself', () => {
    const {blocks} = read({
      body: numbered(1, 0, '1.1 Typed as well'),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    })
    expect(blocks[0]).toMatchObject({label: '1.', end: 17})
  })
})

describe('comments', () => {
  test('are remarks over the paragraphs that they are anchored to', () => {
    const at = (name: string, id: number) => `<w:${name} w:id="${id}"/>`
    const said = (id: number, ...lines: string[]) =>
      `<w:comment w:id="${id}" w:author="Manager">${lines.map((line) => p(`<w:r><w:annotationRef/></w:r>${r(line)}`)).join('')}</w:comment>`
    const {text, remarks} = read({
      body: [
        p(`${r('Amira ')}${at('commentRangeStart', 1)}${r('has contact.')}`),
        p(`${r('She')}${at('commentRangeEnd', 1)}<w:r>${at('commentReference', 1)}</w:r>${r(' reads.')}`),
        p(`${r('Alone.')}<w:r>${at('commentReference', 2)}</w:r>`),
        p(`<w:r>${at('commentReference', 3)}</w:r>`)
      ].join(''),
      comments: said(3, 'beside nothing') + said(2, 'one line', 'and another') + said(1, 'both')
    })
    expect(remarks?.map(({start, end, words}) => [text.slice(start, end), words])).toEqual([
      ['Amira has contact.\n\nShe reads.', 'both'],
      ['Alone.', 'one line\nand another']
    ])
  })
})

describe('what a block is', () => {
  test('items, quotations, guidance, cells and boxes', () => {
    const document = read({
      body: [
        numbered(1, 0, 'An item'),
        styled('Quote', 'I want to stay.'),
        styled('Guidance', 'Say here what the child wants.'),
        table([['In a cell']]),
        p(box(p('In a box')))
      ].join(''),
      styles: styles(style('Quote', 'Intense Quote') + style('Guidance', 'SWET guidance')),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    })
    expect(kinds(document)).toEqual([
      ['item', 'An item'],
      ['quote', 'I want to stay.'],
      ['guidance', 'Say here what the child wants.'],
      ['cell', 'In a cell'],
      ['box', 'In a box']
    ])
  })

  test('notes stand after the body with the numbers that a reader sees', () => {
    const {blocks} = madeAs('footnotes and endnotes')
    expect(blocks.filter(({kind}) => kind === 'note').map(({note, origin}) => [note, origin?.part])).toEqual([
      ['1', 'word/footnotes.xml'],
      ['2', 'word/footnotes.xml'],
      ['i', 'word/endnotes.xml']
    ])
  })

  test('notes are numbered as the settings say', () => {
    const {blocks} = read({
      body: p(`${r('Seen.')}<w:r><w:footnoteReference w:id="4"/></w:r>`),
      footnotes: `<w:footnote w:id="4">${p('At school.')}</w:footnote>`,
      settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    })
    expect(blocks.at(-1)).toMatchObject({kind: 'note', note: 'c'})
  })

  test('headers and footers come last, whatever is in them', () => {
    const document = madeAs('headers and footers')
    expect(document.blocks.map(({kind}) => kind)).toEqual(['paragraph', 'header', 'header', 'header', 'footer'])
  })

  test('the head row of a table is known, and paragraphs keep their ids', () => {
    const {blocks} = read(
      table([
        row(['Date', 'Event'], '<w:tblHeader/>'),
        ['1 May', `<w:tc>${p('Seen', '', ' w14:paraId="0AB1C2D3"')}</w:tc>`]
      ])
    )
    expect(blocks.map(({cell}) => cell?.header)).toEqual([true, true, undefined, undefined])
    expect(blocks[3]?.origin).toEqual({part: 'word/document.xml', paragraph: 4, id: '0AB1C2D3'})
  })

  test('a block that is wholly in Welsh says so', () => {
    const {blocks} = madeAs('Welsh runs in an English document')
    expect(blocks.map(({language}) => language)).toEqual([undefined, 'cy-GB', 'cy', undefined, undefined])
  })

  test('stress within a paragraph is marked, a paragraph all in bold is not', () => {
    const document = read(
      p(r('He said ') + r('no', '<w:b/>') + r('t', '<w:b/>') + r('!')) + p(r('All of it.', '<w:b/>'))
    )
    expect(document.marks.map(({kind, start, end}) => [kind, document.text.slice(start, end)])).toEqual([
      ['strong', 'not']
    ])
  })
})

describe('what a file says of itself', () => {
  test('ourwords properties', () => {
    expect(madeAs('properties that declare').declared).toEqual({
      document: 'letter',
      children: [{name: 'Amira', pronouns: 'she/her', age: 9}],
      people: ['Amir Hussain', 'Ms Okafor']
    })
  })

  test('several children, a language, accepted terms, and a property that a template gave the child', () => {
    const declaredBy = (custom: Record<string, string>) => read({body: p('x'), custom}).declared
    expect(declaredBy({'ourwords.children': 'Amira Hussain (Amira), 9; Leo', 'ourwords.language': 'cy'})).toEqual({
      children: [{name: 'Amira Hussain', knownAs: 'Amira', age: 9}, {name: 'Leo'}],
      language: 'cy'
    })
    expect(declaredBy({'ourwords.accept': 'contact, LAC', 'ourwords.template': 'yes'})).toEqual({
      accept: [{term: 'contact'}, {term: 'LAC'}],
      template: true
    })
    expect(
      declaredBy({'ourwords.family': 'mother: Mum; Maternal grandmother = Nani; nonsense', 'ourwords.child': 'Leo'})
    ).toEqual({children: [{name: 'Leo', family: {mother: 'Mum', 'maternal grandmother': 'Nani'}}]})
    expect(declaredBy({'Child name': 'Leo'})).toEqual({children: [{name: 'Leo'}]})
    expect(
      declaredBy({Department: 'Children', constructor: 'x', 'ourwords.constructor': 'y', 'Child name': ' '})
    ).toBeNull()
  })

  test('a Word template is one', () => {
    expect(madeAs('a template and a document with macros').declared).toEqual({template: true})
  })
})

describe('notices', () => {
  test('say how many words were not judged', () => {
    expect(madeAs('a section 7 report').notices).toMatchObject([{code: 'hidden-text', words: 6}])
    expect(madeAs('a letter to a child').notices).toMatchObject([{code: 'other-language', words: 2}])
    expect(madeAs('words drawn as art').notices).toMatchObject([{code: 'not-read', words: 3}])
  })

  test('repeat nothing of the document', () => {
    for (const {bytes} of everything)
      for (const {message} of readDocx(bytes).notices) expect(message).not.toMatch(/Leo|Amira|manager/)
  })
})
