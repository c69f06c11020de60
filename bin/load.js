const {readFileSync} = require('node:fs')
const {dirname, join} = require('node:path')
const {Script} = require('node:vm')

/** Whether `forShortRuns` are set. */
let suited = false

/**
 * Where the build keeps what V8 compiled. Another Node would not take it, and neither would V8 after its flags were set,
 * for which it is kept once more.
 */
const compiledPath = (path) => `${path}.${process.version}-${process.arch}${suited ? '-short' : ''}.bin`

function compiled(path) {
  try {
    return readFileSync(compiledPath(path))
  } catch {
    return undefined
  }
}

/** What was loaded, by path; the first is the core, whose modules the others share. */
const files = new Map()

/**
 * Loads a file of the build: a function in ASCII, with what V8 compiled of it at the build. Compiling it anew would take
 * longer than checking a letter; where there is nothing, or V8 refuses it, it is compiled as usual.
 * @returns the file's exports
 */
function load(path) {
  const known = files.get(path)
  if (known) return known.module.exports
  const script = new Script(readFileSync(path, 'latin1'), {filename: path, cachedData: compiled(path)})
  const module = {exports: {}}
  files.set(path, {module, script})
  const own = (id) => {
    if (id === 'ourwords:core') return files.values().next().value.module.exports.modules
    return id.startsWith('./') ? load(join(dirname(path), id)) : require(id)
  }
  script.runInThisContext()(module.exports, own, module)
  return module.exports
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

/** Sets V8 to what suits a program that is soon over, and what is loaded from now on to what was compiled so. */
function suitShortRuns() {
  if (!measured.test(process.versions.v8)) return
  const {setFlagsFromString} = require('node:v8')
  for (const flag of forShortRuns) setFlagsFromString(flag)
  suited = true
}

/** Tells a worker that its program has set V8, for all threads. */
function isSuited() {
  suited = measured.test(process.versions.v8)
}

module.exports = {compiledPath, files, isSuited, load, suitShortRuns}
