import {expect, test} from 'vitest'
import type {Form} from '../../src/lexicon/lexicon.ts'
import {articleFor, type Slots, suggest} from '../../src/lexicon/suggest.ts'
import type {PartOfSpeech} from '../../src/model/dictionary.ts'

const letter = {child: 'Amira', audience: 'letter', before: '', first: false, family: null} as const
const report = {...letter, audience: 'report'} as const

test.each<[string, readonly string[], string, Form, PartOfSpeech | undefined, Slots, string[]]>([
  [
    'the relative beside it is named',
    ['time with {family}'],
    'contact',
    'base',
    'noun',
    {...letter, family: 'Mum'},
    ['time with Mum']
  ],
  [
    'without one, the family of whoever reads',
    ['time with {family}'],
    'contact',
    'base',
    'noun',
    letter,
    ['time with your family']
  ],
  [
    '… or of whoever it is about',
    ['time with {family}'],
    'contact',
    'base',
    'noun',
    report,
    ['time with Amira’s family']
  ],
  ['a plural stays one', ['home', 'place to live'], 'placements', 's', 'noun', report, ['homes', 'places to live']],
  [
    'what cannot be counted is left alone',
    ['people who help', 'time with {family}'],
    'supports',
    's',
    'noun',
    report,
    ['people who help', 'time with Amira’s family']
  ],
  [
    '… and what is said of it agrees',
    ['child who has hurt others', 'team that checks'],
    'bullies',
    's',
    'noun',
    report,
    ['children who have hurt others', 'teams that check']
  ],
  [
    'a note to the writer is left alone',
    ['say who did what'],
    'provoked',
    'past',
    'verb',
    report,
    ['say who did what']
  ],
  [
    'a verb takes the tense of what it replaces',
    ['run away', 'take part in'],
    'absconded',
    'past',
    'verb',
    report,
    ['ran away', 'took part in']
  ],
  [
    '… and its ending',
    ['run away', 'stop talking to'],
    'absconding',
    'ing',
    'verb',
    report,
    ['running away', 'stopping talking to']
  ],
  [
    'a capital stays',
    ['brothers and sisters'],
    'Siblings',
    's',
    undefined,
    {...report, first: true},
    ['Brothers and sisters']
  ],
  [
    '… but not that of a title inside a sentence',
    ['person who tells the judge what is best'],
    'Children’s Guardian',
    'base',
    undefined,
    letter,
    ['person who tells the judge what is best']
  ],
  ['your in a letter', ["{child's} home"], 'placement', 'base', 'noun', letter, ['your home']],
  [
    'you do, you have, you need',
    ['{child} does not have a worker', '{child} needs'],
    'x',
    'base',
    undefined,
    letter,
    ['you do not have a worker', 'you need']
  ],
  [
    'after has, the participle',
    ['go missing', 'not feel safe'],
    'absconded',
    'past',
    'verb',
    {...report, before: 'has'},
    ['gone missing', 'not felt safe']
  ],
  ['a verb with not', ['not want to'], 'refuses to', 's', 'verb', report, ['does not want to']],
  ['… in the past', ['not want to'], 'refused to', 'past', 'verb', report, ['did not want to']],
  ['… after may', ['not want to'], 'refuse to', 'base', 'verb', {...report, before: 'may'}, ['not want to']],
  ['… and else', ['not want to'], 'refuse to', 'base', 'verb', {...letter, before: 'you'}, ['do not want to']],
  [
    'clauses and notes are not inflected',
    ['what happened', 'was frightened', 'adults are putting {child} at risk'],
    'failed to protect',
    'past',
    'verb',
    report,
    ['what happened', 'was frightened', 'adults are putting Amira at risk']
  ],
  [
    'no second article or possessive',
    ["{child's} home", 'a plan for the future'],
    'placement',
    'base',
    'noun',
    {...letter, before: 'your'},
    ['home', 'plan for the future']
  ],
  [
    'you as an object is no subject',
    ['our work with {child} is ending'],
    'case closed',
    'base',
    undefined,
    letter,
    ['our work with you is ending']
  ],
  [
    'of several children none is named for the writer',
    ['time with {child}'],
    'x',
    'base',
    undefined,
    {...report, child: null},
    ['time with [name]']
  ],
  [
    'a word that every object of this program knows is a word like any other',
    ['you constructor'],
    'x',
    'base',
    undefined,
    letter,
    ['you constructor']
  ],
  ['at most three', ['a', 'b', 'c', 'd'], 'x', 'base', undefined, report, ['a', 'b', 'c']]
])('%s', (_title, instead, found, form, as, slots, wanted) =>
  expect(suggest(instead, found, form, as, slots)).toEqual(wanted)
)

test.each([
  ['hour', 'an'],
  ['honest answer', 'an'],
  ['extra week', 'an'],
  ['unit', 'a'],
  ['university', 'a'],
  ['unhappy day', 'an'],
  ['uninvited guest', 'an'],
  ['European', 'a'],
  ['one-off', 'a'],
  ['further week', 'a']
])('%s takes “%s”', (word, article) => expect(articleFor(word)).toBe(article))
