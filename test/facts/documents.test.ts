import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {documentsIn, factsOf, isSame, paperLexicon, spokenOf} from './whole-documents.ts'

const lexicon = paperLexicon()

describe.each(documentsIn(join(import.meta.dirname, 'documents')).map((each) => [each.name, each] as const))(
  '%s',
  (_name, {source, label}) => {
    const facts = factsOf(source, lexicon)
    const said = spokenOf(facts)

    test('is known for what it is', () => {
      const {known} = facts
      if (label.type) expect(known.type).toBe(label.type)
      if (label.kind) expect(known.kind).toBe(label.kind)
      if (label.children) expect(known.children.map(({name}) => name.split(' ')[0])).toEqual(label.children)
      if (label.pronouns) expect(known.children.map(({pronouns}) => pronouns)).toEqual(label.pronouns)
    })

    test('is told what it lacks, and nothing that it has', () => {
      expect(label.expect.filter((mark) => !said.some((each) => isSame(each, mark)))).toEqual([])
      expect(said.filter((each) => label.absent.some((mark) => isSame(each, mark)))).toEqual([])
    })
  }
)
