import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import type {Engine} from './engine.ts'
import {main} from './main.ts'
import {nodeHost} from './node-host.ts'
import {removeUnfinished} from './write-file.ts'

/** The core and the dictionaries that the build prepared. */
async function loadEngine(root: URL): Promise<Engine> {
  const [{makeEngine}, prepared] = await Promise.all([
    import('./make-engine.ts'),
    readFile(new URL('dist/dictionaries.json', root), 'utf8')
  ])
  return makeEngine(JSON.parse(prepared), fileURLToPath(new URL('dictionaries', root)))
}

/**
 * Runs the program in this process. It never ends the process itself: what was written first reaches its reader.
 * @param root the package's own folder
 */
export async function start(root: URL): Promise<void> {
  const interrupted = (signal: 'SIGINT' | 'SIGTERM') => {
    removeUnfinished().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  process.exitCode = await main(
    process.argv.slice(2),
    nodeHost(() => loadEngine(root))
  )
}
