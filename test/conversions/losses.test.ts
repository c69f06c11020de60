import {describe, expect, test} from 'vitest'
import {box, deleted, docx, field, inserted, p, r} from '../docx/make.ts'
import {readAs, routes} from './conversions.ts'

/** One word of a document, and where it stands in it. */
interface Word {
  readonly in: string
  readonly word: string
  /** Raw XML in a paragraph. */
  readonly content: string
  /** Word does not show it, so that we read it nowhere in the Word file. */
  readonly hidden?: true
  /** The converters that drop what Word shows, or show what Word hides, by how their routes' names begin. */
  readonly wrongIn: readonly string[]
}

const moved = `<w:moveTo w:id="7" w:author="Manager" w:date="2025-03-04T09:00:00Z">${r('fig')}</w:moveTo>`
const wrapped = (element: string, word: string): string => `<w:${element}>${r(word)}</w:${element.split(' ')[0]}>`
const ruby = `<w:r><w:ruby><w:rt>${r('eld')}</w:rt><w:rubyBase>${r('elder')}</w:rubyBase></w:ruby></w:r>`
const [pandoc, mammoth, officeText] = ['pandoc', 'mammoth', 'LibreOffice to .txt']

const words: readonly Word[] = [
  {in: 'inline customXml', word: 'apple', content: wrapped('customXml w:element="x"', 'apple'), wrongIn: [pandoc]},
  {in: 'a smart tag', word: 'banana', content: wrapped('smartTag w:element="x"', 'banana'), wrongIn: []},
  {in: 'a direction', word: 'cherry', content: wrapped('dir w:val="ltr"', 'cherry'), wrongIn: [pandoc, mammoth]},
  {in: 'an override', word: 'damson', content: wrapped('bdo w:val="ltr"', 'damson'), wrongIn: [pandoc, mammoth]},
  {in: 'a ruby base', word: 'elder', content: ruby, wrongIn: [pandoc, mammoth]},
  {in: 'moved text', word: 'fig', content: moved, wrongIn: []},
  {in: 'inserted text', word: 'grape', content: inserted('grape'), wrongIn: []},
  {in: 'deleted text', word: 'hazel', content: deleted('hazel'), hidden: true, wrongIn: [officeText]},
  {
    in: 'a merge field',
    word: 'ivory',
    content: wrapped('fldSimple w:instr=" MERGEFIELD Child "', 'ivory'),
    wrongIn: [pandoc, mammoth]
  },
  {in: 'a complex field', word: 'juniper', content: field('REF x', 'juniper'), wrongIn: []},
  {in: 'a text box', word: 'kiwi', content: box(p('kiwi')), wrongIn: [pandoc, officeText]},
  {
    in: 'hidden text',
    word: 'lemon',
    content: r('lemon', '<w:vanish/>'),
    hidden: true,
    wrongIn: [pandoc, mammoth, officeText]
  }
]

const bytes = docx({
  body: words.map(({content}) => p(`${r('There is ')}${content}${r(' here.')}`)).join(''),
  headers: [p('A nectarine in the page header.')]
})

const has = (text: string, word: string): boolean => new RegExp(`\\b${word}\\b`).test(text)

describe('what converters lose or add, and we do not', () => {
  test('the Word file itself is read as Word shows it', async () => {
    const {text, notices} = await readAs('draft.docx', bytes)
    for (const {word, hidden} of words) expect([word, has(text, word)]).toEqual([word, !hidden])
    expect(has(text, 'nectarine')).toBe(true)
    expect(notices.map(({code}) => code)).toEqual(['hidden-text'])
  })

  for (const {name, installed, convert} of routes) {
    test.skipIf(!installed)(`by ${name}`, async () => {
      const {text} = await convert(bytes)
      const wrong = words.filter(({word, hidden}) => has(text, word) === (hidden === true)).map((each) => each.in)
      expect(wrong).toEqual(
        words.filter(({wrongIn}) => wrongIn.some((route) => name.startsWith(route))).map((each) => each.in)
      )
      expect(has(text, 'nectarine')).toBe(name === 'LibreOffice to .odt')
    })
  }
})
