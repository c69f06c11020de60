import {resolve} from 'node:path'
import {faultFromJson, fileFromJson, parseReport} from '../report/from-json.ts'
import type {JsonReport} from '../report/json-schema.ts'
import {type CheckFlags, parseThreshold} from './check-flags.ts'
import {makeConfigs} from './configs.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {openRun} from './open-run.ts'
import {isHidden, parseReports} from './reports.ts'

/** Makes one report of the JSON reports of several runs, as the parts of a sharded run leave them. */
export async function merge(paths: readonly string[], flags: CheckFlags, host: Host): Promise<ExitStatus> {
  const failOn = parseThreshold(flags.failOn ?? 'error')
  const engine = await host.engine()
  const {words} = await makeConfigs(host, engine, {hidden: isHidden(flags, host)}).under(host.cwd)
  const run = await openRun(flags, parseReports(flags, host), host, engine, words)

  async function open(given: string): Promise<JsonReport | null> {
    try {
      return parseReport(new TextDecoder().decode(await host.files.read(resolve(host.cwd, given))))
    } catch (error) {
      await run.fail(fileFault(error), given)
      return null
    }
  }

  try {
    for (const given of paths) {
      await run.refuse(resolve(host.cwd, given))
      const report = await open(given)
      if (!report) continue
      for (const file of report.files) await run.add(fileFromJson(file), failOn)
      for (const fault of report.faults) await run.takeOver(faultFromJson(fault))
    }
    return await run.end()
  } catch (error) {
    await run.abandon()
    throw error
  }
}
