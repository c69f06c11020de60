import {beyondLimit, packageFault} from './package-fault.ts'
import type {Limits} from './package-limits.ts'

/** One entry of an archive. Every offset counts bytes from the start of the file, ends not included. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly crc: number
  /** Bytes when inflated, as the directory says; checked when the entry is read. */
  readonly size: number
  /** The local record: header, name, extra fields, data, and the data descriptor where there is one. */
  readonly start: number
  readonly dataStart: number
  readonly dataEnd: number
  readonly end: number
  /** The record in the central directory. */
  readonly centralStart: number
  readonly centralEnd: number
}

export interface ZipDirectory {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[]
  /** Where the archive's comment starts; it runs to the end of the file. */
  readonly commentStart: number
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const descriptorSignature = 0x08074b50
const saturated16 = 0xffff
const saturated32 = 0xffffffff

/** Whether the bytes begin as every ZIP archive that holds something does. */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * Reads the central directory and checks it against every local record.
 * Nothing is accepted that two programs could read differently: bytes before or after the archive, a name given twice
 * (case apart, as names in a package are compared), a local name that is not the directory's, records that overlap.
 * Throws `Fault` `damaged`, `encrypted`, `too-large` or `ambiguous-package`.
 */
export const readDirectory = (bytes: Uint8Array, limits: Limits): ZipDirectory => {
  if (bytes.length > limits.file) throw beyondLimit('file')
  if (!looksLikeZip(bytes)) throw packageFault('damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.count > limits.entries) throw beyondLimit('entries')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = directory.start
  for (let index = 0; index < directory.count; index++) {
    const entry = readEntry(bytes, view, at, directory.end)
    const key = lowerAscii(entry.name)
    if (names.has(key)) throw packageFault('ambiguous-package')
    names.add(key)
    entries.push(entry)
    at = entry.centralEnd
  }
  if (at !== directory.end) throw packageFault('damaged')
  return {entries: withRecordEnds(view, entries, directory.start), commentStart: directory.commentStart}
}

/** ASCII letters only: names in a package are compared so (ISO/IEC 29500-2, 6.2.2.3). */
export const lowerAscii = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

interface DirectoryPlace {
  readonly start: number
  readonly end: number
  readonly count: number
  readonly commentStart: number
}

function findDirectory(view: DataView): DirectoryPlace {
  const endRecord = findEndRecord(view)
  const commentStart = endRecord + 22
  const disk = view.getUint16(endRecord + 4, true)
  const directoryDisk = view.getUint16(endRecord + 6, true)
  const countHere = view.getUint16(endRecord + 8, true)
  const count = view.getUint16(endRecord + 10, true)
  const size = view.getUint32(endRecord + 12, true)
  const start = view.getUint32(endRecord + 16, true)
  if (count === saturated16 || size === saturated32 || start === saturated32) {
    return {...findDirectory64(view, endRecord), commentStart}
  }
  if (disk !== 0 || directoryDisk !== 0 || countHere !== count) throw packageFault('damaged')
  // A long form of the end record may stand between, where the short one would have been enough.
  const end = start + size
  if (end !== endRecord && end !== end64Before(view, endRecord)) throw packageFault('damaged')
  return {start, end, count, commentStart}
}

/** The end record must close the file exactly: its comment ends where the bytes end. */
function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - saturated16)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw packageFault('damaged')
}

/** Where the ZIP64 end record starts, `-1` where there is none before the end record. */
function end64Before(view: DataView, endRecord: number): number {
  const locator = endRecord - 20
  if (locator < 56 || view.getUint32(locator, true) !== locator64Signature) return -1
  const start = readUint64(view, locator + 8)
  if (start + 56 > locator || view.getUint32(start, true) !== end64Signature) throw packageFault('damaged')
  if (start + 12 + readUint64(view, start + 4) !== locator) throw packageFault('damaged')
  return start
}

function findDirectory64(view: DataView, endRecord: number): Omit<DirectoryPlace, 'commentStart'> {
  const at = end64Before(view, endRecord)
  if (at < 0) throw packageFault('damaged')
  const count = readUint64(view, at + 32)
  const size = readUint64(view, at + 40)
  const start = readUint64(view, at + 48)
  if (view.getUint32(at + 16, true) !== 0 || view.getUint32(at + 20, true) !== 0) throw packageFault('damaged')
  if (readUint64(view, at + 24) !== count || start + size !== at) throw packageFault('damaged')
  return {start, end: at, count}
}

function readUint64(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000
  if (value > Number.MAX_SAFE_INTEGER) throw packageFault('damaged')
  return value
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directoryEnd: number): ZipEntry {
  if (at + 46 > directoryEnd || view.getUint32(at, true) !== centralSignature) throw packageFault('damaged')
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const extraStart = at + 46 + nameLength
  const centralEnd = extraStart + extraLength + view.getUint16(at + 32, true)
  if (centralEnd > directoryEnd) throw packageFault('damaged')
  // Bit 0 says encrypted, bit 6 strongly encrypted, bit 13 that the directory itself is masked.
  if ((flags & 0x2041) !== 0) throw packageFault('encrypted')
  if (method !== 0 && method !== 8) throw packageFault('damaged')
  const {size, packed, start, disk} = readSizes(view, at, extraStart, extraStart + extraLength)
  if (disk !== 0) throw packageFault('damaged')
  if (start + 30 > at || view.getUint32(start, true) !== localSignature) throw packageFault('damaged')
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const dataEnd = dataStart + packed
  if (dataEnd > at || (method === 0 && packed !== size)) throw packageFault('damaged')
  const name = bytes.subarray(at + 46, extraStart)
  if (!sameBytes(name, bytes.subarray(start + 30, start + 30 + view.getUint16(start + 26, true)))) {
    throw packageFault('ambiguous-package')
  }
  if (view.getUint16(start + 8, true) !== method) throw packageFault('ambiguous-package')
  const crc = view.getUint32(at + 16, true)
  const decoded = decodeName(name)
  return {name: decoded, method, crc, size, start, dataStart, dataEnd, end: dataEnd, centralStart: at, centralEnd}
}

/** The sizes and the offset, from the ZIP64 extra field where the record's own place for them is full. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number) {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let disk = view.getUint16(at + 34, true)
  let start = view.getUint32(at + 42, true)
  if (packed !== saturated32 && size !== saturated32 && start !== saturated32) return {packed, size, disk, start}
  for (let field = extraStart; field + 4 <= extraEnd; ) {
    const next = field + 4 + view.getUint16(field + 2, true)
    if (next > extraEnd) break
    if (view.getUint16(field, true) === 1) {
      let value = field + 4
      const wide = (): number => {
        value += 8
        if (value > next) throw packageFault('damaged')
        return readUint64(view, value - 8)
      }
      if (size === saturated32) size = wide()
      if (packed === saturated32) packed = wide()
      if (start === saturated32) start = wide()
      if (disk === saturated16 && value + 4 <= next) disk = view.getUint32(value, true)
      return {packed, size, disk, start}
    }
    field = next
  }
  throw packageFault('damaged')
}

/**
 * Finds where each local record ends and that none overlaps another. The first must start the file. Bytes between two
 * records that belong to neither are let be: some programs leave them when they replace an entry.
 */
function withRecordEnds(view: DataView, entries: readonly ZipEntry[], directoryStart: number): ZipEntry[] {
  const inFile = [...entries].sort((one, other) => one.start - other.start)
  if (inFile[0] !== undefined && inFile[0].start !== 0) throw packageFault('damaged')
  const ends = new Map<ZipEntry, number>()
  inFile.forEach((entry, index) => {
    const limit = inFile[index + 1]?.start ?? directoryStart
    if (entry.dataEnd > limit) throw packageFault('damaged')
    ends.set(entry, entry.dataEnd + descriptorLength(view, entry, limit))
  })
  return entries.map((entry) => ({...entry, end: ends.get(entry) ?? entry.dataEnd}))
}

/** The descriptor that follows data whose size was not known when its header was written: four shapes exist. */
function descriptorLength(view: DataView, entry: ZipEntry, limit: number): number {
  if ((view.getUint16(entry.start + 6, true) & 8) === 0) return 0
  const room = limit - entry.dataEnd
  const at = entry.dataEnd
  const signed = room >= 16 && view.getUint32(at, true) === descriptorSignature
  const crcAt = signed ? at + 4 : at
  if (room < 12 || view.getUint32(crcAt, true) !== entry.crc) return Math.min(room, signed ? 16 : 0)
  const length = crcAt - at + 12
  if (view.getUint32(crcAt + 8, true) === entry.size) return length
  return room >= length + 8 ? length + 8 : length
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

/** Names in a package are ASCII; any other is kept apart from all others and never looked for. */
function decodeName(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4096)) + (bytes.length > 4096 ? String(bytes.length) : '')
}
