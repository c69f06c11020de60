import {bold, change, control, deleted, inserted, made, p, r, styled} from '../make.ts'

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
