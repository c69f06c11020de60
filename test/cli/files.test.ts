import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf, run} from './run.ts'

/** The files that a run reported on, in their order. */
async function checked(argv: readonly string[], given: Parameters<typeof run>[1]): Promise<string[]> {
  const {out} = await run(['check', '--format', 'json', ...argv], given)
  return JSON.parse(out).files.map(({path}: {path: string}) => path)
}

describe('which files are checked', () => {
  it('are in a folder all drafts below it, in the order of their names, and nothing else', async () => {
    const files = {
      'b.md': 'x',
      'a/z.docx': 'x',
      'a/y.TXT': 'x',
      'a/w.odt': 'x',
      'a/v.markdown': 'x',
      'a/picture.png': 'x',
      'a/~$z.docx': 'x',
      'a/z.reviewed.docx': 'x',
      'a/.hidden.md': 'x',
      '.git/a.md': 'x',
      'node_modules/a.md': 'x'
    }
    expect(await checked(['.'], {files})).toEqual(['a/v.markdown', 'a/w.odt', 'a/y.TXT', 'a/z.docx', 'b.md'])
  })

  it('are those of the working folder when none is named', async () => {
    expect(await checked([], {files: {'a.md': 'x'}})).toEqual(['a.md'])
  })

  it('are those that a glob matches, each once', async () => {
    const files = {'a/1.md': 'x', 'a/2.md': 'x', 'b/3.md': 'x', 'b/4.txt': 'x'}
    expect(await checked(['a/1.md', '**/*.md'], {files})).toEqual(['a/1.md', 'a/2.md', 'b/3.md'])
    expect(await checked(['{a,b}/*.{md,txt}'], {files})).toEqual(['a/1.md', 'a/2.md', 'b/3.md', 'b/4.txt'])
  })

  it('may have any name when they are named one by one, also one that looks like a glob', async () => {
    const files = {'draft [1].md': 'x', 'letter.doc': 'x', '.hidden.md': 'x'}
    expect(await checked(Object.keys(files), {files})).toEqual(Object.keys(files))
  })

  it('come once through a link, and a link that leads back up is no trap', async () => {
    const folder = folderOf({'in/a.md': 'x'})
    symlinkSync(folder, join(folder, 'in/up'))
    symlinkSync(join(folder, 'gone'), join(folder, 'in/broken.md'))
    expect(await checked(['in'], {folder})).toEqual(['in/a.md'])
  })

  it('leave out what the configuration excludes, but not a file that is named unless that is forced', async () => {
    const files = {'ourwords.yaml': 'exclude: [old/**, "*.txt"]\n', 'old/a.md': 'x', 'b.md': 'x', 'c/d.txt': 'x'}
    expect(await checked(['.'], {files})).toEqual(['b.md'])
    expect(await checked(['old/a.md'], {files})).toEqual(['old/a.md'])
    expect(await checked(['--force-exclude', 'old/a.md', 'b.md'], {files})).toEqual(['b.md'])
  })

  it('are divided among shards without one left out or checked twice', async () => {
    const folder = folderOf(Object.fromEntries(Array.from({length: 11}, (_, index) => [`${index + 10}.md`, 'x'])))
    const shards = await Promise.all([1, 2, 3].map((part) => checked(['--shard', `${part}/3`, '.'], {folder})))
    expect(shards.flat().sort()).toEqual(await checked(['.'], {folder}))
    expect(shards.map(({length}) => length)).toEqual([4, 4, 3])
  })

  it('are not folders that cannot be read, devices or links in a circle, each told of in one line', async () => {
    const folder = folderOf({'a.md': 'The case.'})
    symlinkSync('loop.md', join(folder, 'loop.md'))
    const {status, out, err} = await run(['check', '-f', 'concise', 'loop.md', '/dev/zero', 'a.md'], {folder})
    expect(status).toBe(2)
    expect(out).toContain('a.md:1:5: error case-talk')
    expect(err.split('\n')).toEqual([
      'loop.md: It is a link that leads back to itself',
      '/dev/zero: It is neither a file nor a folder, so there is nothing to read',
      ''
    ])
  })
})

describe('standard input', () => {
  it('is read for a dash, and where something is piped and nothing is named', async () => {
    for (const argv of [['-'], []]) {
      const {status, out} = await run(['check', '-f', 'concise', ...argv], {stdin: 'The case.'})
      expect(status).toBe(1)
      expect(out).toContain('<stdin>:1:5: error case-talk')
    }
  })

  it('has the name and the configuration that it is given', async () => {
    const folder = folderOf({'letters/ourwords.yaml': 'rules: {case-talk: advice}\n'})
    const argv = ['check', '-f', 'concise', '--stdin-filename', 'letters/a.md', '-']
    const {out} = await run(argv, {folder, stdin: 'The case.'})
    expect(out).toContain('letters/a.md:1:5: advice case-talk')
  })

  it('is not mixed with files', async () => {
    expect((await run(['check', '-', 'a.md'], {stdin: 'x'})).status).toBe(2)
  })
})

describe('limits', () => {
  it('refuse a file that is larger than allowed before it is read', async () => {
    const {status, err} = await run(['check', '--max-bytes', '10', 'a.md'], {files: {'a.md': 'The case is long.'}})
    expect(status).toBe(2)
    expect(err).toBe('a.md: The file is larger than 10 bytes; raise --max-bytes to read it\n')
  })
})

describe('reports in files', () => {
  it('are complete, readable by their owner only, and leave nothing beside them', async () => {
    const {statSync, readdirSync, readFileSync} = await import('node:fs')
    const folder = folderOf({'a.md': 'The case.'})
    const ran = await run(['check', '-f', 'json=r.json', '-f', 'sarif=r.sarif', '-f', 'concise', 'a.md'], {folder})
    expect(ran.out).toContain('a.md:1:5: error')
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).files[0].path).toBe('a.md')
    expect(JSON.parse(readFileSync(join(folder, 'r.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(statSync(join(folder, 'r.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'r.json', 'r.sarif'])
  })

  it('never take the place of a file that is checked, also through a link', async () => {
    const {readFileSync, readdirSync} = await import('node:fs')
    const folder = folderOf({'a.md': 'The case.'})
    symlinkSync('a.md', join(folder, 'link.json'))
    for (const name of ['a.md', './a.md', 'link.json']) {
      const {status, err} = await run(['check', '-f', 'json', '-o', name, 'a.md'], {folder})
      expect({status, err}).toEqual({status: 2, err: expect.stringContaining('written over a file')})
    }
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('The case.')
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'link.json'])
  })

  it('go into the summary of a GitHub job as well, with all findings', async () => {
    const {readFileSync} = await import('node:fs')
    const folder = folderOf({'a.md': 'The case. '.repeat(12), 'summary.md': 'Before\n'})
    const env = {GITHUB_STEP_SUMMARY: join(folder, 'summary.md')}
    const {out} = await run(['check', '-f', 'github', '--show-text', 'a.md'], {folder, env})
    expect(out.match(/^::error/gm)).toHaveLength(10)
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^Before\n[\s\S]*`a\.md`[\s\S]*and 11 more/)
  })
})

describe('a run that is watched', () => {
  it('shows progress on a terminal when it is slow, and takes it away again', async () => {
    const folder = folderOf()
    mkdirSync(join(folder, 'many'))
    for (let index = 0; index < 5; index++) writeFileSync(join(folder, `many/${index}.md`), 'x')
    let time = 0
    const watched = await run(['check', 'many'], {folder, tty: true, now: () => (time += 700)})
    expect(watched.err).toMatch(/2 files checked …/)
    expect(watched.err.endsWith('\r\u001b[K')).toBe(true)
    expect((await run(['check', 'many'], {folder, now: () => (time += 700)})).err).toBe('')
    const inCi = await run(['check', 'many'], {folder, tty: true, env: {CI: 'true'}, now: () => (time += 700)})
    expect(inCi.err).not.toContain('checked')
  })
})
