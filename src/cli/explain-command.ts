import type {Explanation, ShownExample} from '../explain.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {terminal} from '../report/escape.ts'
import {wrap} from '../report/layout.ts'
import type {Style} from '../report/style.ts'
import type {Rule} from '../rules/rule.ts'
import {makeConfigs} from './configs.ts'
import type {Words} from './engine.ts'
import type {ExitStatus, Host} from './host.ts'
import {isCi} from './reports.ts'
import {styleFor} from './style.ts'

const margin = 8
/** Examples that a terminal has room for; the pages in docs/ show more. */
const most = 3

/** Everything that can be asked about. */
const names = (rules: readonly Rule[], {dictionaries: {lists, acronyms}}: Words): string[] => [
  ...rules.map(({id}) => id),
  ...lists.flatMap(({entries}) => entries.flatMap(({id, terms}) => [id, ...terms])),
  ...acronyms.map(({acronym}) => acronym)
]

/** Examples longer than this are left to the pages. */
const longest = 200

/** Stars mark the words in an example; the lines of a short paper are parted by strokes. */
const sentences = (examples: readonly ShownExample[]): readonly string[] =>
  examples
    .filter(({text}) => text.length <= longest)
    .slice(0, most)
    .map(({text, toChild}) => {
      const words = text.replace(/(?<!\*)\*(?!\*)/g, '').replace(/\n+/g, ' / ')
      return `${toChild ? 'In a letter: ' : ''}“${words}”`
    })

function inTerminal({title, subtitle, parts}: Explanation, style: Style, width: number): string {
  const indent = ' '.repeat(margin)
  const rows = parts.flatMap(({label, lines, examples = []}) =>
    [...lines, ...sentences(examples)].map((line, n) => [n === 0 ? label : '', line] as const)
  )
  const text = rows.map(
    ([label, line]) => `${style.quiet(label.padEnd(margin))}${wrap(terminal(line), width - margin, indent)}\n`
  )
  return `${style.strong(terminal(title))}\n${wrap(terminal(subtitle), width)}\n\n${text.join('')}\n`
}

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
  const explanations = engine.explain(asked, words.lexicon)
  if (explanations.length === 0) {
    const meant = didYouMean(asked, names(engine.rules, words))
    throw new Fault(
      'unknown-term',
      `Nothing is known of “${asked}”${meant ? `; did you mean “${meant}”?` : '; try: ourwords glossary search WORD'}`
    )
  }
  const style = styleFor(host.stdout, host.env, undefined)
  const width = Math.min(host.stdout.columns ?? 80, 100) - 2
  for (const each of explanations) await host.stdout.write(inTerminal(each, style, width))
  return 0
}
