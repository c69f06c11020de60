// Draws docs/reviewed-letter.png: the draft letter of fixtures/ as Word shows it after `ourwords review`, with Chromium.
// LibreOffice draws comments in the margin only on a screen, so the page is set here, from the reviewed file itself.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ourwords-picture-'))
const [width, height] = [1240, 830]

function run(command, args) {
  const {status, stderr, error} = spawnSync(command, args, {cwd: folder, encoding: 'utf8'})
  if (error || status !== 0) throw new Error(`${command} did not do it: ${error?.message ?? stderr}`)
}

/** Paragraphs of a part as HTML: `mark` where a comment's range lies, `ins` and `del` where a change is tracked. */
function paragraphs(xml) {
  const opened = []
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([source]) => {
    let html = ''
    let change = ''
    let bold = false
    let small = false
    for (const [tag, name, text] of source.matchAll(/<(\/?w:\w+)[^>]*>(?:([^<]+))?/g)) {
      if (name === 'w:commentRangeStart') {
        opened.push(tag)
        html += `<a id="at${/w:id="(\d+)"/.exec(tag)[1]}"></a>`
      } else if (name === 'w:commentRangeEnd') opened.pop()
      else if (name === 'w:ins' || name === 'w:del') change = name.slice(2)
      else if (name === '/w:ins' || name === '/w:del') change = ''
      else if (name === 'w:r') bold = small = false
      else if (name === 'w:b') bold = true
      else if (name === 'w:sz') small = true
      else if (text && (name === 'w:t' || name === 'w:delText')) {
        const element = change || (opened.length > 0 ? 'mark' : bold ? 'b' : small ? 'small' : 'span')
        html += `<${element}>${text}</${element}>`
      }
    }
    return /w:pStyle w:val="Heading/.test(source) ? `<h1>${html}</h1>` : `<p>${html}</p>`
  })
}

const style = `
body { margin: 0; background: #e6e6e6; font: 15px/1.45 Arial, "Liberation Sans", sans-serif }
main { position: relative; width: ${width}px; height: ${height}px; overflow: hidden }
article { position: absolute; left: 20px; top: 20px; width: 640px; height: 2000px; padding: 60px 480px 0 64px; background: #fff;
  box-sizing: border-box; width: ${width - 40}px; box-shadow: 0 1px 4px #0004 }
h1 { font-size: 21px }
p { margin: 0 0 14px }
mark { background: #fbe3d0; border-bottom: 2px solid #d8763a }
ins { color: #b5301f; text-decoration: underline } del { color: #b5301f }
aside { position: absolute; top: 2000px; right: 36px; width: 400px; box-sizing: border-box; padding: 6px 12px 7px; border-radius: 4px;
  background: #fff; border: 1px solid #d9d9d9; border-left: 3px solid #d8763a; box-shadow: 0 1px 2px #0002; font-size: 12px; line-height: 1.35 }
aside p { margin: 0 } aside header { font-weight: bold; color: #a3501d } small { color: #767676; font-size: 9px }
svg { position: absolute; inset: 0 } line { stroke: #d8763a; stroke-dasharray: 3 3 }`

/** Comments stand beside their words, or below the one before, as Word sets them; the page goes on below the picture. */
const place = `
let below = 44
for (const aside of document.querySelectorAll('aside')) {
  const at = document.getElementById('at' + aside.dataset.id).getBoundingClientRect()
  const top = Math.max(below, at.top - 8)
  aside.style.top = top + 'px'
  below = top + aside.offsetHeight + 6
  if (top > ${height - 40}) break
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line')
  for (const [name, value] of Object.entries({x1: ${width - 488}, y1: at.top + 10, x2: ${width - 437}, y2: top + 14})) line.setAttribute(name, value)
  document.querySelector('svg').append(line)
}`

try {
  const letter = join(root, 'fixtures/letters/amira-decision-draft.docx')
  const copy = join(folder, 'letter.docx')
  run(process.execPath, [join(root, 'bin/ourwords.js'), 'review', letter, '-o', copy, '--date', '2026-03-05T09:00:00Z'])
  const parts = unzipSync(readFileSync(copy))
  const body = paragraphs(strFromU8(parts['word/document.xml']))
  const comments = [
    ...strFromU8(parts['word/comments.xml']).matchAll(/<w:comment [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/gs)
  ].map(([, id, xml]) => `<aside data-id="${id}"><header>ourwords</header>${paragraphs(xml).join('')}</aside>`)
  const page = `<!doctype html><meta charset="utf-8"><style>${style}</style><main><article>${body.join('')}</article><svg width="${width}" height="${height}"></svg>${comments.join('')}</main><script>${place}</script>`
  writeFileSync(join(folder, 'page.html'), page)
  run('chromium', [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--window-size=${width},${height}`],
    ...[`--screenshot=${join(root, 'docs/reviewed-letter.png')}`, 'page.html']
  ])
} finally {
  rmSync(folder, {recursive: true, force: true})
}
