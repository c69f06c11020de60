const {closeSync, fstatSync, openSync, readSync} = require('node:fs')
const {dirname, join} = require('node:path')
const {Script} = require('node:vm')

/** Whether `forShortRuns` are set. */
let suited = false

/**
 * Where the build keeps what V8 compiled. Another Node would not take it, and neither would V8 after its flags were set,
 * for which it is kept once more.
 */
const compiledPath = (path) => `${path}.${process.version}-${process.arch}${suited ? '-short' : ''}.bin`

/**
 * What files are read into, one after the other: memory that is touched for the first time costs more than the reading. It
 * must hold the largest, which is what V8 compiled of the core; a larger one would be given memory of its own.
 */
let memory = Buffer.allocUnsafeSlow(1_572_864)

/** @returns the bytes of a file, until the next is read */
function read(path) {
  const file = openSync(path)
  const {size} = fstatSync(file)
  if (size > memory.length) memory = Buffer.allocUnsafeSlow(size)
  const length = readSync(file, memory, 0, size, 0)
  closeSync(file)
  return memory.subarray(0, length)
}

function compiled(path) {
  try {
    return read(compiledPath(path))
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
  const source = read(path).toString('latin1')
  const script = new Script(source, {filename: path, cachedData: compiled(path)})
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
  '--no-regexp-tier-up',
  // Memory for what is soon forgotten stays as small as it begins, and is used again sooner. Memory that is touched for the
  // first time is dear: one letter takes a twentieth less.
  '--semi-space-growth-factor=1'
]
/** As V8 has it: with so little memory a hundred reports would take an eighth longer. */
const forLongRuns = '--semi-space-growth-factor=2'

/**
 * What Node's own `v8` calls. To load that module loads all of Node's streams with it, which takes a twentieth of one
 * letter; the way around it is deprecated, is there in the Node that was measured, and may be closed (`--permission`).
 */
function flagSetter() {
  const {noDeprecation} = process
  process.noDeprecation = true
  try {
    return process.binding('v8').setFlagsFromString
  } catch {
    return require('node:v8').setFlagsFromString
  } finally {
    process.noDeprecation = noDeprecation
  }
}

/** Sets V8 to what suits a program that is soon over, and what is loaded from now on to what was compiled so. */
function suitShortRuns() {
  if (!measured.test(process.versions.v8)) return
  const setFlag = flagSetter()
  for (const flag of forShortRuns) setFlag(flag)
  suited = true
}

/** Sets V8 to what suits a program that has turned out to have many files. */
function suitLongRuns() {
  if (suited) flagSetter()(forLongRuns)
}

/** Tells a worker that its program has set V8, for all threads. */
function isSuited() {
  suited = measured.test(process.versions.v8)
}

module.exports = {compiledPath, files, isSuited, load, suitLongRuns, suitShortRuns}
