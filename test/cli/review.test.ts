import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import type {Engine} from '../../src/cli/engine.ts'
import {read, readersFor} from '../../src/read/index.ts'
import {p, packageOf, r, zip} from '../docx/make.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

/** Reading, judging and writing as they are, with the few words of these tests. */
const engine: Engine = {
  ...stubEngine,
  check,
  read: async (name, bytes, options) => read(name, bytes, options, await readersFor(bytes))
}

const draft = zip(packageOf({body: [p(r('Dear Amira,')), p(r('You will have contact with your mum.'))].join('')}))

function papers(): string {
  const folder = folderOf()
  mkdirSync(join(folder, 'letters'))
  writeFileSync(join(folder, 'letters/amira.docx'), draft)
  return folder
}

const part = (folder: string, name: string, inside: string): string =>
  strFromU8(unzipSync(readFileSync(join(folder, 'letters', name)))[inside] ?? new Uint8Array())

describe('ourwords review', () => {
  it('writes a copy with comments beside the draft, which stays as it was', async () => {
    const folder = papers()
    const {status, out, err} = await run(['review', 'letters/amira.docx', '--as', 'letter'], {folder, engine})
    expect({status, out}).toEqual({status: 0, out: ''})
    expect(err).toMatch(/^letters\/amira\.reviewed\.docx: \d+ comments?, 0 tracked changes\n/)
    expect(readFileSync(join(folder, 'letters/amira.docx'))).toEqual(Buffer.from(draft))
    const comments = part(folder, 'amira.reviewed.docx', 'word/comments.xml')
    expect(comments).toContain('contact')
    expect(comments).toContain('w:date="2025-03-04T09:00:00Z"')
    expect(readdirSync(join(folder, 'letters')).sort()).toEqual(['amira.docx', 'amira.reviewed.docx'])
  })

  it('is by whom and of when it is told', async () => {
    const folder = papers()
    const argv = ['review', 'letters/amira.docx', '--author', 'A & "B"', '--initials', 'AB']
    await run([...argv, '-o', 'letters/one.docx', '--date', '2024-01-02T03:04:05Z'], {folder, engine})
    const comments = part(folder, 'one.docx', 'word/comments.xml')
    expect(comments).toContain('w:author="A &amp; &quot;B&quot;"')
    expect(comments).toContain('w:date="2024-01-02T03:04:05Z"')
    await run([...argv, '-o', 'letters/two.docx'], {folder, engine, env: {SOURCE_DATE_EPOCH: '1704164645'}})
    expect(readFileSync(join(folder, 'letters/two.docx'))).toEqual(readFileSync(join(folder, 'letters/one.docx')))
  })

  it('is taken out again', async () => {
    const folder = papers()
    await run(['review', 'letters/amira.docx'], {folder, engine})
    const argv = ['review', '--strip', 'letters/amira.reviewed.docx', '-o', 'letters/back.docx']
    expect((await run(argv, {folder, engine})).status).toBe(0)
    expect(part(folder, 'back.docx', 'word/document.xml')).toBe(part(folder, 'amira.docx', 'word/document.xml'))
  })

  it.each([
    ['letters/amira.docx -o letters/amira.docx', 'written over the draft'],
    ['letters/amira.docx -o letters/other.docx', '--force replaces it'],
    ['letters/amira.docx -o letters/amira.docm', 'the same ending'],
    ['letters/none.docx', 'There is no such file'],
    ['letters/text.docx', 'letters/text.docx: '],
    ['letters/amira.docx --date never', 'must be a date'],
    ['letters/amira.docx -o none/x.docx', 'The folder to write to is not there']
  ])('is refused, and nothing is written: %s', async (argv, message) => {
    const folder = papers()
    writeFileSync(join(folder, 'letters/other.docx'), 'other')
    writeFileSync(join(folder, 'letters/text.docx'), 'Zubaida')
    const {status, out, err} = await run(['review', ...argv.split(' ')], {folder, engine})
    expect({status, out, err}).toEqual({status: 2, out: '', err: expect.stringContaining(message)})
    expect(err).not.toContain('Zubaida')
    expect(readdirSync(join(folder, 'letters')).sort()).toEqual(['amira.docx', 'other.docx', 'text.docx'])
    expect(readFileSync(join(folder, 'letters/other.docx'), 'utf8')).toBe('other')
  })

  it('replaces an old copy when that is asked for', async () => {
    const folder = papers()
    writeFileSync(join(folder, 'letters/amira.reviewed.docx'), 'old')
    expect((await run(['review', '--force', 'letters/amira.docx'], {folder, engine})).status).toBe(0)
    expect(part(folder, 'amira.reviewed.docx', 'word/comments.xml')).toContain('contact')
  })
})
