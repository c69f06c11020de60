import {type MessagePort, Worker} from 'node:worker_threads'
import type {Engine} from './engine.ts'
import {makeEngine} from './make-engine.ts'
import type {Outputs} from './node-output.ts'
import {openPrepared} from './open-prepared.ts'
import {runProcess} from './run-process.ts'
import {work} from './work.ts'

export {openOutputs} from './node-output.ts'

/** Where the program's parts are. */
interface Places {
  /** What a worker runs. */
  readonly worker: string
  /** What the build made. */
  readonly built: string
  /** The dictionaries as they were written. */
  readonly dictionaries: string
  /** Sets the engine of JavaScript to what suits many files; workers are not asked. */
  readonly suitLongRuns?: () => void
}

/** The core and the dictionaries that the build prepared. */
const loadEngine = async ({built, dictionaries}: Places): Promise<Engine> =>
  makeEngine(openPrepared(built), dictionaries)

/** Runs the program in this process. */
export const start = (places: Places, outputs: Outputs): Promise<void> =>
  runProcess(
    outputs,
    () => loadEngine(places),
    // What a worker keeps is some 20 MB. Short-lived memory grows with each worker: of 24 MB two take 30 MB less than of 40,
    // and no longer. Below 2048, V8 sweeps the rest when it has doubled and not when it is four times what was kept; a paper
    // of 40 MB still fits.
    () => new Worker(places.worker, {resourceLimits: {maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 2000}}),
    places.suitLongRuns
  )

/** Answers the program in one of its workers, through the port that a worker has. */
export const startWork = (places: Places, port: MessagePort): void => work(port, () => loadEngine(places))
