import {deepStrictEqual, ok, strictEqual} from 'node:assert/strict'
import {check} from '../../../src/check.ts'
import type {Document} from '../../../src/model/document.ts'
import {Fault} from '../../../src/model/fault.ts'
import type {Finding} from '../../../src/model/finding.ts'
import type {Result} from '../../../src/model/result.ts'
import type {Span} from '../../../src/model/span.ts'
import {readXml, Token} from '../../../src/read/docx/xml.ts'
import {read, readersFor} from '../../../src/read/index.ts'
import {type FormatName, formatNames, formats} from '../../../src/report/index.ts'
import {ownWords, redactor} from '../../../src/report/redact.ts'
import {addFile, type CheckedFile, noTotals} from '../../../src/report/report.ts'
import {plain} from '../../../src/report/style.ts'
import {rules} from '../../../src/rules/index.ts'
import {review} from '../../../src/write/docx/review.ts'
import {lexicon} from '../../rules/lexicon.ts'
import {canaries, type Input} from './inputs.ts'

/** How an input fared: refused with a reason, or read and judged. */
export type Fared = 'read' | 'refused'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what a terminal may not be given.
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

const within = (span: Span, length: number): boolean => 0 <= span.start && span.start <= span.end && span.end <= length

function holdsTogether({text, blocks, marks, segments, source}: Document): void {
  let last = 0
  for (const block of blocks) {
    ok(within(block, text.length) && block.start >= last, 'blocks lie in the text, one after another')
    last = block.end
  }
  for (const mark of marks) ok(within(mark, text.length), 'marks lie in the text')
  for (const {sourceStart: start, sourceEnd: end, ...span} of segments) {
    ok(within(span, text.length), 'segments lie in the text')
    ok(source !== null && within({start, end}, source.length), 'segments lie in the source')
  }
}

/** The words at a finding's location, found there as a program that reads the report would find them. */
function wordsAt({location}: Finding, {source, text, blocks}: Document): string {
  if (location === null) return ''
  if ('line' in location) {
    const before = (source as string).slice(0, location.start).split(/\r\n|\r|\n/)
    strictEqual(location.line, before.length, 'the line is the one where it stands')
    return (source as string).slice(location.start, location.end)
  }
  const block = blocks.find(({origin}) => origin?.part === location.part && origin.paragraph === location.paragraph)
  ok(block, 'a place in a package leads to a block')
  return text.slice(block.start + location.start, Math.min(block.start + location.end, block.end))
}

function isSound(result: Result): void {
  const {document, findings, notices} = result
  ok(!notices.some(({failed}) => failed), `a rule broke: ${notices.map(({message}) => message).join(' ')}`)
  for (const finding of findings) {
    if (finding.span) ok(within(finding.span, document.text.length), 'findings lie in the text')
    if (finding.fix) ok(within(finding.fix.span, document.text.length), 'replacements lie in the text')
    const words = wordsAt(finding, document)
    // A finding that runs over several paragraphs of a package is placed in the first.
    if (finding.location && 'part' in finding.location) ok(finding.text.startsWith(words), 'the place holds the words')
    else strictEqual(words, finding.text, 'the place holds the words')
    ok(/^[0-9a-f]+(?:-\d+)?$/.test(finding.fingerprint), 'a fingerprint says nothing')
  }
}

const own = ownWords(rules, lexicon.dictionaries)

function written(format: FormatName, file: CheckedFile, redacted: boolean): string {
  const {path, result} = redacted ? redactor(() => own).file(file) : file
  const context = {version: '0', rules, style: plain, columns: 80, redacted, all: true, statistics: true}
  const reporter = formats[format].create(context)
  const totals = addFile(noTotals, {path, result})
  return `${reporter.begin?.() ?? ''}${reporter.file({path, result})}${reporter.end({totals, faults: []})}`
}

function isWellFormed(format: FormatName, report: string): void {
  ok(report.isWellFormed(), `${format} holds whole characters`)
  ok(!controls.test(report), `${format} holds no control characters`)
  if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(report)
  if (format === 'junit') {
    const xml = readXml(report)
    while (xml.next() !== Token.finished);
  }
}

const holdsText = (text: string): boolean =>
  canaries.some((canary) => text.toLowerCase().includes(canary.toLowerCase()))

/**
 * Takes one input through everything that the program does with a file, and throws where a promise is broken: nothing
 * but a Fault is thrown, its message is one line and holds nothing of the file, places lead back to the words, the same
 * file gives the same result, and every report is well-formed and, redacted, silent.
 */
export async function allHolds({name, bytes}: Input): Promise<Fared> {
  let document: Document
  let result: Result
  try {
    document = read(name, bytes, {}, await readersFor(bytes))
    result = check(document, {lexicon})
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    ok(!/[\r\n]/.test(error.message) && !controls.test(error.message), 'a fault is told on one line')
    ok(!holdsText(error.message), 'a fault holds nothing of the file')
    return 'refused'
  }
  holdsTogether(document)
  isSound(result)
  deepStrictEqual(check(document, {lexicon}).findings, result.findings, 'the same file gives the same findings')
  const file = {path: `Zubaida/${name}`, result}
  for (const format of formatNames) {
    isWellFormed(format, written(format, file, false))
    const silent = written(format, file, true)
    isWellFormed(format, silent)
    ok(!holdsText(silent), `redacted ${format} holds nothing of the file`)
  }
  if (document.format === 'docx') {
    const {bytes: copy} = review(bytes, result.findings, {
      date: '2025-03-04T09:00:00Z',
      trackChanges: false,
      force: true
    })
    const again = read(name, copy, {}, await readersFor(copy))
    strictEqual(again.text, document.text, 'a review leaves every word as it was')
  }
  return 'read'
}
