const {readFileSync} = require('node:fs')
const {createRequire} = require('node:module')
const {dirname} = require('node:path')
const {Script} = require('node:vm')

/** Where the build keeps what V8 compiled; another Node would not take it. */
const compiledPath = (path) => `${path}.${process.version}-${process.arch}.bin`

function compiled(path) {
  try {
    return readFileSync(compiledPath(path))
  } catch {
    return undefined
  }
}

/**
 * Loads a CommonJS bundle that holds ASCII only, with what V8 compiled of it at the build: compiling it anew would take
 * longer than checking a letter. Where there is nothing, or V8 refuses it, the bundle is compiled as usual.
 * @returns the bundle's exports and its script
 */
function load(path) {
  const source = readFileSync(path, 'latin1')
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: path,
    cachedData: compiled(path)
  })
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path))
  return {exports: module.exports, script}
}

/** The V8 of Node 20, on which they were measured; later ones do not know the first. */
const measured = /^11\.3\./
const forShortRuns = [
  // V8 waits longer before it makes fast code of what runs often. It makes it beside the program, and a run that ends
  // meanwhile waits for it: to judge one letter took a sixth longer, and a hundred reports a twentieth.
  '--interrupt-budget=400000',
  // Regular expressions become machine code at once, not bytecode first: one letter takes a twentieth less.
  '--no-regexp-tier-up'
]

/**
 * Sets V8 to what suits a program that is soon over.
 * What is kept of the compiled bundle holds for one set of flags, so that this comes after `load`.
 */
function suitShortRuns() {
  if (!measured.test(process.versions.v8)) return
  const {setFlagsFromString} = require('node:v8')
  for (const flag of forShortRuns) setFlagsFromString(flag)
}

module.exports = {compiledPath, load, suitShortRuns}
