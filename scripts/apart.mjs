import {join, relative} from 'node:path'
import {build} from 'esbuild'

const core = 'ourwords:core'

/** By what a module is known: a package's name as it is imported, or the path of a file of ours. */
const idOf = (root, path) => relative(root, path).replaceAll('\\', '/')

/** What a module gives others, asked of esbuild for files of ours and of the package itself otherwise. */
async function exportsOf(id, root) {
  if (!id.startsWith('src/')) return Object.keys(await import(id)).filter((name) => name !== 'module.exports')
  const {metafile} = await build({
    entryPoints: [join(root, id)],
    absWorkingDir: root,
    outdir: root,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'error'
  })
  return Object.values(metafile.outputs)[0].exports
}

/**
 * A module that stands for another one, which is loaded when something of it is first used. A file of ours holds functions
 * only (`refuseConstants` in scripts/compile.mjs sees to it), which are called through; of a package each export is
 * fetched when it is asked for. Of Node's, functions are called through, so that those are left out that nobody calls.
 */
async function onUse(id, loading, root) {
  const load = `let loaded; const load = () => loaded ??= ${loading}`
  const of = (name) => `load()[${JSON.stringify(name)}]`
  const getters = (names) => `{${names.map((name) => `get ${JSON.stringify(name)}() { return ${of(name)} }`)}}`
  if (id.startsWith('node:')) {
    const given = Object.entries(await import(id)).filter(([name]) => name !== 'default' && name !== 'module.exports')
    const functions = given.flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    const made = functions.map(
      (name) =>
        `export function ${name}(...given) { return new.target ? new (${of(name)})(...given) : ${of(name)}(...given) }`
    )
    return [load, ...made, `export default ${getters(given.map(([name]) => name))}`].join('\n')
  }
  const names = await exportsOf(id, root)
  if (!id.startsWith('src/') && names.join() !== 'default') return `${load}\nmodule.exports = ${getters(names)}`
  const exported = names.map((name) => {
    const called = `(...given) => ${of(name)}(...given)`
    return name === 'default' ? `export default ${called}` : `export const ${name} = ${called}`
  })
  return [load, ...exported].join('\n')
}

/**
 * Builds a program for which few runs need all: a core that every run reads, and beside it files that are read when
 * something in them is first used. Nothing in the source knows of it. What a part has in common with the core is the
 * core's own: a class of ours stays one class.
 * @param options.entry the program, below the root
 * @param options.outdir where the files go, each called after its part: `core.cjs`
 * @param options.parts by name, what they hold: packages by the name they are imported by, files of ours by their path
 * @param options.builtins modules of Node's own that are loaded on use, too
 * @param options.shared what esbuild is told besides, for every file
 * @returns the files of ours of which nothing but functions can be used
 */
export async function buildApart({root, entry, outdir, parts, builtins, shared}) {
  const partOf = new Map(Object.entries(parts).flatMap(([part, ids]) => ids.map((id) => [id, part])))

  const calledThrough = new Set()
  const loading = (id) => {
    const part = partOf.get(id)
    return part === undefined
      ? `require(${JSON.stringify(id)})`
      : `require(${JSON.stringify(`./apart/${part}.cjs`)})[${JSON.stringify(id)}]`
  }

  const named = (own) => ({
    name: 'apart',
    setup({onResolve, onLoad, resolve}) {
      onResolve({filter: /.*/}, async ({path, kind, importer, resolveDir, pluginData, namespace}) => {
        if (pluginData === 'apart' || kind === 'entry-point') return undefined
        if (path === core || path.startsWith('./apart/')) return {path: path.replace('./apart/', './'), external: true}
        if (builtins.includes(path)) {
          return namespace === 'on-use' ? {path, external: true} : {path, namespace: 'on-use'}
        }
        const id = path.startsWith('.')
          ? idOf(root, (await resolve(path, {kind, importer, resolveDir, pluginData: 'apart'})).path)
          : path
        const part = partOf.get(id)
        if (part !== undefined && part !== own.part) {
          // What is imported when it is asked for needs nothing to stand for it.
          const whole = kind === 'dynamic-import'
          if (!whole && id.startsWith('src/')) calledThrough.add(id)
          return {path: id, namespace: whole ? 'whole' : 'on-use'}
        }
        if (own.core?.has(id) && id.startsWith('src/')) {
          own.common.add(id)
          return {path: id, namespace: 'core'}
        }
        return undefined
      })
      onLoad({filter: /.*/, namespace: 'on-use'}, async ({path}) => ({
        contents: await onUse(path, loading(path), root),
        resolveDir: root
      }))
      onLoad({filter: /.*/, namespace: 'whole'}, ({path}) => ({
        contents: `module.exports = ${loading(path)}`,
        resolveDir: root
      }))
      onLoad({filter: /.*/, namespace: 'core'}, ({path}) => ({
        contents: `module.exports = require('${core}')[${JSON.stringify(path)}]`,
        resolveDir: root
      }))
    }
  })

  /** Namespaces by id: each module's exports stay what they are, and are looked up when they are used. */
  const namespaces = (ids) =>
    [
      ...ids.map((id, n) => `import * as module${n} from ${JSON.stringify(id.startsWith('src/') ? `./${id}` : id)}`),
      `const modules = {${ids.map((id, n) => `${JSON.stringify(id)}: module${n}`)}}`
    ].join('\n')

  /** The same of files of ours, each made when a part asks for it: all of them would take part of every start. */
  const namespacesOnUse = async (ids) => {
    const given = await Promise.all(ids.map(async (id) => ({id, names: await exportsOf(id, root)})))
    const imports = given.map(({id, names}, n) => {
      const renamed = names.map((name) => `${name} as module${n}_${name}`)
      return `import {${renamed}} from ${JSON.stringify(`./${id}`)}`
    })
    const modules = given.map(({id, names}, n) => {
      const getters = names.map((name) => `get ${name}() { return module${n}_${name} }`)
      return `get ${JSON.stringify(id)}() { return {${getters}} }`
    })
    return [...imports, `const modules = {${modules}}`].join('\n')
  }

  const bundle = async (name, contents, own) => {
    const {metafile} = await build({
      ...shared,
      stdin: {contents, resolveDir: root, loader: 'js'},
      outfile: join(outdir, `${name}.cjs`),
      format: 'cjs',
      platform: 'node',
      metafile: true,
      plugins: [named(own)]
    })
    return new Set(Object.keys(metafile.inputs))
  }

  const inCore = await bundle('core', `export * from './${entry}'`, {})
  const common = new Set()
  for (const [part, ids] of Object.entries(parts)) {
    await bundle(part, `${namespaces(ids)}\nmodule.exports = modules`, {part, core: inCore, common})
  }
  // Known only now is what the core has to hand out.
  const handed = [...common].sort()
  await bundle('core', `export * from './${entry}'\n${await namespacesOnUse(handed)}\nexport {modules}`, {})
  return [...calledThrough]
}
