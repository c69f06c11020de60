import {resolve} from 'node:path'
import {faultFromJson, fileFromJson, parseReport} from '../report/from-json.ts'
import type {JsonReport} from '../report/json-schema.ts'
import {ownWords} from '../report/redact.ts'
import {addFile, noTotals, type ReportedFault} from '../report/report.ts'
import {type CheckFlags, parseMaxWarnings, parseThreshold} from './check-flags.ts'
import {makeConfigs} from './configs.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {openOutputs} from './outputs.ts'
import {parseReports} from './reports.ts'
import {faultLine, reported, say} from './say.ts'
import {atOrAbove} from './threshold.ts'
import {version} from './version.ts'

/** Makes one report of the JSON reports of several runs, as the parts of a sharded run leave them. */
export async function merge(paths: readonly string[], flags: CheckFlags, host: Host): Promise<ExitStatus> {
  const requests = parseReports(flags, host)
  const failOn = parseThreshold(flags.failOn ?? 'error')
  const maxWarnings = flags.maxWarnings === undefined ? -1 : parseMaxWarnings(flags.maxWarnings)
  const engine = await host.engine()
  const {words} = await makeConfigs(host, engine, true).under(host.cwd)
  const outputs = await openOutputs(requests, host, {
    own: ownWords(engine.rules, words.dictionaries),
    context: {version, rules: engine.rules, all: flags.all === true, statistics: flags.statistics === true},
    color: flags.color
  })
  const faults: ReportedFault[] = []
  let totals = noTotals
  let failed = false
  let found = false
  try {
    for (const given of paths) {
      const path = resolve(host.cwd, given)
      await outputs.refuse(path)
      let report: JsonReport
      try {
        report = parseReport(new TextDecoder().decode(await host.files.read(path)))
      } catch (error) {
        const fault = reported(fileFault(error), given)
        faults.push(fault)
        await say(host, faultLine({...fault, path: outputs.name(given)}))
        continue
      }
      for (const each of report.files) {
        const file = fileFromJson(each)
        failed ||= file.result.notices.some((notice) => notice.failed)
        found ||= file.result.findings.some(({severity}) => atOrAbove(severity, failOn))
        totals = addFile(totals, file)
        await outputs.file(file)
      }
      faults.push(...report.faults.map(faultFromJson))
    }
    if (maxWarnings >= 0) found ||= totals.warnings > maxWarnings
    await outputs.end({totals, faults})
  } catch (error) {
    await outputs.abandon()
    throw error
  }
  return faults.length > 0 || failed ? 2 : found ? 1 : 0
}
