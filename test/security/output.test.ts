import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {readXml, Token} from '../../src/read/docx/xml.ts'
import {formatNames} from '../../src/report/index.ts'
import {ran} from './run.ts'
import {record} from './tally.ts'

/** What each means to some program that reads reports. */
const payloads = [
  '\u001b]0;owned\u0007\u001b[2J\u009b31m',
  '\u202egnp.exe\u2066x\u2069\u200f',
  '::error file=x::y',
  '##[group]x',
  '::stop-commands::t',
  '%0A::set-env name=x::y',
  '<script>alert(1)</script></title></style><img src=x onerror=alert(1)>',
  `"' onmouseover='x" \``,
  ']]>&lt;!--',
  '\u2028\u2029',
  '`` ``` [x](javascript:alert(1)) ![y](https://example.invalid/z.png) @somebody',
  '| a | b |',
  "=cmd|'/c calc'!A1",
  '{"__proto__":1}'
]

/** A draft that is called by a payload, and says it in a heading, a table, a quotation and a name. */
const draftOf = (payload: string): Record<string, string> => {
  const name = `${payload.replace(/[/\0\n]/g, '')}.md`
  return {
    [name]: `---\nchild: {name: ${JSON.stringify(`Amy ${payload}`)}, pronouns: she/her}\ndocument: report\n---\n\n# Risks ${payload}\n\nAmy will have contact${payload}contact and he is LAC ${payload} placement.\n\n| a | ${payload.replaceAll('|', '')} |\n|---|---|\n| contact | [INSERT ${payload.replaceAll('|', '')}] |\n`
  }
}

async function reportOf(format: string, payload: string): Promise<{report: string; err: string}> {
  const files = draftOf(payload)
  const {err, folder} = await ran(['check', '-f', `${format}=out`, '--all', '--statistics', '--show-text', '.'], files)
  return {report: readFileSync(join(folder, 'out'), 'utf8'), err}
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what may not come out.
const unsafe = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

interface Node {
  readonly nodeName: string
  readonly attrs?: readonly {readonly name: string; readonly value: string}[]
  readonly childNodes?: readonly Node[]
}

/** Every kind of element with its attributes, as a browser would see them. */
function elements(html: string): Set<string> {
  const found = new Set<string>()
  const walk = ({nodeName, attrs = [], childNodes = []}: Node): void => {
    if (!nodeName.startsWith('#'))
      found.add(
        `${nodeName} ${attrs
          .map(({name, value}) => (name === 'href' && !/^#[\w-]+$/.test(value) ? `href=${value}` : name))
          .filter((name) => name !== 'checked')
          .sort()
          .join(' ')}`
      )
    for (const child of childNodes) walk(child)
  }
  walk(parse(html) as unknown as Node)
  return found
}

describe('T23 to T28: what documents say does nothing to those who read reports', () => {
  it.each(formatNames)('%s holds nothing that a terminal or a build server would obey', async (format) => {
    for (const payload of payloads) {
      const {report, err} = await reportOf(format, payload)
      expect(report).not.toMatch(unsafe)
      expect(err).not.toMatch(unsafe)
      expect(report.isWellFormed()).toBe(true)
      const commands = report.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line))
      if (format === 'github') for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) file=/)
      else expect(commands).toEqual([])
    }
  })

  it('HTML has the same elements and attributes whatever stands in a draft', async () => {
    const benign = new Set<string>()
    for (const words of ['plain words', 'placement', '. “', '1', '. '])
      for (const each of elements((await reportOf('html', words)).report)) benign.add(each)
    for (const payload of payloads) {
      const found = elements((await reportOf('html', payload)).report)
      expect([...found].filter((each) => !benign.has(each))).toEqual([])
    }
    expect([...benign].filter((each) => /^(?:script|img|iframe|object|link) |[\s^]on|href=(?!#)/.test(each))).toEqual(
      []
    )
  })

  it('XML and JSON can be read by whoever reads XML and JSON', async (context) => {
    for (const payload of payloads) {
      const xml = readXml((await reportOf('junit', payload)).report)
      let opened = 0
      for (let token = xml.next(); token !== Token.finished; token = xml.next()) if (token === Token.open) opened++
      expect(opened).toBeGreaterThan(2)
      for (const format of ['json', 'sarif', 'gitlab']) {
        expect(JSON.parse((await reportOf(format, payload)).report)).toBeTruthy()
      }
    }
    expect(({} as {1?: unknown})['1']).toBeUndefined()
    record(context, {tried: payloads.length * formatNames.length, read: payloads.length * formatNames.length})
  })

  it('messages about the run are as safe: names of files, options, configurations', async () => {
    for (const payload of payloads) {
      for (const argv of [
        ['check', payload],
        ['check', '--as', payload, 'a.md'],
        ['check', '--rule', `${payload}=off`, 'a.md'],
        ['check', '-f', payload, 'a.md'],
        ['check', '--config', payload, 'a.md'],
        [`--${payload}`],
        ['explain', payload],
        ['glossary', 'search', payload],
        ['review', payload],
        ['merge', payload]
      ]) {
        const {out, err} = await ran(
          argv.map((each) => each.replaceAll('\0', '')),
          {'a.md': 'Dear Leo'}
        )
        expect(out + err).not.toMatch(unsafe)
        expect(err.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([])
      }
      const {out, err} = await ran(['check', '--print-config', 'a.md'], {
        'a.md': 'x',
        'ourwords.yaml': `accept: [${JSON.stringify(payload)}]\nchildren: [{name: ${JSON.stringify(payload)}}]\n`
      })
      expect(out + err).not.toMatch(unsafe)
    }
  })
})
