import type {Run} from '../../read/docx/runs.ts'
import {encodeText, encodeValue} from '../../read/docx/xml-characters.ts'
import {type Cut, makeBoard, Rank} from './board.ts'
import type {Byline} from './comments.ts'
import type {NextNumber} from './numbers.ts'
import type {Planned} from './plan.ts'
import {endOf, type Replacement, startOf} from './replacement.ts'
import {spellingOf} from './spelling.ts'
import {splice} from './splice.ts'

/**
 * The main part with every comment's markers and every tracked change put in: spliced into its source, so that all
 * around them stays the same text.
 */
export const writeMain = (
  source: string,
  comments: readonly (Planned & {readonly number: number})[],
  byline: Byline,
  next: NextNumber
): string => {
  const {prefix: w, declaration} = spellingOf(source)
  const board = makeBoard(source, (run) => propertiesOf(source, run, next))
  const changed = comments.flatMap(({replacement}) => (replacement ? [replacement] : []))
  for (const {plan, text} of changed) {
    const {pieces, run} = plan
    const attributes = (): string =>
      `${declaration} ${w}id="${next()}" ${w}author="${encodeValue(byline.author)}" ${w}date="${byline.date}"`
    for (const {from, to} of pieces) {
      board.put(from, Rank.deletionStart, `<${w}del${attributes()}>`)
      board.put(to, Rank.deletionEnd, `</${w}del>`)
      board.erase(from.offset, to.offset)
    }
    const last = pieces.at(-1)
    if (text === '' || !last) continue
    const looks = run.properties
      ? withoutFormerLooks(source.slice(run.properties.sourceStart, run.properties.sourceEnd))
      : ''
    const words = `<${w}r>${looks}<${w}t xml:space="preserve">${encodeText(text)}</${w}t></${w}r>`
    board.put(last.to, Rank.insertion, `<${w}ins${attributes()}>${words}</${w}ins>`)
  }
  for (const {anchor, number, replacement} of comments) {
    const mark = (local: string): string => `<${w}${local}${declaration} ${w}id="${number}"/>`
    const reference = `<${w}r${declaration}><${w}commentReference ${w}id="${number}"/></${w}r>`
    const own = replacement?.plan.pieces
    const start = own?.[0]?.from ?? outsideChanges(anchor.start, changed, 'start')
    const end = own?.at(-1)?.to ?? outsideChanges(anchor.end, changed, 'end')
    if (start.offset === end.offset) {
      board.put(start, Rank.comment, mark('commentRangeStart') + mark('commentRangeEnd') + reference)
    } else {
      board.put(start, Rank.commentStart, mark('commentRangeStart'))
      board.put(end, Rank.commentEnd, mark('commentRangeEnd') + reference)
    }
  }
  return splice(source, board.edits())
}

/** A comment that starts or ends among deleted words would be deleted with them. */
function outsideChanges(cut: Cut, changed: readonly {plan: Replacement}[], side: 'start' | 'end'): Cut {
  // Changes do not overlap and come in the order of the document, but a document has few enough to look at each.
  const over = changed.find(({plan}) => startOf(plan) < cut.offset && cut.offset < endOf(plan))
  const edge = side === 'start' ? over?.plan.pieces[0]?.from : over?.plan.pieces.at(-1)?.to
  return edge ?? cut
}

/** A run's looks as a second run needs them: a recorded change of looks must have a number of its own. */
function propertiesOf(source: string, {properties, formattingTracked}: Run, next: NextNumber): string {
  if (!properties) return ''
  const markup = source.slice(properties.sourceStart, properties.sourceEnd)
  if (!formattingTracked) return markup
  return markup.replace(
    /(<(?:[^\s<>/:]+:)?rPrChange(?=\s)[^<>]*?\s(?:[^\s<>/:=]+:)?id\s*=\s*["'])\d+/,
    (_all, before: string) => `${before}${next()}`
  )
}

function withoutFormerLooks(properties: string): string {
  return properties.replace(/<((?:[^\s<>/:]+:)?rPrChange)[\s>][\s\S]*?<\/\1\s*>/, '')
}
