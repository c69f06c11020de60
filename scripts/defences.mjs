// Takes away one defence after another in a copy of the project and looks whether its tests notice:
// npm run defences [-- T02]
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const copy = mkdtempSync(join(tmpdir(), 'ourwords-defences-'))
const left = new Set(['node_modules', '.git', 'dist'])
const wanted = process.argv[2]

try {
  for (const name of readdirSync(root))
    if (!left.has(name)) cpSync(join(root, name), join(copy, name), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const list = join(copy, 'defences.mjs')
  await build({
    entryPoints: [join(root, 'test/security/defences.ts')],
    outfile: list,
    format: 'esm',
    logLevel: 'warning'
  })
  const {defences} = await import(pathToFileURL(list).href)

  const run = (program, ...args) =>
    spawnSync(process.execPath, [join(root, program), ...args], {
      cwd: copy,
      encoding: 'utf8',
      timeout: 200_000,
      killSignal: 'SIGKILL',
      env: {...process.env, NODE_OPTIONS: '--max-old-space-size=3000'}
    })
  const rows = []
  for (const {threat, what, file, edits, tests, named} of defences) {
    if (wanted && !threat.includes(wanted)) continue
    const path = join(copy, file)
    const whole = readFileSync(path, 'utf8')
    const missing = edits.filter(([from]) => whole.split(from).length !== 2)
    let noticed = 'no such defence'
    if (missing.length === 0) {
      writeFileSync(
        path,
        edits.reduce((text, [from, to]) => text.replace(from, () => to), whole)
      )
      const bundled = spawnSync(process.execPath, ['scripts/build.mjs'], {cwd: copy})
      const pattern = named?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const args = [
        'run',
        tests,
        '--pool=threads',
        '--bail=1',
        '--testTimeout=60000',
        ...(pattern ? ['-t', pattern] : [])
      ]
      // Some defences are looked after by a program of their own.
      const check = () =>
        tests.endsWith('.mjs')
          ? spawnSync(process.execPath, [tests], {cwd: copy, encoding: 'utf8'})
          : run('node_modules/vitest/vitest.mjs', ...args)
      const {status, stdout} = bundled.status === 0 ? check() : {status: 'no build'}
      noticed = status === 0 ? 'not noticed' : status === 'no build' ? status : 'noticed'
      if (status === 0 && !tests.endsWith('.mjs') && !/\d passed/.test(stdout)) noticed = 'no such test'
      writeFileSync(path, whole)
    }
    process.stdout.write(`${threat}: ${what}: ${noticed}\n`)
    rows.push({threat, what, noticed})
  }
  const page = join(root, 'test/security/seen-to-fail.json')
  const before = wanted && existsSync(page) ? JSON.parse(readFileSync(page, 'utf8')) : []
  const all = defences.flatMap(({threat, what}) => {
    const same = (row) => row.threat === threat && row.what === what
    return rows.find(same) ?? before.find(same) ?? []
  })
  writeFileSync(page, `${JSON.stringify(all, null, 2)}\n`)
  process.exitCode = rows.every(({noticed}) => noticed === 'noticed') ? 0 : 1
} finally {
  rmSync(copy, {recursive: true, force: true})
}
