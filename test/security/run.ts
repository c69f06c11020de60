import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Engine} from '../../src/cli/engine.ts'
import {makeEngine} from '../../src/cli/make-engine.ts'
import {opened, prepare} from '../../src/lexicon/prepare.ts'
import {type Ran, run} from '../cli/run.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

export type Content = string | Uint8Array

export const root = join(import.meta.dirname, '..', '..')

/** The core as it is published, with the project's own dictionaries. */
export const engine: Engine = makeEngine(opened(prepare(dictionaryFiles())), join(root, 'dictionaries'))

/** A folder of its own for one test. */
export function folderWith(files: Readonly<Record<string, Content>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ourwords-security-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Runs the command line in this process, with the real core. */
export const ran = (
  argv: readonly string[],
  files: Readonly<Record<string, Content>> | string,
  more: {readonly env?: Record<string, string>; readonly stdin?: string; readonly tty?: boolean} = {}
): Promise<Ran> => run(argv, {folder: typeof files === 'string' ? files : folderWith(files), engine, ...more})

const program = join(root, 'bin', 'ourwords.js')

if (!existsSync(join(root, 'dist', 'core.cjs'))) throw new Error('Build first: npm run build')

/** Runs what was built, in a shell of its own, where `ourwords` stands for it. */
export function shell(command: string, cwd: string, env: Record<string, string> = {}) {
  const {status, signal, stdout, stderr} = spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
    killSignal: 'SIGKILL',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: cwd,
      ...Object.fromEntries([['BASH_FUNC_ourwords%%', `() { ${process.execPath} ${program} "$@"; }`]]),
      ...env
    }
  })
  return {status, signal, out: stdout, err: stderr}
}

/** Every file below a folder, with what is in it. */
export function filesBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of readdirSync(folder, {recursive: true}) as string[]) {
    const path = join(folder, name)
    if (statSync(path).isFile()) found.set(name, readFileSync(path, 'latin1'))
  }
  return found
}
