import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import {read} from '../../src/read/index.ts'
import {factsOf, paperLexicon, spokenOf} from '../facts/whole-documents.ts'

const lexicon = paperLexicon()
const ordinary = join(import.meta.dirname, '..', '..', 'fixtures', 'ordinary')

describe('a text that is no paper about a child is not told what it lacks', () => {
  test.each(readdirSync(ordinary))('%s', (name) => {
    expect(spokenOf(factsOf(readFileSync(join(ordinary, name), 'utf8'), lexicon))).toEqual([])
  })
  test('nor are a few sentences', () => {
    expect(spokenOf(factsOf('I saw Leo at school. The draft is late.', lexicon, {document: 'report'}))).toEqual([])
  })
})

test('once somebody says that it is a report, it is judged as one', () => {
  const recipe = readFileSync(join(ordinary, 'recipe.md'), 'utf8')
  const said = spokenOf(factsOf(recipe, lexicon, {document: 'report'}))
  expect(said.map(({rule}) => rule)).toContain('missing-section')
})

test('an empty form is told of every part of it', () => {
  const form = '# Report\n\n## Strengths\n\n## Risks\n\nN/A\n\n## Recommendations\n\nTBC\n'
  const said = spokenOf(factsOf(form, lexicon, {document: 'section-7-report', children: [{name: 'Leo'}]}))
  expect(said.flatMap(({rule, about}) => (rule === 'missing-section' ? [about.section] : []))).toEqual(
    expect.arrayContaining(['strengths', 'risks', 'recommendations', 'reasons', 'how-seen'])
  )
})

test('in a template, headings and slots stand for what will be written', () => {
  const template =
    '# Letter\n\nDear {{child.known_as}},\n\nI have written {{child.pronouns}} for you.\n\n## What happens next\n\n## How to reach me\n'
  expect(spokenOf(factsOf(template, lexicon, {document: 'letter', template: true}))).toEqual([])
})

describe('a paper that has a part says in it what it means for each child, and why', () => {
  const children = [
    {name: 'Leo', pronouns: 'he/him'},
    {name: 'Ava', pronouns: 'she/her'}
  ]
  const toldOf = (document: string, ...parts: string[]) =>
    spokenOf(factsOf(parts.join('\n\n'), lexicon, {document, children})).map(({rule, about}) =>
      [rule, about.section, about.child].filter(Boolean).join(' ')
    )
  const record = '# Case summary\n\nSeen at home on 4 May: Leo and Ava.'
  const strengths = '## Strengths\n\nLeo swims for the county, and he rings his gran each night.'

  test('in a record that has such a part', () => {
    expect(toldOf('record', record, strengths)).toContain('missing-name strengths Ava')
    expect(toldOf('record', record, strengths, 'Ava has two good friends.')).not.toContain('missing-name strengths Ava')
  })
  test('but not where a label stands in a note', () => {
    const label = '**What went well:** the children laughed at the same jokes all the way home.'
    expect(toldOf('record', record, label)).not.toContain('missing-name strengths Ava')
  })
  test('in an addendum', () => {
    expect(toldOf('addendum', '# Addendum about Leo and Ava', strengths)).toContain('missing-name strengths Ava')
    expect(toldOf('addendum', '# Addendum', strengths, 'I recommend that Leo stays.')).toContain(
      'missing-section wishes-and-feelings'
    )
    expect(toldOf('addendum', '# Addendum', '## Wishes and feelings', 'As per my previous report.')).not.toContain(
      'missing-section wishes-and-feelings'
    )
  })
  test('steps in the manner of minutes are no reasons for each other', () => {
    const steps = '## Recommendations\n\nMr Marsh to finish the course. Leo and Ava to see the school nurse each week.'
    expect(toldOf('record', record, steps)).toContain('missing-section reasons')
    expect(
      toldOf('record', record, steps, 'He has begun it twice before and he has given it up both times.')
    ).not.toContain('missing-section reasons')
    expect(toldOf('record', record, '## Recommendations', 'Ava to see the nurse due to her nightmares.')).not.toContain(
      'missing-section reasons'
    )
    expect(toldOf('record', record, '## Actions\n\nMr Marsh to finish the course.')).not.toContain(
      'missing-section reasons'
    )
  })
})

describe('the greeting of a letter', () => {
  const body =
    'I am Jan, your social worker, and I have a very old bike.\n\nI’ll see you on Friday at four. You can ring me on 07700 900417.'
  const toldOf = (greeting: string, ending: string, ...names: string[]) =>
    spokenOf(
      factsOf(`${greeting}\n\n${body} ${names.join(' and ')} too.\n\n${ending}`, lexicon, {
        document: 'letter',
        children: names.map((name) => ({name, pronouns: 'she/her'}))
      })
    ).flatMap(({rule, about}) => (rule === 'missing-name' ? [about.child] : []))

  const known = [
    'Helô Tegan,',
    'Bore da Tegan,',
    'Hola Tegan,',
    'Cześć Tegan!',
    'Lieber Tegan,',
    'Kia ora Tegan,',
    'Hi there Tegan',
    'Morning Tegan!',
    'Tegan –',
    'Tegan annwyl,',
    'F’annwyl Tegan,',
    'Tegan, hello!',
    'To Tegan',
    'For Tegan'
  ]
  test.each(known)('is known, whatever its words and those of the end: %s', (greeting) => {
    for (const ending of ['Yours,\n\nJan', 'Cofion,\n\nJan', 'Warmly,\n\nJan'])
      expect(toldOf(greeting, ending, 'Tegan')).toEqual([])
  })
  test.each(known)('names who is meant, and nobody else: %s', (greeting) => {
    expect(toldOf(greeting.replace('Tegan', 'Osian'), 'Yours,\n\nJan', 'Tegan')).toEqual(['Tegan'])
  })
  test.each([
    'To Tegan and Osian',
    'Dear Tegan\nDear Osian',
    'Dear Tegan and dear little Osian,',
    'Helô Tegan ac Osian,'
  ])('may name several: %s', (greeting) => {
    expect(toldOf(greeting, 'Yours,\n\nJan', 'Tegan', 'Osian')).toEqual([])
    expect(toldOf(greeting, 'Yours,\n\nJan', 'Tegan', 'Osian', 'Bo')).toEqual(['Bo'])
  })
  test.each(['Ahoy, landlubber!', 'Knock knock!', 'A letter with good news'])(
    'is no line of which nobody knows that it greets: %s',
    (line) => {
      expect(toldOf(line, 'Yours,\n\nJan', 'Tegan')).toEqual([])
    }
  )
})

describe('which pronouns a child uses', () => {
  const toldOf = (said: string) =>
    spokenOf(
      factsOf(`Dear Kit,\n\nI am Jan, your social worker. ${said} I will see you on Friday at four.`, lexicon, {
        document: 'letter',
        children: [{name: 'Kit'}]
      })
    ).filter(({rule}) => rule === 'missing-pronouns').length
  test.each([
    'Your nan told me you’re “she”, and Kit not Kitty. Is that right?',
    'Your dad calls you "he".',
    'Judge Orr called you *they* all day.',
    'Mum said *she*. Is that right?',
    'I have been told that it’s he and him.'
  ])('is said or asked of whoever reads it: %s', (said) => expect(toldOf(said)).toBe(0))
  test.each([
    'When I called you he was asleep.',
    'I called you. They said that you were out.',
    'Your dad said he would come.',
    'You are one of a kind, they say.'
  ])('is not: %s', (said) => expect(toldOf(said)).toBe(1))
})

describe('a paper arranged by child', () => {
  const children = [
    {name: 'Callum', pronouns: 'he/him'},
    {name: 'Orla', pronouns: 'she/her'}
  ]
  const absentFrom = (...parts: string[]) =>
    spokenOf(factsOf(['# Section 7 report', ...parts].join('\n\n'), lexicon, {document: 'report', children}))
      .filter(({rule}) => rule === 'missing-name')
      .map(({about}) => `${about.child} ${about.section}`)
  const seen = '## My visits\n\nI met Callum and Orla at school on 6 June.'
  const callum =
    'Callum has been chosen for the county.\n\n**What he wants.** "I want to stay with Gran," he told me.\n\n**What worries me.** He has begun to miss school.'
  const wish = 'She would like her mum to come to the play.'
  const worry = 'She hid under the table on the night of the fire.'
  const orla = `Orla is a funny girl who reads to the dog. ${wish} ${worry}`

  test.each([
    ['## 3. Callum', '## 4. Orla'],
    ['## Callum (14)', '## Orla (8)'],
    ['## About Callum', '## About Orla'],
    ['**Callum**', '**Orla**']
  ])('may tell of a child in prose where another has labels: %s, %s', (his, hers) => {
    expect(absentFrom(seen, his, callum, hers, orla)).toEqual([])
    expect(absentFrom(seen, his, callum, hers, orla.replace(worry, ''))).toEqual(['Orla risks'])
    expect(absentFrom(seen, his, callum, hers, orla.replace(wish, ''))).toEqual(['Orla wishes-and-feelings'])
  })
  test('may do so under headings further in', () => {
    expect(
      absentFrom(seen, '## Callum', callum, '## Orla', '### At home', orla.replace(worry, ''), '### At school', worry)
    ).toEqual([])
  })
  test('or after a bold name', () => {
    const both = (last: string) => absentFrom(seen, '## The children', `**Orla.** ${last}`, '## Callum', callum)
    expect(both(orla)).toEqual([])
    expect(both(orla.replace(worry, ''))).toEqual(['Orla risks'])
  })
  test('or in a row of a table', () => {
    const both = (last: string) =>
      absentFrom(seen, `| Child | What I found |\n|---|---|\n| Orla | ${last} |`, '## Callum', callum)
    expect(both(orla)).toEqual([])
    expect(both(orla.replace(worry, ''))).toEqual(['Orla risks'])
  })
  test('may have all headings on one level', () => {
    const flat = (...hers: string[]) =>
      absentFrom(
        seen,
        '## Callum\n\n## Wishes\n\n"I want to stay with Gran," he told me.\n\n## What worries me\n\nHe has begun to miss school.',
        '## Orla',
        ...hers,
        '## What I recommend\n\nCallum should stay with his grandmother, because he is calm there.'
      )
    const hers = `## Her wishes\n\n${wish}\n\n## What worries me\n\n${worry}`
    expect(flat(hers)).toEqual(['Orla recommendations'])
    expect(flat(`## What worries me\n\n${worry}`)).toEqual(['Orla wishes-and-feelings', 'Orla recommendations'])
  })
  test('still recommends for each child in the part that does', () => {
    const advice = '## Recommendations\n\nCallum should stay with his grandmother, because he is calm there.'
    expect(absentFrom(seen, '## Callum', callum, '## Orla', `${orla} Orla should stay there too.`, advice)).toEqual([
      'Orla recommendations'
    ])
  })
  test('does not recommend under a heading for how things are', () => {
    const working = '## What I think is working\n\nCallum and Orla look after each other.'
    const advice = '## Recommendations\n\nCallum should stay with his grandmother, because he is calm there.'
    expect(absentFrom(seen, working, advice)).toEqual(['Orla recommendations'])
    expect(absentFrom(seen, working.replace('working', 'right'), advice)).toEqual([])
  })
  test('does not take what an adult wants for what the child does', () => {
    const adults = `Orla is a funny girl. Her father wants her to move, and he told me that he misses her. ${worry}`
    expect(absentFrom(seen, '## Callum', callum, '## Orla', adults)).toContain('Orla wishes-and-feelings')
  })
})

test('a recommendation about one child is not explained by the next one about another', () => {
  const children = [{name: 'Leo'}, {name: 'Ava'}]
  const unexplained = (...said: string[]): number =>
    spokenOf(factsOf(`# Recommendations\n\n${said.join('\n\n')}\n`, lexicon, {document: 'report', children})).filter(
      ({rule}) => rule === 'unreasoned-recommendation'
    ).length
  const leo = 'I recommend that Leo lives with his mum.'
  expect(unexplained(leo, 'I recommend that Ava lives with her dad, because it keeps her safe.')).toBe(1)
  expect(unexplained(leo, 'I recommend that Leo and Ava meet on Sundays, because it keeps them close.')).toBe(0)
  expect(unexplained(leo, 'I say so because Ava and he are calm there.')).toBe(0)
})

describe('a text that does not show what it is', () => {
  const notices = (source: string, document?: string) =>
    check(read('paper.md', new TextEncoder().encode(source)), {
      lexicon,
      declarations: document ? [{from: 'command-line', declaration: {document}}] : []
    }).notices
  const told = (source: string, document?: string): string[] => notices(source, document).map(({code}) => code)
  const recipe = '# Flapjack\n\nMelt the butter and stir in the oats.\n\n## Baking\n\nBake it for twenty minutes.'

  test('is said to have had its words checked only, and how to say what it is', () =>
    expect(notices(recipe)).toEqual([
      {
        code: 'type-not-recognised',
        message:
          'It does not show whether it is a letter, a report or a record, so only its words were checked, not what it leaves out. If it is one of these, say so: --as letter, --as report, --as record or --as supervision.'
      }
    ]))

  test.each([
    ['when somebody says what it is', recipe, 'letter'],
    ['when it is a few sentences', 'Stir in the oats. Bake them.', undefined],
    ['when it shows it', '# Report about Leo\n\nLeo is nine.', undefined],
    ['when it greets a child', 'Dear Leo,\n\nYour mum told me about your rabbit. I will see you on Monday.', undefined]
  ])('is not: %s', (_when, source, document) => expect(told(source, document)).not.toContain('type-not-recognised'))
})
