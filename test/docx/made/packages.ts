import {type Made, made, namespaces, p, packageOf, r, styled, styles, zip} from '../make.ts'

const renamed = (xml: string): string =>
  xml
    .replace(/(<\/?)w:/g, '$1ns0:')
    .replace(/\bw:(?=[A-Za-z]+=")/g, 'ns0:')
    .replace('xmlns:w=', 'xmlns:ns0=')

const strict = (xml: string): string =>
  xml
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main'
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships'
    )

const utf16 = (xml: string): Uint8Array =>
  new Uint8Array(Buffer.from(`\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'))

const body = styled('Heading1', 'Background') + p(`${r('Amira’s ')}${r('school', '<w:b/>')}`)
const seen = ['Background', 'Amira’s school']
const headings = [[1, 1]] as const

const strictPackage: Made = {
  name: 'strict namespaces',
  bytes: zip(Object.fromEntries(Object.entries(packageOf({body})).map(([name, xml]) => [name, strict(String(xml))]))),
  seen: {'word/document.xml': seen},
  headings
}

const comment = (id: number, text: string) =>
  `<w:comment w:id="${id}" w:author="A" w:initials="A">${p(`<w:r><w:annotationRef/></w:r>${r(text)}`)}</w:comment>`

/** Packages: encodings, prefixes, names, properties, comments. */
export const packages: readonly Made[] = [
  strictPackage,
  made('another prefix', {body, rewrite: renamed}, seen, {headings}),
  made(
    'no prefix at all',
    {
      body,
      rewrite: (xml) =>
        xml
          .replace(/(<\/?)w:/g, '$1')
          .replace(namespaces, `xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ${namespaces}`)
    },
    seen,
    {headings}
  ),
  made('UTF-16', {body, rewrite: utf16}, seen, {headings}),
  made('a byte-order mark', {body, rewrite: (xml) => `\ufeff${xml}`}, seen, {headings}),
  made('another main part', {body, main: 'document2.xml'}, seen, {headings}),
  made(
    'properties that declare',
    {
      body: p('Dear Amira,'),
      custom: {
        'ourwords.document': 'letter',
        'ourwords.child': 'Amira, she/her, 9',
        'ourwords.people': 'Amir Hussain, Ms Okafor',
        Department: 'Children’s services'
      }
    },
    ['Dear Amira,']
  ),
  made(
    'comments, ours and theirs',
    {
      body: p(
        `<w:commentRangeStart w:id="1"/>${r('The minor')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r(' was ')}<w:commentRangeStart w:id="2"/>${r('seen')}<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>${r('.')}`
      ),
      comments: comment(1, 'ourwords allow unnamed-child: quoted from the order') + comment(2, 'Where?')
    },
    ['The minor was seen.']
  ),
  made(
    'marks that a reader may ignore, and building blocks that are not in the paper',
    {
      body: p(
        `<w14:contentPart w14:bwMode="auto"/>${r('Seen')}<w15:collapsed w15:val="1"/>`,
        '',
        ' w14:paraId="7A2B3C01" w14:textId="77777777"'
      ),
      relationships:
        '<Relationship Id="rId70" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/glossaryDocument" Target="glossary.xml"/>',
      files: {'word/glossary.xml': `<w:glossaryDocument ${namespaces}><w:docParts/></w:glossaryDocument>`}
    },
    ['Seen'],
    {notices: []}
  ),
  made('line ends of Windows in the part', {body: `${p(r('One')).replace('</w:r>', '</w:r>\r\n')}\r\n${p('Two')}`}, [
    'One',
    'Two'
  ]),
  {
    name: 'a template and a document with macros',
    bytes: zip(
      Object.fromEntries(
        Object.entries(packageOf({body, styles: styles()})).map(([name, content]) => [
          name,
          String(content).replace(
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
            'vnd.ms-word.template.macroEnabledTemplate.main+xml'
          )
        ])
      )
    ),
    seen: {'word/document.xml': seen},
    headings
  }
]
