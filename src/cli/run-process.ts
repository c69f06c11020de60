import type {Host} from './host.ts'
import {main} from './main.ts'
import {nodeHost} from './node-host.ts'

/** Runs the command line in this process and leaves its exit status behind; by then all that was written has left. */
export async function runProcess(engine: Host['engine'], startWorker?: Host['startWorker']): Promise<void> {
  let host: Host
  try {
    host = nodeHost(engine, startWorker)
  } catch {
    process.exitCode = 2
    return new Promise((resolve) => {
      process.stderr.write('ourwords: The folder you are in is not there any more; go to another\n', () => resolve())
    })
  }
  process.exitCode = await main(process.argv.slice(2), host)
}
