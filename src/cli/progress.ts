import {counted} from '../report/summary.ts'
import type {Host} from './host.ts'
import {isCi} from './reports.ts'

/** A line on standard error that says how far a long run has come; it names no file. */
export interface Progress {
  readonly show: (files: number) => Promise<void>
  /** Takes the line away before anything else is written. */
  readonly clear: () => Promise<void>
}

/** Before this nobody wonders, and more often than this nobody can read. In milliseconds. */
const [firstAfter, then] = [1000, 200]

export function makeProgress({stderr, env, now}: Host): Progress {
  if (!stderr.isTTY || isCi(env)) return {show: async () => undefined, clear: async () => undefined}
  let next = now() + firstAfter
  let shown = false
  return {
    show: async (files) => {
      if (now() < next) return
      next = now() + then
      shown = true
      await stderr.write(`\r\u001b[K${counted(files, 'file')} checked …`)
    },
    clear: async () => {
      if (!shown) return
      shown = false
      await stderr.write('\r\u001b[K')
    }
  }
}
