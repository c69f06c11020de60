import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import validate, {ready} from '@ooxml-tools/validate'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Finding} from '../../src/model/finding.ts'
import {review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {everything} from '../docx/made/index.ts'
import {letter, report} from '../docx/made/whole.ts'
import {findingAt, paragraphs} from './findings.ts'
import {commentsIn, textsOf} from './look.ts'
import {inFolder, isInstalled, libreOffice, openedByPandoc, pandoc, readFlat} from './programs.ts'

/** Every made document with a finding and a fix at the first and the last word of each paragraph, and its review. */
const files = everything.map((made, index) => {
  const findings = Object.keys(made.seen).flatMap((part) =>
    paragraphs(made.bytes, part).flatMap((paragraph): Finding[] => {
      const words = [...paragraph.text.matchAll(/\p{L}+/gu)]
      return [...new Set([words[0], words.at(-1)])].flatMap((word) =>
        word ? [findingAt(part, paragraph, word.index, word.index + word[0].length, {replacement: `⟦${word[0]}⟧`})] : []
      )
    })
  )
  const {bytes, summary} = review(made.bytes, findings, {date: '2025-03-04T09:00:00Z', trackChanges: true})
  return {key: `d${index}`, name: made.name, before: made.bytes, after: bytes, summary}
})

const unmarked = (text: string) => text.replace(/[⟦⟧]/g, '')

describe('the Open XML SDK', () => {
  beforeAll(async () => {
    await ready()
  }, 60_000)

  test('finds nothing in them that it did not find before', async () => {
    let opened = 0
    for (const {name, before, after} of files) {
      const was = await said(before)
      expect({name, errors: await said(after)}).toEqual({name, errors: was})
      if (was !== null) opened++
    }
    expect(opened).toBeGreaterThan(files.length - 5)
  }, 120_000)
})

/** Its errors by kind and part, `null` where it cannot open the file at all. */
const said = async (bytes: Uint8Array): Promise<readonly string[] | null> => {
  const errors = await validate(bytes, 'docx', 'Microsoft365').catch(() => null)
  // A comment that was missing before is missing from a part that is there now: the same error in other words.
  const told = errors?.filter(({id}) => !id.startsWith('Sem_Missing'))
  return told?.map(({id, path}) => `${id} in ${path.partUri}`) ?? null
}

describe.runIf(isInstalled('unzip'))('unzip', () => {
  test('has nothing to complain of', () => {
    inFolder((folder) => {
      for (const {name, after} of files) {
        writeFileSync(join(folder, 'a.docx'), after)
        const {stdout} = spawnSync('unzip', ['-tq', join(folder, 'a.docx')], {encoding: 'utf8'})
        expect({name, stdout}).toMatchObject({stdout: expect.stringContaining('No errors detected')})
      }
    })
  })
})

describe.runIf(isInstalled('pandoc'))('pandoc', () => {
  test('reads every document as before where changes are rejected, and as meant where they are accepted', () => {
    const opened = openedByPandoc(files)
    expect(opened.length).toBeGreaterThan(files.length - 5)
    const [before, after] = [opened.map((file) => file.before), opened.map((file) => file.after)]
    expect(pandoc(after, 'reject')).toBe(pandoc(before, 'reject'))
    const accepted = pandoc(after, 'accept') ?? ''
    expect(unmarked(accepted)).toBe(pandoc(before, 'accept'))
    expect(accepted.match(/⟦/g)?.length).toBeGreaterThan(200)
  }, 120_000)
})

describe.runIf(isInstalled('soffice'))('LibreOffice', () => {
  const convert = (which: 'before' | 'after') =>
    libreOffice(new Map(files.map((file) => [file.key, file[which]])), 'fodt')

  test('opens whatever it opened before, with every comment and every word', () => {
    const [before, after] = [convert('before'), convert('after')]
    expect(before.size).toBeGreaterThan(files.length - 5)
    for (const {key, name, summary} of files) {
      const then = before.get(key)
      if (then === undefined) continue
      const now = after.get(key)
      if (now === undefined) throw new Error(`LibreOffice no longer opens “${name}”`)
      const [was, is] = [readFlat(then), readFlat(now)]
      const words = (text: string) => text.replace(/⟦[^⟧]*⟧/g, '').replace(/\s+/g, '')
      expect({name, text: words(is.text)}).toEqual({name, text: words(was.text)})
      expect({name, comments: is.comments - was.comments}).toEqual({name, comments: summary.comments})
    }
  }, 180_000)

  test('saves a review that can still be taken out', () => {
    const reviewed = new Map(
      [letter, report].map((made) => [
        made.name.replaceAll(' ', '-'),
        files.find(({name}) => name === made.name)?.after ?? made.bytes
      ])
    )
    const saved = libreOffice(reviewed, 'docx')
    expect(saved.size).toBe(2)
    for (const bytes of saved.values()) {
      const stripped = strip(bytes).bytes
      expect(commentsIn(stripped)).toEqual([])
      expect(Object.values(textsOf(stripped, 'word/document.xml')).join('\n')).not.toMatch(/[⟦⟧]/)
    }
  }, 120_000)
})
