import {fstatSync} from 'node:fs'
import {appendFile, lstat, mkdir, readdir, readFile, realpath, rm, stat} from 'node:fs/promises'
import {homedir} from 'node:os'
import {fileFault, notAFile, tooLarge} from './file-fault.ts'
import type {Entry, FileKind, Files, Host, Output} from './host.ts'
import {beginFile} from './write-file.ts'

interface Kinds {
  isFile(): boolean
  isDirectory(): boolean
}

const kindOf = (entry: Kinds): FileKind => (entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other')

/** The file system as it is. */
export const nodeFiles: Files = {
  kind: async (path) => {
    const found = await stat(path, {bigint: true})
    return {kind: kindOf(found), size: Number(found.size), id: `${found.dev}:${found.ino}`}
  },
  read: async (path) => {
    // A pipe would keep us waiting for ever, and a device has no end.
    if (!(await stat(path)).isFile()) throw notAFile()
    return readFile(path)
  },
  list: async (folder) =>
    (await readdir(folder, {withFileTypes: true})).map(
      (entry): Entry => ({name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry)})
    ),
  real: realpath,
  begin: async (path, options) => {
    // A link to a file is written through, so that the link stays; the new file stands beside the old one.
    const link = await lstat(path).then(
      (found) => found.isSymbolicLink(),
      () => false
    )
    const target = (): Promise<string> =>
      // What a link to a pipe leads to is there, and has no path.
      realpath(path).catch(() => stat(path).then(() => path))
    return beginFile(link ? await target() : path, options)
  },
  append: appendFile,
  makeFolder: async (path) => {
    await mkdir(path, {recursive: true, mode: 0o700})
  },
  removeFolder: (path) => rm(path, {recursive: true, force: true})
}

// Not performance.now(), which loads Node's perf_hooks at every start.
export const nodeNow = (): number => Number(process.hrtime.bigint()) / 1e6

/** What `COLUMNS` says of a page that is no terminal; `undefined` where it says nothing of use. */
function columnsAskedFor(): number | undefined {
  const columns = Number(process.env.COLUMNS)
  return Number.isInteger(columns) && columns > 0 ? columns : undefined
}

/** Whoever was reading may stop before we do, as `head` does: what is left is dropped without a word. */
function output(stream: NodeJS.WriteStream): Output {
  let closed = false
  stream.on('error', () => {
    closed = true
  })
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? columnsAskedFor(),
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed || text === '') return resolve()
        stream.write(text, (error) => {
          if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
          else reject(fileFault(error, 'write'))
        })
      })
  }
}

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
export const nodeHost = (engine: Host['engine'], startWorker?: Host['startWorker']): Host => ({
  cwd: process.cwd(),
  home: homedir(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: {piped: stdinIsPiped(), read: readStdin},
  files: nodeFiles,
  now: nodeNow,
  date: () => new Date(),
  engine,
  ...(startWorker && {startWorker})
})
