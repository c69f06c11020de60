import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/model/finding.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {identitiesIn} from '../../src/write/docx/comment-text.ts'
import {review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {everything} from '../docx/made/index.ts'
import type {Made} from '../docx/make.ts'
import {findingAt, paragraphs} from './findings.ts'
import {commentsIn, contentsOf, recordsOf, textsOf} from './look.ts'

const options = {date: '2025-03-04T09:00:00Z', trackChanges: true}

/** A finding with a fix at each of the first words of every paragraph of every part. */
const findingsFor = ({bytes, seen}: Made): Finding[] =>
  Object.keys(seen).flatMap((part) =>
    paragraphs(bytes, part).flatMap((paragraph) =>
      [...paragraph.text.matchAll(/\p{L}+/gu)]
        .slice(0, 3)
        .map(({index, 0: word}) => findingAt(part, paragraph, index, index + word.length, {replacement: `⟦${word}⟧`}))
    )
  )

describe.each(everything)('$name', (made) => {
  const findings = findingsFor(made)
  const {bytes, summary} = review(made.bytes, findings, options)
  const {mainPart} = openPackage(made.bytes)
  const changed = new Set([
    mainPart,
    '[Content_Types].xml',
    `word/_rels/${mainPart.slice(5)}.rels`,
    'word/comments.xml'
  ])

  test('every entry without a comment is the same bytes, in the same order', () => {
    const [before, after] = [recordsOf(made.bytes), recordsOf(bytes)]
    expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()])
    for (const [name, record] of before) if (!changed.has(name)) expect(after.get(name)).toEqual(record)
  })

  test('every finding has a comment, or a place in one', () => {
    const ours = commentsIn(bytes).filter(({author}) => author === 'ourwords')
    expect(ours).toHaveLength(summary.comments)
    // What several findings of one comment say alike stands there once; each is named in its last line.
    expect(ours.flatMap(({lines}) => identitiesIn(lines.at(-1) ?? '') ?? [])).toHaveLength(findings.length)
  })

  test('the original view is what it was, and the final one differs by the replacements alone', () => {
    for (const part of Object.keys(made.seen)) {
      expect(textsOf(bytes, part, 'original')).toEqual(textsOf(made.bytes, part, 'original'))
      const after = Object.entries(textsOf(bytes, part)).map(([number, text]) => [
        number,
        text.replace(bracketed, '$1')
      ])
      expect(Object.fromEntries(after)).toEqual(textsOf(made.bytes, part))
    }
    expect(Object.values(textsOf(bytes, mainPart)).join('\n').match(bracketed) ?? []).toHaveLength(summary.changes)
  })

  test('stripping gives back every part, byte for byte, and a second review the same file', () => {
    expect(contentsOf(strip(bytes).bytes)).toEqual(contentsOf(made.bytes))
    expect(review(bytes, findings, options).bytes).toEqual(bytes)
  })
})

const bracketed = /⟦(\p{L}+)⟧/gu

test('most of the replacements in the made documents are tracked', () => {
  const counts = everything.map((made) => review(made.bytes, findingsFor(made), options).summary)
  const sum = (key: 'changes' | 'notTracked') => counts.reduce((total, each) => total + each[key], 0)
  expect(sum('notTracked') / (sum('changes') + sum('notTracked'))).toBeLessThan(0.25)
})
