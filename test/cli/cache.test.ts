import {mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {Engine} from '../../src/cli/engine.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

/** An engine that counts what it has to judge. */
function counting(): {engine: Engine; judged: () => number} {
  let judged = 0
  return {
    judged: () => judged,
    engine: {
      ...stubEngine,
      check: (...given) => {
        judged++
        return stubEngine.check(...given)
      }
    }
  }
}

/** How many files each run had to judge. */
async function judgedBy(folder: string, ...argvs: string[]): Promise<number[]> {
  const {engine, judged} = counting()
  const counts: number[] = []
  for (const argv of argvs) {
    const before = judged()
    await run(['check', ...argv.split(' ').filter(Boolean), '.'], {folder, engine})
    counts.push(judged() - before)
  }
  return counts
}

const papers = () => folderOf({'clean.md': 'All is well.', 'other.md': 'So it is.', 'case.md': 'The case of Zubaida.'})

const everything = (folder: string): string =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n')

describe('--cache', () => {
  it('does not judge again what had nothing to be found, and says the same', async () => {
    const folder = papers()
    expect(await judgedBy(folder, '--cache', '--cache', '')).toEqual([3, 1, 3])
    const [cached, fresh] = [await run(['check', '--cache', '.'], {folder}), await run(['check', '.'], {folder})]
    expect(cached).toEqual(fresh)
  })

  it('judges again when the file, the configuration, a flag or the sidecar changed', async () => {
    const folder = papers()
    await judgedBy(folder, '--cache')
    writeFileSync(join(folder, 'clean.md'), 'All is still well.')
    expect(await judgedBy(folder, '--cache')).toEqual([2])
    expect(await judgedBy(folder, '--cache --as record', '--cache --include-quotes')).toEqual([3, 3])
    writeFileSync(join(folder, 'ourwords.yaml'), 'rules: {jargon: off}\n')
    expect(await judgedBy(folder, '--cache')).toEqual([3])
    writeFileSync(join(folder, 'clean.md.ourwords.yaml'), 'document: letter\n')
    expect(await judgedBy(folder, '--cache')).toEqual([2])
  })

  it('is not asked where a report tells of clean files too', async () => {
    const folder = papers()
    expect(await judgedBy(folder, '--cache', '--cache -f json', '--cache -f html')).toEqual([3, 3, 3])
  })

  it('holds no word and no path, in a folder of the user alone', async () => {
    const folder = papers()
    await judgedBy(folder, '--cache')
    const cache = join(folder, '.cache/ourwords')
    expect(everything(cache)).not.toMatch(/zubaida|well|clean|case|\.md/i)
    expect(statSync(cache).mode & 0o777).toBe(0o700)
  })

  it('is passed over when it is broken, and never trusted', async () => {
    const folder = papers()
    await judgedBy(folder, '--cache')
    const cache = join(folder, '.cache/ourwords')
    for (const content of ['', '{', '{"words": -1, "quotedWords": 0}', '{"words": 1}', '[]']) {
      for (const entry of readdirSync(cache, {recursive: true, withFileTypes: true})) {
        if (entry.isFile() && entry.name !== 'key') writeFileSync(join(entry.parentPath, entry.name), content)
      }
      expect(await judgedBy(folder, '--cache')).toEqual([3])
    }
    writeFileSync(join(cache, 'key'), 'short')
    expect(await judgedBy(folder, '--cache', '--cache')).toEqual([3, 1])
  })

  it('is not written through a link', async () => {
    const folder = papers()
    const elsewhere = folderOf()
    mkdirSync(join(folder, '.cache'))
    symlinkSync(elsewhere, join(folder, '.cache/ourwords'))
    expect(await judgedBy(folder, '--cache', '--cache')).toEqual([3, 3])
    expect(readdirSync(elsewhere)).toEqual([])
  })

  it('serves many runs at once', async () => {
    const folder = papers()
    const runs = await Promise.all(Array.from({length: 8}, () => run(['check', '--cache', '.'], {folder})))
    expect(new Set(runs.map(({status, out, err}) => `${status} ${out} ${err}`)).size).toBe(1)
    expect(await judgedBy(folder, '--cache')).toEqual([1])
  })

  it('is cleared', async () => {
    const folder = papers()
    await judgedBy(folder, '--cache')
    expect((await run(['cache', 'clear'], {folder})).status).toBe(0)
    expect(await judgedBy(folder, '--cache')).toEqual([3])
  })
})
