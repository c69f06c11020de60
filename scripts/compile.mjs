// Runs the command line of a build on two drafts and keeps what V8 compiled on the way: node compile.mjs FOLDER [FILES …]
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const [built, ...calledThrough] = process.argv.slice(2)
const core = join(built, 'core.cjs')
const {compiledPath, files, load, suitShortRuns} = createRequire(import.meta.url)('../bin/load.js')

// Something of all that drafts are made of, so that what most runs need is compiled. Front matter with a comment in it needs
// the parser of all of YAML.
const child = `children:
  - name: Nia Probert
    known-as: Nia
    pronouns: she/her
    age: 9
`
const drafts = {
  'report.md': `---
document: report # for the court
${child}---

# Report about Nia Probert

## Wishes and feelings

Nia told me: “I want to see my dad.” The minor has contact with her father ([Mr Probert](#father)), who failed to engage.

When I asked, she said "I like breakfast" and looked tired. At bedtime, Nia had homework with Ms Lowe and the social worker,
while her grandmother, who never forgets the bus, kept school ready, because she would like school to stay as it is. Her
mother was said to be aggressive, although Mr Lowe, Dr Penn and the class teacher observed the visit twice without being
asked about the walk; however, the health visitor from Thornbury Primary School commenced and terminated 4 absences with
the school nurse and with her aunt herself, and her aunt told Nia that she asked for a referral to FGC with great care, so
the care plan was discussed with the class teacher and with her mother, and Nia was said to be aggressive by the uncle.
Nia knows what she wants: her friend Ava told her sister that she was stopped by Ms Lowe in the park.

- LAC review: prior to the placement, CAMHS saw **Nia** on 3 May 2021.

| Date | Who |
| --- | --- |
| 3 May 2021 | Ms Adeyemi, the social worker |

> I like *school*.

## Recommendations

It is recommended that the child resides with the maternal grandmother, in order to achieve permanence for Niah.
`,
  'letter.md': `---
document: letter
${child}---

Dear Nia,

I am Ms Adeyemi, and I met you at school on Tuesday. You said, “I feel safe with Nan.” The judge (the person who decides)
will read what I wrote. You were attention seeking. An interim care order is a paper that says where you will live.

I asked for an IRO, who is an independent reviewing officer, and a LAC review; there will be supervised contact with your
siblings subsequent to the hearing. [Name] may ring me.

In May 2019, Nia seemed worried when we spoke about breakfast. According to Dr Penbury, the class teacher from Corby Primary
School reported 4 absences, and her grandmother keeps reading ready. She likes swimming. Mr Penberry, Ms Lowe and Mr Hale
told me that the Thornby Road house had 3 rooms, and at the disclosure a referral was made to FGC by the aunt's friend.

With best wishes,

Ms Adeyemi
`
}
/** What stands for a file of ours calls what the file gives (scripts/apart.mjs): anything but a function would be lost. */
function refuseConstants(part) {
  for (const [id, exported] of Object.entries(part)) {
    for (const [name, value] of calledThrough.includes(id) ? Object.entries(exported) : []) {
      if (typeof value !== 'function') throw new Error(`${id} stands apart, but ${name} is not a function`)
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'ourwords-build-'))
try {
  for (const [name, text] of Object.entries(drafts)) writeFileSync(join(folder, name), text)
  process.argv.splice(2, Number.POSITIVE_INFINITY, 'check', folder, '--no-config')
  const {openOutputs, start} = load(core)
  const dictionaries = join(import.meta.dirname, '..', 'dictionaries')
  await start({worker: '', built, dictionaries}, openOutputs())
  for (const name of readdirSync(built)) {
    if (!name.endsWith('.cjs')) continue
    const exported = load(join(built, name))
    if (name !== 'core.cjs') refuseConstants(exported)
  }
  // The core is loaded before the program sets V8's flags, and again in workers; the others are loaded after.
  const keep = (path) => writeFileSync(compiledPath(path), files.get(path).script.createCachedData())
  keep(core)
  suitShortRuns()
  for (const path of files.keys()) keep(path)
  if (process.exitCode !== 1) process.stderr.write(`A check at the build ended with ${process.exitCode}\n`)
  process.exitCode = process.exitCode === 1 ? 0 : 1
} finally {
  rmSync(folder, {recursive: true, force: true})
}
