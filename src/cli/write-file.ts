import {randomBytes} from 'node:crypto'
import {type FileHandle, open, rename, stat, unlink} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {PendingFile} from './host.ts'

/** Files begun and not yet in place. */
const unfinished = new Set<string>()

/** Removes what an interrupted run would leave behind. */
export async function removeUnfinished(): Promise<void> {
  await Promise.allSettled([...unfinished].map((path) => unlink(path)))
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

/**
 * Begins a file that is put in place whole or not at all: it is written beside its place under a name of its own and
 * renamed when it is complete, on the disk, and as long as it should be.
 * @param options.secret readable by its owner only, as reports with a document's text are
 */
export async function beginFile(
  path: string,
  {secret = false}: {readonly secret?: boolean} = {}
): Promise<PendingFile> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(beside, 'wx', 0o600)
  unfinished.add(beside)
  let length = 0
  const abandon = async (): Promise<void> => {
    await file.close().catch(() => undefined)
    await unlink(beside).catch(() => undefined)
    unfinished.delete(beside)
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
        await rename(beside, path)
        unfinished.delete(beside)
      })
  }
}
