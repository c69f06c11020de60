// Are the findings of two builds the same, byte for byte? node bench/same.mjs OTHER-CHECKOUT [PATHS …]
// The generated reports and letters are compared always, and whatever else is named.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {letter, longParagraph, longTable, report} from './corpus.mjs'

const [other, ...paths] = process.argv.slice(2)
if (other === undefined) {
  process.stderr.write('Name the other checkout: node bench/same.mjs OTHER-CHECKOUT [PATHS …]\n')
  process.exit(2)
}

function findings(root, path) {
  const program = join(root, 'bin', 'ourwords.js')
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [program, 'check', '--no-config', '--show-text', '-f', 'json', path],
    {encoding: 'utf8', maxBuffer: 1 << 30}
  )
  return `${status}\n${stderr}\n${stdout}`
}

const folder = mkdtempSync(join(tmpdir(), 'ourwords-same-'))
try {
  const write = (name, text) => writeFileSync(join(folder, name), text)
  for (let seed = 0; seed < 60; seed++) write(`report-${seed}.md`, report(seed))
  for (let seed = 0; seed < 60; seed++) write(`letter-${seed}.md`, letter(seed))
  write('paragraph.md', longParagraph(1, 200_000))
  write('table.md', longTable(1, 1000))
  const own = join(import.meta.dirname, '..')
  for (const path of [folder, ...paths.map((each) => resolve(each))]) {
    const same = findings(own, path) === findings(resolve(other), path)
    process.stdout.write(`${same ? 'same     ' : 'DIFFERENT'} ${path}\n`)
    if (!same) process.exitCode = 1
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
