import {dirname, resolve} from 'node:path'
import {Fault} from '../model/fault.ts'
import type {Finding} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import {defaultFileLimit} from '../read/reader.ts'
import {diff} from '../report/diff.ts'
import {tellsOfClean} from '../report/index.ts'
import {counted} from '../report/summary.ts'
import type {Edit} from '../write/text.ts'
import {openCache} from './cache.ts'
import {checkFile, type FileJob, readInput} from './check-file.ts'
import {
  type CheckFlags,
  parseBounds,
  parseDeclaration,
  parseJobs,
  parseReading,
  parseRules,
  parseShard,
  parseThreshold
} from './check-flags.ts'
import {isExcluded, settingsFor, type Threshold} from './config.ts'
import {makeConfigs} from './configs.ts'
import {fileFault} from './file-fault.ts'
import {findFiles, shown} from './find-files.ts'
import {fixed, fixesFor, replaceFile} from './fix-file.ts'
import type {ExitStatus, Host} from './host.ts'
import {openBaseline} from './open-baseline.ts'
import {openRun} from './open-run.ts'
import {openPool} from './pool.ts'
import {printConfig} from './print-config.ts'
import {isHidden, parseReports, type ReportRequest} from './reports.ts'
import {say} from './say.ts'
import {styleFor} from './style.ts'

/** A run of fewer files is soon over. */
const fewFiles = 8

/** Findings that are let be, and what fingerprints are made with. */
export interface Known {
  readonly key: string
  readonly sift: (path: string, findings: readonly Finding[]) => readonly Finding[]
}

/** Checks what was asked for and reports it, file by file. */
export async function check(patterns: readonly string[], flags: CheckFlags, host: Host): Promise<ExitStatus> {
  if (flags.printConfig !== undefined) return printConfig(flags.printConfig, flags, host)
  const requests = parseReports(flags, host)
  if (flags.baseline === undefined) return checkFiles(patterns, flags, host, requests)
  const known = await openBaseline(flags.baseline, host)
  const status = await checkFiles(patterns, flags, host, requests, known)
  await known.tell()
  return status
}

/** @param requests where the reports go; none where only what `known` sees of the findings matters */
export async function checkFiles(
  patterns: readonly string[],
  flags: CheckFlags,
  host: Host,
  requests: readonly ReportRequest[],
  known?: Known
): Promise<ExitStatus> {
  const {cwd, files} = host
  const reading = parseReading(flags)
  const {seconds, findings: mostFindings} = parseBounds(flags)
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard)
  const failOn = flags.failOn === undefined ? undefined : parseThreshold(flags.failOn)
  const targets = patterns.length > 0 ? patterns : [host.stdin.piped || flags.stdinFilename ? '-' : '.']
  if (targets.includes('-') && targets.length > 1) throw new Fault('bad-option', 'Standard input (-) is checked alone')

  if (flags.fix && targets[0] === '-') throw new Fault('bad-option', '--fix needs a file to write to')
  if (flags.diff && isHidden(flags, host)) {
    throw new Fault('bad-option', '--diff shows the documents’ words, which are left out here; add --show-text')
  }

  const engine = await host.engine()
  const configs = makeConfigs(host, engine, {
    ...flags,
    hidden: isHidden(flags, host) || (requests.length > 0 && requests.every(({redact}) => redact))
  })
  const here = await configs.under(cwd)
  const common = {
    declaration: parseDeclaration(flags, here.words),
    rules: parseRules(flags.rule ?? [], engine, here.words),
    reading,
    seconds,
    ...(known && {fingerprintKey: known.key})
  }
  const fixing = flags.fix === true || flags.diff === true
  let fixes = 0
  /** Word files among those that were to be fixed. */
  let beyond = 0
  const clean = !fixing && !known && requests.every(({format}) => !tellsOfClean(format))
  const cache = flags.cache && clean ? await openCache(host) : null
  const jobs = flags.jobs === undefined ? 1 : parseJobs(flags.jobs)
  // What a cache remembers costs less to ask here than to send away.
  const pool = jobs > 1 && !cache && host.startWorker ? openPool(jobs, host.startWorker) : null
  // Enough that no worker waits for a slow file before it, and few enough to hold in memory.
  const most = pool ? 2 * jobs : 0
  const run = await openRun(
    flags,
    requests,
    host,
    engine,
    here.words,
    settingsFor(here.layers, cwd).maxWarnings,
    mostFindings
  )

  async function judge(
    path: string,
    given?: Uint8Array
  ): Promise<{result: Result; edits: readonly Edit[]; failOn: Threshold}> {
    const {layers, words, own} = await configs.under(dirname(path))
    const settings = settingsFor(layers, path)
    const includeQuotes = flags.includeQuotes === true || settings.includeQuotes
    const retext = flags.retext === true || settings.retext
    const bytes = given ?? (await readInput(files, path, reading))
    const again = (content: Uint8Array, quotes: boolean): Promise<Result> => {
      const job: FileJob = {path, bytes: content, settings, includeQuotes: quotes, retext, ...common}
      return pool ? pool.check({job, own}) : checkFile(job, host, engine, words, cache)
    }
    const result = await again(bytes, includeQuotes)
    // Quoted words may be judged; they are never changed.
    const edits = fixing ? fixesFor(includeQuotes ? await again(bytes, false) : result) : []
    const judged = {edits, failOn: failOn ?? settings.failOn}
    if (edits.length === 0 || flags.diff) return {result, ...judged}
    // It is judged once more before it takes the old file's place, so that no fix leaves a file that cannot be read.
    const content = fixed(bytes, result.document, edits)
    const remaining = await again(content, includeQuotes)
    await replaceFile(files, path, content)
    return {result: remaining, ...judged}
  }

  type Judged = Awaited<ReturnType<typeof judge>>

  async function tell(path: string, name: string, judging: Promise<Judged>): Promise<void> {
    let judged: Judged
    // Only what concerns this one file is told as its fault; a report that cannot be written ends the run.
    try {
      judged = await judging
    } catch (error) {
      return run.fail(error, name)
    }
    const {result, edits} = judged
    fixes += edits.length
    if (fixing && result.document.source === null) beyond++
    const findings = known ? known.sift(path, result.findings) : result.findings
    if (!flags.diff) return run.add({path: name, result: {...result, findings}}, judged.failOn)
    await host.stdout.write(
      diff(name, result.document.source ?? '', edits, styleFor(host.stdout, host.env, flags.color))
    )
  }

  /** Files that are being judged, told of in the order in which they were found. */
  const ahead: (() => Promise<void>)[] = []
  const later = async (telling: () => Promise<void>): Promise<void> => {
    ahead.push(telling)
    if (ahead.length > most) await ahead.shift()?.()
  }

  try {
    if (targets[0] === '-') {
      const name = flags.stdinFilename ?? '<stdin>'
      const path = resolve(cwd, flags.stdinFilename ?? 'stdin')
      const piped = host.stdin.read(reading.limits?.file ?? defaultFileLimit).catch((error: unknown) => {
        throw fileFault(error)
      })
      await tell(
        path,
        name,
        piped.then((bytes) => judge(path, bytes))
      )
    } else {
      let index = 0
      let begun = 0
      const all = findFiles(targets, {
        cwd,
        files,
        excluded: async (path) => isExcluded((await configs.under(dirname(path))).layers, path),
        forceExclude: flags.forceExclude === true,
        errorOnUnmatched: flags.errorOnUnmatchedPattern !== false
      })
      for await (const {path, fault} of all) {
        if (shard && index++ % shard.of !== shard.part - 1) continue
        const name = shown(cwd, path)
        if (fault) await later(() => run.fail(fault, name))
        else {
          await run.refuse(path)
          if (++begun === fewFiles) host.suitLongRuns?.()
          const judging = judge(path)
          // Whoever waits for it hears of a failure; until then it must not count as unheard.
          judging.catch(() => undefined)
          await later(() => tell(path, name, judging))
        }
      }
      for (const telling of ahead) await telling()
    }
    const status = await run.end()
    if (beyond > 0) {
      await say(host, `${counted(beyond, 'file')} not for --fix, which changes text only; see: ourwords review`)
    }
    if (flags.diff) return status === 0 && fixes > 0 ? 1 : status
    if (flags.fix) await say(host, `Fixed ${counted(fixes, 'place')}`)
    return status
  } catch (error) {
    await run.abandon()
    throw error
  } finally {
    await pool?.close()
  }
}
