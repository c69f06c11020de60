import {Chalk} from 'chalk'
import {plain, type Style} from '../report/style.ts'
import type {Host, Output} from './host.ts'

/** Whether to colour: `NO_COLOR` wins, then the flag, then `FORCE_COLOR`, then whether a terminal is written to. */
function wantsColor(output: Output, env: Host['env'], flag: boolean | undefined): boolean {
  if (env.NO_COLOR) return false
  if (flag !== undefined) return flag
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return output.isTTY && env.TERM !== 'dumb'
}

export function styleFor(output: Output, env: Host['env'], flag: boolean | undefined): Style {
  if (!wantsColor(output, env, flag)) return plain
  const chalk = new Chalk({level: 1})
  return {
    severity: {error: chalk.red.bold, warning: chalk.yellow.bold, advice: chalk.cyan.bold},
    strong: chalk.bold,
    quiet: chalk.dim,
    marked: chalk.magenta.bold,
    place: chalk.underline
  }
}
