import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import type {DictionaryFile} from '../src/lexicon/load.ts'

/** The dictionaries of a checkout as they were written, in the order in which they stand. */
export function dictionaryFiles(root: string): DictionaryFile[] {
  const folder = join(root, 'dictionaries')
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => ({path, source: readFileSync(join(folder, path), 'utf8')}))
}
