import {retext} from 'retext'
import retextSimplify from 'retext-simplify'
import {expect, test} from 'vitest'
import {patterns} from '../../node_modules/retext-simplify/lib/patterns.js'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import {dictionaryFiles} from './dictionary-files.ts'

/**
 * The phrase table of retext-simplify is taken over into `dictionaries/glossary/` by hand. What is left out stands here
 * with the reason, so that a new version of the table shows what it brings.
 */
const leftOut: Readonly<Record<string, string>> = {
  'an ordinary word that children use, or so common that speaking of it would drown the rest':
    'address; all of; approximate; attempt; belated; combined; contains; currently; delete; e.g.; economical; has no effect; however; i.e.; immediately; it appears; it is; limited number; literally; not certain; not many; not often; not unless; not unlike; on the contrary; on the other hand; one particular; option; overall; previous; provide; put simply; remain; selection; similar to; the month of; the use of; there are; there is; therefore; type; very; whether or not; in between; in many cases; refer back; and/or; as to; take action to',
  'exact in its usual sense here (a court’s, a doctor’s, a school’s), and only sometimes a long word for a short one':
    'accurate; adjustment; admissible; advise; appropriate; benefit; benefit from; capability; designate; disclose; effect; elect; employ; equivalent; establish; function; identical; identify; indicate; initial; is responsible for; liaison; maximum; minimise; minimize; minimum; monitor; objective; observe; operate; particulars; perform; portion; reflect; represents; satisfy; shall; timely; transmit; validate; warrant; witnessed; desire; apparent; forfeit; aggregate; accelerate; forward; furnish',
  'spoken of in a longer phrase, or by another rule, where it hides something':
    'abundance; close proximity; evidenced; participate; point in time; failed to; adversely impact; in the amount of; already existing; not later than; successfully complete; took advantage of; females; pass away',
  'not written in these papers':
    'accentuate; accorded; accrue; acquiesce; addressees; aircraft; allocate; appreciable; arrive onboard; as prescribed by; be advised; combat environment; effect modifications; equipments; expend; expiration; factual evidence; honest truth; interface; interpose no objection; is in consonance with; magnitude; null and void; obligate; optimum; provides guidance for; readily apparent; relative to; set forth in; span across; strategise; strategize; vice; your office'
}
const named = new Set(Object.values(leftOut).flatMap((phrases) => phrases.split('; ')))

const lexicon = makeLexicon(loadDictionaries(dictionaryFiles()))
const nobody = {childAt: () => 0, someoneAt: () => 0, someoneBefore: () => 0, childBefore: () => 0}
const isSpokenOf = (words: string): boolean =>
  lexicon.match(tokenize(`Then we ${words} them.`), nobody, 'letter').length > 0

test('every phrase of its table is in the dictionaries, or left out for a reason', () => {
  expect(Object.keys(patterns).filter((phrase) => !named.has(phrase) && !isSpokenOf(phrase))).toEqual([])
})

test('nothing is left out that its table does not hold', () => {
  expect([...named].filter((phrase) => !Object.hasOwn(patterns, phrase))).toEqual([])
})

test('the dictionaries find the forms that retext-simplify does not', async () => {
  const {messages} = await retext()
    .use(retextSimplify)
    .process('We utilize it. She utilised it. They are utilizing it.')
  expect(messages).toHaveLength(1)
  for (const form of ['utilize', 'utilised', 'utilizing', 'prioritised', 'relocating'])
    expect(isSpokenOf(form)).toBe(true)
})
