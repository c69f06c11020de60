import {expect, test} from 'vitest'
import {brokenExamples} from '../../src/examples.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {dictionaryFiles} from './dictionary-files.ts'

const told = (files: Parameters<typeof loadDictionaries>[0]): string[] =>
  brokenExamples(makeLexicon(loadDictionaries(files))).map(
    ({list, entry, example, problem}) => `${list}/${entry}: “${example}” ${problem}`
  )

test('every word, acronym and section finds what its examples say it must, and lets the others pass', () => {
  expect(told(dictionaryFiles())).toEqual([])
})

test('an example that does not do what it says is told of, whatever kind of entry it belongs to', () => {
  const path = (name: string, source: string) => ({path: name, source})
  expect(
    told([
      path(
        'glossary/mine.yaml',
        `{title: Mine, rule: jargon, why: Why., entries: [{id: zeal, terms: [zeal], instead: [],
          flags: [There is none., Such *great* zeal.], allows: [He has zeal.]}]}`
      ),
      path(
        'acronyms/mine.yaml',
        `entries: [{acronym: ZQB, stands-for: [zonal quality board], letter: avoid, report: expand,
          flags: [We met a friend.], allows: [The ZQB rang.]}]`
      ),
      path(
        'sections.yaml',
        `sections: [{id: strengths, title: Strengths, says: what is good, headings: [good], why: Why., instead: [Say it.],
          flags: ['# Bad'], allows: ['# Good']}]`
      )
    ])
  ).toEqual([
    'mine/zeal: “There is none.” is not found',
    'mine/zeal: “Such *great* zeal.” finds “zeal” instead',
    'mine/zeal: “He has zeal.” finds “zeal”',
    'acronyms/ZQB: “We met a friend.” is not found',
    'acronyms/ZQB: “The ZQB rang.” finds “ZQB”',
    'sections/strengths: “# Bad” is not found',
    'sections/strengths: “# Good” finds “# Good”'
  ])
})
