import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import {formatNames} from '../../src/report/index.ts'
import type {Rule} from '../../src/rules/rule.ts'
import {run} from '../cli/run.ts'
import {docx, p, r} from '../docx/make.ts'
import {engine, folderWith, ran} from './run.ts'

const broken: Rule = {
  id: 'broken',
  title: 'What breaks',
  why: 'To see what happens.',
  fine: 'Never.',
  sources: [],
  severity: 'error',
  onWords: true,
  examples: [],
  // biome-ignore lint/correctness/useYield: it breaks before it says anything.
  *check({document}) {
    throw new TypeError(`cannot read ${document.text}`)
  }
}

const withBroken = {
  ...engine,
  check: (document: Parameters<typeof check>[0], options: Parameters<typeof check>[1]) =>
    check(document, {...options, extraRules: [broken]})
}

describe('a rule that breaks', () => {
  const files = {'a.md': 'Dear Quillfeather,\n\nYou will have contact.'}

  it.each(formatNames)('is told in %s, ends with status 2, and takes no other rule with it', async (format) => {
    const {status, out, err} = await run(['check', '--all', '--show-text', '-f', format, 'a.md'], {
      folder: folderWith(files),
      engine: withBroken
    })
    expect(status).toBe(2)
    expect(err).toMatch(/^a\.md: The rule broken broke on this document and judged nothing/m)
    expect(err).not.toMatch(/Quillfeather|TypeError|\bat \S+:\d/)
    expect(out).toMatch(/contact/)
    if (format !== 'concise') expect(out.replaceAll('\\', '')).toMatch(/rule broken broke/)
  })
})

describe('what was not read', () => {
  const hidden = docx(p(r('Dear Leo, all is well.') + r('and this is hidden from you', '<w:vanish/>')))
  const embedded = docx(`${p('Dear Leo, all is well.')}<w:altChunk r:id="x"/>`)
  const foreign = docx(
    p(r('Annwyl Leo, mae popeth yn iawn gyda ni heddiw.', '<w:lang w:val="cy-GB"/>')) + p('Dear Leo.')
  )

  it.each(formatNames.filter((format) => format !== 'gitlab'))(
    'is said in %s, and nothing looks clean',
    async (format) => {
      for (const bytes of [hidden, embedded, foreign]) {
        const {out} = await ran(['check', '--as', 'correspondence', '--show-text', '-f', format, 'a.docx'], {
          'a.docx': bytes
        })
        expect(out).toMatch(/not (?:read|checked|judged|complete)/i)
      }
    }
  )

  it('files that could not be read are told again at the end', async () => {
    const {status, out} = await ran(['check', 'a.md', 'none.md', 'b.docx'], {'a.md': 'Dear Leo.', 'b.docx': 'PK'})
    expect(status).toBe(2)
    expect(out).toMatch(/2 things asked for could not be done/)
  })
})
