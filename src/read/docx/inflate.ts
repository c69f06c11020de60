import {Inflate as Inflator} from 'fflate'
import {hostZlib} from './host-zlib.ts'
import {packageFault} from './package-fault.ts'

/**
 * Inflates raw deflate data (RFC 1951) that is said to hold exactly `size` bytes.
 * It must stop soon after `size` bytes, whatever the data would give, and must throw for data that is damaged or gives
 * more than `size`; giving less is noticed by the caller. It stands behind an interface because the fastest one is
 * different in every host: Node has one built in, a browser has none that answers at once.
 */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array

/** Deflate gives at most 1,032 bytes for one, so that one step never makes more than 16 MiB too much. */
const step = 16 * 1024

/**
 * The inflate for hosts that bring none of their own. It feeds the data in small steps and counts what comes out, as
 * fflate itself has no limit: a bomb is stopped within one step of the size it was said to have.
 */
export const inflateAnywhere: Inflate = (data, size) => {
  const out = new Uint8Array(size)
  let length = 0
  const inflator = new Inflator((chunk) => {
    if (length + chunk.length > size) throw packageFault('damaged')
    out.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < data.length; at += step) inflator.push(data.subarray(at, at + step), at + step >= data.length)
  return length === size ? out : out.subarray(0, length)
}

/**
 * The fastest inflate of the host that we run in: Node's own is several times faster, and stops at the size that it is
 * given. Elsewhere, the one that runs anywhere.
 */
export const hostInflate = (): Inflate => {
  const zlib = hostZlib()
  if (zlib === undefined) return inflateAnywhere
  // One chunk of the right size needs no putting together; a size of nothing is not one that it takes.
  return (data, size) =>
    zlib.inflateRawSync(data, {maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, smallestChunk)})
}

const smallestChunk = 64
