// Tries random inputs for as long as asked for: npm run fuzz -- --minutes 20 [--seed 1] [--family reports] [--record]
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {loadFuzz, root} from './load.mjs'

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '1'},
    seed: {type: 'string', default: String(Date.now() % 0x7fffffff)},
    family: {type: 'string', multiple: true},
    runs: {type: 'string', default: '200'},
    // Adds what was tried to what docs/reliability.md tells.
    record: {type: 'boolean', default: false}
  }
})

const {familyNames, fuzz} = await loadFuzz()
const until = performance.now() + Number(values.minutes) * 60_000
const totals = new Map()
let failed = false
for (let seed = Number(values.seed); performance.now() < until && !failed; seed++) {
  for (const family of values.family ?? familyNames) {
    if (performance.now() >= until) break
    try {
      const tally = await fuzz(family, Number(values.runs), seed)
      const total = totals.get(family) ?? {read: 0, refused: 0}
      totals.set(family, {read: total.read + tally.read, refused: total.refused + tally.refused})
    } catch (error) {
      process.stdout.write(`\n${family}, seed ${seed}:\n${error.message}\n${error.cause?.stack ?? ''}\n`)
      failed = true
      break
    }
  }
}
process.stdout.write(`from seed ${values.seed}\n`)
for (const [family, {read, refused}] of totals) {
  process.stdout.write(`${family}: ${read + refused} inputs, ${read} read, ${refused} refused\n`)
}
if (values.record && !failed) {
  const path = join(root, 'test/security/fuzz/record.json')
  const {minutes, families} = JSON.parse(readFileSync(path, 'utf8'))
  for (const [family, {read, refused}] of totals) {
    const before = families[family] ?? {read: 0, refused: 0}
    families[family] = {read: before.read + read, refused: before.refused + refused}
  }
  const record = {minutes: minutes + Number(values.minutes), families}
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`)
}
process.exitCode = failed ? 1 : 0
