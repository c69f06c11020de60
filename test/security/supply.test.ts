import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {root} from './run.ts'

const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const {dependencies, scripts, engines, files} = JSON.parse(read('package.json'))

interface Locked {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly integrity?: string
  readonly resolved?: string
}

describe('T40: what ourwords is made of', () => {
  const locked = Object.entries<Locked>(JSON.parse(read('package-lock.json')).packages).filter(
    ([name, {dev, optional}]) => name !== '' && !dev && !optional
  )

  it('runs nothing when it is installed, and neither does anything that it needs', () => {
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name))).toEqual([])
    expect(locked.filter(([, {hasInstallScript}]) => hasInstallScript)).toEqual([])
  })

  it('is pinned, with a checksum for every package', () => {
    expect(locked.length).toBeGreaterThan(20)
    for (const [name, {integrity}] of locked)
      expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)])
  })

  it('has a record of each dependency and why it is there', () => {
    const page = read('docs/dependencies.md')
    for (const name of Object.keys(dependencies)) expect(page).toContain(`\`${name}\``)
    for (const [, name] of page.matchAll(/^\| `([^`]+)`/gm)) expect(Object.keys(dependencies)).toContain(name)
  })

  it('publishes no tests, no sources of the build and no drafts', () => {
    expect(files).not.toContain('test')
    expect(files).not.toContain('scripts')
    expect(engines.node).toBe('>=20.19')
  })
})
