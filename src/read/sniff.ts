import {Fault} from '../model/fault.ts'

/** What a file is, by what is in it. `text` may be Markdown. */
export type Kind = 'docx' | 'odt' | 'text'

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))

/** Whether the bytes hold an ASCII text, within the first so many. */
function holds(bytes: Uint8Array, text: string, within: number, step: 1 | 2 = 1): boolean {
  const sought = ascii(text)
  const first = sought[0] as number
  const last = Math.min(bytes.length, within) - sought.length * step
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, i) => bytes[at + i * step] === byte)) return true
  }
  return false
}

const saveAsDocx = 'open it and save it as a Word document (.docx)'

const refused: readonly {readonly mark: readonly number[]; readonly code: string; readonly message: string}[] = [
  {mark: ascii('%PDF'), code: 'pdf', message: `This is a PDF; check the document it was made from, or ${saveAsDocx}`},
  {mark: ascii('{\\rtf'), code: 'rtf', message: `This is a Rich Text file; ${saveAsDocx}`},
  {mark: [0x89, 0x50, 0x4e, 0x47], code: 'picture', message: 'This is a picture; words in pictures cannot be read'},
  {mark: [0xff, 0xd8, 0xff], code: 'picture', message: 'This is a picture; words in pictures cannot be read'},
  {mark: ascii('GIF8'), code: 'picture', message: 'This is a picture; words in pictures cannot be read'}
]

/** Word before 2007, and every password-protected Office file, are OLE2 containers. Names in them are UTF-16. */
function ole2Fault(bytes: Uint8Array): Fault {
  if (holds(bytes, 'EncryptedPackage', bytes.length, 2)) {
    return new Fault('encrypted', 'This file has a password; open it in Word, remove the password and save it')
  }
  return new Fault('legacy-doc', `This is an old Word document (.doc); ${saveAsDocx}`)
}

function inZip(bytes: Uint8Array): Kind {
  if (holds(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text', 200)) return 'odt'
  if (holds(bytes, 'Index/Document.iwa', bytes.length) || holds(bytes, 'Index.zip', bytes.length)) {
    throw new Fault('pages', 'This is a Pages document; export it from Pages as Word (.docx)')
  }
  // Whether it is a Word file, and a sound one, its own reader says.
  return 'docx'
}

export const noText = (): Fault =>
  new Fault('binary', 'This is not a text file, nor any document that can be read; save it as .docx, .md or .txt')

const hasMark = (bytes: Uint8Array): boolean => starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)

/** Of UTF-16 nearly every unit is ASCII and a zero, in one order or the other. */
function likelyUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [first = 0, second = 0] = zeros
  const most = head.length / 2
  if (second > most * 0.7 && first < most * 0.1) return 'utf-16le'
  return first > most * 0.7 && second < most * 0.1 ? 'utf-16be' : undefined
}

/** A file with a NUL in it. */
function notText(bytes: Uint8Array): Fault {
  const encoding = likelyUtf16(bytes)
  if (encoding) {
    return new Fault(
      'binary',
      `This seems to be UTF-16 without its mark; say --encoding ${encoding}, or save it as UTF-8`
    )
  }
  return noText()
}

/**
 * Says what a file is by its first bytes: names lie often enough.
 * @param encoding which was said to be that of a text
 * @throws Fault `pdf`, `rtf`, `legacy-doc`, `encrypted`, `pages`, `picture`, `html`, `binary`, each saying what to do
 */
export function sniff(bytes: Uint8Array, encoding = ''): Kind {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return inZip(bytes)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw ole2Fault(bytes)
  const known = refused.find(({mark}) => starts(bytes, ...mark))
  if (known) throw new Fault(known.code, known.message)
  if (!hasMark(bytes) && !/^utf-?16/i.test(encoding) && bytes.includes(0)) throw notText(bytes)
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 512))
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html\b)/i.test(head)) {
    throw new Fault('html', `This is a web page; ${saveAsDocx}`)
  }
  return 'text'
}
