import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import {formatNames} from '../../src/report/index.ts'
import {canaries, leaked, markdownReport, mistakes, wordReport} from './canaries.ts'
import {engine, filesBelow, folderWith, ran} from './run.ts'
import {record} from './tally.ts'

const [name, , place] = canaries

/** A folder whose own name, and every name in it, is a canary. */
function papers(): {readonly folder: string; readonly here: string; readonly before: ReadonlySet<string>} {
  const folder = folderWith()
  const here = `${name} of ${place}`
  mkdirSync(join(folder, here))
  writeFileSync(join(folder, here, `${name}.md`), markdownReport)
  writeFileSync(join(folder, here, `${name}.docx`), wordReport())
  writeFileSync(
    join(folder, here, 'ourwords.yaml'),
    `children: [{name: ${canaries[3]}}]\npeople: [${canaries[4]}]\naccept: [{term: ${canaries[5]}, why: ${canaries[6]}}]\n`
  )
  writeFileSync(join(folder, here, `${name}.txt`), markdownReport.replace(/^---[\s\S]*?\n---\n/, ''))
  return {folder, here, before: new Set(filesBelow(folder).keys())}
}

/** Everything that a run has written since: what was there before is the user's own. */
const writtenSince = (folder: string, before: ReadonlySet<string>): string =>
  [...filesBelow(folder)]
    .filter(([path]) => !before.has(path))
    .map(([path, content]) => `${path}\n${content}`)
    .join('\n')

const ci = {CI: 'true'}
const commands: readonly (readonly [what: string, argv: (here: string) => string[]])[] = [
  ...formatNames.flatMap((format): (readonly [string, (here: string) => string[]])[] => [
    [`check -f ${format}`, (here) => ['check', '-f', format, '--all', '--statistics', here]],
    [`check -f ${format}=file`, (here) => ['check', '-f', `${format}=report`, '--all', here]]
  ]),
  ['check with names given', (here) => ['check', '--child', `${name}, she/her, 9`, '--person', place, here]],
  ['check with a wrong child', (here) => ['check', '--child', `(${name}`, here]],
  ['check as nothing known', (here) => ['check', '--as', 'lettr', here]],
  ['check a file that is not there', (here) => ['check', `${here}/${place}.md`, `${here}/*.${place}`]],
  ['check with a cache', (here) => ['check', '--cache', here]],
  ['baseline create', (here) => ['baseline', 'create', here]],
  ['check --fix --diff', (here) => ['check', '--diff', here]],
  ['check --print-config', (here) => ['check', '--print-config', `${here}/${name}.md`]],
  ['review', (here) => ['review', `${here}/${name}.docx`, '-o', 'copy.docx']],
  ['review of what is not there', (here) => ['review', `${here}/${place}.docx`]],
  ['review of what is no Word file', (here) => ['review', `${here}/${name}.md`]],
  ['merge of what is not there', (here) => ['merge', `${here}/${place}.json`]],
  ['glossary test of what is not there', (here) => ['glossary', 'test', `${here}/${place}.yaml`]],
  ['--config of what is not there', (here) => ['check', '--config', `${here}/${place}.yaml`, here]],
  ['a report into a folder that is not there', (here) => ['check', '-o', `${here}/${place}/report`, here]]
]

describe('where others read along', () => {
  it.each(commands)('%s says and writes no word of a paper', async (_, argv) => {
    const {folder, here, before} = papers()
    const {out, err} = await ran(argv(here), folder, {env: {...ci, GITHUB_STEP_SUMMARY: join(folder, 'summary')}})
    expect(out + err).not.toBe('')
    expect(leaked(out)).toEqual([])
    expect(leaked(err)).toEqual([])
    // The copy for review holds the paper, as it must; only it does.
    rmSync(join(folder, 'copy.docx'), {force: true})
    expect(leaked(writtenSince(folder, before))).toEqual([])
  })

  it.each(formatNames)('--redact does the same for %s anywhere', async (format) => {
    const {folder, here} = papers()
    const {out, err} = await ran(['check', '-f', format, '--redact', '--all', '--statistics', here], folder, {
      tty: true
    })
    expect(leaked(out + err)).toEqual([])
  })

  it.each(Object.entries(mistakes))('%s is told without quoting it', async (_, files) => {
    const folder = folderWith(files)
    const paths = Object.keys(files).filter((path) => /^x\.(?:md|docx)$/.test(path))
    const argv = files['x.json'] === undefined ? ['check', ...paths] : ['merge', 'x.json']
    const {status, out, err} = await ran(argv, folder, {env: ci})
    expect(status).toBe(2)
    expect(leaked(out + err)).toEqual([])
    // A terminal of one's own is told the names of files, and of what stands in them no more.
    const open = await ran(argv, folder)
    expect(leaked(open.err.replace(/\S+\.(?:yaml|md|docx)\b|dictionaries in \S+/g, ''))).toEqual([])
  })

  it('is all searched', (context) => {
    const searched = commands.length * 3 + formatNames.length * 2 + Object.keys(mistakes).length * 2
    record(context, {searched, leaks: 0, tried: canaries.length})
  })

  it('a rule that breaks says nothing of the paper it broke on', async () => {
    const {folder, here} = papers()
    const broken = {
      ...engine,
      check: () => {
        throw new TypeError(`cannot read ${name} of ${place}`)
      }
    } as typeof engine
    const {run} = await import('../cli/run.ts')
    const {status, out, err} = await run(['check', here], {folder, env: ci, engine: broken})
    expect([status, leaked(out + err)]).toEqual([2, []])
    expect(err).toMatch(/^file-1: Something in ourwords itself went wrong \(TypeError\)/m)
  })
})

describe('where only the writer reads', () => {
  it('words and names are shown, as without them nothing could be found', async () => {
    const {folder, here} = papers()
    const {out} = await ran(['check', '--all', here], folder)
    expect(leaked(out).length).toBeGreaterThan(3)
    const shown = await ran(['check', '--all', '--show-text', '-f', 'sarif', here], folder, {env: ci})
    expect(leaked(shown.out).length).toBeGreaterThan(3)
  })

  it.each(['json', 'html'] as const)(
    'a %s report with words says that it is confidential and is its owner’s only',
    async (format) => {
      const {folder, here} = papers()
      await ran(['check', '-f', `${format}=report`, here], folder)
      expect(statSync(join(folder, 'report')).mode & 0o777).toBe(0o600)
      const report = readFileSync(join(folder, 'report'), 'utf8')
      expect(report).toMatch(/confidential/i)
      expect(leaked(report).length).toBeGreaterThan(3)
    }
  )
})

describe('what is kept', () => {
  it('no cache and no baseline holds a word of a paper, and two keys give two sets of fingerprints', async () => {
    const {folder, here, before} = papers()
    writeFileSync(join(folder, 'clean.md'), 'All is well.')
    await ran(['check', '--cache', '-f', 'concise', '.'], folder)
    await ran(['baseline', 'create', 'clean.md'], folder)
    const kept = [...filesBelow(folder)].filter(([path]) => !before.has(path) && path !== 'clean.md')
    expect(kept.length).toBeGreaterThan(0)
    for (const [path, content] of kept) expect([path, leaked(content)]).toEqual([path, []])
    const words = engine.words([])
    const document = await engine.read(`${here}.md`, Buffer.from(markdownReport), {})
    const prints = ['one key', 'another'].map((fingerprintKey) =>
      check(document, {lexicon: words.lexicon, fingerprintKey}).findings.map(({fingerprint}) => fingerprint)
    )
    expect(prints[0]?.length).toBeGreaterThan(5)
    expect(prints[0]?.filter((print) => prints[1]?.includes(print))).toEqual([])
  })
})
