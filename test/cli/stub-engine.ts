import type {CheckOptions} from '../../src/check.ts'
import type {Engine, Words} from '../../src/cli/engine.ts'
import {brokenExamples} from '../../src/examples.ts'
import {explain} from '../../src/explain.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import type {Document} from '../../src/model/document.ts'
import {Fault} from '../../src/model/fault.ts'
import type {Finding, Severity} from '../../src/model/finding.ts'
import type {Result} from '../../src/model/result.ts'
import type {Rule} from '../../src/rules/rule.ts'
import {review} from '../../src/write/docx/review.ts'
import {strip} from '../../src/write/docx/strip.ts'
import {documentOf, findingOver, known, resultOf} from '../report/results.ts'

/**
 * A core small enough to know by heart, so that tests of the command line say nothing about words: `case` is an error,
 * `contact` a warning, `clearly` advice; `NOTICE` was not read, `BROKEN` breaks a rule, `UNREADABLE` cannot be read,
 * `CRASH` is a mistake in the program, `EXIT` ends the worker that reads it.
 */

const rule = (id: string, severity: Severity): Rule => ({
  id,
  title: `What ${id} speaks of`,
  why: `Why ${id} matters.`,
  fine: 'Never.',
  sources: [],
  severity,
  onWords: true,
  examples: [],
  check: () => []
})

const rules = [rule('case-talk', 'error'), rule('jargon', 'warning'), rule('overclaim', 'advice')]

const dictionaries = loadDictionaries([
  {
    path: 'glossary/jargon.yaml',
    source: `
title: Jargon
rule: jargon
why: Plain words.
entries:
  - id: contact
    terms: [contact]
    as: noun
    instead: ["time with {family}"]
    fine: When it means getting in touch.
    flags: ["You will have *contact* with Mum."]
    allows: ["My address is below."]
`
  },
  {
    path: 'acronyms/social-work.yaml',
    source: `
entries:
  - acronym: IRO
    stands-for: [Independent Reviewing Officer]
    letter: avoid
    report: expand
    plainly: the person who checks the plan
`
  },
  {path: 'kinds/letter-goodbye.yaml', source: 'title: A goodbye\ntype: letter\nreader: {who: child, age: 9}\n'}
])

const speaks: readonly (readonly [word: string, rule: string, entry: string | null, severity: Severity])[] = [
  ['case', 'case-talk', null, 'error'],
  ['contact', 'jargon', 'contact', 'warning'],
  ['clearly', 'overclaim', null, 'advice']
]

async function read(_name: string, bytes: Uint8Array): Promise<Document> {
  const text = new TextDecoder().decode(bytes)
  if (text.includes('UNREADABLE')) throw new Fault('encrypted', 'The file has a password; take it off in Word')
  if (text.includes('EXIT')) process.exit(7)
  if (text.includes('CRASH')) throw new TypeError(`cannot do this with ${text}`)
  return documentOf(text)
}

function check(document: Document, options: CheckOptions): Result {
  const findings: Finding[] = []
  for (const [word, id, entry, byDefault] of speaks) {
    const severity = options.rules?.[`${id}/${entry}`] ?? options.rules?.[id] ?? byDefault
    if (severity === 'off' || options.accept?.some(({term}) => term === word)) continue
    for (const {index} of document.text.matchAll(new RegExp(word, 'g'))) {
      const fix = word === 'clearly' ? {span: {start: index, end: index + word.length}, replacement: 'plainly'} : null
      findings.push(findingOver(document, index, word, {rule: id, entry, severity, fix}))
    }
  }
  const [first] = (options.declarations ?? []).filter(({declaration}) => declaration.document !== undefined)
  const [child] = (options.declarations ?? []).flatMap(({declaration}) => declaration.children ?? [])
  return resultOf(document, findings, {
    known: {
      ...known,
      ...(first && {type: 'report', kind: first.declaration.document as string, kindFrom: first.from}),
      ...(child && {
        children: [
          {
            name: child.name,
            knownAs: child.knownAs ?? null,
            pronouns: child.pronouns ?? null,
            age: child.age ?? null,
            family: {},
            from: 'command-line'
          }
        ]
      })
    },
    notices: [
      ...(document.text.includes('NOTICE') ? [{code: 'hidden-text', message: 'Hidden text was not judged.'}] : []),
      ...(document.text.includes('BROKEN')
        ? [{code: 'rule-failed', message: 'A rule broke.', failed: true as const}]
        : [])
    ]
  })
}

const words: Words = {dictionaries, lexicon: makeLexicon(dictionaries), identity: () => 'stub'}

const word = async () => ({review, strip})

export const stubEngine: Engine = {
  rules,
  read,
  check,
  brokenExamples,
  explain: (asked, lexicon) => explain(asked, rules, lexicon),
  word,
  retext: async () => [],
  words: () => words
}
