import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf, run} from './run.ts'

const name = 'ourwords-baseline.json'

describe('a baseline', () => {
  it('lets be what was found when it was made, and reports what is new', async () => {
    const folder = folderOf({'a.md': 'The case.', 'b/c.md': 'You have contact.'})
    expect((await run(['check', '.'], {folder})).status).toBe(1)
    const made = await run(['baseline', 'create', '.'], {folder})
    expect(made).toMatchObject({status: 0, out: '', err: 'The baseline holds 2 findings of the files checked\n'})

    const same = await run(['baseline', 'check', '-f', 'concise', '.'], {folder})
    expect(same).toMatchObject({status: 0, err: '2 findings let be, as the baseline holds them\n'})
    writeFileSync(join(folder, 'a.md'), 'The case. Another case.')
    const more = await run(['check', '--baseline', name, '-f', 'concise', '.'], {folder})
    expect(more.status).toBe(1)
    expect(more.out.match(/case-talk/g)).toHaveLength(1)
    expect(more.out).toContain('a.md:1:19')
  })

  it('holds for the file in which the finding was, not for another that says the same', async () => {
    const folder = folderOf({'a.md': 'The case.'})
    await run(['baseline', 'create', '.'], {folder})
    writeFileSync(join(folder, 'b.md'), 'The case.')
    expect((await run(['baseline', 'check', '-f', 'concise', '.'], {folder})).out).toMatch(/^b\.md:1:5/)
  })

  it('grows only when it is told to, and drops what is gone', async () => {
    const folder = folderOf({'a.md': 'The case.', 'b.md': 'The case.'})
    await run(['baseline', 'create', '.'], {folder})
    writeFileSync(join(folder, 'a.md'), 'All is well.')
    writeFileSync(join(folder, 'b.md'), 'The case. The case.')
    expect((await run(['baseline', 'check', '.'], {folder})).err).toContain('1 entry of the baseline found no more')

    const kept = await run(['baseline', 'update', '.'], {folder})
    expect(kept.status).toBe(1)
    expect(kept.err).toContain('holds 1 finding of the files checked; 1 entry found no more was dropped')
    expect(kept.err).toContain('1 new finding not added; --grow adds them')
    expect((await run(['baseline', 'update', '--grow', '.'], {folder})).status).toBe(0)
    expect((await run(['baseline', 'check', '.'], {folder})).status).toBe(0)
  })

  it('keeps what it holds of files that were not checked', async () => {
    const folder = folderOf({'a.md': 'The case.', 'b.md': 'The case.'})
    await run(['baseline', 'create', '.'], {folder})
    await run(['baseline', 'update', 'a.md'], {folder})
    expect((await run(['baseline', 'check', '.'], {folder})).status).toBe(0)
  })

  it('holds no word and no path, and differs each time it is made', async () => {
    const made = async () => {
      const folder = folderOf({'Zubaida/letter.md': 'The case of Zubaida.'})
      await run(['baseline', 'create', '.'], {folder})
      return readFileSync(join(folder, name), 'utf8')
    }
    const [one, other] = [await made(), await made()]
    expect(one).not.toMatch(/zubaida|letter|case/i)
    expect(JSON.parse(one).key).not.toBe(JSON.parse(other).key)
    expect(Object.keys(JSON.parse(one).files)).not.toEqual(Object.keys(JSON.parse(other).files))
  })

  it.each([
    ['baseline create .', 'There is a baseline already'],
    ['baseline crete .', 'did you mean “create”?'],
    ['baseline check --baseline none.json .', 'There is none yet'],
    ['baseline check --baseline a.md .', 'It is no baseline of ourwords'],
    ['check --baseline none.json .', 'There is none yet']
  ])('is not made or used where it cannot be: %s', async (argv, message) => {
    const {status, err} = await run(argv.split(' '), {files: {'a.md': 'The case.', [name]: '{}'}})
    expect({status, err}).toEqual({status: 2, err: expect.stringContaining(message)})
  })

  it('is not written when something could not be checked', async () => {
    const {status, folder} = await run(['baseline', 'create', '.'], {
      files: {'a.md': 'The case.', 'b.md': 'UNREADABLE'}
    })
    expect(status).toBe(2)
    expect(() => readFileSync(join(folder, name))).toThrow()
  })
})
