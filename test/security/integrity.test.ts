import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {docx, p} from '../docx/make.ts'
import {folderWith, ran, root, shell} from './run.ts'
import {record} from './tally.ts'

const program = join(root, 'bin', 'ourwords.js')
const long = 'You will have contact and a placement.\n\n'.repeat(4000)
const fixable = 'We will commence and endeavour and utilise it.\n\n'.repeat(2500)

/** Kills a run so many milliseconds after its start, and waits until it is gone. */
async function killedAfter(argv: readonly string[], cwd: string, wait: number): Promise<void> {
  const child = spawn(process.execPath, [program, ...argv], {cwd, stdio: 'ignore', env: {...process.env, CI: ''}})
  const gone = once(child, 'exit')
  await Promise.race([pause(wait), gone])
  child.kill('SIGKILL')
  await gone
}

/** Whole runs take about as long as this, in milliseconds; kills are spread over it. */
function lengthOf(argv: readonly string[], cwd: string): number {
  const start = performance.now()
  spawnSync(process.execPath, [program, ...argv], {cwd, env: {...process.env, CI: ''}})
  return performance.now() - start
}

const unfinished = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'))

describe('T31: a run that is killed while it writes', () => {
  it.each<[what: string, argv: string[], target: string, old: string, isWhole: (content: Buffer) => boolean]>([
    [
      'a report',
      ['check', '--all', '-f', 'json', '-o', 'out', 'a.md'],
      'out',
      'old',
      (content) => JSON.parse(content.toString()).summary.files === 1
    ],
    [
      'a draft with its fixes',
      ['check', '--fix', 'fix.md'],
      'fix.md',
      fixable,
      (content) =>
        content.toString().split('\n').length === fixable.split('\n').length && content.toString().endsWith('it.\n\n')
    ],
    [
      'a copy for review',
      ['review', '--force', '-o', 'copy.docx', 'a.docx'],
      'copy.docx',
      'old',
      (content) => content.subarray(-22, -18).toString('latin1') === 'PK\x05\x06'
    ]
  ])('leaves %s as it was or whole, and what it left is removed by the next', async (_, argv, target, old, isWhole) => {
    const folder = folderWith({
      'a.md': long,
      'fix.md': fixable,
      'a.docx': docx(p('You will have contact.').repeat(1500))
    })
    const whole = lengthOf(argv, folder)
    for (let round = 0; round < 20; round++) {
      writeFileSync(join(folder, target), old)
      await killedAfter(argv, folder, whole * (0.3 + (0.75 * round) / 20))
      const content = readFileSync(join(folder, target))
      expect(content.toString() === old || isWhole(content)).toBe(true)
    }
    writeFileSync(join(folder, target), old)
    shell(`ourwords ${argv.join(' ')}`, folder)
    expect(isWhole(readFileSync(join(folder, target)))).toBe(true)
    expect(unfinished(folder)).toEqual([])
  })

  it('is counted', (context) => record(context, {faults: 60, survived: 60, lost: 0}))

  it.each(['SIGINT', 'SIGTERM'] as const)('%s leaves the old file and nothing else', async (signal) => {
    const folder = folderWith({out: 'old'})
    const child = spawn(process.execPath, [program, 'check', '-f', 'json', '-o', 'out', '-'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe']
    })
    while (unfinished(folder).length === 0) await pause(10)
    child.kill(signal)
    const [status] = await once(child, 'exit')
    expect(status).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(readdirSync(folder)).toEqual(['out'])
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old')
    expect(child.stderr.read()).toBeNull()
  })

  it('can be interrupted while a document keeps it busy', async () => {
    const folder = folderWith({'a.md': 'The child was at a placement, and contact was had by him, and '.repeat(60_000)})
    const child = spawn(process.execPath, [program, 'check', 'a.md'], {cwd: folder, stdio: 'ignore'})
    await pause(600)
    child.kill('SIGINT')
    const [status, signal] = await once(child, 'exit')
    expect([status, signal]).toEqual([null, 'SIGINT'])
  })

  it('leaves alone what a run that still goes on is writing', async () => {
    const folder = folderWith({'a.md': long})
    const slow = spawn(process.execPath, [program, 'check', '-f', 'json', '-o', 'out', '-'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore']
    })
    while (unfinished(folder).length === 0) await pause(10)
    expect(shell('ourwords check -f json -o out a.md', folder).status).toBe(1)
    expect(unfinished(folder)).toHaveLength(1)
    slow.stdin.end('Dear Leo')
    await once(slow, 'exit')
    expect(JSON.parse(readFileSync(join(folder, 'out'), 'utf8')).summary.words).toBe(2)
    expect(unfinished(folder)).toEqual([])
  })

  it('two runs at once on one report leave one of the two, whole', async (context) => {
    const folder = folderWith({'a.md': long})
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        [0, 1].map((_) =>
          once(
            spawn(process.execPath, [program, 'check', '--all', '-f', 'json', '-o', 'out', 'a.md'], {
              cwd: folder,
              stdio: 'ignore'
            }),
            'exit'
          )
        )
      )
      expect(JSON.parse(readFileSync(join(folder, 'out'), 'utf8')).summary.files).toBe(1)
    }
    expect(unfinished(folder)).toEqual([])
    record(context, {faults: 5, survived: 5, lost: 0})
  })
})

const mayUnshare = spawnSync('unshare', ['-rm', 'true']).status === 0

describe('T32: a disk that is full', () => {
  it.runIf(mayUnshare)('keeps the old report, draft and copy, says so in one line and leaves nothing', (context) => {
    const folder = folderWith({
      'a.md': long,
      'fix.md': fixable.slice(0, 30_000),
      'a.docx': docx(p('You will have contact. '.repeat(40)).repeat(300))
    })
    const commands = [
      'check --all -f json -o disk/out a.md',
      'check --all -f html -o disk/out a.md',
      'check --fix disk/fix.md',
      'review --force -o disk/out.docx a.docx'
    ]
    for (const command of commands) {
      const inside = `set -e; mkdir -p disk; mount -t tmpfs -o size=64k tmpfs disk; echo old > disk/out; echo old > disk/out.docx; cp fix.md disk/fix.md; head -c 14000 /dev/zero > disk/ballast; before=$(cat disk/out disk/out.docx disk/fix.md | md5sum); set +e; ourwords ${command}; status=$?; test "$before" = "$(cat disk/out disk/out.docx disk/fix.md | md5sum)" || echo CHANGED; ls -A disk | grep tmp && echo LEFT; exit $status`
      const {status, out, err} = shell(`export -f ourwords; unshare -rm bash -c '${inside}'`, folder)
      expect([command, status]).toEqual([command, 2])
      expect(out).not.toMatch(/CHANGED|LEFT/)
      expect(err).toMatch(/^[^\n]*The disk is full[^\n]*\n/)
    }
    record(context, {faults: commands.length, survived: commands.length, lost: 0})
  })

  it.each(['check --all a.md', 'check -f json a.md', 'rules', 'glossary', '--help', 'explain jargon'])(
    '%s > /dev/full',
    (command) => {
      const {status, err} = shell(`ourwords ${command} > /dev/full`, folderWith({'a.md': long}))
      expect(status).toBe(2)
      expect(err).toMatch(/^[^\n]+\n$/)
      expect(err).not.toMatch(/\bat \S+:\d|E[A-Z]{4,}|node:/)
    }
  )

  it('a file that may not grow', () => {
    const folder = folderWith({'a.md': long, out: 'old'})
    const {status, err} = shell('(ulimit -f 8; ourwords check --all -f json -o out a.md)', folder)
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^ourwords: The json report could not be written\.[^\n]*\n$/)
    ])
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'out'])
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old')
  })
})

describe('T32: where nothing may be written', () => {
  it.runIf(mayUnshare)('a folder that can only be read is left as it is, and can still be checked', (context) => {
    const folder = folderWith({'shut/a.md': fixable.slice(0, 200), 'shut/a.docx': docx(p('You will have contact.'))})
    const inside = (command: string) =>
      `mount --bind -o ro shut shut && mount -o remount,ro,bind shut && ourwords ${command}`
    const commands: readonly (readonly [string, number])[] = [
      ['check shut/a.md', 0],
      ['check -f json -o shut/out shut/a.md', 2],
      ['check --fix shut/a.md', 2],
      ['review shut/a.docx', 2],
      ['baseline create --baseline shut/base.json shut/a.md', 2]
    ]
    for (const [command, expected] of commands) {
      const {status, err} = shell(`export -f ourwords; unshare -rm bash -c '${inside(command)}'`, folder)
      expect([command, status]).toEqual([command, expected])
      if (expected === 2) expect(err).toMatch(/only be read|not allowed to write/)
      expect(err).not.toMatch(/\bat \S+:\d|E[A-Z]{4,}/)
    }
    record(context, {faults: commands.length, survived: commands.length, lost: 0})
  })
})

describe('T33: whoever reads stops, or is slow', () => {
  it.each([
    'check --all -f concise a.md',
    'check --all a.md',
    'check --all -f json a.md',
    'glossary',
    'rules',
    'completions bash'
  ])('%s | head -1 ends quietly', (command) => {
    const {out, err} = shell(`ourwords ${command} | head -1; exit \${PIPESTATUS[0]}`, folderWith({'a.md': long}))
    expect(out.split('\n')).toHaveLength(2)
    expect(err).toBe('')
  })

  it('three megabytes go whole through a slow pipe', (context) => {
    const folder = folderWith({'a.md': long})
    const {status} = shell(`ourwords check --all -f json a.md | (sleep 1; cat) > out; exit \${PIPESTATUS[0]}`, folder)
    const report = readFileSync(join(folder, 'out'), 'utf8')
    expect(status).toBe(1)
    expect(report.length).toBeGreaterThan(3_000_000)
    expect(JSON.parse(report).summary.files).toBe(1)
    record(context, {faults: 7, survived: 7, lost: 0})
  })
})

describe('T34: a cache that somebody spoilt', () => {
  it('is not believed, and nothing goes wrong', async (context) => {
    const cacheOf = (folder: string) => join(folder, '.cache', 'ourwords')
    const spoil: readonly (readonly [string, (cache: string) => void])[] = [
      ['empty entries', (cache) => eachEntry(cache, '')],
      ['broken entries', (cache) => eachEntry(cache, '{"words":')],
      ['entries of another kind', (cache) => eachEntry(cache, '{"words": -1, "quotedWords": "x", "__proto__": {}}')],
      ['a huge entry', (cache) => eachEntry(cache, '['.repeat(5_000_000))],
      ['a broken key', (cache) => writeFileSync(join(cache, 'key'), 'x')]
    ]
    for (const [what, work] of spoil) {
      const folder = folderWith({'clean.md': 'The sun is out today and we went for a walk.'})
      const argv = ['check', '--as', 'correspondence', '--cache', 'clean.md']
      const first = await ran(argv, folder)
      work(cacheOf(folder))
      const again = await ran(argv, folder)
      expect([what, again.status, again.out, again.err]).toEqual([what, first.status, first.out, first.err])
    }
    record(context, {faults: spoil.length, survived: spoil.length})
  })

  it('that is a link is not used', async () => {
    const folder = folderWith({'clean.md': 'The sun is out.'})
    mkdirSync(join(folder, '.cache'))
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, '.cache', 'ourwords'))
    expect((await ran(['check', '--fail-on', 'never', '--cache', 'clean.md'], folder)).status).toBe(0)
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })

  it('is used by eight runs at once', async (context) => {
    const folder = folderWith({'clean.md': 'The sun is out today.'})
    const env = {...process.env, CI: '', HOME: folder, XDG_CACHE_HOME: ''}
    for (let round = 0; round < 3; round++) {
      const children = Array.from({length: 8}, () =>
        spawn(process.execPath, [program, 'check', '--fail-on', 'never', '--cache', 'clean.md'], {
          cwd: folder,
          stdio: 'ignore',
          env
        })
      )
      const statuses = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))
      expect(statuses).toEqual(Array(8).fill(0))
    }
    record(context, {faults: 24, survived: 24})
  })
})

function eachEntry(cache: string, content: string): void {
  for (const name of readdirSync(cache, {recursive: true}) as string[]) {
    if (/^[0-9a-f]{2}.[0-9a-f]+$/.test(name)) writeFileSync(join(cache, name), content)
  }
  expect(existsSync(cache)).toBe(true)
}
