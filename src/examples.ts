import {isExplained} from './facts/explained.ts'
import {gather} from './facts/index.ts'
import {findMentions, personsFrom} from './facts/mentions.ts'
import {namedWords} from './facts/named.ts'
import type {Lexicon} from './lexicon/lexicon.ts'
import {tokenize} from './lexicon/tokenize.ts'
import type {AcronymEntry, Entry, SectionWords} from './model/dictionary.ts'
import type {Known} from './model/result.ts'
import type {Span} from './model/span.ts'
import {read} from './read/index.ts'
import {exampleChild} from './rules/rule.ts'
import {unexplainedAcronym} from './rules/unexplained-acronym.ts'

/** An example that does not do what its entry says. */
export interface BrokenExample {
  /** The list's id (`acronyms`, `sections` for those) and the entry's. */
  readonly list: string
  readonly entry: string
  readonly example: string
  readonly problem: string
}

const people = ['Ms Hussain']

/** What is known in the examples of entries. */
const known = (type: 'letter' | 'report'): Known => ({
  type,
  typeFrom: 'command-line',
  kind: null,
  kindFrom: null,
  language: 'en-GB',
  children: [{...exampleChild, from: 'command-line'}],
  people,
  template: false
})

interface Example {
  readonly audience: 'letter' | 'report'
  readonly text: string
  /** Stretches of the text that stood between stars. */
  readonly marked: readonly {readonly start: number; readonly end: number}[]
}

/** Reads an example: `letter:` or `report:` before it, stars round the words that must be found. */
function readExample(example: string, entry: Pick<Entry, 'report'>): Example {
  const lead = /^(letter|report):\s*/.exec(example)
  const audience = (lead?.[1] as 'letter' | 'report' | undefined) ?? (entry.report === 'quiet' ? 'letter' : 'report')
  const pieces = example.slice(lead?.[0].length ?? 0).split('*')
  let text = ''
  const marked: {start: number; end: number}[] = []
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) marked.push({start: text.length, end: text.length + piece.length})
    text += piece
  }
  return {audience, text, marked}
}

/** Whatever has examples, and what it finds in one. */
interface Subject {
  readonly list: string
  readonly entry: string
  readonly flags: readonly string[]
  readonly allows: readonly string[]
  readonly read: (example: string) => Example
  readonly find: (example: Example) => readonly Span[]
}

function ofEntry(lexicon: Lexicon, list: string, entry: Entry): Subject {
  return {
    list,
    entry: entry.id,
    flags: entry.flags,
    allows: entry.allows,
    read: (example) => readExample(example, entry),
    find({text, audience}) {
      const tokens = tokenize(text)
      const mentions = findMentions(tokens, known(audience), lexicon.dictionaries.people)
      const named = namedWords(tokens, mentions)
      return lexicon
        .match(tokens, personsFrom(tokens, mentions, audience === 'letter'), audience)
        .filter((match) => match.entry === entry)
        .filter((match) => !named.subarray(match.from, match.to).every((name) => name === 1))
        .filter((match) => entry[audience] !== 'explain' || !isExplained(tokens, match))
    }
  }
}

/** The facts of an example as a paper of a type or kind. */
const factsOf = (lexicon: Lexicon, text: string, document: string) =>
  gather({
    document: read('example.md', new TextEncoder().encode(text)),
    lexicon,
    declarations: [{from: 'command-line', declaration: {document, people, children: [exampleChild]}}],
    settings: {template: false, includeQuotes: false}
  })

function ofAcronym(lexicon: Lexicon, {acronym, flags, allows}: AcronymEntry): Subject {
  return {
    list: 'acronyms',
    entry: acronym,
    flags,
    allows,
    read: (example) => readExample(example, {report: 'replace'}),
    find: ({text, audience}) =>
      [...unexplainedAcronym.check(factsOf(lexicon, text, audience))].flatMap(({entry, at}) =>
        entry === acronym && at ? at : []
      )
  }
}

/** An example that begins with `# ` is a heading over words that show nothing; any other is prose. */
function ofSection(lexicon: Lexicon, {id, flags, allows}: SectionWords): Subject {
  const {dictionaries} = lexicon
  // Prose is looked at only for what the kind of paper must have; a section that is new may be asked for by none yet.
  const [any] = dictionaries.kinds
  const asking =
    dictionaries.kinds.find(({required}) => required.includes(id)) ?? (any && {...any, id: 'example', required: [id]})
  const kinds = asking ? [asking, ...dictionaries.kinds] : dictionaries.kinds
  const asked: Lexicon = {...lexicon, dictionaries: {...dictionaries, kinds}}
  return {
    list: 'sections',
    entry: id,
    flags,
    allows,
    read: (example) => readExample(example, {report: 'replace'}),
    find({text}) {
      const paper = text.startsWith('# ') ? `# A paper\n\n#${text}\n\nIt rained, and the kettle was on.` : text
      const isShown = factsOf(asked, paper, asking?.id ?? 'report').sections.some(
        (section) => section.id === id && section.words > 0
      )
      return isShown ? [{start: 0, end: text.length}] : []
    }
  }
}

function broken({list, entry, flags, allows, read, find}: Subject): BrokenExample[] {
  const complaints: BrokenExample[] = []
  const complain = (example: string, problem: string) => complaints.push({list, entry, example, problem})
  for (const flag of flags) {
    const example = read(flag)
    const found = find(example)
    const words = found.map(({start, end}) => `“${example.text.slice(start, end)}”`)
    if (found.length === 0) complain(flag, 'is not found')
    else if (example.marked.some((mark) => !found.some(({start, end}) => start === mark.start && end === mark.end)))
      complain(flag, `finds ${words.join(', ')} instead`)
  }
  for (const allow of allows) {
    const example = read(allow)
    for (const {start, end} of find(example)) complain(allow, `finds “${example.text.slice(start, end)}”`)
  }
  return complaints
}

/** Runs the examples of every word, acronym and section: those it must find, exactly as marked, and those it must let pass. */
export function brokenExamples(lexicon: Lexicon): BrokenExample[] {
  const {lists, acronyms, sections} = lexicon.dictionaries
  const subjects = [
    ...lists.flatMap(({id, entries}) => entries.map((entry) => ofEntry(lexicon, id, entry))),
    ...acronyms.map((entry) => ofAcronym(lexicon, entry)),
    ...sections.map((section) => ofSection(lexicon, section))
  ]
  return subjects.flatMap(broken)
}
