import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../src/rules/index.ts'

const src = join(import.meta.dirname, '..', 'src')

/** What each room may import of the others, as ARCHITECTURE.md says it; `''` are the doors at the top of `src`. */
const doors: Readonly<Record<string, readonly string[]>> = (() => {
  const page = readFileSync(join(src, '..', 'ARCHITECTURE.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `src\/(\w+)` \|.*\| ([^|]+) \|$/gm)].map(
    ([, room, may]) => [room as string, may as string] as const
  )
  const rooms = rows.map(([room]) => room)
  const open = (may: string): string[] =>
    may === 'nothing' ? [] : may === 'all' ? ['', ...rooms] : may.replace(/`|\([^)]*\)/g, '').split(',')
  return {
    ...Object.fromEntries(rows.map(([room, may]) => [room, open(may).map((door) => door.trim())])),
    '': rooms.filter((room) => room !== 'cli')
  }
})()

const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'))

const importsOf = (path: string): string[] =>
  [...readFileSync(join(src, path), 'utf8').matchAll(/(?:\bfrom |\bimport\(|\bimport )'([^']+)'/g)].map(
    ([, target]) => target as string
  )

test('every room is told of', () => {
  const rooms = readdirSync(src, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  expect(Object.keys(doors).sort()).toEqual(['', ...rooms.map(({name}) => name)].sort())
})

describe.each(Object.keys(doors))('src/%s', (room) => {
  const own = files.filter((path) => (room === '' ? !path.includes('/') : path.startsWith(`${room}/`)))

  test('imports only what its doors allow', () => {
    const outside = own.flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('.') && target.endsWith('.ts'))
        .map((target) => relative(src, resolve(join(src, path), '..', target)).replace(/\.ts$/, ''))
        .filter((target) => (room === '' ? target.includes('/') : !target.startsWith(`${room}/`)))
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
