import {Fault} from '../model/fault.ts'
import {formats} from '../report/index.ts'
import {type OwnWords, redactor} from '../report/redact.ts'
import type {CheckedFile, ReportContext, ReportedFault, Reporter, Totals} from '../report/report.ts'
import {plain} from '../report/style.ts'
import {fileFault} from './file-fault.ts'
import type {Host, PendingFile} from './host.ts'
import type {ReportRequest} from './reports.ts'
import {styleFor} from './style.ts'

/** Where one report goes. */
type Sink = Omit<PendingFile, 'write'> & {readonly write: (text: string) => Promise<void>}

interface Open {
  readonly request: ReportRequest
  readonly reporter: Reporter
  readonly sink: Sink
}

/** All reports of a run: each is written as the files come, in its own place, with or without the documents' text. */
export interface Outputs {
  readonly file: (file: CheckedFile) => Promise<void>
  /** Stops the run before a report would take the place of a file that is to be checked. */
  readonly refuse: (input: string) => Promise<void>
  readonly end: (run: {readonly totals: Totals; readonly faults: readonly ReportedFault[]}) => Promise<void>
  readonly abandon: () => Promise<void>
  /** A path as standard error may name it. */
  readonly name: (path: string) => string
  /** Whether standard error leaves out names, as every report does. */
  readonly redacted: boolean
}

const nothing = async (): Promise<void> => undefined

/** Says which report could not be written, by its format: its path may name a child. */
async function writing<Value>(format: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const {code, message} = fileFault(error, 'write')
    throw new Fault(code, `The ${format} report could not be written. ${message}`)
  }
}

export interface OutputSettings {
  readonly own: () => OwnWords
  readonly context: Omit<ReportContext, 'style' | 'columns' | 'redacted'>
  readonly color: boolean | undefined
  /** Files are named even where their words are left out. */
  readonly showPaths: boolean
  /** Of a run without reports: whether standard error leaves out names. */
  readonly hidden: boolean
}

/** Opens every report, so that a place that cannot be written to is known before any work is done. */
export async function openOutputs(
  requests: readonly ReportRequest[],
  host: Host,
  {own, context, color, showPaths, hidden}: OutputSettings
): Promise<Outputs> {
  const hide = redactor(own, showPaths)
  const open: Open[] = []
  const add = (request: ReportRequest, sink: Sink): void => {
    const {path, format, redact} = request
    const reporter = formats[format].create({
      ...context,
      redacted: redact,
      style: path === null ? styleFor(host.stdout, host.env, color) : plain,
      columns: path === null ? Math.min(Math.max(host.stdout.columns ?? 80, 40), 100) : 80
    })
    open.push({request, reporter, sink})
  }
  for (const request of requests) {
    const {path, format} = request
    if (path === null) add(request, {write: host.stdout.write, finish: nothing, abandon: nothing})
    else add(request, await writing(format, () => host.files.begin(path, {secret: !request.redact})))
  }
  // GitHub shows ten annotations of a level; all of them are told of in the job's summary, which is a file it names.
  const github = requests.find(({format}) => format === 'github')
  const summary = host.env.GITHUB_STEP_SUMMARY
  if (github && summary) {
    const append = (text: string) => host.files.append(summary, text)
    add({...github, format: 'markdown', path: summary}, {write: append, finish: nothing, abandon: nothing})
  }
  const each = async (text: (open: Open) => string): Promise<void> => {
    for (const one of open) {
      const words = text(one)
      await writing(one.request.format, () => one.sink.write(words))
    }
  }
  await each(({reporter}) => reporter.begin?.() ?? '')
  const redacted = requests.length > 0 ? requests.every(({redact}) => redact) : hidden
  const taken = new Set<string>()
  for (const {path} of requests) {
    if (path !== null) await host.files.kind(path).then(({id}) => taken.add(id), nothing)
  }
  return {
    redacted,
    refuse: async (input) => {
      if (taken.size === 0) return
      const id = await host.files.kind(input).then((found) => found.id, nothing)
      if (id !== undefined && taken.has(id)) {
        throw new Fault(
          'overwrites-input',
          'A report would be written over a file that is to be checked; choose another name with -o'
        )
      }
    },
    name: (path) => (redacted ? hide.path(path) : path),
    file: (file) => {
      const hidden = open.some(({request}) => request.redact) ? hide.file(file) : file
      return each(({reporter, request}) => reporter.file(request.redact ? hidden : file))
    },
    end: async ({totals, faults}) => {
      const hidden = faults.map(hide.fault)
      await each(({reporter, request}) => reporter.end({totals, faults: request.redact ? hidden : faults}))
      for (const {request, sink} of open) await writing(request.format, sink.finish)
    },
    abandon: async () => {
      for (const {sink} of open) await sink.abandon()
    }
  }
}
