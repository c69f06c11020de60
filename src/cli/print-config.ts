import {dirname, resolve} from 'node:path'
import {Document, isScalar, visit} from 'yaml'
import {terminal} from '../report/escape.ts'
import {redacted} from '../report/redact.ts'
import type {CheckFlags} from './check-flags.ts'
import {type Settings, settingsFor} from './config.ts'
import {makeConfigs} from './configs.ts'
import type {ExitStatus, Host} from './host.ts'
import {isHidden} from './reports.ts'

/** A child as the configuration would write it. */
const asYaml = ({declaration: {children, ...rest}}: Settings): object => ({
  ...rest,
  ...(children && {
    children: children.map(({knownAs, ...child}) => ({...child, ...(knownAs !== undefined && {'known-as': knownAs})}))
  })
})

/** Whoever the configuration names, it names no more; how many there are is still seen. */
const withoutNames = ({declaration, accept, ...rest}: Settings): Settings => ({
  ...rest,
  declaration: {
    ...declaration,
    ...(declaration.children && {children: declaration.children.map(() => ({name: redacted}))}),
    ...(declaration.people && {people: declaration.people.map(() => redacted)})
  },
  accept: accept.map(() => ({term: redacted}))
})

/** Shows what the configuration says of one file, each value with the file that set it. */
export async function printConfig(file: string, flags: CheckFlags, host: Host): Promise<ExitStatus> {
  const path = resolve(host.cwd, file)
  const engine = await host.engine()
  const hidden = isHidden(flags, host)
  const {layers} = await makeConfigs(host, engine, {...flags, hidden}).under(dirname(path))
  const said = settingsFor(layers, path)
  const settings = hidden ? withoutNames(said) : said
  const document = new Document({
    ...asYaml(settings),
    rules: settings.rules,
    accept: settings.accept,
    'include-quotes': settings.includeQuotes,
    retext: settings.retext,
    'fail-on': settings.failOn,
    ...(settings.maxWarnings !== undefined && {'max-warnings': settings.maxWarnings})
  })
  const origin = (key: string): string => {
    const from = settings.origins.get(key)
    return ` ${terminal(from === undefined ? 'default' : from)}`
  }
  visit(document, {
    Pair(_, pair, ancestors) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const top = ancestors.length === 2
      const rule = ancestors.length === 4 && settings.origins.has(`rules.${key}`)
      if (isScalar(pair.value) && (top || rule)) pair.value.comment = origin(rule ? `rules.${key}` : key)
      else if (top && isScalar(pair.key) && key !== 'rules') pair.key.commentBefore = origin(key)
    }
  })
  // YAML lets characters stand that turn a terminal's text round.
  const lines = document.toString({lineWidth: 0}).split('\n')
  await host.stdout.write(lines.map(terminal).join('\n'))
  return 0
}
