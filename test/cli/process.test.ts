import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {connect, createServer, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {build} from 'esbuild'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {folderOf} from './run.ts'

const place = mkdtempSync(join(tmpdir(), 'ourwords-process-'))
const program = join(place, 'ourwords.mjs')

beforeAll(async () => {
  await build({
    entryPoints: ['test/cli/process-entry.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['vitest'],
    banner: {js: "import {createRequire as make} from 'node:module';const require=make(import.meta.url);"},
    outfile: program,
    logLevel: 'silent'
  })
})

afterAll(() => rmSync(place, {recursive: true, force: true}))

const shell = (command: string, cwd: string) => {
  const {status, stdout, stderr} = spawnSync('bash', ['-c', command.replaceAll('ourwords', `node ${program}`)], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: {...process.env, CI: '', FORCE_COLOR: undefined, NO_COLOR: undefined}
  })
  return {status, out: stdout, err: stderr}
}

const long = 'The case is about contact. '.repeat(2000)

describe('the program as a process', () => {
  it('writes all of a long report through a slow pipe', () => {
    const folder = folderOf({'a.md': long})
    const {status, out} = shell(
      'set -o pipefail; ourwords check --all -f concise a.md | (sleep 0.3; cat) | wc -l',
      folder
    )
    expect({status, lines: Number(out)}).toEqual({status: 1, lines: 4002})
  })

  it('writes all to a slow reader that wants nobody kept waiting', async () => {
    const folder = folderOf({'a.md': 'The case is about “contact”. '.repeat(6000)})
    const socket = join(place, 'slow.sock')
    const server = createServer().listen(socket)
    await once(server, 'listening')
    const reader = connect(socket).pause()
    const [ours] = (await once(server, 'connection')) as [Socket]
    const child = spawn('node', [program, 'check', '--all', '-f', 'concise', 'a.md'], {
      cwd: folder,
      stdio: ['ignore', ours, 'ignore']
    })
    ours.destroy()
    await pause(2500)
    const [text, [status]] = await Promise.all([reader.setEncoding('utf8').toArray(), once(child, 'close')])
    server.close()
    expect(status).toBe(1)
    expect(text.join('')).toBe(shell('ourwords check --all -f concise a.md', folder).out)
  })

  it('says nothing when whoever was reading has stopped', () => {
    const folder = folderOf({'a.md': long})
    const {out, err} = shell('ourwords check --all -f concise a.md | head -1', folder)
    expect(out.split('\n')).toHaveLength(2)
    expect(err).toBe('')
  })

  it('tells of a full disk in one line', () => {
    const folder = folderOf({'a.md': long})
    for (const command of [
      'ourwords check -f json a.md > /dev/full',
      '(ulimit -f 8; ourwords check -f json -o r.json a.md)'
    ]) {
      const {status, err} = shell(command, folder)
      expect(status).toBe(2)
      expect(err).toMatch(/^ourwords: The json report could not be written\. .*\n$/)
    }
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('colours for a terminal only, unless it is told otherwise', () => {
    const folder = folderOf({'a.md': 'The case.'})
    const colored = (command: string) => shell(command, folder).out.includes('\u001b[')
    expect(colored('ourwords a.md')).toBe(false)
    expect(colored('FORCE_COLOR=1 ourwords a.md')).toBe(true)
    expect(colored('ourwords --color a.md')).toBe(true)
    expect(colored('FORCE_COLOR=1 ourwords --no-color a.md')).toBe(false)
    expect(colored('NO_COLOR=1 FORCE_COLOR=1 ourwords --color a.md')).toBe(false)
    expect(colored('FORCE_COLOR=1 ourwords -f json a.md')).toBe(false)
  })

  it('reads what is piped into it, and nothing where nothing is', () => {
    const folder = folderOf({'a.md': 'The case.'})
    expect(shell('echo "The case." | ourwords -f concise', folder).out).toContain('<stdin>:1:5')
    expect(shell('ourwords -f concise < a.md', folder).out).toContain('<stdin>:1:5')
    expect(shell('ourwords -f concise < /dev/null', folder).out).toContain('a.md:1:5')
  })

  it('stops reading what has no end', () => {
    const {status, err} = shell('ourwords check --max-bytes 100000 - < /dev/zero', folderOf())
    expect({status, err}).toEqual({status: 2, err: expect.stringMatching(/^<stdin>: .* larger than 100000 bytes.*\n$/)})
  })

  it('says the same on several processors at once, also where files fail or end their worker', () => {
    const names = Array.from({length: 30}, (_, index) => `${index + 10}.md`)
    const words = ['The case.', 'You have contact.', 'UNREADABLE', 'CRASH', 'BROKEN', 'All is well.']
    const folder = folderOf(Object.fromEntries(names.map((name, index) => [name, words[index % 6] as string])))
    const one = shell('ourwords check -f concise .', folder)
    expect(shell('ourwords check -f concise --jobs 3 .', folder)).toEqual(one)
    expect(shell('ourwords check -f concise --jobs auto .', folder)).toEqual(one)

    writeFileSync(join(folder, '15.md'), 'EXIT')
    const {status, out, err} = shell('ourwords check -f concise --jobs 3 .', folder)
    expect(status).toBe(2)
    expect(out.match(/case-talk/g)).toHaveLength(5)
    expect(err).toMatch(/^15\.md: Something in ourwords itself went wrong/m)
  })

  it('does not say why in the words of the system, nor where in the program', () => {
    const folder = folderOf({'a.md': 'CRASH', 'b.md': 'x'})
    chmodSync(join(folder, 'b.md'), 0)
    const {status, err} = shell('ourwords a.md b.md none.md', folder)
    expect(status).toBe(2)
    expect(err).not.toMatch(/\n {4}at |\bE[A-Z]{4,}\b|node:/)
  })

  it('leaves the old report, and nothing else, when it is interrupted', async () => {
    const folder = folderOf({'r.json': 'old'})
    writeFileSync(join(folder, 'a.md'), 'x')
    // Standard input that never ends keeps the run waiting for as long as the test wants.
    const child = spawn('node', [program, 'check', '-f', 'json', '-o', 'r.json', '-'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', openSync(join(place, 'err'), 'w')]
    })
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(3), {timeout: 10_000})
    child.kill('SIGINT')
    const [status] = await once(child, 'exit')
    expect(status).toBe(130)
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'r.json'])
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe('old')
    expect(readFileSync(join(place, 'err'), 'utf8')).toBe('')
  })

  it('leaves an old or a new report, never a part, when it is killed or runs twice at once', async () => {
    const folder = folderOf({'a.md': long})
    const argv = [program, 'check', '--all', '-f', 'json', '-o', 'r.json', 'a.md']
    for (let round = 0; round < 8; round++) {
      const children = [0, 1].map(() => spawn('node', argv, {cwd: folder, stdio: 'ignore'}))
      if (round > 0) {
        await pause(60 * round)
        for (const child of children) child.kill('SIGKILL')
      }
      await Promise.all(
        children.map(async (child) => child.exitCode ?? child.signalCode ?? (await once(child, 'exit')))
      )
      expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).summary.errors).toBe(2000)
    }
  })
})
