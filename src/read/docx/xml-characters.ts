import {packageFault} from './package-fault.ts'

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

// A part is searched for these once, before it is read. Lone surrogates cannot come out of a strict decoder.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that XML forbids.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** Whether a decoded part holds a character that XML 1.0 forbids. */
export const hasForbiddenCharacter = (source: string): boolean => forbidden.test(source)

/**
 * What a stretch of XML source says: line ends made one, entities resolved. Only the five predefined entities and
 * references to characters that XML allows are known; throws `Fault` `not-well-formed` for any other.
 */
export const decodeText = (raw: string): string => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  return text.includes('&') ? text.replace(/&([^;&]{0,32};)?/g, (_all, reference?: string) => decode(reference)) : text
}

/** The same for an attribute's value, in which every line end and tab is a space. */
export const decodeValue = (raw: string): string => decodeText(raw.replace(/\r\n|[\r\n\t]/g, ' '))

function decode(reference: string | undefined): string {
  if (reference === undefined) throw packageFault('not-well-formed')
  const name = reference.slice(0, -1)
  const known = predefined.get(name)
  if (known !== undefined) return known
  const hexadecimal = /^#x([0-9a-fA-F]+)$/.exec(name)
  const decimal = /^#([0-9]+)$/.exec(name)
  const code = hexadecimal
    ? Number.parseInt(hexadecimal[1] as string, 16)
    : decimal
      ? Number.parseInt(decimal[1] as string, 10)
      : 0
  if (!isCharacter(code)) throw packageFault('not-well-formed')
  return String.fromCodePoint(code)
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** Text as XML source: markup escaped, what XML forbids (and lone halves of pairs) replaced by U+FFFD. */
export const encodeText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that XML forbids.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '\ufffd')
    .replace(/[&<>\r]/g, (mark) => escapes[mark] as string)

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;'}

/** The same for an attribute's value between double quotes. */
export const encodeValue = (text: string): string =>
  encodeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
