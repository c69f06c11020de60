import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {documentTypes} from '../model/result.ts'
import type {ExitStatus, Host} from './host.ts'
import {type CommandRow, commands, type OptionRow} from './options.ts'

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

/** An option as a shell needs it. */
interface Flag {
  readonly long: string
  readonly short: string | undefined
  readonly about: string
  readonly takesValue: boolean
  /** `undefined` where files are to be offered. */
  readonly choices: readonly string[] | undefined
}

/** Everything that can be offered, by option. */
function flagsOf(options: readonly OptionRow[], documents: readonly string[], rules: readonly string[]): Flag[] {
  return options.map(({flags, about, values}) => ({
    long: /--[a-z-]+/.exec(flags)?.[0] ?? '',
    short: /^-([a-z])\b/.exec(flags)?.[1],
    about: about.replace(/["'`$\\[\]:]/g, ''),
    takesValue: flags.includes('<'),
    choices:
      values === 'document'
        ? documents
        : values === 'rule'
          ? rules
          : typeof values === 'string'
            ? undefined
            : (values ?? [])
  }))
}

interface Offer {
  readonly command: CommandRow
  readonly flags: readonly Flag[]
  /** What may stand as an operand besides files. */
  readonly operands: readonly string[]
}

const bash = (offers: readonly Offer[]): string => `_ourwords() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=check each
  for each in "\${COMP_WORDS[@]:1}"; do
    case "$each" in ${offers.map(({command}) => command.name).join('|')}) command="$each"; break ;; esac
  done
  case "$command $before" in
${offers
  .flatMap(({command, flags}) =>
    flags
      .filter(({takesValue, choices}) => takesValue && choices)
      .map(
        ({long, short, choices}) =>
          `    "${command.name} ${long}"${short ? `|"${command.name} -${short}"` : ''}) COMPREPLY=($(compgen -W "${(choices ?? []).join(' ')}" -- "$word")); return ;;`
      )
  )
  .join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    case "$command" in
${offers.map(({command, flags}) => `      ${command.name}) COMPREPLY=($(compgen -W "${flags.map(({long}) => long).join(' ')}" -- "$word")) ;;`).join('\n')}
    esac
    return
  fi
  case "$command" in
${offers
  .filter(({operands}) => operands.length > 0)
  .map(({command, operands}) => `    ${command.name}) COMPREPLY=($(compgen -W "${operands.join(' ')}" -- "$word")) ;;`)
  .join('\n')}
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY+=($(compgen -W "${offers.map(({command}) => command.name).join(' ')}" -- "$word"))
  fi
  COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _ourwords ourwords
`

const zsh = (offers: readonly Offer[]): string => `#compdef ourwords
_ourwords() {
  local -a commands=(${offers.map(({command}) => `'${command.name}:${command.about.replace(/[':]/g, '')}'`).join(' ')})
  local command=check each
  for each in $words[2,-1]; do
    (( \${commands[(I)$each:*]} )) && { command=$each; break }
  done
  (( CURRENT == 2 )) && _describe command commands
  case $command in
${offers
  .map(({command, flags, operands}) => {
    const specs = flags.map(({long, short, about, takesValue, choices}) => {
      const value = takesValue ? `:value:${choices ? `(${choices.join(' ')})` : '_files'}` : ''
      return short ? `'*'{-${short},${long}}'[${about}]${value}'` : `'*${long}[${about}]${value}'`
    })
    const rest = operands.length > 0 ? `'*:what:(${operands.join(' ')})'` : `'*:file:_files'`
    return `    ${command.name}) _arguments ${[...specs, rest].join(' ')} ;;`
  })
  .join('\n')}
  esac
}
compdef _ourwords ourwords
`

const fish = (offers: readonly Offer[]): string => {
  const names = offers.map(({command}) => command.name).join(' ')
  return `${offers
    .map(({command, flags, operands}) => {
      const when =
        command.name === 'check'
          ? `"not __fish_seen_subcommand_from ${names}; or __fish_seen_subcommand_from check"`
          : `"__fish_seen_subcommand_from ${command.name}"`
      const offer = `complete -c ourwords -n "not __fish_seen_subcommand_from ${names}" -a ${command.name} -d "${command.about}"`
      const lines = flags.map(({long, short, about, takesValue, choices}) =>
        [
          `complete -c ourwords -n ${when} -l ${long.slice(2)}`,
          short && `-s ${short}`,
          takesValue && (choices ? `-x -a "${choices.join(' ')}"` : '-r'),
          `-d "${about}"`
        ]
          .filter(Boolean)
          .join(' ')
      )
      const own = operands.length > 0 ? [`complete -c ourwords -n ${when} -f -a "${operands.join(' ')}"`] : []
      return [offer, ...lines, ...own].join('\n')
    })
    .join('\n')}\n`
}

const powershell = (offers: readonly Offer[]): string => {
  const list = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(', ')})`
  return `Register-ArgumentCompleter -Native -CommandName ourwords -ScriptBlock {
  param($word, $ast, $cursor)
  $flags = @{${offers.map(({command, flags}) => `'${command.name}' = ${list(flags.map(({long}) => long))}`).join('; ')}}
  $values = @{${offers
    .flatMap(({command, flags}) =>
      flags
        .filter(({choices}) => choices?.length)
        .map(({long, choices}) => `'${command.name} ${long}' = ${list(choices ?? [])}`)
    )
    .join('; ')}}
  $operands = @{${offers
    .filter(({operands}) => operands.length > 0)
    .map(({command, operands}) => `'${command.name}' = ${list(operands)}`)
    .join('; ')}}
  $words = @($ast.CommandElements | ForEach-Object { "$_" })
  $command = @($words | Where-Object { $flags.ContainsKey($_) } | Select-Object -First 1)[0]
  if (-not $command) { $command = 'check' }
  $before = if ($word) { $words[-2] } else { $words[-1] }
  $offer = if ($values.ContainsKey("$command $before")) { $values["$command $before"] }
    elseif ($word -like '-*') { $flags[$command] }
    elseif ($operands.ContainsKey($command)) { $operands[$command] }
    else { ${list(offers.map(({command}) => command.name))} }
  $offer | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`
}

const scripts = {bash, zsh, fish, powershell}

/** Writes what a shell needs to complete commands, options and their values. */
export async function completions(shell: string | undefined, host: Host): Promise<ExitStatus> {
  const known = shells.find((each) => each === shell)
  if (!known) {
    const meant = didYouMean(shell ?? '', shells)
    throw new Fault(
      'unknown-shell',
      `Completions are there for ${shells.join(', ')}${meant ? `; did you mean “${meant}”?` : ''}`
    )
  }
  const engine = await host.engine()
  const {dictionaries} = engine.words([])
  const rules = engine.rules.map(({id}) => id)
  const documents = [...documentTypes, ...dictionaries.kinds.map(({id}) => id)]
  const operands: Readonly<Record<string, readonly string[]>> = {
    explain: [...rules, ...dictionaries.acronyms.map(({acronym}) => acronym)].filter((word) => /^[\w-]+$/.test(word)),
    glossary: ['search', 'test'],
    completions: shells
  }
  const offers = (commands as readonly CommandRow[]).map((command) => ({
    command,
    flags: flagsOf(command.options, documents, rules),
    operands: operands[command.name] ?? []
  }))
  await host.stdout.write(scripts[known](offers))
  return 0
}
