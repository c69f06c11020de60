import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Explanation, explainRule, type Part, type ShownExample} from '../../src/explain.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon, patternWords} from '../../src/lexicon/matcher.ts'
import type {PatternWords} from '../../src/lexicon/pattern.ts'
import {shownInstead, shownWords} from '../../src/lexicon/shown-words.ts'
import type {AcronymEntry, Entry} from '../../src/model/dictionary.ts'
import {rules} from '../../src/rules/index.ts'
import {dictionaryFiles} from '../dictionary-files.ts'

const made = '<!-- Made by `npm run docs` from the rules and the dictionaries. Do not edit. -->\n'

/** Words as they are, whatever Markdown would make of them. */
const literal = (words: string): string => words.replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`)

/** One star on either side of words that are found; two that make words bold in the example itself. */
const withBold = (text: string): string =>
  text
    .split(/(?<!\*)\*(?!\*)/)
    .map((piece, index) => (index % 2 === 1 ? `**${literal(piece)}**` : literal(piece)))
    .join('')

function example({text, toChild, lacks}: ShownExample): string {
  const lead = toChild ? 'In a letter: ' : ''
  if (!text.includes('\n') && lacks.length === 0) return `- ${lead}${withBold(text)}`
  const missing = lacks
    .map(({section, child}) => (section ? `\`${section}\`${child ? ` of ${child}` : ''}` : (child ?? '')))
    .filter((what) => what !== '')
  const says = missing.length > 0 ? `Missing: ${missing.join(', ')}` : `${lead || 'A paper: '}`.trim()
  const paper = text.split('\n').map((line) => `  ${line}`.trimEnd())
  return [`- ${says}`, '', '  ```markdown', ...paper, '  ```', ''].join('\n')
}

/** What stands between angle brackets is code to type. */
const line = (words: string): string =>
  words.replace(/<!--.*-->|ourwords-disable-next-line .*$|“([^”]*[:{][^”]*)”/g, (code, inner) => `\`${inner ?? code}\``)

const body = ({lines, examples}: Part): string =>
  examples
    ? examples.map(example).join('\n')
    : lines.length === 1
      ? line(lines[0] as string)
      : lines.map((each) => `- ${line(each)}`).join('\n')

const rulePage = ({title, subtitle, parts}: Explanation): string =>
  [`${made}# ${title}`, subtitle, ...parts.map((part) => `## ${part.heading}\n\n${body(part)}`)]
    .map((piece) => piece.trimEnd())
    .join('\n\n')
    .concat('\n')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** @param folder where the rules' pages are, from the page that the table stands on */
const rulesTable = (folder: string): string =>
  table(
    ['rule', 'speaks of', 'default'],
    rules.map(({id, title, severity, severityFor = {}}) => [
      `[\`${id}\`](${folder}${id}.md)`,
      literal(title),
      [severity, ...Object.entries(severityFor).map(([type, its]) => `${type}: ${its}`)].join('; ')
    ])
  )

const rulesPage = (): string =>
  `${made}# Rules

The name says what is spoken against. \`ourwords explain RULE\` says the same as these pages.

${rulesTable('')}
`

/** The README with the table of rules as it is now. */
const readme = (root: string): string =>
  readFileSync(join(root, 'README.md'), 'utf8').replace(
    /(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/,
    (_, begin, end) => `${begin}${rulesTable('docs/rules/')}\n${end}`
  )

const tiers = {
  replace: 'always',
  explain: 'unless explained',
  quiet: '–',
  avoid: 'always',
  expand: 'unless given',
  ok: '–'
}

const entryRow =
  (sets: PatternWords) =>
  (entry: Entry): readonly string[] => [
    literal(shownWords(entry, sets, 4)),
    literal(shownInstead(entry.instead)),
    tiers[entry.letter],
    tiers[entry.report]
  ]

const count = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`

function glossaryPage({dictionaries: {lists, words: sets}}: Lexicon): string {
  const entries = lists.reduce((sum, list) => sum + list.entries.length, 0)
  return `${made}# Words

${count(entries, 'entry', 'entries')} in ${count(lists.length, 'list', 'lists')}, as they stand in \`dictionaries/glossary/\`. Each entry has sentences that it must find
and sentences that it must let pass; \`ourwords explain WORD\` shows some of them, with the reason and the source.
*Letter* and *report* say when it speaks there: *always*, *unless explained* in the same passage, or never (–).
Dots (…) stand for more forms than a table can hold; all of them are in the file.

${lists
  .map(
    ({id, title, rule, why, entries: words}) =>
      `## ${title}\n\n[${rule}](rules/${rule}.md), \`${id}.yaml\`. ${why}\n\n${table(
        ['word', 'instead', 'letter', 'report'],
        words.map(entryRow(patternWords(sets)))
      )}`
  )
  .join('\n\n')}
`
}

const acronymRow = ({acronym, standsFor, plainly = '', letter, report}: AcronymEntry): readonly string[] => [
  literal(acronym),
  literal(standsFor.join(', or ')),
  literal(plainly),
  tiers[letter],
  tiers[report]
]

const acronymsPage = ({dictionaries: {acronyms, everyday}}: Lexicon): string =>
  `${made}# Acronyms

${acronyms.length} short forms, as they stand in \`dictionaries/acronyms/\`. *Letter* and *report* say when
[unexplained-acronym](rules/unexplained-acronym.md) speaks of them there: *always*, *unless given* in words at or before the first use, or never (–).
Capitals that are in no list are spoken of too, unless they are a name, a number or one of the ${everyday.length} short forms that
everybody knows (\`dictionaries/everyday.yaml\`).

${table(
  ['letters', 'stand for', 'to a child', 'letter', 'report'],
  [...acronyms].sort((a, b) => (a.acronym < b.acronym ? -1 : 1)).map(acronymRow)
)}
`

/**
 * The pages that rules and dictionaries make, by path below the project's folder.
 * @param root the project's own folder
 */
export function pages(root: string): ReadonlyMap<string, string> {
  const lexicon = makeLexicon(loadDictionaries(dictionaryFiles(root)))
  const explained = rules.map((rule) => {
    const explanation = explainRule(rule, rules, lexicon)
    // A rule that broke on its own example would leave a page that looks whole.
    if (rule.examples.length > 0 && !explanation.parts.some(({label}) => label === 'Says'))
      throw new Error(`${rule.id} says nothing of its own first example`)
    return explanation
  })
  return new Map([
    ...explained.map((each): [string, string] => [`docs/rules/${each.title}.md`, rulePage(each)]),
    ['README.md', readme(root)],
    ['docs/rules/README.md', rulesPage()],
    ['docs/glossary.md', glossaryPage(lexicon)],
    ['docs/acronyms.md', acronymsPage(lexicon)]
  ])
}
