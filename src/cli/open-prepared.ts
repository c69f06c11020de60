import {openSync, readFileSync, readSync} from 'node:fs'
import {join} from 'node:path'
import type {Opened} from '../lexicon/prepare.ts'

/** What the lines are shorter than that a check reads. */
const ordinary = 131_072

/**
 * The dictionaries that the build prepared. Of the text only the lines are read that somebody asks for, all into the same
 * memory: a letter meets a tenth of them, and memory that is touched for the first time costs more than the reading.
 */
export function openPrepared(built: string): Opened {
  const text = openSync(join(built, 'dictionaries.txt'), 'r')
  let bytes = Buffer.allocUnsafeSlow(ordinary)
  return {
    head: JSON.parse(readFileSync(join(built, 'dictionaries.head.json'), 'latin1')),
    read(from, to) {
      if (to - from > bytes.length) bytes = Buffer.allocUnsafeSlow(to - from)
      return bytes.toString('latin1', 0, readSync(text, bytes, 0, to - from, from))
    }
  }
}
