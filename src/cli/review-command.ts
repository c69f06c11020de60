import {basename, dirname, extname, join, resolve} from 'node:path'
import {Fault} from '../model/fault.ts'
import {terminal} from '../report/escape.ts'
import {counted} from '../report/summary.ts'
import {checkFile, readInput} from './check-file.ts'
import {type CheckFlags, parseBounds, parseDeclaration, parseReading, parseRules} from './check-flags.ts'
import {settingsFor} from './config.ts'
import {makeConfigs} from './configs.ts'
import {fileFault} from './file-fault.ts'
import {shown} from './find-files.ts'
import type {ExitStatus, Host} from './host.ts'
import {isHidden} from './reports.ts'
import {say} from './say.ts'

/** The options of `review` as commander hands them over. */
export interface ReviewFlags extends CheckFlags {
  readonly author?: string
  readonly initials?: string
  readonly date?: string
  readonly force?: boolean
  readonly strip?: boolean
  readonly trackChanges?: boolean
}

/** When the comments are said to be written; `SOURCE_DATE_EPOCH` makes equal reviews equal bytes. */
function dateOf({date}: ReviewFlags, {env, date: now}: Host): string {
  if (date !== undefined) return date
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch === undefined) return now().toISOString()
  if (!/^\d{1,11}$/.test(epoch)) throw new Fault('bad-date', 'SOURCE_DATE_EPOCH must be a number of seconds')
  return new Date(Number(epoch) * 1000).toISOString()
}

/** Where the copy goes: never over the draft, and over another file only when that is asked for. */
async function placeFor(draft: string, flags: ReviewFlags, {cwd, files}: Host): Promise<string> {
  const ending = extname(draft)
  const given = flags.outputFile
  const path =
    given === undefined
      ? join(dirname(draft), `${basename(draft, ending)}.${flags.strip ? 'stripped' : 'reviewed'}${ending}`)
      : resolve(cwd, given)
  if (extname(path).toLowerCase() !== ending.toLowerCase()) {
    throw new Fault('bad-option', `The copy must have the same ending as the draft (${ending}); Word opens no other`)
  }
  const there = await files.kind(path).catch(() => null)
  if (!there) return path
  if (there.kind !== 'file')
    throw new Fault('not-a-file', 'Where the copy should go there is something that is no file')
  if (there.id === (await files.kind(draft)).id) {
    throw new Fault('overwrites-input', 'The copy would be written over the draft; choose another name with -o')
  }
  if (!flags.force) throw new Fault('already-there', 'There is a file where the copy should go; --force replaces it')
  return path
}

/** Writes a copy of a Word file with a comment at every finding; the draft itself is never touched. */
export async function review(given: string, flags: ReviewFlags, host: Host): Promise<ExitStatus> {
  const {cwd, files} = host
  const path = resolve(cwd, given)
  const hidden = isHidden(flags, host)
  const inDraft = (error: unknown): Fault => {
    const {code, message, place} = fileFault(error)
    return new Fault(code, `${hidden ? 'file-1' : shown(cwd, path)}: ${message}`, place)
  }

  const reading = parseReading(flags)
  let draft: Uint8Array
  let target: string
  try {
    draft = await readInput(files, path, reading)
    target = await placeFor(path, flags, host)
  } catch (error) {
    throw inDraft(error)
  }
  const engine = await host.engine()
  const word = await engine.word()
  const save = async (bytes: Uint8Array): Promise<void> => {
    try {
      const file = await files.begin(target)
      await file.write(bytes)
      await file.finish()
    } catch (error) {
      throw fileFault(error, 'write')
    }
  }
  const name = hidden ? 'The copy' : shown(cwd, target)

  let stripped: ReturnType<typeof word.strip>
  try {
    stripped = word.strip(draft, reading)
  } catch (error) {
    throw inDraft(error)
  }
  if (flags.strip) {
    await save(stripped.bytes)
    await say(
      host,
      `${name}: took out ${counted(stripped.comments, 'comment')} and ${counted(stripped.changes, 'tracked change')}` +
        (stripped.answered > 0 ? `, left ${counted(stripped.answered, 'comment')} that somebody answered` : '')
    )
    return 0
  }

  const {layers, words} = await makeConfigs(host, engine, {...flags, hidden}).under(dirname(path))
  const settings = settingsFor(layers, path)
  const result = await checkFile(
    {
      path,
      bytes: stripped.bytes,
      settings,
      declaration: parseDeclaration(flags, words),
      rules: parseRules(flags.rule ?? [], engine, words),
      includeQuotes: flags.includeQuotes === true || settings.includeQuotes,
      retext: flags.retext === true || settings.retext,
      reading,
      seconds: parseBounds(flags).seconds
    },
    host,
    engine,
    words
  ).catch((error: unknown) => {
    throw inDraft(error)
  })
  const {bytes, summary} = word.review(draft, result.findings, {
    date: dateOf(flags, host),
    trackChanges: flags.trackChanges !== false,
    force: flags.force === true,
    ...(reading.limits && {limits: reading.limits}),
    ...(flags.author !== undefined && {author: flags.author}),
    ...(flags.initials !== undefined && {initials: flags.initials})
  })
  await save(bytes)
  const {comments, changes, notTracked, settled, beyond, unplaced} = summary
  await say(
    host,
    comments === 0
      ? `${name} is the draft as it was: there is nothing to say about it`
      : `Open ${hidden ? 'the copy' : name} in Word: ${counted(comments, 'comment')}` +
          (changes > 0 ? `, ${counted(changes, 'tracked change')} to accept or reject` : '')
  )
  const more = [
    notTracked > 0 && `${counted(notTracked, 'replacement')} could not be tracked safely and stand in comments only`,
    settled > 0 && `${counted(settled, 'finding')} had been answered or resolved before`,
    beyond + unplaced > 0 && `${counted(beyond + unplaced, 'finding')} found no place in the copy; see: ourwords check`
  ]
  for (const line of more) if (line) await say(host, line)
  for (const {message, aside} of result.notices) {
    await say(host, `${aside ? '' : 'Not all was checked: '}${terminal(message)}`)
  }
  return unplaced > 0 || result.notices.some((notice) => notice.failed) ? 2 : 0
}
