import {bold, box, cell, change, control, field, made, numbered, p, r, row, table} from '../make.ts'

const header = 'word/header1.xml'
const footer = 'word/footer1.xml'
const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
const note = (kind: 'footnote' | 'endnote', id: number, content: string) =>
  `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(content)}`)}</w:${kind}>`
const noted = (kind: 'footnote' | 'endnote', id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`

/** Tables, notes, headers, footers, text boxes, and what a package may hold besides. */
export const layout = [
  made(
    'a court cover table',
    [
      p(bold('IN THE FAMILY COURT AT SWINDON')),
      table([
        ['Case number', 'SN24P00123'],
        ['Name of the child', 'Amira Hussain'],
        ['Date of birth', '3 May 2015'],
        ['Author', 'Grace Okafor, Family Court Adviser']
      ]),
      p('The court ordered this report on 3 March 2025.')
    ].join(''),
    [
      'IN THE FAMILY COURT AT SWINDON',
      'Case number',
      'SN24P00123',
      'Name of the child',
      'Amira Hussain',
      'Date of birth',
      '3 May 2015',
      'Author',
      'Grace Okafor, Family Court Adviser',
      'The court ordered this report on 3 March 2025.'
    ],
    {
      headings: [[1, 1, 'inferred']],
      cells: [
        ['Case number', 1, 1, 1],
        ['SN24P00123', 1, 1, 2],
        ['Grace Okafor, Family Court Adviser', 1, 4, 2]
      ]
    }
  ),
  made(
    'tables inside tables',
    [
      table([
        ['Outer one', `<w:tc>${p('Before')}${table([['Inner one', 'Inner two']])}${p('After')}</w:tc>`],
        ['Outer three', 'Outer four']
      ]),
      p('Between.'),
      table([['Next table']])
    ].join(''),
    ['Outer one', 'Before', 'Inner one', 'Inner two', 'After', 'Outer three', 'Outer four', 'Between.', 'Next table'],
    {
      cells: [
        ['Before', 1, 1, 2],
        ['Inner two', 2, 1, 2],
        ['After', 1, 1, 2],
        ['Outer four', 1, 2, 2],
        ['Next table', 3, 1, 1]
      ]
    }
  ),
  made(
    'merged cells',
    table([
      row([cell('Across two', '<w:gridSpan w:val="2"/>'), 'Third column']),
      row([cell('Down', '<w:vMerge w:val="restart"/>'), 'B', 'C']),
      row([cell('<w:p/>', '<w:vMerge/>'), 'E', 'F']),
      row(['G', 'H'], '<w:gridBefore w:val="1"/>')
    ]),
    ['Across two', 'Third column', 'Down', 'B', 'C', null, 'E', 'F', 'G', 'H'],
    {
      cells: [
        ['Across two', 1, 1, 1],
        ['Third column', 1, 1, 3],
        ['E', 1, 3, 2],
        ['G', 1, 4, 2]
      ]
    }
  ),
  made(
    'rows and cells in content controls and custom XML',
    table([
      control('<w:alias w:val="Row"/>', row(['In a row control', 'B'])),
      row([control('<w:alias w:val="Cell"/>', cell('In a cell control')), 'D']),
      `<w:customXml w:element="r">${row([`<w:customXml w:element="c">${cell('E')}</w:customXml>`, 'F'])}</w:customXml>`
    ]),
    ['In a row control', 'B', 'In a cell control', 'D', 'E', 'F'],
    {
      cells: [
        ['In a row control', 1, 1, 1],
        ['D', 1, 2, 2],
        ['F', 1, 3, 2]
      ]
    }
  ),
  made(
    'a chronology with a head row',
    table([
      row(['Date', 'What happened'], '<w:tblHeader/>'),
      ['3 March 2025', 'Mum rang the school. Leo stayed with Nan.'],
      ['9 March 2025', 'Leo went home.']
    ]),
    [
      'Date',
      'What happened',
      '3 March 2025',
      'Mum rang the school. Leo stayed with Nan.',
      '9 March 2025',
      'Leo went home.'
    ],
    {cells: [['Leo went home.', 1, 3, 2]]}
  ),
  made(
    'footnotes and endnotes',
    {
      body: [
        p(`${r('Leo was frightened.')}${noted('footnote', 2)}${r(' He told his teacher.')}${noted('footnote', 5)}`),
        table([[`<w:tc>${p(`${r('In a table')}${noted('endnote', 1)}`)}</w:tc>`, 'B']]),
        p('Afterwards.')
      ].join(''),
      footnotes: separators + note('footnote', 2, 'Police record, 4 May.') + note('footnote', 5, 'Ms Patel, 5 May.'),
      endnotes: separators.replaceAll('footnote', 'endnote') + note('endnote', 1, 'See the school file.')
    },
    ['Leo was frightened. He told his teacher.', 'In a table', 'B', 'Afterwards.'],
    {
      parts: {
        'word/footnotes.xml': [null, null, 'Police record, 4 May.', 'Ms Patel, 5 May.'],
        'word/endnotes.xml': [null, null, 'See the school file.']
      }
    }
  ),
  made(
    'headers and footers',
    {
      body: p('The body.'),
      section: '<w:titlePg/>',
      headers: [table([['Case SN24P00123', 'Amira Hussain']]) + p(), p('First page')],
      footers: [
        p(`${r('Page ')}${field('PAGE', '2')}${r(' of ')}<w:fldSimple w:instr=" NUMPAGES ">${r('14')}</w:fldSimple>`)
      ]
    },
    ['The body.'],
    {
      parts: {
        [header]: ['Case SN24P00123', 'Amira Hussain', null],
        'word/header2.xml': ['First page'],
        [footer]: ['Page 2 of 14']
      },
      marks: [
        ['generated', '2'],
        ['generated', '14']
      ]
    }
  ),
  made(
    'the same footer in every section',
    {body: p('The body.'), footers: [p('Confidential'), p('Confidential'), p('Another')]},
    ['The body.'],
    {parts: {[footer]: ['Confidential'], 'word/footer2.xml': [null], 'word/footer3.xml': ['Another']}}
  ),
  made(
    'text boxes',
    {
      body: [
        p(`${r('Anchor ')}${box(p('Words in a box') + p('Second line'))}${r('text')}`),
        p(box(p('Only a box'))),
        p('Afterwards.')
      ].join(''),
      headers: [p(box(p('Case SN24P00123')))]
    },
    ['Anchor \ufffctext', 'Words in a box', 'Second line', null, null, null, 'Only a box', null, 'Afterwards.'],
    {parts: {[header]: [null, 'Case SN24P00123', null]}}
  ),
  made(
    'a text box of old and a box no one knows',
    [
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Old box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
      ),
      p(
        `<w:r><mc:AlternateContent><mc:Choice xmlns:z="urn:unknown" Requires="z"><w:t>future</w:t></mc:Choice><mc:Fallback><w:t>today</w:t></mc:Fallback></mc:AlternateContent></w:r>`
      )
    ].join(''),
    [null, 'Old box', 'today']
  ),
  made(
    'what cannot be read',
    {
      body: [
        p('Before.'),
        '<w:altChunk r:id="rId50"/>',
        p(
          `${r('An object ')}<w:r><w:object><v:shape id="o1"/><o:OLEObject Type="Embed" ProgID="Word.Document.12" r:id="rId51"/></w:object></w:r>`
        ),
        p('After.')
      ].join(''),
      relationships:
        '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/><Relationship Id="rId51" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject" Target="embeddings/object1.bin"/>',
      files: {'word/chunk.html': '<p>Words from elsewhere</p>', 'word/embeddings/object1.bin': 'x'}
    },
    ['Before.', 'An object \ufffc', 'After.'],
    {notices: ['not-read', 'not-read']}
  ),
  made(
    'a sub-document',
    {
      body: [p('Master.'), '<w:subDoc r:id="rId52"/>'].join(''),
      relationships:
        '<Relationship Id="rId52" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/subDocument" Target="file:///C:/other.docx" TargetMode="External"/>'
    },
    ['Master.'],
    {notices: ['not-read']}
  ),
  made(
    'words drawn as art',
    p(
      `<w:r><w:drawing><wp:inline><wp:docPr id="9" name="WordArt"/><a:graphic><a:graphicData uri="urn:x"><a:p><a:r><a:t>Well done Leo</a:t></a:r></a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    ) + p('After.'),
    [null, 'After.'],
    {notices: ['not-read']}
  ),
  made(
    'a diagram and a chart',
    [
      p(
        `<w:r><w:drawing><wp:inline><wp:docPr id="4" name="Diagram"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>${r(' as drawn')}`
      ),
      p(
        `<w:r><w:drawing><wp:inline><wp:docPr id="5" name="Chart"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId60"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>${r(' as counted')}`
      )
    ].join(''),
    ['\ufffc as drawn', '\ufffc as counted'],
    {notices: ['not-read', 'not-read']}
  ),
  made(
    'a watermark and words in old art',
    {
      body: p(
        `<w:r><w:pict><v:shape id="art1"><v:textpath on="t" string="Well done Leo"/></v:shape></w:pict></w:r>${r(' he said')}`
      ),
      headers: [
        p('<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>')
      ]
    },
    ['\ufffc he said'],
    {parts: {[header]: [null]}, notices: ['not-read']}
  ),
  made(
    'a table and a heading in a text box',
    p(box(p(bold('Contact')) + table([['Saturday', 'With Nan']]))) + p('After.'),
    [null, 'Contact', 'Saturday', 'With Nan', null, null, null, 'After.'],
    {headings: []}
  ),
  made(
    'an element from the future',
    p(`${r('Before ')}<w:quantum>${r('hidden in the unknown')}</w:quantum>${r('after')}`),
    ['Before hidden in the unknownafter'],
    {notices: ['unknown-markup']}
  ),
  made(
    'numbered paragraphs in a table are cells',
    {
      body: table([[numbered(1, 0, 'One'), 'x']]),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    },
    ['One', 'x'],
    {labels: {1: '1.'}, cells: [['One', 1, 1, 1]]}
  ),
  made(
    'tracked rows and cells',
    table([
      ['Kept', 'B'],
      row(['Deleted row', 'D'], change('del')),
      row(['Inserted row', 'F'], change('ins')),
      row([cell('G'), cell('Inserted cell', change('cellIns')), cell('Deleted cell', change('cellDel'))])
    ]),
    ['Kept', 'B', null, null, 'Inserted row', 'F', 'G', 'Inserted cell', null],
    {
      before: ['Kept', 'B', 'Deleted row', 'D', null, null, 'G', null, 'Deleted cell'],
      cells: [
        ['Inserted row', 1, 2, 1],
        ['Inserted cell', 1, 3, 2]
      ]
    }
  )
]
