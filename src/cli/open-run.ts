import {atMost} from '../report/at-most.ts'
import {ownWords} from '../report/redact.ts'
import {addFile, type CheckedFile, noTotals, type ReportedFault} from '../report/report.ts'
import {type CheckFlags, parseMaxWarnings} from './check-flags.ts'
import type {Threshold} from './config.ts'
import type {Engine, Words} from './engine.ts'
import type {ExitStatus, Host} from './host.ts'
import {openOutputs} from './outputs.ts'
import {makeProgress} from './progress.ts'
import {isCi, isHidden, type ReportRequest} from './reports.ts'
import {faultLine, reported, say, unexpected} from './say.ts'
import {atOrAbove} from './threshold.ts'
import {version} from './version.ts'

/** A run over any number of files: its reports, its counts, and how it ends. */
export interface Run {
  /** Stops the run before a report would take the place of a file that is to be read. */
  readonly refuse: (input: string) => Promise<void>
  readonly add: (file: CheckedFile, failOn: Threshold) => Promise<void>
  /** Something could not be done; the run goes on. */
  readonly fail: (error: unknown, path: string | null) => Promise<void>
  /** The same for a fault of another run. */
  readonly takeOver: (fault: ReportedFault) => Promise<void>
  readonly end: () => Promise<ExitStatus>
  /** Leaves no half-written report behind. */
  readonly abandon: () => Promise<void>
}

const errorsOnly = (file: CheckedFile): CheckedFile => ({
  ...file,
  result: {...file.result, findings: file.result.findings.filter(({severity}) => severity === 'error')}
})

/**
 * Opens every report that was asked for.
 * @param maxWarnings from the configuration; the flag is stronger
 * @param mostFindings of one file that reports show; the rest is counted
 */
export async function openRun(
  flags: CheckFlags,
  requests: readonly ReportRequest[],
  host: Host,
  engine: Engine,
  words: Words,
  maxWarnings?: number,
  mostFindings = Infinity
): Promise<Run> {
  const most = flags.maxWarnings === undefined ? maxWarnings : parseMaxWarnings(flags.maxWarnings)
  const outputs = await openOutputs(requests, host, {
    own: () => ownWords(engine.rules, words.dictionaries),
    context: {version, rules: engine.rules, all: flags.all === true, statistics: flags.statistics === true},
    color: flags.color,
    showPaths: flags.showPaths === true && flags.redact !== true,
    hidden: isHidden(flags, host)
  })
  const faults: ReportedFault[] = []
  const progress = makeProgress(host)
  let totals = noTotals
  let failed = false
  let found = false
  if (requests.length > 0 && outputs.redacted && !flags.redact) {
    const reason = isCi(host.env) ? 'CI is set' : 'this report is made for a build server'
    await say(host, `The documents’ words and names are left out, as ${reason}; --show-text shows them`)
  }
  async function takeOver(fault: ReportedFault): Promise<void> {
    faults.push(fault)
    await progress.clear()
    await say(host, faultLine(fault.path === null ? fault : {...fault, path: outputs.name(fault.path)}))
  }
  return {
    refuse: outputs.refuse,
    abandon: outputs.abandon,
    add: async (file, failOn) => {
      const {path, result} = file
      found ||= result.findings.some(({severity}) => atOrAbove(severity, failOn))
      totals = addFile(totals, file)
      await progress.clear()
      for (const {message} of result.notices.filter((notice) => notice.failed)) {
        failed = true
        await say(host, `${outputs.name(path)}: ${message}`)
      }
      await outputs.file(atMost(flags.quiet ? errorsOnly(file) : file, mostFindings))
      await progress.show(totals.files + faults.length)
    },
    fail: (error, path) => takeOver(reported(unexpected(error), path)),
    takeOver,
    end: async () => {
      await progress.clear()
      if (most !== undefined && most >= 0) found ||= totals.warnings > most
      await outputs.end({totals, faults})
      return faults.length > 0 || failed ? 2 : found ? 1 : 0
    }
  }
}
