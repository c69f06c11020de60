import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {check} from '../check.ts'
import {brokenExamples} from '../examples.ts'
import {explain} from '../explain.ts'
import {type DictionaryFile, loadDictionaries} from '../lexicon/load.ts'
import {makeLexicon} from '../lexicon/matcher.ts'
import {lexiconFromLines, type Opened} from '../lexicon/prepare.ts'
import {onAsking} from '../model/once.ts'
import {read, readersFor} from '../read/index.ts'
import {rules} from '../rules/index.ts'
import type {Engine, Words} from './engine.ts'

function packaged(folder: string): DictionaryFile[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({path: relative(folder, path).split(sep).join('/'), source: readFileSync(path, 'utf8')}))
}

const identityOf = (words: () => string): (() => string) =>
  onAsking(() => createHash('sha256').update(words()).digest('hex'))

/**
 * @param prepared what the build made of the package's dictionaries
 * @param folder where they are as they were written, for when somebody's own are to be read with them
 */
export function makeEngine(prepared: Opened, folder: string): Engine {
  let own: Words | undefined
  return {
    rules,
    read: async (name, bytes, options) => read(name, bytes, options, await readersFor(bytes, options)),
    check,
    brokenExamples,
    explain: (asked, lexicon) => explain(asked, rules, lexicon),
    retext: async () => (await import('../retext.ts')).retextRules,
    word: async () => {
      const [{review}, {strip}] = await Promise.all([
        import('../write/docx/review.ts'),
        import('../write/docx/strip.ts')
      ])
      return {review, strip}
    },
    words: (files, examples = false) => {
      if (files.length > 0 || examples) {
        const dictionaries = loadDictionaries([...packaged(folder), ...files])
        return {
          dictionaries,
          lexicon: makeLexicon(dictionaries),
          identity: identityOf(() => JSON.stringify(dictionaries))
        }
      }
      if (own) return own
      const lexicon = lexiconFromLines(prepared)
      own = {
        dictionaries: lexicon.dictionaries,
        lexicon,
        identity: identityOf(() => JSON.stringify(prepared.head) + prepared.read(0, prepared.head.ends.at(-1) ?? 0))
      }
      return own
    }
  }
}
