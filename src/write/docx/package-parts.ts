import {encodeValue} from '../../read/docx/xml-characters.ts'
import {lowerAscii} from '../../read/docx/zip.ts'
import {childrenOf, withAtEnd, without, withoutOurEnd} from './root.ts'
import {rootPrefix} from './spelling.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const relationsAddress = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** `[Content_Types].xml` with the type of one more part. */
export const withPartType = (types: string, part: string, type: string): string =>
  withAtEnd(
    types,
    `<${rootPrefix(types)}Override PartName="/${encodeValue(part)}" ContentType="${encodeValue(type)}"/>`
  )

export const withoutPartType = (types: string, part: string): string => {
  const name = lowerAscii(`/${part}`)
  const spans = childrenOf(types, (attributes) =>
    attributes.some((attribute) => attribute.name === 'PartName' && lowerAscii(attribute.value) === name)
  )
  return withoutOurEnd(without(types, spans))
}

/** A part's relations (`null` where it has none yet) with one more. */
export const withRelation = (relations: string | null, id: string, type: string, target: string): string => {
  const source = relations ?? noRelations
  return withAtEnd(
    source,
    `<${rootPrefix(source)}Relationship Id="${encodeValue(id)}" Type="${encodeValue(type)}" Target="${encodeValue(target)}"/>`
  )
}

/** A part's relations without those ids; `null` where it had no relations before we gave it one. */
export const withoutRelations = (relations: string, ids: ReadonlySet<string>): string | null => {
  const spans = childrenOf(relations, (attributes) =>
    attributes.some(({name, value}) => name === 'Id' && ids.has(value))
  )
  const left = without(relations, spans)
  return left === noRelations ? null : withoutOurEnd(left)
}

const noRelations = `${declaration}<Relationships xmlns="${relationsAddress}"></Relationships>`

/** A part for comments with none in it. It is how one of ours is told when its last comment is taken out. */
export const noComments = (strict: boolean): string =>
  `${declaration}<w:comments xmlns:w="${strict ? strictAddress : transitionalAddress}"></w:comments>`

const transitionalAddress = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strictAddress = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

export const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

export const commentsRelation = (strict: boolean): string =>
  `${strict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org'}/officeDocument${strict ? '' : '/2006'}/relationships/comments`
