import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Engine} from '../../src/cli/engine.ts'
import type {Host, Output} from '../../src/cli/host.ts'
import {main} from '../../src/cli/main.ts'
import {nodeFiles} from '../../src/cli/node-host.ts'
import {stubEngine} from './stub-engine.ts'

/** A folder of its own for one test, with these files in it. */
export function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ourwords-test-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), content)
  }
  return folder
}

interface Run {
  readonly folder?: string
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly tty?: boolean
  readonly engine?: Engine
  readonly now?: () => number
}

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
  readonly folder: string
}

/** Runs the command line as a shell would, with real files and without a real terminal. */
export async function run(argv: readonly string[], given: Run = {}): Promise<Ran> {
  const folder = given.folder ?? folderOf(given.files)
  const written = {out: '', err: ''}
  const output = (to: 'out' | 'err'): Output => ({
    isTTY: given.tty === true,
    columns: 80,
    write: async (text) => {
      written[to] += text
    }
  })
  const host: Host = {
    files: nodeFiles,
    engine: async () => given.engine ?? stubEngine,
    now: given.now ?? (() => 0),
    date: () => new Date('2025-03-04T09:00:00Z'),
    cwd: folder,
    home: folder,
    env: given.env ?? {},
    stdout: output('out'),
    stderr: output('err'),
    stdin: {piped: given.stdin !== undefined, read: async () => Buffer.from(given.stdin ?? '')}
  }
  const status = await main(argv, host)
  return {status, ...written, folder}
}
