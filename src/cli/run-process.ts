import type {Host} from './host.ts'
import {main} from './main.ts'
import {nodeHost} from './node-host.ts'
import type {Outputs} from './node-output.ts'

/** Runs the command line in this process and leaves its exit status behind; by then all that was written has left. */
export async function runProcess(
  outputs: Outputs,
  engine: Host['engine'],
  startWorker?: Host['startWorker'],
  suitLongRuns?: Host['suitLongRuns']
): Promise<void> {
  let host: Host
  try {
    host = nodeHost(outputs, engine, startWorker, suitLongRuns)
  } catch {
    process.exitCode = 2
    return outputs.stderr.write('ourwords: The folder you are in is not there any more; go to another\n')
  }
  process.exitCode = await main(process.argv.slice(2), host)
}
