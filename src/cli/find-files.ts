import {basename, join, relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import {Fault} from '../model/fault.ts'
import {fileFault} from './file-fault.ts'
import type {Entry, Files} from './host.ts'

/** A file to check, or why something that was asked for is not one. */
export type Found = {readonly path: string; readonly fault?: undefined} | {readonly path: string; readonly fault: Fault}

const readable = /\.(?:md|markdown|txt|docx|docm|dotx|odt)$/i
const notDrafts = /^~\$|\.reviewed\.docx$/i

/** Would a file of this name be checked when it is met in a folder? */
const isDraft = (name: string): boolean => readable.test(name) && !notDrafts.test(name) && !name.startsWith('.')

const skippedFolder = (name: string): boolean => name === 'node_modules' || name.startsWith('.')

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/**
 * All files below a folder, in the order of their names. Links to folders are followed, each real folder once, so that
 * a link that leads back up is no trap.
 */
async function* walk(
  files: Files,
  folder: string,
  enter: (path: string, name: string) => boolean,
  seen = new Set<string>()
): AsyncGenerator<string> {
  const real = await files.real(folder)
  if (seen.has(real)) return
  seen.add(real)
  for (const entry of [...(await files.list(folder))].sort(byName)) {
    const path = join(folder, entry.name)
    let kind = entry.kind
    if (kind === 'link') {
      try {
        kind = (await files.kind(path)).kind
      } catch {
        continue
      }
    }
    if (kind === 'folder') {
      if (enter(path, entry.name)) yield* walk(files, path, enter, seen)
    } else if (kind === 'file') yield path
  }
}

/** As the user would name a file: relative to the working folder, with forward slashes. */
export function shown(cwd: string, path: string): string {
  const inside = relative(cwd, path)
  const short = inside.startsWith(`..${sep}`) ? path : inside || path
  return sep === '/' ? short : short.split(sep).join('/')
}

export interface Finding {
  readonly cwd: string
  readonly files: Files
  /** Whether the configuration leaves a file out. */
  readonly excluded: (path: string) => Promise<boolean>
  /** Leave excluded files out even where they are named one by one, as hooks name them. */
  readonly forceExclude: boolean
  readonly errorOnUnmatched: boolean
}

/**
 * The files that patterns mean: a file by its path, a folder with all drafts below it, or a glob. Each file comes once,
 * in the order of the patterns and, within one, of the names.
 */
export async function* findFiles(patterns: readonly string[], options: Finding): AsyncGenerator<Found> {
  const given = new Set<string>()
  const fresh = (path: string): boolean => !given.has(path) && given.add(path) !== undefined
  for (const pattern of patterns) {
    for await (const found of expand(pattern, options)) if (fresh(found.path)) yield found
  }
}

async function* expand(pattern: string, options: Finding): AsyncGenerator<Found> {
  const {cwd, files, excluded, forceExclude, errorOnUnmatched} = options
  const path = resolve(cwd, pattern)
  let kind: Awaited<ReturnType<Files['kind']>>['kind'] | undefined
  let failure: unknown
  try {
    kind = (await files.kind(path)).kind
  } catch (error) {
    failure = error
  }
  if (kind === 'file') {
    if (!forceExclude || !(await excluded(path))) yield {path}
    return
  }
  if (kind === 'other') {
    yield {path, fault: new Fault('not-a-file', 'It is neither a file nor a folder, so there is nothing to read')}
    return
  }
  let any = false
  try {
    if (kind === 'folder') {
      for await (const file of walk(files, path, (_, name) => !skippedFolder(name))) {
        if (!isDraft(basename(file)) || (await excluded(file))) continue
        any = true
        yield {path: file}
      }
    } else if (picomatch.scan(pattern).isGlob) {
      for await (const file of glob(pattern, options)) {
        if (await excluded(file)) continue
        any = true
        yield {path: file}
      }
    } else {
      if (errorOnUnmatched || (failure as {code?: unknown}).code !== 'ENOENT') yield {path, fault: fileFault(failure)}
      return
    }
  } catch (error) {
    yield {path, fault: fileFault(error)}
    return
  }
  if (any || !errorOnUnmatched) return
  yield {
    path,
    fault:
      kind === 'folder'
        ? new Fault('no-files', 'The folder holds no file to check: .md, .txt, .docx or .odt, and not excluded')
        : new Fault('no-files', 'No file matches this pattern')
  }
}

async function* glob(pattern: string, {cwd, files}: Finding): AsyncGenerator<string> {
  const {base, glob: rest} = picomatch.scan(pattern)
  const folder = resolve(cwd, base)
  const match = picomatch(rest)
  try {
    await files.kind(folder)
  } catch {
    return
  }
  for await (const file of walk(files, folder, (_, name) => name !== 'node_modules' && name !== '.git')) {
    const inside = relative(folder, file)
    if (match(sep === '/' ? inside : inside.split(sep).join('/')) && !notDrafts.test(basename(file))) yield file
  }
}
