import {expect, test} from 'vitest'
import {brokenExamples} from '../../src/examples.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {dictionaryFiles} from './dictionary-files.ts'

const lexicon = makeLexicon(loadDictionaries(dictionaryFiles()))

test('every entry finds what its examples say it must, and lets the others pass', () => {
  expect(
    brokenExamples(lexicon).map(({list, entry, example, problem}) => `${list}/${entry}: “${example}” ${problem}`)
  ).toEqual([])
})
