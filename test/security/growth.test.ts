import {describe, expect, it} from 'vitest'
import {box, docx, field, inserted, p, packageOf, r, styles, t, table, zip} from '../docx/make.ts'
import {type Content, folderWith, shell} from './run.ts'
import {record} from './tally.ts'

/** CPU seconds, which a busy machine does not stretch: what takes the square of these files' lengths takes minutes. */
const most = 40

const many = (amount: number, make: (index: number) => string, between = ''): string =>
  Array.from({length: amount}, (_, index) => make(index)).join(between)
const sentence = 'The social worker said that contact with the father took place and Amira was happy in placement'

const texts: Readonly<Record<string, string>> = {
  'one paragraph of a megabyte': `${sentence}. `.repeat(10_000),
  'one sentence of two megabytes': `---\nchild: {name: Amira, pronouns: she/her}\n---\n\nAmira said that ${'contact with the father took place and Amira said he was told that she was happy in placement and '.repeat(20_000)}`,
  'one word of two million letters': 'a'.repeat(2_000_000),
  'one name of capitals': `---\nchild: Amy\n---\n${'A'.repeat(300_000)}!`,
  'a million digits': '1'.repeat(1_000_000),
  'nothing but stops': `Amy. ${'.'.repeat(500_000)}a`,
  'stops and a long gap': `Amy ${'.'.repeat(1000)} a${' '.repeat(200_000)}b`,
  'spaces before a word': `${' '.repeat(1_000_000)}a`,
  'empty lines': `${'\n'.repeat(1_000_000)}x`,
  'half a million lines': 'a\n'.repeat(500_000),
  'half a million old Mac lines': 'a\r'.repeat(500_000),
  'one word of hyphens': 'a-'.repeat(400_000),
  'the same finding everywhere': 'contact '.repeat(60_000),
  'one name everywhere': 'Amira Hussain '.repeat(50_000),
  'letters everywhere': 'ABC '.repeat(80_000),
  'quotation marks that open': '“ '.repeat(100_000),
  'quotation marks of one kind': '" '.repeat(100_000),
  apostrophes: "' a".repeat(100_000),
  'round brackets': 'contact ('.repeat(50_000),
  'square brackets': '['.repeat(200_000),
  'brackets that close': `Amy [${']'.repeat(200_000)}b`,
  'notes that open': '[^'.repeat(100_000),
  'references with escapes': '[a\\\\'.repeat(80_000),
  stars: '*a '.repeat(100_000),
  ticks: '`'.repeat(200_000),
  'quotations in quotations': `${'>'.repeat(20_000)}a`,
  'underscores without end': '_'.repeat(500_000),
  ampersands: '&'.repeat(500_000),
  'tags that open': '<a '.repeat(100_000),
  'quoted attributes': '<a "'.repeat(50_000),
  'comments that open': '<!--'.repeat(100_000),
  'slots that open': '{{'.repeat(200_000),
  'slots of another kind': '<<'.repeat(200_000),
  'lists in lists': many(2000, (index) => `${' '.repeat(index)}- a`, '\n'),
  'a table of one column': `|a|\n|-|\n${'|b|\n'.repeat(100_000)}`,
  'a table of a hundred thousand columns': `${'|'.repeat(100_000)}\n${'|-'.repeat(100_000)}`,
  'a table of lines': `${`${'+---'.repeat(100)}+\n${'| a '.repeat(100)}|\n`.repeat(300)}`,
  'twenty thousand notes': `${many(20_000, (index) => `x[^${index}]`, ' ')}\n\n${many(20_000, (index) => `[^${index}]: y`, '\n\n')}`,
  'fifty thousand headings': '# a\n\n'.repeat(50_000),
  'fifty thousand definitions': many(50_000, (index) => `[a${index}]: b`, '\n'),
  'marks that combine': '\u0301'.repeat(300_000),
  'marks that show nothing': '\u200b'.repeat(300_000),
  'faces of families': '👨‍👩‍👧'.repeat(30_000),
  'a greeting without end': `Dear ${', '.repeat(100_000)}x`,
  'names in a row': `Dear Amy\n\n${'Amy Smith and Amy Jones, '.repeat(20_000)}`,
  'a list of three hundred thousand items': '- [x] *a* _b_ **c\n'.repeat(300_000),
  'markup in quotations': `> ${'a *b* '.repeat(90)}\n`.repeat(900),
  'HTML that never ends': `<pre>\n\n${'Dear Leo, *you* will have contact.\n\n'.repeat(28_000)}`,
  'cells on one line': `<!-- ourwords-disable-line jargon -- x --><table><tr>${'<td>contact</td>'.repeat(150_000)}</table>`,
  'front matter of spaces': `---\na${' '.repeat(300_000)}\n---\nx`
}

const rows = (amount: number): string => table(Array.from({length: amount}, (_, index) => ['a', `b ${index}`]))

const words: Readonly<Record<string, () => Uint8Array>> = {
  'fifty thousand paragraphs': () => docx(p('You had contact.').repeat(50_000)),
  'one paragraph of five megabytes': () => docx(p(`${sentence}. `.repeat(50_000))),
  'a run for every letter': () => docx(`<w:p>${r('a').repeat(200_000)}</w:p>`),
  'twenty thousand tables': () => docx(rows(1).repeat(20_000)),
  'a table of twenty thousand rows': () => docx(rows(20_000)),
  'twenty thousand boxes': () => docx(p(box(p('contact'))).repeat(4000)),
  'fields one after another': () => docx(p(field('PAGE', '1').repeat(20_000))),
  'fields that never end': () =>
    docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>').repeat(60) + p('contact').repeat(10_000)),
  'ten thousand tracked changes': () => docx(p(inserted('contact ').repeat(10_000))),
  'ten thousand notes': () =>
    docx({
      body: p(many(10_000, (index) => `<w:r><w:footnoteReference w:id="${index + 2}"/></w:r>`)),
      footnotes: many(10_000, (index) => `<w:footnote w:id="${index + 2}">${p('contact')}</w:footnote>`)
    }),
  'a note of many paragraphs': () =>
    docx({
      body: p('<w:r><w:footnoteReference w:id="2"/></w:r>'),
      footnotes: `<w:footnote w:id="2">${p('contact').repeat(150_000)}</w:footnote>`
    }),
  'a text in many parts': () => docx(`<w:p><w:r><w:t>${'<![CDATA[a]]><!---->'.repeat(150_000)}</w:t></w:r></w:p>`),
  'twenty thousand styles': () =>
    docx({
      body: many(2000, (index) => p('a', `<w:pStyle w:val="S${index * 10}"/>`)),
      styles: styles(
        many(
          20_000,
          (index) =>
            `<w:style w:type="paragraph" w:styleId="S${index}"><w:name w:val="S${index}"/><w:basedOn w:val="S${index + 1}"/></w:style>`
        )
      )
    }),
  'spaces at the end of a text': () => docx(`<w:p><w:r><w:t>a${' '.repeat(1_000_000)}b</w:t></w:r></w:p>`),
  'references one after another': () => docx(`<w:p><w:r><w:t>${'&amp;'.repeat(300_000)}</w:t></w:r></w:p>`),
  'namespaces on every element': () =>
    docx(p(many(50_000, (index) => `<w:r xmlns:n${index}="urn:n${index}">${t('a')}</w:r>`))),
  'hidden stops': () => docx(p(r('.'.repeat(500_000), '<w:vanish/>') + r('contact'))),
  'relations by the thousand': () => {
    const files = packageOf({
      body: p('contact'),
      relationships: many(
        20_000,
        (index) => `<Relationship Id="x${index}" Type="http://a/header" Target="document.xml"/>`
      )
    })
    return zip(files)
  }
}

const inTime = (
  name: string,
  content: Content,
  command = `check --no-config --fail-on never --limit time=1000 ${name}`
) => {
  const {status, signal, err} = shell(
    `ulimit -t ${most}; ourwords ${command} > /dev/null`,
    folderWith({[name]: content})
  )
  expect(err).not.toMatch(/went wrong|heap|Killed/)
  return signal ?? status
}

describe('T07, T35, T36: long files take as long as they are', () => {
  it.each(Object.entries(texts))('%s', (_, text) => {
    expect(inTime('a.md', `${text}\n\nAmy sees her mum.\n`)).toBe(0)
  })

  it.each(Object.entries(texts).filter((_, index) => index % 4 === 0))('%s, as plain text', (_, text) => {
    expect([0, 2]).toContain(inTime('a.txt', text))
  })

  it.each(Object.entries(words))('in Word: %s', (_, make) => {
    expect([0, 2]).toContain(inTime('a.docx', make()))
  })

  it.each(['fifty thousand paragraphs', 'a run for every letter', 'ten thousand tracked changes'])(
    'a review of %s',
    (name) => {
      expect(inTime('a.docx', words[name]?.() ?? '', 'review --no-config a.docx')).toBe(0)
    }
  )

  it('are all tried', (context) => {
    const tried = Object.keys(texts).length + Object.keys(words).length
    record(context, {tried, read: tried})
  })
})

describe('T35: so many that they cannot be handed over at once', () => {
  const greatly = 150_000

  it('cells in one row of a text', () => {
    expect(inTime('a.txt', `Amy sees her mum.\n\n${'contact\t'.repeat(greatly)}x\n`)).toBe(0)
  })

  it('lines that come again in a text', () => {
    expect(inTime('a.txt', 'Amy sees her mum.\n\n'.repeat(greatly))).toBe(0)
  })

  it('findings of one rule', () => {
    expect(inTime('a.md', 'You will have contact. '.repeat(greatly))).toBe(0)
  })
})

describe('T35: what is larger than may be read', () => {
  it('is refused before it is in memory', () => {
    const {status, err} = shell('truncate -s 3G big.md; ourwords big.md', folderWith())
    expect([status, err]).toEqual([2, expect.stringMatching(/^big\.md: The file is larger than[^\n]*\n$/)])
  })
})

describe('T38: words that hide', () => {
  it('are found through what shows nothing', () => {
    const folder = folderWith({'a.md': 'You will have con\u200bta\u00adct and a pla\u2060cement.'})
    expect(shell('ourwords check --all -f concise --as letter a.md', folder).out).toMatch(/contact[\s\S]*placement/)
  })
})
