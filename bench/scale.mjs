// Times the library itself, with no start of a program in it, on inputs of n, 2n and 4n: node scale.mjs [--quick]
// Each scaling has a process of its own, so that none collects another's garbage.
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {check, lexiconFrom, loadDictionaries, makeLexicon, read} from '../dist/index.js'
import {load, root} from '../scripts/load.mjs'
import {longParagraph, longTable, report} from './corpus.mjs'
import {median} from './run.mjs'

const quick = process.argv.includes('--quick')
/** The scaling to time, when a process is started for one. */
const asked = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length)
const prepared = lexiconFrom(JSON.parse(readFileSync(join(root, 'dist', 'dictionaries.json'), 'utf8')))

const {dictionaryFiles} = await load('scripts/dictionary-files.ts')

/** So many dictionaries in place of one: the same entries with words that no text holds. */
function grown(times) {
  const dictionaries = loadDictionaries(dictionaryFiles(root))
  const lists = Array.from({length: times - 1}, (_, copy) =>
    dictionaries.lists.map((list) => ({
      ...list,
      entries: list.entries.map((entry) => ({
        ...entry,
        id: `${entry.id}-${copy}`,
        terms: entry.terms.map((term) => `${term} zq${copy}`)
      }))
    }))
  )
  return makeLexicon({...dictionaries, lists: [...dictionaries.lists, ...lists.flat()]})
}

const judge = (source, lexicon = prepared) => check(read('draft.md', new TextEncoder().encode(source)), {lexicon})

/** Processor seconds; the shortest of some runs is nearest to what the work itself takes. */
function seconds(work) {
  const runs = Array.from({length: quick ? 3 : 5}, () => {
    const before = process.cpuUsage()
    work()
    const {user, system} = process.cpuUsage(before)
    return (user + system) / 1e6
  })
  return {least: Math.min(...runs), middle: median(runs)}
}

const unit = quick ? 150_000 : 600_000
const several = (count) => Array.from({length: count}, (_, n) => report(500 + n))
const judgeAll = (reports, lexicon) => {
  for (const each of reports) judge(each, lexicon)
}
const scalings = {
  'length of one report': () => [1, 2, 4].map((n) => [`${(n * unit) / 1000} kB`, () => judge(report(7, n * unit))]),
  'number of reports': () => {
    const reports = several(40)
    return [10, 20, 40].map((n) => [`${n} × 43 kB`, () => judgeAll(reports.slice(0, n))])
  },
  'one paragraph': () =>
    [1, 2, 4].map((n) => [`${(n * unit) / 2000} kB`, () => judge(longParagraph(7, (n * unit) / 2))]),
  'rows of one table': () => [1250, 2500, 5000].map((n) => [`${n} rows`, () => judge(longTable(7, n))]),
  'size of the dictionaries': () => {
    const reports = several(10)
    return [1, 10].map((times) => {
      const lexicon = grown(times)
      judgeAll(reports.slice(0, 4), lexicon)
      return [`× ${times}`, () => judgeAll(reports, lexicon)]
    })
  },
  ...(!quick && {
    'up to 10 MB': () => [2.5, 5, 10].map((n) => [`${n} MB`, () => judge(report(9, n * 1e6))])
  })
}

function timesOf(what) {
  const {stdout} = spawnSync(process.execPath, [...process.argv.slice(1), `--only=${what}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return {what, times: JSON.parse(stdout)}
}

if (asked === undefined) process.stdout.write(JSON.stringify(Object.keys(scalings).map(timesOf)))
else {
  for (let seed = 0; seed < 12; seed++) judge(report(seed))
  process.stdout.write(JSON.stringify(scalings[asked]().map(([size, work]) => ({size, ...seconds(work)}))))
}
