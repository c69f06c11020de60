import type {Lexicon} from '../lexicon/lexicon.ts'
import type {Block} from '../model/document.ts'
import {onAsking, oncePer} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {childrenOfHeads, childrensParts, type Whose} from './children-parts.ts'
import type {Facts, Section} from './facts.ts'
import {patternSet, patternSetOf} from './pattern-set.ts'
import {findHeads, type Head, type Words} from './section-heads.ts'
import {firstMatch} from './section-patterns.ts'
import {findInProse} from './section-prose.ts'
import {type HasSubstance, makeSubstance} from './substance.ts'
import {tellsOfAdultsOnly, wishes} from './whose-wishes.ts'

/** The words that a heading of a template counts as having, for a place to write them in is all that a template can give. */
const toBeWritten = 100

/** Finds the sections of a document: by heading, label or table first, and by prose those that these do not give. */
export function findSections(facts: Facts): readonly Section[] {
  const hasSubstance = makeSubstance(facts.tokens, facts.lexicon, facts.persons)
  const {heads, ids, whose, childAt} = headsIn(facts)
  const byHead = findByHead(heads, ids, whose, facts, hasSubstance)
  const inProse = findInProse(facts, byHead, childAt, hasSubstance)
  return [...byHead, ...inProse].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Of each word the one child in whose own part of the paper it stands; -1 where it is for all of several. */
export const childrenAt = (facts: Facts): Int16Array => headsIn(facts).childAt()

/** The heads of a document, the sections that each names, whose they are, and of each word whose part it stands in. */
const headsIn = oncePer((facts: Facts) => {
  const all = findHeads(facts.document, facts.tokens)
  const names = namesOf(all, facts)
  const sure = [...all.keys()].filter((n) => all[n]?.unsure !== true || names[n]?.length !== 0)
  const heads = sure.map((n) => all[n] as Head)
  const ids = sure.map((n) => names[n] as readonly string[])
  const whose = onAsking(() => childrenOfHeads(heads, ids, facts))
  return {heads, ids, whose, childAt: onAsking(() => childrensParts(heads, whose(), facts))}
})

function findByHead(
  heads: readonly Head[],
  named: readonly (readonly string[])[],
  whose: () => readonly Whose[],
  facts: Facts,
  hasSubstance: HasSubstance
): Section[] {
  const {tokens, settings} = facts
  const whoseAt = onAsking(() => new Map(heads.map(({from}, n) => [from, whose()[n]])))
  const title = titleAmong(heads, named, facts)
  const divided = dividedTables(heads, named)
  const wordsIn = countSubstance(tokens, hasSubstance)
  const columnOf = onAsking(() => columnsOfChildren(facts))
  const found: Section[] = []
  for (const [index, head] of heads.entries()) {
    const ids = named[index] as readonly string[]
    if (ids.length === 0 || head === title) continue
    const {by, start, until: end, cell} = head
    const inColumns = cell !== undefined && divided.has(cell.table)
    if (inColumns && cell.row === 1 && cell.heads === 'row') continue
    const beneath = head.beneath()
    // The first column's head may name what the whole table is of: "Child seen | Date | Where".
    const words = wordsIn((inColumns ? undefined : head.whole?.()) ?? beneath)
    const above = head.above.map(([from]) => whoseAt().get(from))
    const child = [whose()[index], ...above].find((each) => typeof each === 'number')
    const inCells = cell?.heads === 'row' && cell.row > 1 ? cellsOfChildren(beneath, columnOf(), facts) : []
    for (const id of ids) {
      if (id === wishes && tellsOfAdultsOnly(beneath, facts, hasSubstance)) continue
      const own = hasOwnWithin(heads, named, index, id) ? wordsIn(beneath.slice(0, 1)) : words
      found.push({
        id,
        by,
        start,
        end,
        head: {start: tokens.start[head.from] as number, end: tokens.end[head.to - 1] as number},
        words: settings.template ? Math.max(own, toBeWritten) : own,
        ...(child !== undefined && {child})
      })
      for (const each of inCells) found.push({id, by, ...each, words: wordsIn([each.range])})
    }
  }
  return found
}

/** *Part C: Conclusion* over *C1 Recommendation* and *C2 Reasons*: what is recommended stands under its own heading or nowhere. */
function hasOwnWithin(
  heads: readonly Head[],
  named: readonly (readonly string[])[],
  index: number,
  id: string
): boolean {
  const {by, until} = heads[index] as Head
  if (by !== 'heading') return false
  for (let n = index + 1; n < heads.length; n++) {
    const inner = heads[n] as Head
    if (inner.by !== 'heading' || inner.start >= until) return false
    if ((named[n] as readonly string[]).includes(id)) return true
  }
  return false
}

const none: readonly string[] = []

/** The patterns over headings of all sections, and of each the section that it names. */
const headingPatterns = oncePer((lexicon: Lexicon) => {
  const {sections} = lexicon.dictionaries
  return {
    set: patternSetOf(
      'headings',
      sections.map(({headings}) => headings),
      lexicon
    ),
    owners: sections.flatMap((section) => section.headings.map(() => section))
  }
})

/** The sections that each head names, by id, in the order of the dictionary. */
function namesOf(heads: readonly Head[], facts: Facts): (readonly string[])[] {
  return heads.map((head) => {
    const named = languagesOf(head, facts.tokens).map((words) => namedBy(words, facts))
    return named.length > 1 ? [...new Set(named.flat())] : (named[0] as readonly string[])
  })
}

/** The sections that a stretch of words names, read as a heading. */
function namedBy([from, to]: Words, {tokens, lexicon, persons, dictionaries}: Facts): readonly string[] {
  const bounds = boundsOf({from, to}, tokens)
  // One walk over each head finds which of all headings it may be; most are none.
  const {set, owners} = headingPatterns(lexicon)
  const here = set.allWithin(tokens, from, to, persons, bounds)
  if (here.size === 0) return none
  const may = new Set([...here].map((index) => owners[index]))
  return dictionaries.sections
    .filter((section) => may.has(section))
    .filter(({headings, unless}) => {
      const excuses = patternSet(unless, lexicon)
      return firstMatch(patternSet(headings, lexicon), excuses, tokens, from, to, persons, bounds) !== null
    })
    .map(({id}) => id)
}

/** A heading after its number, and each side of one in two languages: *Pam? / Why?* */
function languagesOf(head: Head, tokens: Tokens): Words[] {
  const {text, start, end} = tokens
  const {to} = head
  const from = afterNumber(head, tokens)
  const slash = text.slice(start[from], end[to - 1]).indexOf(' / ')
  if (slash < 0) return [[from, to]]
  const at = (start[from] as number) + slash
  let middle = from
  while (middle < to && (start[middle] as number) < at) middle++
  const sides: Words[] = [
    [from, middle],
    [middle, to]
  ]
  return [[from, to], ...sides.filter(([first, last]) => first < last)]
}

/** *F.*, *3.2.*, *(b)* or *Part 4:*, as they stand before a heading's words. */
const numbering = /^(?:(?:part|section|rhan|adran)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})(?:[.):]+|\s[-–—])\s+/i

/** The first word of a heading after whatever numbers it, so that *F. Why* is read as *Why* is. */
function afterNumber({from, to}: Head, {text, start, end}: Tokens): number {
  const first = start[from] as number
  const number = numbering.exec(text.slice(first, end[to - 1]))?.[0].length ?? 0
  let word = from
  while (word < to - 1 && (start[word] as number) < first + number) word++
  return word
}

/** A label that is only part of a sentence is read by itself: what stands beside it in the same sentence is no part of it. */
function boundsOf(
  {from, to}: Pick<Head, 'from' | 'to'>,
  {sentence, sentences}: Tokens
): {from: number; to: number} | undefined {
  const first = sentences[sentence[from] as number] as Sentence
  const last = sentences[sentence[to - 1] as number] as Sentence
  return first.from < from || last.to > to ? {from, to} : undefined
}

/** Counts the words of sentences of substance. */
function countSubstance(tokens: Tokens, hasSubstance: HasSubstance): (ranges: readonly Words[]) => number {
  const substance = new Uint8Array(tokens.count)
  const judged = new Uint8Array(tokens.sentences.length)
  return (ranges) => {
    let words = 0
    for (const [from, to] of ranges)
      for (let i = from; i < to; i++) {
        const index = tokens.sentence[i] as number
        if (judged[index] === 0) {
          judged[index] = 1
          const sentence = tokens.sentences[index] as Sentence
          // After a label the sentence begins where the label ends.
          if (hasSubstance(from > sentence.from ? {...sentence, from, start: tokens.start[from] as number} : sentence))
            substance.fill(1, Math.max(from, sentence.from), sentence.to)
        }
        words += substance[i] as number
      }
    return words
  }
}

/** The cells of a row that stand in a column of one child's. */
function cellsOfChildren(
  cells: readonly Words[],
  columnOf: ReadonlyMap<string, number>,
  {document, tokens}: Facts
): (Span & {readonly child: number; readonly range: Words})[] {
  if (columnOf.size === 0) return []
  return cells.flatMap((range) => {
    const [from, to] = range
    if (from === to) return []
    const {start, end, cell} = document.blocks[tokens.block[from] as number] as Block
    const child = cell && columnOf.get(`${cell.table}/${cell.column}`)
    return child === undefined ? [] : [{start, end, child, range}]
  })
}

/** The title of a paper names the paper and no part of it: *Final analysis of the children's guardian*. */
function titleAmong(heads: readonly Head[], named: readonly (readonly string[])[], facts: Facts): Head | undefined {
  const first = heads[0]
  if (first?.by !== 'heading' || named[0]?.length === 0) return undefined
  const {tokens, lexicon, persons, dictionaries} = facts
  const saysWhat = dictionaries.kinds.some(
    ({type, knownBy}) => type !== 'letter' && patternSet(knownBy, lexicon).within(tokens, first.from, first.to, persons)
  )
  const holdsAll = first.until >= (facts.document.blocks.at(-1)?.end ?? 0)
  const holdsOthers = () =>
    heads.some(({by}, n) => n > 0 && by === 'heading' && (named[n] as readonly string[]).length > 0)
  return saysWhat || (holdsAll && holdsOthers()) ? first : undefined
}

/** Tables whose head row names more than one section, so that each column is a part of its own. */
function dividedTables(heads: readonly Head[], named: readonly (readonly string[])[]): ReadonlySet<number> {
  const columns = new Map<number, number>()
  for (const [n, {cell}] of heads.entries())
    if (cell?.heads === 'column' && cell.row === 1 && named[n]?.length)
      columns.set(cell.table, (columns.get(cell.table) ?? 0) + 1)
  return new Set([...columns].filter(([, count]) => count > 1).map(([table]) => table))
}

/** Columns that one child's name heads, by `table/column`. */
function columnsOfChildren({document, tokens, mentions}: Facts): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const shared = new Set<string>()
  for (const {who, child, from} of mentions) {
    const cell = document.blocks[tokens.block[from] as number]?.cell
    if (who !== 'child' || child === undefined || cell?.row !== 1) continue
    const key = `${cell.table}/${cell.column}`
    if ((found.get(key) ?? child) !== child) shared.add(key)
    found.set(key, child)
  }
  for (const key of shared) found.delete(key)
  return found
}
