import {dirname, resolve} from 'node:path'
import {Fault} from '../model/fault.ts'
import type {Result} from '../model/result.ts'
import {ownWords} from '../report/redact.ts'
import {addFile, noTotals, type ReportedFault} from '../report/report.ts'
import {checkFile} from './check-file.ts'
import {
  type CheckFlags,
  parseDeclaration,
  parseMaxWarnings,
  parseReading,
  parseRules,
  parseShard,
  parseThreshold
} from './check-flags.ts'
import {isExcluded, type Settings, settingsFor} from './config.ts'
import {makeConfigs} from './configs.ts'
import {findFiles, shown} from './find-files.ts'
import type {ExitStatus, Host} from './host.ts'
import {openOutputs} from './outputs.ts'
import {printConfig} from './print-config.ts'
import {makeProgress} from './progress.ts'
import {isCi, parseReports} from './reports.ts'
import {faultLine, reported, say, unexpected} from './say.ts'
import {atOrAbove} from './threshold.ts'
import {version} from './version.ts'

const errorsOnly = (result: Result): Result => ({
  ...result,
  findings: result.findings.filter(({severity}) => severity === 'error')
})

/** Checks what was asked for and reports it, file by file. */
export async function check(patterns: readonly string[], flags: CheckFlags, host: Host): Promise<ExitStatus> {
  if (flags.printConfig !== undefined) return printConfig(flags.printConfig, flags, host)
  const {cwd, files} = host
  const requests = parseReports(flags, host)
  const reading = parseReading(flags)
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard)
  const failOn = flags.failOn === undefined ? undefined : parseThreshold(flags.failOn)
  const engine = await host.engine()
  const configs = makeConfigs(host, engine, flags.config ?? true)
  const here = await configs.under(cwd)
  const declaration = parseDeclaration(flags, here.words)
  const rules = parseRules(flags.rule ?? [], engine, here.words)
  const maxWarnings =
    flags.maxWarnings === undefined ? settingsFor(here.layers, cwd).maxWarnings : parseMaxWarnings(flags.maxWarnings)

  const targets = patterns.length > 0 ? patterns : [host.stdin.piped || flags.stdinFilename ? '-' : '.']
  if (targets.includes('-') && targets.length > 1) throw new Fault('bad-option', 'Standard input (-) is checked alone')

  const outputs = await openOutputs(requests, host, {
    own: ownWords(engine.rules, here.words.dictionaries),
    context: {
      version,
      rules: engine.rules,
      all: flags.all === true,
      statistics: flags.statistics === true
    },
    color: flags.color
  })
  const faults: ReportedFault[] = []
  let totals = noTotals
  let failed = false
  let found = false
  const progress = makeProgress(host)

  const failing = async (error: unknown, path: string | null): Promise<void> => {
    const fault = reported(unexpected(error), path)
    faults.push(fault)
    await progress.clear()
    await say(host, faultLine(path === null ? fault : {...fault, path: outputs.name(path)}))
  }

  const one = async (path: string, bytes?: Uint8Array): Promise<void> => {
    const name = bytes ? (flags.stdinFilename ?? '<stdin>') : shown(cwd, path)
    let result: Result
    let settings: Settings
    try {
      const {layers, words} = await configs.under(dirname(path))
      settings = settingsFor(layers, path)
      const includeQuotes = flags.includeQuotes === true
      const job = {path, ...(bytes && {bytes}), settings, declaration, rules, includeQuotes, reading}
      result = await checkFile(job, files, engine, words)
    } catch (error) {
      await failing(error, name)
      return
    }
    const threshold = failOn ?? settings.failOn
    found ||= result.findings.some(({severity}) => atOrAbove(severity, threshold))
    totals = addFile(totals, {path: name, result})
    await progress.clear()
    for (const {message} of result.notices.filter((notice) => notice.failed)) {
      failed = true
      await say(host, `${outputs.name(name)}: ${message}`)
    }
    await outputs.file({path: name, result: flags.quiet ? errorsOnly(result) : result})
  }

  try {
    if (outputs.redacted && !flags.redact && !flags.showText) {
      const reason = isCi(host.env) ? 'CI is set' : 'this report is made for a build server'
      await say(host, `The documents’ words and names are left out, as ${reason}; --show-text shows them`)
    }
    if (targets[0] === '-') await one(resolve(cwd, flags.stdinFilename ?? 'stdin'), await host.stdin.read())
    else {
      let index = 0
      const all = findFiles(targets, {
        cwd,
        files,
        excluded: async (path) => isExcluded((await configs.under(dirname(path))).layers, path),
        forceExclude: flags.forceExclude === true,
        errorOnUnmatched: flags.errorOnUnmatchedPattern !== false
      })
      for await (const each of all) {
        if (shard && index++ % shard.of !== shard.part - 1) continue
        if (each.fault) await failing(each.fault, shown(cwd, each.path))
        else {
          await outputs.refuse(each.path)
          await one(each.path)
        }
        await progress.show(totals.files + faults.length)
      }
    }
    await progress.clear()
    if (maxWarnings !== undefined && maxWarnings >= 0) found ||= totals.warnings > maxWarnings
    await outputs.end({totals, faults})
  } catch (error) {
    await outputs.abandon()
    throw error
  }
  return faults.length > 0 || failed ? 2 : found ? 1 : 0
}
