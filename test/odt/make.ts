import {zip} from '../docx/make.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

const namespaces = [
  `xmlns:office="${oasis}:office:1.0"`,
  `xmlns:text="${oasis}:text:1.0"`,
  `xmlns:table="${oasis}:table:1.0"`,
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:style="${oasis}:style:1.0"`,
  `xmlns:meta="${oasis}:meta:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"'
].join(' ')

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An OpenDocument text: the contents of its body, its automatic and its common styles, and of its master page. */
export const odt = (pieces: {
  readonly body: string
  readonly automatic?: string
  readonly styles?: string
  readonly page?: string
  readonly manifest?: string
  readonly properties?: Readonly<Record<string, string>>
  readonly template?: boolean
}): Uint8Array =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.text${pieces.template ? '-template' : ''}`,
    ...(pieces.properties && {
      'meta.xml': `${declaration}<office:document-meta ${namespaces}><office:meta>${Object.entries(pieces.properties)
        .map(([name, value]) => `<meta:user-defined meta:name="${name}">${value}</meta:user-defined>`)
        .join('')}</office:meta></office:document-meta>`
    }),
    'content.xml': `${declaration}<office:document-content ${namespaces}><office:automatic-styles>${pieces.automatic ?? ''}</office:automatic-styles><office:body><office:text>${pieces.body}</office:text></office:body></office:document-content>`,
    'styles.xml': `${declaration}<office:document-styles ${namespaces}><office:styles>${pieces.styles ?? ''}</office:styles><office:master-styles><style:master-page>${pieces.page ?? ''}</style:master-page></office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">${pieces.manifest ?? ''}</manifest:manifest>`
  })
