import {resolve} from 'node:path'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {type FormatName, formatNames, formats} from '../report/index.ts'
import type {Host} from './host.ts'

/** One report that was asked for. */
export interface ReportRequest {
  readonly format: FormatName
  /** `null` for standard output. */
  readonly path: string | null
  readonly redact: boolean
}

interface ReportFlags {
  readonly format?: readonly string[]
  readonly outputFile?: string
  readonly redact?: boolean
  readonly showText?: boolean
  /** The differences are shown and nothing else. */
  readonly diff?: boolean
}

export const isCi = (env: Host['env']): boolean => !['', 'false', '0', undefined].includes(env.CI)

function parseFormat(given: string): FormatName {
  const known = formatNames.find((name) => name === given)
  if (known) return known
  const meant = didYouMean(given, formatNames)
  throw new Fault(
    'unknown-format',
    `There is no format “${given}”${meant ? `; did you mean “${meant}”?` : `; there are ${formatNames.join(', ')}`}`
  )
}

/** Whether messages about the run leave out names: where it was asked for or others may read along. */
export const isHidden = ({redact, showText}: ReportFlags, {env}: Pick<Host, 'env'>): boolean =>
  redact === true || (showText !== true && isCi(env))

/**
 * Which reports go where, and which of them leave out the documents' text: all where it was asked for or others may
 * read along, and those made for build servers anyway.
 * @throws Fault where a format is not known or two reports want the same place
 */
export function parseReports(flags: ReportFlags, {cwd, env}: Pick<Host, 'cwd' | 'env'>): ReportRequest[] {
  const {format, outputFile, showText} = flags
  const hidden = isHidden(flags, {env})
  const asked = (format ?? (flags.diff ? [] : ['full'])).map((each): ReportRequest => {
    const [name = '', ...file] = each.split('=')
    const known = parseFormat(name)
    const path = file.length > 0 ? file.join('=') : null
    if (path === '') throw new Fault('no-file', `Name a file after “${name}=”`)
    return {
      format: known,
      path: path === null ? null : resolve(cwd, path),
      redact: hidden || (showText !== true && formats[known].forCi)
    }
  })
  const open = asked.filter(({path}) => path === null)
  if (open.length > 1) {
    throw new Fault(
      'two-reports',
      'Only one report can go to standard output; give the others a file: -f json=report.json'
    )
  }
  const placed = asked.map((each) =>
    each.path === null && outputFile !== undefined ? {...each, path: resolve(cwd, outputFile)} : each
  )
  if (outputFile !== undefined && open.length === 0) {
    throw new Fault('two-reports', '-o has no report to write, as every format names its own file')
  }
  const paths = placed.map(({path}) => path)
  if (new Set(paths).size < paths.length)
    throw new Fault('two-reports', 'Two reports would be written to the same file')
  return placed
}
