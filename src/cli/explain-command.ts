import type {AcronymEntry, Entry, Source, WordList} from '../model/dictionary.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {terminal} from '../report/escape.ts'
import {wrap} from '../report/layout.ts'
import type {Rule} from '../rules/rule.ts'
import {makeConfigs} from './configs.ts'
import type {Words} from './engine.ts'
import type {ExitStatus, Host} from './host.ts'
import {isCi} from './reports.ts'
import {styleFor} from './style.ts'

/** What is explained, as rows of a label and its text. */
interface Page {
  readonly title: string
  readonly subtitle: string
  readonly rows: readonly (readonly [label: string, text: string])[]
}

type Sources = Readonly<Record<string, Source>>

const cite = (ids: readonly string[], sources: Sources): string =>
  ids
    .map((id) => sources[id])
    .filter((source) => source !== undefined)
    .map(({title, publisher, year}) => `${title} (${publisher}, ${year})`)
    .join('; ')

const tiers = {
  replace: 'always spoken of',
  explain: 'spoken of unless the same passage says what it means',
  quiet: 'let pass',
  avoid: 'always spoken of',
  expand: 'spoken of unless it was given in words before',
  ok: 'let pass'
} as const

/** Stars mark the words in an example; a reader needs the sentence. */
const sentences = (examples: readonly string[]): string =>
  examples
    .slice(0, 3)
    .map((example) => `“${example.replace(/^(?:letter|report):\s*/, '').replaceAll('*', '')}”`)
    .join('  ')

const rulePage = (rule: Rule, sources: Sources): Page => ({
  title: rule.id,
  subtitle: `${rule.title} · ${rule.severity}${Object.entries(rule.severityFor ?? {})
    .map(([type, severity]) => `, in a ${type} ${severity}`)
    .join('')}`,
  rows: [
    ['Why', rule.why],
    ['Fine', rule.fine],
    ['Source', cite(rule.sources, sources)],
    ['Off', `in ourwords.yaml, under rules: “${rule.id}: off”`]
  ]
})

const entryPage = (list: WordList, entry: Entry, sources: Sources): Page => ({
  title: `${list.rule}/${entry.id}`,
  subtitle: entry.terms.join(', '),
  rows: [
    ['Why', entry.why ?? list.why],
    ['Instead', entry.instead.join(' · ')],
    ['Fine', entry.fine ?? ''],
    ['Letter', tiers[entry.letter]],
    ['Report', tiers[entry.report]],
    ['Finds', sentences(entry.flags)],
    ['Passes', sentences(entry.allows)],
    ['Source', cite(entry.sources, sources)],
    [
      'Off',
      `in ourwords.yaml, under rules: “${list.rule}/${entry.id}: off”; for one document, in its front matter: “ourwords: {accept: [${entry.id}]}”`
    ]
  ]
})

const acronymPage = (entry: AcronymEntry, why: string, sources: Sources): Page => ({
  title: `unexplained-acronym/${entry.acronym}`,
  subtitle: entry.standsFor.join(', or '),
  rows: [
    ['Why', why],
    ['Instead', entry.plainly ?? ''],
    ['Letter', tiers[entry.letter]],
    ['Report', tiers[entry.report]],
    ['Source', cite(entry.sources, sources)]
  ]
})

function find(asked: string, rules: readonly Rule[], {dictionaries}: Words): Page[] {
  const {lists, acronyms, sources} = dictionaries
  const wanted = asked.toLowerCase()
  const rule = rules.find(({id}) => id === wanted)
  if (rule) return [rulePage(rule, sources)]
  const acronymWhy = rules.find(({id}) => id === 'unexplained-acronym')?.why ?? ''
  return [
    ...lists.flatMap((list) =>
      list.entries
        .filter(({id, terms}) => [id, `${list.rule}/${id}`, ...terms].some((name) => name.toLowerCase() === wanted))
        .map((entry) => entryPage(list, entry, sources))
    ),
    ...acronyms
      .filter(({acronym}) => [acronym, `unexplained-acronym/${acronym}`].some((name) => name.toLowerCase() === wanted))
      .map((entry) => acronymPage(entry, acronymWhy, sources))
  ]
}

/** Everything that can be asked about. */
const names = (rules: readonly Rule[], {dictionaries: {lists, acronyms}}: Words): string[] => [
  ...rules.map(({id}) => id),
  ...lists.flatMap(({entries}) => entries.flatMap(({id, terms}) => [id, ...terms])),
  ...acronyms.map(({acronym}) => acronym)
]

/** Why a rule or a term is spoken of, what to write instead, when it is fine, and who says so. */
export async function explain(asked: string | undefined, host: Host): Promise<ExitStatus> {
  const engine = await host.engine()
  const {words} = await makeConfigs(host, engine, {hidden: isCi(host.env), examples: true}).under(host.cwd)
  if (asked === undefined) {
    await host.stdout.write(
      'Ask about a rule or a word: ourwords explain jargon, ourwords explain contact, ourwords explain IRO\n' +
        'All rules: ourwords rules. All words: ourwords glossary.\n'
    )
    return 0
  }
  const pages = find(asked, engine.rules, words)
  if (pages.length === 0) {
    const meant = didYouMean(asked, names(engine.rules, words))
    throw new Fault(
      'unknown-term',
      `Nothing is known of “${asked}”${meant ? `; did you mean “${meant}”?` : '; try: ourwords glossary search WORD'}`
    )
  }
  const style = styleFor(host.stdout, host.env, undefined)
  const width = Math.min(host.stdout.columns ?? 80, 100) - 10
  for (const {title, subtitle, rows} of pages) {
    const lines = rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `${style.quiet(label.padEnd(8))}${wrap(terminal(text), width, '        ')}\n`)
    await host.stdout.write(`${style.strong(terminal(title))}\n${terminal(subtitle)}\n\n${lines.join('')}\n`)
  }
  return 0
}
