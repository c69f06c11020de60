import {expect, test} from 'vitest'
import {findPassages, measureOf} from '../../src/facts/reading.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {hardToRead} from '../../src/rules/hard-to-read.ts'
import {factsOf, type Paper, smallLexicon, writePaper} from '../facts/paper.ts'
import {paperLexicon, factsOf as wholeFactsOf} from '../facts/whole-documents.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

const lexicon = smallLexicon()
const wholeLexicon = paperLexicon()

const loadKinds = () => loadDictionaries(dictionaryFiles()).kinds

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

const middling =
  'I have now spoken to everyone who looks after you, and I want to tell you what I am going to say to the judge next week. I think that you should live with your mum during the week, and that you should stay with your dad every other weekend because he misses you.'
const three = [
  {name: 'Ffion', age: 15},
  {name: 'Emrys', age: 12},
  {name: 'Nia', age: 6}
]

/** How often a letter is said to be too hard, read as a whole document is. */
const told = (letter: string, children: readonly {name: string; age: number}[] = three) =>
  [...hardToRead.check(wholeFactsOf(`Dear all,\n\n${letter}\n`, wholeLexicon, {document: 'letter', children}))].map(
    ({message}) => message
  )

test.each([
  `## Ffion\n\n${middling}`,
  `**Ffion**\n\n${middling}`,
  `**Ffion.** ${middling}`,
  `**For Ffion**\n\n${middling}`,
  `## A part for Ffion, who is fifteen\n\n${middling}`,
  `- **Ffion:** ${middling}`,
  `Ffion, ${middling}`,
  `For Ffion: ${middling}`
])('the part for one of several children is judged at her age: %s', (part) => {
  const letter = `I met you all.\n\n${part}\n\n## What next\n\nI will come and see you all on Friday.`
  expect(told(letter)).toEqual([])
  expect(told(letter, [{name: 'Ffion', age: 6}, ...three.slice(1)])).toHaveLength(1)
})

test('a passage over the parts of several children is cut where the next one’s begins', () => {
  const easy = 'You stay with Nain. So does the dog. We ate cake. It was good.'
  expect(told(`**Ffion.** ${middling}\n\n**Nia.** ${easy}`)).toEqual([])
  expect(told(`**Ffion.** ${easy}\n\n**Nia.** ${middling}`)).toEqual([expect.stringContaining('for a child of 7')])
})

test('what is for everybody is judged for the youngest', () => {
  expect(told(`## For everybody\n\n${middling}\n\n## Ffion\n\nYou stay with Nain.`)).toHaveLength(1)
})

test.each([
  ['A letter for when you are older', 0],
  ['Your mum can open this letter with you when you are grown up', 0],
  ['When you are older you can ask for the file', 1]
])('a later-life letter is judged for when it will be read: %s', (said, count) => {
  const kind = loadKinds().find(({id}) => id === 'letter-later-life') ?? null
  const {document} = writePaper(`${said}.\n\n${middling}`)
  const paper = factsOf(document, {document: 'letter', children: child(5)}, lexicon)
  const facts = {...paper, kind, known: {...paper.known, kindFrom: 'inferred' as const}}
  expect([...hardToRead.check({...facts, passages: findPassages(facts)})]).toHaveLength(count)
})

test('greetings and names are not hard words, whatever the language', () => {
  const easy = 'We sat on the mat. You had a red car. I had a blue car. We had fun. '
  const letter = `Annwyl Ffion, Emrys a Nia,\n\n${easy.repeat(2)} Tschüss! Mutti came and Tadeusz sang. Mutti did too. Tadeusz laughed. Mae Mutti yn dy garu di. P.P.S. Pob hwyl, a chofion gorau.`
  const children = three.map((each) => ({...each, family: {mother: 'Mutti'}}))
  const {document} = writePaper(letter)
  const facts = factsOf(document, {document: 'letter', children}, lexicon)
  expect(measureOf(facts)(0, facts.tokens.count)?.hardWords).toEqual(['chofion'])
})
