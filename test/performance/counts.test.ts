import {expect, test} from 'vitest'
// @ts-expect-error the benchmark is plain JavaScript
import {longParagraph, report} from '../../bench/corpus.mjs'
import {nobody} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {lexiconOf, makeLexicon, patternWords} from '../../src/lexicon/matcher.ts'
import {tokenize} from '../../src/lexicon/tokenize.ts'
import {indexWords} from '../../src/lexicon/word-index.ts'
import type {Dictionaries} from '../../src/model/dictionary.ts'
import {read} from '../../src/read/index.ts'
import {misspeltName} from '../../src/rules/misspelt-name.ts'
import {unreasonedRecommendation} from '../../src/rules/unreasoned-recommendation.ts'
import {factsOf, smallLexicon, writePaper} from '../facts/paper.ts'
import {paperLexicon, factsOf as wholeFactsOf} from '../facts/whole-documents.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

// Counts and no times: they are the same on every machine, however busy it is.

const dictionaries = loadDictionaries(dictionaryFiles())

/** The same array, telling of every item that is read. */
function counted<Item extends object>(items: Item, count: () => void): Item {
  return new Proxy(items, {
    get(target, key) {
      count()
      return Reflect.get(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      count()
      return Reflect.getOwnPropertyDescriptor(target, key)
    }
  })
}

/** How many words the matcher looks at to match a text. */
function looks(text: string, from: Dictionaries = dictionaries): number {
  let reads = 0
  const tokens = tokenize(text)
  const count = () => {
    reads++
  }
  makeLexicon(from).match(
    {...tokens, word: counted(tokens.word, count), base: counted(tokens.base, count)},
    nobody,
    'report'
  )
  return reads
}

test('A text twice as long has twice the words and sentences', () => {
  const sizes = [20_000, 40_000, 80_000].map((size) => tokenize(longParagraph(5, size)))
  for (const [n, {count, sentences}] of sizes.entries()) {
    const before = sizes[n - 1]
    if (!before) continue
    expect(count / before.count).toBeLessThan(2.1)
    expect(sentences.length / before.sentences.length).toBeLessThan(2.1)
  }
})

test('The matcher looks at each word a few times, however long the text is', () => {
  const [one, two, four] = [10_000, 20_000, 40_000].map((size) => looks(longParagraph(5, size))) as [
    number,
    number,
    number
  ]
  expect(two / one).toBeLessThan(2.2)
  expect(four / two).toBeLessThan(2.2)
  expect(one / tokenize(longParagraph(5, 10_000)).count).toBeLessThan(30)
})

test('Ten times the dictionary makes the matcher look hardly more often', () => {
  const more = Array.from({length: 9}, (_, copy) =>
    dictionaries.lists.map((list) => ({
      ...list,
      entries: list.entries.map((entry) => ({
        ...entry,
        id: `${entry.id}-${copy}`,
        terms: entry.terms.map((term) => `${term} zq${copy}`)
      }))
    }))
  )
  const text = longParagraph(6, 10_000)
  const grown = looks(text, {...dictionaries, lists: [...dictionaries.lists, ...more.flat()]})
  expect(grown / looks(text)).toBeLessThan(1.3)
})

test('A word is looked up in the dictionaries once, however often it comes', () => {
  let lookups = 0
  const index = indexWords(dictionaries, patternWords(dictionaries.words))
  const entries = dictionaries.lists.flatMap((list) => list.entries.map((entry) => ({entry, list})))
  const lexicon = lexiconOf({
    dictionaries,
    index: {
      ...index,
      loose: counted(index.loose, () => {
        lookups++
      })
    },
    entry: (number) => entries[number] as (typeof entries)[number],
    shortForms: [],
    acronym: () => expect.unreachable()
  })
  const tokens = tokenize(longParagraph(7, 20_000))
  lexicon.match(tokens, nobody, 'report')
  const first = lookups
  // To ask whether it is there, and to take it.
  expect(first).toBeLessThanOrEqual(2 * new Set([...tokens.word, ...tokens.base]).size)
  lexicon.match(tokens, nobody, 'report')
  expect(lookups).toBe(first)
})

test('A report that says everything twice has twice the blocks and segments', () => {
  const body = report(3, 40_000).replace(/^---.*?\n---\n/s, '')
  const sizes = [1, 2, 4].map((times) => read('report.md', new TextEncoder().encode(body.repeat(times))))
  for (const [n, {blocks, segments}] of sizes.entries()) {
    const before = sizes[n - 1]
    if (!before) continue
    expect(blocks.length / before.blocks.length).toBeLessThanOrEqual(2)
    expect(segments.length / before.segments.length).toBeLessThan(2.01)
  }
})

test('A name that is got wrong again and again makes the paper be read no more often', () => {
  const reads = (times: number): number => {
    let count = 0
    const text = 'Amirah went out. We met Amirah Briggs at school. '.repeat(times)
    const facts = factsOf(writePaper(text).document, {}, smallLexicon())
    const counting = counted(facts.tokens.base, () => {
      count++
    })
    const said = [...misspeltName.check({...facts, tokens: {...facts.tokens, base: counting, word: counting}})]
    expect(said.length).toBeGreaterThan(times / 2)
    return count
  }
  expect(reads(400) / reads(100)).toBeLessThan(4.5)
})

test('Each recommendation of a long list is weighed once, and what stands beside the list once for all', () => {
  const lexicon = paperLexicon()
  const reads = (times: number): number => {
    let count = 0
    const items = '- I recommend that Mr Hussain has a blood test on Monday.\n'.repeat(times)
    const facts = wholeFactsOf(`# Recommendations\n\nThey follow.\n\n${items}`, lexicon, {
      document: 'report',
      children: [{name: 'Amira Hussain'}]
    })
    const {tokens, mentions, known, kind, sections, quotations, persons, audience} = facts
    const counting = counted(tokens.sentences, () => {
      count++
    })
    const given = {...facts, known, kind, sections, quotations, persons, audience}
    const said = [
      ...unreasonedRecommendation.check({
        ...given,
        tokens: {...tokens, sentences: counting},
        mentions: counted(mentions, () => {
          count++
        })
      })
    ]
    expect(said).toHaveLength(1)
    return count
  }
  expect(reads(400) / reads(100)).toBeLessThan(4.5)
})
