import {describe, expect, test} from 'vitest'
import {gather} from '../../src/facts/index.ts'
import type {Known} from '../../src/model/result.ts'
import {read} from '../../src/read/index.ts'
import {factsOf, paperLexicon, spokenOf} from './whole-documents.ts'

const lexicon = paperLexicon()
const know = (source: string): Known => factsOf(source, lexicon).known
const names = (source: string): string[] => know(source).children.map(({name}) => name)

describe('whom a paper is about', () => {
  test.each([
    [
      '# Report about Grace Oduya\n\nGrace is five. I met Grace at home. There is grace in how she moves.',
      ['Grace Oduya']
    ],
    ['# Section 7 report: Will Turner\n\nI met Will on Monday. I think that Will will be glad.', ['Will Turner']],
    ['**Child:** April Jones\n\nApril likes trains. The hearing is in April.', ['April Jones']],
    ['**Children:** Ava and Noah Bright\n\nAva is six. Noah is four.', ['Ava', 'Noah Bright']],
    [
      '# Statement of Jane Kerr\n\nI write about Musa Jalloh, who is ten. Musa lives with his aunt. Musa told me so.',
      ['Musa Jalloh']
    ],
    [
      '# Welfare report\n\nTheir daughter, Elin, was born in May. Elin is well. Her brother Tom is at college.',
      ['Elin']
    ],
    [
      '# Case note\n\nT/c from Ms Ali re Zain. Zain was not at school. I rang his mum, Sana Ali. Zain is nine.',
      ['Zain']
    ],
    ['Dear Ava, Noah and Kit,\n\nYour mum told me about your dog.', ['Ava', 'Noah', 'Kit']],
    ['Dear Ava, dear Kit,\n\nYour mum told me about your dog.', ['Ava', 'Kit']],
    ['Dear Ava,\nDear Kit,\n\nYour mum told me about your dog.', ['Ava', 'Kit']],
    ['# Report\n\nTwins: Ava and Kit Farrow, 7\n\nAva is well. Kit sings.', ['Ava', 'Kit Farrow']],
    ['Hi Jean-Luc!\n\nIt was good to meet you and your nan.', ['Jean-Luc']],
    ["Dear Ta'Quan\n\nThank you for showing me your drawings. You are good at them.", ["Ta'Quan"]],
    [
      '# Home visit\n\n**Present:** Ava Bright, Noah Bright, Ms Bright, Dee Lowe\n\nAva let me in and Noah slept. Ms Bright cooked. Ava drew Noah for Dee, and Dee kept it.',
      ['Ava Bright', 'Noah Bright']
    ],
    ['To Ellie,\n\nYour mum says that you like newts. I do too.', ['Ellie']],
    [
      'To my friend Ellie\n\nYour mum says that you like newts. I do too. Jo from the council will visit you.',
      ['Ellie']
    ],
    ['For my brave friends Ellie and Bo\n\nYour mum says that you like newts.', ['Ellie', 'Bo']],
    [
      'Hey superstar!\n\nYour mum says that you like newts. Jo will visit you. It was good to meet you, Ellie.',
      ['Ellie']
    ],
    ['To the best reader in Year 2, Ellie!\n\nYour mum says that you like newts. I do too. Jo says so.', ['Ellie']],
    ['Ellie\n\nYour mum says that you like newts. I do.\n\nYou are kind.\n\nYou sing.\n\nBye\n\nJo\n\nX', ['Ellie']],
    [
      'St Cuthbert’s Primary School\nReport for the Family Court\nEllie Marsh, Reception\n\nEllie is gentle. He reads. Ellie runs to his dad.',
      ['Ellie Marsh']
    ],
    ['Hello lovely Ellie,\n\nYour mum says that you like newts. I do too.', ['Ellie']],
    ['Ellie and Bo,\n\nYour mum says that you like newts. I do too.', ['Ellie', 'Bo']],
    [
      '# Report\n\nThis report is about Musa and Binta Jalloh. Ana Pires wrote it. Ana met them at home with Ana.',
      ['Musa', 'Binta Jalloh']
    ],
    [
      '# Report\n\n| First child | Ada Obi |\n|---|---|\n| Second child | Emeka Obi |\n\nAda is six and Emeka is four.',
      ['Ada Obi', 'Emeka Obi']
    ],
    ['Dear Rhian and dear Poppy,\n\nYour mum says that you like newts. I do too.', ['Rhian', 'Poppy']],
    ['Dear Rhian, dear Tom and dear little Poppy,\n\nYour mum says that you like newts.', ['Rhian', 'Tom', 'Poppy']],
    ['Dear Rhian\nDear Poppy\n\nYour mum says that you like newts.', ['Rhian', 'Poppy']],
    ['Helô Rhian,\n\nYour mum says that you like newts. I do too.', ['Rhian']],
    ['To Rhian and Tom\n\nYour mum says that you like newts. I do too.', ['Rhian', 'Tom']],
    ['Morning Rhian!\n\nYour mum says that you like newts. I do too.', ['Rhian']],
    ['Rhian –\n\nYour mum says that you like newts. I do too.', ['Rhian']],
    ['Annwyl Rhian, Tom a Poppy,\n\nYour mum says that you like newts.', ['Rhian', 'Tom', 'Poppy']],
    ['Annwyl Ffion / Dear Ffion,\n\nYour mum says that you like newts.', ['Ffion']],
    ['Dear Ffion, Annwyl Ffion,\n\nYour mum says that you like newts.', ['Ffion']],
    [
      '---\ndocument: letter\n---\n\n# Page 6\n\nWhen you were two years old, Ravi, you went to live with Mo. There was Jess, who was nine. She cried.',
      ['Ravi']
    ],
    ['---\ndocument: letter\n---\n\n# Page 7\n\nYou did it. I will see you at 4, Ravi. Jess (10) rang.', ['Ravi']],
    [
      '# What we talked about\n\nThis page is for Jodie to keep.\n\n- I like it at Nan’s.\n- I want a phone.\n\nSigned: Jodie and K. Marsh',
      ['Jodie']
    ],
    [
      '---\ndocument: letter\n---\n\nSome children have one and some don’t, Bogdan. I am asking your school.',
      ['Bogdan']
    ],
    ['Annwyl Llŷr,\n\nDiolch i ti am y llun. Bydd y barnwr yn penderfynu yn y llys. Mae dy fam yn iawn.', ['Llŷr']],
    [
      '# Supervision: Priya Shah with Tom Oak\n\n**Supervisor:** Priya Shah\n**Supervisee:** Tom Oak\n**Child:** Kaia\n\nKaia has moved.',
      ['Kaia']
    ],
    [
      'Letter for Otis (13) and Wren (9)\nfrom Imogen Bell\n\nDear Otis,\n\nYour mum told me about Wren and the newt.',
      ['Otis', 'Wren']
    ],
    [
      '# Report\n\n**About:** Otis Bell, who is ten, and his sister Wren, who is four\n\nOtis is well. Wren sings.',
      ['Otis Bell', 'Wren']
    ],
    ['To: Otis\nFrom: Imogen Bell\n\nDear Otis,\n\nYour mum told me about Wren. Wren has a newt.', ['Otis']],
    [
      '**Otis Penrose**, thirteen, and his sister **Wren**, nine\n\n**Report to the court.** Otis and Wren live with Denzil Penrose. Denzil works.',
      ['Otis Penrose', 'Wren']
    ],
    ['Section 7 report\n\nImogen Bell, 14 March\n\nOtis is nine. I met Otis at home. Otis sings.', ['Otis']],
    [
      'HOME VISIT\nOtis Bell-Penrose, 6 yrs 3 m\n\n**There:** Otis, Dad (Mr Lee), Nan\n\nOtis hid. Leon shouted, and Leon was told to stop. Leon said sorry.',
      ['Otis Bell-Penrose']
    ],
    [
      'HOME VISIT\n\n**Present:** Otis, Ms Bell (mum)\n\nI saw Otis alone. Otis hides when Leon shouts. I told Otis that I would ask Leon.',
      ['Otis']
    ],
    ['HOME VISIT\nOtis Bell\n\nOtis hid. Leon shouted, and Otis heard. Leon said sorry. Leon was told.', ['Otis Bell']],
    [
      '# Report\n\n| Name | Age | Lives with |\n|---|---|---|\n| Otis Bell | 9 | Mum |\n| Mali Bell | 3 | Anti Nerys |\n\nOtis is well.',
      ['Otis Bell', 'Mali Bell']
    ],
    [
      '# Report\n\n| Party | Name | Born |\n|---|---|---|\n| Applicant | Mr Dan Bell | 4 May 1988 |\n| Child | Otis Bell | 2 March 2016 |\n\nOtis is well. I met Otis.',
      ['Otis Bell']
    ],
    [
      'Re: OTIS JAGO BELL (dob 7.11.2014) AND WREN BELL (dob 23.2.2017)\n\n# Report\n\nOtis is well. Wren is too.',
      ['Otis Jago Bell', 'Wren Bell']
    ],
    [
      'Wishes and feelings report: Otis Pennycook\nFiled by Constance Abara on 2 February\n\nOtis is eight. I met Otis.',
      ['Otis Pennycook']
    ]
  ])('%s', (source, expected) => {
    expect(names(source)).toEqual(expected)
  })

  test('nobody is a child of a paper that names none', () => {
    expect(names('# Court report\n\nThe child was seen at school by Mr Price. The mother, Ann Price, agrees.')).toEqual(
      []
    )
  })

  test.each([
    'Write to the Rights Team, Floor 2, Guildhall.',
    'Printed by the Children’s Team, Room 9, Riverside. You can have it in Welsh.',
    'Dwayne, who is ten, went to his old school in a taxi. Kaz (11) said so too.'
  ])('nor of a leaflet: %s', (said) => {
    const source = `---\ndocument: letter\n---\n\n# A leaflet for children\n\nThis is for you if you have moved.\n\n${said}`
    expect(names(source)).toEqual([])
    expect(spokenOf(factsOf(source, lexicon)).map(({rule}) => rule)).not.toContain('missing-name')
  })

  test.each(['«ChildName»', '«Childs_Known_As»', 'TBC', 'XXXX', '%CHILD_NAME%'])(
    'nor does a greeting with %s in it name a child',
    (slot) => {
      expect(names(`Dear ${slot},\n\nI will see you on Monday.`)).toEqual([])
      expect(names(`Dear Leo and ${slot},\n\nI will see you on Monday.`)).toEqual(['Leo'])
    }
  )

  test('a parent who is greeted is no child', () => {
    const known = know(
      'Dear Ms Abara,\n\nI am writing to you about Leo. Could you tell me when he is at home? Leo is nine.'
    )
    expect(known.type).toBe('correspondence')
    expect(known.children.map(({name}) => name)).toEqual(['Leo'])
  })
})

describe('what a paper is', () => {
  test.each([
    ['Dear Ella,\n\nI am writing to let you know what the judge decided. You will stay with your nan.', 'letter'],
    [
      'Dear Ella,\n\nI am writing about Sam, whom you teach. He told me that he likes maths. He sits by himself.',
      'correspondence'
    ],
    ['# Case summary\n\nUpdated 3 June\n\nSam was seen at school.', 'record'],
    ['# Home visit\n\nPresent: Sam, Ms Poole, Dee Lowe (social worker)\n\nSam let me in.', 'record'],
    ['# Family time record\n\nWho was there: Sam; Mum; Bev Lyle (supervisor)\n\nSam built a track.', 'record'],
    ['# Notes of group supervision\n\nPresent: Ann, Bo. We talked about Sam.', 'supervision'],
    ['# Report\n\nThe local authority asks for a supervision order. Sam is nine.', 'report'],
    ['# Chronology\n\n1 May: Sam moved. 2 May: Sam started school.', 'record'],
    ['Home visit to Sam, 4 May\n\nSam was in the garden. He showed me the pond.', 'record'],
    [
      'To: The Family Court at Hull\n\nSAFEGUARDING LETTER\n\nSubject child: Leo Marsh, 5\n\nDear Sir or Madam\n\nMr Marsh applies for an order. He says that his son is well. He told me so on 3 May.\n\nYours faithfully',
      'report'
    ],
    [
      'The Family Court at Hull\n\nSafeguarding letter\n\nDear Sirs\n\nMr Marsh applies for an order. He says that his son, Leo, is well.',
      'report'
    ],
    [
      'Re: section 7 report\n\nDear Sir or Madam\n\nMr Marsh asks that his copy about Leo is sent to him. He told me so.',
      'correspondence'
    ],
    [
      'Dear Sir or Madam\n\n**Section 7 report: Leo Marsh**\n\nMr Marsh asks that his copy is sent to him at work. He told me so.\n\nYours faithfully',
      'correspondence'
    ]
  ])('%s', (source, type) => {
    expect(know(source).type).toBe(type)
  })
})

describe('what is known of a child', () => {
  test.each([
    ['# Report about Sam\n\nSam is nine. She likes maps.', 'she/her'],
    ['# Report about Sam\n\nSam uses he/they and said so at once.', 'he/they'],
    ['# Report about Sam\n\nI have written *they* and *them* for Sam, as Sam asked.', 'they/them'],
    ['# Report about Sam\n\nSam lives with Ms Poole. She works nights. Sam was seen by Mr Tan. He drove.', null],
    ["# Report about Sam\n\nSam's mother is well. She works nights.", null],
    ['# Report about Sam\n\nMr Tan asks for Sam to live with him. Mr Tan says that Sam likes his cooking.', null],
    [
      '# Report about Robin\n\nRobin is six. The mother asks for an order. She wants Robin to live with her. Robin has lost his coat and he is cold.',
      'he/him'
    ],
    [
      '# Report about Robin\n\nThe father rang me. He misses Robin. He told me that she sings. Robin told me that she does.',
      'she/her'
    ],
    [
      '# Report about Robin and Sam\n\n## Robin\n\n### At home\n\nShe hides.\n\n## Sam\n\n### At home\n\nHe sings. He reads.',
      'she/her'
    ],
    ['# Report about Robin and Sam\n\n| | Robin | Sam |\n|---|---|---|\n| Home | He hides. | She sings. |', 'he/him'],
    ['# Report: Robin Orr\n\n| | |\n|---|---|\n| Who Robin is | He sings. |\n| School | She is kind. |', 'he/him'],
    ['Dear Robin and Sam,\n\nRobin, thank you for the frog. He is on my sill.', null],
    ['Dear Robin and Sam,\n\nI put he/him for you, Robin, and she/her for Sam.', 'he/him'],
    ['Dear Sam and Robin,\n\nI put he/him for you, Robin, and she/her for Sam.', 'she/her'],
    ['Dear Sam and Robin,\n\nI have put she for Robin and he for Sam, as you told me.', 'he/him'],
    ['# Report about Sam and Robin\n\nRobin uses she/her and Sam they/them.', 'they/them'],
    [
      '# Report\n\n| Name | Age | Pronouns |\n|---|---|---|\n| Sam Orr | 9 | she/her |\n| Robin Orr | 6 | he/him |\n\nSam is well.',
      'she/her'
    ]
  ])('%s', (source, pronouns) => {
    expect(know(source).children[0]?.pronouns).toBe(pronouns)
  })

  test.each([
    ['Ellis is a watchful, wiry toddler. She climbs everything.', 'she/her'],
    ['Ellis is still a bright and busy toddler. He climbs everything.', 'he/him'],
    ['Ellis was the smallest baby on the ward. He has a heart murmur.', 'he/him'],
    ['Ellis, a lively toddler, came home on Friday. She is feeding well.', 'she/her'],
    ['Baby Ellis came home on Friday. She is feeding well.', 'she/her'],
    ['Ms Kaur takes Ellis to school in his pushchair and reads to him.', 'he/him'],
    ['Ellis is a comfort to Mrs Orr’s baby. She cries at night.', null],
    ['Ellis is the baby’s carer. She is feeding well, and her nappy is dry.', null],
    ['Ms Hale and Dane Marsh brought Ellis to nursery. He was late, and his car was loud.', null],
    ['Ms Hale brought Ellis. Her new husband waited. He was angry and his fists were closed.', null]
  ])('what a child is said to be brings nobody else in: %s', (said, pronouns) => {
    expect(know(`---\nchildren: [{name: Ellis}]\n---\n\n# A report\n\n${said}`).children[0]?.pronouns).toBe(pronouns)
  })

  test('what was declared stands, and the text adds what it did not say', () => {
    const source =
      '---\ndocument: report\nchildren:\n  - name: Sam Poole\n---\n\n# A report\n\nSam (9) likes maps. He drew one.'
    expect(know(source).children).toEqual([
      {name: 'Sam Poole', knownAs: null, pronouns: 'he/him', age: 9, family: {}, from: 'front-matter'}
    ])
  })

  test('two children of one first name have each their own', () => {
    const source =
      '---\ndocument: report\nchildren:\n  - {name: Amira Hussain, pronouns: she/her, age: 9}\n  - {name: Amira Khan}\n---\n\n# A report\n\nAmira Hussain (9) likes maps. Amira Khan uses they/them. She drew Amira.'
    expect(know(source).children.map(({name, pronouns, age}) => [name, pronouns, age])).toEqual([
      ['Amira Hussain', 'she/her', 9],
      ['Amira Khan', 'they/them', null]
    ])
  })

  test('weaker sources tell of the same child, however they give the other names', () => {
    const {children} = gather({
      document: read('a.md', new TextEncoder().encode('Amira is well.')),
      lexicon,
      settings: {template: false, includeQuotes: false},
      declarations: [
        {from: 'command-line', declaration: {children: [{name: 'Amira'}, {name: 'Leo Hussain'}, {name: 'Leo Khan'}]}},
        {
          from: 'sidecar',
          declaration: {
            children: [
              {name: 'Amira Hussain', age: 9},
              {name: 'Leo Khan', age: 4},
              {name: 'Leo', pronouns: 'they/them'}
            ]
          }
        }
      ]
    }).known
    expect(children.map(({name, pronouns, age}) => [name, pronouns, age])).toEqual([
      ['Amira', null, 9],
      ['Leo Hussain', null, null],
      ['Leo Khan', null, 4]
    ])
  })

  test('the name that a child likes', () => {
    expect(
      know('# Report about Oluwadamilola Ade\n\nOluwadamilola, who likes to be called Dami, is ten.').children[0]
        ?.knownAs
    ).toBe('Dami')
    expect(
      know(
        '# Report about Leo-James and Ava-Rose Hart\n\nLeo-James is nine and Ava-Rose is six. Everyone calls them LJ and Rosie.'
      ).children.map(({knownAs}) => knownAs)
    ).toEqual(['LJ', 'Rosie'])
    for (const written of ['Lacey-Mae', 'Lacey Mae'])
      expect(
        know(
          `# Report about Lacey-Mae Doyle\n\n${written} is well. I saw ${written}. ${written} sang. ${written} is five.`
        ).children.map(({name, knownAs}) => [name, knownAs])
      ).toEqual([['Lacey-Mae Doyle', null]])
    const inBrackets = (after: string) =>
      know(
        `# Report\n\nChild: Margaret Lloyd (${after}), 12\n\nPeggy is at school in Mold. Margaret's aunt agrees. Peggy told me so.`
      ).children[0]?.knownAs
    expect(inBrackets('Peggy')).toBe('Peggy')
    expect(inBrackets('Mold')).toBeNull()
    expect(
      know('# Report\n\nChild: Margaret “Peggy” Lloyd, 12\n\nPeggy is at school. Peggy told me so.').children[0]
        ?.knownAs
    ).toBe('Peggy')
    expect(know('# Report about Nia Rees\n\nNia has a cat called Biscuit. Nia is ten.').children[0]?.knownAs).toBeNull()
  })

  test('what a child calls the family', () => {
    expect(
      know('# Report about Bilal\n\nHis grandmother, Mrs Hussain, whom he calls Nano, made tea.').children[0]?.family
    ).toEqual({grandmother: 'Nano'})
  })

  test('the language', () => {
    expect(know('Annwyl Llŷr,\n\nMae dy fam yn iawn ac mae hi yn y tŷ gyda dy chwaer.').language).toBe('cy')
    expect(know('Dear Llŷr,\n\nYour mother is well and is in the house.').language).toBe('en-GB')
  })
})

describe('what a letter is for, in its writer’s own words', () => {
  test.each([
    ['Last letter from me, promise.', 'letter-goodbye'],
    ['From Friday I stop being your social worker.', 'letter-goodbye'],
    ['I’ve come to the end of my work with you.', 'letter-goodbye'],
    ['It was decided on Monday that you won’t go back yet.', 'letter-decision'],
    ['I’m the judge. I’ve thought hard and here is my decision.', 'letter-decision'],
    ['Your mum and dad have asked a judge to decide where you live.', 'letter-introduction'],
    ['A new person is coming to see you: me.', 'letter-introduction'],
    ['This letter is for when you are bigger.', 'letter-later-life'],
    ['This is the story of how you came to be adopted.', 'letter-later-life'],
    // What somebody has finished, and how somebody signs off, are no goodbye.
    ['I’ve finished my report, and I have said that you should stay with Nan.', 'letter-decision'],
    ['I’m Jo Price and I am your new social worker. Bye for now!', 'letter-introduction'],
    ['You see Mummy on Monday. Then you say bye-bye and go back to Nan’s.', null],
    ['You can go on the big slide when you are bigger.', null]
  ])('%s', (line, kind) => {
    expect(know(`Dear Ffion,\n\n${line}\n\nYour drawing of the boat is on the wall by my desk.\n\nJo\n`).kind).toBe(
      kind
    )
  })
})
