import type {Inflate} from './inflate.ts'
import {hostInflate} from './inflate.ts'
import {beyondLimit, packageFault} from './package-fault.ts'
import type {Limits} from './package-limits.ts'
import {defaultLimits} from './package-limits.ts'
import {crc32} from './zip-checksum.ts'
import type {ZipEntry} from './zip-directory.ts'
import {lowerAscii, readDirectory} from './zip-directory.ts'

export type {ZipEntry} from './zip-directory.ts'
export {looksLikeZip, lowerAscii} from './zip-directory.ts'

/** An open archive: its directory was checked, its contents are inflated when asked for. */
export interface ZipArchive {
  readonly bytes: Uint8Array
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[]
  /** The archive's comment starts here and runs to the end of `bytes`. */
  readonly commentStart: number
  /** The entry of that name, ASCII case apart; `undefined` where there is none. */
  find(name: string): ZipEntry | undefined
  /**
   * The contents of the entry of that name, checked for size and CRC. Throws `Fault` `damaged` where there is none or
   * it is not what the directory says, `too-large` beyond a limit.
   */
  read(name: string): Uint8Array
}

/** Opens an archive. Throws `Fault` `damaged`, `encrypted`, `too-large` or `ambiguous-package`. */
export const openZip = (
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
  inflate: Inflate = hostInflate()
): ZipArchive => {
  const {entries, commentStart} = readDirectory(bytes, limits)
  const byName = new Map(entries.map((entry) => [lowerAscii(entry.name), entry]))
  const find = (name: string): ZipEntry | undefined => byName.get(lowerAscii(name))
  const counted = new Set<ZipEntry>()
  let total = 0
  const read = (name: string): Uint8Array => {
    const entry = find(name)
    if (entry === undefined) throw packageFault('damaged')
    if (!counted.has(entry)) total += entry.size
    counted.add(entry)
    if (entry.size > limits.part) throw beyondLimit('part')
    if (total > limits.total) throw beyondLimit('total')
    const data = bytes.subarray(entry.dataStart, entry.dataEnd)
    const contents = entry.method === 0 ? data : inflateOrFault(inflate, data, entry.size)
    if (contents.length !== entry.size || crc32(contents) !== entry.crc) throw packageFault('damaged')
    return contents
  }
  return {bytes, entries, commentStart, find, read}
}

/** Whatever an inflate says of bad data, the user is told that the file is damaged. */
function inflateOrFault(inflate: Inflate, data: Uint8Array, size: number): Uint8Array {
  try {
    return inflate(data, size)
  } catch {
    throw packageFault('damaged')
  }
}
