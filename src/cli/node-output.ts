import {fstatSync, statSync, writeSync} from 'node:fs'
import {fileFault} from './file-fault.ts'
import type {Host, Output} from './host.ts'

type Failure = NodeJS.ErrnoException

/** Where a process writes to. */
export type Outputs = Pick<Host, 'stdout' | 'stderr'>

/** What `COLUMNS` says of a page that is no terminal; `undefined` where it says nothing of use. */
function columnsAskedFor(): number | undefined {
  const columns = Number(process.env.COLUMNS)
  return Number.isInteger(columns) && columns > 0 ? columns : undefined
}

/** Whoever was reading may stop before we do, as `head` does: what is left is dropped without a word. */
function throughStream(stream: NodeJS.WriteStream): Output & {write(text: string | Uint8Array): Promise<void>} {
  let closed = false
  stream.on('error', () => {
    closed = true
  })
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? columnsAskedFor(),
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed || text.length === 0) return resolve()
        stream.write(text, (error) => {
          if (!error || (error as Failure).code === 'EPIPE') resolve()
          else reject(fileFault(error, 'write'))
        })
      })
  }
}

/** A file, a pipe or nothing at all. */
function isPlain(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor)
    return found.isFile() || found.isFIFO() || found.isSocket() || found.rdev === statSync('/dev/null').rdev
  } catch {
    return false
  }
}

/** Writes without Node's streams, which take a twentieth of the time of one letter to load. */
function direct(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  let closed = false
  let patient: ReturnType<typeof throughStream> | undefined
  return {
    isTTY: false,
    columns: columnsAskedFor(),
    async write(text) {
      if (closed) return
      if (patient) return patient.write(text)
      let left = Buffer.from(text)
      try {
        while (left.length > 0) left = left.subarray(writeSync(descriptor, left))
      } catch (error) {
        const {code} = error as Failure
        if (code === 'EPIPE') {
          closed = true
          return
        }
        if (code !== 'EAGAIN') throw fileFault(error, 'write')
        // The pipe is full, and whoever opened it wants nobody kept waiting: Node's streams can write to it all the same.
        // What is left may begin within a letter, so it is written as the bytes that it is.
        patient = throughStream(stream())
        await patient.write(left)
      }
    }
  }
}

const open = (descriptor: number, stream: () => NodeJS.WriteStream): Output =>
  isPlain(descriptor) ? direct(descriptor, stream) : throughStream(stream())

/** Opens what the process writes to. */
export const openOutputs = (): Outputs => ({
  stdout: open(1, () => process.stdout),
  stderr: open(2, () => process.stderr)
})
