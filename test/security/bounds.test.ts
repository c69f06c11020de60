import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {describe, expect, it} from 'vitest'
import type {FileJob} from '../../src/cli/check-file.ts'
import {openPool, type Task} from '../../src/cli/pool.ts'
import {formatNames} from '../../src/report/index.ts'
import {run} from '../cli/run.ts'
import {docx, p} from '../docx/make.ts'
import {type Content, engine, folderWith, ran} from './run.ts'
import {record} from './tally.ts'

/** A clock on which a second passes whenever it is looked at. */
const ticking = (): (() => number) => {
  let seconds = 0
  return () => ++seconds * 1000
}

const late = /took longer than 30 seconds, so it was not fully checked; --limit time=NUMBER allows more/

const slowly = (argv: readonly string[], files: Readonly<Record<string, Content>>) =>
  run(argv, {folder: folderWith(files), engine, now: ticking()})

describe('T35: a document that takes too long', () => {
  const files = {'a.md': 'Dear Leo,\n\nYou will have contact. You will have a placement.'.repeat(20)}

  it.each(formatNames)('is said not to be fully checked in %s, and ends with status 2', async (format) => {
    const {status, out, err} = await slowly(['check', '--show-text', '-f', format, 'a.md'], files)
    expect([status, err]).toEqual([2, expect.stringMatching(late)])
    expect(out.replaceAll('\\', '').replace(/\s+/g, ' ')).toMatch(late)
    expect(out).not.toMatch(/Nothing to say|"executionSuccessful":true|nothing found/)
  })

  it('is checked when it is given the time', async (context) => {
    const whole = await ran(['check', 'a.md'], files)
    const slow = await slowly(['check', '--limit', 'time=100000', 'a.md'], files)
    expect(slow.out).toBe(whole.out)
    expect(slow.status).toBe(whole.status)
    record(context, {tried: formatNames.length + 4, read: 1, refused: formatNames.length + 3})
  })

  it.each<[string, Content]>([
    ['a.docx', docx(p('Dear Leo, you will have contact.'))],
    ['a.md', '- *Dear* [Leo](x)\n\n\n\nYou will have contact.']
  ])('in its reading already (%s) is told as a file that was not checked', async (name, content) => {
    const {status, out, err} = await slowly(['check', '--limit', 'time=1', '--limit', 'time=1', name], {
      [name]: content
    })
    expect([status, err]).toEqual([2, expect.stringMatching(/^a\.\w+: It took longer than 1 second, /)])
    expect(out).toMatch(/Not complete/)
  })

  it('does not call a comment of no use that nothing was held against', async () => {
    const {out} = await slowly(['check', 'a.md'], {
      'a.md': `<!-- ourwords-disable jargon -- agreed with Leo -->\n\n${files['a.md']}`
    })
    expect(out).not.toMatch(/accepts nothing/)
  })

  it('is not taken into a baseline', async () => {
    const {status, err} = await slowly(['baseline', 'create', 'a.md'], files)
    expect([status, err]).toEqual([2, expect.stringContaining('The baseline was not written')])
  })

  it('is told of in a review', async () => {
    const bytes = docx(p('Dear Leo, you will have contact.').repeat(20))
    const {status, err} = await slowly(['review', '--limit', 'time=25', 'a.docx'], {'a.docx': bytes})
    expect([status, err]).toEqual([2, expect.stringMatching(/not fully checked/)])
  })
})

describe('T35: a worker that nothing wakes', () => {
  const task = (seconds: number): Task => ({own: [], job: {seconds} as FileJob})
  const deaf =
    "const {parentPort, workerData} = require('node:worker_threads'); parentPort.on('message', () => { Atomics.store(workerData, 0, 1); for (;;); })"
  const quick =
    "const {parentPort} = require('node:worker_threads'); parentPort.on('message', () => parentPort.postMessage({result: 'checked'}))"

  it('is ended, its file told of, and the next one judged by another', async () => {
    const rings: (() => void)[] = []
    const stuckSince = new Int32Array(new SharedArrayBuffer(4))
    const asked: number[] = []
    const scripts = [deaf, quick]
    const pool = openPool(
      1,
      () => new Worker(scripts.shift() ?? quick, {eval: true, workerData: stuckSince}),
      (milliseconds, ring) => {
        asked.push(milliseconds)
        rings.push(ring)
        return () => rings.splice(rings.indexOf(ring), 1)
      }
    )
    const stuck = pool.check(task(30))
    const next = pool.check(task(30))
    await expect.poll(() => stuckSince[0], {timeout: 60_000}).toBe(1)
    rings[0]?.()
    await expect(stuck).rejects.toMatchObject({code: 'out-of-time', message: expect.stringMatching(late)})
    await expect(next).resolves.toBe('checked')
    expect(rings).toEqual([])
    expect(asked.every((milliseconds) => milliseconds > 30_000)).toBe(true)
    await pool.close()
  })

  it('is waited for as long as was asked, however long', async () => {
    const pool = openPool(1, () => new Worker(quick, {eval: true}))
    await expect(pool.check(task(1e12))).resolves.toBe('checked')
    await pool.close()
  })
})

describe('T35: more findings than anybody reads', () => {
  const warned = 'You will have contact. '
  const files = {'a.md': `Dear Leo,\n\n${warned.repeat(12)}\n\nHe is [CHILD'S NAME], a typical absconder.`}

  it.each(formatNames)('says in %s how many more there are', async (format) => {
    const asked = ['check', '--all', '--as', 'letter', '--show-text', '--fail-on', 'warning']
    const {status, out} = await ran([...asked, '--limit', 'findings=4', '-f', format, 'a.md'], files)
    expect([status, out.replaceAll('\\', '')]).toEqual([
      1,
      expect.stringMatching(/\d+ more findings are counted but not shown/)
    ])
    const whole = await ran([...asked, '-f', format, 'a.md'], files)
    expect(whole.out).not.toMatch(/counted but not shown/)
    const counts = /\d+ errors?, \d+ warnings?, \d+ pieces? of advice/
    expect(counts.exec(out)?.[0]).toBe(counts.exec(whole.out)?.[0])
  })

  it('keeps the gravest, wherever they stand, and counts all', async () => {
    const report = async (limit: string[]) =>
      JSON.parse((await ran(['check', '--as', 'letter', '-f', 'json', ...limit, 'a.md'], files)).out)
    const whole = await report([])
    const least = await report(['--limit', 'findings=1'])
    expect(whole.summary.errors).toBeGreaterThan(0)
    expect(least.files[0].findings).toMatchObject([{severity: 'error'}])
    expect(least.summary).toEqual(whole.summary)
    const {errors, warnings, advice} = least.files[0].notShown
    expect(errors + warnings + advice + 1).toBe(whole.files[0].findings.length)
  })

  it('is ten thousand of a document, and still all of them when reports are merged', async (context) => {
    const folder = folderWith({'a.md': `Dear Leo,\n\n${warned.repeat(10_050)}`})
    const asked = ['--fail-on', 'never', '--statistics']
    const {out} = await ran(['check', '--as', 'letter', '-f', 'json', ...asked, 'a.md'], folder)
    const {
      files: [file],
      summary
    } = JSON.parse(out)
    expect(file.findings).toHaveLength(10_000)
    const found = summary.errors + summary.warnings + summary.advice
    expect(found).toBeGreaterThanOrEqual(10_050)
    writeFileSync(join(folder, 'a.json'), out)
    const merged = await ran(['merge', ...asked, '-f', 'json', 'a.json'], folder)
    expect(JSON.parse(merged.out).summary).toEqual(summary)
    expect((await ran(['merge', ...asked, 'a.json'], folder)).out).toMatch(new RegExp(`^ *${found}  a\\.md$`, 'm'))
    record(context, {tried: formatNames.length + 2, read: formatNames.length + 2})
  })
})
