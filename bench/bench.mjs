// Measures ourwords beside its peers and writes docs/performance.md: npm run bench [-- --quick]
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {chart} from './chart.mjs'
import {letter, report} from './corpus.mjs'
import {bare, ours, oursWithWorkers, peers} from './peers.mjs'
import {inTurn} from './run.mjs'

const quick = process.argv.includes('--quick')
const root = join(import.meta.dirname, '..')
const page = join(root, 'docs', 'performance.md')
const [from, until] = ['<!-- figures -->', '<!-- end of figures -->']

if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  process.stderr.write('The peers are not installed: npm ci --prefix bench\n')
  process.exit(2)
}

const fixed = (number, digits = 2) => (number >= 10 ? number.toFixed(1) : number.toFixed(digits))

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Runs all in turn; gives a row for each, as ratios to the first. */
function compare(tools, paths, rounds) {
  const figures = inTurn(
    tools.map(({command}) => command(paths)),
    rounds,
    folder
  )
  const [first] = figures
  return tools.map(({name}, n) => {
    const {wall, processor, peak} = figures[n]
    return {name, wall: wall / first.wall, processor: processor / first.processor, peak, seconds: wall}
  })
}

const row = ({name, wall, processor, peak}) => [name, fixed(wall), fixed(processor), peak.toFixed(0)]

const folder = mkdtempSync(join(tmpdir(), 'ourwords-bench-'))
try {
  const write = (name, text) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return name
  }
  const say = (what) => process.stderr.write(`${what} …\n`)
  const count = quick ? 20 : 100
  const one = write('letter.md', letter(77))
  mkdirSync(join(folder, 'many'))
  const many = Array.from({length: count}, (_, n) => write(join('many', `report-${n}.md`), report(1000 + n)))

  say('one letter')
  const cold = compare([bare, ours, ...peers], [one], quick ? 3 : 15)
  say(`${count} reports`)
  const throughput = compare([ours, oursWithWorkers, ...peers], many, quick ? 1 : 3)

  let memory = []
  if (!quick) {
    say('1,000 reports')
    mkdirSync(join(folder, 'thousand'))
    const paths = Array.from({length: 1000}, (_, n) => write(join('thousand', `report-${n}.md`), report(5000 + n)))
    memory = compare([ours, oursWithWorkers], paths, 1)
  }

  say('scaling')
  const scale = spawnSync(process.execPath, [join(import.meta.dirname, 'scale.mjs'), ...(quick ? ['--quick'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const scalings = JSON.parse(scale.stdout)

  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim()}), Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`
  const figures = [
    `Measured on ${machine}${quick ? ', quickly: rounds are few and figures coarse' : ''}; medians of runs in turn. Only ratios are worth quoting.`,
    `### One letter of 3 kB, from cold\n\nAs multiples of \`node -e 0\`.`,
    table(['', 'wall', 'processor', 'peak MiB'], cold.map(row)),
    '![One letter, as multiples of node -e 0](performance.svg)',
    `### ${count} reports of 43 kB\n\nAs multiples of ourwords with one worker. A peer above 1 is slower.`,
    table(['', 'wall', 'processor', 'peak MiB'], throughput.map(row)),
    ...(memory.length > 0
      ? ['### 1,000 reports of 43 kB', table(['', 'wall', 'processor', 'peak MiB'], memory.map(row))]
      : []),
    '### Scaling\n\nProcessor time of the library alone, the shortest of some runs, as a multiple of the step before.',
    table(
      ['', 'steps', 'multiples'],
      scalings.map(({what, times}) => [
        what,
        times.map(({size}) => size).join(', '),
        times
          .slice(1)
          .map(({least}, n) => fixed(least / times[n].least))
          .join(', ')
      ])
    )
  ].join('\n\n')
  writeFileSync(join(root, 'docs', 'performance.svg'), chart(cold.slice(1)))
  const before = readFileSync(page, 'utf8')
  const [start, end] = [before.indexOf(from), before.indexOf(until)]
  writeFileSync(page, `${before.slice(0, start + from.length)}\n\n${figures}\n\n${before.slice(end)}`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}
