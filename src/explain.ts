import {check} from './check.ts'
import type {Lexicon} from './lexicon/lexicon.ts'
import {patternWords} from './lexicon/matcher.ts'
import {wordsOf} from './lexicon/pattern.ts'
import {shownInstead, shownWords} from './lexicon/shown-words.ts'
import {expand} from './lexicon/terms.ts'
import type {AcronymEntry, Dictionaries, Entry, Source, Tier, WordList} from './model/dictionary.ts'
import type {About} from './model/finding.ts'
import type {Result} from './model/result.ts'
import {read} from './read/index.ts'
import {exampleChild, type Rule, type RuleExample} from './rules/rule.ts'

/** What is known of a rule, a word or an acronym, in words: `ourwords explain` and the pages in `docs/` are made of it. */
export interface Explanation {
  /** `jargon`, `jargon/contact`, `unexplained-acronym/IRO`. */
  readonly title: string
  readonly subtitle: string
  readonly parts: readonly Part[]
}

export interface Part {
  /** For a margin: at most seven letters. */
  readonly label: string
  readonly heading: string
  /** One is a paragraph, several are a list. */
  readonly lines: readonly string[]
  readonly examples?: readonly ShownExample[]
}

export interface ShownExample {
  /** One star stands on either side of words that are found. A whole paper has several lines. */
  readonly text: string
  readonly toChild: boolean
  /** What the paper lacks, where that is what is found. */
  readonly lacks: readonly About[]
}

/** In examples one star marks words to be found; two make them bold. */
export const star = /(?<!\*)\*(?!\*)/g

/** How many examples a reader takes in. */
const most = 8

/** Judges one of a rule's examples, by that rule alone. */
export function judgeExample({id}: Rule, example: RuleExample, rules: readonly Rule[], lexicon: Lexicon): Result {
  const {document = 'report', children = [exampleChild], people, text} = example
  return check(read('example.md', new TextEncoder().encode(text.replace(star, ''))), {
    lexicon,
    rules: Object.fromEntries(rules.filter((rule) => rule.id !== id).map((rule) => [rule.id, 'off'] as const)),
    declarations: [{from: 'command-line', declaration: {document, children, ...(people && {people})}}]
  })
}

const cite = (ids: readonly string[], sources: Readonly<Record<string, Source>>): string[] =>
  ids
    .map((id) => sources[id])
    .filter((source) => source !== undefined)
    .map(({title, publisher, year}) => `${title} (${publisher}, ${year})`)

const tiers = {
  replace: 'always spoken of',
  explain: 'spoken of unless the same passage says what it means',
  quiet: 'let pass',
  avoid: 'always spoken of',
  expand: 'spoken of unless it was given in words before',
  ok: 'let pass'
} as const

/** A word of the service may be used where the sentence says it plainly too; words that blame may not. */
const tierOf = ({rule}: WordList, tier: Tier): string =>
  rule === 'jargon' && tier === 'replace'
    ? `${tiers.replace}, unless the same sentence says it in plain words`
    : tiers[tier]

const audiences = {
  letter: 'letters',
  report: 'reports',
  record: 'records',
  supervision: 'supervision records',
  correspondence: 'correspondence'
} as const

const upper = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

const ofEntry = (example: string): ShownExample => {
  const [lead = ''] = /^(?:letter|report):\s*/.exec(example) ?? []
  return {text: example.slice(lead.length), toChild: lead.startsWith('letter'), lacks: []}
}

const ofRule = ({text, document, absent = []}: RuleExample): ShownExample => ({
  text,
  toChild: document?.startsWith('letter') ?? false,
  lacks: absent
})

const finds = ({text, absent = []}: RuleExample): boolean => text.search(star) >= 0 || absent.length > 0

/** The shortest examples, in the order in which they stand. */
function shortest(examples: readonly ShownExample[]): readonly ShownExample[] {
  const chosen = new Set([...examples].sort((a, b) => a.text.length - b.text.length).slice(0, most))
  return examples.filter((example) => chosen.has(example))
}

/** An example of each list's first entry, then of their second ones, until there are enough. */
function fromLists(lists: readonly WordList[], which: 'flags' | 'allows'): readonly ShownExample[] {
  const rows = lists.flatMap(({entries}) => entries.map((entry, row) => ({row, entry})))
  return rows
    .sort((a, b) => a.row - b.row)
    .slice(0, most)
    .flatMap(({entry}) => entry[which].slice(0, 1).map(ofEntry))
}

/** What a finding of the rule says: of the first example that it finds. */
function says(rule: Rule, rules: readonly Rule[], lexicon: Lexicon): readonly string[] {
  const example = rule.examples.find(finds)
  const [finding] = example ? judgeExample(rule, example, rules, lexicon).findings : []
  if (!finding) return []
  const {message, instead} = finding
  return [message, ...instead.map((words) => `Try: ${words}`)]
}

const listsOf = (rule: Rule, {dictionaries}: Lexicon): readonly WordList[] =>
  dictionaries.lists.filter((list) => list.rule === rule.id)

function insteadOf(rule: Rule, lexicon: Lexicon): readonly string[] {
  const {acronyms, sections} = lexicon.dictionaries
  const entries = listsOf(rule, lexicon).flatMap((list) => list.entries)
  if (entries.length > 0)
    return [
      `Each of its ${entries.length} entries has suggestions of its own: ourwords glossary, or ourwords explain WORD.`
    ]
  if (rule.id === 'unexplained-acronym')
    return [
      `What the letters stand for, or in a letter the plain words for it: ${acronyms.length} are known; see ourwords explain IRO.`
    ]
  if (rule.id === 'missing-section')
    return sections.map(
      ({id, instead}) =>
        `${id}: ${instead.join(' ').replaceAll("{child's}", 'the child’s').replaceAll('{child}', 'the child')}`
    )
  return []
}

function accepting(rule: Rule): readonly string[] {
  const off = `For many papers, in ourwords.yaml: “rules: {${rule.id}: off}”, or under “overrides” for some of them.`
  if (!rule.onWords) return [off]
  return [
    'For one paper, in its front matter: “ourwords: {accept: [{term: WORD, why: REASON}]}”.',
    'For many papers, in ourwords.yaml: “accept: [{term: WORD, why: REASON}]”.',
    off
  ]
}

/** What is missing from a whole paper stands nowhere in it, so no comment can stand there either. */
const silencing = ({id, examples}: Rule): readonly string[] =>
  examples.length > 0 && !examples.some(({text}) => text.search(star) >= 0)
    ? []
    : [
        `In Markdown, before the paragraph: <!-- ourwords-disable-next-line ${id} -- the reason -->`,
        `In Word or Writer, in a comment at the paragraph: ourwords-disable-next-line ${id} -- the reason`
      ]

const part = (label: string, heading: string, lines: readonly string[]): Part => ({label, heading, lines})

const found = (examples: readonly ShownExample[]): Part => ({...part('Finds', 'What it finds', []), examples})

const letPass = (examples: readonly ShownExample[]): Part => ({...part('Passes', 'What it lets pass', []), examples})

const filled = (parts: readonly Part[]): readonly Part[] =>
  parts
    .map((each) => ({...each, lines: each.lines.filter((line) => line !== '')}))
    .filter(({lines, examples = []}) => lines.length + examples.length > 0)

const severityOf = ({severity, severityFor = {}}: Rule): string =>
  [
    severity,
    ...Object.entries(severityFor).map(([type, its]) => `in ${audiences[type as keyof typeof audiences]} ${its}`)
  ].join(', ')

/** All that is known of a rule. */
export function explainRule(rule: Rule, rules: readonly Rule[], lexicon: Lexicon): Explanation {
  const lists = listsOf(rule, lexicon)
  const examples = (isFound: boolean): readonly ShownExample[] => [
    ...shortest(rule.examples.filter((example) => finds(example) === isFound).map(ofRule)),
    ...fromLists(lists, isFound ? 'flags' : 'allows')
  ]
  return {
    title: rule.id,
    subtitle: `${rule.title} · ${severityOf(rule)}`,
    parts: filled([
      part('Why', 'Why it matters', [rule.why]),
      part('Fine', 'When it is fine', [rule.fine]),
      part('In', 'Where it speaks', [
        rule.types ? `${upper(rule.types.map((type) => audiences[type]).join(' and '))}.` : 'All papers.'
      ]),
      found(examples(true)),
      letPass(examples(false)),
      part('Says', 'What it says', says(rule, rules, lexicon)),
      part('Instead', 'What to write instead', insteadOf(rule, lexicon)),
      part('Accept', 'How to accept it', accepting(rule)),
      part('Silence', 'How to silence it in one place, with the reason', silencing(rule)),
      part('Source', 'Who says so', cite(rule.sources, lexicon.dictionaries.sources))
    ])
  }
}

function explainEntry(list: WordList, entry: Entry, {sources, words}: Dictionaries): Explanation {
  const name = `${list.rule}/${entry.id}`
  return {
    title: name,
    subtitle: shownWords(entry, patternWords(words), 12),
    parts: filled([
      part('Why', 'Why it matters', [entry.why ?? list.why]),
      part('Instead', 'What to write instead', [shownInstead(entry.instead)]),
      part('Fine', 'When it is fine', [entry.fine ?? '']),
      part('Letter', 'In letters', [tierOf(list, entry.letter)]),
      part('Report', 'In reports', [tierOf(list, entry.report)]),
      found(entry.flags.map(ofEntry)),
      letPass(entry.allows.map(ofEntry)),
      part('Off', 'How to switch it off', [
        `in ourwords.yaml, under rules: “${name}: off”; for one document, in its front matter: “ourwords: {accept: [{term: ${entry.id}, why: REASON}]}”`
      ]),
      part('Source', 'Who says so', cite(entry.sources, sources))
    ])
  }
}

function explainAcronym(entry: AcronymEntry, why: string, sources: Readonly<Record<string, Source>>): Explanation {
  return {
    title: `unexplained-acronym/${entry.acronym}`,
    subtitle: entry.standsFor.join(', or '),
    parts: filled([
      part('Why', 'Why it matters', [why]),
      part('Instead', 'What to say to a child', [entry.plainly ?? '']),
      part('Letter', 'In letters', [tiers[entry.letter]]),
      part('Report', 'In reports', [tiers[entry.report]]),
      found(entry.flags.map(ofEntry)),
      letPass(entry.allows.map(ofEntry)),
      part('Source', 'Who says so', cite(entry.sources, sources))
    ])
  }
}

/** Does an entry find these words, in one of their forms: *kicking off* of *kick off*? */
function findsWords(asked: string, {dictionaries}: Lexicon): (entry: Entry) => boolean {
  const words = wordsOf(asked).join(' ')
  const sets = patternWords(dictionaries.words)
  return (entry) => expand(entry, sets).literals.some((literal) => literal.words.join(' ') === words)
}

/**
 * What is known of a rule, a word or an acronym; none where nothing is.
 * @param asked a rule's id, an entry's id with or without its rule, a term in any form, or an acronym, in any case
 * @param lexicon with the examples of its entries
 */
export function explain(asked: string, rules: readonly Rule[], lexicon: Lexicon): readonly Explanation[] {
  const {lists, acronyms, sources} = lexicon.dictionaries
  const wanted = asked.toLowerCase()
  const rule = rules.find(({id}) => id === wanted)
  if (rule) return [explainRule(rule, rules, lexicon)]
  const why = rules.find(({id}) => id === 'unexplained-acronym')?.why ?? ''
  const entriesThat = (holds: (entry: Entry, list: WordList) => boolean): readonly Explanation[] =>
    lists.flatMap((list) =>
      list.entries.filter((entry) => holds(entry, list)).map((entry) => explainEntry(list, entry, lexicon.dictionaries))
    )
  const exact = entriesThat(({id, terms}, {rule: speaker}) =>
    [id, `${speaker}/${id}`, ...terms].some((name) => name.toLowerCase() === wanted)
  )
  return [
    ...(exact.length > 0 ? exact : entriesThat(findsWords(asked, lexicon))),
    ...acronyms
      .filter(({acronym}) => [acronym, `unexplained-acronym/${acronym}`].some((name) => name.toLowerCase() === wanted))
      .map((entry) => explainAcronym(entry, why, sources))
  ]
}
