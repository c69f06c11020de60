import {describe, expect, test} from 'vitest'
import {Fault} from '../../src/model/fault.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import {type ReviewOptions, review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {letter, report} from '../docx/made/whole.ts'
import {bold, box, control, deleted, docx, field, inserted, main, p, packageOf, r, table, zip} from '../docx/make.ts'
import {findingAt, findingOf, findingOfAll, paragraphs, type Said} from './findings.ts'
import {commentsIn, contentsOf, textsOf} from './look.ts'

const date = '2025-03-04T09:00:00Z'
const reviewed = (bytes: Uint8Array, words: string, said: Said = {}, options: Partial<ReviewOptions> = {}) => {
  const result = review(bytes, [findingOf(bytes, main, words, said)], {date, trackChanges: true, ...options})
  return {...result, source: openPackage(result.bytes).text(main).source, comments: commentsIn(result.bytes)}
}
const body = (...paragraphs: string[]) => docx(paragraphs.join(''))
const fix = {replacement: 'Amira'}

describe('a comment', () => {
  test('says what, why and what to write, each on a line, and whose it is', () => {
    const {comments} = reviewed(body(p('The minor was seen.')), 'The minor', {
      rule: 'unnamed-child',
      entry: 'minor',
      message: 'The name is known.',
      why: 'A child looks for their own name.',
      instead: ['Amira', 'Amira Hussain', 'your daughter'],
      fingerprint: '0123456789abcdef0123456789abcdef'
    })
    expect(comments).toEqual([
      expect.objectContaining({
        author: 'ourwords',
        initials: 'OW',
        at: 'The minor',
        lines: [
          'The name is known.',
          'Why: A child looks for their own name.',
          'Try: “Amira”, “Amira Hussain” or “your daughter”',
          'ourwords · unnamed-child/minor 0123456789ab'
        ]
      })
    ])
  })

  test('stands at the exact words in the midst of a run, across runs and beside others', () => {
    const bytes = body(p(`${r('He is a ')}${r('looked', '<w:b/>')}${r(' after child of the court.')}`))
    const words = ['looked after child', 'child of', 'He is']
    const {bytes: out} = review(
      bytes,
      words.map((each) => findingOf(bytes, main, each)),
      {date}
    )
    expect(commentsIn(out).map(({at}) => at)).toEqual(['He is', 'looked after child', 'child of'])
  })

  test('never divides a character in two', () => {
    const bytes = body(p('a😀b'))
    const finding = findingAt(main, {paragraph: 1, text: 'a😀b'}, 2, 3, fix)
    const {bytes: out, summary} = review(bytes, [finding], {date, trackChanges: true})
    expect(summary).toMatchObject({comments: 1, changes: 0})
    expect(commentsIn(out)).toMatchObject([{at: '😀'}])
  })

  test('in a document with CDATA can be taken out without a trace', () => {
    const bytes = body(p(`<w:r><w:t><![CDATA[</w:r ><w:r >]]></w:t></w:r>${r(' the minor was')}`))
    const {bytes: out} = reviewed(bytes, 'minor', fix)
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })

  test('keeps the looks of a run that it divides', () => {
    const {source} = reviewed(body(p(r('a bold child here', '<w:b/>'))), 'child')
    expect(source.match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3)
  })

  test('shows the name, initials and time it is given, and nothing that could break out of them', () => {
    const author = `"><w:x>&\u0000\u202e\n${'é'.repeat(300)}`
    const {comments, source} = reviewed(body(p('The minor was seen.')), 'minor', fix, {
      author,
      initials: '<&">\u0007toolong'
    })
    expect(comments[0]?.author).toBe(`"><w:x>& ${'é'.repeat(246)}`)
    expect(comments[0]?.initials).toBe('<&"> tool')
    expect(source).toContain('w:date="2025-03-04T09:00:00Z"')
    expect(strip(reviewed(body(p('The minor.')), 'minor', fix, {author}).bytes).changes).toBe(1)
  })

  test('puts words to write in quotation marks, and notes to the writer in none', () => {
    const triesFor = (...instead: string[]) =>
      reviewed(body(p('It was toxic.')), 'toxic', {instead}).comments[0]?.lines.at(-2)
    expect(triesFor('harmful', 'say who did what')).toBe('Try: “harmful” or say who did what')
    expect(triesFor('Fill it in, or take it out.')).toBe('Try: Fill it in, or take it out.')
  })

  test('has words of any kind in it', () => {
    const {comments} = reviewed(body(p('a < b & “c”')), 'b &', {message: 'Not\n\tthis: <b> ]]> \u0001', why: ''})
    expect(comments[0]?.lines[0]).toBe('Not this: <b> ]]> \ufffd')
  })
})

describe('where the words cannot carry it', () => {
  test('a comment about a field or a content control stands around it and names the words', () => {
    const bytes = body(
      p(`${r('Dear ')}${field('MERGEFIELD Child', 'Amira Hussain')}${r(', hello')}`),
      p(`${r('To ')}${control('<w:text/>', r('the parents of Leo'))}${r('.')}`)
    )
    const findings = ['Hussain', 'parents'].map((each) => findingOf(bytes, main, each, fix))
    const {bytes: out, summary} = review(bytes, findings, {date, trackChanges: true})
    expect(commentsIn(out).map(({at, lines}) => [at, lines[0]])).toEqual([
      ['Amira Hussain', 'paragraph 1: “Hussain”'],
      ['the parents of Leo', 'paragraph 2: “parents”']
    ])
    expect(summary).toMatchObject({changes: 0, notTracked: 2})
  })

  test('a comment inside a control of whole paragraphs stands around that, ending in the paragraph below', () => {
    const bytes = body(p('Above.'), control('', p('The minor.') + p('Words.')), p('Below.'))
    const {comments} = reviewed(bytes, 'minor', fix)
    expect(comments).toMatchObject([{at: 'The minor.\nWords.', startsIn: 'w:body', endsIn: 'w:p'}])
    expect(comments[0]?.lines[0]).toContain('“minor”')
  })

  test('but does not span one that holds pages', () => {
    const pages = Array.from({length: 200}, (_, index) => p(`The minor, paragraph ${index}.`)).join('')
    const {comments} = reviewed(body(control('', pages), p('Below.')), 'minor', fix)
    expect(comments).toMatchObject([{at: '', startsIn: 'w:p', endsIn: 'w:p'}])
  })

  test('and in the paragraph above where there is none below', () => {
    const {comments} = reviewed(body(p('Above.'), control('', p('The minor.'))), 'minor')
    expect(comments).toMatchObject([{at: '', startsIn: 'w:p', endsIn: 'w:p'}])
  })

  test('and inside it where nothing is outside', () => {
    expect(reviewed(body(control('', p('The minor.'))), 'minor').comments).toMatchObject([{at: 'minor'}])
  })

  test('a comment about a note stands at its reference', () => {
    const note = findingOf(report.bytes, 'word/footnotes.xml', 'Order', {where: {kind: 'note', note: '1'}})
    const out = review(report.bytes, [note], {date}).bytes
    const [comment] = commentsIn(out)
    expect(comment?.lines[0]).toBe('note 1: “Order”')
    const {source} = openPackage(out).text(main)
    expect(source).toMatch(
      /<w:commentRangeStart w:id="\d+"\/><w:r><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd/
    )
  })

  test('a comment about a text box stands at the paragraph that holds it', () => {
    const bytes = body(p('Before.'), p(`${r('Anchor ')}${box(p('Ring the office.'))}`))
    const {comments} = reviewed(bytes, 'office', {where: {kind: 'box'}})
    expect(comments).toMatchObject([{at: '\ufffc\nRing the office.', startsIn: 'w:p'}])
    expect(comments[0]?.lines[0]).toBe('text box: “office”')
  })

  test('what is about headers, footers or the whole document shares a comment at the first words of the body', () => {
    const findings = [
      findingOf(report.bytes, 'word/header1.xml', 'Amira', {where: {kind: 'header'}}),
      findingOf(report.bytes, 'word/footer1.xml', 'Page', {where: {kind: 'footer'}}),
      findingOfAll(),
      findingOfAll({message: 'Leo is not named.'})
    ]
    const {bytes, summary} = review(report.bytes, findings, {date})
    const comments = commentsIn(bytes)
    expect(comments.map(({at, lines}) => [at, lines[0]])).toEqual([
      ['IN THE FAMILY COURT AT SWINDON', 'About the whole document'],
      ['IN THE FAMILY COURT AT SWINDON', 'In headers and footers']
    ])
    expect(comments[1]?.lines.filter((line) => line.includes('“'))).toEqual(
      expect.arrayContaining(['page header: “Amira”', 'page footer: “Page”'])
    )
    expect(summary).toMatchObject({comments: 2, grouped: 4})
  })

  test('what concerns several children, and why, is said once', () => {
    const missing = ['Jaxon', 'Lacey-Mae'].flatMap((child) =>
      ['risks', 'strengths'].map((part) => findingOfAll({message: `${child} is not named under ${part}.`}))
    )
    const out = review(report.bytes, missing, {date}).bytes
    expect(commentsIn(out)[0]?.lines.slice(0, -1)).toEqual([
      'About the whole document',
      'Jaxon and Lacey-Mae are not named under risks.',
      'Why: A child cannot follow it.',
      'Jaxon and Lacey-Mae are not named under strengths.'
    ])
    expect(strip(out).comments).toBe(1)
  })

  test('an empty document has a place for it too', () => {
    const bytes = body('<w:p/>')
    const out = review(bytes, [findingOfAll()], {date})
    expect(commentsIn(out.bytes)).toHaveLength(1)
    expect(contentsOf(strip(out.bytes).bytes)).toEqual(contentsOf(bytes))
  })

  test('a document with no paragraph at all says that it had no place', () => {
    expect(review(body(), [findingOfAll()], {date}).summary).toMatchObject({comments: 0, unplaced: 1})
  })

  test('a finding of another state of the document stays with its paragraph and changes nothing', () => {
    const bytes = body(p('The child was seen.'))
    const stale = {...findingAt(main, {paragraph: 1, text: 'The minor was seen.'}, 4, 9, fix), text: 'minor'}
    const out = review(bytes, [stale], {date, trackChanges: true})
    expect(out.summary).toMatchObject({comments: 1, changes: 0})
    expect(commentsIn(out.bytes)).toMatchObject([{at: 'The child was seen.'}])
  })
})

describe('a tracked change', () => {
  test('replaces exactly the words, in the looks of the first of them, and has its comment around it', () => {
    const {bytes, source, comments, summary} = reviewed(
      body(p(`${r('Then ')}${r('the ', '<w:i/>')}${r('minor', '<w:b/>')}${r(' left.')}`)),
      'the minor',
      fix
    )
    expect(textsOf(bytes, main)).toEqual({1: 'Then Amira left.'})
    expect(textsOf(bytes, main, 'original')).toEqual({1: 'Then the minor left.'})
    expect(source).toMatch(
      /<w:ins [^>]*w:author="ourwords"[^>]*><w:r><w:rPr><w:i\/><\/w:rPr><w:t xml:space="preserve">Amira</
    )
    expect(comments).toMatchObject([{at: 'Amira'}])
    expect(comments[0]?.lines).toContain('Try: A tracked change writes “Amira”. Accept it or reject it.')
    expect(summary).toMatchObject({comments: 1, changes: 1, notTracked: 0})
  })

  test('can only take words out', () => {
    const {bytes, source} = reviewed(body(p('She clearly left.')), 'clearly ', {replacement: ''})
    expect(textsOf(bytes, main)).toEqual({1: 'She left.'})
    expect(source).not.toContain('<w:ins')
  })

  test('has numbers above those of every story', () => {
    const bytes = docx({
      body: p(r('The minor.', '<w:rPrChange w:id="70" w:author="A"><w:rPr/></w:rPrChange>')),
      headers: [p('<w:bookmarkStart w:id="900" w:name="b"/><w:bookmarkEnd w:id="900"/>')]
    })
    const {source} = reviewed(bytes, 'minor', fix)
    const numbers = [...source.matchAll(/w:id="(\d+)"/g)].map(([, id]) => Number(id))
    const fresh = numbers.filter((id) => id !== 70)
    expect(Math.min(...fresh)).toBeGreaterThan(900)
    const changes = [...source.matchAll(/<w:(?:ins|del|rPrChange) w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(changes).size).toBe(changes.length)
    expect(source.match(/<w:ins .*?<\/w:ins>/)?.[0]).not.toContain('rPrChange')
  })

  test('of two on the same words the first is made and the other said', () => {
    const bytes = body(p('The minor child left.'))
    const findings = [
      findingOf(bytes, main, 'minor child', fix),
      findingOf(bytes, main, 'child left', {replacement: 'x'})
    ]
    const {bytes: out, summary} = review(bytes, findings, {date, trackChanges: true})
    expect(textsOf(out, main)).toEqual({1: 'The Amira left.'})
    expect(summary).toMatchObject({comments: 2, changes: 1, notTracked: 1})
    expect(commentsIn(out).every(({lines}) => lines.length === 4)).toBe(true)
  })

  test('is not made unless asked for', () => {
    const {summary, comments} = reviewed(body(p('The minor.')), 'minor', fix, {trackChanges: false})
    expect(summary).toMatchObject({changes: 0, notTracked: 0})
    expect(comments[0]?.lines).toContain('Try: “Amira”')
  })

  const noted = docx({
    body: p(`${r('The mi')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('nor.')}`),
    footnotes: `<w:footnote w:id="2">${p('x')}</w:footnote>`
  })
  const protectedBy = (edit: string, enforced = '1') =>
    docx({body: p('The minor.'), settings: `<w:documentProtection w:edit="${edit}" w:enforcement="${enforced}"/>`})
  test.each([
    ['in a link', body(p(`<w:hyperlink w:anchor="x">${r('The minor')}</w:hyperlink>`))],
    ['in a field', body(p(field('MERGEFIELD x', 'The minor')))],
    ['in a simple field', body(p(`<w:fldSimple w:instr="REF x">${r('The minor')}</w:fldSimple>`))],
    ['in a content control', body(p(control('<w:text/>', r('The minor'))))],
    ['in a content control of whole paragraphs', body(control('', p('The minor')), p('x'))],
    ['in another’s insertion', body(p(inserted('The minor')))],
    ['around another’s deletion', body(p(`${r('The min')}${deleted('x')}${r('or.')}`))],
    ['in a text box', body(p(box(p('The minor'))))],
    ['around a note’s reference', noted],
    ['around hidden text', body(p(`${r('The min')}${r('secret', '<w:vanish/>')}${r('or')}`))],
    ['around a picture', body(p(`${r('The minor')}<w:r><w:drawing/></w:r>`))],
    ['in CDATA', body(p('<w:r><w:t><![CDATA[The minor]]></w:t></w:r>'))],
    ['where white space would come to light', body(p('<w:r><w:t> The minor is here </w:t></w:r>'))],
    [
      'in a document with editing by permission',
      body(p(`<w:permStart w:id="1" w:edGrp="everyone"/>${r('The minor')}<w:permEnd w:id="1"/>`))
    ],
    ['in a read-only document', protectedBy('readOnly')],
    ['in a form', protectedBy('forms', 'true')]
  ])('is refused and said in a comment %s', (_where, bytes) => {
    const text = paragraphs(bytes, main).find((each) => each.text.includes('The m'))?.text ?? ''
    const words = /The m\S*/.exec(text)?.[0] ?? ''
    const {bytes: out, summary} = reviewed(bytes, words, fix)
    expect(summary).toMatchObject({comments: 1, changes: 0, notTracked: 1})
    expect(textsOf(out, main)).toEqual(textsOf(bytes, main))
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })

  test.each([['trackedChanges'], ['comments']])('is made in a document protected for %s', (edit) => {
    expect(reviewed(protectedBy(edit), 'minor', fix).summary.changes).toBe(1)
  })

  test('is made where protection is not enforced', () => {
    expect(reviewed(protectedBy('readOnly', '0'), 'minor', fix).summary.changes).toBe(1)
  })
})

describe('packages', () => {
  test('a part for comments is used under whatever name, and others’ comments stay', () => {
    const files = packageOf({body: p('The minor.'), comments: '<w:comment w:id="7" w:author="A"><w:p/></w:comment>'})
    const renamed = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name.replace('comments.xml', 'comments2.xml'),
        String(content).replaceAll('comments.xml', 'comments2.xml')
      ])
    )
    const out = review(zip(renamed), [findingOf(zip(renamed), main, 'minor')], {date}).bytes
    expect([...contentsOf(out).keys()]).toEqual(Object.keys(renamed))
    expect(new TextDecoder().decode(contentsOf(out).get('word/comments2.xml'))).toContain('w:author="A"')
  })

  test.each([
    ['a root that has no end tag', (xml: string) => xml.replace(/><\/w:comments>$/, '/>')],
    [
      'a root with another prefix',
      (xml: string) => xml.replaceAll('w:comments', 'x:comments').replace('xmlns:w', 'xmlns:x')
    ]
  ])('a part for comments may have %s', (_what, rewrite) => {
    const files = packageOf({body: p('The minor.'), comments: ''})
    const bytes = zip({...files, 'word/comments.xml': rewrite(String(files['word/comments.xml']))})
    const out = review(bytes, [findingOf(bytes, main, 'minor')], {date}).bytes
    expect(commentsIn(out)).toHaveLength(1)
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })

  test('a document without any relations gets them, and loses them again', () => {
    const related = /^word\/(?:_rels\/|styles)/
    const files = Object.entries(packageOf({body: p('The minor.')})).filter(([name]) => !related.test(name))
    const bytes = zip(Object.fromEntries(files))
    const out = review(bytes, [findingOf(bytes, main, 'minor')], {date}).bytes
    expect(commentsIn(out)).toHaveLength(1)
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })

  test('macros stay the same bytes and the document stays one with macros', () => {
    const files = packageOf({body: p('The minor.'), files: {'word/vbaProject.bin': new Uint8Array([1, 2, 3, 250])}})
    const types = String(files['[Content_Types].xml']).replace(
      'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'vnd.ms-word.document.macroEnabled.main+xml'
    )
    const bytes = zip({...files, '[Content_Types].xml': types})
    const out = review(bytes, [findingOf(bytes, main, 'minor')], {date}).bytes
    expect([...(contentsOf(out).get('word/vbaProject.bin') ?? [])]).toEqual([1, 2, 3, 250])
    expect(openPackage(out).macros).toBe(true)
  })

  test('a signed document is only written to by force', () => {
    const bytes = docx({body: p('The minor.'), files: {'_xmlsignatures/sig1.xml': '<Signature/>'}})
    const findings = [findingOf(bytes, main, 'minor')]
    expect(() => review(bytes, findings, {date})).toThrow(expect.objectContaining({code: 'signed'}))
    expect(review(bytes, findings, {date, force: true}).summary.comments).toBe(1)
  })

  test('a date that is none is refused', () => {
    expect(() => review(letter.bytes, [], {date: 'yesterday'})).toThrow(Fault)
  })

  test('without findings the very same bytes come back', () => {
    expect(review(letter.bytes, [], {date}).bytes).toBe(letter.bytes)
  })
})

describe('many findings', () => {
  test('beyond 2,000 the gravest have comments and one more says how many have not', () => {
    const bytes = body(...Array.from({length: 2100}, (_, index) => p(`Child ${index}`)))
    const findings = paragraphs(bytes, main).map((paragraph) =>
      findingAt(main, paragraph, 0, 5, {severity: paragraph.paragraph > 2090 ? 'error' : 'advice'})
    )
    const {bytes: out, summary} = review(bytes, findings, {date})
    expect(summary).toMatchObject({comments: 2000, beyond: 101})
    const comments = commentsIn(out)
    expect(comments[0]?.lines[0]).toContain('101 more findings')
    expect(comments.filter(({lines}) => lines[0] === '“Child” is a word that courts use.')).toHaveLength(1999)
    expect(openPackage(out).text(main).source.lastIndexOf('commentRangeStart')).toBeGreaterThan(
      openPackage(out).text(main).source.indexOf('Child 2097')
    )
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })
})

describe('another run', () => {
  test('does not stack, whoever the first was by', () => {
    const bytes = body(p('The minor was seen at the placement.'), table([['The minor', bold('x')]]))
    const findings = [findingOf(bytes, main, 'minor', fix), findingOf(bytes, main, 'placement')]
    const first = review(bytes, findings, {date, trackChanges: true, author: 'Grace Okafor'}).bytes
    const second = review(first, findings, {date: '2025-04-01T10:00:00Z', trackChanges: true})
    expect(second.bytes).toEqual(review(bytes, findings, {date: '2025-04-01T10:00:00Z', trackChanges: true}).bytes)
  })

  test('leaves others’ comments and changes alone', () => {
    const bytes = docx({
      body: p(
        `<w:commentRangeStart w:id="1"/>${r('The minor ')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${inserted('was')}${deleted('is')}${r(' seen.')}`
      ),
      comments: `<w:comment w:id="1" w:author="A" w:initials="A">${p('ourwords allow unnamed-child: quoted')}</w:comment>`
    })
    const out = review(bytes, [findingOf(bytes, main, 'seen', fix)], {date, trackChanges: true}).bytes
    expect(commentsIn(out)).toHaveLength(2)
    expect(contentsOf(strip(out).bytes)).toEqual(contentsOf(bytes))
  })
})
