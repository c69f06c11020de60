import {describe, expect, test} from 'vitest'
import {brokenExamples} from '../../src/examples.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {dictionaryFiles} from './dictionary-files.ts'

const shared = dictionaryFiles().filter(
  ({path}) => !/^(glossary|acronyms|kinds)\//.test(path) && path !== 'sections.yaml'
)

/** A dictionary of one list with these entries; gives what its examples complain of. */
function complaints(entries: string): string[] {
  const source = `title: Made\nrule: jargon\nwhy: Because.\nentries:\n${entries.replace(/^/gm, '  ')}`
  const lexicon = makeLexicon(loadDictionaries([...shared, {path: 'glossary/made.yaml', source}]))
  return brokenExamples(lexicon).map(({example, problem}) => `${example}: ${problem}`)
}

describe('what an entry can say', () => {
  test.each([
    [
      'contexts that touch, overlap, or must hold',
      `- id: contact
  terms: [contact]
  as: noun
  only: ["~ with <someone>", "(have|has|had|supervised|direct) ~"]
  unless: ["eye ~", "~ (me|us|details|number|lens|lenses)"]
  instead: []
  flags: ["You will have *contact* with your dad.", "Supervised *contacts* go well.", "*Contact* with the foster carer is monthly.", "His *contact* with Amira’s mum"]
  allows: ["My contact details are below.", "He made eye contact with his mum.", "Please contact me.", "She lost her contact lens."]
`
    ],
    [
      'verbs in all their forms, with a set inside and words that may be absent',
      `- id: puts-self-at-risk
  terms: ["put <self> (very)? at risk", "place <self> in danger"]
  as: verb
  subject: someone
  instead: []
  flags: ["Amira *puts herself at risk*.", "She kept *putting herself very at risk*.", "He *placed himself in danger*."]
  allows: ["The firm put itself at risk."]
`
    ],
    [
      'spellings, quotes and hyphens that make no difference',
      `- id: de-escalate
  terms: [de-escalate, non-engagement, "children's guardian", behaviour, organise]
  instead: []
  flags: ["Staff *de-escalate*.", "They *de escalate*.", "Her *non‑engagement*.", "The *children’s guardian* came.", "Her *behavior* and *organize*."]
  allows: ["Escalate it."]
`
    ],
    [
      'capitals, and the longest that stands',
      `- id: lac
  terms: [LAC]
  instead: []
  flags: ["The *LAC* moved."]
  allows: ["A lac is a hundred thousand.", "Her LAC review is due."]
- id: lac-review
  terms: [LAC review]
  instead: []
  flags: ["Her *LAC review* is due."]
  allows: ["The review is due."]
`
    ],
    [
      'places in the sentence, numbers, names and whose',
      `- id: case
  terms: [case]
  as: noun
  unless: ["in ~ <end>", "<number> ~", "(mr|ms) ~", "Ms ~"]
  instead: []
  flags: ["I know your *case* well.", "The *cases* of Amira"]
  allows: ["Take it, just in case.", "There were 3 cases in town."]
`
    ],
    [
      'four words between, and a comma',
      `- id: refuses
  terms: [refused to]
  only: ["~ .. school", "~, alone"]
  instead: []
  flags: ["Amira *refused to* go back to school."]
  allows: ["She refused to say anything at all to anybody from the new school."]
`
    ],
    [
      'words in this sentence that forbid or allow',
      `- id: peers
  terms: [peers]
  unless-sentence: ["house of lords"]
  instead: []
  flags: ["She plays with *peers*."]
  allows: ["The House of Lords has peers."]
`
    ],
    [
      'letters and reports apart, and explained words',
      `- id: proceedings
  terms: [proceedings]
  letter: explain
  report: quiet
  instead: []
  flags: ["The *proceedings* are long."]
  allows: ["The proceedings, which means what happens at court, are long.", "report: The proceedings are long.", "What happens at court (the proceedings) takes long."]
`
    ]
  ])('%s', (_title, entries) => expect(complaints(entries)).toEqual([]))

  test('a broken example is told with what was found', () => {
    expect(
      complaints(`- id: x
  terms: [peers]
  instead: []
  flags: ["She sees *her peers*.", "Nothing here."]
  allows: ["Her peers."]
`)
    ).toEqual([
      'She sees *her peers*.: finds “peers” instead',
      'Nothing here.: is not found',
      'Her peers.: finds “peers”'
    ])
  })
})

describe('what is refused', () => {
  const load = (entries: string, head = 'title: Made\nrule: jargon\nwhy: Because.\n') =>
    loadDictionaries([...shared, {path: 'glossary/made.yaml', source: `${head}entries:\n${entries}`}])
  test.each([
    [
      'an entry without an example to let pass',
      '  - {id: a, terms: [b], instead: [], flags: [b]}',
      /made\.yaml:5:5: .*allows/
    ],
    [
      'a key that nobody knows',
      '  - {id: a, termz: [b], instead: [], flags: [b], allows: [c]}',
      /made\.yaml:5:13: .*terms/
    ],
    [
      'a bracket left open',
      '  - {id: a, terms: [b], unless: ["(x ~"], instead: [], flags: [b], allows: [c]}',
      /made\.yaml:5:34: .*bracket is not closed/
    ],
    [
      'a set that is not there',
      '  - {id: a, terms: ["b <nobody>"], instead: [], flags: [b], allows: [c]}',
      /made\.yaml:5:20: .*<nobody>/
    ],
    [
      'a source that is not there',
      '  - {id: a, terms: [b], sources: [nowhere], instead: [], flags: [b], allows: [c]}',
      /made\.yaml:5:35: .*no source has this id/
    ],
    [
      'an id used twice',
      '  - {id: a, terms: [b], instead: [], flags: [b], allows: [c]}\n  - {id: a, terms: [d], instead: [], flags: [d], allows: [c]}',
      /made\.yaml:6:10: .*id is used twice/
    ]
  ])('%s', (_title, entries, message) => expect(() => load(entries)).toThrow(message))
})
