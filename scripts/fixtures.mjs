// Makes the Word and Writer fixtures of the Markdown ones, with pandoc: node scripts/fixtures.mjs
// What stands in front matter there stands in document properties here, as people who write in Word would put it.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {parse} from 'yaml'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ourwords-fixtures-'))
// The same files from the same words.
const env = {...process.env, SOURCE_DATE_EPOCH: '1772582400'}

function pandoc(args, input) {
  const {status, stdout, stderr, error} = spawnSync('pandoc', args, {input, env, maxBuffer: 1 << 26})
  if (error || status !== 0) throw new Error(`pandoc did not do it: ${error?.message ?? stderr}`)
  return stdout
}

/** How papers look that were begun from Word's blank page: Arial, black headings, lines around tables. */
const looks = [
  [/w:lang [^/]*\/>/, 'w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA" />'],
  [/<w:rFonts [^/]*\/>/g, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" />'],
  [/<w:color [^/]*\/>/g, '<w:color w:val="000000" />'],
  [/<w:sz w:val="24" \/>\s*<w:szCs w:val="24" \/>/, '<w:sz w:val="22" /><w:szCs w:val="22" />']
]
const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080" />`)
  .join('')

/** pandoc's own model of a document, in these looks. */
function reference() {
  const parts = unzipSync(pandoc(['--print-default-data-file', 'reference.docx']))
  let styles = strFromU8(parts['word/styles.xml'])
  for (const [before, after] of looks) styles = styles.replace(before, after)
  styles = styles.replace(
    /(<w:style [^>]*w:styleId="Table"[^>]*>.*?<w:tblPr>)/s,
    (whole) => `${whole}<w:tblBorders>${lines}</w:tblBorders>`
  )
  parts['word/styles.xml'] = strToU8(styles)
  const path = join(folder, 'reference.docx')
  writeFileSync(path, zipSync(parts))
  return path
}

/** `Amira Hussain (Amira), she/her, 9`. */
const child = ({name, 'known-as': knownAs, pronouns, age}) =>
  [knownAs && knownAs !== name ? `${name} (${knownAs})` : name, pronouns, age].filter(Boolean).join(', ')

function properties(source) {
  const said = /^---\n(.*?)\n---\n/s.exec(source)?.[1]
  if (said === undefined) return []
  const {document, children, people} = parse(said)
  const family = Object.entries(children?.[0]?.family ?? {}).map(([formal, own]) => `${formal}: ${own}`)
  const values = {
    document,
    children: children?.map(child).join('; '),
    family: family.join('; '),
    people: people?.join('; ')
  }
  return Object.entries(values).flatMap(([name, value]) => (value ? ['-M', `ourwords.${name}=${value}`] : []))
}

/** The lines of a cover, one under the other in bold and plain, as the table that they are in Word. */
const withCover = (source) =>
  source.replace(/(?:^\*\*[^*\n]+:\*\* .+\n)+/m, (cover) => {
    const rows = cover
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\*\*([^*]+):\*\* (.+)$/, '| **$1** | $2 |'))
    return ['| | |', '|---|------|', ...rows, ''].join('\n')
  })

function make(from, to, extra) {
  const source = readFileSync(join(fixtures, from), 'utf8')
  const body = withCover(source.replace(/^---\n.*?\n---\n/s, ''))
  const out = join(fixtures, to)
  pandoc(['-f', 'markdown-yaml_metadata_block', ...extra, ...properties(source), '-o', out], body)
  process.stdout.write(`${to}\n`)
}

try {
  const word = ['--reference-doc', reference()]
  make('letters/keziah-decision.md', 'letters/keziah-decision.docx', word)
  make('letters/amira-decision-draft.md', 'letters/amira-decision-draft.docx', word)
  make('reports/section-7-draft.md', 'reports/section-7-draft.docx', word)
  make('reports/osman-section-7.md', 'reports/osman-section-7.odt', [])
} finally {
  rmSync(folder, {recursive: true, force: true})
}
