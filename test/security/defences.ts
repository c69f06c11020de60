// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source.
/**
 * What keeps each harm away, and how to take it away: `npm run defences` makes a copy of the project without it and
 * looks whether the tests notice. A test that passes without its defence tests nothing.
 */
export interface Defence {
  readonly threat: string
  readonly what: string
  readonly file: string
  /** Each stands once in the file. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  /** The tests that must notice, or the program (`.mjs`) that must. */
  readonly tests: string
  /** Which of them: the beginning of their names. */
  readonly named?: string
}

const packages = 'test/security/packages.test.ts'
const texts = 'test/security/text-files.test.ts'
const output = 'test/security/output.test.ts'
const integrity = 'test/security/integrity.test.ts'
const growth = 'test/security/growth.test.ts'
const privacy = 'test/security/privacy.test.ts'
const silent = 'test/security/silent.test.ts'
const bounds = 'test/security/bounds.test.ts'

export const defences: readonly Defence[] = [
  {
    threat: 'T01',
    what: 'a bound on elements',
    file: 'src/read/docx/xml.ts',
    edits: [["if (++elements > limits.elements) throw beyondLimit('elements')", '']],
    tests: packages,
    named: 'T01: a million'
  },
  {
    threat: 'T01',
    what: 'a bound on all parts together',
    file: 'src/read/docx/zip.ts',
    edits: [["if (total > limits.total) throw beyondLimit('total')", '']],
    tests: packages,
    named: 'T01: parts'
  },
  {
    threat: 'T01',
    what: 'a bound on entries',
    file: 'src/read/docx/zip-directory.ts',
    edits: [["if (directory.count > limits.entries) throw beyondLimit('entries')", '']],
    tests: packages,
    named: 'T01: more entries'
  },
  {
    threat: 'T02',
    what: 'the size compared with what was inflated',
    file: 'src/read/docx/zip.ts',
    edits: [['contents.length !== entry.size || ', '']],
    tests: packages,
    named: 'T02: a small part that says it has sixty'
  },
  {
    threat: 'T02',
    what: 'a bound on one part',
    file: 'src/read/docx/zip.ts',
    edits: [
      ["if (entry.size > limits.part) throw beyondLimit('part')", ''],
      ["if (total > limits.total) throw beyondLimit('total')", '']
    ],
    tests: packages,
    named: 'T02: a small part that says it has four'
  },
  {
    threat: 'T03',
    what: 'names and stretches of records compared',
    file: 'src/read/docx/zip-directory.ts',
    edits: [
      ['if (!sameBytes(name, ', 'if (false && !sameBytes(name, '],
      ["if (entry.dataEnd > limit) throw packageFault('damaged')", '']
    ],
    tests: packages,
    named: 'T03'
  },
  {
    threat: 'T04',
    what: 'an archive that does not say what it holds is none of Word’s',
    file: 'src/read/docx/package.ts',
    edits: [["if (zip.find(contentTypesPart) === undefined) throw packageFault('not-a-word-document')", '']],
    tests: packages,
    named: 'packages that were made to do harm T04'
  },
  {
    threat: 'T05',
    what: 'no path leads out of the package',
    file: 'src/read/docx/package.ts',
    edits: [['if (steps.pop() === undefined) return null', 'steps.pop()']],
    tests: packages,
    named: 'packages that were made to do harm T05'
  },
  {
    threat: 'T06',
    what: 'a name taken once',
    file: 'src/read/docx/zip-directory.ts',
    edits: [["if (names.has(key)) throw packageFault('ambiguous-package')", '']],
    tests: packages,
    named: 'T06: the main part'
  },
  {
    threat: 'T06',
    what: 'local and central names compared',
    file: 'src/read/docx/zip-directory.ts',
    edits: [['if (!sameBytes(name, ', 'if (false && !sameBytes(name, ']],
    tests: packages,
    named: 'T06: one name'
  },
  {
    threat: 'T07',
    what: 'a bound on one text',
    file: 'src/read/docx/xml.ts',
    edits: [["if (end - start > limits.text) throw beyondLimit('text')", '']],
    tests: packages,
    named: 'T07: one text'
  },
  {
    threat: 'T07',
    what: 'a bound on one attribute',
    file: 'src/read/docx/xml.ts',
    edits: [["if (valueEnd - valueStart > limits.attribute) throw beyondLimit('attribute')", '']],
    tests: packages,
    named: 'T07: an attribute'
  },
  {
    threat: 'T08',
    what: 'a bound on depth',
    file: 'src/read/docx/xml.ts',
    edits: [["if (depth >= limits.depth) throw beyondLimit('depth')", '']],
    tests: packages,
    named: 'T08'
  },
  {
    threat: 'T09',
    what: 'document types refused as such',
    file: 'src/read/docx/xml.ts',
    edits: [["throw packageFault('dtd-not-allowed')", 'fail()']],
    tests: packages,
    named: 'T09'
  },
  {
    threat: 'T10',
    what: 'an address never taken for a part',
    file: 'src/read/docx/package.ts',
    edits: [
      ['external || part !== main.part', 'part !== main.part'],
      [
        'part: external ? null : resolveTarget(zip, part, target)',
        "part: external ? 'word/document.xml' : resolveTarget(zip, part, target)"
      ]
    ],
    tests: packages,
    named: 'T10'
  },
  {
    threat: 'T11',
    what: 'encryption seen for what it is',
    file: 'src/read/docx/zip-directory.ts',
    edits: [["if ((flags & 0x2041) !== 0) throw packageFault('encrypted')", '']],
    tests: packages,
    named: 'T11: an entry'
  },
  {
    threat: 'T12',
    what: 'other formats told by their first bytes',
    file: 'src/read/sniff.ts',
    edits: [['if (known) throw new Fault(known.code, known.message)', '']],
    tests: packages,
    named: 'T12'
  },
  {
    threat: 'T13',
    what: 'a name that promises a package',
    file: 'src/read/index.ts',
    edits: [['if (packageName.test(name)) {', 'if (false) {']],
    tests: packages,
    named: 'T13'
  },
  {
    threat: 'T14',
    what: 'macros kept under a name that says so',
    file: 'src/cli/review-command.ts',
    edits: [['if (extname(path).toLowerCase() !== ending.toLowerCase()) {', 'if (false) {']],
    tests: packages,
    named: 'T14, T42'
  },
  {
    threat: 'T15',
    what: 'checksums',
    file: 'src/read/docx/zip.ts',
    edits: [[' || crc32(contents) !== entry.crc', '']],
    tests: packages,
    named: 'T15: a wrong'
  },
  {
    threat: 'T16',
    what: 'the main part’s type',
    file: 'src/read/docx/package.ts',
    edits: [
      [
        "if (type === undefined) throw packageFault('not-a-word-document')",
        'if (type === undefined) return {mainPart: main.part, type: {template: false, macros: false}}'
      ]
    ],
    tests: packages,
    named: 'T16: a spreadsheet'
  },
  {
    threat: 'T17',
    what: 'strict decoding',
    file: 'src/read/docx/package-text.ts',
    edits: [['fatal: true', 'fatal: false']],
    tests: packages,
    named: 'T17: a part that is not'
  },
  {
    threat: 'T17',
    what: 'characters that XML forbids',
    file: 'src/read/docx/xml.ts',
    edits: [['if (hasForbiddenCharacter(source)) fail()', '']],
    tests: packages,
    named: 'T17: a NUL'
  },
  {
    threat: 'T17',
    what: 'a NUL in text',
    file: 'src/read/sniff.ts',
    edits: [['&& bytes.includes(0)) throw notText(bytes)', ' && false) throw notText(bytes)']],
    tests: texts,
    named: 'T17'
  },
  {
    threat: 'T18',
    what: 'no other thing is read than files',
    file: 'src/cli/node-host.ts',
    edits: [['if (!statSync(path).isFile()) throw notAFile()', '']],
    tests: texts,
    named: 'T18: what is no file what stands beside'
  },
  {
    threat: 'T18',
    what: 'no report takes the place of a device',
    file: 'src/cli/write-file.ts',
    edits: [['if (await isStream(path)) return beginStream(path)', '']],
    tests: texts,
    named: 'T18: what is no file a report can'
  },
  {
    threat: 'T19',
    what: 'a bound on aliases',
    file: 'src/read/yaml.ts',
    edits: [['maxAliasCount: maxAliases', 'maxAliasCount: -1']],
    tests: texts,
    named: 'T19'
  },
  {
    threat: 'T19',
    what: 'a key twice',
    file: 'src/read/yaml.ts',
    edits: [['seen.has(key.value) || ', '']],
    tests: texts,
    named: 'T19'
  },
  {
    threat: 'T20',
    what: 'no address is extended',
    file: 'src/cli/config.ts',
    edits: [['if (/^[a-z][a-z+.-]+:\\/\\//i.test(base)) {', 'if (false) {']],
    tests: texts,
    named: 'T20'
  },
  {
    threat: 'T21',
    what: 'brackets run from all places at once',
    file: 'src/lexicon/run-pattern.ts',
    edits: [
      [
        "if (element.is === 'choice') choose(element, tokens, places, within, persons, next)",
        "if (element.is === 'choice') for (const place of places) choose(element, tokens, [place], within, persons, next)"
      ]
    ],
    tests: 'test/security/patterns.test.ts'
  },
  {
    threat: 'T21',
    what: 'a bound on spellings',
    file: 'src/lexicon/terms.ts',
    edits: [
      [
        "if (ways.length > most) throw new PatternMistake('the term has too many words with two spellings')",
        'if (ways.length > 1e6) return ways'
      ]
    ],
    tests: 'test/security/patterns.test.ts',
    named: 'T21: patterns that users write spelt'
  },
  {
    threat: 'T22',
    what: 'no expression of ours that can take for ever',
    file: 'src/read/declared-child.ts',
    edits: [["(?:\\/[\\p{L}’']+)+|any", "(?:\\/?[\\p{L}’']+)+|any"]],
    tests: 'scripts/expressions.mjs'
  },
  {
    threat: 'T23',
    what: 'controls made visible',
    file: 'src/report/escape.ts',
    edits: [
      [
        'text.toWellFormed().replace(controls, hex).replace(commands, hex)',
        'text.toWellFormed().replace(commands, hex)'
      ]
    ],
    tests: output
  },
  {
    threat: 'T24',
    what: 'markup made text',
    file: 'src/report/escape.ts',
    edits: [["  '<': '&lt;',\n  '>'", "  '<': '<',\n  '>'"]],
    tests: output,
    named: 'T23 to T28: what documents say does nothing to those who read reports HTML'
  },
  {
    threat: 'T25',
    what: 'characters that XML has not',
    file: 'src/report/escape.ts',
    edits: [[".replace(notXml, (unit) => (unit.length === 1 ? hex(unit) : '\\ufffd'))", '']],
    tests: output
  },
  {
    threat: 'T26',
    what: 'commands of build servers made text',
    file: 'src/report/escape.ts',
    edits: [['.replace(controls, hex).replace(commands, hex)', '.replace(controls, hex)']],
    tests: output
  },
  {
    threat: 'T28',
    what: 'a fence longer than any within',
    file: 'src/report/escape.ts',
    edits: [["const fence = '`'.repeat(longest + 1)", "const fence = '`'"]],
    tests: 'test/report/safety.test.ts'
  },
  {
    threat: 'T28',
    what: 'Markdown made text',
    file: 'src/report/escape.ts',
    edits: [["sign === '<' ? '&lt;' : ", "sign === '<' ? '<' : "]],
    tests: 'test/report/safety.test.ts'
  },
  {
    threat: 'T29, T30',
    what: 'no report over a draft',
    file: 'src/cli/outputs.ts',
    edits: [['if (id !== undefined && taken.has(id)) {', 'if (false) {']],
    tests: texts,
    named: 'T18: what is no file T29'
  },
  {
    threat: 'T30',
    what: 'no review over its draft',
    file: 'src/cli/review-command.ts',
    edits: [['if (there.id === (await files.kind(draft)).id) {', 'if (false) {']],
    tests: texts,
    named: 'T18: what is no file T30'
  },
  {
    threat: 'T31',
    what: 'written beside and put in place whole',
    file: 'src/cli/write-file.ts',
    edits: [
      [
        "const unready = join(dirname(path), `${beside(path)}${process.pid}.${randomBytes(6).toString('hex')}.tmp`)",
        'const unready = path'
      ],
      ["open(path, 'wx', 0o600)", "open(path, 'w', 0o600)"]
    ],
    tests: integrity,
    named: 'T31'
  },
  {
    threat: 'T31',
    what: 'leftovers removed',
    file: 'src/cli/write-file.ts',
    edits: [['  await removeLeftovers(path)\n', '']],
    tests: integrity,
    named: 'T31: a run that is killed while it writes leaves'
  },
  {
    threat: 'T31',
    what: 'signals left alone while nothing is begun',
    file: 'src/cli/run-process.ts',
    edits: [
      ['  process.exitCode = await main(', "  process.on('SIGINT', () => undefined)\n  process.exitCode = await main("]
    ],
    tests: integrity,
    named: 'T31: a run that is killed while it writes can be'
  },
  {
    threat: 'T32',
    what: 'what failed is removed',
    file: 'src/cli/write-file.ts',
    edits: [['      await abandon()\n      throw error', '      throw error']],
    tests: integrity,
    named: 'T32: a disk'
  },
  {
    threat: 'T33',
    what: 'a reader who left is no error',
    file: 'src/cli/node-output.ts',
    edits: [["if (code === 'EPIPE') {", 'if (code === undefined) {']],
    tests: integrity,
    named: 'T33'
  },
  {
    threat: 'T34',
    what: 'a spoilt cache is no cache',
    file: 'src/cli/cache.ts',
    edits: [['return v.parse(cleanSchema, JSON.parse(text))', 'return JSON.parse(text)']],
    tests: integrity,
    named: 'T34'
  },
  {
    threat: 'T35',
    what: 'sizes asked before reading',
    file: 'src/cli/check-file.ts',
    edits: [['if (size > limit) throw tooLarge(limit)', '']],
    tests: growth,
    named: 'T35'
  },
  {
    threat: 'T35',
    what: 'a clock that is looked at',
    file: 'src/cli/time-limit.ts',
    edits: [['if (now() > end) throw outOfTime(seconds)', '']],
    tests: bounds,
    named: 'T35: a document that takes'
  },
  {
    threat: 'T35',
    what: 'what was cut off is told',
    file: 'src/check.ts',
    edits: [['failures.push({code: error.code, message: error.message, failed: true})', '']],
    tests: bounds,
    named: 'T35: a document that takes'
  },
  {
    threat: 'T35',
    what: 'a worker that nothing wakes is ended',
    file: 'src/cli/pool.ts',
    edits: [['      remove(worker, outOfTime(seconds))\n', '']],
    tests: bounds,
    named: 'T35: a worker'
  },
  {
    threat: 'T35',
    what: 'a bound on findings in reports',
    file: 'src/report/at-most.ts',
    edits: [['if (findings.length <= most) return file', 'return file']],
    tests: bounds,
    named: 'T35: more findings'
  },
  {
    threat: 'T35',
    what: 'the rest counted',
    file: 'src/report/at-most.ts',
    edits: [['    notShown,\n', '']],
    tests: bounds,
    named: 'T35: more findings'
  },
  {
    threat: 'T35',
    what: 'a bound on what a parser takes at once',
    file: 'src/read/markdown/tangled.ts',
    edits: [['const maxLength = 262_144', 'const maxLength = 1e9']],
    tests: growth,
    named: 'T07, T35, T36: long files take as long as they are a list of three'
  },
  {
    threat: 'T36',
    what: 'a bound on a sentence',
    file: 'src/lexicon/tokenize.ts',
    edits: [['const longestSentence = 1000', 'const longestSentence = 1e9']],
    tests: growth,
    named: 'T07, T35, T36: long files take as long as they are one sentence'
  },
  {
    threat: 'T36',
    what: 'keys of YAML compared once',
    file: 'src/read/yaml.ts',
    edits: [['uniqueKeys: false', 'uniqueKeys: true']],
    tests: texts,
    named: 'T19: YAML that was made to do harm eighty'
  },
  {
    threat: 'T37',
    what: 'a bound on chains of styles',
    file: 'src/read/docx/styles.ts',
    edits: [['chain.length < longestChain && !chain.includes(style)', 'chain.length < 1e9']],
    tests: packages,
    named: 'T37'
  },
  {
    threat: 'T38',
    what: 'what shows nothing is folded away',
    file: 'src/lexicon/tokenize.ts',
    edits: [[".replace(/[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]/g, '')", '']],
    tests: growth,
    named: 'T38'
  },
  {
    threat: 'T39',
    what: 'keys that every object has',
    file: 'src/read/yaml.ts',
    edits: [[' || everybodys.has(name)) {', ') {']],
    tests: texts,
    named: 'T39'
  },
  {
    threat: 'T39',
    what: 'words looked up among our own only',
    file: 'src/lexicon/matcher.ts',
    edits: [['Object.hasOwn(index.loose, anchor) ? index.loose[anchor] : undefined', 'index.loose[anchor]']],
    tests: packages,
    named: 'packages that were made to do harm T39'
  },
  {
    threat: 'T40',
    what: 'nothing runs at an installation',
    file: 'package.json',
    edits: [['"scripts": {', '"scripts": {\n    "postinstall": "node scripts/build.mjs",']],
    tests: 'test/security/supply.test.ts'
  },
  {
    threat: 'T40',
    what: 'every dependency accounted for',
    file: 'docs/dependencies.md',
    edits: [['`fflate`', 'fflate']],
    tests: 'test/security/supply.test.ts'
  },
  {
    threat: 'T41',
    what: 'no call to the network',
    file: 'src/cli/run-process.ts',
    edits: [
      [
        '  process.exitCode = await main(',
        "  fetch('http://127.0.0.1:9').catch(() => undefined)\n  process.exitCode = await main("
      ]
    ],
    tests: 'test/security/network.test.ts'
  },
  {
    threat: 'T42',
    what: 'quotation marks in an author’s name',
    file: 'src/read/docx/xml-characters.ts',
    edits: [[".replace(/\"/g, '&quot;')", '']],
    tests: packages,
    named: 'T14, T42'
  },
  {
    threat: 'T43',
    what: 'owner files passed over',
    file: 'src/cli/find-files.ts',
    edits: [['^~\\$|', '^~~|']],
    tests: texts,
    named: 'T18: what is no file T43'
  },
  {
    threat: '§7.2',
    what: 'words taken out',
    file: 'src/report/redact.ts',
    edits: [['text: finding.text && redacted', 'text: finding.text']],
    tests: privacy
  },
  {
    threat: '§7.2',
    what: 'headings taken out',
    file: 'src/report/redact.ts',
    edits: [['    headings: [],\n', '    headings: where.headings,\n']],
    tests: privacy
  },
  {
    threat: '§7.2',
    what: 'errors of the program kept to themselves',
    file: 'src/cli/say.ts',
    edits: [['went wrong (${kind})', 'went wrong (${error instanceof Error ? error.message : kind})']],
    tests: privacy
  },
  {
    threat: '§7.2',
    what: 'reports for their owner only',
    file: 'src/cli/write-file.ts',
    edits: [['if (secret) return 0o600', 'if (secret) return 0o644']],
    tests: privacy
  },
  {
    threat: '§7.2',
    what: 'a broken YAML told without quoting it',
    file: 'src/read/yaml.ts',
    edits: [["mistakes[mistake.code] ?? 'there is something that is not YAML'", 'mistake.message + source']],
    tests: privacy
  },
  {
    threat: 'silence',
    what: 'a rule that breaks is told',
    file: 'src/check.ts',
    edits: [['        failed: true\n      })\n      unheard.push(rule.id)', '      })\n      unheard.push(rule.id)']],
    tests: silent
  }
]
