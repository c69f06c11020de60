import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Document} from '../../src/model/document.ts'
import type {Finding} from '../../src/model/finding.ts'
import {read} from '../../src/read/index.ts'
import {applyEdits, editsOf} from '../../src/write/text.ts'
import {findingOver} from '../report/results.ts'

const readText = (source: string, name = 'a.md'): Document => read(name, new TextEncoder().encode(source))

/** A safe replacement for every “utilise” that the reader sees. */
const fixes = (document: Document, replacement = 'use'): Finding[] =>
  [...document.text.matchAll(/utilise/g)].map(({index}) =>
    findingOver(document, index, 'utilise', {fix: {span: {start: index, end: index + 7}, replacement}})
  )

const fixedText = (source: string, name?: string): string => {
  const document = readText(source, name)
  return applyEdits(document.source ?? '', editsOf(document, fixes(document)))
}

describe('safe replacements in a text file', () => {
  it.each([
    ['We utilise it.', 'We use it.'],
    ['We **utilise** it and *utilise* it.', 'We **use** it and *use* it.'],
    ['| a | utilise |\n| - | - |\n| utilise | b |', '| a | use |\n| - | - |\n| use | b |'],
    ['- utilise\n- utilise', '- use\n- use'],
    ['# We utilise\r\n\r\nWe utilise\r\nit.', '# We use\r\n\r\nWe use\r\nit.']
  ])('are made where a reader sees the words: %j', (source, expected) => {
    expect(fixedText(source)).toBe(expected)
  })

  it.each([
    ['`utilise`'],
    ['```\nutilise\n```'],
    ['[utilise](https://example.org/utilise)'],
    ['> utilise'],
    ['util**ise**'],
    ['util\\\nise'],
    ['<span title="utilise">x</span>'],
    ['---\ndocument: letter\npeople: [utilise]\n---\n\nx']
  ])('leave alone what is code, link, quotation, markup or front matter: %j', (source) => {
    expect(fixedText(source)).toBe(source)
  })

  it('put nothing into Markdown that could become markup', () => {
    const document = readText('We utilise it.')
    expect(editsOf(document, fixes(document, '[use](x)'))).toEqual([])
    expect(editsOf(document, fixes(document, 'use *it*'))).toEqual([])
  })

  it('are made once where two findings overlap', () => {
    const document = readText('We utilise it.')
    const twice = [...fixes(document), ...fixes(document)]
    expect(applyEdits(document.source ?? '', editsOf(document, twice))).toBe('We use it.')
  })

  it('change the words that were found and not a letter more, whatever stands around them', () => {
    const around = fc.oneof(
      fc.constantFrom(
        'utilise',
        ' ',
        '\n',
        '\r\n',
        '\n\n',
        '**',
        '`',
        '> ',
        '- ',
        '| ',
        '\\',
        '&amp;',
        '“',
        '_',
        '[a](b)',
        '<b>',
        '# '
      ),
      fc.string({maxLength: 6})
    )
    fc.assert(
      fc.property(fc.array(around, {maxLength: 20}), fc.constantFrom('a.md', 'a.txt'), (pieces, name) => {
        const source = `x ${pieces.join('')}`
        // NUL and its like make a file that is no text, which is refused.
        if (/[^\n\r\t\P{Cc}]/u.test(source) || !source.isWellFormed()) return
        const document = readText(source, name)
        const edits = editsOf(document, fixes(document))
        const after = applyEdits(document.source ?? '', edits)
        for (const {start, end} of edits) expect(source.slice(start, end)).toBe('utilise')
        expect(after.length).toBe(source.length - edits.length * 4)
        expect(editsOf(readText(after, name), fixes(readText(after, name)))).toEqual([])
      }),
      {numRuns: 500}
    )
  })
})
