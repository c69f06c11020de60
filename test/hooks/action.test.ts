import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {parse} from 'yaml'
import {folderOf} from '../cli/run.ts'

const root = join(import.meta.dirname, '..', '..')

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

const action: {
  readonly inputs: Readonly<Record<string, {readonly default: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {readonly steps: readonly Step[]}
} = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const {steps} = action.runs

/** Runs the step that checks as a runner on GitHub would. */
function runAction(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({...files, 'runner/output': '', 'runner/summary': ''})
  const {run = '', env = {}} = steps.find(({id}) => id === 'check') ?? {}
  const given = Object.entries(env).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? ''
    return [name, inputs[input] ?? action.inputs[input]?.default]
  })
  writeFileSync(join(folder, 'runner/script.sh'), run)
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', 'runner/script.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      CI: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_OUTPUT: join(folder, 'runner/output'),
      GITHUB_STEP_SUMMARY: join(folder, 'runner/summary'),
      RUNNER_TEMP: join(folder, 'runner'),
      ...Object.fromEntries(given)
    }
  })
  const read = (name: string) => readFileSync(join(folder, 'runner', name), 'utf8')
  return {
    folder,
    status: ran.status,
    out: ran.stdout,
    err: ran.stderr,
    summary: read('summary'),
    outputs: Object.fromEntries(
      read('output')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('='))
    )
  }
}

const good = 'Nia drew a picture. She wants it on the wall.\n'
const bad = 'Zubaida drew a picture. Call me on {{worker.phone}}.\n'

it('pins what it uses to a commit, and puts no input into a script', () => {
  for (const {uses, run} of steps) {
    if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/)
    expect(run ?? '').not.toContain('${{')
  }
})

it('passes good drafts and says how many there were', () => {
  const {status, outputs, err} = runAction({'templates/a.md': good, 'templates/b.md': good})
  expect({status, err: err.replace(/^The documents.*\n/, '')}).toEqual({status: 0, err: ''})
  expect(outputs).toEqual({files: '2', errors: '0', warnings: '0', advice: '0'})
  expect(Object.keys(action.outputs)).toEqual(Object.keys(outputs))
})

it('marks the line of a bad draft, counts, and shows none of its words', () => {
  const {folder, status, out, err, outputs, summary} = runAction(
    {'templates/a.md': bad, 'good.md': good},
    {'sarif-file': 'out.sarif'}
  )
  expect(status).toBe(1)
  expect(out).toMatch(/^::error file=templates\/a\.md,line=1,.*title=ourwords%3A unfilled-placeholder::/m)
  expect(outputs).toMatchObject({files: '2', errors: '1'})
  expect(summary).toContain('templates/a.md')
  const sarif = readFileSync(join(folder, 'out.sarif'), 'utf8')
  expect(JSON.parse(sarif).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('templates/a.md')
  expect(out + err + summary + sarif).not.toMatch(/Zubaida|worker/)
})

it('takes several files, a configuration and a threshold', () => {
  const files = {'a.md': bad, 'b.md': good, 'house.yaml': 'rules: {unfilled-placeholder: advice}\n'}
  expect(runAction(files, {files: 'b.md\n*.txt\n'}).status).toBe(2)
  expect(runAction(files, {files: 'b.md\n'}).outputs).toMatchObject({files: '1'})
  expect(runAction(files, {'fail-on': 'never'}).status).toBe(0)
  expect(runAction(files, {config: 'house.yaml'}).status).toBe(0)
  expect(runAction(files, {config: 'house.yaml', 'fail-on': 'advice'}).status).toBe(1)
})

it('runs nothing that an input says', () => {
  for (const input of ['files', 'config', 'fail-on', 'sarif-file']) {
    const {folder} = runAction({'a.md': good}, {[input]: '$(touch made) `touch made` "; touch made; --help'})
    expect(existsSync(join(folder, 'made')), input).toBe(false)
  }
})
