import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import mammoth from 'mammoth'
import type {Document} from '../../src/model/document.ts'
import {read, readersFor} from '../../src/read/index.ts'
import {isInstalled} from '../write/programs.ts'

/** A way from a Word file to another that people take. */
export interface Route {
  readonly name: string
  readonly installed: boolean
  readonly convert: (bytes: Uint8Array) => Promise<Document>
}

/** Reads bytes as the command line would. */
export const readAs = async (name: string, bytes: Uint8Array): Promise<Document> =>
  read(name, bytes, {}, await readersFor(bytes))

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'ourwords-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Its types do not name what it can do. */
const {convertToMarkdown} = mammoth as unknown as {convertToMarkdown: typeof mammoth.convertToHtml}

const pandocInstalled = isInstalled('pandoc')
const officeInstalled = isInstalled('soffice')

const pandoc = (form: string, wrap: string, name: string): Route => ({
  name: `pandoc -t ${form} --wrap=${wrap}`,
  installed: pandocInstalled,
  convert: async (bytes) => {
    const {stdout} = spawnSync('pandoc', ['-f', 'docx', '-t', form, `--wrap=${wrap}`], {input: bytes})
    return readAs(name, new Uint8Array(stdout))
  }
})

const office = (form: string, ending: string): Route => ({
  name: `LibreOffice to .${ending}`,
  installed: officeInstalled,
  convert: (bytes) =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'draft.docx'), bytes)
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const options = ['--headless', '--convert-to', form, '--outdir', folder]
      spawnSync('soffice', [profile, ...options, join(folder, 'draft.docx')])
      return readAs(`draft.${ending}`, new Uint8Array(readFileSync(join(folder, `draft.${ending}`))))
    })
})

export const routes: readonly Route[] = [
  ...['auto', 'none'].flatMap((wrap) => [
    pandoc('markdown', wrap, 'draft.md'),
    pandoc('gfm', wrap, 'draft.md'),
    pandoc('plain', wrap, 'draft.txt')
  ]),
  {
    name: 'mammoth to Markdown',
    installed: true,
    convert: async (bytes) => {
      const {value} = await convertToMarkdown({buffer: Buffer.from(bytes)})
      return readAs('draft.md', new TextEncoder().encode(value))
    }
  },
  office('txt:Text (encoded):UTF8', 'txt'),
  office('odt', 'odt')
]
