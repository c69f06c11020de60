// Writes what is made of the code: the pages on rules, words and acronyms, and the JSON Schemas.
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {load, root} from './load.mjs'

const {pages, schemas} = await load('scripts/docs/index.ts')
const files = new Map([...pages(root), ...schemas()])

// A rule that is gone leaves no page behind.
for (const name of readdirSync(join(root, 'docs/rules'))) {
  if (!files.has(`docs/rules/${name}`)) rmSync(join(root, 'docs/rules', name))
}
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), content)
}
process.stdout.write(`${files.size} files written\n`)
