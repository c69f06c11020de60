import type {Host} from './host.ts'
import {main} from './main.ts'
import {nodeHost} from './node-host.ts'
import {removeUnfinished} from './write-file.ts'

/** As shells count them: 128 and the signal's number. */
const interruptions = {SIGINT: 130, SIGTERM: 143} as const

/**
 * Runs the command line in this process and leaves its exit status behind. The process ends by itself, when all that
 * was written has left; only an interruption ends it at once, with no half-written file.
 */
export async function runProcess(engine: Host['engine'], startWorker?: Host['startWorker']): Promise<void> {
  for (const [signal, status] of Object.entries(interruptions)) {
    process.once(signal, () => {
      removeUnfinished().finally(() => process.exit(status))
    })
  }
  process.exitCode = await main(process.argv.slice(2), nodeHost(engine, startWorker))
}
