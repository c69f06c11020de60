import {expect, test} from 'vitest'
import {findPassages} from '../../src/facts/reading.ts'
import {hardToRead} from '../../src/rules/hard-to-read.ts'
import {factsOf, type Paper, smallLexicon, writePaper} from '../facts/paper.ts'

const lexicon = smallLexicon()

const check = (markdown: string, paper: Paper) => {
  const {document, marked} = writePaper(markdown)
  const facts = factsOf(document, paper, lexicon)
  const found = [...hardToRead.check({...facts, passages: findPassages(facts)})]
  return {found, words: found.map(({at}) => document.text.slice(at?.start, at?.end)), marked}
}

test.each(hardToRead.examples.map((example) => [example.text.slice(0, 60), example] as const))('%s', (_, example) => {
  const {words, marked} = check(example.text, example)
  expect(words).toEqual(marked)
})

const hard =
  'Having regard to the welfare checklist, I am of the opinion that your developmental needs necessitate a comprehensive and proportionate intervention, commensurate with the circumstances that precipitated the proceedings.'
const child = (age?: number) => [{name: 'Amira', ...(age !== undefined && {age})}]

test('the message says how old, for whom, and which words and lengths make it so', () => {
  const [found] = check(hard, {document: 'letter', children: child(9)}).found
  expect(found?.message).toMatch(/for a 1[4-8]-year-old, and this letter is for a child of 9/)
  expect(found?.message).toContain('“proportionate”')
  expect(found?.message).toMatch(/\d\d words/)
})

test('an age that nobody gave is said to be none', () => {
  const [found] = check(hard, {document: 'letter', children: child()}).found
  expect(found?.message).toContain('no age is given, so this letter is judged for a child of 10')
})

test('the youngest reader counts', () => {
  const middling =
    'I have now spoken to everyone who looks after you, and I want to tell you what I am going to say to the judge next week. I think that you should live with your mum during the week, and that you should stay with your dad every other weekend because he misses you.'
  expect(check(middling, {document: 'letter', children: child(13)}).found).toEqual([])
  expect(check(middling, {document: 'letter', children: [...child(13), ...child(7)]}).found).toHaveLength(1)
})

test('in a report only the summary and the recommendations must be plain', () => {
  expect(check(`## Background\n\n${hard}`, {}).found).toEqual([])
  expect(check(`## Summary\n\n${hard}`, {}).found).toHaveLength(1)
})

test('one very long hard sentence is spoken of even where the rest is easy', () => {
  const easy = 'We sat on the mat. You had a red car. I had a blue car. We had fun. You can ask me. '.repeat(6)
  const {words} = check(`${easy}\n\n${easy}${hard}`, {document: 'letter', children: child(7)})
  expect(words.some((text) => text.startsWith('Having regard'))).toBe(true)
})
