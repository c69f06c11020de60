import {resolve} from 'node:path'
import {patternWords} from '../lexicon/matcher.ts'
import {shownInstead, shownWords} from '../lexicon/shown-words.ts'
import type {Dictionaries} from '../model/dictionary.ts'
import {Fault} from '../model/fault.ts'
import {terminal} from '../report/escape.ts'
import {wrap} from '../report/layout.ts'
import {counted} from '../report/summary.ts'
import {makeConfigs, ownDictionaries} from './configs.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {isCi} from './reports.ts'
import {styleFor} from './style.ts'

/** One word and what is written instead. */
interface Row {
  readonly word: string
  readonly rule: string
  readonly instead: string
  /** All that a search looks at. */
  readonly text: string
}

const margin = '    '

/** How many forms of a word a row has room for. */
const most = 6

function rowsOf({lists, acronyms, words}: Dictionaries): Row[] {
  const sets = patternWords(words)
  return [
    ...lists.flatMap(({rule, entries}) =>
      entries.map((entry) => {
        const {id, terms, instead, why = ''} = entry
        const word = shownWords(entry, sets, most)
        return {
          word,
          rule: `${rule}/${id}`,
          instead: shownInstead(instead),
          text: [id, word, ...terms, ...instead, why].join(' ').toLowerCase()
        }
      })
    ),
    ...acronyms.map(({acronym, standsFor, plainly = ''}) => ({
      word: acronym,
      rule: 'unexplained-acronym',
      instead: standsFor.join(', or '),
      text: [acronym, ...standsFor, plainly].join(' ').toLowerCase()
    }))
  ]
}

async function search(asked: string | undefined, host: Host): Promise<ExitStatus> {
  const engine = await host.engine()
  const {words} = await makeConfigs(host, engine, {hidden: isCi(host.env), examples: true}).under(host.cwd)
  const wanted = asked?.toLowerCase()
  const rows = rowsOf(words.dictionaries).filter(({text}) => wanted === undefined || text.includes(wanted))
  if (rows.length === 0) {
    await host.stdout.write(`No entry says anything of “${terminal(asked ?? '')}”.\n`)
    return 1
  }
  const style = styleFor(host.stdout, host.env, undefined)
  const width = Math.min(host.stdout.columns ?? 80, 100) - margin.length
  const indented = (line: string): string => `${margin}${wrap(terminal(line), width, margin)}\n`
  const text = rows.map(
    ({word, rule, instead}) =>
      `${style.strong(wrap(terminal(word), width, margin))}\n${instead ? indented(instead) : ''}${style.quiet(indented(rule))}`
  )
  const {lists, acronyms} = words.dictionaries
  const entries = lists.reduce((sum, list) => sum + list.entries.length, 0)
  const count =
    wanted === undefined
      ? `${counted(entries, 'entry', 'entries')}, ${counted(acronyms.length, 'acronym')}`
      : counted(rows.length, 'entry', 'entries')
  await host.stdout.write(`${text.join('')}\n${count}\n`)
  return 0
}

/** Files that somebody is writing, as the dictionaries' folder would hold them. */
async function filesOf(paths: readonly string[], {files, cwd, env}: Host): Promise<{path: string; source: string}[]> {
  const own = []
  for (const given of paths) {
    const path = resolve(cwd, given)
    try {
      if ((await files.kind(path)).kind === 'folder')
        own.push(...(await ownDictionaries(files, [path], () => (isCi(env) ? 'a folder' : given))))
      else {
        // What a dictionary file is, its folder says; one outside of any is taken for a word list.
        const [name = '', folder = ''] = path.split(/[\\/]/).reverse()
        const known = ['glossary', 'acronyms', 'kinds'].includes(folder) ? folder : 'glossary'
        own.push({path: `${known}/${name}`, source: new TextDecoder().decode(await files.read(path))})
      }
    } catch (error) {
      const {code, message} = fileFault(error)
      throw new Fault(code, isCi(env) ? message : `${given}: ${message}`)
    }
  }
  return own
}

async function test(paths: readonly string[], host: Host): Promise<ExitStatus> {
  const engine = await host.engine()
  const {words} =
    paths.length > 0
      ? {words: engine.words(await filesOf(paths, host), true)}
      : await makeConfigs(host, engine, {hidden: isCi(host.env), examples: true}).under(host.cwd)
  const broken = engine.brokenExamples(words.lexicon)
  const lines = broken.map(({list, entry, example, problem}) => `${list}/${entry}: “${example}” ${problem}`)
  const {lists, acronyms, sections} = words.dictionaries
  const entries = lists.flatMap((list) => list.entries)
  const examples = [...entries, ...acronyms, ...sections].reduce(
    (sum, {flags, allows}) => sum + flags.length + allows.length,
    0
  )
  const known = [
    counted(entries.length, 'entry', 'entries'),
    counted(acronyms.length, 'acronym'),
    counted(sections.length, 'section')
  ]
  await host.stdout.write(
    `${lines.map((line) => `${terminal(line)}\n`).join('')}${known.join(', ')}; ${counted(examples, 'example')}, ${broken.length} broken\n`
  )
  return broken.length > 0 ? 1 : 0
}

/** Lists the words that are known, searches them, or runs their examples. */
export async function glossary(operands: readonly string[], host: Host): Promise<ExitStatus> {
  const [doing, ...rest] = operands
  if (doing === undefined) return search(undefined, host)
  if (doing === 'search' && rest.length > 0) return search(rest.join(' '), host)
  if (doing === 'test') return test(rest, host)
  throw new Fault('bad-option', 'glossary takes “search WORD” or “test FILES”')
}
