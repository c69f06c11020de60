import {Fault} from '../model/fault.ts'
import type {Notice} from '../model/notice.ts'
import {noText} from './sniff.ts'

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const
type Encoding = (typeof encodings)[number]

export interface Decoded {
  /** Without a byte-order mark; line ends as they were. */
  readonly text: string
  readonly encoding: Encoding
  readonly notices: readonly Notice[]
}

/**
 * What the bytes 0x80 to 0x9F are in Windows-1252. Several releases of Node 20 to 24 decode them as control characters,
 * and they are the curly quotes and dashes of Word's "Plain Text".
 */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function decodeWindows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? windows1252.charCodeAt(byte - 0x80) : byte
  )
  return new TextDecoder('utf-16le').decode(units)
}

const names: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf16', 'utf-16le'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['mac-roman', 'macintosh'],
  ['macroman', 'macintosh']
])

function named(name: string): Encoding {
  const lower = name.toLowerCase()
  const found = names.get(lower) ?? encodings.find((encoding) => encoding === lower)
  if (!found) throw new Fault('unknown-encoding', `There is no such encoding here; use one of ${encodings.join(', ')}`)
  return found
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

function byteOrderMark(bytes: Uint8Array): {readonly encoding: Encoding; readonly length: number} | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return {encoding: 'utf-8', length: 3}
  if (startsWith(bytes, 0xff, 0xfe)) return {encoding: 'utf-16le', length: 2}
  if (startsWith(bytes, 0xfe, 0xff)) return {encoding: 'utf-16be', length: 2}
  return undefined
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new Fault('bad-encoding', `The file is not ${encoding} all through; save it again as UTF-8`)
  }
  if (text.includes('\0')) throw noText()
  return text
}

/** Old Macs put curly quotes where Windows-1252 has capital letters with accents, and few writers need those. */
function looksMacRoman(bytes: Uint8Array): boolean {
  let marks = 0
  for (const byte of bytes) {
    if (byte >= 0x91 && byte <= 0x94) return false
    if (byte >= 0xd2 && byte <= 0xd5) marks++
  }
  return marks >= 3
}

/**
 * Makes text of bytes: by the encoding given, else by the byte-order mark, else as UTF-8 where it is that, else as
 * Windows-1252, which is what Word writes.
 * @throws Fault `unknown-encoding`, `bad-encoding`
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const mark = byteOrderMark(bytes)
  const given = encoding === undefined ? undefined : named(encoding)
  const known = given ?? mark?.encoding
  if (known) {
    const body = mark?.encoding === known ? bytes.subarray(mark.length) : bytes
    return {text: decodeAs(known, body), encoding: known, notices: []}
  }
  try {
    return {
      text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes),
      encoding: 'utf-8',
      notices: []
    }
  } catch {
    const hint = looksMacRoman(bytes) ? ' It may be from an old Mac: try the encoding macintosh.' : ''
    const message = `The file is not UTF-8, so it was read as Windows-1252. If letters or quotation marks look wrong, say which encoding it has.${hint}`
    return {text: decodeWindows1252(bytes), encoding: 'windows-1252', notices: [{code: 'encoding-guessed', message}]}
  }
}
