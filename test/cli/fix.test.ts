import {chmodSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf, run} from './run.ts'

describe('--fix', () => {
  it('makes the safe replacements, leaves the rest, and ends by what is left', async () => {
    const folder = folderOf({'a.md': 'This is clearly so. It is clearly a case.\n', 'b.md': 'All is clearly well.'})
    const {status, out, err} = await run(['check', '--fix', '-f', 'concise', '--fail-on', 'advice', 'a.md', 'b.md'], {
      folder
    })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('This is plainly so. It is plainly a case.\n')
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('All is plainly well.')
    expect(status).toBe(1)
    expect(out).toContain('case-talk')
    expect(out).not.toContain('overclaim')
    expect(err).toBe('Fixed 3 places\n')
    expect((await run(['check', '--fix', '--fail-on', 'advice', 'b.md'], {folder})).status).toBe(0)
  })

  it('keeps the byte-order mark, the line ends and who may read the file', async () => {
    const folder = folderOf()
    const path = join(folder, 'a.md')
    writeFileSync(path, '\ufeffOne\r\nis clearly\rtwo\n')
    chmodSync(path, 0o640)
    await run(['check', '--fix', 'a.md'], {folder})
    expect(readFileSync(path, 'utf8')).toBe('\ufeffOne\r\nis plainly\rtwo\n')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('does not touch a file that would not come out as it went in', async () => {
    const folder = folderOf()
    const bytes = Buffer.from('It is clearly so: caf\xe9', 'latin1')
    writeFileSync(join(folder, 'a.md'), bytes)
    const {status, err} = await run(['check', '--fix', 'a.md'], {folder})
    expect({status, err}).toEqual({status: 2, err: expect.stringContaining('not UTF-8')})
    expect(readFileSync(join(folder, 'a.md'))).toEqual(bytes)
  })

  it('does not write where nothing is to be fixed', async () => {
    const folder = folderOf({'a.md': 'The case.'})
    const before = statSync(join(folder, 'a.md'))
    await run(['check', '--fix', 'a.md'], {folder})
    expect(statSync(join(folder, 'a.md')).ino).toBe(before.ino)
  })

  it('is not for standard input', async () => {
    expect((await run(['check', '--fix', '-'], {stdin: 'clearly'})).status).toBe(2)
  })
})

describe('--diff', () => {
  it('shows what --fix would do and changes nothing', async () => {
    const text = `${'one\n'.repeat(5)}It is clearly so, clearly.\n${'two\n'.repeat(9)}Clearly, clearly.`
    const folder = folderOf({'a.md': text, 'b.md': 'The case.'})
    const {status, out} = await run(['check', '--diff', 'a.md', 'b.md'], {folder})
    expect(status).toBe(1)
    expect(out).toBe(`--- a.md
+++ a.md
@@ -3,7 +3,7 @@
 one
 one
 one
-It is clearly so, clearly.
+It is plainly so, plainly.
 two
 two
 two
@@ -13,4 +13,4 @@
 two
 two
 two
-Clearly, clearly.
\\ No newline at end of file
+Clearly, plainly.
\\ No newline at end of file
`)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(text)
    expect(await run(['check', '--diff', 'b.md'], {folder})).toMatchObject({status: 0, out: ''})
  })

  it('is understood by patch', async () => {
    const {spawnSync} = await import('node:child_process')
    const folder = folderOf({'a.md': `${'one\n'.repeat(5)}It is clearly so.\n${'two\n'.repeat(9)}clearly`})
    const {out} = await run(['check', '--diff', 'a.md'], {folder})
    const {status, stderr} = spawnSync('git', ['apply', '-p0', '-'], {cwd: folder, input: out, encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toContain('It is plainly so.')
  })

  it('is not shown where words are left out', async () => {
    const ran = await run(['check', '--diff', 'a.md'], {files: {'a.md': 'clearly'}, env: {CI: 'true'}})
    expect(ran).toMatchObject({status: 2, out: ''})
  })
})
