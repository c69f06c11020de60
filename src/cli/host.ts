import type {Worker} from 'node:worker_threads'
import type {Engine} from './engine.ts'

/** Where text goes: a terminal, a pipe or, in tests, an array. */
export interface Output {
  readonly isTTY: boolean
  /** The width in display cells, where it is known. */
  readonly columns: number | undefined
  /** Resolves when the text has left, so that a slow reader slows us and nothing piles up. */
  write(text: string): Promise<void>
}

export type FileKind = 'file' | 'folder' | 'other'

export interface Entry {
  readonly name: string
  readonly kind: FileKind | 'link'
}

/** What the program may do with files. All paths are absolute. Errors are those of Node, with their `code`. */
export interface Files {
  /** Links are followed. */
  kind(path: string): Promise<{readonly kind: FileKind; readonly size: number; readonly id: string}>
  read(path: string): Promise<Uint8Array>
  list(folder: string): Promise<readonly Entry[]>
  /** The path without links. */
  real(path: string): Promise<string>
  /** Begins a file that is put in place whole or not at all. `secret` files are readable by their owner only. */
  begin(path: string, options?: {readonly secret?: boolean}): Promise<PendingFile>
  append(path: string, content: string): Promise<void>
  /** With those above it, open to their owner only; there already is as good. */
  makeFolder(path: string): Promise<void>
  /** With all that is in it; not there is as good. */
  removeFolder(path: string): Promise<void>
}

/** A file that is not in its place until it is finished. */
export interface PendingFile {
  write(content: string | Uint8Array): Promise<void>
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** Everything that `main` needs of the machine it runs on. */
export interface Host {
  readonly cwd: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: {
    /** Something was piped or redirected into the program. */
    readonly piped: boolean
    /** Throws a Fault `too-large` as soon as there are more bytes than the limit. */
    readonly read: (limit: number) => Promise<Uint8Array>
  }
  readonly files: Files
  /** Milliseconds from some beginning: for what a document may take, and whether progress is worth showing. */
  readonly now: () => number
  readonly date: () => Date
  /** Starts a worker for `pool.ts`; absent where there are none. */
  readonly startWorker?: () => Worker
  /** Told once that a run has many files, for which more memory pays. */
  readonly suitLongRuns?: () => void
  /** Loads what judges documents; not touched by `--help` and its like. */
  readonly engine: () => Promise<Engine>
}

export type ExitStatus = 0 | 1 | 2
