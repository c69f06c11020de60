import {packageFault} from './package-fault.ts'

/** How a part is written as bytes, so that a changed one can be written the same way. */
export interface TextEncoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly mark: boolean
}

/**
 * Decodes a part: UTF-16 where a byte-order mark says so, else UTF-8. The mark is not part of the text.
 * Throws `Fault` `not-well-formed` for bytes that are not what they should be: nothing is ever replaced in silence.
 */
export const decodePart = (bytes: Uint8Array): {readonly source: string; readonly encoding: TextEncoding} => {
  const encoding = encodingOf(bytes)
  const skipped = encoding.mark ? (encoding.name === 'utf-8' ? 3 : 2) : 0
  try {
    const decoder = new TextDecoder(encoding.name, {fatal: true, ignoreBOM: true})
    return {source: decoder.decode(bytes.subarray(skipped)), encoding}
  } catch {
    throw packageFault('not-well-formed')
  }
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return {name: 'utf-16le', mark: true}
  if (first === 0xfe && second === 0xff) return {name: 'utf-16be', mark: true}
  return {name: 'utf-8', mark: first === 0xef && second === 0xbb && third === 0xbf}
}

/** Encodes a part as it was encoded when it was read. */
export const encodePart = (source: string, encoding: TextEncoding): Uint8Array => {
  if (encoding.name === 'utf-8') return new TextEncoder().encode(encoding.mark ? `\ufeff${source}` : source)
  const bytes = new Uint8Array((source.length + 1) * 2)
  const view = new DataView(bytes.buffer)
  const little = encoding.name === 'utf-16le'
  view.setUint16(0, 0xfeff, little)
  for (let at = 0; at < source.length; at++) view.setUint16((at + 1) * 2, source.charCodeAt(at), little)
  return bytes
}
