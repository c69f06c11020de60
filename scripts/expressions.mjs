// Asks recheck whether any regular expression of ours can take longer than its text is long: npm run expressions
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {tokenizer} from 'acorn'
import {transformSync} from 'esbuild'
import {check} from 'recheck'
import {bounded} from './expressions-bounded.mjs'
import {judgePapers} from './expressions-papers.mjs'
import {loadFuzz, root} from './load.mjs'

/** Each place of a module where an expression is put together. */
const sitesIn = (path, source) =>
  [...source.matchAll(/new RegExp\(/g)].map(({index, 0: words}) => ({
    name: `${relative(root, path)}:${source.slice(0, index).split('\n').length}`,
    start: index,
    end: index + words.length
  }))

const found = new Map()
const add = (pattern, flags, where) => found.set(`/${pattern}/${flags}`, {pattern, flags, where})

/** Where expressions are put together at run time, and whether one was. */
const made = new Map()

for (const entry of readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true})) {
  if (!entry.name.endsWith('.ts')) continue
  const path = join(entry.parentPath, entry.name)
  const source = readFileSync(path, 'utf8')
  const {code} = transformSync(source, {loader: 'ts', target: 'esnext'})
  for (const {type, value} of tokenizer(code, {ecmaVersion: 'latest', sourceType: 'module'})) {
    if (type.label === 'regexp') add(value.pattern, value.flags, relative(root, path))
  }
  for (const site of sitesIn(path, source)) made.set(site.name, false)
}

// Those that are put together at run time are caught while everything runs, each place telling its name.
globalThis.expressionAt = (site) => (pattern, flags) => {
  const expression = new RegExp(pattern, flags)
  made.set(site, true)
  add(expression.source, expression.flags, site)
  return expression
}
const tellPlaces = {
  name: 'tell-places',
  setup: ({onLoad}) =>
    onLoad({filter: /\.ts$/}, ({path}) => {
      if (!path.startsWith(join(root, 'src'))) return undefined
      let contents = readFileSync(path, 'utf8')
      for (const {name, start, end} of sitesIn(path, contents).reverse()) {
        contents = `${contents.slice(0, start)}expressionAt(${JSON.stringify(name)})(${contents.slice(end)}`
      }
      return {contents, loader: 'ts'}
    })
}
const {fuzz} = await loadFuzz([tellPlaces])
for (const family of ['reports', 'WordprocessingML']) await fuzz(family, 40, 1)
await judgePapers(tellPlaces)

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
for (const [site, reached] of made) {
  if (reached) continue
  failed++
  process.stdout.write(
    `${site}: no paper gets here, so that its expression was not checked; add one to expressions-papers.mjs\n`
  )
}
for (const stale of bounded.filter((each) => !used.has(each))) {
  failed++
  process.stdout.write(`no expression begins like this any more: ${stale.begins}\n`)
}
process.stdout.write(`${all.length} expressions, ${used.size} read a bounded text only, ${failed} not safe\n`)
process.exitCode = failed > 0 ? 1 : 0
