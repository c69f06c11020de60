import type {Document} from '../model/document.ts'
import type {Limits} from './docx/package-limits.ts'

export interface ReadOptions {
  /** Of a text file, when it is known: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh`. */
  readonly encoding?: string
  /** Of a file with tracked changes: as if all were accepted, or all rejected. `final` when absent. */
  readonly view?: 'final' | 'original'
  /** How much of a file is opened; what is not given is as usual. `file` holds for every format, the rest for packages. */
  readonly limits?: Partial<Limits>
  /** Called between parts of the work; what it throws ends the reading. */
  readonly pace?: () => void
}

/** Makes a document of a file's bytes. Throws `Fault`. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Document

export const defaultFileLimit = 100 * 1024 * 1024
