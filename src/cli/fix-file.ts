import type {Document} from '../model/document.ts'
import {Fault} from '../model/fault.ts'
import type {Result} from '../model/result.ts'
import {applyEdits, type Edit, editsOf} from '../write/text.ts'
import {fileFault} from './file-fault.ts'
import type {Files} from './host.ts'

const mark = [0xef, 0xbb, 0xbf]

/** A text as the bytes of its file, which began with a byte-order mark or did not. */
function encode(source: string, original: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(source)
  return mark.every((byte, index) => original[index] === byte) ? Buffer.concat([Buffer.from(mark), text]) : text
}

/** The safe replacements for a checked file; none for Word files, which `review` writes copies of. */
export const fixesFor = ({document, findings}: Result): readonly Edit[] => editsOf(document, findings)

/**
 * The bytes of a file with its edits made.
 * @throws Fault `not-utf-8` for a file that would not come out as it went in
 */
export function fixed(original: Uint8Array, {source}: Document, edits: readonly Edit[]): Uint8Array {
  const before = source ?? ''
  if (!Buffer.from(encode(before, original)).equals(original)) {
    throw new Fault('not-utf-8', 'Nothing was fixed, as the file is not UTF-8; save it as UTF-8 first')
  }
  return encode(applyEdits(before, edits), original)
}

/** Puts the fixed file in the place of the old one, all at once. */
export async function replaceFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await files.begin(path)
    await file.write(bytes)
    await file.finish()
  } catch (error) {
    throw fileFault(error, 'write')
  }
}
