import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Finding} from '../../src/model/finding.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {everything} from '../docx/made/index.ts'
import {box, control, deleted, docx, escaped, field, inserted, p, r, t, table} from '../docx/make.ts'
import {findingAt, paragraphs} from './findings.ts'
import {commentsIn, contentsOf, recordsOf, textsOf} from './look.ts'

const words = fc.oneof(
  fc.constantFrom('The minor ', ' was', 'contact', ' ', '', '<&>', 'Łucja’s ', '😀', 'a\u00adb'),
  fc.string({unit: 'grapheme', maxLength: 8}).filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text))
)
const looks = fc.constantFrom('', '<w:b/>', '<w:i/><w:color w:val="FF0000"/>', '<w:vanish/>')
const run = fc.oneof(
  {weight: 6, arbitrary: fc.tuple(words, looks).map(([text, look]) => r(t(text), look))},
  fc
    .tuple(words, looks)
    .map(([text, look]) => r(t(text), `${look}<w:rPrChange w:id="5" w:author="A"><w:rPr><w:u/></w:rPr></w:rPrChange>`)),
  fc.constantFrom(
    '<w:r><w:tab/></w:r>',
    '<w:r/>',
    '<w:r><w:t> unkept </w:t><w:br/><w:t>two</w:t></w:r>',
    '<w:r><w:t>A &amp; B&#233;</w:t><w:noBreakHyphen/></w:r>',
    '<w:r>\n  <w:t>set out</w:t>\n</w:r>',
    '<w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/>',
    '<w:proofErr w:type="spellStart"/>'
  )
)
const runs = fc.array(run, {maxLength: 5}).map((each) => each.join(''))
const inline = fc.oneof(
  {weight: 4, arbitrary: runs},
  words.map((text) => deleted(`<w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r>`)),
  runs.map((each) => (each === '' ? '' : inserted(each))),
  runs.map((each) => `<w:hyperlink w:anchor="x">${each}</w:hyperlink>`),
  runs.map((each) => `<w:smartTag w:element="x">${each}</w:smartTag>`),
  runs.map((each) => control('<w:alias w:val="x"/>', each)),
  words.map((text) => field('MERGEFIELD x', r(t(text)))),
  words.map((text) => box(p(r(t(text)))))
)
const paragraph = fc.oneof(
  {weight: 5, arbitrary: fc.array(inline, {maxLength: 4}).map((each) => `<w:p>${each.join('')}</w:p>`)},
  fc.constantFrom('<w:p/>', '<w:p w:rsidR="00A1" />', p('Plain words.'))
)
const block = fc.oneof(
  {weight: 5, arbitrary: paragraph},
  fc.array(paragraph, {minLength: 1, maxLength: 2}).map((each) => control('', each.join(''))),
  fc.array(paragraph, {minLength: 1, maxLength: 3}).map((each) => table([each]))
)
/** The number of a made document, or a body of its own. */
const source = fc.oneof(
  fc.nat(everything.length - 1),
  fc.array(block, {maxLength: 6}).map((each) => each.join(''))
)
const bytesOf = (from: number | string): Uint8Array =>
  typeof from === 'string' ? docx({body: from, headers: [p('Case number')]}) : (everything[from]?.bytes ?? docx(''))

/** Findings anywhere, each with a replacement that cannot be mistaken for another's. */
const findingsIn = (bytes: Uint8Array, seeds: readonly (readonly [number, number, number, boolean])[]): Finding[] => {
  const {mainPart, related} = openPackage(bytes)
  const places = [mainPart, ...related('header'), ...related('footnotes')].flatMap((part) =>
    paragraphs(bytes, part).map((each) => ({part, each}))
  )
  return seeds.flatMap(([which, from, length, fixed], index) => {
    const place = places[which % Math.max(1, places.length)]
    if (!place) return []
    const start = from % (place.each.text.length + 1)
    const end = Math.min(place.each.text.length, start + length)
    return [findingAt(place.part, place.each, start, end, fixed ? {replacement: `⟦${index}⟧`} : {})]
  })
}

const seed = fc.tuple(fc.nat(200), fc.nat(60), fc.nat(25), fc.boolean())

test('whatever is found wherever, words are kept, changes are the ones meant, and all can be taken out again', () => {
  fc.assert(
    fc.property(source, fc.array(seed, {maxLength: 12}), fc.string({maxLength: 12}), (from, seeds, author) => {
      const bytes = bytesOf(from)
      const options = {date: '2025-03-04T09:00:00Z', trackChanges: true, author}
      const findings = findingsIn(bytes, seeds)
      const {bytes: out, summary} = review(bytes, findings, options)
      const {mainPart} = openPackage(bytes)

      const changed = new Set([
        mainPart,
        'word/comments.xml',
        '[Content_Types].xml',
        `word/_rels/${mainPart.slice(5)}.rels`
      ])
      const records = recordsOf(out)
      for (const [name, record] of recordsOf(bytes)) if (!changed.has(name)) expect(records.get(name)).toEqual(record)

      expect(textsOf(out, mainPart, 'original')).toEqual(textsOf(bytes, mainPart, 'original'))
      const after = textsOf(out, mainPart)
      const made = [
        ...Object.values(after)
          .join('\n')
          .matchAll(/⟦(\d+)⟧/g)
      ].map(([, index]) => findings[Number(index)])
      expect(made).toHaveLength(summary.changes)
      const expected = textsOf(bytes, mainPart)
      for (const finding of made.reverse()) {
        if (!finding?.location || !('part' in finding.location)) throw new Error('A change without a place')
        const {paragraph, start, end} = finding.location
        const text = expected[paragraph] ?? ''
        expected[paragraph] = text.slice(0, start) + finding.fix?.replacement + text.slice(end)
      }
      expect(after).toEqual(expected)

      expect(commentsIn(out).length - commentsIn(bytes).length).toBe(summary.comments)
      expect(readable(strip(out).bytes)).toEqual(readable(bytes))
      expect(Buffer.compare(review(out, findings, options).bytes, out)).toBe(0)
    }),
    {numRuns: 250}
  )
}, 60_000)

/** The contents of every entry, a character for each byte: easier to compare, and to read where they differ. */
const readable = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries([...contentsOf(bytes)].map(([name, contents]) => [name, Buffer.from(contents).toString('latin1')]))
