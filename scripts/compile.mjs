// Runs the command line of a build on a report and keeps what V8 compiled on the way: node compile.mjs FOLDER
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const [built] = process.argv.slice(2)
const bundle = join(built, 'cli.cjs')
const {compiledPath, load} = createRequire(import.meta.url)('../bin/load.js')

// Something of all that drafts are made of, so that what most runs need is compiled.
const report = `---
document: report
children:
  - name: Nia Probert
    known-as: Nia
    pronouns: she/her
    age: 9
---

# Report about Nia Probert

## Wishes and feelings

Nia told me: “I want to see my dad.” The minor has contact with her father ([Mr Probert](#father)), who failed to engage.

- LAC review: prior to the placement, CAMHS saw **Nia** on 3 May 2021.

| Date | Who |
| --- | --- |
| 3 May 2021 | Ms Adeyemi, the social worker |

> I like *school*.
`
const folder = mkdtempSync(join(tmpdir(), 'ourwords-build-'))
try {
  const path = join(folder, 'report.md')
  writeFileSync(path, report)
  process.argv.splice(2, Number.POSITIVE_INFINITY, 'check', path, '--no-config')
  process.stdout.write = (_, ...rest) => {
    rest.at(-1)?.()
    return true
  }
  const {exports, script} = load(bundle)
  await exports.start({
    program: join(import.meta.dirname, '..', 'bin', 'ourwords.js'),
    built,
    dictionaries: join(import.meta.dirname, '..', 'dictionaries')
  })
  writeFileSync(compiledPath(bundle), script.createCachedData())
  if (process.exitCode !== 1) process.stderr.write(`A check at the build ended with ${process.exitCode}\n`)
  process.exitCode = process.exitCode === 1 ? 0 : 1
} finally {
  rmSync(folder, {recursive: true, force: true})
}
