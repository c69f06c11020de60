import {Fault} from '../../model/fault.ts'
import type {Limits} from './package-limits.ts'

/** Why a package cannot be read. */
export type PackageFault =
  | 'not-a-word-document'
  | 'encrypted'
  | 'too-large'
  | 'too-deep'
  | 'ambiguous-package'
  | 'dtd-not-allowed'
  | 'not-well-formed'
  | 'damaged'

const messages: Readonly<Record<PackageFault, string>> = {
  'not-a-word-document': 'This is not a Word document. Open it in Word, save it as .docx and try again.',
  encrypted: 'This document is password-protected. Remove the password in Word and try again.',
  'too-large':
    'This document is larger inside than any honest report. Open it in Word, save it as a new .docx and try again.',
  'too-deep':
    'This document nests its contents too deeply to be read. Open it in Word, save it as a new .docx and try again.',
  'ambiguous-package':
    'This document holds the same part twice or under two names, so two programs could read two different texts. Open it in Word, save it as a new .docx and try again.',
  'dtd-not-allowed':
    'This document holds a document type declaration, which no Word file needs and which can be used to attack. It was not read.',
  'not-well-formed':
    'A part of this document is not well-formed XML. Open it in Word, let Word repair it, save it as a new .docx and try again.',
  damaged:
    'This document is damaged or incomplete. Open it in Word, let Word repair it, save it as a new .docx and try again.'
}

/** The fault for a reason: its message says what to do and holds nothing of the document, not even a part's name. */
export const packageFault = (code: PackageFault): Fault => new Fault(code, messages[code])

/** The fault of a package that goes beyond a limit, with the limit's name for whoever trusts the file and raises it. */
export const beyondLimit = (limit: keyof Limits): Fault => {
  const code = limit === 'depth' ? 'too-deep' : 'too-large'
  return new Fault(code, `${messages[code]} If you know that it is sound, raise the limit: --limit ${limit}=NUMBER.`)
}
