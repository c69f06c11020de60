import {hostZlib} from './host-zlib.ts'

const tables = /* @__PURE__ */ makeTables()

/** Four tables, so that four bytes are taken at a time ("slicing by four"). */
function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const made = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const
  const [first, second, third, fourth] = made
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    first[byte] = value
  }
  for (let byte = 0; byte < 256; byte++) {
    second[byte] = next(first, first[byte] as number)
    third[byte] = next(first, second[byte] as number)
    fourth[byte] = next(first, third[byte] as number)
  }
  return made
}

function next(table: Int32Array, value: number): number {
  return (value >>> 8) ^ (table[value & 0xff] as number)
}

/** The CRC-32 of ZIP (and of PNG and gzip), as an unsigned number; by the host's own hand where it has one. */
export const crc32 = (bytes: Uint8Array): number => hostZlib()?.crc32?.(bytes) ?? crc32Anywhere(bytes)

/** The same in any host. */
export const crc32Anywhere = (bytes: Uint8Array): number => {
  const [first, second, third, fourth] = tables
  const inFours = bytes.length & ~3
  let crc = -1
  let at = 0
  for (; at < inFours; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)
    crc =
      (fourth[crc & 0xff] as number) ^
      (third[(crc >>> 8) & 0xff] as number) ^
      (second[(crc >>> 16) & 0xff] as number) ^
      (first[crc >>> 24] as number)
  }
  for (; at < bytes.length; at++) crc = next(first, crc ^ (bytes[at] as number))
  return ~crc >>> 0
}
