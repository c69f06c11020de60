// Measures how often the program is right, and writes docs/quality.md.
//   npm run quality               measure; status 1 where a figure fell below the recorded one
//   npm run quality -- --show     also list every label that came out wrong; --show FAMILY for one family
//   npm run quality -- --record   raise the recorded figures to what they are now
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {load, root} from './load.mjs'

const [asked, family] = process.argv.slice(2)
const {fallen, measure, page, record} = await load('scripts/quality/index.ts')
const {figures, judged} = measure(root)

for (const [set, scores] of Object.entries(figures.sets)) {
  process.stdout.write(`${set}\n`)
  console.table(scores)
}
console.table(figures.examples)
console.table([figures.reading])

if (asked === '--show') {
  for (const {family: of, id, missed, falseAlarms} of judged) {
    if (family !== undefined && of !== family) continue
    for (const words of missed) process.stdout.write(`${id}  missed  ${words}\n`)
    for (const words of falseAlarms) process.stdout.write(`${id}  false alarm  ${words}\n`)
  }
}

const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
writeFileSync(join(root, 'docs/quality.md'), page(figures, json('quality/first.json')))
const recorded = json('quality/recorded.json')
if (asked === '--record')
  writeFileSync(join(root, 'quality/recorded.json'), `${JSON.stringify(record(figures, recorded), null, 2)}\n`)
for (const each of fallen(figures, json('quality/recorded.json'))) {
  process.stderr.write(`fallen: ${each}\n`)
  process.exitCode = 1
}
