import {createHash, randomBytes} from 'node:crypto'
import {constants, type FileHandle, open, readdir, rename, stat, unlink} from 'node:fs/promises'
import {hostname} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {notAFile} from './file-fault.ts'
import type {PendingFile} from './host.ts'

/** Files begun and not yet in place, and the opening of each. */
const unfinished = new Map<string, Promise<FileHandle>>()

/** As shells count them: 128 and the signal's number. */
const interruptions = {SIGINT: 130, SIGTERM: 143} as const

/** Ends the program at once, with no half-written file. */
function interrupt(signal: keyof typeof interruptions): void {
  // What is only being opened would be there after it was removed.
  const gone = [...unfinished].map(([path, opening]) => opening.then(() => unlink(path)))
  Promise.allSettled(gone).finally(() => process.exit(interruptions[signal]))
}

const signals = Object.keys(interruptions) as (keyof typeof interruptions)[]

/**
 * Opens a file that is to be put in place. Signals are listened to before it is there; while nothing is begun, they do what
 * they always do, even when a document keeps the program busy.
 */
async function begin(path: string): Promise<FileHandle> {
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, interrupt)
  const opening = open(path, 'wx', 0o600)
  unfinished.set(path, opening)
  try {
    return await opening
  } catch (error) {
    settled(path)
    throw error
  }
}

function settled(path: string): void {
  unfinished.delete(path)
  if (unfinished.size === 0) for (const signal of signals) process.off(signal, interrupt)
}

/** Tells the machine in the names of files, without naming it. */
const machine = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** How the files that are written beside a place begin; the process that writes one stands after it. */
const beside = (path: string): string => `.${basename(path).slice(0, 60)}.${machine()}.`

/** Removes what runs that were killed have left beside a place. */
async function removeLeftovers(path: string): Promise<void> {
  const start = beside(path)
  for (const name of await readdir(dirname(path)).catch((): string[] => [])) {
    const pid = name.startsWith(start) ? /^(\d+)\.[0-9a-f]{12}\.tmp$/.exec(name.slice(start.length))?.[1] : undefined
    if (pid !== undefined && !isRunning(Number(pid))) await unlink(join(dirname(path), name)).catch(() => undefined)
  }
}

async function permissions(path: string, secret: boolean): Promise<number> {
  if (secret) return 0o600
  try {
    return (await stat(path)).mode & 0o777
  } catch {
    return 0o644
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten
  }
}

/** A device or a pipe, which nothing may take the place of, and which is written to as it comes. */
async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.isFile() || found.isDirectory()) return false
  if (found.isCharacterDevice() || found.isFIFO()) return true
  throw notAFile()
}

async function beginStream(path: string): Promise<PendingFile> {
  // A pipe that nobody reads from would keep us waiting for ever; asked so, it is an error.
  const asked = await open(path, constants.O_WRONLY | constants.O_NONBLOCK)
  const file = await open(path, 'w')
  await asked.close()
  return {
    write: (content) => writeAll(file, typeof content === 'string' ? Buffer.from(content) : content),
    finish: () => file.close(),
    abandon: () => file.close()
  }
}

/**
 * Begins a file that is put in place whole or not at all: it is written beside its place under a name of its own and
 * renamed when it is complete, on the disk, and as long as it should be.
 * @param options.secret readable by its owner only, as reports with a document's text are
 */
export async function beginFile(
  path: string,
  {secret = false}: {readonly secret?: boolean} = {}
): Promise<PendingFile> {
  if (await isStream(path)) return beginStream(path)
  await removeLeftovers(path)
  const unready = join(dirname(path), `${beside(path)}${process.pid}.${randomBytes(6).toString('hex')}.tmp`)
  const file = await begin(unready)
  let length = 0
  const abandon = async (): Promise<void> => {
    await file.close().catch(() => undefined)
    await unlink(unready).catch(() => undefined)
    settled(unready)
  }
  const orAbandon = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      await abandon()
      throw error
    }
  }
  return {
    abandon,
    write: (content) =>
      orAbandon(async () => {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content
        length += bytes.length
        await writeAll(file, bytes)
      }),
    finish: () =>
      orAbandon(async () => {
        await file.sync()
        // A disk that fills up can cut a write short without an error.
        if ((await file.stat()).size !== length) throw Object.assign(new Error('written short'), {code: 'ENOSPC'})
        await file.chmod(await permissions(path, secret))
        await file.close()
        await rename(unready, path)
        settled(unready)
      })
  }
}
