import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {nobody} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import type {Tokens} from '../../src/model/tokens.ts'
import {kin, patternOf} from '../lexicon/pattern-arbitrary.ts'
import {thrownBy} from './thrown.ts'

/** Tokens that count how often a word or a gap is looked at: work that no busy machine makes more of. */
function counted(text: string): {readonly tokens: Tokens; readonly looks: () => number} {
  let looks = 0
  const watch = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        const found: unknown = Reflect.get(target, key)
        return typeof found === 'function' ? found.bind(target) : found
      }
    })
  const tokens = tokenize(text)
  return {
    tokens: {...tokens, word: watch(tokens.word), base: watch(tokens.base), gap: watch(tokens.gap)},
    looks: () => looks
  }
}

const lexicon = makeLexicon(kin)

function looksFor(pattern: string, text: string): number {
  const {tokens, looks} = counted(text)
  const compiled = lexicon.pattern(pattern)
  for (const {from, to} of tokens.sentences) compiled.within(tokens, from, to, nobody)
  return looks()
}

const pattern = patternOf('a b _ .. a* <kin> <name> <whose> ,? a?'.split(' '), 5)

describe('T21: patterns that users write', () => {
  it.each([
    ['optional in optional', '((((((((a?)? a?)? a?)? a?)? a?)? a?)? a?)? b)'],
    ['gaps in brackets in brackets', `${'(.. '.repeat(15)}b${')'.repeat(15)}`],
    ['choices of the same', `${'(a|a|a) '.repeat(25)}b`],
    ['many gaps', `${'.. '.repeat(12)}b`]
  ])('%s: twice the text is no more than twice the work', (_, source) => {
    const [once, twice] = [2000, 4000].map((length) => looksFor(source, 'a '.repeat(length)))
    expect(once).toBeLessThan(2000 * 40_000)
    expect(twice as number).toBeLessThan((once as number) * 2.2)
  })

  it('whatever the pattern, on pumped text', () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom('a ', 'a b ', 'a, ', 'step ', "a's "), (source, pump) => {
        const [once, twice] = [1500, 3000].map((length) => looksFor(source, pump.repeat(length)))
        expect(twice as number).toBeLessThan((once as number) * 2.5 + 10_000)
      }),
      {numRuns: 60}
    )
  })

  const inDictionary = (term: string): string =>
    `title: T\nrule: jargon\nwhy: W.\nentries:\n  - id: e\n    terms: [${JSON.stringify(term)}]\n    instead: []\n    flags: ["x"]\n    allows: ["y"]\n`

  it.each([
    ['too long', 'a '.repeat(1100)],
    ['too deep', `${'('.repeat(30)}a${')'.repeat(30)}`],
    ['brackets without end', '('.repeat(1900)],
    ['spelt in too many ways', 'organise '.repeat(40)],
    ['an expression', '(a+)+$'],
    ['looking ahead', '(?=a)b']
  ])('%s: is refused with its place and without its words', (_, term) => {
    const fault = thrownBy(() => loadDictionaries([{path: 'glossary/own.yaml', source: inDictionary(term)}]))
    if (fault === null) return expect(['(a+)+$', '(?=a)b']).toContain(term)
    expect(fault).toMatchObject({code: 'bad-dictionary'})
    expect(fault.message).toMatch(/^glossary\/own\.yaml:\d+:\d+: [^“]*$/)
  })
})
