import {readXml, Token, type XmlReader} from '../../read/docx/xml.ts'
import {encodeText, encodeValue} from '../../read/docx/xml-characters.ts'
import {type CommentLine, identitiesIn} from './comment-text.ts'
import type {Spelling} from './spelling.ts'

/** Who speaks: the attributes that comments and tracked changes have in common. */
export interface Byline {
  readonly author: string
  readonly initials: string
  /** ISO 8601, in whole seconds, UTC. */
  readonly date: string
}

/** A comment that stands in a document. */
export interface StandingComment {
  readonly id: string
  readonly author: string
  readonly date: string
  /** Where its element lies in its part's source. */
  readonly start: number
  readonly end: number
  /** The identities of the findings that it is about, `null` where it is not one of ours. */
  readonly identities: readonly string[] | null
  /** The identifiers of its paragraphs, as Word gives them when it saves. */
  readonly paragraphs: readonly string[]
}

export const commentMarkup = (
  {prefix: w, declaration}: Spelling,
  id: number,
  {author, initials, date}: Byline,
  lines: readonly CommentLine[]
): string => {
  const run = (text: string, properties: string): string =>
    `<${w}r>${properties === '' ? '' : `<${w}rPr>${properties}</${w}rPr>`}<${w}t xml:space="preserve">${encodeText(text)}</${w}t></${w}r>`
  const paragraphs = lines.map(({label, text, tail}, index) => {
    const mark = index === 0 ? `<${w}r><${w}annotationRef/></${w}r>` : ''
    const space = label !== undefined && text !== '' ? ' ' : ''
    const look = tail ? `<${w}color ${w}val="767676"/><${w}sz ${w}val="14"/>` : ''
    const bold = label === undefined ? '' : run(oneLine(label) + space, `<${w}b/>`)
    return `<${w}p>${mark}${bold}${text === '' ? '' : run(oneLine(text), look)}</${w}p>`
  })
  return `<${w}comment${declaration} ${w}id="${id}" ${w}author="${encodeValue(author)}" ${w}date="${date}" ${w}initials="${encodeValue(initials)}">${paragraphs.join('')}</${w}comment>`
}

/** A line break or tab in a message or in the document's words would not show in a `w:t`. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** Reads a comments part as far as telling ours from others' needs. */
export const readComments = (source: string): readonly StandingComment[] => {
  const xml = readXml(source)
  const comments: StandingComment[] = []
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.open && xml.name === 'w:comment' && xml.depth === 2) comments.push(readComment(xml))
  }
  return comments
}

function readComment(xml: XmlReader): StandingComment {
  const {start} = xml
  const id = xml.attribute('w:id') ?? ''
  const author = xml.attribute('w:author') ?? ''
  const date = xml.attribute('w:date') ?? ''
  const paragraphs: string[] = []
  let last = ''
  let inText = false
  for (let token = xml.next(); !(token === Token.close && xml.depth === 2); token = xml.next()) {
    if (token === Token.text) {
      if (inText) last += xml.text()
      continue
    }
    inText = token === Token.open && xml.name === 'w:t'
    if (token !== Token.open || xml.name !== 'w:p') continue
    last = ''
    const paragraph = xml.attribute('w14:paraId')
    if (paragraph !== undefined) paragraphs.push(paragraph)
  }
  return {id, author, date, start, end: xml.end, identities: identitiesIn(last), paragraphs}
}
