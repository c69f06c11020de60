import {concise} from './concise.ts'
import {full} from './full.ts'
import {github} from './github.ts'
import {gitlab} from './gitlab.ts'
import {html} from './html.ts'
import {json} from './json.ts'
import {junit} from './junit.ts'
import {markdown} from './markdown.ts'
import type {ReportContext, Reporter} from './report.ts'
import {sarif} from './sarif.ts'

export interface ReportFormat {
  readonly create: (context: ReportContext) => Reporter
  readonly about: string
  /** Written for a build server, where others read along: the documents' text is left out unless it is asked for. */
  readonly forCi: boolean
  /** Tells something of a file even where nothing was found in it. */
  readonly tellsOfClean?: true
}

/** Every format by the name it is asked for. */
export const formats = {
  full: {create: full, about: 'what, where, why and what to write instead, for people', forCi: false},
  concise: {create: concise, about: 'one finding on one line', forCi: false},
  json: {
    create: json,
    about: 'everything, for programs (schemas/report.schema.json)',
    forCi: false,
    tellsOfClean: true
  },
  sarif: {create: sarif, about: 'SARIF 2.1.0, for code scanning', forCi: true},
  junit: {create: junit, about: 'JUnit XML, for build servers', forCi: true},
  github: {create: github, about: 'annotations for GitHub workflows, and a job summary', forCi: true},
  gitlab: {create: gitlab, about: 'GitLab Code Quality', forCi: true},
  html: {
    create: html,
    about: 'one page with the findings beside the words, to read and to print',
    forCi: false,
    tellsOfClean: true
  },
  markdown: {create: markdown, about: 'a comment for a pull request', forCi: true}
} satisfies Record<string, ReportFormat>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]

export const tellsOfClean = (format: FormatName): boolean => {
  const asked: ReportFormat = formats[format]
  return asked.tellsOfClean === true
}
