import {mkdtempSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** With what the folder's name begins that a module is loaded from: errors and stacks name it. */
export const loaded = '.load-'

/**
 * Loads a TypeScript module of the project as it stands in the tree, so that no script tells of an older build.
 * @param entry its path below the project's folder
 * @param define what stands for some expressions, as esbuild takes it
 * @param plugins of esbuild's
 */
export async function load(entry, define = {}, plugins = []) {
  // Beside node_modules, so that packages are found.
  const folder = mkdtempSync(join(root, 'node_modules', loaded))
  const outfile = join(folder, 'module.mjs')
  try {
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      define,
      plugins,
      logLevel: 'warning'
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Loads what makes random inputs and tries them; it reads the dictionaries from where the tests read them. */
export const loadFuzz = (plugins = []) =>
  load('test/security/fuzz/fuzz.ts', {'import.meta.dirname': JSON.stringify(join(root, 'test', 'lexicon'))}, plugins)
