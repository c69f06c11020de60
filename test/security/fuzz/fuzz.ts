import fc from 'fast-check'
import {families} from './inputs.ts'
import {allHolds} from './invariants.ts'

/** What became of the inputs of one family. */
export interface Tally {
  readonly family: string
  read: number
  refused: number
}

export const familyNames = Object.keys(families)

/** Tries so many inputs of one family. Throws with the seed and the smallest input that breaks a promise. */
export async function fuzz(family: string, numRuns: number, seed: number): Promise<Tally> {
  const tally: Tally = {family, read: 0, refused: 0}
  const input = families[family]
  if (!input) throw new Error(`There is no family “${family}”`)
  await fc.assert(
    fc.asyncProperty(input, async (one) => {
      tally[await allHolds(one)]++
    }),
    {numRuns, seed}
  )
  return tally
}
