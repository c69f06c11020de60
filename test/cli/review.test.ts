import {spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import type {Engine} from '../../src/cli/engine.ts'
import {read, readersFor} from '../../src/read/index.ts'
import {rules} from '../../src/rules/index.ts'
import {p, packageOf, r, zip} from '../docx/make.ts'
import {lexicon} from '../rules/lexicon.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

/** Reading, judging and writing as they are, with the few words of these tests. */
const engine: Engine = {
  ...stubEngine,
  rules,
  check,
  read: async (name, bytes, options) => read(name, bytes, options, await readersFor(bytes))
}

/** With the rules' own dictionaries too. */
const whole: Engine = {...engine, words: () => ({dictionaries: lexicon.dictionaries, lexicon, identity: () => 'whole'})}

/** Options that leave nothing to say. */
const silent = rules.map(({id}) => `--rule=${id}=off`)

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
    expect(err).toMatch(/^Open letters\/amira\.reviewed\.docx in Word: \d+ comments?\n/)
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

  it('says so where there is nothing to say', async () => {
    const folder = papers()
    const {status, err} = await run(['review', 'letters/amira.docx', ...silent], {folder, engine})
    expect({status, err}).toEqual({
      status: 0,
      err: 'letters/amira.reviewed.docx is the draft as it was: there is nothing to say about it\n'
    })
    expect(readFileSync(join(folder, 'letters/amira.reviewed.docx'))).toEqual(Buffer.from(draft))
  })

  it('a second review of its own copy says everything once', async () => {
    const folder = papers()
    await run(['review', 'letters/amira.docx'], {folder, engine})
    await run(['review', 'letters/amira.reviewed.docx', '-o', 'letters/again.docx'], {folder, engine})
    for (const name of ['word/comments.xml', 'word/document.xml'])
      expect(part(folder, 'again.docx', name)).toBe(part(folder, 'amira.reviewed.docx', name))
  })

  it('a signed draft is only reviewed by force', async () => {
    const folder = papers()
    const signature = {'_xmlsignatures/sig1.xml': '<Signature/>'}
    writeFileSync(join(folder, 'letters/signed.docx'), zip({...packageOf({body: p('Her contact.')}), ...signature}))
    const refused = await run(['review', 'letters/signed.docx'], {folder, engine})
    expect(refused).toMatchObject({status: 2, err: expect.stringContaining('use --force')})
    expect(readdirSync(join(folder, 'letters'))).not.toContain('signed.reviewed.docx')
    expect((await run(['review', '--force', 'letters/signed.docx'], {folder, engine})).status).toBe(0)
  })

  it('a document with macros stays one', async () => {
    const folder = papers()
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    const parts = packageOf({body: p('Her contact.')})
    const types = String(parts['[Content_Types].xml']).replace(/application[^"]*document\.main\+xml/, type)
    writeFileSync(join(folder, 'letters/amira.docm'), zip({...parts, '[Content_Types].xml': types}))
    expect((await run(['review', 'letters/amira.docm'], {folder, engine})).status).toBe(0)
    expect(part(folder, 'amira.reviewed.docm', '[Content_Types].xml')).toContain(type)
  })

  describe('with the package’s own words', () => {
    const body = p('1.1\tThe children reside in Leeds.') + p('Callum sees his dad.')

    function reports(): string {
      const folder = papers()
      writeFileSync(join(folder, 'letters/report.docx'), zip(packageOf({body})))
      return folder
    }

    const review = (folder: string, ...more: string[]) =>
      run(['review', 'letters/report.docx', '--as', 'report', ...more], {folder, engine: whole})

    it('safe replacements are tracked changes at their words, whatever number is typed before them', async () => {
      const folder = reports()
      const {status, err} = await review(folder)
      expect(status).toBe(0)
      expect(err).toMatch(
        /^Open letters\/report\.reviewed\.docx in Word: \d+ comments?, 1 tracked change to accept or reject\n/
      )
      const main = part(folder, 'report.reviewed.docx', 'word/document.xml')
      const shown = main
        .replace(/<w:ins [^>]*>(.*?)<\/w:ins>/g, '{+$1}')
        .replace(/<w:del [^>]*>(.*?)<\/w:del>/g, '{-$1}')
      expect(shown.replace(/<w:tab\/>/g, ' ').replace(/<[^>]*>/g, '')).toContain(
        '1.1\tThe children {-reside}{+live} in Leeds.'
      )
    })

    it('or only comments, where that is asked for', async () => {
      const folder = reports()
      expect((await review(folder, '--no-track-changes')).err).not.toContain('change')
      expect(part(folder, 'report.reviewed.docx', 'word/document.xml')).not.toMatch(/<w:(?:ins|del)\b/)
    })
  })

  it('is a program that ends with what to do next', () => {
    const folder = papers()
    const program = join(import.meta.dirname, '../../bin/ourwords.js')
    const review = () =>
      spawnSync(process.execPath, [program, 'review', 'letters/amira.docx', '--author', 'Jo Pike'], {
        cwd: folder,
        encoding: 'utf8',
        env: {...process.env, CI: ''}
      })
    expect(review()).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^Open letters\/amira\.reviewed\.docx in Word: \d+ comments\n/)
    })
    expect(part(folder, 'amira.reviewed.docx', 'word/comments.xml')).toContain('w:author="Jo Pike"')
    expect(review()).toMatchObject({status: 2, stderr: expect.stringContaining('--force replaces it')})
  })
})
