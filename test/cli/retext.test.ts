import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {retextRules} from '../../src/retext.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

/** Which files were judged with a second opinion. */
async function asked(argv: readonly string[], files: Readonly<Record<string, string>>): Promise<readonly boolean[]> {
  const opinions: boolean[] = []
  const engine = {
    ...stubEngine,
    retext: async () => retextRules,
    check: (...[document, options]: Parameters<typeof stubEngine.check>) => {
      opinions.push(options.extraRules === retextRules)
      return stubEngine.check(document, options)
    }
  }
  await run(['check', ...argv], {files, engine})
  return opinions
}

const files = {'a.md': 'The case.', 'letters/b.md': 'The case.'}

describe('a second opinion', () => {
  it.each([
    ['nobody asks for', [], '', [false, false]],
    ['the command line asks for', ['--retext'], '', [true, true]],
    ['the configuration asks for', [], 'retext: true\n', [true, true]],
    ['an override asks for', [], 'overrides: [{files: "letters/**", retext: true}]\n', [false, true]]
  ])('that %s', async (_, argv, config, expected) => {
    const given = config === '' ? files : {...files, 'ourwords.yaml': config}
    expect(await asked(['a.md', 'letters/b.md', ...argv], given)).toEqual(expected)
  })

  it('can be set by itself, as can what our own rules call by a name', async () => {
    const rules = [...stubEngine.rules, {...stubEngine.rules[0], id: 'misspelt-name', entries: ['slip', 'greeting']}]
    const engine = {...stubEngine, rules: rules as typeof stubEngine.rules}
    const config = (name: string) => ({...files, 'ourwords.yaml': `rules: {${name}: off}\n`})
    for (const name of ['misspelt-name/slip', 'misspelt-name']) {
      expect((await run(['check', 'a.md'], {files: config(name), engine})).status, name).toBe(1)
      expect((await run(['check', 'a.md', '--rule', `${name}=off`], {files, engine})).status, name).toBe(1)
    }
    const {err} = await run(['check', 'a.md'], {files: config('misspelt-name/slop'), engine})
    expect(err).toContain('did you mean “slip”?')
    expect((await run(['check', 'a.md', '--rule', 'misspelt-name/slop=off'], {files, engine})).err).toContain('“slip”')
  })
})

describe('the program as it is built', () => {
  const root = join(import.meta.dirname, '..', '..')

  it('holds the plugins in a file of their own, which only who asks for them loads', () => {
    expect(readFileSync(join(root, 'dist/core.cjs'), 'utf8')).not.toContain('retextjs/retext-readability')
    const folder = folderOf()
    writeFileSync(join(folder, 'a.md'), 'Dear Amira,\n\nI need the minimum of it.\n')
    const out = (...argv: readonly string[]): string =>
      spawnSync(process.execPath, [join(root, 'bin/ourwords.js'), 'a.md', '-f', 'concise', '--show-text', ...argv], {
        cwd: folder,
        encoding: 'utf8'
      }).stdout
    expect(out()).not.toContain('retext')
    expect(out('--retext')).toContain('a.md:3:12: advice wordy/retext')
  })
})
