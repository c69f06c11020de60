import {describe, expect, test} from 'vitest'
import {factsOf, paperLexicon} from './whole-documents.ts'

const lexicon = paperLexicon()
const content = 'It rained, and the kettle was on.'

/** The sections that an example shows: one that begins with `# ` is a heading over words that show nothing. */
function shownBy(example: string, id: string): string[] {
  const text = example.replace(/^(?:letter|report):\s*/, '')
  const heading = text.startsWith('# ')
  return factsOf(heading ? `# A paper\n\n#${text}\n\n${content}` : text, lexicon, {
    document: asking(id),
    children: [{name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9}]
  })
    .sections.filter(({words}) => words > 0)
    .map((section) => section.id)
}

/** A kind of paper that is asked for the section, since prose is looked at for nothing else. */
const asking = (id: string): string =>
  lexicon.dictionaries.kinds.find(({required}) => required.includes(id))?.id ?? 'report'

describe.each(lexicon.dictionaries.sections.map((section) => [section.id, section] as const))('%s', (id, section) => {
  test.each(section.flags)('is shown by: %s', (example) => {
    expect(shownBy(example, id)).toContain(id)
  })
  test.each(section.allows)('is not shown by: %s', (example) => {
    expect(shownBy(example, id)).not.toContain(id)
  })
})
