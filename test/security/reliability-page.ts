import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Reporter, TestCase, TestModule} from 'vitest/node'
import type {Tally} from './tally.ts'

const root = join(import.meta.dirname, '..', '..')
const read = <Value>(name: string): Value => JSON.parse(readFileSync(join(root, 'test', 'security', name), 'utf8'))

const sums = [
  'tried',
  'read',
  'refused',
  'faults',
  'survived',
  'lost',
  'searched',
  'leaks'
] as const satisfies readonly (keyof Tally)[]

const about: Readonly<Record<string, string>> = {
  'packages.test.ts':
    'Word files made to do harm: bombs, forged and overlapping archives, entities, circles, names that lead out',
  'text-files.test.ts': 'Text, YAML, names, links, pipes and devices made to do harm',
  'bounds.test.ts': 'Papers that take too long, workers that nothing wakes, more findings than anybody reads',
  'output.test.ts': 'Escapes, commands and markup in words, names and options, through every report',
  'growth.test.ts': 'Long files, held to processor time',
  'patterns.test.ts': 'Patterns of users, on text made to keep them busy, counted in words looked at',
  'integrity.test.ts':
    'Kills, full disks, folders that may only be read, closed and slow pipes, two runs at once, a spoilt cache',
  'privacy.test.ts': 'Thirty canaries through every report, command and mistake',
  'network.test.ts': 'Every command without a network, its sockets watched',
  'silent.test.ts': 'Rules that break, and what is not read, in every report',
  'supply.test.ts': 'What it is made of',
  'fuzz.test.ts': 'Random files, a few of each kind at every test'
}

interface Family {
  readonly read: number
  readonly refused: number
}

const number = (amount: number | undefined): string => (amount === undefined ? '' : amount.toLocaleString('en-GB'))
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`

function threats(tests: readonly TestCase[]): Map<string, {tests: number; passed: number}> {
  const found = new Map<string, {tests: number; passed: number}>()
  for (const test of tests) {
    for (const id of new Set(test.fullName.match(/\bT\d\d\b/g))) {
      const sum = found.get(id) ?? {tests: 0, passed: 0}
      found.set(id, {tests: sum.tests + 1, passed: sum.passed + (test.result().state === 'passed' ? 1 : 0)})
    }
  }
  return found
}

function page(modules: readonly TestModule[]): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const total: Record<string, number> = Object.fromEntries(sums.map((name) => [name, 0]))
  let areas = ''
  for (const module of [...modules].sort((a, b) => a.moduleId.localeCompare(b.moduleId))) {
    const name = module.moduleId.replace(/^.*\//, '')
    const own = [...module.children.allTests()]
    const tally: Record<string, number | undefined> = {}
    for (const test of own)
      for (const sum of sums) {
        const amount = test.meta().tally?.[sum]
        if (amount === undefined) continue
        tally[sum] = (tally[sum] ?? 0) + amount
        total[sum] = (total[sum] ?? 0) + amount
      }
    const passed = own.filter((test) => test.result().state === 'passed').length
    areas += row([about[name] ?? name, `${passed} of ${own.length}`, ...sums.map((sum) => number(tally[sum]))])
  }
  const fuzz = read<{minutes: number; families: Record<string, Family>}>('fuzz/record.json')
  const families = Object.entries(fuzz.families)
  const random = families.reduce((sum, [, {read, refused}]) => sum + read + refused, 0)
  const seen = read<{threat: string; what: string; noticed: string}[]>('seen-to-fail.json')
  const byThreat = [...threats(tests)].sort(([a], [b]) => a.localeCompare(b))
  return [
    '<!-- Written by `npm run reliability`. Do not edit. -->\n# What was tried to break ourwords\n\n',
    'Each figure comes from the tests that were run to write this page, which is written only when all of them pass. “Refused” means one line that says why, status 2, no ',
    'stack trace and nothing of the file; “survived” means that every file that was there before was there after, whole.\n\n',
    `**Files and texts tried: ${number((total.tried ?? 0) + random)}. Faults injected: ${number(total.faults)}, survived: ${number(total.survived)}. Documents lost: ${number(total.lost)}. Leaks: ${number(total.leaks)}.**\n\n`,
    row(['what', 'tests passed', 'tried', 'read', 'refused', 'faults', 'survived', 'lost', 'searched', 'leaks']),
    row(['---', '---', ...sums.map(() => '---:')]),
    areas,
    `\n## Random files\n\nFor ${fuzz.minutes} minutes in all (\`npm run fuzz -- --minutes N\`; a seed is printed where one breaks a promise). Every file was read and judged twice, `,
    'reported in every format with and without words, and Word files were reviewed and read again. Nothing but an honest refusal was ',
    'thrown, every place led back to its words, and no report that leaves words out held any.\n\n',
    row(['kind', 'tried', 'read', 'refused']),
    row(['---', '---:', '---:', '---:']),
    ...families.map(([name, {read, refused}]) => row([name, number(read + refused), number(read), number(refused)])),
    '\n## Each threat\n\nThe numbers are those of `test/security/`.\n\n',
    row(['threat', 'tests', 'passed']),
    row(['---', '---:', '---:']),
    ...byThreat.map(([id, {tests: amount, passed}]) => row([id, amount, passed])),
    '\n## Seen to fail\n\nA test that passes without its defence tests nothing. `npm run defences` takes away one defence after another in a copy of ',
    'the project, and looks whether the tests notice.\n\n',
    row(['threat', 'taken away', 'the tests']),
    row(['---', '---', '---']),
    ...seen.map(({threat, what, noticed}) => row([threat, what, noticed])),
    '\nBeyond these there is nothing to take away for T04 and T05, as nothing is ever unpacked and no package in a package is opened, and for T14, as ',
    'entries that are not ours are never written anew. T22 is looked after by `npm run expressions`, which asks recheck about every regular ',
    'expression; the first time it found 44 that could take the square of a text’s length, and none worse. There is no CSV, so T27 does not apply.\n'
  ].join('')
}

/** Writes `docs/reliability.md` when the tests have ended, and only when all have passed: its counts are of promises kept. */
export default class ReliabilityPage implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const kept = modules.every((module) => module.ok() && module.state() === 'passed')
    if (kept) writeFileSync(join(root, 'docs', 'reliability.md'), page(modules))
    else process.stdout.write('docs/reliability.md was not written, as not every test passed\n')
  }
}
