import type {Sentence} from '../model/tokens.ts'
import type {Facts, Section} from './facts.ts'
import {patternSet, patternSetOf} from './pattern-set.ts'
import {findHeads, type Head} from './section-heads.ts'
import {compileSection, firstMatch} from './section-patterns.ts'
import {findInProse} from './section-prose.ts'
import {makeSubstance} from './substance.ts'

/** The words that a heading of a template counts as having, for a place to write them in is all that a template can give. */
const toBeWritten = 100

/** Finds the sections of a document: by heading, label or table first, and by prose those that these do not give. */
export function findSections(facts: Facts): readonly Section[] {
  const {document, tokens, lexicon, persons, dictionaries, settings} = facts
  const hasSubstance = makeSubstance(tokens, lexicon, persons)
  const substance = new Uint8Array(tokens.count)
  const judged = new Uint8Array(tokens.sentences.length)
  const wordsIn = (ranges: Head['beneath']): number => {
    let words = 0
    for (const [from, to] of ranges) {
      for (let i = from; i < to; i++) {
        const index = tokens.sentence[i] as number
        const sentence = tokens.sentences[index] as Sentence
        if (judged[index] === 0) {
          judged[index] = 1
          // After a label the sentence begins where the label ends.
          if (hasSubstance(from > sentence.from ? {...sentence, from, start: tokens.start[from] as number} : sentence))
            substance.fill(1, Math.max(from, sentence.from), sentence.to)
        }
        words += substance[i] as number
      }
    }
    return words
  }
  const child = childByWord(facts)
  const childIn = ([from, to]: readonly [from: number, to: number]): number | undefined => {
    const named = new Set<number>()
    for (let i = from; i < to; i++) if ((child[i] as number) >= 0) named.add(child[i] as number)
    return named.size === 1 ? [...named][0] : undefined
  }
  const heads = findHeads(document, tokens)
  const compiled = dictionaries.sections.map((section) => compileSection(section, lexicon))
  const found: Section[] = []
  // One walk over each head finds which of all headings it may be; most are none.
  const headings = patternSetOf(
    'headings',
    compiled.map(({words}) => words.headings),
    lexicon
  )
  const owners = compiled.flatMap((section) => section.words.headings.map(() => section))
  const named = heads.map(({from, to}) => {
    const may = new Set([...headings.allWithin(tokens, from, to, persons)].map((index) => owners[index]))
    return compiled
      .filter((each) => may.has(each) && firstMatch(each.headings, each.unless, tokens, from, to, persons) !== null)
      .map(({id}) => id)
  })
  const title = titleAmong(heads, named, facts)
  const columnOf = columnsOfChildren(facts)
  const divided = dividedTables(heads, named)
  for (const [index, head] of heads.entries()) {
    if (head === title) continue
    const {cell} = head
    const inColumns = cell !== undefined && divided.has(cell.table)
    if (inColumns && cell.row === 1 && cell.heads === 'row') continue
    for (const id of named[index] as string[]) {
      // The first column's head may name what the whole table is of: "Child seen | Date | Where".
      const words = wordsIn((inColumns ? undefined : head.whole) ?? head.beneath)
      const about = [[head.from, head.to] as const, ...head.above].map(childIn).find((each) => each !== undefined)
      found.push({
        id,
        by: head.by,
        start: head.start,
        end: head.until,
        head: {start: tokens.start[head.from] as number, end: tokens.end[head.to - 1] as number},
        words: settings.template ? Math.max(words, toBeWritten) : words,
        ...(about !== undefined && {child: about})
      })
      if (cell?.heads === 'row' && cell.row > 1)
        for (const range of head.beneath) {
          const block = tokens.block[range[0]] as number
          const {start, end, cell: under} = document.blocks[block] ?? {}
          const whose = under && columnOf.get(`${under.table}/${under.column}`)
          if (whose === undefined || start === undefined || end === undefined) continue
          found.push({id, by: head.by, start, end, words: wordsIn([range]), child: whose})
        }
    }
  }
  return [...found, ...findInProse(facts, compiled, found, hasSubstance)].sort(
    (a, b) => a.start - b.start || b.end - a.end
  )
}

/** The title of a paper names the paper and no part of it: *Final analysis of the children's guardian*. */
function titleAmong(heads: readonly Head[], named: readonly (readonly string[])[], facts: Facts): Head | undefined {
  const first = heads[0]
  if (first?.by !== 'heading') return undefined
  const {tokens, lexicon, persons, dictionaries} = facts
  const saysWhat = dictionaries.kinds.some(
    ({type, knownBy}) => type !== 'letter' && patternSet(knownBy, lexicon).within(tokens, first.from, first.to, persons)
  )
  const holdsOthers = heads.some(
    (other, n) => other.by === 'heading' && other.above.some(([from]) => from === first.from) && named[n]?.length
  )
  const holdsAll = first.until >= (facts.document.blocks.at(-1)?.end ?? 0)
  return saysWhat || (holdsAll && holdsOthers) ? first : undefined
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

/** For each word the child whom it names, by index; -1 for none. */
function childByWord({tokens, mentions}: Facts): Int16Array {
  const child = new Int16Array(tokens.count).fill(-1)
  for (const mention of mentions) if (mention.who === 'child') child.fill(mention.child ?? -1, mention.from, mention.to)
  return child
}
