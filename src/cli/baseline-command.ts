import {resolve} from 'node:path'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {counted} from '../report/summary.ts'
import {type Baseline, emptyBaseline, formatBaseline} from './baseline.ts'
import {check, checkFiles} from './check-command.ts'
import type {CheckFlags} from './check-flags.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {baselineName, openBaseline, useBaseline} from './open-baseline.ts'
import {say} from './say.ts'

const actions = ['create', 'update', 'check'] as const

async function write(path: string, baseline: Baseline, {files}: Host): Promise<void> {
  try {
    const file = await files.begin(path)
    await file.write(formatBaseline(baseline))
    await file.finish()
  } catch (error) {
    const {code, message} = fileFault(error, 'write')
    throw new Fault(code, `The baseline could not be written. ${message}`)
  }
}

/** Makes a baseline of what is found, brings it up to date, or reports what it does not hold. */
export async function baseline(
  doing: string | undefined,
  paths: readonly string[],
  flags: CheckFlags,
  host: Host
): Promise<ExitStatus> {
  const action = actions.find((each) => each === doing)
  if (!action) {
    const meant = didYouMean(doing ?? '', actions)
    throw new Fault('bad-option', `baseline takes ${actions.join(', ')}${meant ? `; did you mean “${meant}”?` : ''}`)
  }
  const given = flags.baseline ?? baselineName
  const path = resolve(host.cwd, given)
  if (action === 'check') return check(paths, {...flags, baseline: given}, host)

  const there = await host.files.kind(path).catch(() => null)
  if (action === 'create' && there) {
    throw new Fault('already-there', 'There is a baseline already; bring it up to date with: ourwords baseline update')
  }
  const known = action === 'create' ? useBaseline(emptyBaseline(), path, host) : await openBaseline(given, host)
  const status = await checkFiles(paths, flags, host, [], known)
  if (status === 2) {
    await say(host, 'The baseline was not written, as not everything could be checked')
    return 2
  }
  const grow = action === 'create' || flags.grow === true
  const {accepted, fresh, stale} = known.counts()
  await write(path, known.updated(grow), host)
  await say(
    host,
    `The baseline holds ${counted(accepted + (grow ? fresh : 0), 'finding')} of the files checked` +
      (stale > 0 ? `; ${counted(stale, 'entry', 'entries')} found no more ${stale === 1 ? 'was' : 'were'} dropped` : '')
  )
  if (grow || fresh === 0) return 0
  await say(host, `${counted(fresh, 'new finding')} not added; --grow adds them`)
  return 1
}
