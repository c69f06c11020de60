import {concise} from './concise.ts'
import {full} from './full.ts'
import {json} from './json.ts'
import type {ReportContext, Reporter} from './report.ts'

export interface ReportFormat {
  readonly create: (context: ReportContext) => Reporter
  readonly about: string
  /** Written for a build server, where others read along: the documents' text is left out unless it is asked for. */
  readonly forCi: boolean
}

/** Every format by the name it is asked for. */
export const formats = {
  full: {create: full, about: 'what, where, why and what to write instead, for people', forCi: false},
  concise: {create: concise, about: 'one finding on one line', forCi: false},
  json: {create: json, about: 'everything, for programs (schemas/report.schema.json)', forCi: false}
} as const satisfies Record<string, ReportFormat>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]
