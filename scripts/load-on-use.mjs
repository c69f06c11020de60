const getters = (names) =>
  names.map((name) => `get ${JSON.stringify(name)}() { return load()[${JSON.stringify(name)}] }`)

const caller = 'export default (...given) => load().default(...given)'

/**
 * For esbuild: modules that are loaded when something of theirs is first used and not when the program starts: Node's
 * own, and packages that work much out when they are loaded.
 * @param {readonly string[]} names as they are imported
 */
export const loadOnUse = (names) => ({
  name: 'load-on-use',
  setup(build) {
    const own = 'load-on-use'
    build.onResolve({filter: new RegExp(`^(?:${names.join('|')})$`)}, ({path, resolveDir, pluginData}) =>
      pluginData === own ? undefined : {path, namespace: own, pluginData: resolveDir}
    )
    build.onLoad({filter: /.*/, namespace: own}, async ({path, pluginData: resolveDir}) => {
      const exported = Object.keys(await import(path)).filter((name) => name !== 'module.exports')
      const load = `const load = () => require(${JSON.stringify(`use:${path}`)})`
      // What is one function is called through; of the rest each export is fetched when it is asked for.
      const contents =
        exported.join() === 'default'
          ? `${load}\n${caller}`
          : `${load}\nmodule.exports = {${getters(exported).join(', ')}}`
      return {contents, resolveDir}
    })
    build.onResolve({filter: /^use:/}, ({path, resolveDir}) => {
      const name = path.slice('use:'.length)
      return name.startsWith('node:')
        ? {path: name, external: true}
        : build.resolve(name, {resolveDir, kind: 'require-call', pluginData: own})
    })
  }
})

/**
 * For esbuild: a module of our own that is imported when it is asked for, and that is built into a file of its own beside
 * the bundle.
 * @param {string} name of the module and, as `.cjs`, of the file
 */
export const beside = (name) => ({
  name: 'beside',
  setup(build) {
    build.onResolve({filter: new RegExp(`/${name}\\.ts$`)}, ({kind}) =>
      kind === 'dynamic-import' ? {path: `./${name}.cjs`, external: true} : undefined
    )
  }
})
