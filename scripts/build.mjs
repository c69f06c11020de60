// Builds what is published: the library, the command line, and the dictionaries in the form that the matcher uses.
import {spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'
import {buildApart} from './apart.mjs'
import {load, root} from './load.mjs'

const dist = join(root, 'dist')
// Put in place when all of it is there, so that a build that fails leaves what was built before.
const out = mkdtempSync(join(root, 'node_modules', '.build-'))
// A folder made so is its maker's alone; what one installs, others run.
chmodSync(out, 0o755)
process.on('exit', () => rmSync(out, {recursive: true, force: true}))

const shared = {bundle: true, target: 'node20', logLevel: 'warning', absWorkingDir: root}

function run(command, stdout = 'inherit') {
  const {status} = spawnSync(process.execPath, command, {cwd: root, stdio: ['ignore', stdout, 'inherit']})
  if (status !== 0) process.exit(1)
}

// The loader is the program's own, so that what is prepared cannot differ from what would be read.
const {prepare} = await load('src/lexicon/prepare.ts')
const {dictionaryFiles} = await load('scripts/dictionary-files.ts')
// ASCII is read and parsed several times faster.
const ascii = (text) =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const prepared = prepare(dictionaryFiles(root))
writeFileSync(join(out, 'dictionaries.json'), ascii(JSON.stringify(prepared)))
// The command line reads of the text only the lines that a paper meets.
writeFileSync(join(out, 'dictionaries.head.json'), ascii(JSON.stringify(prepared.head)))
writeFileSync(join(out, 'dictionaries.txt'), prepared.text)

// The command line: what every run needs in one file, so that a start reads no more, and V8 takes what it compiled of it
// before. Each file is one function, as bin/load.js runs it.
const calledThrough = await buildApart({
  root,
  entry: 'src/cli/start.ts',
  outdir: out,
  builtins: [
    'node:child_process',
    'node:crypto',
    'node:os',
    'node:readline',
    'node:readline/promises',
    'node:worker_threads'
  ],
  parts: {
    markup: ['src/read/markdown/tree.ts', 'micromark-util-decode-string'],
    yaml: ['yaml'],
    globs: ['picomatch'],
    terminal: ['chalk', 'string-width'],
    commands: [
      'src/cli/baseline-command.ts',
      'src/cli/cache.ts',
      'src/cli/cache-command.ts',
      'src/cli/completions-command.ts',
      'src/cli/explain-command.ts',
      'src/cli/glossary-command.ts',
      'src/cli/init-command.ts',
      'src/cli/merge-command.ts',
      'src/cli/print-config.ts',
      'src/cli/review-command.ts',
      'src/cli/rules-command.ts',
      'src/cli/write-file.ts',
      'src/examples.ts',
      'src/lexicon/load.ts'
    ],
    reports: [
      'src/report/diff.ts',
      'src/report/github.ts',
      'src/report/gitlab.ts',
      'src/report/html.ts',
      'src/report/junit.ts',
      'src/report/markdown.ts',
      'src/report/sarif.ts'
    ],
    word: ['src/read/docx/index.ts', 'src/read/odt/index.ts', 'src/write/docx/review.ts', 'src/write/docx/strip.ts'],
    retext: ['src/retext.ts']
  },
  shared: {
    ...shared,
    minify: true,
    // What yaml gives browsers is the same code as modules, which are ready sooner than its files for Node.
    alias: {yaml: './node_modules/yaml/browser/dist/index.js'},
    // Node 20 knows them; written as calls, they would be compiled at every use.
    supported: {'regexp-unicode-property-escapes': true, 'regexp-set-notation': true, 'dynamic-import': false},
    banner: {js: '(function (exports, require, module) {'},
    footer: {js: '})'}
  }
})
// esbuild writes the letters of a regular expression as they stand; the files are loaded as ASCII (bin/load.js).
for (const name of readdirSync(out).filter((each) => each.endsWith('.cjs'))) {
  writeFileSync(join(out, name), ascii(readFileSync(join(out, name), 'utf8')))
}
run([join(root, 'scripts', 'compile.mjs'), out, ...calledThrough], 'ignore')

// The library, for programs that bring their own bundler or none; it imports nothing of Node.
await build({
  ...shared,
  entryPoints: {index: 'src/index.ts', retext: 'src/retext.ts'},
  outdir: out,
  format: 'esm',
  platform: 'neutral',
  packages: 'external',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]'
})

const tsc = join(root, 'node_modules/typescript/bin/tsc')
run([tsc, '-p', 'tsconfig.types.json', '--outDir', join(out, 'types')])
// Told as JSON, every text in it would only be a string.
writeFileSync(
  join(out, 'types', 'dictionaries.d.ts'),
  "import type {Prepared} from './lexicon/prepare.js'\ndeclare const prepared: Prepared\nexport default prepared\n"
)

rmSync(dist, {recursive: true, force: true})
renameSync(out, dist)
