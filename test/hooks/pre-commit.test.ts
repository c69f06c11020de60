import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf} from '../cli/run.ts'
import {docx, p, r, t} from '../docx/make.ts'

const root = join(import.meta.dirname, '..', '..')

const runs = (program: string, ...argv: readonly string[]): boolean =>
  spawnSync(program, argv, {cwd: root, stdio: 'ignore', timeout: 20_000}).status === 0

/** pre-commit installs the hook from a git checkout with npm, which asks the registry for what the hook needs. */
const missing = [
  !runs('pre-commit', '--version') && 'pre-commit',
  !runs('git', 'cat-file', '-e', 'HEAD:.pre-commit-hooks.yaml') && 'a git checkout of ourwords',
  !runs('npm', 'ping', '--fetch-retries=0', '--fetch-timeout=10000') && 'the npm registry'
].filter((each) => each !== false)

const good = 'Nia drew a picture. She wants it on the wall.\n'
const bad = 'Nia drew a picture. Call me on {{worker.phone}}.\n'

describe.skipIf(missing.length > 0)(`pre-commit (needs ${missing.join(', ') || 'nothing more'})`, () => {
  it('blocks bad drafts and passes good ones, of what is staged and of nothing else', {timeout: 600_000}, () => {
    const folder = folderOf()
    const drafts = join(folder, 'drafts')
    const env = {
      ...process.env,
      PRE_COMMIT_HOME: join(folder, 'home'),
      npm_config_prefer_offline: 'true',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'A Worker',
      GIT_AUTHOR_EMAIL: 'worker@example.org',
      GIT_COMMITTER_NAME: 'A Worker',
      GIT_COMMITTER_EMAIL: 'worker@example.org'
    }
    const git = (...argv: readonly string[]): string =>
      execFileSync('git', argv, {cwd: drafts, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
    const put = (name: string, content: string | Uint8Array): void => {
      mkdirSync(dirname(join(drafts, name)), {recursive: true})
      writeFileSync(join(drafts, name), content)
    }
    const commit = () => {
      const {status, stdout, stderr} = spawnSync('git', ['commit', '-m', 'Drafts'], {
        cwd: drafts,
        env,
        encoding: 'utf8'
      })
      return {status, out: stdout + stderr}
    }
    const head = execFileSync('git', ['rev-parse', 'HEAD'], {cwd: root, encoding: 'utf8'}).trim()
    put(
      '.pre-commit-config.yaml',
      `default_language_version: {node: system}
repos:
  - repo: ${root}
    rev: ${head}
    hooks:
      - id: ourwords
      - id: ourwords-fix
        stages: [manual]
`
    )
    git('init', '-q')
    execFileSync('pre-commit', ['install'], {cwd: drafts, env, stdio: 'ignore'})

    put('letters/good.md', good)
    git('add', '.')
    expect(commit()).toMatchObject({status: 0})

    put('letters/bad.md', bad)
    git('add', '.')
    const blocked = commit()
    expect(blocked.status).toBe(1)
    expect(blocked.out).toContain('letters/bad.md:1:32  error  unfilled-placeholder')
    expect(blocked.out).toContain('1 file,')

    put('Bad letter.docx', docx({body: p(r(t(bad)))}))
    git('add', '.')
    git('rm', '-q', '--cached', 'letters/bad.md')
    const word = commit()
    expect(word.status).toBe(1)
    expect(word.out).toMatch(/^Bad letter\.docx.*error {2}unfilled-placeholder/m)
    expect(word.out).not.toContain('letters/bad.md')

    // What is not staged does not count, be it a file or a change to one.
    git('rm', '-q', '--cached', 'Bad letter.docx')
    put('letters/good.md', `${good}\nIt was a nice one.\n`)
    git('add', 'letters/good.md')
    put('letters/good.md', bad)
    expect(commit()).toMatchObject({status: 0})

    // Configurations hold for files that a hook names, too.
    put('ourwords.yaml', 'exclude: [archive]\n')
    put('archive/old.md', bad)
    git('add', 'ourwords.yaml', 'archive')
    expect(commit()).toMatchObject({status: 0})

    put('wordy.md', 'Nia drew a picture prior to tea.\n')
    git('add', 'wordy.md')
    const fixed = spawnSync('pre-commit', ['run', '--hook-stage', 'manual', 'ourwords-fix'], {
      cwd: drafts,
      env,
      encoding: 'utf8'
    })
    expect(fixed.status).toBe(1)
    expect(fixed.stdout).toContain('files were modified by this hook')
    expect(git('diff', '--', 'wordy.md')).toContain('+Nia drew a picture before tea.')
  })
})
