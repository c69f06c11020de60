import {
  abstract,
  bold,
  box,
  control,
  deleted,
  field,
  inserted,
  level,
  list,
  made,
  numbered,
  p,
  r,
  row,
  style,
  styled,
  styles,
  table
} from '../make.ts'

const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
const paragraphId = (id: string) => ` w14:paraId="${id}"`

/** What a reader sees with some of the paragraphs as they were before changes were tracked. */
const changed = (seen: readonly (string | null)[], was: Readonly<Record<string, string>>): readonly (string | null)[] =>
  seen.map((text) => (text === null ? null : (was[text] ?? text)))

const letterSeen = [
  '12 May 2025',
  'Dear Leo,',
  'My name is Judge Whitlock. I’m the judge who is deciding where you will live.',
  'You told Grace that you like football, and that you worry about Mum. You said, “I want to see Nan every week”.',
  null,
  'You can ring Grace on Tuesdays.',
  null,
  'I have decided that you will live with Nan. You will see Mum at contact each Saturday.',
  'The placement is near your school, Ysgol Bryn Coch.',
  'With very best wishes,',
  'Judge Whitlock\nFamily Court at Swindon'
]

/** A judge's letter to a child, as one is written in Word. */
export const letter = made(
  'a letter to a child',
  {
    body: [
      p('12 May 2025', '<w:jc w:val="right"/>'),
      p('Dear Leo,', '', paragraphId('1A2B3C01')),
      p(
        `${r('My name is ')}${r('Judge Whitlock', '<w:b/>')}${r('. I’m the judge who is deciding where you will live.')}`
      ),
      p(
        `${r('You told Grace that you like football, and that you ')}${deleted('are concerned about')}${inserted('worry about')}${r(' Mum. You said, “I want to see Nan every w')}${r('eek', '<w:i/>')}${r('”.')}`
      ),
      p(box(p('You can ring Grace on Tuesdays.')), ''),
      p(
        'I have decided that you will live with Nan. You will see Mum at contact each Saturday.',
        '',
        paragraphId('1A2B3C02')
      ),
      p(`${r('The placement is near your school, Ysgol ')}${r('Bryn Coch', '<w:lang w:val="cy-GB"/>')}${r('.')}`),
      p('With very best wishes,'),
      p('<w:r><w:t>Judge Whitlock</w:t><w:br/><w:t>Family Court at Swindon</w:t></w:r>')
    ].join(''),
    headers: [p('Family Court at Swindon')],
    custom: {'ourwords.document': 'letter-decision', 'ourwords.child': 'Leo, he/him, 7'}
  },
  letterSeen,
  {
    before: changed(letterSeen, {
      'You told Grace that you like football, and that you worry about Mum. You said, “I want to see Nan every week”.':
        'You told Grace that you like football, and that you are concerned about Mum. You said, “I want to see Nan every week”.'
    }),
    parts: {'word/header1.xml': ['Family Court at Swindon']},
    headings: [],
    marks: [
      ['foreign', 'Bryn Coch', 'cy-GB'],
      ['inserted', 'worry about']
    ],
    notices: ['other-language']
  }
)

const sections = abstract(
  0,
  level(0, 'decimal', '%1.', '<w:pStyle w:val="LASection"/>') +
    level(1, 'decimal', '%1.%2', '<w:pStyle w:val="LAParagraph"/>') +
    level(2, 'lowerLetter', '(%3)')
)

const reportSeen = [
  'IN THE FAMILY COURT AT SWINDON',
  'Section 7 welfare report',
  'Case number',
  'SN24P00123',
  'Children',
  'Amira Hussain, born 3 May 2015',
  'Leo Hussain, born 9 June 2018',
  'Mother',
  'Sana Hussain',
  'Author',
  'Grace Okafor',
  'Filed',
  'Choose a date.',
  'Background',
  'The court ordered this report on 3 March 2025. The minor is nine.',
  'Amira and Leo live with their mother.',
  'Strengths',
  'Amira reads for pleasure and looks after her brother:',
  'she walks him to school;',
  'she taught him to swim.',
  'Chronology',
  'Date',
  'Event',
  '3 March 2025',
  'Police attended. Leo was frightened.',
  '9 March 2025',
  'School said that he was settled.',
  'Recommendations',
  'As 2.1 says, Amira should live with her mother.',
  null
]

/** A section 7 report with its cover table, numbered paragraphs, a footnote, a chronology and a statement of truth. */
export const report = made(
  'a section 7 report',
  {
    body: [
      p(bold('IN THE FAMILY COURT AT SWINDON'), '<w:jc w:val="center"/>'),
      styled('Title', 'Section 7 welfare report'),
      table([
        ['Case number', 'SN24P00123'],
        ['Children', `<w:tc>${p('Amira Hussain, born 3 May 2015')}${p('Leo Hussain, born 9 June 2018')}</w:tc>`],
        ['Mother', 'Sana Hussain'],
        ['Author', `<w:tc>${p(control('<w:alias w:val="Author"/><w:text/>', r('Grace Okafor')))}</w:tc>`],
        [
          row([
            'Filed',
            `<w:tc>${p(control('<w:alias w:val="Date filed"/><w:showingPlcHdr/>', r('Choose a date.')))}</w:tc>`
          ])
        ].join('')
      ]),
      styled('LASection', 'Background'),
      styled(
        'LAParagraph',
        `${r('The court ordered this report on 3 March 2025.')}<w:r><w:footnoteReference w:id="1"/></w:r>${r(' The minor is nine.')}`
      ),
      styled('LAParagraph', 'Amira and Leo live with their mother.'),
      styled('LASection', 'Strengths'),
      styled('LAParagraph', 'Amira reads for pleasure and looks after her brother:'),
      numbered(1, 2, 'she walks him to school;'),
      numbered(1, 2, 'she taught him to swim.'),
      styled('LASection', 'Chronology'),
      table([
        row(['Date', 'Event'], '<w:tblHeader/>'),
        ['3 March 2025', 'Police attended. Leo was frightened.'],
        [
          '9 March 2025',
          `<w:tc>${p(`${r('School ')}${deleted('reported')}${inserted('said')}${r(' that he was settled.')}`)}</w:tc>`
        ]
      ]),
      styled('LASection', 'Recommendations'),
      styled(
        'LAParagraph',
        `${r('As ')}${field('REF _Ref2 \\r', '2.1')}${r(' says, Amira should live with her mother.')}`
      ),
      p(r('Manager to check the LAC status', '<w:vanish/>'))
    ].join(''),
    styles: styles(
      style(
        'LASection',
        'LA Section',
        '<w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
      ) +
        style(
          'LAParagraph',
          'LA Paragraph',
          '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        )
    ),
    numbering: sections + list(1, 0),
    footnotes: `${separators}<w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' Order of District Judge Mensah.')}`)}</w:footnote>`,
    headers: [p('SN24P00123 Amira Hussain')],
    footers: [p(`${r('Page ')}${field('PAGE', '1')}`)]
  },
  reportSeen,
  {
    before: changed(reportSeen, {'School said that he was settled.': 'School reported that he was settled.'}),
    parts: {
      'word/header1.xml': ['SN24P00123 Amira Hussain'],
      'word/footer1.xml': ['Page 1'],
      'word/footnotes.xml': [null, null, ' Order of District Judge Mensah.']
    },
    labels: {
      14: '1.',
      15: '1.1',
      16: '1.2',
      17: '2.',
      18: '2.1',
      19: '(a)',
      20: '(b)',
      21: '3.',
      28: '4.',
      29: '4.1'
    },
    headings: [
      [2, 1],
      [14, 1],
      [17, 1],
      [21, 1],
      [28, 1]
    ],
    marks: [
      ['generated', '1'],
      ['generated', '2.1'],
      ['inserted', 'said'],
      ['placeholder', 'Choose a date.', 'Date filed']
    ],
    cells: [
      ['SN24P00123', 1, 1, 2],
      ['Leo Hussain, born 9 June 2018', 1, 2, 2],
      ['School said that he was settled.', 2, 3, 2]
    ],
    notices: ['hidden-text']
  }
)
