import {bold, control, field, made, p, r, style, styled, styles} from '../make.ts'

const placeholder = '<w:showingPlcHdr/>'
const simple = (instruction: string, result: string) =>
  `<w:fldSimple w:instr="${instruction}">${r(result)}</w:fldSimple>`
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`

/** Content controls, fields and the slots of templates. */
export const slots = [
  made(
    'content controls',
    [
      p(`${r('Dear ')}${control('<w:alias w:val="Child"/><w:tag w:val="child"/><w:text/>', r('Amira'))}${r(',')}`),
      control('<w:alias w:val="Block"/>', p('A whole paragraph.') + p('And another.')),
      p(
        `${r('Lives with: ')}${control('<w:dropDownList><w:listItem w:displayText="Mum" w:value="1"/><w:listItem w:displayText="Dad" w:value="2"/></w:dropDownList>', r('Mum'))}`
      ),
      p(
        `${r('Seen on ')}${control('<w:date w:fullDate="2025-03-03T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>', r('3 March 2025'))}`
      ),
      p(`${control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', r('☒'))}${r(' Seen alone')}`),
      p(
        `${r('Case ')}${control('<w:dataBinding w:xpath="/c/n" w:storeItemID="{1}"/><w:lock w:val="sdtContentLocked"/>', r('SN24P00123'))}`
      ),
      p(
        control(
          '<w:alias w:val="Outer"/>',
          `${r('outer ')}${control('<w:alias w:val="Inner"/>', r('inner'))}${r(' outer')}`
        )
      )
    ].join(''),
    [
      'Dear Amira,',
      'A whole paragraph.',
      'And another.',
      'Lives with: Mum',
      'Seen on 3 March 2025',
      '☒ Seen alone',
      'Case SN24P00123',
      'outer inner outer'
    ]
  ),
  made(
    'content controls that nobody filled in',
    [
      p(
        `${r('Dear ')}${control(`<w:alias w:val="Child’s name"/>${placeholder}`, r('Click or tap here to enter text.'))}${r(',')}`
      ),
      p(`${r('Born ')}${control(`<w:tag w:val="dob"/>${placeholder}`, r('Choose a date.'))}`),
      control(placeholder, p('Say here what the child wants.')),
      p(control(`<w:showingPlcHdr w:val="0"/><w:alias w:val="Filled"/>`, r('Filled in')))
    ].join(''),
    ['Dear Click or tap here to enter text.,', 'Born Choose a date.', 'Say here what the child wants.', 'Filled in'],
    {
      marks: [
        ['placeholder', 'Click or tap here to enter text.', 'Child’s name'],
        ['placeholder', 'Choose a date.', 'dob'],
        ['placeholder', 'Say here what the child wants.', 'Say here what the child wants.']
      ]
    }
  ),
  made(
    'merge fields',
    [
      p(`${r('Dear ')}${simple(' MERGEFIELD ChildName \\* MERGEFORMAT ', '«ChildName»')}${r(',')}`),
      p(
        `${r('Dear ')}${field('MERGEFIELD ChildName', 'Amira')}${r(', I met ')}${field('MERGEFIELD Parent', '{{parent.name}}')}`
      ),
      p(`${field('MERGEFIELD "Other child"', '[Name of child]')}${r(' end')}`)
    ].join(''),
    ['Dear «ChildName»,', 'Dear Amira, I met {{parent.name}}', '[Name of child] end'],
    {
      marks: [
        ['placeholder', '«ChildName»', 'ChildName'],
        ['placeholder', '{{parent.name}}', 'Parent'],
        ['placeholder', '[Name of child]', 'Other child']
      ]
    }
  ),
  made(
    'slots typed as text',
    [
      p('In the Family Court at <<courtName>>'),
      p('<w:r><w:t>&lt;&lt;cs_{hasChildren}&gt;&gt;Children: «ChildName»&lt;&lt;es_&gt;&gt;</w:t></w:r>'),
      p('{{courtName}} and {{?hasChildren}}{{children}}[fullName]{{/hasChildren}}'),
      p('The [mother] [father] [applicant name] shall [insert] by [date].')
    ].join(''),
    [
      'In the Family Court at <<courtName>>',
      '<<cs_{hasChildren}>>Children: «ChildName»<<es_>>',
      '{{courtName}} and {{?hasChildren}}{{children}}[fullName]{{/hasChildren}}',
      'The [mother] [father] [applicant name] shall [insert] by [date].'
    ]
  ),
  made(
    'fields within fields',
    [
      p(
        `${r('A ')}${begin}${instruction(' IF ')}${field('MERGEFIELD Sex', 'F')}${instruction(' = "F" "she" "he" ')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('she')}${end}${r(' said.')}`
      ),
      p(`${r('See ')}${field('REF _Ref1 \\h', 'paragraph 4')}${r(' on page ')}${field('PAGEREF _Ref1', '3')}${r('.')}`),
      p(`${r('Today ')}${simple('DATE \\@ &quot;d MMMM yyyy&quot;', '3 March 2025')}`),
      p(field('HYPERLINK "https://example.org"', 'a web page'))
    ].join(''),
    ['A she said.', 'See paragraph 4 on page 3.', 'Today 3 March 2025', 'a web page'],
    {
      marks: [
        ['generated', 'paragraph 4'],
        ['generated', '3'],
        ['generated', '3 March 2025'],
        ['link', 'a web page']
      ]
    }
  ),
  made(
    'fields that are broken',
    [
      p(`${r('One ')}${begin}${instruction(' PAGE ')}${end}${r('two')}`),
      p(`${r('Three ')}${begin}${instruction(' MERGEFIELD x ')}${r('kept')}${end}${r(' four')}`),
      p(`${r('Five')}${end}${r(' six')}`),
      p(`${r('Seven ')}${begin}${instruction(' QUOTE ')}${r('eight')}`),
      p('Nothing after an open field is lost.')
    ].join(''),
    ['One two', 'Three kept four', 'Five six', 'Seven eight', 'Nothing after an open field is lost.']
  ),
  made(
    'a table of contents',
    {
      body: [
        control(
          '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
          [
            styled('TOCHeading', r('Contents')),
            p(
              `${begin}${instruction(' TOC \\o "1-3" ')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1">${r('Background')}${r('<w:tab/>', '<w:webHidden/>')}${field('PAGEREF _Toc1', '2')}</w:hyperlink>`
            ),
            p(`${r('Recommendations')}${r('<w:tab/>')}${r('9')}`),
            p(end)
          ].join('')
        ),
        styled('Heading1', 'Background'),
        p('Amira lives with her mother.')
      ].join(''),
      styles: styles(
        style('TOCHeading', 'TOC Heading', '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
      )
    },
    ['Contents', 'Background\t2', 'Recommendations\t9', null, 'Background', 'Amira lives with her mother.'],
    {
      headings: [[5, 1]],
      marks: [
        ['generated', 'Contents'],
        ['generated', 'Background\t2'],
        ['generated', 'Recommendations\t9']
      ]
    }
  ),
  made(
    'a form of old with its own boxes',
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/><w:textInput><w:default w:val="default words"/></w:textInput></w:ffData></w:fldChar></w:r>${instruction(' FORMTEXT ')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${bold('typed in')}${end}${r(' done')}`
    ),
    ['typed in done']
  ),
  made(
    'instructions left in a template',
    {
      body: [styled('Guidance', r('Set out here which order the court made.')), p('The court made an order.')].join(''),
      styles: styles(style('Guidance', 'Guidance text'))
    },
    ['Set out here which order the court made.', 'The court made an order.']
  )
]
