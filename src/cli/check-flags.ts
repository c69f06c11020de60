import {availableParallelism} from 'node:os'
import {parseDocumentType} from '../lexicon/document-type.ts'
import type {Declaration} from '../model/declaration.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {type Severity, severities} from '../model/finding.ts'
import {defaultLimits, type Limits} from '../read/docx/package-limits.ts'
import type {ReadOptions} from '../read/reader.ts'
import type {Threshold} from './config.ts'
import {parseChild} from './declare.ts'
import type {Engine, Words} from './engine.ts'
import {entriesOf} from './rule-names.ts'

/** The options of `check` as commander hands them over: what `options.ts` lists, not yet judged. */
export interface CheckFlags {
  readonly as?: string
  readonly child?: readonly string[]
  readonly person?: readonly string[]
  readonly language?: string
  readonly template?: boolean
  readonly rule?: readonly string[]
  readonly includeQuotes?: boolean
  readonly retext?: boolean
  readonly failOn?: string
  readonly maxWarnings?: string
  readonly baseline?: string
  readonly grow?: boolean
  readonly cache?: boolean
  readonly jobs?: string
  readonly fix?: boolean
  readonly diff?: boolean
  readonly format?: readonly string[]
  readonly outputFile?: string
  readonly all?: boolean
  readonly quiet?: boolean
  readonly statistics?: boolean
  readonly redact?: boolean
  readonly showText?: boolean
  readonly showPaths?: boolean
  readonly color?: boolean
  /** A path, or `false` for none. */
  readonly config?: string | boolean
  readonly printConfig?: string
  readonly forceExclude?: boolean
  readonly errorOnUnmatchedPattern?: boolean
  readonly shard?: string
  readonly stdinFilename?: string
  readonly encoding?: string
  readonly view?: string
  readonly maxBytes?: string
  readonly limit?: readonly string[]
}

function oneOf<const Choice extends string>(given: string, choices: readonly Choice[], flag: string): Choice {
  const known = choices.find((choice) => choice === given)
  if (known) return known
  const meant = didYouMean(given, choices)
  throw new Fault('bad-option', `${flag} takes ${choices.join(', ')}${meant ? `; did you mean “${meant}”?` : ''}`)
}

function whole(given: string, flag: string): number {
  if (!/^-?\d{1,15}$/.test(given)) throw new Fault('bad-option', `${flag} takes a whole number`)
  return Number(given)
}

export const parseThreshold = (given: string): Threshold => oneOf(given, [...severities, 'never'], '--fail-on')

export const parseMaxWarnings = (given: string): number => whole(given, '--max-warnings')

/** How many files to judge at once; `auto` leaves it to the number of processors. */
export function parseJobs(given: string): number {
  if (given === 'auto') return Math.min(availableParallelism(), 8)
  const jobs = whole(given, '--jobs')
  if (jobs < 1 || jobs > 64) throw new Fault('bad-option', '--jobs takes a number from 1 to 64, or auto')
  return jobs
}

/** `2/5`: the second of five parts. */
export function parseShard(given: string): {readonly part: number; readonly of: number} {
  const [, part = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? []).map(Number)
  if (part < 1 || part > of) throw new Fault('bad-option', '--shard takes a part and how many there are, such as 2/5')
  return {part, of}
}

export function parseDeclaration(flags: CheckFlags, {dictionaries}: Words): Declaration {
  if (flags.language !== undefined && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(flags.language)) {
    throw new Fault('bad-option', '--language takes a tag such as en-GB or cy')
  }
  return {
    ...(flags.as !== undefined && {document: parseDocumentType(flags.as, dictionaries)}),
    ...(flags.child && {children: flags.child.map(parseChild)}),
    ...(flags.person && {people: flags.person}),
    ...(flags.language !== undefined && {language: flags.language}),
    ...(flags.template !== undefined && {template: flags.template})
  }
}

/** `jargon=off`, `jargon/contact=advice`. */
export function parseRules(given: readonly string[], engine: Engine, words: Words): Record<string, Severity | 'off'> {
  const ids = engine.rules.map(({id}) => id)
  return Object.fromEntries(
    given.map((each) => {
      const [name = '', severity = ''] = each.split('=')
      const [rule = '', entry] = name.split('/')
      if (!ids.includes(rule)) {
        const meant = didYouMean(rule, ids)
        throw new Fault(
          'unknown-rule',
          `There is no rule “${rule}”${meant ? `; did you mean “${meant}”?` : '; see: ourwords rules'}`
        )
      }
      const entries = entriesOf(engine.rules.find(({id}) => id === rule) ?? {id: rule}, words.dictionaries)
      if (entry !== undefined && entries !== null && !entries.includes(entry)) {
        const meant = didYouMean(entry, entries)
        throw new Fault('unknown-rule', `${rule} has no entry “${entry}”${meant ? `; did you mean “${meant}”?` : ''}`)
      }
      return [name, oneOf(severity, [...severities, 'off'], '--rule')]
    })
  )
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh']

/** What one document may take and give, beyond what is opened of it. */
const defaultBounds = {
  /** Seconds of wall time. */
  time: 30,
  /** Findings that are reported; the rest is counted. */
  findings: 10_000
}

/** Whatever `--limit` may name. */
export const limitNames = [...Object.keys(defaultLimits), ...Object.keys(defaultBounds)] as readonly LimitName[]

type LimitName = keyof Limits | keyof typeof defaultBounds

function size(given: string, flag: string): number {
  const limit = whole(given, flag)
  if (limit < 1) throw new Fault('bad-option', `${flag} takes a number above 0`)
  return limit
}

function parseLimits({limit = []}: CheckFlags): Partial<Record<LimitName, number>> {
  const limits: Partial<Record<LimitName, number>> = {}
  for (const each of limit) {
    const [name = '', amount = ''] = each.split('=')
    limits[oneOf(name, limitNames, '--limit')] = size(amount, '--limit')
  }
  return limits
}

/** How many seconds a document may take, and how many findings of it are reported. */
export function parseBounds(flags: CheckFlags): {readonly seconds: number; readonly findings: number} {
  const {time, findings} = {...defaultBounds, ...parseLimits(flags)}
  return {seconds: time, findings}
}

export function parseReading(flags: CheckFlags): ReadOptions {
  const {encoding, view, maxBytes} = flags
  const {time: _, findings: __, ...limits} = parseLimits(flags)
  if (maxBytes !== undefined) limits.file = size(maxBytes, '--max-bytes')
  return {
    ...(encoding !== undefined && {encoding: oneOf(encoding, encodings, '--encoding')}),
    ...(view !== undefined && {view: oneOf(view, ['final', 'original'], '--view')}),
    ...(Object.keys(limits).length > 0 && {limits})
  }
}
