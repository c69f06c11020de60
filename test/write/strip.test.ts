import {describe, expect, test} from 'vitest'
import {openPackage} from '../../src/read/docx/package.ts'
import {review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {letter, report} from '../docx/made/whole.ts'
import {docx, inserted, main, p, r, zip} from '../docx/make.ts'
import {findingOf} from './findings.ts'
import {commentsIn, contentsOf, textsOf} from './look.ts'

const date = '2025-03-04T09:00:00Z'
const options = {date, trackChanges: true}
const bytes = docx(p(`${r('The ')}${r('minor', '<w:b/>')}${r(' was seen at the placement.')}`))
const minor = findingOf(bytes, main, 'minor', {replacement: 'Amira', fingerprint: 'a'.repeat(32)})
const placement = findingOf(bytes, main, 'placement', {fingerprint: 'b'.repeat(32)})

type Parts = Record<string, string>
const partsOf = (file: Uint8Array): Parts =>
  Object.fromEntries([...contentsOf(file)].map(([name, contents]) => [name, new TextDecoder().decode(contents)]))

/** What Word does when it saves: tags written its own way, comments' paragraphs given identifiers, styles added. */
const savedByWord = (file: Uint8Array, more: (parts: Parts) => Parts = (parts) => parts): Uint8Array => {
  const parts = partsOf(file)
  let count = 0
  const document = (parts[main] ?? '')
    .replace(/ >/g, '>')
    .replace(/<w:r><w:commentReference/g, '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference')
  const comments = (parts['word/comments.xml'] ?? '')
    .replace('<w:comments ', '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ')
    .replace(/<w:p>/g, () => `<w:p w14:paraId="0000${(++count).toString(16).padStart(4, '0')}">`)
  return zip(more({...parts, [main]: document, 'word/comments.xml': comments}))
}

/** Word's part on conversations: one entry for the last paragraph of each comment. */
const conversing =
  (entries: string) =>
  (parts: Parts): Parts => ({
    ...parts,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/></Types>'
    ),
    'word/_rels/document.xml.rels': (parts['word/_rels/document.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    ),
    'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${entries}</w15:commentsEx>`
  })

describe('stripping', () => {
  test.each([letter, report])('gives back $name, byte for byte', ({bytes: original}) => {
    const findings = ['Amira', 'Leo'].flatMap((name) => {
      try {
        return [findingOf(original, main, name, {replacement: 'Sam'})]
      } catch {
        return []
      }
    })
    expect(findings.length).toBeGreaterThan(0)
    expect(contentsOf(strip(review(original, findings, options).bytes).bytes)).toEqual(contentsOf(original))
  })

  test('says what it took out, counted as it was when it was written', () => {
    const {bytes: out, summary} = review(bytes, [minor, placement], options)
    const {comments, changes, answered} = strip(out)
    expect({comments, changes, answered}).toEqual({comments: 2, changes: 1, answered: 0})
    expect({comments, changes}).toMatchObject({comments: summary.comments, changes: summary.changes})
  })

  test('counts each replacement once, over several runs and beside others', () => {
    const pieces = docx({body: p(r('The mi') + r('nor', '<w:b/>') + r(' child came.'))})
    const findings = [
      findingOf(pieces, main, 'minor', {replacement: 'Amira'}),
      findingOf(pieces, main, ' child', {replacement: ' herself'})
    ]
    const {bytes: out, summary} = review(pieces, findings, options)
    expect(summary.changes).toBe(2)
    expect(strip(out).changes).toBe(2)
  })

  test('gives back the very bytes of a file without anything of ours', () => {
    const theirs = docx({
      body: p(
        `<w:commentRangeStart w:id="1"/>${inserted('Seen')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`
      ),
      comments: `<w:comment w:id="1" w:author="A">${p('Where?')}</w:comment>`
    })
    expect(strip(theirs).bytes).toBe(theirs)
  })

  test('takes ours out of a file that Word saved since, and keeps its words', () => {
    const saved = savedByWord(review(bytes, [minor, placement], {...options, author: 'Grace Okafor'}).bytes)
    const stripped = strip(saved)
    expect(commentsIn(stripped.bytes)).toEqual([])
    expect(textsOf(stripped.bytes, main)).toEqual({1: 'The minor was seen at the placement.'})
    expect(openPackage(stripped.bytes).text(main).source).not.toMatch(/w:ins|w:del|comment/)
  })

  test('keeps a change that was accepted', () => {
    const parts = partsOf(review(bytes, [minor], options).bytes)
    const accepted = (parts[main] ?? '').replace(/<w:del .*?<\/w:del>/, '').replace(/<\/?w:ins\b[^>]*>/g, '')
    expect(textsOf(strip(zip({...parts, [main]: accepted})).bytes, main)).toEqual({
      1: 'The Amira was seen at the placement.'
    })
  })

  test('leaves a comment of ours that somebody wrote on in', () => {
    const parts = partsOf(review(bytes, [minor, placement], options).bytes)
    const comments = (parts['word/comments.xml'] ?? '').replace('</w:comment>', `${p('I will ask her.')}</w:comment>`)
    const stripped = strip(zip({...parts, 'word/comments.xml': comments}))
    expect(commentsIn(stripped.bytes).map(({lines}) => lines.at(-1))).toEqual(['I will ask her.'])
  })

  test('knows nobody where Word took the authors and dates away', () => {
    const parts = partsOf(review(bytes, [minor], options).bytes)
    const anonymous = (xml = '') =>
      xml.replace(/ w:date="[^"]*"/g, '').replace(/w:author="[^"]*"/g, 'w:author="Author"')
    const file = zip({
      ...parts,
      [main]: anonymous(parts[main]).replace('</w:p>', `${anonymous(inserted('Theirs'))}</w:p>`),
      'word/comments.xml': anonymous(parts['word/comments.xml'])
    })
    const {bytes: stripped, comments, changes} = strip(file)
    expect({comments, changes}).toEqual({comments: 1, changes: 0})
    expect(textsOf(stripped, main)[1]).toContain('Theirs')
  })
})

describe('conversations', () => {
  const once = review(bytes, [minor, placement], options).bytes
  const lastParagraphs = [
    ...(partsOf(savedByWord(once))['word/comments.xml'] ?? '').matchAll(/paraId="(\w+)"(?:(?!paraId).)*?<\/w:comment>/g)
  ].map(([, id]) => id)
  const [first, second] = lastParagraphs
  const reply = (parts: Parts): Parts => ({
    ...parts,
    'word/comments.xml': (parts['word/comments.xml'] ?? '').replace(
      '</w:comments>',
      `<w:comment w:id="99" w:author="A"><w:p w14:paraId="00007777">${r('She says contact.')}</w:p></w:comment></w:comments>`
    ),
    [main]: (parts[main] ?? '').replace(
      '</w:p>',
      '<w:commentRangeStart w:id="99"/><w:commentRangeEnd w:id="99"/><w:r><w:commentReference w:id="99"/></w:r></w:p>'
    )
  })
  const entry = (id: string | undefined, more = '') => `<w15:commentEx w15:paraId="${id}"${more}/>`

  test('a comment with an answer stays, and is not said again', () => {
    const saved = savedByWord(once, (parts) =>
      reply(conversing(entry(first) + entry(second) + entry('00007777', ` w15:paraIdParent="${second}"`))(parts))
    )
    const stripped = strip(saved)
    expect(stripped).toMatchObject({comments: 1, answered: 1})
    expect(partsOf(stripped.bytes)['word/commentsExtended.xml']).not.toContain(first)
    const {bytes: again, summary} = review(saved, [minor, placement], options)
    expect(summary).toMatchObject({comments: 1, settled: 1})
    expect(commentsIn(again)).toHaveLength(3)
  })

  test('one that was resolved is not said again either, and stripping takes it out', () => {
    const saved = savedByWord(once, conversing(entry(first, ' w15:done="1"') + entry(second)))
    expect(review(saved, [minor, placement], options).summary).toMatchObject({comments: 1, settled: 1})
    expect(strip(saved)).toMatchObject({comments: 2, answered: 0})
  })
})
