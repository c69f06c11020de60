#!/usr/bin/env node
const {existsSync} = require('node:fs')
const {join} = require('node:path')
const {load, suitLongRuns, suitShortRuns} = require('./load.js')

const root = join(__dirname, '..')
const built = join(root, 'dist')
const bundle = join(built, 'core.cjs')
const builder = join(root, 'scripts', 'build.mjs')

// A checkout that was installed with --ignore-scripts has not been built; a published package always has.
if (!existsSync(bundle) && existsSync(builder)) {
  process.stderr.write('ourwords: building once, as this checkout has not been built yet …\n')
  require('node:child_process').spawnSync(process.execPath, [builder], {stdio: 'ignore'})
}
if (existsSync(bundle)) {
  const {openOutputs, start} = load(bundle)
  // What Node keeps compiled of its own streams would be refused after the flags are set, so they are opened before.
  const outputs = openOutputs()
  suitShortRuns()
  // All has been written by then; to wait for the end is to wait until every object has been given back one by one.
  const places = {worker: join(__dirname, 'worker.js'), built, dictionaries: join(root, 'dictionaries'), suitLongRuns}
  start(places, outputs).then(() => process.exit())
} else {
  process.stderr.write('ourwords: dist/ is missing and could not be built; run npm install, then npm run build\n')
  process.exitCode = 2
}
