import {deflateSync} from 'fflate'
import type {ZipArchive, ZipEntry} from '../../read/docx/zip.ts'
import {crc32} from '../../read/docx/zip-checksum.ts'

/**
 * What becomes of an archive's entries, by name: new contents for an entry that is there, contents of a new one, `null`
 * to take one out.
 */
export type ZipChanges = ReadonlyMap<string, Uint8Array | null>

/**
 * The archive with those changes. Every other entry's local record is copied byte for byte, in the same order, and so
 * are its record in the directory (but for where it points) and the archive's comment. A changed entry keeps its name,
 * its time, its method and its place; new ones come last.
 *
 * No library writes this: fflate, zip.js and JSZip build an archive anew from inflated files, with their own headers,
 * times and compression, so that nobody could tell what was changed. fflate only deflates here.
 */
export const rewriteZip = (zip: ZipArchive, changes: ZipChanges): Uint8Array => {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  const directory = new Map<ZipEntry, Uint8Array>()
  for (const entry of [...zip.entries].sort((one, other) => one.start - other.start)) {
    const contents = changes.get(entry.name)
    if (contents === null) continue
    const place = length
    if (contents === undefined) {
      put(zip.bytes.subarray(entry.start, entry.end))
      directory.set(entry, pointedAt(new Uint8Array(zip.bytes.subarray(entry.centralStart, entry.centralEnd)), place))
    } else {
      const packed = pack(contents, entry.method)
      put(changedLocal(zip.bytes.subarray(entry.start, entry.dataStart), packed))
      put(packed.data)
      directory.set(entry, changedCentral(zip.bytes.subarray(entry.centralStart, entry.centralEnd), packed, place))
    }
  }
  const central = zip.entries.flatMap((entry) => directory.get(entry) ?? [])
  for (const [name, contents] of changes) {
    if (contents === null || zip.find(name) !== undefined) continue
    const packed = pack(contents, 8)
    const common = newCommon(name, packed, zip)
    central.push(
      join([
        bytesOf32(centralSignature),
        bytesOf16(version),
        common,
        new Uint8Array(10),
        bytesOf32(length),
        ascii(name)
      ])
    )
    put(join([bytesOf32(localSignature), common, ascii(name)]))
    put(packed.data)
  }
  const start = length
  for (const record of central) put(record)
  put(endRecord(central.length, start, length - start, zip.bytes.subarray(zip.commentStart)))
  return join(pieces)
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
/** 2.0, the version that knows deflate. */
const version = 20
/** Says that the sizes come after the data. */
const descriptorFlag = 8
const wideField = 1
const saturated32 = 0xffffffff

interface Packed {
  readonly data: Uint8Array
  readonly method: 0 | 8
  readonly size: number
  readonly crc: number
}

function pack(contents: Uint8Array, method: 0 | 8): Packed {
  const data = method === 0 ? contents : deflateSync(contents)
  return {data, method, size: contents.length, crc: crc32(contents)}
}

function changedLocal(header: Uint8Array, packed: Packed): Uint8Array {
  return withSizes(withoutWideSizes(header, 30, 26, 28), 6, 14, packed)
}

function changedCentral(record: Uint8Array, packed: Packed, place: number): Uint8Array {
  const changed = withSizes(withoutWideSizes(record, 46, 28, 30), 8, 16, packed)
  viewOf(changed).setUint32(42, place, true)
  return changed
}

/** Both kinds of record hold the flags and, in a row, the checksum and the two sizes; only the places differ. */
function withSizes(record: Uint8Array, flagsAt: number, crcAt: number, packed: Packed): Uint8Array {
  const view = viewOf(record)
  view.setUint16(flagsAt, view.getUint16(flagsAt, true) & ~descriptorFlag, true)
  view.setUint32(crcAt, packed.crc, true)
  view.setUint32(crcAt + 4, packed.data.length, true)
  view.setUint32(crcAt + 8, packed.size, true)
  return record
}

/** A copy of a record without its ZIP64 field: what we write is never that large. */
function withoutWideSizes(record: Uint8Array, fixed: number, nameLengthAt: number, extraLengthAt: number): Uint8Array {
  const view = viewOf(record)
  const extraStart = fixed + view.getUint16(nameLengthAt, true)
  const extraEnd = extraStart + view.getUint16(extraLengthAt, true)
  const kept = [record.subarray(0, extraStart)]
  let field = extraStart
  for (; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    const end = Math.min(field + 4 + view.getUint16(field + 2, true), extraEnd)
    if (view.getUint16(field, true) !== wideField) kept.push(record.subarray(field, end))
  }
  if (field < extraEnd) kept.push(record.subarray(field, extraEnd))
  const extraLength = kept.reduce((sum, piece) => sum + piece.length, 0) - extraStart
  const changed = join([...kept, record.subarray(extraEnd)])
  viewOf(changed).setUint16(extraLengthAt, extraLength, true)
  return changed
}

/** A directory record that points to another place, in its ZIP64 field where that is where it pointed from. */
function pointedAt(record: Uint8Array, place: number): Uint8Array {
  const view = viewOf(record)
  if (view.getUint32(42, true) !== saturated32) {
    view.setUint32(42, place, true)
    return record
  }
  const extraStart = 46 + view.getUint16(28, true)
  const extraEnd = extraStart + view.getUint16(30, true)
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== wideField) continue
    const before = [20, 24].filter((at) => view.getUint32(at, true) === saturated32).length
    view.setUint32(field + 4 + before * 8, place, true)
    view.setUint32(field + 8 + before * 8, 0, true)
    break
  }
  return record
}

/** What the local and the central record of a new entry have in common, from the version to the length of the extras. */
function newCommon(name: string, packed: Packed, zip: ZipArchive): Uint8Array {
  const common = new Uint8Array(26)
  const view = viewOf(common)
  view.setUint16(0, version, true)
  view.setUint16(4, packed.method, true)
  // The first entry's time: a clock would give other bytes for the same file on every run.
  const first = zip.entries[0]
  if (first !== undefined) view.setUint32(6, viewOf(zip.bytes).getUint32(first.centralStart + 12, true), true)
  view.setUint32(10, packed.crc, true)
  view.setUint32(14, packed.data.length, true)
  view.setUint32(18, packed.size, true)
  view.setUint16(22, name.length, true)
  return common
}

function endRecord(count: number, start: number, size: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(22 + comment.length)
  const view = viewOf(record)
  view.setUint32(0, endSignature, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, start, true)
  view.setUint16(20, comment.length, true)
  record.set(comment, 22)
  return record
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function bytesOf32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  viewOf(bytes).setUint32(0, value, true)
  return bytes
}

function bytesOf16(value: number): Uint8Array {
  const bytes = new Uint8Array(2)
  viewOf(bytes).setUint16(0, value, true)
  return bytes
}

/** The names we give are ASCII. */
function ascii(name: string): Uint8Array {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0))
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
