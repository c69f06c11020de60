import {execFileSync} from 'node:child_process'
import {chmodSync, linkSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync} from 'node:fs'
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
