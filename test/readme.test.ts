import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {rules} from '../src/rules/index.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const environment = {...process.env, CI: '', NO_COLOR: '1'}
const {CI: _ci, ...outsideCi} = environment

/** The code blocks of a language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) =>
    (code as string).trim()
  )

const defaultOf = ({severity, severityFor = {}}: (typeof rules)[number]): string =>
  [severity, ...Object.entries(severityFor).map(([type, own]) => `${type}: ${own}`)].join('; ')

test('the first command ends with findings, and what it shows is what the page shows', () => {
  const [command = ''] = blocks('sh')
  const run = command.replace(/^npm ci && /, '')
  expect(run).not.toBe(command)
  const [program = '', ...args] = run.split(' ')
  expect(program).toBe('node')
  const {stdout, status} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8', env: outsideCi})
  expect(status).toBe(1)
  for (const sample of blocks('text')) expect(stdout).toContain(sample)
})

test('the second command is one that npm knows and that runs the tests', () => {
  expect(blocks('sh')[1]).toBe('npm cit')
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.test).toContain('vitest run')
})

test('every page and picture that it leads to is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target as string)
    .filter((target) => !/^https?:/.test(target))
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
})

test('the table of rules is the rules', () => {
  const [, table = ''] = /<!-- rules -->\n([\s\S]*?)<!-- \/rules -->/.exec(readme) ?? []
  const wanted = [
    '| rule | speaks of | default |',
    '| --- | --- | --- |',
    ...rules.map((rule) => `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.title} | ${defaultOf(rule)} |`)
  ]
  expect(table.trim().split('\n')).toEqual(wanted)
})

test('every option that it names is one that the program knows', () => {
  const named = new Set([...readme.matchAll(/`[^`\n]*?(--[a-z-]+)/g)].map(([, option]) => option as string))
  const help = ['check', 'review', 'baseline']
    .map((command) =>
      execFileSync(process.execPath, ['bin/ourwords.js', command, '--help'], {
        cwd: root,
        encoding: 'utf8',
        env: outsideCi
      })
    )
    .join('')
  expect([...named].filter((option) => !help.includes(option))).toEqual([])
})
