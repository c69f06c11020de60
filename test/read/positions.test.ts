import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Document} from '../../src/model/document.ts'
import {readMarkdown} from '../../src/read/markdown.ts'
import {toSource} from '../../src/read/positions.ts'
import {markdown, plainText} from './arbitrary.ts'
import {readText} from './written.ts'

/** A line end may have become a space, and a separator that only Unicode has a line feed. */
const alike = (text: string, source: string): boolean =>
  text.split('').every((unit, i) => unit === source[i] || (/\s/.test(unit) && /\s/.test(source[i] ?? '')))

function mapsBack(document: Document): void {
  const {text, source, segments, blocks, marks} = document
  if (source === null) throw new Error('no source')
  let last = 0
  for (const segment of segments) {
    expect(segment.start).toBeGreaterThanOrEqual(last)
    expect(segment.sourceStart).toBeLessThanOrEqual(segment.sourceEnd)
    last = segment.end
    if (segment.end - segment.start !== segment.sourceEnd - segment.sourceStart) continue
    const came = source.slice(segment.sourceStart, segment.sourceEnd)
    if (!alike(text.slice(segment.start, segment.end), came)) {
      expect(text.slice(segment.start, segment.end)).toBe(came)
    }
  }
  // Every unit of every block came from somewhere, and nothing lies outside of the blocks.
  expect(segments.reduce((sum, {start, end}) => sum + end - start, 0)).toBe(
    blocks.reduce((sum, {start, end}) => sum + end - start, 0)
  )
  for (const {start, end} of marks) expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true)
  for (const word of text.matchAll(/[A-Za-z]+/g)) {
    const {start, end} = toSource(document, {start: word.index, end: word.index + word[0].length})
    // A word may have come from a reference (`&copy;`) or go through markup (`st**ro**ng`).
    expect(source.slice(start, end).replace(/[*_^`\\[\]~]/g, '')).toMatch(new RegExp(`^${word[0]}$|&|\\{|<|\\n`))
  }
}

test('every word of a Markdown document leads back to where it stands', () => {
  fc.assert(
    fc.property(markdown, (source) => mapsBack(readText(source))),
    {numRuns: 500}
  )
})

test('every word of a plain text leads back to where it stands', () => {
  fc.assert(
    fc.property(plainText, (source) => mapsBack(readText(source, 'draft.txt'))),
    {numRuns: 500}
  )
})

test('prose read by hand is what the parser makes of it', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      expect(readMarkdown(source)).toEqual(readMarkdown(source, 0, undefined, true))
    }),
    {numRuns: 2000}
  )
})

test('a span keeps the markup that is inside it and leaves what is around', () => {
  const document = readText("She said **it\\'s fine** at *last*.\n")
  const span = (words: string) => {
    const start = document.text.indexOf(words)
    const {start: from, end} = toSource(document, {start, end: start + words.length})
    return document.source?.slice(from, end)
  }
  expect(span("it's fine")).toBe("it\\'s fine")
  expect(span('fine at last')).toBe('fine** at *last')
  expect(span("'")).toBe("\\'")
})

test('a span from one block to the next takes in what lies between', () => {
  const document = readText('# Risks\n\nNone.\n')
  expect(toSource(document, {start: 0, end: document.text.length})).toEqual({start: 2, end: 14})
})
