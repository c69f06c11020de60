import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {factsOf, paperLexicon, spokenOf} from '../facts/whole-documents.ts'

const lexicon = paperLexicon()
const ordinary = join(import.meta.dirname, '..', '..', 'fixtures', 'ordinary')

describe('a text that is no paper about a child is not told what it lacks', () => {
  test.each(readdirSync(ordinary))('%s', (name) => {
    expect(spokenOf(factsOf(readFileSync(join(ordinary, name), 'utf8'), lexicon))).toEqual([])
  })
  test('nor are a few sentences', () => {
    expect(spokenOf(factsOf('I saw Leo at school. The draft is late.', lexicon, {document: 'report'}))).toEqual([])
  })
})

test('once somebody says that it is a report, it is judged as one', () => {
  const recipe = readFileSync(join(ordinary, 'recipe.md'), 'utf8')
  const said = spokenOf(factsOf(recipe, lexicon, {document: 'report'}))
  expect(said.map(({rule}) => rule)).toContain('missing-section')
})

test('an empty form is told of every part of it', () => {
  const form = '# Report\n\n## Strengths\n\n## Risks\n\nN/A\n\n## Recommendations\n\nTBC\n'
  const said = spokenOf(factsOf(form, lexicon, {document: 'section-7-report', children: [{name: 'Leo'}]}))
  expect(said.flatMap(({rule, about}) => (rule === 'missing-section' ? [about.section] : []))).toEqual(
    expect.arrayContaining(['strengths', 'risks', 'recommendations', 'reasons', 'how-seen'])
  )
})

test('in a template, headings and slots stand for what will be written', () => {
  const template =
    '# Letter\n\nDear {{child.known_as}},\n\nI have written {{child.pronouns}} for you.\n\n## What happens next\n\n## How to reach me\n'
  expect(spokenOf(factsOf(template, lexicon, {document: 'letter', template: true}))).toEqual([])
})
