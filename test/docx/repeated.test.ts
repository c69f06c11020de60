import {describe, expect, test} from 'vitest'
import {readDocx} from '../../src/read/docx/index.ts'
import {docx, p, t} from './make.ts'

const run = (text: string, properties: string): string => `<w:r><w:rPr>${properties}</w:rPr>${t(text)}</w:r>`

const read = (body: string) => {
  const {text, marks} = readDocx(docx(body))
  return {text, strong: marks.map(({kind, start, end}) => [kind, text.slice(start, end)])}
}

describe('properties that stand in a paper again and again', () => {
  test('mean the same each time, whatever stands between', () => {
    const bold = '<w:b/>'
    expect(read(p(`${run('a', bold)}${run('b', '')}${run('c', bold)}${run('d', '<w:b w:val="0"/>')}`))).toEqual({
      text: 'abcd',
      strong: [
        ['strong', 'a'],
        ['strong', 'c']
      ]
    })
  })

  test('mean what their prefixes say where they stand', () => {
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const at = (address: string, text: string) =>
      `<w:p xmlns:x="${address}">${run(text, '<x:b/>')}${run('.', '')}</w:p>`
    expect(read(at(word, 'a') + at('urn:x', 'b') + at(word, 'c')).strong).toEqual([
      ['strong', 'a'],
      ['strong', 'c']
    ])
    expect(() => read(p(run('a', '<q:b xmlns:q="urn:q"/>')) + p(run('b', '<q:b/>')))).toThrow(
      expect.objectContaining({code: 'not-well-formed'})
    )
  })

  test('are told from those that hold older ones of their own', () => {
    const older = '<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    expect(read(p(`${run('a', older)}${run('b', '<w:i/>')}${run('c', older)}`)).strong).toEqual([
      ['strong', 'a'],
      ['emphasis', 'b'],
      ['strong', 'c']
    ])
  })

  test('are refused where they are broken, though their beginning is known', () => {
    expect(() => read(p(`${run('a', '<w:b/>')}${run('b', '<w:b/><w:i>')}`))).toThrow(
      expect.objectContaining({code: 'not-well-formed'})
    )
    const deep = '<w:x>'.repeat(250)
    expect(() => read(p(run('a', '<w:b/>')) + deep)).toThrow()
  })
})
