import {spawnSync} from 'node:child_process'

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs a command under GNU time: seconds on the wall and on all processors, and the largest resident memory in MiB. */
function runOnce(command, cwd) {
  const {stderr, error} = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', ...command], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30
  })
  if (error) throw error
  const [wall, user, system, peak] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return {wall, processor: user + system, peak: peak / 1024}
}

/**
 * Runs commands in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * @param cwd where they run: some peers pass over files outside of it without a word
 * @returns medians by command, in the order given
 */
export function inTurn(commands, rounds, cwd) {
  const runs = commands.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < commands.length; n++) {
      const which = (n + round) % commands.length
      runs[which].push(runOnce(commands[which], cwd))
    }
  }
  return runs.map((each) => ({
    wall: median(each.map(({wall}) => wall)),
    processor: median(each.map(({processor}) => processor)),
    peak: Math.max(...each.map(({peak}) => peak))
  }))
}
