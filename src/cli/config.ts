import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import type {Acceptance, Declaration} from '../model/declaration.ts'
import {Fault} from '../model/fault.ts'
import type {Severity} from '../model/finding.ts'
import {parseYaml, placeIn} from '../read/yaml.ts'
import {type ConfigFile, configSchema, type Judging} from './config-schema.ts'
import {fileFault} from './file-fault.ts'
import type {Files, Host} from './host.ts'

export const configNames = ['ourwords.yaml', 'ourwords.yml']

/** One configuration file; those it extends come before it. */
interface Layer {
  /** What it is called in messages. */
  readonly name: string
  readonly folder: string
  readonly source: string
  readonly values: ConfigFile
}

export type Layers = readonly Layer[]

export type Threshold = Severity | 'never'

/** What the configuration says about one file. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly accept: readonly Acceptance[]
  readonly declaration: Declaration
  readonly includeQuotes: boolean
  /** A second opinion from retext's plugins. */
  readonly retext: boolean
  readonly failOn: Threshold
  readonly maxWarnings: number | undefined
  /** Where each value was set, by its path in the configuration: `rules.jargon` → file. */
  readonly origins: ReadonlyMap<string, string>
}

/** What a configuration is called in messages. */
export type Naming = (path: string) => string

/** A configuration's fault with the file in its message: `ourwords.yaml:3:5: …`. */
export function inConfig(fault: unknown, name: string): Fault {
  const {code, message, place} = fileFault(fault)
  return new Fault(code, `${name}${place ? `:${place.line}:${place.column}` : ''}: ${message}`, place)
}

async function exists(files: Files, path: string): Promise<boolean> {
  try {
    await files.kind(path)
    return true
  } catch {
    return false
  }
}

/** The nearest configuration above a folder, up to the repository's root or the home folder. */
export async function findConfig({files, home}: Pick<Host, 'files' | 'home'>, folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    for (const name of configNames) {
      const path = join(here, name)
      if (await exists(files, path)) return path
    }
    if (here === home || here === dirname(here) || (await exists(files, join(here, '.git')))) return null
  }
}

/**
 * Reads a configuration and all that it extends.
 * @throws Fault with the path, line and column of the mistake
 */
export async function loadConfig(
  files: Files,
  path: string,
  naming: Naming,
  below: readonly string[] = []
): Promise<Layers> {
  const name = naming(path)
  if (below.includes(path)) throw new Fault('config-cycle', `${name}: it extends itself by way of another file`)
  let source: string
  try {
    source = new TextDecoder('utf-8', {fatal: true}).decode(await files.read(path))
  } catch (error) {
    throw error instanceof TypeError
      ? new Fault('bad-configuration', `${name}: it is not UTF-8 text`)
      : inConfig(error, name)
  }
  let values: ConfigFile
  try {
    values = parseYaml(source, configSchema, 'configuration') ?? {}
  } catch (error) {
    throw inConfig(error, name)
  }
  const folder = dirname(path)
  const layers: Layer[] = []
  for (const [index, base] of (values.extends ?? []).entries()) {
    if (/^[a-z][a-z+.-]+:\/\//i.test(base)) {
      const place = placeIn(source, ['extends', index])
      throw inConfig(
        new Fault('bad-configuration', '“extends” takes files of this computer only, no addresses', place),
        name
      )
    }
    const extended = resolve(folder, base)
    if (!(await exists(files, extended))) {
      const place = placeIn(source, ['extends', index])
      throw inConfig(new Fault('not-found', 'There is no such file as “extends” names', place), name)
    }
    layers.push(...(await loadConfig(files, extended, naming, [...below, path])))
  }
  return [...layers, {name, folder, source, values}]
}

const toSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

const matchers = new Map<string, (path: string) => boolean>()

function matcher(glob: string): (path: string) => boolean {
  const known = matchers.get(glob)
  if (known) return known
  // As in .gitignore, a name alone is meant wherever it stands, and a folder means all that is in it.
  const anywhere = glob.replace(/\/$/, '').includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`
  const match = picomatch([anywhere, `${anywhere.replace(/\/$/, '')}/**`], {dot: true, nonegate: true})
  matchers.set(glob, match)
  return match
}

/**
 * Does a file match a configuration's globs? They count from the configuration's own folder; one that begins with `!`
 * takes out what those before it took in.
 */
function matches(globs: readonly string[], folder: string, path: string): boolean {
  const inside = toSlashes(relative(folder, path))
  let found = globs[0]?.startsWith('!') ?? false
  for (const glob of globs) {
    const out = glob.startsWith('!')
    if (found === out && matcher(out ? glob.slice(1) : glob)(inside)) found = !out
  }
  return found
}

/** Was a file excluded by the configuration? */
export const isExcluded = (layers: Layers, path: string): boolean =>
  layers.some(({values, folder}) => values.exclude !== undefined && matches(values.exclude, folder, path))

/** Folders of dictionaries of the user's own. */
export const dictionaryFolders = (layers: Layers): string[] =>
  layers.flatMap(({values, folder}) => (values.dictionaries ?? []).map((own) => resolve(folder, own)))

const isTemplateName = (path: string): boolean => /\.template\.[^.]+$/i.test(basename(path))

/** What the configuration says about one file: base layers first, each layer's overrides after its own values. */
export function settingsFor(layers: Layers, path: string): Settings {
  const origins = new Map<string, string>()
  let rules: Record<string, Severity | 'off'> = {}
  let accept: Acceptance[] = []
  let declaration: Declaration = isTemplateName(path) ? {template: true} : {}
  if (declaration.template) origins.set('template', 'the file’s name')
  let includeQuotes = false
  let retext = false
  let failOn: Threshold = 'error'
  let maxWarnings: number | undefined

  const apply = (judging: Judging, origin: string) => {
    for (const name of Object.keys(judging.rules ?? {})) origins.set(`rules.${name}`, origin)
    rules = {...rules, ...judging.rules}
    const {document, children, people, language, template} = judging
    const declared: Declaration = {
      ...(document !== undefined && {document}),
      ...(children && {children}),
      ...(people && {people}),
      ...(language !== undefined && {language}),
      ...(template !== undefined && {template})
    }
    for (const key of Object.keys(declared)) origins.set(key, origin)
    declaration = {...declaration, ...declared}
    if (judging.accept) {
      origins.set('accept', origin)
      accept = [...accept, ...judging.accept]
    }
    if (judging['include-quotes'] !== undefined) {
      origins.set('include-quotes', origin)
      includeQuotes = judging['include-quotes']
    }
    if (judging.retext !== undefined) {
      origins.set('retext', origin)
      retext = judging.retext
    }
  }

  for (const layer of layers) {
    const {values} = layer
    apply(values, layer.name)
    if (values['fail-on']) {
      origins.set('fail-on', layer.name)
      failOn = values['fail-on']
    }
    if (values['max-warnings'] !== undefined) {
      origins.set('max-warnings', layer.name)
      maxWarnings = values['max-warnings']
    }
    for (const [index, override] of (values.overrides ?? []).entries()) {
      if (matches(override.files, layer.folder, path)) {
        apply(override, `${layer.name}, override ${index + 1}`)
      }
    }
  }
  return {rules, accept, declaration, includeQuotes, retext, failOn, maxWarnings, origins}
}
