import {Fault} from '../model/fault.ts'
import {counted} from '../report/summary.ts'

export const outOfTime = (seconds: number): Fault =>
  new Fault(
    'out-of-time',
    `It took longer than ${counted(seconds, 'second')}, so it was not fully checked; --limit time=NUMBER allows more`
  )

/**
 * What whoever reads and judges a document asks now and then.
 * @param now milliseconds
 * @returns throws a Fault `out-of-time` once the seconds are over
 */
export function paceFor(seconds: number, now: () => number): () => void {
  const end = now() + seconds * 1000
  return () => {
    if (now() > end) throw outOfTime(seconds)
  }
}
