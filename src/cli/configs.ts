import {basename, join, relative, resolve, sep} from 'node:path'
import type {DictionaryFile} from '../lexicon/load.ts'
import {Fault} from '../model/fault.ts'
import {configNames, dictionaryFolders, findConfig, type Layers, loadConfig} from './config.ts'
import {checkNames} from './config-names.ts'
import type {Engine, Words} from './engine.ts'
import {fileFault} from './file-fault.ts'
import {shown} from './find-files.ts'
import type {Files, Host} from './host.ts'
import {unexpected} from './say.ts'

/** A configuration, checked, and the words it brings. */
interface Configuration {
  readonly layers: Layers
  readonly words: Words
  /** The files of them that are the user's own. */
  readonly own: readonly DictionaryFile[]
}

export interface Configs {
  /** What holds for files in a folder; each configuration is read once. */
  readonly under: (folder: string) => Promise<Configuration>
}

async function yamlFiles(files: Files, root: string, folder = root, depth = 0): Promise<DictionaryFile[]> {
  const found: DictionaryFile[] = []
  const entries = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const {name, kind} of entries) {
    const path = join(folder, name)
    if (kind === 'folder' && depth < 3) found.push(...(await yamlFiles(files, root, path, depth + 1)))
    else if (kind === 'file' && /\.ya?ml$/i.test(name)) {
      found.push({
        path: relative(root, path).split(sep).join('/'),
        source: new TextDecoder().decode(await files.read(path))
      })
    }
  }
  return found
}

/** The dictionary files below the folders, in the order of their names. */
export async function ownDictionaries(
  files: Files,
  folders: readonly string[],
  naming: (path: string) => string
): Promise<DictionaryFile[]> {
  const own: DictionaryFile[] = []
  for (const folder of folders) {
    try {
      own.push(...(await yamlFiles(files, folder)))
    } catch (error) {
      const {code, message} = fileFault(error)
      const why =
        error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
          ? 'It is a file; name its folder'
          : message
      throw new Fault(code, `The dictionaries in ${naming(folder)} could not be read. ${why}`)
    }
  }
  return own
}

export interface Asking {
  /** The value of `--config`: a path, `false` for none; else the nearest is found. */
  readonly config?: string | boolean
  /** Messages name no folder, whose name may be a child's. */
  readonly hidden: boolean
  /** Words with their examples. */
  readonly examples?: boolean
}

export function makeConfigs(
  host: Host,
  engine: Engine,
  {config: asked = true, hidden, examples = false}: Asking
): Configs {
  const byFolder = new Map<string, Promise<Configuration>>()
  const byPath = new Map<string | null, Promise<Configuration>>()
  const naming = (path: string): string =>
    !hidden ? shown(host.cwd, path) : configNames.includes(basename(path)) ? basename(path) : 'configuration'

  /** The dictionaries that are the user's own go by their file names in messages, and a file may be named after anybody. */
  function wordsOf(own: readonly DictionaryFile[]): Words {
    try {
      return engine.words(own, examples)
    } catch (error) {
      const {code, message, place} = unexpected(error)
      const file = hidden ? own.find(({path}) => message.startsWith(path)) : undefined
      throw new Fault(code, file ? `dictionaries${message.slice(file.path.length)}` : message, place)
    }
  }

  async function load(path: string | null): Promise<Configuration> {
    const layers = path === null ? [] : await loadConfig(host.files, path, naming)
    const own = await ownDictionaries(host.files, dictionaryFolders(layers), (folder) =>
      hidden ? 'a folder' : shown(host.cwd, folder)
    )
    const words = wordsOf(own)
    checkNames(layers, engine, words)
    return {layers, words, own}
  }

  function once(path: string | null): Promise<Configuration> {
    const known = byPath.get(path) ?? load(path)
    byPath.set(path, known)
    return known
  }

  if (typeof asked === 'string') return {under: () => once(resolve(host.cwd, asked))}
  if (!asked) return {under: () => once(null)}
  return {
    under: (folder) => {
      const known = byFolder.get(folder) ?? findConfig(host, folder).then(once)
      byFolder.set(folder, known)
      return known
    }
  }
}
