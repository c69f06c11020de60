import fc from 'fast-check'
import {everything} from '../../docx/made/index.ts'
import {docx, escaped, main, packageOf, zip} from '../../docx/make.ts'
import {odt} from '../../odt/make.ts'
import {markdown, plainText} from '../../read/arbitrary.ts'
import {lexicon} from '../../rules/lexicon.ts'

/** A file as it might come in: whatever it is called, whatever is in it. */
export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Words that no dictionary and no message of the program holds: where one comes out, a document's text came out. */
export const canaries = ['Quillfeather', 'Zubaida', 'Yarrowdale'] as const

const {dictionaries} = lexicon

/** Sentences that make rules speak, as the dictionaries' examples have them. */
const sentences = [
  ...dictionaries.lists.flatMap(({entries}) => entries.flatMap(({flags, allows}) => [...flags, ...allows])),
  ...dictionaries.acronyms.flatMap(({flags, allows}) => [...flags, ...allows]),
  ...dictionaries.sections.flatMap(({flags, allows}) => [...flags, ...allows])
].map((example) => example.replaceAll('*', ''))

const names = ['Zubaida', 'Zubaida Quillfeather', 'zubaida', 'the child', 'Ms Quillfeather', 'Mum', 'she', 'they', 'ZQ']
const headings = [...dictionaries.sections.map(({title}) => title), 'Yarrowdale School', 'RISKS', '1.3 Views', '']

const sentence = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom(...sentences)},
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...sentences))
      .map(([name, words]) => `${name} said, “${words}”`)
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('[NAME]', '{{child}}', '“', '”', "'", '(', 'Dear Zubaida,', 'TBC', '________')
  },
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 20})}
)

const paragraph = fc.array(sentence, {minLength: 1, maxLength: 5}).map((all) => all.join(' '))

const heading = fc
  .tuple(fc.integer({min: 1, max: 6}), fc.constantFrom(...headings))
  .map(([level, title]) => `${'#'.repeat(level)} ${title}`)

/** Reports and letters such as people write, in an order in which nobody would. */
const report = fc
  .array(
    fc.oneof(
      {weight: 5, arbitrary: paragraph},
      {weight: 2, arbitrary: heading},
      {weight: 1, arbitrary: paragraph.map((words) => `> ${words}`)},
      {weight: 1, arbitrary: paragraph.map((words) => `- ${words}`)},
      {weight: 1, arbitrary: paragraph.map((words) => `| Date | Event |\n|---|---|\n| 1 May | ${words} |`)}
    ),
    {minLength: 1, maxLength: 8}
  )
  .map((blocks) => `${blocks.join('\n\n')}\n`)

const scalar = fc.oneof(
  fc.constantFrom(
    'Zubaida',
    'letter',
    'report',
    'she/her',
    '9',
    'true',
    '~',
    '""',
    '"Quillfeather',
    '*a',
    '&a',
    '!!js x'
  ),
  fc.constantFrom('[', '{', '- ', '|', '>', '? ', '<<: *a', '__proto__', 'constructor', '0x10', '1e999', '2025-01-01'),
  fc.string({maxLength: 12})
)
const key = fc.constantFrom(
  ...['document', 'children', 'child', 'name', 'known-as', 'pronouns', 'age', 'family', 'language', 'template'],
  ...[
    'ourwords',
    'accept',
    'people',
    '__proto__',
    'constructor',
    'toString',
    'rules',
    'exclude',
    'overrides',
    'extends'
  ]
)

/** YAML: mostly near to what is meant, now and then nothing of the kind. */
const yaml = fc
  .array(
    fc.oneof(
      fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
      fc.tuple(key, key, scalar).map(([outer, name, value]) => `${outer}:\n  - ${name}: ${value}`),
      fc.tuple(key, key, scalar).map(([outer, name, value]) => `${outer}: {${name}: ${value}}`),
      fc.tuple(key, fc.array(scalar, {maxLength: 4})).map(([name, all]) => `${name}: [${all.join(', ')}]`),
      scalar
    ),
    {maxLength: 6}
  )
  .map((lines) => lines.join('\n'))

const wrappers = [
  ...['w:p', 'w:r', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:sdtContent', 'w:hyperlink', 'w:ins', 'w:del', 'w:moveFrom'],
  ...['w:moveTo', 'w:smartTag', 'w:customXml', 'w:txbxContent', 'w:pict', 'w:drawing', 'w:fldSimple', 'w:footnote'],
  ...['mc:AlternateContent', 'mc:Fallback', 'w:quantum', 'w:object', 'w:bdo', 'w:dir', 'w:rPr', 'w:pPr', 'm:oMath']
]
const leaves = [
  ...['<w:tab/>', '<w:br/>', '<w:br w:type="page"/>', '<w:p/>', '<w:fldChar w:fldCharType="begin"/>'],
  ...['<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', '<w:footnoteReference w:id="2"/>'],
  ...[
    '<w:instrText> MERGEFIELD Zubaida </w:instrText>',
    '<w:rPr><w:vanish/></w:rPr>',
    '<w:delText>Yarrowdale</w:delText>'
  ],
  ...['<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', '<w:rPr><w:b/><w:lang w:val="cy-GB"/></w:rPr>'],
  ...['<w:sdtPr><w:alias w:val="Quillfeather"/><w:showingPlcHdr/></w:sdtPr>', '<w:altChunk r:id="x"/>'],
  ...['<w:commentReference w:id="0"/>', '<w:sym w:font="Wingdings" w:char="F0A8"/>', '<w:noBreakHyphen/>']
]
// XML has no way to hold these; what does is refused elsewhere.
const notXml = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g
const run = sentence.map((words) => `<w:r><w:t xml:space="preserve">${escaped(words.replace(notXml, '·'))}</w:t></w:r>`)

/** WordprocessingML: any element in any other, with sentences in it. */
const markup = fc.letrec<{node: string}>((tie) => ({
  node: fc.oneof(
    {maxDepth: 6, depthSize: 'medium'},
    {weight: 2, arbitrary: run.map((one) => `<w:p>${one}</w:p>`)},
    {weight: 1, arbitrary: run},
    {weight: 1, arbitrary: fc.constantFrom(...leaves)},
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...wrappers), fc.array(tie('node'), {maxLength: 4}))
        .map(([name, nodes]) => `<${name}>${nodes.join('')}</${name}>`)
    }
  )
})).node

const body = fc.array(markup, {minLength: 1, maxLength: 6}).map((all) => all.join(''))

const made: readonly Uint8Array[] = [
  ...everything.map(({bytes}) => bytes),
  odt({body: '<text:h text:outline-level="1">Risks</text:h><text:p>Dear Zubaida, contact is on Monday.</text:p>'})
]

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const named = (...all: readonly string[]) => fc.constantFrom(...all)

const damage = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  for (const [at, by] of changes) copy[at % copy.length] = by
  return copy
}
const changes = fc.array(fc.tuple(fc.nat(1 << 20), fc.nat(255)), {minLength: 1, maxLength: 4})

/** Every family of inputs by name. */
export const families: Readonly<Record<string, fc.Arbitrary<Input>>> = {
  bytes: fc.record({name: named('a.md', 'a.docx', 'a.txt', ''), bytes: fc.uint8Array({maxLength: 400})}),
  'bytes after a signature': fc
    .tuple(
      named('PK\x03\x04', '\xd0\xcf\x11\xe0', '\xff\xfe', '\xef\xbb\xbf', '%PDF', '---\n'),
      fc.uint8Array({maxLength: 400})
    )
    .map(([head, tail]) => ({name: 'a.docx', bytes: new Uint8Array([...Buffer.from(head, 'latin1'), ...tail])})),
  'any text': fc.record({name: named('a.md', 'a.txt'), bytes: fc.string({unit: 'binary', maxLength: 300}).map(encode)}),
  Markdown: fc.record({name: named('a.md'), bytes: markdown.map(encode)}),
  'plain text': fc.record({name: named('a.txt'), bytes: plainText.map(encode)}),
  reports: fc.record({name: named('a.md', 'a.txt'), bytes: report.map(encode)}),
  'front matter': fc
    .tuple(yaml, report)
    .map(([head, words]) => ({name: 'a.md', bytes: encode(`---\n${head}\n---\n\n${words}`)})),
  WordprocessingML: body.map((xml) => ({name: 'a.docx', bytes: docx(xml)})),
  'parts of a package': fc
    .tuple(
      named(main, '[Content_Types].xml', '_rels/.rels', 'word/styles.xml'),
      fc.string({maxLength: 60}),
      fc.nat(2000)
    )
    .map(([part, words, at]) => {
      const files = packageOf({body: '<w:p><w:r><w:t>Zubaida</w:t></w:r></w:p>'})
      const xml = String(files[part])
      const cut = at % xml.length
      return {name: 'a.docx', bytes: zip({...files, [part]: xml.slice(0, cut) + words + xml.slice(cut)})}
    }),
  'damaged files': fc
    .tuple(fc.nat(made.length - 1), changes)
    .map(([which, all]) => ({name: 'a.docx', bytes: damage(made[which] as Uint8Array, all)})),
  'files that break off': fc.tuple(fc.nat(made.length - 1), fc.nat(1 << 20)).map(([which, at]) => ({
    name: 'a.docx',
    bytes: (made[which] as Uint8Array).subarray(0, at % (made[which] as Uint8Array).length)
  }))
}
