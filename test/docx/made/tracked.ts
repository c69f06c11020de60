import {bold, change, control, deleted, inserted, made, p, r, styled, table} from '../make.ts'

const mark = (name: 'ins' | 'del' | 'moveFrom' | 'moveTo') => `<w:rPr>${change(name)}</w:rPr>`
const moved = (name: 'moveFrom' | 'moveTo', content: string) =>
  `<w:${name}RangeStart w:id="20" w:name="move1" w:author="A"/><w:${name} w:id="21" w:author="A">${content}</w:${name}><w:${name}RangeEnd w:id="20"/>`

/** Tracked changes, in the final and in the original view. */
export const tracked = [
  made(
    'tracked insertions and deletions',
    p(`${r('Leo ')}${deleted('presented as')}${inserted('was')}${r(' upset')}${deleted(' at contact')}${r('.')}`),
    ['Leo was upset.'],
    {before: ['Leo presented as upset at contact.'], marks: [['inserted', 'was']]}
  ),
  made(
    'an insertion that was deleted again',
    p(
      `${r('A')}${inserted(`${r('B')}${deleted('C')}`)}${deleted(`<w:r><w:delText>D</w:delText><w:tab/></w:r>`)}${r('E')}`
    ),
    ['ABE'],
    {before: ['AD\tE']}
  ),
  made(
    'moved words',
    p(`${moved('moveFrom', r('First. '))}${r('Second. ')}${moved('moveTo', r('First. '))}`),
    ['Second. First. '],
    {before: ['First. Second. ']}
  ),
  made(
    'a deleted paragraph mark',
    [
      p(`${r('Leo lives with ')}`, mark('del')),
      p('his nan.'),
      p('Amira', mark('moveFrom')),
      p(deleted('all gone'), mark('del')),
      p(' is nine.'),
      p('Last', mark('del'))
    ].join(''),
    ['Leo lives with his nan.', null, 'Amira is nine.', null, null, 'Last'],
    {before: ['Leo lives with ', 'his nan.', 'Amira', 'all gone', ' is nine.', 'Last']}
  ),
  made(
    'an inserted paragraph mark',
    [p('Split ', mark('ins')), p('in two.'), p(inserted('All new.'), mark('ins')), p('End.')].join(''),
    ['Split ', 'in two.', 'All new.', 'End.'],
    {before: ['Split in two.', null, null, 'End.']}
  ),
  made(
    'whole paragraphs deleted before others',
    [p('One.'), p(deleted('Two.'), mark('del')), p(deleted('Three.'), mark('del')), p('Four.')].join(''),
    ['One.', null, null, 'Four.'],
    {before: ['One.', 'Two.', 'Three.', 'Four.']}
  ),
  made(
    'changed formatting',
    p(
      `${r('Bold once', '<w:b w:val="0"/><w:rPrChange w:id="3" w:author="A"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>')}`,
      '<w:pPrChange w:id="4" w:author="A"><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    ) + p('The text goes on here.'),
    ['Bold once', 'The text goes on here.'],
    {headings: [], notices: []}
  ),
  made(
    'changes inside content controls and links',
    [
      control('<w:alias w:val="x"/>', p(`${r('A')}${deleted('B')}${inserted('C')}`)),
      p(
        `<w:hyperlink w:anchor="x">${r('D')}${deleted('E')}</w:hyperlink>${inserted(control('<w:alias w:val="y"/>', r('F')))}`
      ),
      p(deleted(`<w:hyperlink w:anchor="x"><w:r><w:delText>G</w:delText></w:r></w:hyperlink>`) + r('H'))
    ].join(''),
    ['AC', 'DF', 'H'],
    {before: ['AB', 'DE', 'GH']}
  ),
  made(
    'a field whose end was deleted',
    [
      p(
        `${r('On ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>${deleted('<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>1 May</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')}${r(' Leo was seen.')}`
      ),
      p('Nothing after it is lost.')
    ].join(''),
    ['On  Leo was seen.', 'Nothing after it is lost.'],
    {before: ['On 1 May Leo was seen.', 'Nothing after it is lost.']}
  ),
  made(
    'a deleted paragraph mark before a table',
    p('Chronology', mark('del')) + table([[p('Date', mark('del')), 'Event']]) + p('End.'),
    ['Chronology', 'Date', 'Event', 'End.']
  ),
  {
    ...made(
      'a note whose reference was deleted',
      {
        body: p(
          `${r('Leo was seen.')}<w:r><w:footnoteReference w:id="3"/></w:r>${deleted('<w:r><w:footnoteReference w:id="2"/></w:r>')}`
        ),
        footnotes: `<w:footnote w:id="2">${p('Gone with its mark.')}</w:footnote><w:footnote w:id="3">${p('Still there.')}</w:footnote>`
      },
      ['Leo was seen.'],
      {parts: {'word/footnotes.xml': [null, 'Still there.']}}
    ),
    before: {'word/footnotes.xml': ['Gone with its mark.', 'Still there.']}
  },
  made(
    'deleted text that no one tracked',
    p('<w:r><w:t>A</w:t><w:delText>B</w:delText><w:delInstrText>PAGE</w:delInstrText></w:r>'),
    ['A']
  ),
  made(
    'a tracked heading',
    [
      styled('Heading1', `${r('Recommend')}${deleted('s')}${inserted('ations')}`),
      p(bold('Not') + r(' a heading'))
    ].join(''),
    ['Recommendations', 'Not a heading'],
    {before: ['Recommends', 'Not a heading'], headings: [[1, 1]]}
  )
]
