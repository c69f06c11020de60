import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf, run} from './run.ts'

const found = async (argv: readonly string[], given: Parameters<typeof run>[1]): Promise<string> =>
  (await run(['check', '-f', 'concise', ...argv], given)).out.replace(/^\d+ files?,[\s\S]*/m, '')

const line = (path: string, severity: string, rule = 'case-talk'): string =>
  expect.stringContaining(`${path}:1:5: ${severity} ${rule}`)

describe('the configuration', () => {
  it('is the nearest one above each file', async () => {
    const files = {
      'ourwords.yaml': 'rules: {case-talk: warning}\n',
      'a/b/x.md': 'The case.',
      'c/ourwords.yml': 'rules: {case-talk: advice}\n',
      'c/x.md': 'The case.'
    }
    expect(await found(['a/b/x.md'], {files})).toEqual(line('a/b/x.md', 'warning'))
    expect(await found(['c/x.md'], {files})).toEqual(line('c/x.md', 'advice'))
  })

  it('is not looked for above the repository', async () => {
    const files = {'ourwords.yaml': 'rules: {case-talk: off}\n', 'repo/.git/HEAD': '', 'repo/x.md': 'The case.'}
    expect(await found(['repo/x.md'], {files})).toEqual(line('repo/x.md', 'error'))
  })

  it('may begin from others, the nearer one being stronger', async () => {
    const files = {
      'house/style.yaml': 'rules: {case-talk: advice, jargon: advice}\nextends: deeper.yaml\n',
      'house/deeper.yaml': 'rules: {jargon: off, overclaim: off}\n',
      'ourwords.yaml': 'extends: house/style.yaml\nrules: {case-talk: warning}\n',
      'x.md': 'The case is clearly about contact.'
    }
    const out = await found(['x.md'], {files})
    expect(out).toContain('warning case-talk')
    expect(out).toContain('advice jargon/contact')
    expect(out).not.toContain('overclaim')
  })

  it('holds for some files by glob, counted from its own folder', async () => {
    const files = {
      'deep/ourwords.yaml': `overrides:
  - files: letters/**
    rules: {case-talk: advice}
  - files: ["*.txt"]
    accept: [{term: case, why: It is a suitcase.}]
`,
      'deep/letters/x.md': 'The case.',
      'deep/x.md': 'The case.',
      'deep/y/x.txt': 'The case.'
    }
    expect(await found(['deep/letters/x.md'], {files})).toEqual(line('deep/letters/x.md', 'advice'))
    expect(await found(['deep/x.md'], {files})).toEqual(line('deep/x.md', 'error'))
    expect(await found(['deep/y/x.txt'], {files})).toBe('')
  })

  it('leaves out of a glob what a later one with ! names, and means everything else where there is no other', async () => {
    const files = {
      'ourwords.yaml': `overrides:
  - files: [letters/**, "!letters/sent", letters/sent/last.md]
    rules: {case-talk: advice}
  - files: "!letters"
    rules: {case-talk: off}
`,
      'letters/x.md': 'The case.',
      'letters/sent/x.md': 'The case.',
      'letters/sent/last.md': 'The case.',
      'y.md': 'The case.'
    }
    expect(await found(['letters/x.md'], {files})).toEqual(line('letters/x.md', 'advice'))
    expect(await found(['letters/sent/x.md'], {files})).toEqual(line('letters/sent/x.md', 'error'))
    expect(await found(['letters/sent/last.md'], {files})).toEqual(line('letters/sent/last.md', 'advice'))
    expect(await found(['y.md'], {files})).toBe('')
  })

  it('holds for the folders of a template repository, on top of a house style', async () => {
    const files = {
      'house/style.yaml': 'rules: {jargon: error}\nfail-on: warning\n',
      'ourwords.yaml': `extends: house/style.yaml
overrides:
  - files: templates
    template: true
  - files: [letters, templates/letter-*]
    document: letter
  - files: reports
    document: report
    rules: {jargon: off}
`
    }
    const shownFor = async (name: string) => (await run(['check', '--print-config', name], {files})).out
    expect(await shownFor('templates/word/letter-goodbye.md')).toContain('template: true # ourwords.yaml, override 1')
    expect(await shownFor('templates/letter-goodbye.md')).toContain('document: letter # ourwords.yaml, override 2')
    expect(await shownFor('reports/x.md')).toContain('jargon: off # ourwords.yaml, override 3')
    expect(await shownFor('letters/x.template.md')).toContain('template: true # the file’s name')
    expect(await shownFor('letters/x.md')).toMatch(
      /jargon: error # house\/style\.yaml\n[\s\S]*fail-on: warning # house\/style\.yaml/
    )
  })

  it('tells what a document is, more weakly than the command line', async () => {
    const files = {'ourwords.yaml': 'document: letter-goodbye\n', 'x.md': 'The end.'}
    const documentOf = async (...argv: string[]) =>
      JSON.parse((await run(['check', '-f', 'json', ...argv, 'x.md'], {files})).out).files[0].document
    expect(await documentOf()).toMatchObject({kind: 'letter-goodbye', kindFrom: 'config'})
    expect(await documentOf('--as', 'record')).toMatchObject({kind: 'record', kindFrom: 'command-line'})
  })

  it('may stand beside one draft', async () => {
    const files = {'x.docx.ourwords.yaml': 'document: letter-goodbye\n', 'x.docx': 'The end.'}
    const {out} = await run(['check', '-f', 'json', 'x.docx'], {files})
    expect(JSON.parse(out).files[0].document).toMatchObject({kind: 'letter-goodbye', kindFrom: 'sidecar'})
  })

  it('of which a mistake beside a draft is told with its own line', async () => {
    const files = {'x.docx.ourwords.yaml': '\ndocumnet: letter\n', 'x.docx': 'The end.'}
    expect((await run(['check', 'x.docx'], {files})).err).toBe(
      'x.docx: In the sidecar, there is a key it does not know; did you mean “document”? (line 2 of its .ourwords.yaml)\n'
    )
  })

  it.each([
    ['rulse: {}', '1:1: In the configuration, there is a key it does not know; did you mean “rules”?'],
    ['rules:\n  jargon: of', '2:11: In the configuration, a value must be error or warning or advice or off'],
    ['rules:\n  jargn: off', '2:10: there is no rule “jargn”; did you mean “jargon”?'],
    ['rules:\n  jargon/contct: off', '2:18: there is no entry of jargon “contct”; did you mean “contact”?'],
    ['document: lettr', '1:11: There is no such type or kind of document; did you mean “letter”?'],
    [
      'overrides:\n  - files: a\n    document: lettr',
      '3:15: There is no such type or kind of document; did you mean “letter”?'
    ],
    ['extends: https://example.org/x.yaml', '1:10: “extends” takes files of this computer only, no addresses'],
    ['extends: none.yaml', 'ourwords.yaml:1:10: There is no such file as “extends” names'],
    ['extends: ourwords.yaml', 'it extends itself by way of another file'],
    ['fail-on: fatal', '1:10: In the configuration, “fail-on” must be error or warning or advice or never'],
    ['dictionaries: none', 'The dictionaries in'],
    ['dictionaries: x.md', 'It is a file; name its folder'],
    ['a: [', 'In the configuration,'],
    ['a: &a [*a]', 'In the configuration,'],
    ['__proto__: {polluted: true}', 'In the configuration,']
  ])('with a mistake names the place and says what was meant: %s', async (source, message) => {
    const {status, err, out} = await run(['check', 'x.md'], {files: {'ourwords.yaml': source, 'x.md': 'The end.'}})
    expect({status, out}).toEqual({status: 2, out: ''})
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined()
  })

  it('is shown with the file that set each value', async () => {
    const files = {
      'base.yaml': 'rules: {jargon: off}\n',
      'ourwords.yaml':
        'extends: base.yaml\noverrides: [{files: "*.md", rules: {case-talk: advice}, document: letter}]\n',
      'x.md': ''
    }
    const {out} = await run(['check', '--print-config', 'x.md'], {files})
    expect(out).toBe(`document: letter # ourwords.yaml, override 1
rules:
  jargon: off # base.yaml
  case-talk: advice # ourwords.yaml, override 1
# default
accept: []
include-quotes: false # default
retext: false # default
fail-on: error # default
`)
  })
})

describe('ourwords init', () => {
  it('writes a configuration that changes nothing and is valid with every line of it in force', async () => {
    const folder = folderOf({'x.md': 'The case.'})
    const before = await found(['x.md'], {folder})
    expect((await run(['init'], {folder})).status).toBe(0)
    expect(await found(['x.md'], {folder})).toBe(before)

    const written = readFileSync(join(folder, 'ourwords.yaml'), 'utf8')
    const inForce = written
      .replace(/^#(?=\S| {2})/gm, '')
      .replace(/^(?:dictionaries|extends|rules| {2}wordy).*\n/gm, '')
    const other = folderOf({'ourwords.yaml': inForce.replace(/^ {2}jargon.*\n/m, ''), 'x.md': 'The case.'})
    expect((await run(['check', 'x.md'], {folder: other})).err).toBe('')
  })

  it('does not touch one that is there', async () => {
    const {status, folder} = await run(['init'], {files: {'ourwords.yml': 'rules: {}\n'}})
    expect(status).toBe(2)
    expect(readFileSync(join(folder, 'ourwords.yml'), 'utf8')).toBe('rules: {}\n')
  })
})
