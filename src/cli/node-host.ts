import {
  appendFileSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync
} from 'node:fs'
import {homedir} from 'node:os'
import {notAFile, tooLarge} from './file-fault.ts'
import type {Entry, FileKind, Files, Host} from './host.ts'
import type {Outputs} from './node-output.ts'
import {beginFile} from './write-file.ts'

interface Kinds {
  isFile(): boolean
  isDirectory(): boolean
}

const kindOf = (entry: Kinds): FileKind => (entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other')

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function targetOf(link: string): string {
  try {
    return realpathSync.native(link)
  } catch {
    // What a link to a pipe leads to is there, and has no path.
    statSync(link)
    return link
  }
}

/**
 * The file system as it is. Nothing else is to be done while one small file is read, and to hand each step of it to
 * another thread, and to load what Node does so with, takes longer than the step.
 */
export const nodeFiles: Files = {
  kind: async (path) => {
    const found = statSync(path, {bigint: true})
    return {kind: kindOf(found), size: Number(found.size), id: `${found.dev}:${found.ino}`}
  },
  read: async (path) => {
    // A pipe would keep us waiting for ever, and a device has no end.
    if (!statSync(path).isFile()) throw notAFile()
    return readFileSync(path)
  },
  list: async (folder) =>
    readdirSync(folder, {withFileTypes: true}).map(
      (entry): Entry => ({name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry)})
    ),
  real: async (path) => realpathSync.native(path),
  // A link to a file is written through, so that the link stays; the new file stands beside the old one.
  begin: async (path, options) => beginFile(isLink(path) ? targetOf(path) : path, options),
  append: async (path, content) => appendFileSync(path, content),
  makeFolder: async (path) => {
    mkdirSync(path, {recursive: true, mode: 0o700})
  },
  removeFolder: async (path) => rmSync(path, {recursive: true, force: true})
}

// Not performance.now(), which loads Node's perf_hooks at every start.
export const nodeNow = (): number => Number(process.hrtime.bigint()) / 1e6

/** A terminal, `/dev/null` and a closed standard input hold nothing to read. */
function stdinIsPiped(): boolean {
  try {
    const found = fstatSync(0)
    return found.isFIFO() || found.isFile() || found.isSocket()
  } catch {
    return false
  }
}

async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > limit) throw tooLarge(limit)
  }
  return Buffer.concat(chunks)
}

/** The machine that the program really runs on. */
export const nodeHost = (
  outputs: Outputs,
  engine: Host['engine'],
  startWorker?: Host['startWorker'],
  suitLongRuns?: Host['suitLongRuns']
): Host => ({
  ...outputs,
  cwd: process.cwd(),
  get home() {
    return homedir()
  },
  env: process.env,
  stdin: {piped: stdinIsPiped(), read: readStdin},
  files: nodeFiles,
  now: nodeNow,
  date: () => new Date(),
  engine,
  ...(startWorker && {startWorker}),
  ...(suitLongRuns && {suitLongRuns})
})
