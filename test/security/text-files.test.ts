import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {filesBelow, folderWith, ran, shell} from './run.ts'
import {record} from './tally.ts'

const secret = 'Quillfeather'

describe('T17: bytes and characters', () => {
  it.each<[string, Uint8Array, number, RegExp]>([
    [
      'UTF-8 that is broken is read as Windows-1252, and that is said',
      Buffer.from('Dear Am\xe9lie', 'latin1'),
      0,
      /not UTF-8, so it was read as Windows-1252/
    ],
    ['a NUL', Buffer.from(`Dear ${secret}\0`), 2, /^a\.md: This is not a text file/],
    ['UTF-16 by its mark', Buffer.from('\ufeffDear Leo', 'utf16le'), 0, /^$/],
    [
      'half of UTF-16',
      Buffer.concat([Buffer.from('\ufeffDear Leo', 'utf16le'), Buffer.from([0])]),
      2,
      /^a\.md: The file is not utf-16le all through/
    ],
    ['overlong UTF-8', Buffer.from([0x44, 0xc0, 0xaf, 0x44]), 0, /not UTF-8/],
    ['nothing', Buffer.alloc(0), 2, /^a\.md: There is nothing in this file/],
    ['only spaces', Buffer.from('  \n'), 2, /^a\.md: There is nothing in this file/]
  ])('%s', async (_, bytes, status, says) => {
    const done = await ran(['check', '--fail-on', 'never', 'a.md'], {'a.md': bytes})
    expect(done.status).toBe(status)
    expect(status === 0 ? done.out : done.err).toMatch(says.source === '^$' ? /a\.md|1 file/ : says)
    expect(done.err).not.toContain(secret)
  })
})

describe('T17: UTF-16 without its mark', () => {
  const text = 'Dear Leo, you will have contact. '.repeat(9)
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()

  it.each([
    ['utf-16le', little],
    ['utf-16be', big]
  ])('is told from a file that is no text, and read as %s when that is said', async (encoding, bytes) => {
    const refused = await ran(['check', 'a.txt'], {'a.txt': bytes})
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining(`say --encoding ${encoding}`)])
    const {status, out} = await ran(['check', '--encoding', encoding, '-f', 'json', 'a.txt'], {'a.txt': bytes})
    expect([status, JSON.parse(out).summary.words]).toEqual([0, 54])
  })

  it('holds no NUL either, marked or not', async () => {
    const nul = Buffer.from(`\ufeff${text}\0`, 'utf16le')
    for (const bytes of [nul, nul.subarray(2)]) {
      const {status, err} = await ran(['check', '--encoding', 'utf-16le', 'a.txt'], {'a.txt': bytes})
      expect([status, err]).toEqual([2, expect.stringContaining('This is not a text file')])
    }
  })
})

describe('T18: what is no file', () => {
  const words = `Dear ${secret}, you will have contact.`

  it('pipes, devices, folders and what cannot be opened are told one by one, and the rest is checked', async (context) => {
    const folder = folderWith({'a.md': words, 'closed.md': words, 'sub/b.md': words})
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    symlinkSync('/dev/zero', join(folder, 'zero.md'))
    symlinkSync('loop.md', join(folder, 'loop.md'))
    symlinkSync('..', join(folder, 'sub', 'up'))
    chmodSync(join(folder, 'closed.md'), 0)
    const paths = ['pipe.md', 'zero.md', 'loop.md', 'closed.md', 'none.md', '', '/dev/zero', 'a.md']
    const {status, out, err} = await ran(['check', '-f', 'concise', ...paths], folder)
    expect(status).toBe(2)
    expect(out).toContain('a.md:1:')
    expect(err).not.toMatch(/E[A-Z]{3,}\b|\bat \S+:\d/)
    for (const name of ['pipe.md', 'zero.md', 'loop.md', 'none.md']) expect(err).toMatch(new RegExp(`^${name}: `, 'm'))
    for (const name of ['pipe.md', 'zero.md', '/dev/zero']) {
      expect((await ran(['review', name], folder)).status).toBe(2)
    }
    // A link that leads up again is walked once.
    const walked = await ran(['check', '-f', 'concise', 'sub'], folder)
    expect(walked.out.match(/b\.md:1:/g)?.length).toBeLessThan(4)
    record(context, {tried: paths.length + 3, refused: paths.length + 2, read: 1})
  })

  it('T29, T30: no report takes the place of a draft, by whatever name it goes', async (context) => {
    const folder = folderWith({'a.md': words})
    symlinkSync('a.md', join(folder, 'link.md'))
    linkSync(join(folder, 'a.md'), join(folder, 'other.md'))
    mkdirSync(join(folder, 'sub'))
    const targets = ['a.md', './a.md', 'sub/../a.md', 'link.md', 'other.md']
    for (const target of targets) {
      const {status, err} = await ran(['check', '-f', 'json', '-o', target, 'a.md'], folder)
      expect([target, status, err]).toEqual([target, 2, expect.stringContaining('written over')])
    }
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(words)
    expect(readlinkSync(join(folder, 'link.md'))).toBe('a.md')
    record(context, {faults: targets.length, survived: targets.length, lost: 0})
  })

  it('T30: a review replaces nothing unasked, and its draft never', async (context) => {
    const {docx, p} = await import('../docx/make.ts')
    const bytes = docx(p(words))
    const folder = folderWith({'a.docx': bytes, 'a.reviewed.docx': 'mine'})
    symlinkSync('a.docx', join(folder, 'link.docx'))
    for (const more of [
      [],
      ['-o', 'a.docx', '--force'],
      ['-o', 'link.docx', '--force'],
      ['--strip', '-o', 'a.docx', '--force']
    ]) {
      expect((await ran(['review', ...more, 'a.docx'], folder)).status).toBe(2)
    }
    expect(readFileSync(join(folder, 'a.docx')).equals(bytes)).toBe(true)
    expect(readFileSync(join(folder, 'a.reviewed.docx'), 'utf8')).toBe('mine')
    record(context, {faults: 4, survived: 4, lost: 0})
  })

  it('what stands beside a draft, or is named by an option, and is no file is not waited for', async (context) => {
    const cases: (readonly [name: string, argv: readonly string[]])[] = [
      ['a.md.ourwords.yaml', ['check', 'a.md']],
      ['ourwords.yaml', ['check', 'a.md']],
      ['x', ['check', '--config', 'x', 'a.md']],
      ['x', ['check', '--baseline', 'x', 'a.md']],
      ['x', ['merge', 'x']],
      ['x', ['check', '-f', 'json', '-o', 'x', 'a.md']]
    ]
    for (const [name, argv] of cases) {
      const folder = folderWith({'a.md': words})
      execFileSync('mkfifo', [join(folder, name)])
      const {status, err} = await ran(argv, folder)
      expect([argv, status, err]).toEqual([argv, 2, expect.stringMatching(/not a file|could not be (?:read|written)/)])
      expect(lstatSync(join(folder, name)).isFIFO()).toBe(true)
    }
    record(context, {tried: cases.length, refused: cases.length})
  })

  it('a file that says that it is empty is not read', async () => {
    const {status, err} = await ran(['check', '/proc/self/status'], {})
    expect([status, err]).toEqual([2, expect.stringContaining('There is nothing in this file')])
  })

  it('a report can be written to a device or a pipe, and never takes its place', (context) => {
    const folder = folderWith({'a.md': words})
    const {status, out} = shell(
      // Never a device of the machine itself: without its defence, this test would take its place.
      'mknod null c 1 3 || { mkfifo null; timeout 30 cat null > more & }; ln -s /dev/stdout out; mkfifo pipe; timeout 30 cat pipe > got & ' +
        'ourwords --fail-on never -f json=null -f concise=pipe -f markdown=out --show-text a.md | cat; wait; stat -Lc %F null pipe',
      folder
    )
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/What a child would meet[\s\S]*(?:character special file|fifo)\nfifo\n$/)
    ])
    expect(readFileSync(join(folder, 'got'), 'utf8')).toMatch(/a\.md:1:/)
    record(context, {faults: 2, survived: 2, lost: 0})
  })

  it('a folder that is gone is told of', () => {
    const {status, err} = shell('mkdir gone; cd gone; rmdir ../gone; ourwords ../a.md', folderWith({'a.md': words}))
    expect([status, err]).toEqual([2, expect.stringMatching(/^ourwords: The folder [^\n]+\n$/)])
  })

  it('T43: the owner files of Word are left alone', async () => {
    const folder = folderWith({'a.md': words, '~$a.docx': new Uint8Array(162).fill(1)})
    const {status, err} = await ran(['check', '--fail-on', 'never', '.'], folder)
    expect([status, err]).toEqual([0, ''])
    expect(filesBelow(folder).has('~$a.docx')).toBe(true)
  })
})

/** `amount` keys with values on one line. */
const keys = (amount: number): string => `{${Array.from({length: amount}, (_, index) => `k${index}: 1`).join(', ')}}`
const laughs = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
  .split('')
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
  .join('\n')}`

/** `refused`: as front matter, beside a draft, and as a configuration alike; else it is harmless. */
const bombs: readonly (readonly [what: string, yaml: string, refused?: 'refused'])[] = [
  ['aliases that multiply', `child: Amy\n${laughs}`, 'refused'],
  ['brackets without end', `children: ${'['.repeat(20_000)}`, 'refused'],
  ['keys in keys', `${Array.from({length: 5000}, (_, index) => `${' '.repeat(index)}a:`).join('\n')}`],
  ['a tag that would run', `child: !!js/function 'function () { return 1 }'`, 'refused'],
  ['a key that is everybody’s', `__proto__:\n  polluted: yes\nchild: {name: Amy, __proto__: {polluted: yes}}`],
  [
    'constructors',
    `constructor: {prototype: {polluted: yes}}\nchild: {name: Amy, family: {__proto__: polluted, constructor: x}}`
  ],
  ['eighty thousand keys', `child: Amy\nmore: ${keys(80_000)}`],
  ['a key twice', `child: Amy\nchild: Bob`, 'refused'],
  ['more than a mebibyte', `child: Amy # ${'x'.repeat(1_100_000)}`, 'refused'],
  ['a merge', `base: &b {name: Amy}\nchild: {<<: *b}`],
  ['two documents', `child: Amy\n--- \nchild: Bob`],
  ['a name that is an expression', `child: {name: "(a+)+$ [", known-as: "\\\\", pronouns: "(?:"}`]
]

describe('T19: YAML that was made to do harm', () => {
  const words = `${secret} said that she goes by Amy. “contact,” she said.`

  it.each(bombs)('%s', async (_, yaml = '', refused) => {
    const places: Record<string, string>[] = [
      {'a.md': `---\n${yaml}\n---\n\n${words}`},
      {'a.md': words, 'a.md.ourwords.yaml': yaml},
      {'a.md': words, 'ourwords.yaml': yaml}
    ]
    for (const files of places) {
      const {status, err} = await ran(['check', '-f', 'concise', 'a.md'], files)
      if (refused) expect(status).toBe(2)
      else expect([0, 1, 2]).toContain(status)
      if (status === 2) expect(err).toMatch(/^[^\n]*(?:a\.md|ourwords\.yaml)[^\n]*\n(?:[^\n]*\n)?$/)
      expect(err).not.toMatch(/went wrong|\bat \S+:\d|Amy|Bob|polluted/)
      expect(({} as {polluted?: unknown}).polluted).toBeUndefined()
    }
  })

  it('are all tried in three places', (context) => {
    record(context, {tried: bombs.length * 3, refused: bombs.length * 3})
  })
})

describe('T39: names that every object has', () => {
  const words = 'Dear Amy, your Constructor has contact and a __proto__ toString.'
  const own = (name: string, yaml: string): Record<string, string> => ({
    'a.md': words,
    'ourwords.yaml': 'dictionaries: own',
    [`own/${name}`]: yaml
  })
  const entry = '{id: x, terms: ["<NAME> here"], instead: [there], flags: ["*word here*"], allows: [here]}'

  it.each(['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty'])('%s is no key', async (name) => {
    const places: Record<string, string>[] = [
      {'a.md': words, 'ourwords.yaml': `rules: {${name}: off}`},
      {'a.md': words, 'ourwords.yaml': `${name}: off`},
      {'a.md': words, 'ourwords.yaml': `children: [{name: Amy, family: {${name}: Mum}}]`},
      {'a.md': words, 'ourwords.yaml': `overrides: [{files: "*.md", rules: {${name}: off}}]`},
      {'a.md': words, 'a.md.ourwords.yaml': `child: {name: Amy, ${name}: x}`},
      {'a.md': `---\nchild: {name: Amy, family: {${name}: Mum}}\n---\n\n${words}`},
      own('words.yaml', `${name}: [word]`),
      own('everyday.yaml', `${name}: [TV]`),
      own('sources.yaml', `${name}: {title: a, publisher: b, year: 2020}`),
      own('kinds/note.yaml', `title: N\ntype: letter\nreader: {who: child, age: 9}\nseverities: {${name}: off}`),
      own('glossary/own.yaml', `title: O\nrule: jargon\nwhy: w\nentries: [${entry}]\n${name}: x`)
    ]
    for (const files of places) {
      const {status, err} = await ran(['check', 'a.md'], files)
      expect([status, err]).toEqual([
        2,
        expect.stringMatching(new RegExp(`a key is called “${name}”, which no key may be`))
      ])
    }
  })

  it.each(['constructor', '__proto__', 'toString'])('%s is a word, a name and a file like any other', async (name) => {
    const list = (terms: string) =>
      `title: O\nrule: jargon\nwhy: w\nentries: [{id: ${name.replace(/_/g, '').toLowerCase()}, terms: ["${terms}"], instead: [there], flags: ["*${name}*"], allows: [here]}]`
    const files = {...own(`glossary/${name}.yaml`, list(name)), 'a.md': `Dear ${name}, ${words}`}
    const {status, out, err} = await ran(['check', '--all', '--child', name, '--person', name, 'a.md'], files)
    expect([status, err]).toEqual([expect.any(Number), ''])
    expect(out).not.toMatch(/went wrong|native code/)
    const refused = [
      ['--rule', `${name}=off`],
      ['--rule', `jargon/${name}${name}=off`],
      ['--format', name],
      ['--as', name],
      ['--limit', `${name}=1`],
      ['--fail-on', name],
      ['--encoding', name],
      ['--view', name]
    ]
    for (const option of refused) {
      const {status, err} = await ran(['check', ...option, 'a.md'], {'a.md': words})
      expect([option, status, err]).toEqual([option, 2, expect.stringMatching(/^ourwords: [^\n]+\n$/)])
      expect(err).not.toMatch(/went wrong|native code/)
    }
    for (const command of ['completions', 'explain', 'baseline', 'cache']) {
      expect((await ran([command, name], {})).err).toMatch(/^ourwords: (?!.*went wrong)[^\n]+\n$/)
    }
  })
})

describe('T20: nothing in a folder is run', () => {
  it.each([
    ['an address', 'extends: https://127.0.0.1:9/house.yaml'],
    ['a data address', 'extends: "data:text/yaml,rules: {}"'],
    ['itself', 'extends: ourwords.yaml'],
    ['what is not there', 'extends: ../none.yaml']
  ])('a configuration that extends %s is refused', async (_, yaml) => {
    const {status, err} = await ran(['check', 'a.md'], {'a.md': 'Dear Leo', 'ourwords.yaml': yaml})
    expect(status).toBe(2)
    expect(err).toMatch(/^a\.md: ourwords\.yaml[^\n]*\n$|^ourwords: ourwords\.yaml[^\n]*\n$/)
    if (yaml.includes('https:')) expect(err).toContain('no addresses')
  })

  it('scripts beside the drafts are not looked at', () => {
    const harm = "require('node:fs').writeFileSync('harm', '')"
    const names = [
      'ourwords.config.js',
      'ourwords.js',
      '.ourwordsrc.js',
      'package.json',
      'node_modules/retext/index.js'
    ]
    const folder = folderWith(
      Object.fromEntries(names.map((name) => [name, name.endsWith('json') ? '{"main":"ourwords.js"}' : harm]))
    )
    writeFileSync(join(folder, 'a.md'), 'Dear Leo')
    shell('ourwords a.md; ourwords .', folder)
    expect(filesBelow(folder).has('harm')).toBe(false)
  })
})
