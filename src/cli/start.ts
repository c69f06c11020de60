import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isMainThread, Worker} from 'node:worker_threads'
import type {Engine} from './engine.ts'
import {makeEngine} from './make-engine.ts'
import {runProcess} from './run-process.ts'
import {work} from './work.ts'

/** Where the program's parts are. */
interface Places {
  /** What is run, in workers too. */
  readonly program: string
  /** What the build made. */
  readonly built: string
  /** The dictionaries as they were written. */
  readonly dictionaries: string
}

/** The core and the dictionaries that the build prepared. */
const loadEngine = async ({built, dictionaries}: Places): Promise<Engine> =>
  makeEngine(JSON.parse(readFileSync(join(built, 'dictionaries.json'), 'utf8')), dictionaries)

/** Runs the program in this process, or answers it in one of its workers. */
export async function start(places: Places): Promise<void> {
  const engine = () => loadEngine(places)
  if (isMainThread) await runProcess(engine, () => new Worker(places.program))
  else work(engine)
}
