import type {Inflate} from '../../read/docx/inflate.ts'
import {contentTypesPart, openPackage, type Package, relationsPart} from '../../read/docx/package.ts'
import {defaultLimits, type Limits} from '../../read/docx/package-limits.ts'
import {encodePart} from '../../read/docx/package-text.ts'
import {readXml, Token} from '../../read/docx/xml.ts'
import {readComments, type StandingComment} from './comments.ts'
import {noComments, withoutPartType, withoutRelations} from './package-parts.ts'
import {childrenOf, without, withoutOurEnd} from './root.ts'
import {heal, withdraw} from './withdraw.ts'
import {rewriteZip, type ZipChanges} from './zip-write.ts'

/** A document without our review, and what there was of it. */
export interface Stripped {
  /** The very bytes that were given where nothing in them was ours. */
  readonly bytes: Uint8Array
  /** Comments taken out. */
  readonly comments: number
  /** Tracked changes taken out, the words being again what they were; what is deleted and what stands for it are one. */
  readonly changes: number
  /** Comments left in because somebody answered them. */
  readonly answered: number
}

/**
 * Takes out the comments and tracked changes that `review` wrote, whoever their author was called. In a file that no
 * other program has saved since, every part is then again what it was, byte for byte. A comment of ours that somebody
 * replied to, or wrote on in, is theirs now and stays. Throws `Fault` as reading does.
 */
export const strip = (
  bytes: Uint8Array,
  options: {readonly limits?: Partial<Limits>; readonly inflate?: Inflate} = {}
): Stripped => {
  const pack = openPackage(bytes, {...defaultLimits, ...options.limits}, options.inflate)
  const {changes, parts, removed, kept} = withoutReview(pack, 'answered')
  return {
    bytes: parts.size === 0 ? bytes : rewriteZip(pack.zip, parts),
    comments: removed,
    changes,
    answered: kept.length
  }
}

/**
 * What becomes of a package's parts when our review is taken out, but for comments that were answered (or resolved).
 * `kept` are those.
 */
export const withoutReview = (
  pack: Package,
  keep: 'answered' | 'answered-or-resolved'
): {parts: ZipChanges; removed: number; changes: number; kept: readonly StandingComment[]} => {
  const parts = new Map<string, Uint8Array | null>()
  const commentsPart = pack.related('comments')[0]
  const comments = commentsPart === undefined ? null : pack.text(commentsPart)
  const ours = comments === null ? [] : readComments(comments.source).filter(({identities}) => identities !== null)
  const conversations = readConversations(pack)
  const kept = ours.filter(({paragraphs}) =>
    paragraphs.some((id) => conversations.answered.has(id) || (keep !== 'answered' && conversations.resolved.has(id)))
  )
  const taken = ours.filter((comment) => !kept.includes(comment))
  if (commentsPart !== undefined && comments !== null && taken.length > 0) {
    const left = without(comments.source, taken)
    if (left === noComments(pack.strict)) withoutCommentsPart(pack, commentsPart, parts)
    else parts.set(commentsPart, encodePart(withoutOurEnd(left), comments.encoding))
    withoutConversations(pack, new Set(taken.flatMap(({paragraphs}) => paragraphs)), parts)
  }
  const changes = withdrawFromMain(pack, ours, taken, parts)
  return {parts, removed: taken.length, changes, kept}
}

/** The name that we write under unless told otherwise. */
export const ourName = 'ourwords'

function withdrawFromMain(
  pack: Package,
  ours: readonly StandingComment[],
  taken: readonly StandingComment[],
  parts: Map<string, Uint8Array | null>
): number {
  const main = pack.text(pack.mainPart)
  if (ours.length === 0 && !main.source.includes(`"${ourName}"`)) return 0
  // Without a date (Word takes dates away where a document is set to hide its authors) nobody is told from anybody.
  const bylines = new Set(ours.filter(({date}) => date !== '').map(({author, date}) => `${author}\n${date}`))
  const withdrawn = withdraw(main.source, readXml(main.source, pack.limits), {
    comments: new Set(taken.map(({id}) => id)),
    isChange: (author, date) => author === ourName || bylines.has(`${author}\n${date}`)
  })
  if (taken.length === 0 && withdrawn.changes === 0) return 0
  const source = taken.length === ours.length ? heal(withdrawn.source) : withdrawn.source
  parts.set(pack.mainPart, encodePart(source, main.encoding))
  return withdrawn.changes
}

function withoutCommentsPart(pack: Package, part: string, parts: Map<string, Uint8Array | null>): void {
  parts.set(part, null)
  const types = pack.text(contentTypesPart)
  parts.set(entryName(pack, contentTypesPart), encodePart(withoutPartType(types.source, part), types.encoding))
  const relationsName = relationsPart(pack.mainPart)
  const relations = pack.text(relationsName)
  const ids = pack.relations(pack.mainPart).flatMap((relation) => (relation.part === part ? [relation.id] : []))
  const left = withoutRelations(relations.source, new Set(ids))
  parts.set(entryName(pack, relationsName), left === null ? null : encodePart(left, relations.encoding))
}

/** A part's name as the archive spells it. */
export const entryName = (pack: Package, part: string): string => pack.zip.find(part)?.name ?? part

/** Which comments were answered or resolved, by the identifier of their last paragraph: Word writes that beside them. */
function readConversations(pack: Package): {answered: ReadonlySet<string>; resolved: ReadonlySet<string>} {
  const answered = new Set<string>()
  const resolved = new Set<string>()
  for (const part of pack.related('commentsExtended')) {
    const xml = pack.xml(part)
    for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
      if (token !== Token.open || xml.name !== 'w15:commentEx') continue
      const parent = xml.attribute('w15:paraIdParent')
      if (parent !== undefined) answered.add(parent)
      if (/^(?:1|true|on)$/.test(xml.attribute('w15:done') ?? '')) resolved.add(xml.attribute('w15:paraId') ?? '')
    }
  }
  return {answered, resolved}
}

/** Takes what Word wrote about those paragraphs of comments out of its parts beside the comments. */
function withoutConversations(
  pack: Package,
  paragraphs: ReadonlySet<string>,
  parts: Map<string, Uint8Array | null>
): void {
  if (paragraphs.size === 0) return
  const durable = new Set<string>()
  for (const kind of ['commentsExtended', 'commentsIds', 'commentsExtensible']) {
    for (const part of pack.related(kind)) {
      const {source, encoding} = pack.text(part)
      const spans = childrenOf(source, (attributes) => {
        const byLocalName = (local: string) => attributes.find(({name}) => name.endsWith(local))?.value
        const durableId = byLocalName('durableId') ?? ''
        const isOurs = paragraphs.has(byLocalName('paraId') ?? '') || durable.has(durableId)
        if (isOurs && durableId !== '') durable.add(durableId)
        return isOurs
      })
      if (spans.length > 0) parts.set(part, encodePart(without(source, spans), encoding))
    }
  }
}
