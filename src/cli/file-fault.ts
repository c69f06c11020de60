import {Fault} from '../model/fault.ts'

const reasons: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['not-found', 'There is no such file; check the name'],
  ENOTDIR: ['not-found', 'There is no such file; check the name'],
  EACCES: ['not-readable', 'You are not allowed to open it; ask for permission or copy it to a folder of your own'],
  EPERM: ['not-readable', 'You are not allowed to open it; is it open in Word?'],
  EBUSY: ['in-use', 'It is in use; close it in Word and try again'],
  EISDIR: ['not-a-file', 'It is a folder, not a file'],
  ELOOP: ['link-loop', 'It is a link that leads back to itself'],
  ENAMETOOLONG: ['bad-name', 'The name is too long'],
  EMFILE: ['too-many-open', 'Too many files are open at once; close some programs and try again'],
  ENOSPC: ['disk-full', 'The disk is full; nothing was changed'],
  EFBIG: ['disk-full', 'The file would be larger than is allowed here; nothing was changed'],
  EDQUOT: ['disk-full', 'Your share of the disk is used up; nothing was changed'],
  EROFS: ['not-writable', 'This folder can only be read; choose another place with -o']
}

/** The file is larger than it may be, in bytes. */
export const tooLarge = (limit: number): Fault =>
  new Fault('too-large', `The file is larger than ${limit} bytes; raise --max-bytes to read it`)

export const notAFile = (): Fault => new Fault('not-a-file', 'It is not a file that can be read')

/** What Node says of a file, as a Fault in plain words; the path is left to whoever reports it. */
export function fileFault(error: unknown, doing: 'read' | 'write' = 'read'): Fault {
  if (error instanceof Fault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (doing === 'write' && (code === 'EACCES' || code === 'EPERM')) {
    return new Fault('not-writable', 'You are not allowed to write there; choose another place with -o')
  }
  if (doing === 'write' && code === 'ENOENT') return new Fault('no-folder', 'The folder to write to is not there')
  const [known, message] = reasons[code] ?? [
    `not-${doing === 'read' ? 'readable' : 'writable'}`,
    `It could not be ${doing === 'read' ? 'read' : 'written'}`
  ]
  return new Fault(known, message)
}
