import type {Declaration} from '../../src/model/declaration.ts'
import {
  abstract,
  bold,
  deleted,
  docx,
  field,
  inserted,
  level,
  list,
  numbered,
  p,
  r,
  row,
  style,
  styled,
  styles,
  table
} from '../docx/make.ts'

/** A Word file that is converted in every way there is, and what somebody said of it on the command line. */
export interface Paper {
  readonly name: string
  readonly bytes: Uint8Array
  readonly declaration: Declaration
  /** By the beginning of a route's name: what is said of the Word file alone, because the converter drops its words. */
  readonly lost?: Readonly<Record<string, readonly string[]>>
}

const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'

const lists =
  abstract(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="Heading1"/>') + level(1, 'decimal', '%1.%2')) +
  abstract(1, level(0, 'bullet', '•')) +
  list(1, 0) +
  list(2, 1)

const numberedHeading = (text: string): string => styled('Heading1', text)

const paragraph = (content: string): string => numbered(1, 1, content)

/** A report with all that authors of reports use: numbers, tables, notes, tracked changes, quotations of every make. */
export const report: Paper = {
  name: 'a report',
  declaration: {
    document: 'section-7-report',
    children: [
      {name: 'Callum Prosser', pronouns: 'he/him', age: 8, family: {mother: 'Mum'}},
      {name: 'Poppy Prosser', age: 5}
    ],
    people: ['Dilys Harries', 'Gareth Prosser']
  },
  // LibreOffice writes the number of a note into its text and leaves out what the note says.
  lost: {'LibreOffice to .txt': ['unexplained-acronym/IRO: IRO']},
  bytes: docx({
    body: [
      styled('Title', 'Section 7 report'),
      table([
        ['Case number', 'WX26P00412'],
        [
          'Children',
          `<w:tc>${p('Callum Prosser, born 3 February 2018')}${p('Poppy Prosser, born 19 August 2020')}</w:tc>`
        ],
        ['Author', 'Dilys Harries, Family Court Adviser']
      ]),
      numberedHeading('Introduction'),
      paragraph(
        `${r('I was allocated this case in February. The children reside with their mother in Wrexham and have had sporadic con')}${r('tact', '<w:i/>')}${r(' with their father since the parties separated.')}`
      ),
      paragraph(
        `${r('I have read the bundle, undertaken a PNC check and liaised with the SENCO.')}<w:r><w:footnoteReference w:id="1"/></w:r>${r(' I met both children at school.')}`
      ),
      numberedHeading('Background'),
      paragraph(
        `${r('It is alleged that the father was verbally aggressive towards the mother ')}${deleted('at home ')}${inserted('in the kitchen')}${r(' on a number of occasions. Father is a known perpetrator and mother has failed to protect the children.')}`
      ),
      paragraph(
        'Callum presents with challenging behaviour and is non\u2011compliant at home. He refuses to attend school. The minor has been referred to CAMHS but was closed due to non-engagement.'
      ),
      p(bold('Chronology')),
      p('These are the dates that matter most to the court, in the order in which they came.'),
      table([
        row(['Date', 'Event'], '<w:tblHeader/>'),
        ['3\u00a0March\u00a02025', 'Police attended. Callum was frightened by the incident.'],
        [
          '9 March 2025',
          `<w:tc>${p('School said that he was attention-seeking.')}${p('The placement began a week later, with the maternal grandmother.')}</w:tc>`
        ]
      ]),
      numberedHeading('Wishes and feelings'),
      paragraph(
        'Callum told me that he “hates it when there’s contact and everyone shouts”. She said that she would like to live with her dad.'
      ),
      paragraph('Poppy is 5 and was too young to be spoken to. The nursery wrote: "the minor is settled".'),
      numberedHeading('Risks'),
      paragraph(
        'There is a history of domestic abuse, and mother’s mental health is poor. Father has disengaged from DAPP. The children are at risk of emotional harm. Mother is hard to reach and is resistant to professional advice. Father will never change. There is clearly a risk of further incidents.'
      ),
      p('What worries me most about the weeks to come:'),
      numbered(2, 0, 'contact at the door of the flat;'),
      numbered(2, 0, 'mother failing to engage with the IDVA.'),
      numberedHeading('Strengths'),
      paragraph('None identified.'),
      numberedHeading('Recommendation'),
      paragraph('I recommend that a Child Arrangements Order is made for the children to live with mother.'),
      paragraph(
        `${r('Contact with father should be ')}${field('REF x', 'supervised')}${r(' at a contact centre. [insert details]')}`
      ),
      p(`${r('Dilys Harries')}<w:r><w:br/></w:r>${r('Family Court Adviser')}`)
    ].join(''),
    numbering: lists,
    footnotes: `${separators}<w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' The SENCO wrote to the IRO about the care plan.')}`)}</w:footnote>`
  })
}

/** A report whose headings are of a style that the author's office made out of Word's own. */
export const ownStyles: Paper = {
  name: 'a report with headings of an office’s own style',
  declaration: {document: 'section-7-report', children: [{name: 'Callum Prosser', pronouns: 'he/him', age: 8}]},
  bytes: docx({
    body: [
      styled('Title', 'Report about Callum'),
      styled('LASection', 'Strengths'),
      p('None identified.'),
      styled('LASection', 'Risks'),
      p('Callum was frightened when his father shouted at the school gate, and he has not slept well since.'),
      styled('LASection', 'Recommendations'),
      p('I recommend that contact is reduced, because Callum asked for that and would sleep better for it.')
    ].join(''),
    styles: styles(style('LASection', 'LA Section Heading', '<w:basedOn w:val="Heading1"/>'))
  })
}

/** A letter with greeting, headings that are only bold, straight quotation marks and a line of kisses. */
export const letter: Paper = {
  name: 'a letter',
  declaration: {
    document: 'letter-decision',
    children: [
      {
        name: 'Amira Hussain',
        knownAs: 'Amira',
        pronouns: 'she/her',
        age: 9,
        family: {mother: 'Mum', 'maternal grandmother': 'Nani'}
      }
    ],
    people: ['Ms Okafor', 'Joanna Pike']
  },
  bytes: docx({
    body: [
      p('4 March 2026', '<w:jc w:val="right"/>'),
      p('Dear Amirah,'),
      p(
        "My name is Joanna Pike and I have been allocated to your case as your Children's Guardian. I met you twice at school and once at your placement, and I wanted to write to you about what will happen in the proceedings."
      ),
      p(bold('What happened')),
      p(
        'I know that you have been having contact with your mother at the contact centre. The case went back to court on 4\u00a0March and the Local Authority asked for an ICO. The IRO will talk to you about your LAC review \u2013 in the next few weeks\u2026'
      ),
      p(
        'I told the judge that you said "I want to go home to Mum and I want contact with Nani every Friday". The judge agreed with me.'
      ),
      p(
        'Your maternal grandmother will be assessed as a possible carer. He told me that he is good at mak\u00ading rotis with you.'
      ),
      p(bold('What I think')),
      p(
        'I am sorry that you have been kicking off at school, and I know that you refuse to go to your contact sessions. Ms Okafor says you have been attention\u2011seeking but she is very fond of you.'
      ),
      p('You will definitely be able to go home one day. I will commence work with you in due course.'),
      p('Yours sincerely,'),
      p('[insert name]')
    ].join('')
  })
}
