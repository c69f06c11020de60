import {describe, expect, test} from 'vitest'
import {factsOf, paperLexicon} from './whole-documents.ts'

const lexicon = paperLexicon()
const leo = {name: 'Leo', pronouns: 'he/him'}
const ava = {name: 'Ava', pronouns: 'she/her'}
const sectionsOf = (source: string, children = [leo]) =>
  factsOf(source, lexicon, {document: 'report', children}).sections

describe('what fills a heading without saying anything', () => {
  test.each([
    'N/A',
    'n/a.',
    'None.',
    'None identified.',
    'None known at this time.',
    'TBC',
    'To be completed',
    'To follow.',
    'See above.',
    'As above',
    'Not applicable.',
    'Not known',
    'No concerns identified.',
    'There are no diversity issues.',
    'No diversity needs identified',
    'Nothing to report.',
    'Nil',
    'Nil to report.',
    'None at all.',
    'Not at this stage.',
    'Nothing to add',
    'I have none.',
    'No change since last report.',
    'See chronology.',
    'This section is not applicable.',
    'Wishes and feelings to be sought.',
    'Leo has no particular needs.',
    'Leo is too young.',
    'Awaiting report from school.',
    'Dim byd i’w ychwanegu.',
    'Gweler uchod.',
    '-',
    '[Describe the risks to the child]',
    '<insert text>',
    '______',
    'To follow once counsel has approved the draft wording.',
    'See my first report.',
    'As set out in section 4 above.',
    'Already covered above.',
    'Awaiting legal advice.',
    'These will be added after the meeting.',
    'Please describe the risks to each child.',
    'Describe the child’s needs and how they are met.',
    'Set out the harm that each child has suffered.',
    'Delete as appropriate.',
    'Guidance: use bullet points.',
    'Click or tap here to enter text.',
    'I will update the court orally.',
    'I shall address this at the hearing on 8 September.',
    'To be dealt with in oral evidence.',
    'An oral update will be given at the hearing.',
    'Under discussion with finance.',
    'The recommendation of the council will be filed in a separate document when the checks and the doctor’s letter have both been received.',
    'The council’s recommendation will be provided in an addendum once the panel has met.',
    'I will set out my conclusions when I have read the report of the psychologist and met Leo again.'
  ])('%s', (line) => {
    const [risks] = sectionsOf(`# Report\n\n## Risks\n\n${line}\n\n## Background\n\nLeo is nine.`)
    expect(risks).toMatchObject({id: 'risks', words: 0})
  })

  test.each([
    'None of the drinking has stopped since May.',
    'There is no safe way for Leo to get home.',
    'No risks were seen in four visits.',
    'None at all of the bottles were locked away.',
    'Not at this school is Leo safe.',
    'No adult slept in the house that night, and Leo rang 999.',
    'Set against this is the shouting, which Leo hears.',
    'See the hospital letter: Leo was bruised twice.',
    'To follow his cousin Leo climbs out of a window at night.',
    'As Leo said, nobody was awake.',
    'Not one visit passed without a quarrel in front of Leo.',
    'I will update the court at the hearing, but Leo is not safe there tonight.',
    'I will tell the court at once that Leo sleeps badly at his father’s.',
    'The advice will be followed by nobody, and Leo will be hurt again.',
    'The recommendations will be filed on Friday; until then Leo is not safe with his father.',
    'Evidence will be heard of how Leo was hit by his dad.',
    'Leo is too young to get out of the way when they fight.',
    'Leo was not asked and was moved at night.',
    'There is nothing in the house that Leo could eat.',
    'Ask Leo and he will say that he is scared.',
    'Nothing has changed since May, and Dad still shouts.'
  ])('but not: %s', (line) => {
    const [risks] = sectionsOf(`# Report\n\n## Risks\n\n${line}\n\n## Background\n\nLeo is nine.`)
    expect(risks?.words).toBeGreaterThan(4)
  })
})

describe('headings that hold, number or only give reasons for others', () => {
  const idsOf = (source: string): string[] =>
    sectionsOf(source)
      .filter(({by, words}) => by === 'heading' && words > 0)
      .map(({id}) => id)

  test.each(['F. Why', '(f) Why', '6.2. Why', 'Part C: Why', 'iv) Why', '6 Why', 'Pam? / Why?', 'Why? / Pam?'])(
    '%s',
    (heading) => {
      expect(idsOf(`# Report\n\n## ${heading}\n\nHis gran is there every day.`)).toContain('reasons')
    }
  )

  test('an empty heading is not filled by what stands under its neighbours', () => {
    const source =
      '# Report\n\n## Part C: Conclusion\n\n### Recommendations\n\n____\n\n### Reasons\n\nHis gran is there every day.'
    expect(idsOf(source)).not.toContain('recommendations')
  })

  test.each(['Reasons for my view', 'Why I recommend this', 'How I reached my conclusions'])(
    'over %s nothing is recommended',
    (heading) => {
      const ids = idsOf(`# Report\n\n## ${heading}\n\nHis gran is there every day.`)
      expect(ids).toContain('reasons')
      expect(ids).not.toContain('recommendations')
    }
  )
})

describe('what a parent wishes is not what the child does', () => {
  const wishesIn = (text: string, children = [leo]): number =>
    sectionsOf(`# Report\n\n## Wishes and feelings\n\n${text}\n\n## Background\n\nIt rained.`, children).filter(
      ({id}) => id === 'wishes-and-feelings'
    ).length
  test.each([
    ['Ms Hale wishes to be heard. She feels that nobody explained the order to her.', [leo]],
    ['Ms Hale wants the children home. She feels left out.', [leo, ava]],
    ['The mother would like the order to end. The father asks for weekends.', [leo]]
  ])('%s', (text, children) => {
    expect(wishesIn(text, children)).toBe(0)
  })
  test.each([
    ['Leo wants to stay. Ms Hale wants him home.', [leo]],
    ['The foster carer feels that he settles better now. She says that he reaches for her.', [leo]],
    ['The foster carer feels that she settles better now.', [ava]],
    ['Ms Hale feels that the children want to come home.', [leo, ava]],
    ['Ms Hale wishes to be heard. They miss her.', [leo, ava]],
    ['Mum feels unheard. “I want my dad” is what comes out at bedtime.', [leo]],
    ['His sister wants to go home.', [leo]]
  ])('but not: %s', (text, children) => {
    expect(wishesIn(text, children)).toBe(1)
  })
})

describe('where a section may stand', () => {
  test.each([
    ['a bold line', '**Strengths**\n\nLeo reads to his gran.'],
    ['a label', '**Strengths:** Leo reads to his gran.'],
    ['a plain label', 'Strengths: Leo reads to his gran.'],
    ['a label of one word and no more', '**Positives:** Leo reads to his gran.'],
    ['an item’s label', '- **Strengths.** Leo reads to his gran.\n- **Other.** It rains.'],
    ['the first column', '| | |\n|---|---|\n| Strengths | Leo reads to his gran. |'],
    ['a head row', '| Strengths | Notes |\n|---|---|\n| Leo reads to his gran. | May |'],
    ['under a heading of its own', '## Assessment\n\n### What is working well\n\nLeo reads to his gran.']
  ])('%s', (_where, body) => {
    const words = Math.max(
      ...sectionsOf(`# Report about Leo\n\n${body}`)
        .filter(({id}) => id === 'strengths')
        .map((each) => each.words)
    )
    expect(words).toBeGreaterThanOrEqual(5)
  })

  test('a section ends where the next heading of its level begins', () => {
    const [risks] = sectionsOf(
      '# Report\n\n## Risks\n\n### At home\n\nLeo hears shouting.\n\n## Background\n\nLeo is nine.'
    )
    expect(risks?.words).toBe(3)
  })

  test('a heading that names one child is about that child, and so is what stands under it', () => {
    const sections = sectionsOf(
      '# Report about Leo and Ava\n\n## Leo\n\n### Strengths\n\nHe reads well.\n\n## Strengths of Ava\n\nShe swims well.',
      [leo, ava]
    )
    expect(sections.filter(({id, by}) => id === 'strengths' && by === 'heading').map(({child}) => child)).toEqual([
      0, 1
    ])
  })
})

test('the title of a paper is no part of it', () => {
  const ids = sectionsOf(
    '# Final analysis of the guardian\n\nLeo is nine. It rained all of that week in Hull.\n\n## Risks\n\nLeo hears the shouting.'
  ).map(({id}) => id)
  expect(ids).toContain('risks')
  expect(ids).not.toContain('reasons')
})

test('each column of a table holds what stands under its own head', () => {
  const sections = sectionsOf(
    '# Report about Leo\n\n| What is working well | What we are worried about | Notes |\n|---|---|---|\n| N/A | Leo was found asleep in a bus shelter. | None |\n| | His door was locked twice. | |'
  )
  const words = (id: string): number => Math.max(...sections.filter((each) => each.id === id).map((each) => each.words))
  expect(words('strengths')).toBe(0)
  expect(words('risks')).toBeGreaterThan(10)
})

test('in a table with a column for each child, a row is about each whose cell is filled', () => {
  const sections = sectionsOf(
    '# Report about Leo and Ava\n\n| | Leo | Ava |\n|---|---|---|\n| Strengths | He is captain of the team. | N/A |',
    [leo, ava]
  )
  const filled = sections.filter(({id, by, words}) => id === 'strengths' && by === 'row' && words > 2)
  expect(filled.map(({child}) => child)).toContain(0)
  expect(filled.map(({child}) => child)).not.toContain(1)
})

describe('a label whose words are nested below it', () => {
  const wordsUnder = (source: string): Record<string, number> =>
    Object.fromEntries(
      sectionsOf(source)
        .filter(({by}) => by !== 'prose')
        .map(({id, words}) => [id, words])
    )

  test.each([
    ['in a bulleted list', '4. **What is strong.**\n    - Leo reads to his gran.\n\n5. **Risks.** Leo is out late.'],
    [
      'in a numbered list',
      '4. **What is strong:**\n    1. Leo reads to his gran.\n    2. He swims.\n\n5. **Risks.** Leo is out late.'
    ],
    [
      'under labels of its own',
      '4. **What is strong.**\n    - **Gran:** she reads to Leo.\n\n5. **Risks.** Leo is out late.'
    ],
    ['in a paragraph', '4. **What is strong.**\n\n    Leo reads to his gran.\n\n5. **Risks.** Leo is out late.'],
    ['under a bullet', '- **What is strong.**\n    - Leo reads to his gran.\n\n- **Risks.** Leo is out late.'],
    [
      'under plain words with a number',
      '4. What is strong\n    - Leo reads to his gran.\n\n5. **Risks.** Leo is out late.'
    ],
    [
      'in a table',
      '4. **What is strong.**\n\n    | Who | What |\n    | --- | --- |\n    | Gran | reads to Leo |\n\n5. **Risks.** Leo is out late.'
    ]
  ])('%s', (_where, source) => {
    const {strengths = 0, risks} = wordsUnder(`# Report\n\nLeo is nine, and he lives with his gran.\n\n${source}`)
    expect(strengths).toBeGreaterThan(2)
    expect(risks).toBe(4)
  })

  test.each([
    ['the next number', '4. **What is strong.**\n5. **Risks.** Leo is out late.'],
    ['the next number, without a label', '4. **What is strong.**\n5. The hearing is on 3 May.'],
    ['the next bullet', '- **What is strong.**\n- **Risks.** Leo is out late.'],
    ['lists that each begin anew', '1. **What is strong.**\n\ntext\n\n1. **Risks.** Leo is out late.']
  ])('not: %s', (_where, source) => {
    const {strengths} = wordsUnder(`# Report\n\nLeo is nine, and he lives with his gran.\n\n${source}`)
    expect(strengths).toBe(0)
  })
})

describe('headings that look like less', () => {
  const shownIn = (source: string): string[] =>
    sectionsOf(source)
      .filter(({by, words}) => by !== 'prose' && words > 2)
      .map(({id}) => id)
  const parts = [
    ['How Leo was seen', 'On 3 and 17 March: at school, alone.'],
    ['Strengths', 'Swimming, spelling, his gran next door.'],
    ['Risks', 'The plate, in January. The stairs.']
  ]
  const inEach = (write: (head: string, said: string) => string): string =>
    `# Report\n\n${parts.map(([head = '', said = '']) => write(head, said)).join('\n\n')}`

  test.each([
    ['italics that run in', inEach((head, said) => `*${head}.* ${said}`)],
    ['italics after a number', inEach((head, said) => `7\\. *${head}.* ${said}`)],
    ['italics in a numbered list', inEach((head, said) => `1. *${head}.* ${said}`)],
    ['italics alone on a line', inEach((head, said) => `*${head}*\n\n${said}`)],
    ['italics alone, with a full stop', inEach((head, said) => `*${head}.*\n\n${said}`)],
    ['bold before a line break', inEach((head, said) => `**${head}**\\\n${said}`)],
    [
      'bold before line breaks of one paragraph',
      `# Report\n\n${parts.map(([head, said]) => `**${head}**  \n${said}`).join('  \n')}`
    ],
    ['a plain line', inEach((head, said) => `${head}\n\n${said}`)],
    ['an underlined line', inEach((head, said) => `[${head}]{.underline}\n\n${said}`)]
  ])('%s', (_looks, source) => {
    expect([...new Set(shownIn(source))]).toEqual(expect.arrayContaining(['how-seen', 'strengths', 'risks']))
  })

  test.each([
    '# Report\n\n*Risks.*\n\n*Background.* Leo is nine and lives in Hull.',
    '# Report\n\nRisks\n\nStrengths\n\nLeo is nine.',
    '# Report\n\n*Risks.* N/A',
    '# Report\n\nRisks\n\nN/A.'
  ])('with nothing under them they show nothing: %s', (source) => {
    expect(shownIn(source).filter((id) => id === 'risks')).toEqual([])
  })

  test('they end no part that has a better heading', () => {
    const source = '# Report\n\n**Risks**: Two.\n\n*Nights.* Leo wakes.\n\nThe stairs\n\nThey have no rail and he fell.'
    expect(sectionsOf(source).find(({id, by}) => id === 'risks' && by !== 'prose')?.words).toBeGreaterThan(6)
  })
})

describe('titles in front of paragraphs', () => {
  const run = (mark: string) =>
    [
      'What is strong.| Leo has his gran’s patience and a team of his own.',
      'What might go wrong.| His father comes home in May and may be drunk.',
      'What I recommend.| That Leo stays where he is.'
    ].map((paragraph) => `${mark}${paragraph.replace('|', mark)}`)
  const asked = ['strengths', 'risks', 'recommendations']
  const heads = (source: string) => sectionsOf(source).flatMap(({id, head}) => (head && asked.includes(id) ? [id] : []))

  test.each([
    ['in bold', run('**').join('\n\n')],
    ['in bold and under each other', run('**').join('\n')],
    ['that have lost their bold print', run('').join('\n\n')],
    [
      'with numbers',
      run('')
        .map((paragraph, n) => `${n + 1}. ${paragraph}`)
        .join('\n')
    ]
  ])('name sections %s', (_, source) => {
    expect(heads(`# Report about Leo\n\n${source}\n`)).toEqual(asked)
  })

  test('are told from short sentences among others', () => {
    const prose = [
      'Leo has a strong will. He is nine.',
      'We met. There was a risk of rain.',
      'It rained. He ran. He won.',
      'A win. He was glad of it.'
    ]
    expect(heads(`# Report about Leo\n\n${prose.join('\n\n')}\n`)).toEqual([])
  })
})
