import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {docx, p} from '../docx/make.ts'
import {packages} from './hostile-packages.ts'
import {folderWith, root, shell} from './run.ts'
import {record} from './tally.ts'

const dist = join(root, 'dist')
const bundles = (readdirSync(dist, {recursive: true}) as string[]).filter((name) => /\.c?js$/.test(name))

describe('T41: nothing is sent', () => {
  it.each([
    [
      'modules of the network',
      /(?:require\(|from|import\()\s*["'](?:node:)?(?:https?|http2|net|dns|dns\/promises|tls|dgram|inspector|cluster)["']/
    ],
    ['calls to it', /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\s*\(/],
    ['another program that could', /\b(?:exec|execFile|fork)(?:Sync)?\s*\(\s*["'`]/],
    ['code made of text', /\beval\s*\(|\bnew Function\s*\(/]
  ])('what is published holds no %s', (_, pattern) => {
    expect(bundles.length).toBeGreaterThan(1)
    for (const name of bundles)
      expect([name, readFileSync(join(dist, name), 'latin1').match(pattern)?.[0]]).toEqual([name, undefined])
  })

  const commands = [
    'check -f json a.md a.docx hostile.docx',
    'check --all --statistics a.md',
    'check -f html -o out.html a.md',
    'check --cache a.md',
    'check --jobs 2 a.md a.docx',
    'check --diff a.md',
    'check --fix fix.md',
    'check --retext a.md',
    'review a.docx',
    'review --strip -o b.docx a.docx',
    'baseline create a.md',
    'baseline check a.md',
    'explain jargon',
    'rules',
    'glossary search contact',
    'glossary test',
    'init',
    'merge out.json',
    'completions bash',
    'cache clear',
    '--version',
    '--help'
  ]
  const hostile = packages.find(({threat}) => threat === 'T10')
  const folder = () =>
    folderWith({
      'a.md': 'You will have contact. ![x](http://127.0.0.1:9/x.png) <img src="http://127.0.0.1:9/y.png">',
      'fix.md': 'We will commence.',
      'a.docx': docx(p('You will have contact.')),
      'hostile.docx': hostile?.make() ?? '',
      'out.json': '{}'
    })

  it.runIf(spawnSync('unshare', ['-rn', 'true']).status === 0)(
    'every command does the same where there is no network',
    (context) => {
      for (const command of commands) {
        const [here, there] = [folder(), folder()]
        const open = shell(`ourwords ${command}`, here)
        const shut = shell(`export -f ourwords; unshare -rn bash -c 'ourwords ${command}'`, there)
        expect([command, shut.status]).toEqual([command, open.status])
        expect(shut.out.replace(/"time[^,]*/g, '')).toBe(open.out.replace(/"time[^,]*/g, ''))
        expect([0, 1, 2]).toContain(open.status)
      }
      record(context, {tried: commands.length, read: commands.length})
    }
  )

  it.runIf(spawnSync('strace', ['-V']).status === 0)(
    'no command opens a socket to anywhere, or a file that a draft names',
    (context) => {
      for (const command of commands) {
        const here = folder()
        const {status} = shell(
          `strace -f -qq -e trace=connect,bind,sendto,sendmsg -o trace ${process.execPath} ${join(root, 'bin/ourwords.js')} ${command}`,
          here
        )
        expect([0, 1, 2]).toContain(status)
        const trace = readFileSync(join(here, 'trace'), 'utf8')
        expect([command, trace.split('\n').filter((line) => /AF_INET|AF_UNIX.*(?:nscd|dbus)/.test(line))]).toEqual([
          command,
          []
        ])
      }
      record(context, {searched: commands.length, leaks: 0})
    }
  )
})
