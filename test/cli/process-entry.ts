import {runProcess} from '../../src/cli/run-process.ts'
import {stubEngine} from './stub-engine.ts'

/** The command line in a process of its own, with the small core of these tests. */
await runProcess(async () => stubEngine)
