import {describe, expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import type {Known} from '../../src/model/result.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {lexicon} from '../rules/lexicon.ts'
import {letter, report} from './made/whole.ts'
import {bold, box, docx, type Pieces, p, table} from './make.ts'

const knownOf = (bytes: Uint8Array): Known => check(readDocx(bytes), {lexicon}).known

const know = (pieces: Pieces | string) => {
  const {type, kind, children, people} = knownOf(docx(pieces))
  return {type, kind, children: children.map(({name}) => name), people}
}

describe('a Word document of which nobody has said anything', () => {
  test('is known by its cover table', () => {
    const {type, kind, children, people} = knownOf(report.bytes)
    expect({type, kind}).toEqual({type: 'report', kind: 'section-7-report'})
    expect(children.map(({name, from}) => [name, from])).toEqual([
      ['Amira Hussain', 'inferred'],
      ['Leo Hussain', 'inferred']
    ])
    expect(people).toContain('Grace Okafor')
  })

  test('is known by a front table of children, whose head names nobody', () => {
    expect(
      know(
        p(bold('Social Work Evidence Template')) +
          table([
            ['The child(ren)'],
            ['Name', 'Gender', 'Date of birth'],
            ['Kayden Marsh', 'Male', '04/05/2016'],
            ['Ellie-Mae Marsh', 'Female', '01/02/2019']
          ]) +
          table([['Author', 'Ruth Adeyemi']]) +
          p('Kayden is settled with his aunt.')
      )
    ).toEqual({
      type: 'report',
      kind: 'social-work-evidence',
      children: ['Kayden Marsh', 'Ellie-Mae Marsh'],
      people: ['Ruth Adeyemi']
    })
  })

  test('is known by the header of its pages', () => {
    expect(
      know({body: p('I met him at school.'), headers: [p('Section 7 report: Jonah Reid (born 3 May 2015)')]})
    ).toMatchObject({kind: 'section-7-report', children: ['Jonah Reid']})
  })

  test('is known by a greeting in a text box or a table that only lays it out', () => {
    const words = 'I am the social worker who came to see you. You told me that you like football.'
    for (const body of [p(box(p('Dear Leo,'))) + p(words), table([[p('Dear Leo,') + p(words)]])])
      expect(know(body)).toMatchObject({type: 'letter', children: ['Leo']})
  })

  test('is known by its properties before anything that it says', () => {
    const {children, typeFrom, kind} = knownOf(letter.bytes)
    expect({typeFrom, kind}).toEqual({typeFrom: 'properties', kind: 'letter-decision'})
    expect(children).toMatchObject([{name: 'Leo', pronouns: 'he/him', age: 7, from: 'properties'}])
  })
})
