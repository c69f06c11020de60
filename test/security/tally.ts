import type {TestContext} from 'vitest'

/** What one test tried and what became of it; `docs/reliability.md` is the sum of these. */
export interface Tally {
  /** Files, texts and command lines that were made to do harm, or at random. */
  readonly tried?: number
  readonly refused?: number
  readonly read?: number
  /** Kills, full disks, closed pipes, taken rights and the like. */
  readonly faults?: number
  readonly survived?: number
  /** Files that were there before and were not whole after. */
  readonly lost?: number
  /** Outputs that were searched for a document's words where there may be none, and in how many some were found. */
  readonly searched?: number
  readonly leaks?: number
}

declare module 'vitest' {
  interface TaskMeta {
    tally?: Tally
  }
}

export function record({task}: TestContext, tally: Tally): void {
  task.meta.tally = tally
}
