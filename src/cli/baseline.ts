import {createHmac, randomBytes} from 'node:crypto'
import * as v from 'valibot'
import {Fault} from '../model/fault.ts'
import type {Finding} from '../model/finding.ts'

/**
 * Findings that were there when it was made and are let be. It holds keyed hashes and nothing else: who does not have
 * the papers cannot tell from it what is in them, not even by guessing.
 */
export interface Baseline {
  /** Of the hashes, made once for this baseline. */
  readonly key: string
  /** Fingerprints by the hash of their file's path. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

const schema = v.object({
  ourwordsBaseline: v.literal(1),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  files: v.record(hash, v.array(hash))
})

export const emptyBaseline = (): Baseline => ({key: randomBytes(32).toString('hex'), files: new Map()})

/**
 * Reads a baseline.
 * @throws Fault `bad-baseline`
 */
export function parseBaseline(source: string): Baseline {
  const wrong = new Fault('bad-baseline', 'It is no baseline of ourwords; make it again with: ourwords baseline create')
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw wrong
  }
  const parsed = v.safeParse(schema, value)
  if (!parsed.success) throw wrong
  const {key, files} = parsed.output
  return {key, files: new Map(Object.entries(files).map(([path, prints]) => [path, new Set(prints)]))}
}

/** Sorted, a hash on a line, so that a version control system shows what came and went. */
export function formatBaseline({key, files}: Baseline): string {
  const sorted = [...files]
    .filter(([, prints]) => prints.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, prints]) => [path, [...prints].sort()])
  return `${JSON.stringify({ourwordsBaseline: 1, key, files: Object.fromEntries(sorted)}, null, 1)}\n`
}

/** A file's name in a baseline; paths count from the baseline's folder, so that it may move with the papers. */
const fileKey = (key: string, path: string): string => createHmac('sha256', key).update(path).digest('hex').slice(0, 32)

export interface Sifting {
  /** The findings of a file that the baseline does not hold. */
  readonly sift: (path: string, findings: readonly Finding[]) => Finding[]
  /** Findings that it held, and entries of it that were found no more in files that were checked. */
  readonly counts: () => {readonly accepted: number; readonly fresh: number; readonly stale: number}
  /** The baseline with stale entries dropped and, where it may grow, new ones added; files not checked stay as they are. */
  readonly updated: (grow: boolean) => Baseline
}

/** Holds findings against a baseline. */
export function siftBy({key, files}: Baseline): Sifting {
  const seen = new Map<string, {readonly kept: Set<string>; readonly fresh: Set<string>; stale: number}>()
  return {
    sift: (path, findings) => {
      const name = fileKey(key, path)
      const known = files.get(name) ?? new Set<string>()
      const kept = new Set<string>()
      const fresh: Finding[] = []
      for (const finding of findings) {
        if (known.has(finding.fingerprint)) kept.add(finding.fingerprint)
        else fresh.push(finding)
      }
      const prints = new Set(fresh.map(({fingerprint}) => fingerprint))
      seen.set(name, {kept, fresh: prints, stale: known.size - kept.size})
      return fresh
    },
    counts: () => {
      const all = [...seen.values()]
      const sum = (of: (each: (typeof all)[number]) => number) => all.reduce((total, each) => total + of(each), 0)
      return {
        accepted: sum(({kept}) => kept.size),
        fresh: sum(({fresh}) => fresh.size),
        stale: sum(({stale}) => stale)
      }
    },
    updated: (grow) => {
      const next = new Map(files)
      for (const [name, {kept, fresh}] of seen) next.set(name, new Set(grow ? [...kept, ...fresh] : kept))
      return {key, files: next}
    }
  }
}
