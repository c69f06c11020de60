import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const root = join(import.meta.dirname, '..', '..')

const folder = mkdtempSync(join(tmpdir(), 'ourwords-package-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const npm = (argv: readonly string[], cwd: string): string =>
  execFileSync('npm', argv, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})

let tarball = ''
let files: readonly string[] = []

// What is packed is what was built: building anew here would take it away under tests that run beside this one.
beforeAll(() => {
  const [packed] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root))
  tarball = join(folder, packed.filename)
  files = packed.files.map(({path}: {path: string}) => path)
})

describe('the package', () => {
  it('holds what it needs to run, to be read and to be checked by others, and nothing else', () => {
    for (const file of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'bin/ourwords.js',
      'dist/core.cjs',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/dictionaries.json',
      'schemas/report.schema.json',
      ...readdirSync(join(root, 'dictionaries'), {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map(({parentPath, name}) => join(parentPath, name).slice(root.length + 1))
    ]) {
      expect(files, file).toContain(file)
    }
    const allowed = /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|(?:bin|dist|dictionaries|schemas)\/.+)$/
    expect(files.filter((file) => !allowed.test(file))).toEqual([])
    expect(files.filter((file) => /test|bench|fixture|\.map$/.test(file))).toEqual([])
  })

  it('finds curly quotes from the command line as the library does', () => {
    const letter =
      'Dear Dominik,\n\nI am your guardian and will see you on Monday. Everybody says “he” when they talk about you. Ring me on 07700 900100.\n'
    const {stdout} = spawnSync(
      process.execPath,
      ['bin/ourwords.js', 'check', '--as', 'letter', '--format', 'json', '--fail-on', 'never', '-'],
      {cwd: root, encoding: 'utf8', input: letter}
    )
    const [{findings}] = JSON.parse(stdout).files
    expect(findings.map(({rule}: {rule: string}) => rule)).not.toContain('missing-pronouns')
  })

  it('runs nothing when it is installed', () => {
    const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(scripts)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:pre|post)?install$/)]))
  })

  it('names only files that are in it', () => {
    const {status, stdout, stderr} = spawnSync('npx', ['publint', 'run', tarball, '--strict'], {
      cwd: root,
      encoding: 'utf8'
    })
    expect({status, out: stdout + stderr}).toEqual({status: 0, out: expect.stringContaining('All good')})
  })
})

const online = spawnSync('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], {stdio: 'ignore'}).status === 0

describe.skipIf(!online)(
  `the package, installed in an empty folder${online ? '' : ' (needs the npm registry)'}`,
  () => {
    const installed = (name: string, ...flags: readonly string[]): string => {
      const home = join(folder, name)
      mkdirSync(home)
      writeFileSync(join(home, 'package.json'), '{"name": "empty", "private": true, "type": "module"}\n')
      npm(['install', tarball, '--no-audit', '--no-fund', '--prefer-offline', ...flags], home)
      writeFileSync(join(home, 'letter.md'), 'Nia drew a picture. Call me on {{worker.phone}}.\n')
      return home
    }
    const run = (home: string, program: string, ...argv: readonly string[]) => {
      const {status, stdout, stderr} = spawnSync(program, argv, {
        cwd: home,
        encoding: 'utf8',
        env: {...process.env, CI: ''}
      })
      return {status, out: stdout + stderr}
    }

    it('checks with npx, whether or not scripts may run', () => {
      for (const [name, ...flags] of [['scripts'], ['no-scripts', '--ignore-scripts']] as const) {
        const {status, out} = run(installed(name, ...flags), 'npx', 'ourwords', 'check', '-f', 'concise', 'letter.md')
        expect(out).toContain('letter.md:1:32: error unfilled-placeholder')
        expect(out).not.toContain('building')
        expect(status).toBe(1)
      }
    })

    it('is a library with types that hold under the strictest settings', () => {
      const home = installed('library')
      writeFileSync(
        join(home, 'use.ts'),
        `import {check, type Finding, lexiconFrom, read, type Severity} from 'ourwords'
import prepared from 'ourwords/dictionaries.json' with {type: 'json'}

const lexicon = lexiconFrom(prepared)
const document = read('letter.md', new TextEncoder().encode('Nia was seen in {{place}}.'))
const {findings} = check(document, {lexicon, rules: {'unexplained-acronym': 'off'}})
const said: [string, Severity][] = findings.map(({rule, severity}: Finding) => [rule, severity])
console.log(JSON.stringify(said))
`
      )
      writeFileSync(
        join(home, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            lib: ['es2023', 'dom'],
            types: [],
            strict: true,
            exactOptionalPropertyTypes: true,
            noUncheckedIndexedAccess: true,
            skipLibCheck: false,
            resolveJsonModule: true
          },
          files: ['use.ts']
        })
      )
      expect(run(home, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).toEqual({
        status: 0,
        out: ''
      })
      const ran = run(home, process.execPath, '--no-warnings', 'use.js')
      expect(ran).toEqual({status: 0, out: '[["unfilled-placeholder","error"]]\n'})
    })
  }
)
