import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Whether a program is there to be asked. Says so where it is not: a skipped test must not pass for a passed one. */
export const isInstalled = (program: string): boolean => {
  const found = spawnSync(program, ['--version'], {stdio: 'ignore'}).error === undefined
  if (!found) console.warn(`${program} is not installed: what it would say of our Word files was not asked.`)
  return found
}

/** Does something in a folder of its own, which is gone afterwards. */
export const inFolder = <Result>(work: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'ourwords-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/**
 * The words that pandoc reads in Word files, one after the other, with tracked changes accepted or rejected; `null`
 * where it cannot open one of them.
 */
export const pandoc = (files: readonly Uint8Array[], changes: 'accept' | 'reject'): string | null =>
  inFolder((folder) => {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    const options = ['-f', 'docx', '-t', 'html', '--wrap=none', `--track-changes=${changes}`]
    const {stdout, status} = spawnSync('pandoc', [...options, ...paths], {encoding: 'utf8'})
    // Where a run is cut, its looks end and begin again: pandoc writes tags for that, which say nothing of the words.
    return status === 0 ? stdout.replace(/<\/?(?:strong|em|u|span|mark)\b[^>]*>/g, '') : null
  })

/** The files that pandoc can open, found by halves. */
export const openedByPandoc = <File extends {readonly before: Uint8Array}>(files: readonly File[]): readonly File[] => {
  const bytes = files.map(({before}) => before)
  if (files.length === 0 || pandoc(bytes, 'accept') !== null) return files
  const half = files.length >> 1
  return files.length === 1 ? [] : [...openedByPandoc(files.slice(0, half)), ...openedByPandoc(files.slice(half))]
}

/** Files as LibreOffice saves them in another form; one that it cannot open, or crashes at, is missing. */
export const libreOffice = (
  files: ReadonlyMap<string, Uint8Array>,
  form: 'fodt' | 'docx'
): ReadonlyMap<string, Uint8Array> =>
  inFolder((folder) => {
    for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.docx`), bytes)
    const read = (name: string) => {
      try {
        return new Uint8Array(readFileSync(join(folder, 'out', `${name}.${form}`)))
      } catch {
        return undefined
      }
    }
    let left = [...files.keys()]
    // One crash ends a whole batch: what comes after the file that brought it is tried again without it.
    while (left.length > 0) {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const inputs = left.map((name) => join(folder, `${name}.docx`))
      spawnSync('soffice', [profile, '--headless', '--convert-to', form, '--outdir', join(folder, 'out'), ...inputs])
      const first = left.findIndex((name) => read(name) === undefined)
      left = first < 0 ? [] : left.slice(first + 1)
    }
    return new Map(
      [...files.keys()].flatMap((name) => {
        const bytes = read(name)
        return bytes === undefined ? [] : [[name, bytes] as const]
      })
    )
  })

/** The text of a flat OpenDocument file, deletions in place, and how many comments it has. */
export const readFlat = (bytes: Uint8Array): {readonly text: string; readonly comments: number} => {
  const whole = new TextDecoder().decode(bytes)
  const body = whole.slice(whole.indexOf('<office:body>'))
  const comment = /<office:annotation[ >].*?<\/office:annotation>/gs
  const bare = body.replace(/<text:tracked-changes.*?<\/text:tracked-changes>/gs, '').replace(comment, '')
  return {
    comments: body.match(comment)?.length ?? 0,
    text: bare.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }
}
