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

module.exports = {compiledPath, load}
