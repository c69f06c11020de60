import {dirname, relative, resolve, sep} from 'node:path'
import {Fault} from '../model/fault.ts'
import type {Finding} from '../model/finding.ts'
import {counted} from '../report/summary.ts'
import {type Baseline, parseBaseline, type Sifting, siftBy} from './baseline.ts'
import {fileFault} from './file-fault.ts'
import type {Host} from './host.ts'
import {say} from './say.ts'

export const baselineName = 'ourwords-baseline.json'

/** A baseline in use. */
export interface OpenBaseline extends Omit<Sifting, 'sift'> {
  readonly key: string
  readonly sift: (path: string, findings: readonly Finding[]) => Finding[]
  /** Says on standard error what was let be and what is there no more. */
  readonly tell: () => Promise<void>
}

/** Holds findings against a baseline whose paths count from where it is kept. */
export function useBaseline(baseline: Baseline, path: string, host: Host): OpenBaseline {
  const sifting = siftBy(baseline)
  const folder = dirname(path)
  return {
    ...sifting,
    key: baseline.key,
    sift: (file, findings) => sifting.sift(relative(folder, file).split(sep).join('/'), findings),
    tell: async () => {
      const {accepted, stale} = sifting.counts()
      if (accepted > 0) await say(host, `${counted(accepted, 'finding')} let be, as the baseline holds them`)
      if (stale > 0) {
        await say(
          host,
          `${counted(stale, 'entry', 'entries')} of the baseline found no more; see: ourwords baseline update`
        )
      }
    }
  }
}

/**
 * Reads a baseline that is there.
 * @throws Fault when it is not, or is none
 */
export async function openBaseline(given: string, host: Host): Promise<OpenBaseline> {
  const path = resolve(host.cwd, given)
  try {
    return useBaseline(parseBaseline(new TextDecoder().decode(await host.files.read(path))), path, host)
  } catch (error) {
    const {code, message} = fileFault(error)
    const hint = code === 'not-found' ? 'There is none yet; make it with: ourwords baseline create' : message
    throw new Fault(code, `The baseline could not be used. ${hint}`)
  }
}
