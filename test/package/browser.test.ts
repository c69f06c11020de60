import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createContext, Script} from 'node:vm'
import {build} from 'esbuild'
import {expect, it} from 'vitest'
import {docx, p, r, t} from '../docx/make.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')

const bundle = (...conditions: string[]) =>
  build({
    entryPoints: [join(dist, 'index.js')],
    bundle: true,
    platform: 'browser',
    // esbuild takes `module` by itself only where none is named.
    conditions: ['module', ...conditions],
    format: 'iife',
    globalName: 'ourwords',
    write: false,
    metafile: true,
    logLevel: 'silent'
  })

it.each([['a page'], ['a worker', 'worker']])(
  'the library, bundled for %s, is whole without Node',
  async (_, ...conditions) => {
    const {metafile} = await bundle(...conditions)
    expect(Object.values(metafile.outputs).flatMap(({imports}) => imports)).toEqual([])
  }
)

it('the library checks Markdown and Word files in a worker, where there is no Node', async () => {
  const {outputFiles} = await bundle('worker')
  // What a worker has and the language itself does not; nothing of Node is there.
  const context = createContext({
    TextDecoder,
    TextEncoder,
    structuredClone,
    prepared: readFileSync(join(dist, 'dictionaries.json'), 'utf8'),
    markdown: new TextEncoder().encode('Nia was seen. Call me on {{worker.phone}}.\n'),
    word: docx({body: p(r(t('Call me on {{worker.phone}}.')))})
  })
  new Script(outputFiles[0]?.text ?? '').runInContext(context)
  const found = await new Script(`(async () => {
    const {check, lexiconFrom, read, readersFor} = ourwords
    const lexicon = lexiconFrom(JSON.parse(prepared))
    const rules = (document) => check(document, {lexicon}).findings.map(({rule}) => rule)
    return JSON.stringify({
      markdown: rules(read('a.md', markdown)),
      word: rules(read('a.docx', word, {}, await readersFor(word))),
      node: [typeof process, typeof require, typeof Buffer]
    })
  })()`).runInContext(context)
  expect(JSON.parse(found)).toEqual({
    markdown: ['unfilled-placeholder'],
    word: ['unfilled-placeholder'],
    node: ['undefined', 'undefined', 'undefined']
  })
})
