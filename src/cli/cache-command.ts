import {Fault} from '../model/fault.ts'
import {cacheFolder} from './cache.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {say} from './say.ts'

/** Forgets all that `--cache` remembered. */
export async function cache(doing: string | undefined, host: Host): Promise<ExitStatus> {
  if (doing !== 'clear') throw new Fault('bad-option', 'cache takes “clear”')
  try {
    await host.files.removeFolder(cacheFolder(host))
  } catch (error) {
    throw fileFault(error, 'write')
  }
  await say(host, 'Cleared the cache')
  return 0
}
