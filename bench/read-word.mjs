/**
 * What it costs to read a long Word file to its text, against `unzip -p FILE word/document.xml | wc -w` in the same run:
 *   node bench/read-word.mjs [WORDS …]      makes the files and compares (needs unzip and a build)
 *   node bench/read-word.mjs --read FILE    reads one file, and says in how many milliseconds
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {strToU8, zipSync} from 'fflate'
import {random, report} from './corpus.mjs'

const own = fileURLToPath(import.meta.url)

async function readOne(path) {
  const {read, readersFor} = await import('../dist/index.js')
  const started = performance.now()
  const bytes = new Uint8Array(readFileSync(path))
  const {text} = read(path, bytes, {}, await readersFor(bytes))
  process.stdout.write(JSON.stringify({milliseconds: performance.now() - started, length: text.length}))
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * A paragraph as Word saves one that was edited: a few runs, each with properties, and marks of its proof-reading. It
 * comes to some 25 to 30 bytes of XML for a word, as long Word files that were looked at have.
 */
function paragraph(text, next) {
  const words = text.split(' ')
  const runs = []
  for (let at = 0; at < words.length; ) {
    const size = 6 + Math.floor(next() * 18)
    const said = words.slice(at, at + size).join(' ')
    at += size
    const italic = next() < 0.1 ? '<w:i/>' : ''
    const looks = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${italic}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr>`
    runs.push(
      `<w:r w:rsidR="00A7${1000 + Math.floor(next() * 8999)}">${looks}<w:t xml:space="preserve">${escaped(said)}${at < words.length ? ' ' : ''}</w:t></w:r>`
    )
    if (next() < 0.1) runs.push('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>')
  }
  return `<w:p w:rsidR="00A71234" w:rsidRDefault="00A71234"><w:pPr><w:spacing w:after="160"/></w:pPr>${runs.join('')}</w:p>`
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function wordFile(words) {
  const next = random(7)
  const paragraphs = []
  let left = words
  for (let seed = 1; left > 0; seed++) {
    for (const text of report(seed, Math.min(left, 43_000)).split(/\n+/)) {
      if (left <= 0 || text.trim() === '') continue
      left -= text.split(/\s+/).length
      paragraphs.push(paragraph(text, next))
    }
  }
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}<w:sectPr/></w:body></w:document>`
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
    ),
    '_rels/.rels': strToU8(
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`
    ),
    'word/document.xml': strToU8(declaration + body)
  })
}

const rounds = 15
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]

/** What a command says, and how long it took from its start to its end, in milliseconds. */
function timed(command, args) {
  const started = performance.now()
  const {stdout, status} = spawnSync(command, args, {encoding: 'utf8'})
  if (status !== 0) throw new Error(`${command} failed`)
  return {stdout, milliseconds: performance.now() - started}
}

function compare(sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'ourwords-bench-'))
  try {
    for (const words of sizes) {
      const file = join(folder, `${words}.docx`)
      writeFileSync(file, wordFile(words))
      const [reading, whole, counting] = [[], [], []]
      // In turn, so that what else the machine does falls on all of them.
      for (let round = 0; round < rounds; round++) {
        const read = timed(process.execPath, [own, '--read', file])
        reading.push(JSON.parse(read.stdout).milliseconds)
        whole.push(read.milliseconds)
        counting.push(timed('sh', ['-c', `unzip -p ${file} word/document.xml | wc -w`]).milliseconds)
      }
      const base = median(counting)
      const said = (times) => `${Math.round(median(times))} ms (${(median(times) / base).toFixed(1)} ×)`
      process.stdout.write(
        `${words} words: unzip and wc ${Math.round(base)} ms; reading ${said(reading)}; with the start of the program ${said(whole)}\n`
      )
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const [first, ...more] = process.argv.slice(2)
if (first === '--read') await readOne(more[0])
else compare(first === undefined ? [300_000, 600_000] : [first, ...more].map(Number))
