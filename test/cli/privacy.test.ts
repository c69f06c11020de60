import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {formatNames} from '../../src/report/index.ts'
import {folderOf, run} from './run.ts'

const canary = 'Zubaida Quillfeather'
const text = `Dear ${canary}, the case is about contact in Yarrowdale. NOTICE BROKEN`
const secret = /Zubaida|Quillfeather|Yarrowdale/i

/** A folder where every path, file and mistake holds a canary. */
function papers(): string {
  const folder = folderOf()
  mkdirSync(join(folder, canary))
  const write = (name: string, words: string) => writeFileSync(join(folder, canary, name), words)
  write(`${canary}.md`, text)
  write('unreadable.md', `UNREADABLE ${text}`)
  write('crash.md', `CRASH ${text}`)
  write('sidecar.md', text)
  write('sidecar.md.ourwords.yaml', `document: "${canary}"\n`)
  write('broken.md', text)
  write('broken.md.ourwords.yaml', `children: [${canary}\n${text}`)
  return folder
}

describe('where others read along', () => {
  it.each(formatNames)('no word, name or path comes out in %s, in reports, faults and messages', async (format) => {
    const folder = papers()
    const given = {folder, env: {CI: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary')}}
    const {status, out, err} = await run(
      ['check', '-f', format, '--all', '--child', `${canary}, she/her, 9`, canary, `${canary}/none.md`],
      given
    )
    expect(status).toBe(2)
    expect(out + err).not.toMatch(secret)
    expect(err).toMatch(/^file-\d: The file has a password/m)
    for (const name of readdirSync(folder).filter((each) => each === 'summary')) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(secret)
    }
  })

  it.each([
    ['a configuration with a mistake', 'ourwords.yaml', `rules: {jargn: off} # ${canary}\n`],
    ['a configuration that is no YAML', 'ourwords.yaml', `${canary}: [${text}\n`],
    ['a configuration that extends what is not there', 'ourwords.yaml', `extends: ${canary}.yaml\n`],
    ['a configuration with dictionaries that are not there', 'ourwords.yaml', `dictionaries: ${canary}\n`]
  ])('no path comes out of %s', async (_, name, source) => {
    const folder = papers()
    writeFileSync(join(folder, canary, name), source)
    const {status, out, err} = await run(['check', canary], {folder, env: {CI: '1'}})
    expect(status).toBe(2)
    expect(out + err).not.toMatch(secret)
  })

  it('no path comes out of a review', async () => {
    const folder = papers()
    const {status, out, err} = await run(['review', `${canary}/${canary}.md`], {folder, env: {CI: '1'}})
    expect(status).toBe(2)
    expect(out + err).not.toMatch(secret)
  })
})

describe('whether words are left out', () => {
  const given = {files: {'a.md': text}}
  const shows = async (argv: readonly string[], env: Record<string, string> = {}) =>
    /a\.md/.test((await run(['check', '--all', ...argv, 'a.md'], {...given, env})).out)

  it.each<[shown: boolean, argv: string, env: Record<string, string>]>([
    [true, '', {}],
    [true, '-f json', {}],
    [true, '-f html', {}],
    [false, '--redact', {}],
    [false, '-f sarif', {}],
    [false, '-f github', {}],
    [false, '-f gitlab', {}],
    [false, '-f junit', {}],
    [false, '-f markdown', {}],
    [false, '', {CI: 'true'}],
    [false, '-f json', {CI: '1'}],
    [true, '', {CI: 'false'}],
    [true, '', {CI: ''}],
    [true, '-f sarif --show-text', {}],
    [true, '-f json --show-text', {CI: 'true'}],
    [false, '--redact --show-text', {}]
  ])('%s: %s %j', async (shown, argv, env) => {
    expect(await shows(argv.split(' ').filter(Boolean), env)).toBe(shown)
  })

  it('is said once, with how to change it', async () => {
    const {err} = await run(['check', '-f', 'sarif', 'a.md'], {files: {'a.md': 'All is well.'}})
    expect(err).toMatch(/left out.*--show-text/)
  })

  it.each<[named: boolean, argv: string]>([
    [true, '-f sarif --show-paths'],
    [true, '-f github --show-paths'],
    [false, '-f sarif --show-paths --redact']
  ])('where the names of files are known anyway, they may be shown alone: %s %s', async (named, argv) => {
    const {out} = await run(['check', '--all', ...argv.split(' '), 'a.md'], {...given, env: {CI: 'true'}})
    expect(out.includes('a.md')).toBe(named)
    expect(out).not.toMatch(secret)
  })

  it('is decided for each report by itself', async () => {
    const folder = folderOf({'a.md': text})
    const {out} = await run(['check', '-f', 'concise', '-f', 'sarif=r.sarif', 'a.md'], {folder})
    expect(out).toContain('a.md:')
    expect(readFileSync(join(folder, 'r.sarif'), 'utf8')).not.toMatch(/a\.md/)
  })
})
