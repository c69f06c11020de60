import {createHmac, randomBytes} from 'node:crypto'
import {dirname, join} from 'node:path'
import * as v from 'valibot'
import type {Files, Host} from './host.ts'

/**
 * Remembers files in which nothing was found, so that they are not judged again while they, the configuration, the
 * dictionaries and this program stay the same. What is remembered is a keyed hash and two counts: no word, no path, and
 * nothing of files in which something was found, as saying it again would need their words.
 */
export interface Cache {
  /** The counts of a clean file, `null` where it has to be judged. */
  readonly recall: (content: Uint8Array, terms: string) => Promise<Clean | null>
  readonly remember: (content: Uint8Array, terms: string, clean: Clean) => Promise<void>
}

const cleanSchema = v.strictObject({
  words: v.pipe(v.number(), v.integer(), v.minValue(0)),
  quotedWords: v.pipe(v.number(), v.integer(), v.minValue(0))
})

export type Clean = v.InferOutput<typeof cleanSchema>

/** The user's own folder for caches, never one beside the papers. */
export function cacheFolder({env, home}: Pick<Host, 'env' | 'home'>): string {
  const base = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(home, '.cache')
  return join(base, 'ourwords')
}

async function write(files: Files, path: string, content: string): Promise<void> {
  await files.makeFolder(dirname(path))
  const file = await files.begin(path, {secret: true})
  await file.write(content)
  await file.finish()
}

async function readText(files: Files, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await files.read(path))
  } catch {
    return null
  }
}

/** The key of this cache, made once; of processes that make it at the same time, the last one's stays. */
async function keyIn(files: Files, folder: string): Promise<string | null> {
  const path = join(folder, 'key')
  const usable = (text: string | null): text is string => text !== null && /^[0-9a-f]{64}$/.test(text)
  const there = await readText(files, path)
  if (usable(there)) return there
  await write(files, path, randomBytes(32).toString('hex'))
  const made = await readText(files, path)
  return usable(made) ? made : null
}

const none: Cache = {recall: async () => null, remember: async () => undefined}

/** Opens the cache; where it cannot be used, for whatever reason, nothing is remembered and nothing goes wrong. */
export async function openCache(host: Host): Promise<Cache> {
  const {files} = host
  const folder = cacheFolder(host)
  let key: string | null
  try {
    await files.makeFolder(folder)
    // A link could lead the hashes to where others read them.
    if ((await files.real(folder)) !== (await files.real(dirname(folder)).then((real) => join(real, 'ourwords'))))
      return none
    key = await keyIn(files, folder)
  } catch {
    return none
  }
  if (key === null) return none
  const secret = key
  const placeOf = (content: Uint8Array, terms: string): string => {
    const name = createHmac('sha256', secret).update(`${terms.length}:${terms}`).update(content).digest('hex')
    return join(folder, name.slice(0, 2), name.slice(2))
  }
  return {
    recall: async (content, terms) => {
      const text = await readText(files, placeOf(content, terms))
      if (text === null) return null
      try {
        return v.parse(cleanSchema, JSON.parse(text))
      } catch {
        return null
      }
    },
    remember: async (content, terms, clean) => {
      await write(files, placeOf(content, terms), JSON.stringify(clean)).catch(() => undefined)
    }
  }
}
