import {expect, test} from 'vitest'
import {toSource} from '../../src/read/positions.ts'
import {readText, shown} from './written.ts'

const read = (source: string) => shown(readText(source, 'draft.txt'))

const wrapped = `Police attended the home on 4 May and were told that there had been an
argument. Sam was frightened and hid in his bedroom with his brother until
his aunt came. He did not want to talk about it.
`

test('joins lines that were wrapped, whatever ends them', () => {
  const whole =
    'Police attended the home on 4 May and were told that there had been an argument. Sam was frightened and hid in his bedroom with his brother until his aunt came. He did not want to talk about it.'
  for (const end of ['\n', '\r\n', '\r', '\n\r'])
    expect(read(wrapped.replaceAll('\n', end))).toEqual([`paragraph: ${whole}`])
})

test('keeps fields on lines of their own, however long the one before', () => {
  const lines = [
    'Address: 14 Long Street, Somewhere, with her grandmother and uncle',
    'School: St Mary’s Church in Wales Primary School, Class 4',
    'Date of birth: 4 May 2016, and born at home in the kitchen'
  ]
  expect(readText(`${lines.join('\n')}\n`, 'draft.md').text).toBe(lines.join('\n'))
  const told =
    'I saw Amira at home and at school, and she was well both times.\nRisks: none that I know of and none in the file.'
  expect(readText(`${told}\n`, 'draft.md').text).toBe(told)
  const wrappedAtName =
    'I asked everybody in the family about it, and then I asked\nMum: she was as sure of it as everybody else had been.'
  expect(readText(`${wrappedAtName}\n`, 'draft.md').text).toBe(wrappedAtName.replace('\n', ' '))
})

test('reads a line that was not wrapped as a paragraph', () => {
  const long = 'Amira is nine and likes school. '.repeat(6).trim()
  expect(read(`${long}\r\n${long}\r\n`)).toEqual([`paragraph: ${long}`, `paragraph: ${long}`])
})

test('reads short paragraphs that stand directly under each other as LibreOffice writes them', () => {
  const lines = [
    'Report about Callum',
    'Risks',
    'Callum was frightened when his father shouted at the gate.',
    'Recommendations',
    'I recommend that he sees his father at his aunt’s, as he asked.'
  ]
  expect(read(`${lines.join('\n')}\n`).map((line) => line.replace(/^.*?: /, ''))).toEqual(lines)
})

test('takes the first line for a section and not for the title where it says that there is nothing', () => {
  expect(read('Strengths\n\nNone identified.\n\nRisks\n\nAmira is afraid of the dog that lives next door.\n')).toEqual([
    'heading2?: Strengths',
    'paragraph: None identified.',
    'heading2?: Risks',
    'paragraph: Amira is afraid of the dog that lives next door.'
  ])
})

test('keeps the lines of an address and of a greeting apart', () => {
  expect(
    read('12 High Street\nLeeds\nLS1 1AA\n\nDear Amira,\nI came to see you on Monday.\nYou told me about school.\n')
  ).toEqual([
    'paragraph: 12 High Street\nLeeds\nLS1 1AA',
    'paragraph: Dear Amira,',
    'paragraph: I came to see you on Monday.',
    'paragraph: You told me about school.'
  ])
})

test('breaks inside a paragraph stay inside it', () => {
  expect(read('Olu Bakare\u000bAdviser\r\n')).toEqual(['paragraph: Olu Bakare\nAdviser'])
  expect(read('Olu Bakare\u2028Adviser\n')).toEqual(['paragraph: Olu Bakare\nAdviser'])
  // LibreOffice ends paragraphs with CRLF and lines with LF.
  expect(read('First of all.\r\nOlu Bakare\nAdviser\r\n')).toEqual([
    'paragraph: First of all.',
    'paragraph: Olu Bakare\nAdviser'
  ])
})

test.each<[string, string, string[]]>([
  [
    'a number over deeper numbers, as LibreOffice writes them',
    '1. Introduction\n1.1 I met Amira at school in March.\n1.2 I read what her school wrote.\n2. Strengths\n2.1 None identified.\n',
    [
      'heading2? 1.: Introduction',
      'item 1.1: I met Amira at school in March.',
      'item 1.2: I read what her school wrote.',
      'heading2? 2.: Strengths',
      'item 2.1: None identified.'
    ]
  ],
  [
    'its number, and sees none in the cells of a table above it',
    `Children\nAmira Hussain, nine years old\nAuthor\nGrace Okafor, social worker\n1. Introduction\n1.1 ${'I met Amira at school. '.repeat(6)}\n`,
    [
      'paragraph: Children',
      'paragraph: Amira Hussain, nine years old',
      'paragraph: Author',
      'paragraph: Grace Okafor, social worker',
      'heading2? 1.: Introduction',
      `item 1.1: ${'I met Amira at school. '.repeat(6).trim()}`
    ]
  ],
  [
    'capitals',
    'STRENGTHS\nAmira is kind and works hard at school.\n',
    ['heading1?: STRENGTHS', 'paragraph: Amira is kind and works hard at school.']
  ],
  [
    'a short line over prose',
    'Report about Amira\n\nStrengths\n\nAmira is kind, and she works very hard at school.\n\nRisks\n\nN/A\n',
    [
      'heading1?: Report about Amira',
      'heading2?: Strengths',
      'paragraph: Amira is kind, and she works very hard at school.',
      'heading2?: Risks',
      'paragraph: N/A'
    ]
  ],
  [
    'a colon',
    'Amira is nine.\n\nStrengths:\nAmira is kind, and she works very hard at school.\n',
    [
      'paragraph: Amira is nine.',
      'heading2?: Strengths:',
      'paragraph: Amira is kind, and she works very hard at school.'
    ]
  ],
  [
    'a number',
    '1. Background\n\nAmira is nine.\n\n1.1\tSchool\n\nShe likes it.\n',
    ['heading2? 1.: Background', 'paragraph: Amira is nine.', 'heading3? 1.1: School', 'paragraph: She likes it.']
  ],
  [
    'numbers that count on, without a full stop',
    '1  Background\n\nAmira is nine.\n\n2 Strengths\n\nAs before.\n\n3  Risks\n\nN/A\n',
    [
      'heading2? 1: Background',
      'paragraph: Amira is nine.',
      'heading2? 2: Strengths',
      'paragraph: As before.',
      'heading2? 3: Risks',
      'paragraph: N/A'
    ]
  ],
  [
    'numbers that count on over prose and lists, no line left empty, as Word writes text',
    `1. What I was asked\n${'Amira wrote to the judge in May. '.repeat(5)}\n2. Who is who\n• Olu is Amira's dad\n• Bisi is her gran\n3. What is going well\nAmira is kind and works hard at school these days.\n`,
    [
      'heading2? 1.: What I was asked',
      `paragraph: ${'Amira wrote to the judge in May. '.repeat(5).trim()}`,
      'heading2? 2.: Who is who',
      "item: Olu is Amira's dad",
      'item: Bisi is her gran',
      'heading2? 3.: What is going well',
      'paragraph: Amira is kind and works hard at school these days.'
    ]
  ],
  [
    'a number that ends in nought over deeper numbers',
    '1.0 Background\n1.1 I met Amira at school in March.\n2.0 Strengths\n2.1 None identified.\n',
    [
      'heading2? 1.0: Background',
      'item 1.1: I met Amira at school in March.',
      'heading2? 2.0: Strengths',
      'item 2.1: None identified.'
    ]
  ]
])('knows a heading by %s', (_, source, blocks) => {
  expect(read(source)).toEqual(blocks)
})

test.each([
  ['days', '1 May\n\nI met Amira.\n\n2 May\n\nI met her dad.\n\n3 May\n\nI rang school.\n'],
  ['houses', '4 Canal Walk\n\nI met Amira there.\n\n12 High Street\n\nI met her dad there.\n'],
  [
    'steps',
    `${'We agreed on what is to be done by whom. '.repeat(5)}\n1. Olu rings the school\n2. Bisi buys the shoes\n3. Amira feeds the hens\nThat was all that we said in the meeting on Monday.\n`
  ],
  ['things', '1 Rabbit\n\n2 Hens\n\n3 Goats\n']
])('takes %s with a number for no headings', (_, source) => {
  expect(read(source).filter((block) => block.startsWith('heading'))).toEqual([])
})

test('knows how letters begin and end', () => {
  const blocks = read(
    'Dear Amira\n\nI came to see you at school on Monday and we talked.\n\nBest wishes\n\nSteph Lidgate\n\nYour social worker\n'
  )
  expect(blocks.every((block) => block.startsWith('paragraph: '))).toBe(true)
})

test('takes typed numbers for labels', () => {
  expect(read('1.4\tShe said that she was afraid.\n\n(a) She went home.\n\n1.5 hours later she came back.\n')).toEqual([
    'paragraph 1.4: She said that she was afraid.',
    'paragraph (a): She went home.',
    'paragraph: 1.5 hours later she came back.'
  ])
})

test('reads lists', () => {
  expect(
    read(
      'We agreed:\n• Olu rings Mum\n• Steph writes to the school about the\n  visit in May\n\n1. one thing\n2. another thing\n'
    )
  ).toEqual([
    'paragraph: We agreed:',
    'item: Olu rings Mum',
    'item: Steph writes to the school about the visit in May',
    'item 1.: one thing',
    'item 2.: another thing'
  ])
})

test('reads cells that tabs part', () => {
  expect(read('What\tWho\nRing Mum\tOlu\nWrite\t\tMay\n')).toEqual([
    'cell 1.1: What',
    'cell 1.2: Who',
    'cell 2.1: Ring Mum',
    'cell 2.2: Olu',
    'cell 3.1: Write',
    'cell 3.3: May'
  ])
})

test('sets the lines of every page apart from the text', () => {
  const page = (n: number) =>
    `Confidential report\n\nSomething happened on day ${'abc'[n]}, and Amira was there to see it.\n\nPage ${n + 1} of 3\n\f`
  expect(read([0, 1, 2].map(page).join('')).filter((block) => !block.startsWith('paragraph'))).toEqual([
    'header: Confidential report',
    'header: Page 1 of 3',
    'header: Confidential report',
    'header: Page 2 of 3',
    'header: Confidential report',
    'header: Page 3 of 3'
  ])
})

test('a heading that comes back for each child is no line of every page', () => {
  const child = (name: string) => `Strengths\n\n${name} is kind and works very hard at school, every day.\n`
  expect(
    read(`${child('Leo')}\n${child('Mia')}\n${child('Sam')}`).filter((block) => block.includes('Strengths'))
  ).toHaveLength(3)
})

test('takes the numbers that call notes for notes', () => {
  expect(
    read(
      'She was frightened.1 Then she slept.2\n\nShe was 9.3 years old in Year 4.\n\n1 Told on 4 May.\n\n2 Told on 5 May.\n'
    )
  ).toEqual([
    'paragraph: She was frightened. Then she slept.',
    'paragraph: She was 9.3 years old in Year 4.',
    'note [1]: Told on 4 May.',
    'note [2]: Told on 5 May.'
  ])
  expect(read('She was frightened[1] then.\n\n[1] Told on 4 May.\n')).toEqual([
    'paragraph: She was frightened then.',
    'note [1]: Told on 4 May.'
  ])
})

test('reads Markdown under the name of plain text as Markdown', () => {
  expect(readText('# Report\n\nShe is **kind**.\n', 'draft.txt').format).toBe('markdown')
  expect(readText("She\\'s \\'fine\\' and it\\'s \\[sic\\].\n", 'draft.txt').text).toBe("She's 'fine' and it's [sic].")
  expect(readText('C:\\[new] is a folder * and this_is_a name.\n', 'draft.txt').text).toBe(
    'C:\\[new] is a folder * and this_is_a name.'
  )
})

test('joins a word that a line end parted', () => {
  const source = `${'She told me about the school and about her well-'.padStart(60, 'x ')}\nbeing at home, and I wrote down all of what she said to me.\n`
  expect(readText(source, 'draft.txt').text).toContain('well-being')
})

test('leads a phrase that runs over a line end back to both lines', () => {
  const document = readText(wrapped.replaceAll('\n', '\r\n'), 'draft.txt')
  const start = document.text.indexOf('an argument')
  const {start: from, end} = toSource(document, {start, end: start + 'an argument'.length})
  expect(document.source?.slice(from, end)).toBe('an\r\nargument')
})
