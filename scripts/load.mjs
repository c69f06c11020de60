import {mkdtempSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Loads a TypeScript module of the project as it stands in the tree, so that no script tells of an older build.
 * @param entry its path below the project's folder
 */
export async function load(entry) {
  // Beside node_modules, so that packages are found.
  const folder = mkdtempSync(join(root, 'node_modules', '.load-'))
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
      logLevel: 'warning'
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
