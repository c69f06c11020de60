import {made, p, r, style, styled, styles, t} from '../make.ts'

const lang = (code: string) => `<w:lang w:val="${code}"/>`

/** Characters, runs and the wrappers that hold them. */
export const words = [
  made(
    'smart quotes split across runs',
    p(
      `${r('Amira told me, “I like ')}${r('Nani', '<w:i/>')}${r('’')}${r('s house”. She said it tw')}${r('ice', '<w:b/>')}${r('.')}`
    ),
    ['Amira told me, “I like Nani’s house”. She said it twice.']
  ),
  made(
    'white space in text',
    [
      p('<w:r><w:t>  Leo </w:t></w:r><w:r><w:t xml:space="preserve"> likes school. </w:t></w:r>'),
      p(
        '<w:r><w:t xml:space="default"> Ms Okafor </w:t><w:t xml:space="preserve"> met</w:t></w:r><w:r><w:t>\n  him\n</w:t></w:r>'
      ),
      p('<w:r xml:space="preserve"><w:t> kept </w:t></w:r>'),
      p(r('Ms\u00a0Jones saw 5\u00a0pages.'))
    ].join(''),
    ['Leo likes school. ', 'Ms Okafor methim', ' kept ', 'Ms\u00a0Jones saw 5\u00a0pages.']
  ),
  made(
    'entities and character references',
    p('<w:r><w:t>Tom &amp; Leo &lt;b&gt; said &quot;no&quot; &#8212; &#x1F600; &apos;ok&apos;</w:t></w:r>'),
    ['Tom & Leo <b> said "no" — \u{1F600} \'ok\'']
  ),
  made(
    'character data and comments',
    p(
      '<w:r><w:t>One <![CDATA[& two <three>]]> four<!-- not text --> five<?note not text?> six</w:t></w:r><!-- between runs --><w:r><w:t xml:space="preserve"> seven</w:t></w:r>'
    ),
    ['One & two <three> four five six seven']
  ),
  made(
    'tabs and breaks',
    [
      p(
        '<w:r><w:t>Name:</w:t><w:tab/><w:t>Amira</w:t><w:br/><w:t>Age:</w:t><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/><w:t>9</w:t><w:cr/><w:t>School</w:t></w:r>'
      ),
      p('<w:r><w:t>Before</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>after</w:t></w:r>'),
      p(
        '<w:r><w:t>Left</w:t><w:br w:type="column"/><w:t>right</w:t><w:br w:type="textWrapping" w:clear="all"/><w:t>below</w:t></w:r>'
      ),
      p(
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Tab stops are not tabs.</w:t></w:r>'
      )
    ].join(''),
    ['Name:\tAmira\nAge:\t9\nSchool', 'Before\nafter', 'Left\nright\nbelow', 'Tab stops are not tabs.']
  ),
  made(
    'hyphens and invisible characters',
    [
      p('<w:r><w:t>a well</w:t><w:noBreakHyphen/><w:t>known co</w:t><w:softHyphen/><w:t>operative family</w:t></w:r>'),
      p(r('zero\u200bwidth and soft\u00adhyphen and no\u2011break'))
    ].join(''),
    ['a well\u2011known co\u00adoperative family', 'zero\u200bwidth and soft\u00adhyphen and no\u2011break']
  ),
  made(
    'symbols',
    [
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r><w:r><w:t xml:space="preserve"> Yes </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t xml:space="preserve"> No</w:t></w:r>'
      ),
      p(
        '<w:r><w:t>Leo</w:t><w:sym w:font="Calibri" w:char="2019"/><w:t>s box </w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
      )
    ].join(''),
    ['☐ Yes ☑ No', 'Leo’s box\ufffc']
  ),
  made(
    'what is marked but not written',
    p(
      [
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:permStart w:id="5" w:edGrp="everyone"/>',
        '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">The school </w:t><w:annotationRef/></w:r>',
        '<w:bookmarkEnd w:id="1"/><w:permEnd w:id="5"/><w:customXmlInsRangeStart w:id="6" w:author="A"/><w:customXmlInsRangeEnd w:id="6"/>',
        '<w:commentRangeStart w:id="0"/><w:r><w:t>says he is settled.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:proofErr w:type="spellEnd"/>'
      ].join('')
    ),
    ['The school says he is settled.']
  ),
  made(
    'transparent wrappers',
    [
      p(
        `${r('A')}<w:customXml w:element="x"><w:customXmlPr><w:placeholder w:val="no"/></w:customXmlPr>${r('B')}</w:customXml><w:smartTag w:element="place"><w:smartTagPr><w:attr w:name="n" w:val="v"/></w:smartTagPr>${r('C')}</w:smartTag><w:dir w:val="rtl">${r('D')}</w:dir><w:bdo w:val="ltr">${r('E')}</w:bdo><w:hyperlink w:anchor="_top">${r('F')}</w:hyperlink><w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr><w:rt>${r('over')}</w:rt><w:rubyBase>${r('G')}</w:rubyBase></w:ruby></w:r>${r('H')}`
      ),
      `<w:customXml w:element="block">${p('Inside a block of custom XML.')}</w:customXml>`
    ].join(''),
    ['ABCDEFGH', 'Inside a block of custom XML.'],
    {marks: [['link', 'F']]}
  ),
  made(
    'hidden text',
    {
      body: [
        p(`${r('Seen ')}${r('drafting note do not file', '<w:vanish/>')}${r('again.')}`),
        p(r('All of this is hidden', '<w:vanish w:val="true"/>')),
        p(`${r('Hidden by style', '<w:rStyle w:val="Secret"/>')}${r(' shown')}`),
        styled('HiddenPara', r('Hidden paragraph') + r(' but this is not', '<w:vanish w:val="0"/>')),
        styled('HiddenPara', r(' twice hidden is shown', '<w:rStyle w:val="Secret"/>')),
        p(r('Plain', '<w:webHidden/>'), '<w:rPr><w:vanish/></w:rPr>')
      ].join(''),
      styles: styles(
        style('Secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>', 'character') +
          style('HiddenPara', 'Hidden para', '<w:rPr><w:vanish/></w:rPr>')
      )
    },
    ['Seen again.', null, ' shown', ' but this is not', ' twice hidden is shown', 'Plain'],
    {notices: ['hidden-text']}
  ),
  made(
    'Welsh runs in an English document',
    {
      body: [
        p(`${r('The school is called ')}${r('Ysgol Bryn Coch', lang('cy-GB'))}${r(' and he likes it.')}`),
        p(r('Mae’r llys wedi penderfynu y bydd Leo yn byw gyda’i nain.', lang('cy-GB'))),
        styled('Cymraeg', r('Annwyl Leo, rwy’n ysgrifennu atoch.')),
        p(r('This was typed with another keyboard and is in plain English for all that.', lang('pl-PL'))),
        p(r('American spelling is English too.', lang('en-US')))
      ].join(''),
      styles: styles(style('Cymraeg', 'Cymraeg', `<w:rPr>${lang('cy')}</w:rPr>`))
    },
    [
      'The school is called Ysgol Bryn Coch and he likes it.',
      'Mae’r llys wedi penderfynu y bydd Leo yn byw gyda’i nain.',
      'Annwyl Leo, rwy’n ysgrifennu atoch.',
      'This was typed with another keyboard and is in plain English for all that.',
      'American spelling is English too.'
    ],
    {
      marks: [
        ['foreign', 'Ysgol Bryn Coch', 'cy-GB'],
        ['foreign', 'Mae’r llys wedi penderfynu y bydd Leo yn byw gyda’i nain.', 'cy-GB'],
        ['foreign', 'Annwyl Leo, rwy’n ysgrifennu atoch.', 'cy']
      ],
      notices: ['other-language']
    }
  ),
  made(
    'a paper typed on a Polish keyboard',
    {
      body: [
        styled('Heading1', 'Background'),
        p('Leo lives with his mother and he goes to school.'),
        p('He is seven, and he has a brother who is nine.'),
        p(r('Dziękuję bardzo, powiedziała babcia chłopca.', lang('pl-PL')))
      ].join(''),
      styles: styles('', '<w:lang w:val="pl-PL"/>')
    },
    [
      'Background',
      'Leo lives with his mother and he goes to school.',
      'He is seven, and he has a brother who is nine.',
      'Dziękuję bardzo, powiedziała babcia chłopca.'
    ],
    {
      headings: [[1, 1]],
      marks: [['foreign', 'Dziękuję bardzo, powiedziała babcia chłopca.', 'pl-PL']],
      notices: ['other-language']
    }
  ),
  made(
    'a smile as Word writes it',
    p(
      `${r('Well done ')}<w:r><mc:AlternateContent xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>\u{1F60A}</w:t></mc:Fallback></mc:AlternateContent></w:r>${r(' Leo')}`
    ),
    ['Well done \u{1F60A} Leo'],
    {notices: []}
  ),
  made(
    'what Word puts in by itself in a run',
    p(
      '<w:r><w:dayShort/><w:monthLong/><w:yearShort/><w:pgNum/><w:t>Seen</w:t><w:separator/><w:continuationSeparator/><w:footnoteRef/></w:r>'
    ),
    ['Seen']
  ),
  made(
    'a heading and its text on one line',
    [
      p(r('Wishes and feelings.'), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'),
      p('Leo wants to stay.'),
      p(r('Always hidden', '<w:specVanish/>'))
    ].join(''),
    ['Wishes and feelings.', 'Leo wants to stay.', null],
    {headings: [[1, 2]], notices: ['hidden-text']}
  ),
  made(
    'a paragraph wrongly inside another',
    `<w:p>${r('Outer ')}<w:r>${p('inner')}</w:r>${r('end')}</w:p>${p('After.')}`,
    ['Outer end', 'inner', 'After.']
  ),
  made(
    'mathematics and pictures',
    [
      p(
        `${r('Sum ')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${r(' done ')}<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Picture" descr="A drawing of a house"/></wp:inline></w:drawing></w:r>`
      ),
      p(`<w:r><w:pict><v:shape id="s1"/></w:pict></w:r>${r(' after')}`)
    ].join(''),
    ['Sum \ufffc done \ufffc', '\ufffc after']
  ),
  made(
    'words with two texts in a run',
    p(
      '<w:r><w:t xml:space="preserve">The </w:t><w:t>guard</w:t><w:t>ian</w:t></w:r><w:r/><w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:t/><w:t xml:space="preserve"> came.</w:t></w:r>'
    ),
    ['The guardian came.']
  ),
  made(
    'words that programs trip over',
    p('constructor __proto__ toString hasOwnProperty', '<w:pStyle w:val="__proto__"/>'),
    ['constructor __proto__ toString hasOwnProperty']
  ),
  made('an empty document', [p(), '<w:p/>', p(r(' ')), p('<w:r><w:tab/></w:r>')].join(''), [null, null, null, null], {
    notices: []
  }),
  made('a paragraph without a run', `<w:p>${t('Text that no run holds')}</w:p>${p('Text.')}`, [null, 'Text.'], {
    notices: ['unknown-markup']
  })
]
