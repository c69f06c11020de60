import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readXml} from '../../src/read/docx/xml.ts'
import {formatNames, formats} from '../../src/report/index.ts'
import {ownWords, redactor} from '../../src/report/redact.ts'
import type {CheckedFile} from '../../src/report/report.ts'
import {lexicon} from '../rules/lexicon.ts'
import {context, documentOf, findingAt, known, resultOf, wholeFinding} from './results.ts'
import {report} from './run-report.ts'

/** A file in which every text that others wrote is this one. */
function filledWith(text: string): CheckedFile {
  const document = {...documentOf(`Wexcombe contact Yarrowdale\n\n${text}contact${text}`), format: 'docx' as const}
  const everywhere = {
    message: text,
    why: text,
    instead: [text],
    text,
    entry: text,
    where: {headings: [text], paragraph: 1, label: text, note: text, kind: 'body' as const},
    about: {child: text, section: text}
  }
  const [child] = known.children
  return {
    path: `${text}.md`,
    result: resultOf(
      {...document, blocks: [{kind: 'paragraph', start: 0, end: document.text.length, label: text}]},
      [
        findingAt(document, 'contact', everywhere),
        findingAt(document, 'contact', {
          ...everywhere,
          location: {part: text, paragraph: 1, start: 0, end: 7, heading: text}
        }),
        wholeFinding(everywhere)
      ],
      {
        known: {
          ...known,
          kind: text,
          people: [text],
          children: [{...(child as NonNullable<typeof child>), name: text, knownAs: text, pronouns: text}]
        },
        passages: [{start: 0, end: 10, readingAge: 12, words: 4}]
      }
    )
  }
}

const faultOf = (text: string) => ({path: text, code: 'encrypted', message: 'The file has a password.'})

const hostile = [
  '\u001b]0;owned\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u202egnp.exe',
  '\u2066x\u2069',
  '\r\n::error::x',
  '::set-env name=x::y',
  '%0A::stop-commands::t',
  '##[group]',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</title></style><b>',
  ']]>&lt;',
  '\u0000',
  '\ud800',
  '\ufffe',
  '\u2028',
  '`` ` ```',
  '| a | b |\n| - | - |',
  '[x](javascript:alert(1))',
  '![](https://example.com/x.png)',
  '@somebody',
  '{"a":1}',
  '__proto__'
]

const texts = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...hostile)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
  {weight: 1, arbitrary: fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((two) => two.join(' '))}
)

// biome-ignore lint/suspicious/noControlCharactersInRegex: that none of them is there is what is tested
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

describe('what others wrote, in every format', () => {
  it('never moves a cursor, turns text round or breaks an encoding', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...formatNames), fc.boolean(), (text, format, all) => {
        const out = report(formats[format].create, [filledWith(text)], {faults: [faultOf(text)], all, statistics: true})
        expect(out).not.toMatch(unsafe)
        expect(out.isWellFormed()).toBe(true)
      }),
      {numRuns: 400}
    )
  })

  it('never becomes a command of a build server', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('github' as const, 'concise' as const, 'full' as const), (text, format) => {
        const lines = report(formats[format].create, [filledWith(text)], {faults: [faultOf(text)]}).split('\n')
        for (const line of lines.filter((each) => /^\s*(?:::|##\[)/.test(each))) {
          expect(format).toBe('github')
          expect(line).toMatch(/^::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:]*,?)*::/)
        }
      }),
      {numRuns: 300}
    )
  })

  it.each(['junit', 'html'] as const)('never adds an element or attribute to %s', (format) => {
    const skeleton = (text: string) =>
      report(formats[format].create, [filledWith(text)], {faults: [faultOf(text)]})
        .replace(/<style>[\s\S]*?<\/style>/, '')
        .match(/<\/?[a-zA-Z!?][^>]*>/g)
        ?.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    // A label that the paragraph has none of would leave its element out, so that the benign text is not empty either.
    const benign = skeleton('benign')
    fc.assert(
      fc.property(texts, (text) => {
        if (text.trim() !== '') expect(skeleton(text)).toEqual(benign)
      })
    )
  })

  it('leaves JUnit well-formed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => readXml(report(formats.junit.create, [filledWith(text)], {faults: [faultOf(text)]}))).not.toThrow()
      })
    )
  })

  it('leaves JSON readable', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('json' as const, 'sarif' as const, 'gitlab' as const), (text, format) => {
        expect(() =>
          JSON.parse(report(formats[format].create, [filledWith(text)], {faults: [faultOf(text)]}))
        ).not.toThrow()
      })
    )
  })

  it('makes no link, image, mention or HTML in Markdown', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const out = report(formats.markdown.create, [filledWith(text)]).replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '')
        expect(out).not.toMatch(/(?<!\\)[[\]]|<[a-z!/]|@/i)
      })
    )
  })
})

describe('the page', () => {
  const page = report(formats.html.create, [filledWith('benign')])

  it('forbids everything but its own style sheet, and has no script, link or address in it', () => {
    expect(page).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/]+=*';/
    )
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|style="|\son[a-z]+=|https?:|url\(/)
  })

  it('carries the sheet that its policy names', async () => {
    const sheet = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] as string
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sheet))
    expect(page).toContain(`sha256-${Buffer.from(hash).toString('base64')}`)
  })
})

describe('a redacted report', () => {
  const canary = 'Zubaida of Quillfeather Lane'
  const own = {
    rules: context.rules,
    kinds: new Set<string>(),
    sections: new Set(['strengths']),
    entries: new Map([['jargon/contact', {why: 'It sounds like an appointment.', instead: ['time with …']}]])
  }

  it.each(formatNames)('in %s holds nothing that a document or its name held', (format) => {
    for (const file of [filledWith(canary), filledWith(`${canary}\n`)]) {
      const hide = redactor(() => own)
      const out = report(formats[format].create, [hide.file(file)], {
        faults: [hide.fault(faultOf(canary))],
        all: true,
        statistics: true,
        redacted: true
      })
      expect(out).not.toMatch(/Zubaida|Quillfeather|Wexcombe|Yarrowdale/i)
      expect(out).toContain('file-1')
    }
  })

  it('keeps what was the program’s own: rule, place, severity, reason and advice', () => {
    const letter = documentOf('You will have contact with Zubaida.')
    const finding = findingAt(letter, 'contact', {instead: ['time with Zubaida'], message: '“contact” with Zubaida'})
    const out = report(formats.full.create, [
      redactor(() => own).file({path: 'z.md', result: resultOf(letter, [finding])})
    ])
    expect(out).toContain('file-1:1:15  warning  jargon/contact')
    expect(out).toContain('A professional word that has a plainer one.')
    expect(out).toContain('It sounds like an appointment.')
    expect(out).toContain('time with …')
  })

  it('keeps which part is missing and which side of a rule spoke', () => {
    const rules = context.rules.map((rule) => ({...rule, entries: ['slip']}))
    const [section] = lexicon.dictionaries.sections
    const known = ownWords(rules, lexicon.dictionaries)
    const letter = documentOf('Dear Zubaida')
    const entryOf = (rule: string, entry: string) =>
      redactor(() => known).file({
        path: 'z.md',
        result: resultOf(letter, [findingAt(letter, 'Dear', {rule, entry})])
      }).result.findings[0]?.entry
    expect(entryOf('missing-section', section?.id ?? '')).toBe(section?.id)
    expect(entryOf(rules[0]?.id ?? '', 'slip')).toBe('slip')
    expect(entryOf('jargon', 'Zubaida')).toBeNull()
  })

  it('calls the same file by the same name wherever it is told of', () => {
    const hide = redactor(() => own)
    expect([hide.path('b.md'), hide.path('a.md'), hide.fault(faultOf('b.md')).path]).toEqual([
      'file-1',
      'file-2',
      'file-1'
    ])
  })

  it('numbers the children instead of naming them', () => {
    const letter = documentOf('All is well.')
    const finding = wholeFinding({about: {child: 'Amira', section: 'strengths'}})
    const {result} = redactor(() => own).file({path: 'a.md', result: resultOf(letter, [finding])})
    expect(result.findings[0]?.about).toEqual({child: 'child-1', section: 'strengths'})
    expect(result.known.children[0]).toEqual({
      name: 'child-1',
      knownAs: null,
      pronouns: null,
      age: null,
      family: {},
      from: 'front-matter'
    })
  })
})
