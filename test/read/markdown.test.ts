import {expect, test} from 'vitest'
import {readText, shown} from './written.ts'

test.each<[string, string, string[]]>([
  [
    'headings',
    '# Report\n\nIntro.\n\nRisks\n-----\n\nNone.\n',
    ['heading1: Report', 'paragraph: Intro.', 'heading2: Risks', 'paragraph: None.']
  ],
  [
    'bold lines as headings',
    '# Report\n\n**Strengths**\n\nShe is kind.\n\n__Risks:__\n\nNone.\n',
    ['heading1: Report', 'heading2?: Strengths', 'paragraph: She is kind.', 'heading2?: Risks:', 'paragraph: None.']
  ],
  [
    'underlined and capital lines as headings',
    '# R\n\n<u>Wishes and feelings</u>\n\nShe said so.\n\nRISKS\n\nNone.\n',
    ['heading1: R', 'heading2?: Wishes and feelings', 'paragraph: She said so.', 'heading2?: RISKS', 'paragraph: None.']
  ],
  [
    'numbered headings',
    '4.1 Risks\n\nThere are some risks.\n',
    ['heading3? 4.1: Risks', 'paragraph: There are some risks.']
  ],
  [
    'a field is no heading',
    '**About:** Idris (12)\n\n**Dear Amira,**\n\n**She was late.**\n',
    ['paragraph: About: Idris (12)', 'paragraph: Dear Amira,', 'paragraph: She was late.']
  ],
  [
    'fields under each other',
    '**Number:** BS24\n**Written by:** Olu Bakare\n',
    ['paragraph: Number: BS24\nWritten by: Olu Bakare']
  ],
  [
    'titles in bold under each other',
    '**Strengths.** Nia reads well above her age and is close to her big cousin Elan.\n**Worries.** Nia has twice heard her parents shouting.\n',
    [
      'paragraph: Strengths. Nia reads well above her age and is close to her big cousin Elan.\nWorries. Nia has twice heard her parents shouting.'
    ]
  ],
  [
    'titles on a line of their own directly over prose, as text pasted from Word has them',
    'Good parenting\nEfe sings Wynn awake.\n\nWorries\nWynn ran on to the road.\n\nWhat I think\nA door can be mended.\n\nEfe Farr\nHer mother\n',
    [
      'heading1?: Good parenting',
      'paragraph: Efe sings Wynn awake.',
      'heading2?: Worries',
      'paragraph: Wynn ran on to the road.',
      'heading2?: What I think',
      'paragraph: A door can be mended.',
      'paragraph: Efe Farr\nHer mother'
    ]
  ],
  [
    'a line over prose once only, which may be anything',
    'Gate Lane\nThis is where she lives.\n',
    ['paragraph: Gate Lane\nThis is where she lives.']
  ],
  [
    'a name over an office',
    'I hope this helps you to understand what will happen.\n\nOlu Bakare\nFamily Court Adviser\n',
    ['paragraph: I hope this helps you to understand what will happen.', 'paragraph: Olu Bakare\nFamily Court Adviser']
  ],
  [
    'prose that was ruled off',
    'She went home on Friday.\n---\n\nMore.\n',
    ['paragraph: She went home on Friday.', 'paragraph: More.']
  ],
  [
    'lists',
    '- one\n- two\n  more\n\n3. three\n4. four\n\n   and more\n',
    ['item: one', 'item: two more', 'item 3.: three', 'item 4.: four', 'item: and more']
  ],
  ['task lists', '- [ ] ring\n- [x] write\n', ['item: ring', 'item: write']],
  [
    'a lone numbered bold item',
    '1.  **Background**\n\nAmira is nine.\n',
    ['heading2? 1.: Background', 'paragraph: Amira is nine.']
  ],
  ['quotations', '> “I want to stay.”\n> she said\n', ['quote: “I want to stay.” she said']],
  [
    'pipe tables',
    '| What | Who |\n|---|---|\n| Ring \\| write | **Olu** |\n',
    ['cell 1.1 head: What', 'cell 1.2 head: Who', 'cell 2.1: Ring | write', 'cell 2.2: Olu']
  ],
  [
    'notes',
    'She was afraid.[^1] Then she slept.\n\n[^1]: Told to me on 4 May.\n',
    ['paragraph: She was afraid. Then she slept.', 'note [1]: Told to me on 4 May.']
  ],
  ['notes as mammoth sets them', 'She was afraid.[\\[1\\]](#footnote-2)\n', ['paragraph: She was afraid.']],
  [
    'escapes and references',
    "It\\'s R &amp; S \\[C12\\] 2019\\. &nope; AT&T\n",
    ["paragraph: It's R & S [C12] 2019. &nope; AT&T"]
  ],
  ['line breaks', 'one\\\ntwo  \nthree<br>four\n', ['paragraph: one\ntwo\nthree\nfour']],
  [
    'text that is indented is not code',
    'Dear Amira,\n\n    I came to see you\n    on Monday.\n',
    ['paragraph: Dear Amira,', 'paragraph: I came to see you on Monday.']
  ],
  ['a year does not begin a list', '2019\\. That was the year.\n', ['paragraph: 2019. That was the year.']],
  [
    'brackets are only brackets',
    'See [2017] EWFC 48 and [insert name] and [sic].\n',
    ['paragraph: See [2017] EWFC 48 and [insert name] and [sic].']
  ]
])('reads %s', (_, source, blocks) => {
  expect(shown(readText(source))).toEqual(blocks)
})

test.each<[string, string, string[]]>([
  ['attributes of a heading', '# Recommendation {#recommendation .LA-Section-Heading}\n', ['heading1: Recommendation']],
  [
    'tracked changes',
    'The [new]{.insertion author="A" date="2024-01-01"}[old\nwords]{.deletion author="A"\ndate="2024-01-01"} plan.\n',
    ['paragraph: The new plan.']
  ],
  [
    'comments',
    'The [is this right?]{.comment-start id="0" author="A"}plan[]{.comment-end id="0"}.\n',
    ['paragraph: The plan.']
  ],
  ["a template's braces stay", 'Dear {{child.name}} and {name},\n', ['paragraph: Dear {{child.name}} and {name},']],
  ['raised letters', 'On the 3^rd^ and the 4<sup>th</sup>.\n', ['paragraph: On the 3rd and the 4th.']],
  ['line blocks', '| 1 High Street\n| Leeds\n', ['paragraph: 1 High Street\nLeeds']],
  ['definitions', 'Contact\n\n:   Time with family.\n', ['paragraph: Contact', 'paragraph: Time with family.']],
  ['separators', '- a\n\n```{=html}\n<!-- -->\n```\n- b\n', ['item: a', 'item: b']]
])('reads what pandoc adds: %s', (_, source, blocks) => {
  expect(shown(readText(source))).toEqual(blocks)
})

const multiline = `  ------------------------------------------
  What happened         Effect
  --------------------- --------------------
  Police attended the   Sam was frightened
  home                  and hid

  x                     y
  ------------------------------------------
`
const grid = `+---------------+--------------+
| What          | Effect       |
+===============+==============+
| Police        | - Sam hid    |
|               | - Sam cried  |
| They left     |              |
|               |              |
| Mum rang      |              |
+---------------+--------------+
`
const simple = `What      Who
--------- ------
Ring Mum  Olu
Write     Steph
`
const effect = [
  'cell 1.1 head: What happened',
  'cell 1.2 head: Effect',
  'cell 2.1: Police attended the home',
  'cell 2.2: Sam was frightened and hid',
  'cell 3.1: x',
  'cell 3.2: y'
]

test.each([
  ['multiline', multiline, effect],
  [
    'simple',
    simple,
    [
      'cell 1.1 head: What',
      'cell 1.2 head: Who',
      'cell 2.1: Ring Mum',
      'cell 2.2: Olu',
      'cell 3.1: Write',
      'cell 3.2: Steph'
    ]
  ],
  [
    'grid',
    grid,
    [
      'cell 1.1 head: What',
      'cell 1.2 head: Effect',
      'cell 2.1: Police',
      'cell 2.1: They left',
      'cell 2.1: Mum rang',
      'cell 2.2: Sam hid',
      'cell 2.2: Sam cried'
    ]
  ]
])('puts the words of a cell together in a %s table', (_, source, blocks) => {
  for (const name of ['draft.md', 'draft.txt'])
    expect(shown(readText(`Before.\n\n${source}\nAfter.\n`, name)), name).toEqual([
      'paragraph: Before.',
      ...blocks,
      'paragraph: After.'
    ])
})

test('reads every cell of a table in HTML, with its place', () => {
  const source = `<table>
<colgroup><col style="width: 50%" /></colgroup>
<thead><tr class="header"><th>What</th><th>Who</th></tr></thead>
<tbody>
<tr><td><p>Ring &amp; write</p>
<p>today</p></td><td colspan="2">Olu<br>Steph</td><td>x</td></tr>
</tbody>
</table>

After.
`
  expect(shown(readText(source))).toEqual([
    'cell 1.1 head: What',
    'cell 1.2 head: Who',
    'cell 2.1: Ring & write',
    'cell 2.1: today',
    'cell 2.2: Olu\nSteph',
    'cell 2.4: x',
    'paragraph: After.'
  ])
})

test('keeps a cell that holds empty lines a cell', () => {
  const blocks = shown(
    readText('<table>\n<tr>\n<td>\n\nSam *hid*.\n\n    And cried.\n\n</td>\n</tr>\n</table>\n\nAfter.\n')
  )
  expect(blocks).toEqual(['cell 1.1: Sam hid.', 'cell 1.1: And cried.', 'paragraph: After.'])
})

test('keeps comments out of the text and at hand', () => {
  const source = 'Hello <!-- one --> Amira.\n\n<!-- two\nlines -->\n\nBye.\n'
  const document = readText(source)
  expect(document.text).toBe('Hello  Amira.\n\nBye.')
  expect(document.remarks?.map(({start, end, words}) => [source.slice(start, end), words])).toEqual([
    ['<!-- one -->', 'one'],
    ['<!-- two\nlines -->', 'two\nlines']
  ])
})

test('leaves out what was struck out, and nothing after it', () => {
  expect(readText('The <del>old</del> new <s>plan\n\nNext.\n').text).toBe(
    'The  new \n\nNext.'.replace('new \n', 'new\n')
  )
})

test('marks links, code, strong and emphasised words', () => {
  const {text, marks} = readText('A [link](http://a.example) and `code` and **strong *both***.\n')
  expect(marks.map(({kind, start, end}) => [kind, text.slice(start, end)])).toEqual([
    ['link', 'link'],
    ['code', 'code'],
    ['strong', 'strong both'],
    ['emphasis', 'both']
  ])
})

test('says what was not read', () => {
  const {notices} = readText('![a map](map.png)\n\n```\nsome code words\n```\n')
  expect(notices.map(({code, words}) => [code, words])).toEqual([
    ['picture-not-read', undefined],
    ['code-not-judged', 3]
  ])
})

test('definitions hold for the whole of a long document', () => {
  const filler = 'She *likes* school and says so.\n\n'.repeat(1000)
  const source = `A [friend][f] said so.[^n]\n\n${filler}[f]: http://a.example\n\n[^n]: On 4 May.\n`
  const document = readText(source)
  expect(document.text.startsWith('A friend said so.\n\nShe likes school')).toBe(true)
  expect(shown(document).at(-1)).toBe('note [n]: On 4 May.')
  expect(document.blocks).toHaveLength(1002)
})

const many = 10_000
test.each([
  ['quotations', '>'.repeat(many)],
  ['brackets', '['.repeat(many)],
  ['links', '[a]('.repeat(many)],
  ['asterisks', `${'*'.repeat(many)}a${'*'.repeat(many)}`],
  ['emphasis', '*a_'.repeat(many)],
  ['lists in lists', Array.from({length: 1000}, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
  ['lists on a line', `${'- '.repeat(many)}a`],
  ['rulers', '---\na\n'.repeat(many)],
  ['code spans', Array.from({length: 1000}, (_, i) => `${'`'.repeat(i)}a`).join('')],
  ['comments', '<!--'.repeat(many)],
  ['spans', '[a]{.b}'.repeat(many)],
  ['carets', '^a'.repeat(many)],
  ['attributes', '{a="'.repeat(many)],
  ['spaces', `a${' '.repeat(100_000)}\nb`]
])('comes to an end with ten thousand %s, and loses no word', (_, source) => {
  const document = readText(`Before.\n\n${source}\n\nAfter.\n`)
  expect(document.text.startsWith('Before.')).toBe(true)
  expect(document.text.includes('After.') || source.startsWith('<!--')).toBe(true)
})

test('says when markup was too tangled to be read as such', () => {
  expect(readText(`${'>'.repeat(100)} a\n`).notices.map(({code}) => code)).toEqual(['markup-not-read'])
})
