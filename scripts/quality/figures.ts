import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {brokenExamples} from '../../src/examples.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import type {Entry} from '../../src/model/dictionary.ts'
import {dictionaryFiles} from '../dictionary-files.ts'
import {readSet} from './labelled.ts'
import {type Agreement, agreement, type Graded} from './reading-ages.ts'
import {type Judged, judgeSet, type Score, scoresOf} from './score.ts'

/** The examples of one rule's entries. */
interface ExampleFigures {
  readonly entries: number
  readonly flags: number
  readonly allows: number
  readonly broken: number
}

/** Everything that is measured. */
export interface Figures {
  /** By set: the project's own, and `development` where that is at hand. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, Score>>>>
  readonly examples: Readonly<Record<string, ExampleFigures>>
  readonly reading: Agreement
}

/** What may not get worse: by set and family, precision and recall over so many items. */
export interface Recorded {
  readonly sets: Readonly<
    Record<
      string,
      Readonly<Record<string, {readonly items: number; readonly precision: number; readonly recall: number}>>
    >
  >
  readonly reading: {readonly correlation: number; readonly withinAYear: number}
}

/** Precision and recall by set and family, as first counted. */
export type First = Readonly<
  Record<string, Readonly<Record<string, {readonly precision: number; readonly recall: number}>>>
>

/** Where labelled sets may lie, from the project's own folder. The last is not part of the project. */
const folders = {
  quality: 'quality',
  second: 'quality/second',
  third: 'quality/third',
  fourth: 'quality/fourth',
  fifth: 'quality/fifth',
  sixth: 'quality/sixth',
  seventh: 'quality/seventh',
  eighth: 'quality/eighth',
  ninth: 'quality/ninth',
  tenth: 'quality/tenth',
  eleventh: 'quality/eleventh',
  twelfth: 'quality/twelfth',
  glossary: 'quality/glossary',
  development: '../shared/eval'
}

/**
 * Measures the program as it stands in the tree.
 * @param root the project's own folder
 */
export function measure(root: string): {readonly figures: Figures; readonly judged: readonly Judged[]} {
  const lexicon = makeLexicon(loadDictionaries(dictionaryFiles(root)))
  const all: Judged[] = []
  const sets: Record<string, Readonly<Record<string, Score>>> = {}
  for (const [name, folder] of Object.entries(folders)) {
    const set = readSet(join(root, folder))
    if (!set) continue
    const judged = judgeSet(set, lexicon)
    sets[name] = scoresOf(judged)
    all.push(...judged)
  }
  const graded: readonly Graded[] = parse(readFileSync(join(root, 'test/facts/graded-passages.yaml'), 'utf8'))
  return {figures: {sets, examples: examplesOf(lexicon), reading: agreement(graded, lexicon)}, judged: all}
}

function examplesOf(lexicon: Lexicon): Figures['examples'] {
  const {lists, acronyms, sections} = lexicon.dictionaries
  const groups: readonly {rule: string; list: string; entries: readonly Pick<Entry, 'flags' | 'allows'>[]}[] = [
    ...lists.map(({rule, id, entries}) => ({rule, list: id, entries})),
    {rule: 'unexplained-acronym', list: 'acronyms', entries: acronyms},
    {rule: 'missing-section', list: 'sections', entries: sections}
  ]
  const broken = brokenExamples(lexicon)
  const found: Record<string, ExampleFigures> = {}
  for (const {rule, list, entries} of groups) {
    const before = found[rule] ?? {entries: 0, flags: 0, allows: 0, broken: 0}
    found[rule] = {
      entries: before.entries + entries.length,
      flags: entries.reduce((sum, {flags}) => sum + flags.length, before.flags),
      allows: entries.reduce((sum, {allows}) => sum + allows.length, before.allows),
      broken: before.broken + broken.filter((each) => each.list === list).length
    }
  }
  return found
}

/** What to record of figures: each the better of what it was and what it is; anew where the items are others. */
export function record({sets, reading}: Figures, before: Recorded): Recorded {
  const raised: Record<string, Recorded['sets'][string]> = {...before.sets}
  for (const [set, scores] of Object.entries(sets)) {
    raised[set] = Object.fromEntries(
      Object.entries(scores).map(([family, {items, precision, recall}]) => {
        const was = before.sets[set]?.[family]
        if (was?.items !== items) return [family, {items, precision, recall}]
        return [family, {items, precision: Math.max(precision, was.precision), recall: Math.max(recall, was.recall)}]
      })
    )
  }
  return {
    sets: raised,
    reading: {
      correlation: Math.max(reading.correlation, before.reading.correlation),
      withinAYear: Math.max(reading.withinAYear, before.reading.withinAYear)
    }
  }
}

/**
 * Every figure that is worse than the recorded one, in words, and every family whose items are not those that were
 * recorded; a set that is not at hand is passed over.
 */
export function fallen({sets, examples, reading}: Figures, recorded: Recorded): string[] {
  const worse: string[] = []
  const compare = (what: string, is: number, was: number) => {
    if (is < was) worse.push(`${what}: ${is}, recorded ${was}`)
  }
  for (const [set, scores] of Object.entries(sets)) {
    const before = recorded.sets[set] ?? {}
    for (const family of new Set([...Object.keys(before), ...Object.keys(scores)])) {
      const [is, was] = [scores[family], before[family]]
      if (!is || is.items !== was?.items) {
        worse.push(
          `${set}, ${family}: ${is?.items ?? 0} items, recorded ${was?.items ?? 0}; run: npm run quality -- --record`
        )
        continue
      }
      compare(`${set}, ${family}, precision`, is.precision, was.precision)
      compare(`${set}, ${family}, recall`, is.recall, was.recall)
    }
  }
  for (const [rule, {broken}] of Object.entries(examples)) {
    if (broken > 0) worse.push(`${rule}: ${broken} broken examples; run: ourwords glossary test`)
  }
  compare('reading ages, correlation', reading.correlation, recorded.reading.correlation)
  compare('reading ages, within a year', reading.withinAYear, recorded.reading.withinAYear)
  return worse
}
