import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Engine} from './engine.ts'
import {makeEngine} from './make-engine.ts'
import {runProcess} from './run-process.ts'

/** The core and the dictionaries that the build prepared. */
const loadEngine = async (root: string): Promise<Engine> =>
  makeEngine(JSON.parse(readFileSync(join(root, 'dist', 'dictionaries.json'), 'utf8')), join(root, 'dictionaries'))

/**
 * Runs the program in this process.
 * @param root the package's own folder
 */
export const start = (root: string): Promise<void> => runProcess(() => loadEngine(root))
