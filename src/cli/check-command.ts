import {dirname, resolve} from 'node:path'
import {Fault} from '../model/fault.ts'
import {checkFile, type FileJob} from './check-file.ts'
import {type CheckFlags, parseDeclaration, parseReading, parseRules, parseShard, parseThreshold} from './check-flags.ts'
import {isExcluded, settingsFor} from './config.ts'
import {makeConfigs} from './configs.ts'
import {findFiles, shown} from './find-files.ts'
import type {ExitStatus, Host} from './host.ts'
import {openRun} from './open-run.ts'
import {printConfig} from './print-config.ts'
import {parseReports} from './reports.ts'

/** Checks what was asked for and reports it, file by file. */
export async function check(patterns: readonly string[], flags: CheckFlags, host: Host): Promise<ExitStatus> {
  if (flags.printConfig !== undefined) return printConfig(flags.printConfig, flags, host)
  const {cwd, files} = host
  const reading = parseReading(flags)
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard)
  const failOn = flags.failOn === undefined ? undefined : parseThreshold(flags.failOn)
  const targets = patterns.length > 0 ? patterns : [host.stdin.piped || flags.stdinFilename ? '-' : '.']
  if (targets.includes('-') && targets.length > 1) throw new Fault('bad-option', 'Standard input (-) is checked alone')

  const engine = await host.engine()
  const configs = makeConfigs(host, engine, {...flags, hidden: parseReports(flags, host).every(({redact}) => redact)})
  const here = await configs.under(cwd)
  const common = {
    declaration: parseDeclaration(flags, here.words),
    rules: parseRules(flags.rule ?? [], engine, here.words),
    includeQuotes: flags.includeQuotes === true,
    reading
  }
  const run = await openRun(flags, host, engine, here.words, settingsFor(here.layers, cwd).maxWarnings)

  /** Only what concerns this one file is told as its fault; a report that cannot be written ends the run. */
  async function judge(path: string, bytes?: Uint8Array) {
    try {
      const {layers, words} = await configs.under(dirname(path))
      const settings = settingsFor(layers, path)
      const job: FileJob = {path, ...(bytes && {bytes}), settings, ...common}
      return {result: await checkFile(job, files, engine, words), failOn: failOn ?? settings.failOn}
    } catch (error) {
      return {error}
    }
  }

  async function one(path: string, name: string, bytes?: Uint8Array): Promise<void> {
    const judged = await judge(path, bytes)
    if (judged.result) await run.add({path: name, result: judged.result}, judged.failOn)
    else await run.fail(judged.error, name)
  }

  try {
    if (targets[0] === '-') {
      const name = flags.stdinFilename ?? '<stdin>'
      await one(resolve(cwd, flags.stdinFilename ?? 'stdin'), name, await host.stdin.read())
    } else {
      let index = 0
      const all = findFiles(targets, {
        cwd,
        files,
        excluded: async (path) => isExcluded((await configs.under(dirname(path))).layers, path),
        forceExclude: flags.forceExclude === true,
        errorOnUnmatched: flags.errorOnUnmatchedPattern !== false
      })
      for await (const {path, fault} of all) {
        if (shard && index++ % shard.of !== shard.part - 1) continue
        if (fault) await run.fail(fault, shown(cwd, path))
        else {
          await run.refuse(path)
          await one(path, shown(cwd, path))
        }
      }
    }
    return await run.end()
  } catch (error) {
    await run.abandon()
    throw error
  }
}
