import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import type {Engine} from '../../src/cli/engine.ts'
import {read, readersFor} from '../../src/read/index.ts'
import {rules} from '../../src/rules/index.ts'
import {docx, p, r, styled, table} from '../docx/make.ts'
import {odt} from '../odt/make.ts'
import {lexicon} from '../rules/lexicon.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

const engine: Engine = {
  ...stubEngine,
  rules,
  check,
  read: async (name, bytes, options) => read(name, bytes, options, await readersFor(bytes)),
  words: () => ({dictionaries: lexicon.dictionaries, lexicon, identity: () => 'whole'})
}

const custom = {'ourwords.document': 'report', 'ourwords.child': 'Leo Hart, he/him, 9'}

const body = [
  styled('Heading1', 'Strengths'),
  p('Leo reads well.'),
  p('1.2\tLeo has contact with his dad.'),
  table([
    ['Date', 'Event'],
    ['3 May', 'Leo had contact with his nan.']
  ])
].join('')

async function checked(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = folderOf()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return run(argv, {folder, engine})
}

const known = (out: string) => JSON.parse(out).files[0].document

describe('a Word file on the command line', () => {
  it('is known by its properties, unless the command line or the file beside it knows better', async () => {
    const draft = {'draft.docx': docx({body, custom})}
    const beside = {'draft.docx.ourwords.yaml': 'document: letter\nchildren:\n  - name: Leo Hart\n    age: 10\n'}
    const argv = ['check', 'draft.docx', '-f', 'json']
    expect(known((await checked(argv, draft)).out)).toMatchObject({
      type: 'report',
      children: [{name: 'Leo Hart', pronouns: 'he/him', age: 9, from: 'properties'}]
    })
    expect(known((await checked(argv, {...draft, ...beside})).out)).toMatchObject({
      type: 'letter',
      children: [{name: 'Leo Hart', age: 10, from: 'sidecar'}]
    })
    expect(known((await checked([...argv, '--as', 'record'], {...draft, ...beside})).out).type).toBe('record')
  })

  it('is told where as its reader counts', async () => {
    const {out} = await checked(['check', 'draft.docx', '--all'], {'draft.docx': docx({body, custom})})
    expect(out).toContain('where Strengths > paragraph 1.2')
    expect(out).toContain('where Strengths > table row 2, column 2')
  })

  it('is told of notes and page headers as such, and not under the heading that they happen to follow', async () => {
    const note = `<w:footnote w:id="1">${p('He has contact on Sundays.')}</w:footnote>`
    const whole = {
      body: body + p(`${r('He told me so.')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
      headers: [p('Contact report')],
      footnotes: note,
      custom
    }
    const {out} = await checked(['check', 'draft.docx', '--all'], {'draft.docx': docx(whole)})
    expect(out).toContain('where note 1\n')
    expect(out).toContain('where page header\n')
  })

  it('gives places that fit the paragraph as it stands, number and all', async () => {
    const {out} = await checked(['check', 'draft.docx', '-f', 'json'], {'draft.docx': docx({body, custom})})
    const {location} = JSON.parse(out).files[0].findings.find(({text}: {text: string}) => text === 'contact')
    expect(location).toEqual({part: 'word/document.xml', paragraph: 3, start: 12, end: 19, heading: 'Strengths'})
  })

  it('may be an OpenDocument text', async () => {
    const bytes = odt({
      body: '<text:h text:outline-level="1">Strengths</text:h><text:p>Leo has contact with Dad.</text:p>'
    })
    const {out, status} = await checked(['check', 'draft.odt', '-f', 'json', '--as', 'report'], {'draft.odt': bytes})
    expect(status).toBe(1)
    const found = JSON.parse(out).files[0].findings.find(({text}: {text: string}) => text === 'contact')
    expect(found.location).toEqual({part: 'content.xml', paragraph: 2, start: 8, end: 15, heading: 'Strengths'})
  })

  it('does not look clean where it holds no words, as a scan does', async () => {
    const empty = {'draft.docx': docx(p('')), 'draft.md': '---\ndocument: letter\n---\n'}
    for (const name of Object.keys(empty)) {
      const {status, err} = await checked(['check', name], empty)
      expect({status, err}).toEqual({status: 2, err: expect.stringMatching(`^${name}: There are no words in this`)})
    }
  })

  it('is told of a kind that there is not, wherever it was named, and never judged as another', async () => {
    const draft = docx({body, custom: {'ourwords.document': 'section-7-reprot'}})
    const text = '---\ndocument: section-7-reprot\n---\nLeo reads well.\n'
    for (const files of [
      {'x.docx': draft},
      {'x.md': text},
      {'x.md': 'Leo reads well.', 'x.md.ourwords.yaml': 'document: section-7-reprot'}
    ]) {
      const {status, err} = await checked(['check', Object.keys(files)[0] ?? ''], files)
      expect({status, err}).toEqual({status: 2, err: expect.stringContaining('did you mean “section-7-report”?')})
    }
  })

  it('is not for --fix, which says so', async () => {
    const {err} = await checked(['check', '--fix', 'draft.docx'], {'draft.docx': docx({body, custom})})
    expect(err).toContain('1 file not for --fix, which changes text only; see: ourwords review')
  })

  it('is refused where it is larger than it may be, whatever it is', async () => {
    const {status, err} = await checked(['check', 'draft.docx', '--max-bytes', '100'], {'draft.docx': docx(p('x'))})
    expect(status).toBe(2)
    expect(err).toContain('larger')
  })
})
