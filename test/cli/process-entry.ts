import {parentPort, Worker} from 'node:worker_threads'
import {openOutputs} from '../../src/cli/node-output.ts'
import {runProcess} from '../../src/cli/run-process.ts'
import {work} from '../../src/cli/work.ts'
import {stubEngine} from './stub-engine.ts'

/** The command line in a process of its own, with the small core of these tests. */
const engine = async () => stubEngine

if (parentPort) work(parentPort, engine)
else await runProcess(openOutputs(), engine, () => new Worker(new URL(import.meta.url)))
