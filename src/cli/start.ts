import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import type {Engine} from './engine.ts'
import {runProcess} from './run-process.ts'

/** The core and the dictionaries that the build prepared. */
async function loadEngine(root: URL): Promise<Engine> {
  const [{makeEngine}, prepared] = await Promise.all([
    import('./make-engine.ts'),
    readFile(new URL('dist/dictionaries.json', root), 'utf8')
  ])
  return makeEngine(JSON.parse(prepared), fileURLToPath(new URL('dictionaries', root)))
}

/**
 * Runs the program in this process.
 * @param root the package's own folder
 */
export const start = (root: URL): Promise<void> => runProcess(() => loadEngine(root))
