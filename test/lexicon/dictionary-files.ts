import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import type {DictionaryFile} from '../../src/lexicon/load.ts'

const folder = join(import.meta.dirname, '..', '..', 'dictionaries')

/** The project's own dictionaries, as they stand in the tree. */
export const dictionaryFiles = (): DictionaryFile[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({path, source: readFileSync(join(folder, path), 'utf8')}))
