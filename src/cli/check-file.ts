import {basename, dirname, extname, join} from 'node:path'
import type {CheckOptions} from '../check.ts'
import type {Declaration, Provenance} from '../model/declaration.ts'
import {Fault} from '../model/fault.ts'
import type {Result} from '../model/result.ts'
import {parseDeclaration} from '../read/declaration.ts'
import {defaultFileLimit, type ReadOptions} from '../read/reader.ts'
import type {Cache, Clean} from './cache.ts'
import type {Settings} from './config.ts'
import type {Engine, Words} from './engine.ts'
import {fileFault, notAFile, tooLarge} from './file-fault.ts'
import type {Files, Host} from './host.ts'
import {unexpected} from './say.ts'
import {paceFor} from './time-limit.ts'
import {version} from './version.ts'

/** How one file is to be read and judged, all sources but the file itself put together. */
export interface FileJob {
  /** Absolute; of standard input, what it is called. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly settings: Settings
  /** From the command line. */
  readonly declaration: Declaration
  readonly rules: CheckOptions['rules']
  /** Whatever the settings say. */
  readonly includeQuotes: boolean
  /** With a second opinion; whatever the settings say. */
  readonly retext: boolean
  readonly reading: ReadOptions
  /** Of wall time; what is not done by then is said to be missing. */
  readonly seconds: number
  readonly fingerprintKey?: string
}

async function sidecar(files: Files, path: string): Promise<Declaration | null> {
  const beside = join(dirname(path), `${basename(path)}.ourwords.yaml`)
  let source: string
  try {
    source = new TextDecoder().decode(await files.read(beside))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw fileFault(error)
  }
  try {
    return parseDeclaration(source, 'sidecar')
  } catch (error) {
    if (!(error instanceof Fault) || !error.place) throw error
    // The place is told of the draft, so that of another file is told in words.
    throw new Fault(error.code, `${error.message} (line ${error.place.line} of its .ourwords.yaml)`)
  }
}

/** The bytes of a file that is small enough. Throws a Fault that says why there are none. */
export async function readInput(files: Files, path: string, {limits}: ReadOptions): Promise<Uint8Array> {
  const limit = limits?.file ?? defaultFileLimit
  try {
    const {kind, size} = await files.kind(path)
    if (kind !== 'file') throw notAFile()
    // Before a byte of it is in memory.
    if (size > limit) throw tooLarge(limit)
    // Files of the system say that they are empty, and some of them keep whoever reads them waiting.
    if (size === 0) return new Uint8Array()
    return await files.read(path)
  } catch (error) {
    throw fileFault(error)
  }
}

/** What is told of a file that is remembered as clean; no report that shows more is made from it. */
const remembered = ({words, quotedWords}: Clean): Result => ({
  document: {format: 'text', text: '', blocks: [], marks: [], segments: [], source: null, declared: null, notices: []},
  known: {
    type: 'report',
    typeFrom: 'inferred',
    kind: null,
    kindFrom: null,
    language: 'en-GB',
    children: [],
    people: [],
    template: false
  },
  findings: [],
  notices: [],
  words,
  quotedWords,
  passages: []
})

const noWords =
  'There are no words in this document; if it is a scan or a picture, check the document that it was made from'

/**
 * Reads and judges one file.
 * @param cache asked before, and told after, where a clean file's counts are all that is needed of it
 * @throws Fault whatever went wrong; its message holds nothing of the file
 */
export async function checkFile(
  job: FileJob,
  {files, now}: Pick<Host, 'files' | 'now'>,
  engine: Engine,
  words: Words,
  cache: Cache | null = null
): Promise<Result> {
  const {path, bytes, settings, reading} = job
  const pace = paceFor(job.seconds, now)
  try {
    const beside = await sidecar(files, path)
    const declarations: {from: Provenance; declaration: Declaration}[] = [
      {from: 'command-line', declaration: job.declaration},
      ...(beside ? [{from: 'sidecar' as const, declaration: beside}] : []),
      {from: 'config', declaration: settings.declaration}
    ]
    const options = {
      declarations,
      rules: {...settings.rules, ...job.rules},
      accept: settings.accept,
      includeQuotes: job.includeQuotes,
      ...(job.fingerprintKey !== undefined && {fingerprintKey: job.fingerprintKey})
    }
    const terms = cache ? JSON.stringify([version, words.identity(), extname(path), reading, options, job.retext]) : ''
    const clean = await cache?.recall(bytes, terms)
    if (clean) return remembered(clean)
    const document = await engine.read(basename(path), bytes, {...reading, pace})
    const result = engine.check(document, {
      lexicon: words.lexicon,
      ...options,
      pace,
      ...(job.retext && {extraRules: await engine.retext()})
    })
    const silent = result.findings.length === 0 && result.notices.length === 0
    // A scan pasted into Word would look like a draft in which everything is well.
    if (silent && result.words === 0) throw new Fault('no-words', noWords)
    if (cache && silent) {
      await cache.remember(bytes, terms, {words: result.words, quotedWords: result.quotedWords})
    }
    return result
  } catch (error) {
    throw unexpected(error)
  }
}
