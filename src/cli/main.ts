import {resolve} from 'node:path'
import {Command, CommanderError} from 'commander'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {baseline} from './baseline-command.ts'
import {cache} from './cache-command.ts'
import {check} from './check-command.ts'
import type {CheckFlags} from './check-flags.ts'
import {completions} from './completions-command.ts'
import {explain} from './explain-command.ts'
import {glossary} from './glossary-command.ts'
import type {ExitStatus, Host} from './host.ts'
import {init} from './init-command.ts'
import {merge} from './merge-command.ts'
import {type CommandName, type CommandRow, commands, type OptionRow} from './options.ts'
import {type ReviewFlags, review} from './review-command.ts'
import {rules} from './rules-command.ts'
import {faultLine, reported, say, unexpected} from './say.ts'
import {version} from './version.ts'

type Action = (operands: readonly string[], flags: Readonly<Record<string, unknown>>, host: Host) => Promise<ExitStatus>

const actions: Readonly<Record<CommandName, Action>> = {
  check: (paths, flags, host) => check(paths, flags as CheckFlags, host),
  review: ([draft = ''], flags, host) => review(draft, flags as ReviewFlags, host),
  explain: ([asked], _, host) => explain(asked, host),
  baseline: ([doing, ...paths], flags, host) => baseline(doing, paths, flags as CheckFlags, host),
  cache: ([doing], _, host) => cache(doing, host),
  rules: (_, __, host) => rules(host),
  glossary: (operands, _, host) => glossary(operands, host),
  init: (_, __, host) => init(host),
  merge: (paths, flags, host) => merge(paths, flags as CheckFlags, host),
  completions: ([shell], _, host) => completions(shell, host)
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

function addOption(command: Command, {flags, about, repeat}: OptionRow): void {
  if (repeat) command.option(flags, about, collect)
  else command.option(flags, about)
}

/** Words of commander's that begin with a small letter and run over two lines, as one sentence of ours. */
const asLine = (message: string): string =>
  message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .trim()

function program(argv: readonly string[], host: Host, done: (status: ExitStatus) => void, text: string[]): Command {
  const root = new Command('ourwords')
    .description('Says where a draft report or letter would lose, hurt or leave out the child.')
    .version(version, '-v, --version', 'the version')
    .helpOption('-h, --help', 'this help')
    .configureHelp({subcommandTerm: (command) => command.name(), minWidthToWrap: 20})
    .exitOverride()
    .configureOutput({
      writeOut: (words) => text.push(words),
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(host.stdout.columns ?? 80, 100),
      getOutHasColors: () => false
    })
  for (const row of commands as readonly CommandRow[]) {
    const command = root
      .command(`${row.name} ${row.usage}`.trim(), {isDefault: row.name === 'check'})
      .description(row.about)
      .allowExcessArguments(false)
    // Those of a command that is not named are not asked for, not even by its help.
    if (row.name === 'check' || argv.includes(row.name)) for (const option of row.options) addOption(command, option)
    command.action(async () => {
      done(await actions[row.name as CommandName](command.args, command.opts(), host))
    })
  }
  return root
}

/**
 * What stands where a command would is taken for a file to check; where there is none and a command is nearly called
 * so, that was meant.
 * @throws Fault `unknown-command`, without the word: it may be a file's name, and a file's name a child's
 */
async function refuseMistyped([first = '-']: readonly string[], {files, cwd}: Host): Promise<void> {
  const names = commands.map(({name}) => name)
  if (first.startsWith('-') || first === 'help' || names.some((name) => name === first)) return
  const meant = didYouMean(first, names)
  if (!meant || (await files.kind(resolve(cwd, first)).catch(() => null))) return
  throw new Fault('unknown-command', `There is no such command or file; did you mean “ourwords ${meant}”?`)
}

/**
 * Runs the command line.
 * @param argv what stands after the program's name
 * @returns the exit status: 0 nothing at or above the threshold, 1 something, 2 something could not be done
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const text: string[] = []
  try {
    await refuseMistyped(argv, host)
    await program(
      argv,
      host,
      (ended) => {
        status = ended
      },
      text
    )
      .parseAsync(argv, {from: 'user'})
      // Help and the version end a run as a mistake does.
      .catch((error: unknown) => {
        if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
      })
    await host.stdout.write(text.join(''))
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      // Asked for help with what is no command, commander has nothing to say.
      const message = error.code === 'commander.help' ? 'There is no such command; see: ourwords --help' : error.message
      await say(host, `ourwords: ${asLine(message)}`)
      return 2
    }
    await say(host, faultLine(reported(unexpected(error), null)))
    return 2
  }
}
