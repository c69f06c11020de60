import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {main, p, packageOf, zip} from '../docx/make.ts'
import {packages, secret} from './hostile-packages.ts'
import {filesBelow, folderWith, ran, shell} from './run.ts'
import {record} from './tally.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not come out.
const oneLine = /^[^\0-\x09\x0b-\x1f\x7f-\x9f]+\n$/

const cases = packages.map((hostile) => [`${hostile.threat}: ${hostile.what}`, hostile] as const)

describe('packages that were made to do harm', () => {
  it.each(cases)('%s', async (_, {make, ends}) => {
    const bytes = make()
    const folder = folderWith({'draft.docx': bytes})
    const {status, out, err} = await ran(['check', '-f', 'json=report.json', 'draft.docx'], folder)
    const {faults, files} = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
    if (ends === 'read') {
      expect(faults).toEqual([])
      expect(files).toHaveLength(1)
      expect([0, 1]).toContain(status)
    } else {
      expect(faults).toMatchObject([{code: ends}])
      expect(status).toBe(2)
      expect(err).toMatch(oneLine)
      expect(err).not.toMatch(/\bat \S+:\d+|node:|Error\b/)
      expect(out + err).not.toContain(secret)
    }
    // Nothing is unpacked: what is written is what was asked for.
    expect([...filesBelow(folder).keys()].sort()).toEqual(['draft.docx', 'report.json'])
    expect(existsSync('/tmp/evil.txt') || existsSync('/etc/evil')).toBe(false)

    const copied = await ran(['review', '--date', '2025-03-04T09:00:00Z', 'draft.docx'], folder)
    expect(copied.status === 0).toBe(ends === 'read')
    expect(readFileSync(join(folder, 'draft.docx')).equals(bytes)).toBe(true)
  })

  it('are all tried', (context) => {
    const read = packages.filter(({ends}) => ends === 'read').length
    record(context, {tried: packages.length, read, refused: packages.length - read})
  })
})

/** The most memory, in MiB, that the built program had in use while it ran. */
function memoryFor(bytes: Uint8Array): number {
  const folder = folderWith({'draft.docx': bytes})
  const note =
    "import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync('rss',String(process.resourceUsage().maxRSS)))"
  shell('ourwords draft.docx', folder, {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(note)}`})
  return Number(readFileSync(join(folder, 'rss'), 'utf8')) / 1024
}

describe('what is large only once it is inflated', () => {
  const most = 450
  it.each(cases.filter(([name]) => /^T0[123]/.test(name)))('%s: takes no memory to refuse', (_, {make}) => {
    expect(memoryFor(make())).toBeLessThan(most)
  })
})

describe('limits', () => {
  const long = zip(packageOf({body: p('x'.repeat(5000))}))
  const deep = zip(
    packageOf({body: '<w:sdt><w:sdtContent>'.repeat(200) + p('x') + '</w:sdtContent></w:sdt>'.repeat(200)})
  )

  it.each([
    ['text', 4000],
    ['part', 4000],
    ['total', 4000],
    ['entries', 3],
    ['attribute', 3],
    ['attributes', 1],
    ['file', 500]
  ])('%s can be set, and the message says how', async (name, limit) => {
    const {status, err} = await ran(['check', '--limit', `${name}=${limit}`, 'a.docx'], {'a.docx': long})
    expect(status).toBe(2)
    expect(err).toMatch(name === 'file' ? /larger than/ : new RegExp(`--limit ${name}=NUMBER`))
  })

  it('a document that was refused is read once its limit is raised', async () => {
    const folder = folderWith({'a.docx': deep})
    expect((await ran(['check', 'a.docx'], folder)).err).toContain('--limit depth=NUMBER')
    expect((await ran(['check', '--limit', 'depth=2000', 'a.docx'], folder)).status).toBe(0)
    expect((await ran(['review', '--limit', 'depth=2000', 'a.docx'], folder)).status).toBe(0)
  })

  it.each(['depth', 'depth=', 'depth=x', 'dept=3', 'depth=0', '__proto__=1'])('%s is no limit', async (limit) => {
    const {status, err} = await ran(['check', '--limit', limit, 'a.docx'], {'a.docx': long})
    expect([status, err]).toEqual([2, expect.stringMatching(/^ourwords: --limit takes/)])
  })
})

describe('T14, T42: a copy for review', () => {
  it('keeps every part that is not its own, macros too, and takes a name for what it is', async () => {
    const macros = packages.find(({threat}) => threat === 'T14')
    const folder = folderWith({'draft.docm': macros?.make() ?? ''})
    const hostile = '"><w:p/>\u202e\n\u0000'.repeat(60)
    const {status, err} = await ran(['review', '--author', hostile, '--initials', hostile, 'draft.docm'], folder)
    expect([status, err]).toEqual([0, expect.not.stringContaining('\u202e')])
    expect((await ran(['review', '-o', 'copy.docx', 'draft.docm'], folder)).status).toBe(2)
    expect((await ran(['check', 'draft.reviewed.docm'], folder)).status).not.toBe(2)
    const copy = readFileSync(join(folder, 'draft.reviewed.docm'))
    expect(copy.includes('word/vbaProject.bin')).toBe(true)
    expect(copy.includes(main)).toBe(true)
  })
})
