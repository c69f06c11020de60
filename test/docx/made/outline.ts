import {abstract, bold, level, list, made, numbered, p, r, style, styled, styles, table} from '../make.ts'

const legal = abstract(
  0,
  level(0, 'decimal', '%1.', '<w:pStyle w:val="Section"/>') +
    level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Numbered"/>') +
    level(2, 'lowerLetter', '(%3)') +
    level(3, 'lowerRoman', '%4.')
)

/** Headings and automatic numbers. */
export const outline = [
  made(
    'numbered paragraphs as lawyers number them',
    {
      body: [
        numbered(1, 0, 'Background'),
        numbered(1, 1, 'Amira is nine.'),
        numbered(1, 1, 'Leo is six.'),
        numbered(1, 2, 'He likes football.'),
        numbered(1, 2, 'He likes school.'),
        numbered(1, 3, 'Most days.'),
        numbered(1, 3, 'Not Mondays.'),
        numbered(1, 1, 'They live with their nan.'),
        p('No number.'),
        numbered(1, 0, 'Analysis'),
        numbered(1, 1, 'Starts again.'),
        numbered(1, 2, 'And again.'),
        numbered(0, 0, 'Number taken away.')
      ].join(''),
      numbering: legal + list(1, 0)
    },
    [
      'Background',
      'Amira is nine.',
      'Leo is six.',
      'He likes football.',
      'He likes school.',
      'Most days.',
      'Not Mondays.',
      'They live with their nan.',
      'No number.',
      'Analysis',
      'Starts again.',
      'And again.',
      'Number taken away.'
    ],
    {
      labels: {
        1: '1.',
        2: '1.1',
        3: '1.2',
        4: '(a)',
        5: '(b)',
        6: 'i.',
        7: 'ii.',
        8: '1.3',
        10: '2.',
        11: '2.1',
        12: '(a)'
      }
    }
  ),
  made(
    'a hidden paragraph takes no number',
    {
      body: [
        numbered(1, 0, 'One'),
        p(
          r('Hidden', '<w:vanish/>'),
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
        ),
        p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbered(1, 0, 'Three, as an empty one has its number')
      ].join(''),
      numbering: legal + list(1, 0)
    },
    ['One', null, null, 'Three, as an empty one has its number'],
    {labels: {1: '1.', 4: '3.'}, notices: ['hidden-text']}
  ),
  made(
    'numbers from styles',
    {
      body: [
        styled('Section', 'Strengths'),
        styled('Numbered', 'One.'),
        styled('NumberedChild', 'Two, by a style based on another.'),
        styled('Section', 'Risks'),
        styled('Numbered', 'One again.')
      ].join(''),
      styles: styles(
        style(
          'Section',
          'LA Section Heading',
          '<w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        ) +
          style('Numbered', 'Numbered para', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style('NumberedChild', 'Numbered child', '<w:basedOn w:val="Numbered"/>')
      ),
      numbering: legal + list(1, 0)
    },
    ['Strengths', 'One.', 'Two, by a style based on another.', 'Risks', 'One again.'],
    {
      labels: {1: '1.', 2: '1.1', 3: '1.2', 4: '2.', 5: '2.1'},
      headings: [
        [1, 1],
        [4, 1]
      ]
    }
  ),
  made(
    'lists that start again, in many forms',
    {
      body: [
        numbered(1, 0, 'a'),
        numbered(1, 0, 'b'),
        numbered(2, 0, 'restarted at five'),
        numbered(2, 0, 'six'),
        numbered(3, 0, 'upper letter'),
        numbered(4, 0, 'upper roman'),
        numbered(4, 1, 'legal'),
        numbered(5, 0, 'bullet'),
        numbered(6, 0, 'ordinal'),
        numbered(7, 0, 'none'),
        numbered(9, 0, 'no such list'),
        numbered(1, 0, 'the first goes on')
      ].join(''),
      numbering: [
        abstract(0, level(0, 'lowerLetter', '%1)')),
        abstract(1, level(0, 'upperLetter', '%1.')),
        abstract(2, level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
        abstract(3, level(0, 'bullet', '\uf0b7')),
        abstract(4, level(0, 'ordinal', '%1')),
        abstract(5, level(0, 'none', '')),
        list(1, 0),
        list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        list(3, 1),
        list(4, 2),
        list(5, 3),
        list(6, 4),
        list(7, 5)
      ].join('')
    },
    [
      'a',
      'b',
      'restarted at five',
      'six',
      'upper letter',
      'upper roman',
      'legal',
      'bullet',
      'ordinal',
      'none',
      'no such list',
      'the first goes on'
    ],
    {labels: {1: 'a)', 2: 'b)', 3: 'e)', 4: 'f)', 5: 'A.', 6: 'I', 7: '1.1', 9: '1st', 12: 'g)'}}
  ),
  made(
    'list styles that point at one another',
    {
      body: [
        numbered(1, 0, 'in a circle'),
        numbered(3, 0, 'by a list style'),
        styled('Loop', 'style in a circle')
      ].join(''),
      styles: styles(
        style('Circle', 'Circle', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering') +
          style('Roman', 'Roman', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>', 'numbering') +
          style('Loop', 'Loop', '<w:basedOn w:val="Loop2"/>') +
          style('Loop2', 'Loop 2', '<w:basedOn w:val="Loop"/>')
      ),
      numbering: [
        abstract(0, '<w:numStyleLink w:val="Circle"/>'),
        abstract(1, '<w:numStyleLink w:val="Roman"/>'),
        abstract(2, level(0, 'lowerRoman', '%1)')),
        list(1, 0),
        list(3, 1),
        list(4, 2)
      ].join('')
    },
    ['in a circle', 'by a list style', 'style in a circle'],
    {labels: {2: 'i)'}}
  ),
  made(
    'headings by style',
    {
      body: [
        styled('Title', 'Section 7 report'),
        styled('berschrift1', 'Background'),
        p('Amira lives with her mother.'),
        styled('LA', 'Strengths'),
        p('She reads well.'),
        p('By its own level', '<w:outlineLvl w:val="2"/>'),
        p('Text.'),
        styled('Body', 'Not a heading'),
        styled('Missing', 'No such style')
      ].join(''),
      styles: styles(
        style('berschrift1', 'heading 1') +
          style('LA', 'LA Section Heading', '<w:basedOn w:val="Heading2"/>') +
          style('Body', 'Body', '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
      )
    },
    [
      'Section 7 report',
      'Background',
      'Amira lives with her mother.',
      'Strengths',
      'She reads well.',
      'By its own level',
      'Text.',
      'Not a heading',
      'No such style'
    ],
    {
      headings: [
        [1, 1],
        [2, 1],
        [4, 2],
        [6, 3]
      ]
    }
  ),
  made(
    'headings that are only bold',
    {
      body: [
        p(r('SECTION 7 REPORT', '<w:b/><w:sz w:val="32"/>')),
        p('This report is about Amira.'),
        p(bold('1. Background')),
        p('Amira is nine and lives with her mother.'),
        p(bold('1.1 School')),
        p('She goes to school every day.'),
        p(bold('This whole sentence is bold because it matters a great deal.')),
        p('More text.'),
        p(bold('Bold ') + r('in part')),
        p('More text.'),
        styled('BoldStyle', 'Wishes and feelings'),
        p('She wants to see her dad.'),
        styled('BoldStyle', r('Not bold after all', '<w:rStyle w:val="Strong"/>')),
        p('More text.'),
        p(r('Recommendations', '<w:caps/><w:u w:val="single"/>')),
        p('That Amira lives with her mother.')
      ].join(''),
      styles: styles(
        style('BoldStyle', 'Bold style', '<w:rPr><w:b/></w:rPr>') +
          style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
      )
    },
    [
      'SECTION 7 REPORT',
      'This report is about Amira.',
      'Background',
      'Amira is nine and lives with her mother.',
      'School',
      'She goes to school every day.',
      'This whole sentence is bold because it matters a great deal.',
      'More text.',
      'Bold in part',
      'More text.',
      'Wishes and feelings',
      'She wants to see her dad.',
      'Not bold after all',
      'More text.',
      'Recommendations',
      'That Amira lives with her mother.'
    ],
    {
      headings: [
        [1, 1, 'inferred'],
        [3, 1, 'inferred'],
        [5, 2, 'inferred'],
        [11, 2, 'inferred'],
        [15, 3, 'inferred']
      ],
      labels: {3: '1.', 5: '1.1'}
    }
  ),
  made(
    'bold labels in tables are not headings',
    [
      table([
        [p(bold('Name')), 'Amira'],
        [p(bold('Age')), '9']
      ]),
      table([[p(bold('Child impact analysis'))]]),
      table([
        [p(bold('Date')), p(bold('Who')), p(bold('What'))],
        ['1 May', 'Leo', 'Seen']
      ]),
      p('Text.')
    ].join(''),
    ['Name', 'Amira', 'Age', '9', 'Child impact analysis', 'Date', 'Who', 'What', '1 May', 'Leo', 'Seen', 'Text.'],
    {headings: [[5, 1, 'inferred']]}
  ),
  made(
    'quotations by style',
    {
      body: [p('Leo said:'), styled('Quote', 'I want to stay at Nan’s.'), p('He meant it.')].join(''),
      styles: styles(style('Quote', 'Quote'))
    },
    ['Leo said:', 'I want to stay at Nan’s.', 'He meant it.']
  )
]
