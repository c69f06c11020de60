// Asks recheck whether any regular expression of ours can take longer than its text is long: npm run expressions
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {tokenizer} from 'acorn'
import {transformSync} from 'esbuild'
import {check} from 'recheck'
import {bounded} from './expressions-bounded.mjs'
import {loaded, loadFuzz, root} from './load.mjs'

const found = new Map()
const add = (pattern, flags, where) => found.set(`/${pattern}/${flags}`, {pattern, flags, where})

for (const entry of readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true})) {
  if (!entry.name.endsWith('.ts')) continue
  const path = join(entry.parentPath, entry.name)
  const {code} = transformSync(readFileSync(path, 'utf8'), {loader: 'ts', target: 'esnext'})
  for (const {type, value} of tokenizer(code, {ecmaVersion: 'latest', sourceType: 'module'})) {
    if (type.label === 'regexp') add(value.pattern, value.flags, relative(root, path))
  }
}

// Those that are put together at run time are caught while everything runs over random reports.
const Plain = globalThis.RegExp
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [source, flags = ''], newTarget) {
    const caller = new Error('who asks').stack?.split('\n')[2] ?? ''
    const made = Reflect.construct(target, [source, flags], newTarget)
    if (caller.includes(loaded)) add(made.source, made.flags, 'put together at run time')
    return made
  }
})
const {fuzz} = await loadFuzz()
for (const family of ['reports', 'WordprocessingML']) await fuzz(family, 40, 1)
globalThis.RegExp = Plain

const reasonFor = (pattern) => bounded.find(({begins}) => pattern.startsWith(begins))
const used = new Set()
const all = [...found.values()]
let failed = 0
for (const {pattern, flags, where} of all) {
  const reason = reasonFor(pattern)
  if (reason) {
    used.add(reason)
    continue
  }
  const {status, complexity} = await check(pattern, flags, {timeout: 10_000})
  if (status === 'safe') continue
  failed++
  process.stdout.write(`${where}: ${status}${complexity ? `, ${complexity.summary}` : ''}: /${pattern}/${flags}\n`)
}
for (const stale of bounded.filter((each) => !used.has(each))) {
  failed++
  process.stdout.write(`no expression begins like this any more: ${stale.begins}\n`)
}
process.stdout.write(`${all.length} expressions, ${used.size} read a bounded text only, ${failed} not safe\n`)
process.exitCode = failed > 0 ? 1 : 0
