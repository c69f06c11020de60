import {describe, expect, test} from 'vitest'
import type {Block, Document} from '../../src/model/document.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {mapStory} from '../../src/read/docx/map.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {decodeText} from '../../src/read/docx/xml-characters.ts'
import {everything} from './made/index.ts'
import type {Made} from './make.ts'

/** The text of every paragraph of a part, `null` where there is no block. */
const readings = (document: Document, part: string, length: number): (string | null)[] => {
  const found: (string | null)[] = Array.from({length}, () => null)
  for (const block of document.blocks)
    if (block.origin?.part === part) found[block.origin.paragraph - 1] = words(document, block)
  return found
}

const words = (document: Document, {start, end}: {start: number; end: number}) => document.text.slice(start, end)

const mainOf = (made: Made) => openPackage(made.bytes).mainPart

const mainBlocks = (made: Made, document: Document): Block[] =>
  document.blocks.filter(({origin}) => origin?.part === mainOf(made))

describe.each(everything)('$name', (made) => {
  const document = readDocx(made.bytes)

  test('every paragraph is read as a person sees it', () => {
    for (const [part, seen] of Object.entries(made.seen))
      expect(readings(document, part, seen.length), part).toEqual(seen)
    const known = new Set(Object.keys(made.seen))
    expect(document.blocks.filter(({origin}) => !known.has(origin?.part ?? ''))).toEqual([])
  })

  test('in the original view too', () => {
    const original = readDocx(made.bytes, {view: 'original'})
    for (const [part, seen] of Object.entries({...made.seen, ...made.before}))
      expect(readings(original, part, seen.length), part).toEqual(seen)
  })

  test('blocks lie in the text without a gap or an overlap', () => {
    let at = 0
    for (const {start, end} of document.blocks) {
      expect(start).toBe(at)
      at = end + 2
    }
    expect(document.text.length).toBe(Math.max(0, at - 2))
    expect(structuredClone(document)).toEqual(document)
  })

  if (made.labels !== undefined)
    test('paragraphs have the numbers that a reader sees', () => {
      const labels = mainBlocks(made, document).flatMap(({origin, label}) =>
        label === undefined ? [] : [[origin?.paragraph, label]]
      )
      expect(Object.fromEntries(labels)).toEqual(made.labels)
    })

  if (made.headings !== undefined)
    test('headings are known', () => {
      const headings = document.blocks
        .filter(({kind}) => kind === 'heading')
        .map(({origin, level, inferred}) =>
          inferred ? [origin?.paragraph, level, 'inferred'] : [origin?.paragraph, level]
        )
      expect(headings).toEqual(made.headings)
    })

  test('nothing is left out in silence', () => {
    expect(document.notices.map(({code}) => code).sort()).toEqual(made.notices ?? [])
  })

  if (made.marks !== undefined)
    test('stretches with a meaning of their own are marked', () => {
      const marks = document.marks
        .filter(({kind}) => kind !== 'strong' && kind !== 'emphasis')
        .map((mark) =>
          [mark.kind, words(document, mark), mark.name ?? mark.language].filter((part) => part !== undefined)
        )
      expect(marks.map(String).sort()).toEqual(made.marks?.map(String).sort())
    })

  if (made.cells !== undefined)
    test('cells know their place', () => {
      const cells = document.blocks.flatMap((block) =>
        block.cell === undefined ? [] : [[words(document, block), block.cell.table, block.cell.row, block.cell.column]]
      )
      for (const cell of made.cells ?? []) expect(cells).toContainEqual(cell)
    })

  test.each(['final', 'original'] as const)('every place maps back to its source (%s view)', (view) => {
    const read = readDocx(made.bytes, {view})
    const pack = openPackage(made.bytes)
    for (const part of new Set(read.blocks.map(({origin}) => origin?.part ?? ''))) {
      const {source} = pack.text(part)
      const maps = new Map(mapStory(pack, part, {view}).map((map) => [map.paragraph, map]))
      for (const block of read.blocks.filter(({origin}) => origin?.part === part)) {
        const map = maps.get(block.origin?.paragraph ?? 0)
        const text = map?.text ?? ''
        expect(text.slice(block.origin?.start ?? 0)).toBe(words(read, block))
        let at = 0
        for (const stretch of map?.stretches ?? []) {
          expect(stretch.start).toBe(at)
          at = stretch.end
          const said = text.slice(stretch.start, stretch.end)
          const raw = source.slice(stretch.sourceStart, stretch.sourceEnd)
          if (raw.length === said.length) expect(raw.replaceAll('\n', ' ')).toBe(said)
          else if (stretch.kind === 'text') expect(decodeText(raw).replaceAll('\n', ' ')).toBe(said)
          else expect(raw).toMatch(/^<.*>$/s)
          expect(source.slice(stretch.element.sourceStart, stretch.element.sourceEnd)).toMatch(/^<.*>$/s)
          const {run} = stretch
          if (run === null) continue
          expect(run.sourceStart < stretch.sourceStart && stretch.sourceEnd < run.sourceEnd).toBe(true)
          expect(source.slice(run.sourceStart, run.startTagEnd)).toMatch(/^<(\w+:)?r[\s>]/)
          if (run.properties !== null)
            expect(source.slice(run.properties.sourceStart, run.properties.sourceEnd)).toMatch(/^<(\w+:)?rPr.*>$/s)
        }
        expect(at).toBe(text.length)
        for (const {sourceStart, sourceEnd} of map?.elements ?? [])
          expect(source.slice(sourceStart, sourceEnd)).toMatch(/^<(\w+:)?p[\s/>].*>$/s)
      }
    }
  })
})

test('enough documents are made', () => {
  expect(everything.length).toBeGreaterThanOrEqual(40)
})
