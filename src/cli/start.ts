import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Engine} from './engine.ts'
import {makeEngine} from './make-engine.ts'
import {runProcess} from './run-process.ts'
import {work} from './work.ts'

/** Where the program's parts are. */
interface Places {
  /** What a worker runs. */
  readonly worker: string
  /** What the build made. */
  readonly built: string
  /** The dictionaries as they were written. */
  readonly dictionaries: string
}

/** The core and the dictionaries that the build prepared, in ASCII. */
const loadEngine = async ({built, dictionaries}: Places): Promise<Engine> =>
  makeEngine(JSON.parse(readFileSync(join(built, 'dictionaries.json'), 'latin1')), dictionaries)

/** Runs the program in this process. */
export const start = (places: Places): Promise<void> =>
  runProcess(
    () => loadEngine(places),
    // Short-lived memory that is swept often is soon used again; without a bound it grows with each worker, for nothing.
    () => new Worker(places.worker, {resourceLimits: {maxYoungGenerationSizeMb: 8}})
  )

/** Answers the program in one of its workers. */
export const startWork = (places: Places): void => work(() => loadEngine(places))
