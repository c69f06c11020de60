import {contentTypesPart, type Package, relationsPart} from '../../read/docx/package.ts'
import {packageFault} from '../../read/docx/package-fault.ts'
import {encodePart} from '../../read/docx/package-text.ts'
import {readComments} from './comments.ts'
import {commentsRelation, commentsType, noComments, withPartType, withRelation} from './package-parts.ts'
import {withAtEnd} from './root.ts'
import {type Spelling, spellingOf} from './spelling.ts'
import {entryName} from './strip.ts'

/**
 * Adds comments to the part for comments, or makes that part, with its content type and its relation.
 *
 * @param markup gives the comments as that part spells names
 */
export const addComments = (
  pack: Package,
  markup: (spelling: Spelling) => string,
  parts: Map<string, Uint8Array>
): void => {
  const part = pack.related('comments')[0]
  if (part !== undefined) {
    const {source, encoding} = pack.text(part)
    parts.set(part, encodePart(withAtEnd(source, markup(spellingOf(source))), encoding))
    return
  }
  // A relation to a comments part that is not there: Word does not open such a file either.
  if (pack.relations(pack.mainPart).some(({kind}) => kind === 'comments')) throw packageFault('damaged')
  const folder = pack.mainPart.slice(0, pack.mainPart.lastIndexOf('/') + 1)
  const name = freeName(
    (count) => `comments${count}.xml`,
    (name) => pack.has(folder + name)
  )
  const empty = noComments(pack.strict)
  const types = pack.text(contentTypesPart)
  const relationsName = relationsPart(pack.mainPart)
  const relations = pack.has(relationsName) ? pack.text(relationsName) : null
  const ids = new Set(pack.relations(pack.mainPart).map(({id}) => id))
  const id = freeName(
    (count) => `rIdOurwords${count}`,
    (name) => ids.has(name)
  )
  const related = withRelation(relations?.source ?? null, id, commentsRelation(pack.strict), name)
  parts.set(
    entryName(pack, contentTypesPart),
    encodePart(withPartType(types.source, folder + name, commentsType), types.encoding)
  )
  parts.set(entryName(pack, relationsName), encodePart(related, relations?.encoding ?? {name: 'utf-8', mark: false}))
  parts.set(folder + name, encodePart(withAtEnd(empty, markup(spellingOf(empty))), {name: 'utf-8', mark: false}))
}

/** The first of `name`, `name1`, `name2`, … that is free. */
function freeName(name: (count: string) => string, taken: (name: string) => boolean): string {
  let count = 0
  while (taken(name(count === 0 ? '' : String(count)))) count++
  return name(count === 0 ? '' : String(count))
}

/** How many comments may still be added: Word cannot open a document with more than 32,767, and nobody reads 2,000. */
export const roomForComments = (pack: Package): number => {
  const part = pack.related('comments')[0]
  const standing = part === undefined ? 0 : readComments(pack.text(part).source).length
  return Math.max(0, Math.min(2000, 32_000 - standing))
}
