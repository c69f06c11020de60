import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {retext} from 'retext'
import retextReadability from 'retext-readability'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {isFamiliar} from '../../src/facts/familiar.ts'
import {findPassages, measureOf, plainParts} from '../../src/facts/reading.ts'
import {factsOf, type Paper, smallLexicon, writePaper} from './paper.ts'

const lexicon = smallLexicon()
const graded: {age: number; text: string}[] = parse(
  readFileSync(join(import.meta.dirname, 'graded-passages.yaml'), 'utf8')
)

const facts = (markdown: string, paper: Paper = {document: 'letter'}) =>
  factsOf(writePaper(markdown).document, paper, lexicon)

const measured = (markdown: string, paper?: Paper) => {
  const all = facts(markdown, paper)
  const difficulty = measureOf(all)(0, all.tokens.count)
  if (!difficulty) throw new Error('nothing to measure')
  return difficulty
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('agreement with passages graded by hand', () => {
  const ages = graded.map(({age}) => age)
  const found = graded.map(({text}) => measured(text.trim()).age)

  test('ages go together', () => {
    const [x, y] = [mean(ages), mean(found)]
    const together = mean(ages.map((age, i) => (age - x) * ((found[i] as number) - y)))
    const spread = (values: readonly number[], middle: number) => Math.sqrt(mean(values.map((v) => (v - middle) ** 2)))
    expect(together / (spread(ages, x) * spread(found, y))).toBeGreaterThan(0.95)
  })

  test('the usual error is below a year, and none is above two and a half', () => {
    const errors = ages.map((age, i) => Math.abs(age - (found[i] as number)))
    expect(mean(errors)).toBeLessThan(0.8)
    expect(Math.max(...errors)).toBeLessThan(2.5)
  })
})

test('easy words that come again do not make a sentence hard', () => {
  const {age, unfamiliar} = measured('The cat and the dog sat on the mat in the big hut by the old oak.')
  expect(unfamiliar).toBe(0)
  expect(Math.round(age)).toBeLessThanOrEqual(9)
})

test.each(graded.map(({text}) => [text.slice(0, 40), text.trim()]))('twice the text is as hard: %s', (_, text) => {
  expect(measured(`${text} ${text}`).age).toBe(measured(text).age)
})

test('names and numbers are not hard, and words in quotation marks do not count at all', () => {
  const plain = measured('We sat in the park with Amira and had lunch. It was sunny.')
  expect(measured('We sat in Kirkcudbright with Amira and had 1,250 sandwiches. It was sunny.').hardWords).toEqual([])
  const quoting = measured(
    'We sat in the park with Amira and had lunch. “Notwithstanding commensurate remuneration!” It was sunny.'
  )
  expect(quoting.age).toBe(plain.age)
})

test('the words that make it hard are told, longest first', () => {
  expect(measured('A proportionate intervention is commensurate with it.').hardWords).toEqual([
    'proportionate',
    'intervention',
    'commensurate'
  ])
})

test.each(['running', 'happiest', 'favourite', 'colours', 'didn’t', 'mum', 'worrying', 'centre'])(
  'a child knows %s',
  (word) => expect(isFamiliar(word.replace('’', "'"))).toBe(true)
)

test.each(['recommendation', 'commensurate', 'assessment', 'asd', 'permanency'])('few children know %s', (word) =>
  expect(isFamiliar(word)).toBe(false)
)

describe('passages', () => {
  const sentence = 'We went to the park and played a game with a ball. '
  const passages = (markdown: string) =>
    findPassages(facts(markdown)).map(({start, end, words}) => ({
      words,
      text: facts(markdown).document.text.slice(start, end)
    }))

  test('follow the headings', () => {
    const found = passages(`## One\n\n${sentence.repeat(4)}\n\n## Two\n\n${sentence.repeat(4)}`)
    expect(found.map(({words}) => words)).toEqual([48, 48])
  })

  test('are cut after the paragraph that makes a hundred words', () => {
    expect(passages([6, 6, 6].map((n) => sentence.repeat(n)).join('\n\n')).map(({words}) => words)).toEqual([144, 72])
  })

  test('leave out greetings, names at the end and headings', () => {
    const [found] = passages(`Dear Amira\n\n${sentence.repeat(4)}\n\nLove from\n\nJo`)
    expect(found?.text.startsWith('We went')).toBe(true)
    expect(found?.text.trim().endsWith('ball.')).toBe(true)
  })

  test('are not made of a handful of words', () => expect(passages(sentence)).toEqual([]))

  test('are found in the cells of tables too', () => {
    expect(passages(`| Part | Words |\n|---|---|\n| One | ${sentence.repeat(4).trim()} |`)).toHaveLength(1)
  })
})

test('of a report the summary is read by everybody, down to the next heading of its rank', () => {
  const all = facts('## Summary\n\nIt is well.\n\n## Background\n\nIt was long ago.', {})
  const [part] = plainParts(all)
  expect(all.document.text.slice(part?.start, part?.end)).toBe('Summary\n\nIt is well.')
})

test('retext-readability still calls easy words that come again hard, which is why it does not judge here', async () => {
  const easy = 'The cat and the dog sat on the mat in the big hut by the old oak.'
  const {messages} = await retext().use(retextReadability, {age: 9}).process(easy)
  expect(messages).toHaveLength(1)
})
