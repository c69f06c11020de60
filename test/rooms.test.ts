import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../src/rules/index.ts'

const src = join(import.meta.dirname, '..', 'src')

/** What each room may import of the others; files at the top of `src` are the doors and may import every room but `cli`. */
const doors: Readonly<Record<string, readonly string[]>> = {
  model: [],
  read: ['model'],
  lexicon: ['model', 'read/yaml'],
  facts: ['model', 'lexicon'],
  rules: ['model', 'facts', 'lexicon'],
  findings: ['model', 'facts', 'lexicon', 'rules/rule', 'read/positions'],
  report: ['model', 'read/positions', 'write/text'],
  write: ['model', 'read', 'findings', 'report/place'],
  cli: ['model', 'read', 'lexicon', 'facts', 'rules', 'findings', 'report', 'write', '']
}

const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'))

const importsOf = (path: string): string[] =>
  [...readFileSync(join(src, path), 'utf8').matchAll(/(?:\bfrom |\bimport\(|\bimport )'([^']+)'/g)].map(
    ([, target]) => target as string
  )

describe.each(Object.keys(doors))('%s', (room) => {
  const own = files.filter((path) => path.startsWith(`${room}/`))

  test('imports only what its doors allow', () => {
    const outside = own.flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('.') && target.endsWith('.ts'))
        .map((target) => relative(src, resolve(join(src, path), '..', target)).replace(/\.ts$/, ''))
        .filter((target) => !target.startsWith(`${room}/`))
        .filter(
          (target) =>
            !doors[room]?.some((door) =>
              door === '' ? !target.includes('/') : target === door || target.startsWith(`${door}/`)
            )
        )
        .map((target) => `${path} imports ${target}`)
    )
    expect(outside).toEqual([])
  })

  test.skipIf(room === 'cli')('knows nothing of Node', () => {
    expect(
      own.flatMap((path) =>
        importsOf(path)
          .filter((target) => target.startsWith('node:'))
          .map((target) => `${path} imports ${target}`)
      )
    ).toEqual([])
  })
})

test('every rule has a file of its name, and every file of a rule is in the list', () => {
  const ids = rules.map(({id}) => id)
  const named = files
    .filter((path) => path.startsWith('rules/') && /\bid: '/.test(readFileSync(join(src, path), 'utf8')))
    .map((path) => path.slice('rules/'.length, -3))
  expect([...ids].sort()).toEqual(named.sort())
})
