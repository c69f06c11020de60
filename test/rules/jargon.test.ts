import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {jargon} from '../../src/rules/jargon.ts'
import {lexicon} from './lexicon.ts'

/** The professional words that a letter to a child is told of. */
const foundIn = (text: string): string[] =>
  judgeExample(jargon, {document: 'letter', text}, rules, lexicon).findings.map(({text: words}) => words)

test.each([
  // Whose job it is, or what it is
  'You can ring your advocate, whose job is to be on your side.',
  'Hello Amira, I’m Oscar, your guardian, whose job it is to find out what matters to you.',
  'There will be a reporting officer, whose role is to help everybody to feel safe.',
  'It’s Nadine here, your guardian. My job is to find out how things are for you and tell the judge.',
  'I’m Hal, the reviewing officer. It’s my job to check that people do what they promised.',
  'Your guardian is called Mrs Pole. Her job is to tell the judge what you want.',
  'Your guardian is Mr Adeyemi. He finds out what children want and tells the judge.',
  'I’m Hal, your reviewing officer, so I check that people do what they said.',
  'I’m Hal. I am your reviewing officer. I make sure that everybody keeps their promises.',
  'I’m Una, your guardian. You know what I do: I find out what you want.',
  'I’m Una, your guardian (I find out what you want and tell the judge).',
  'I’m Una, your guardian – I listen to you and then I tell the judge.',
  'I’m Una, and I’m your guardian because the judge has asked me to find out what you want.',
  'The judge has asked me to find out what you want and to tell her. That makes me your guardian.',
  'I’m your guardian. When a council asks a judge about a child, the judge picks somebody to find out what the child wants, and that’s me for you.',
  'I’m Jan. An advocate is a person who helps you to say what you want.',
  // When or where comes between
  'There is a short hearing at court on 10 March, which is a meeting with the judge to make a plan.',
  'There is a hearing on 2 June (a meeting with the judge).',
  'There is a hearing on 2 June: a meeting with the judge.',
  'There is a hearing at court on Monday, when the judge listens to everyone.',
  'There is a hearing on 2 June – that’s when we all meet the judge.',
  // The next sentences say it
  'The final hearing is in May. That’s the last big meeting at court.',
  'I am writing about the final hearing. It is the last big meeting, when the judge makes up his mind.',
  'I am writing about the final hearing. You asked whether people shout. They don’t. The final hearing is the last big meeting at court.',
  'There is the threshold. That’s the line that has to be crossed before a judge can make an order.',
  // What an order does
  'It is a care order, so the council shares the big decisions with Mum and Dad.',
  'He will not end the care order, so that the council still shares the responsibility for you with Mum.',
  // Words that are only spoken of
  'No words like *going forward* or *placement*, you told me.',
  'The word on the letter was *placement*, and you hated it. I’d say home.',
  'Grown-ups call it contact, but I’ll say seeing Mum.',
  'Lawyers say *proceedings*. I’d say court.',
  'You said that nobody should use the word placement.'
])('is not told of what a letter explains, or only speaks of: %s', (text) => {
  expect(foundIn(text)).toEqual([])
})

test.each([
  ['guardian', 'I’m Una, your guardian. My job is in Leeds.'],
  ['guardian', 'I’m Una, your guardian. My job is to see you on Friday.'],
  ['guardian', 'I’m Una, your guardian. I check my phone every evening.'],
  ['guardian', 'I’m Una, your guardian. Do you like dogs?'],
  ['guardian', 'Your guardian is Mr Adeyemi. He will come on Friday.'],
  ['guardian', 'I will ask your guardian, so I will know on Monday.'],
  ['guardian', 'I began on Monday. That makes me your guardian.'],
  ['guardian', 'I’m your guardian. It was raining, and that’s me soaked.'],
  ['advocate', 'You can ring the advocate, whose office is by the market.'],
  ['care order', 'There is a care order. He finds out what children want.'],
  ['care order', 'It is a care order, so you will need your coat.'],
  ['hearing', 'There is a hearing at court on 10 March, which is a Tuesday.'],
  ['hearing', 'There is a hearing on 10 March (see below).'],
  ['hearing', 'There is a hearing on 10 March: bring your coat.'],
  ['hearing', 'There is a hearing on 10 March, when you will be at camp.'],
  ['final hearing', 'The final hearing is in May. That’s the best month.'],
  ['placement', 'Your placement with Gran will last.'],
  ['placement', 'It was Dad’s word, and the placement ended.'],
  ['contact', 'The lawyers say contact will start in June.'],
  ['contact', 'Mum says contact is lovely.'],
  ['placement', 'I used the wrong word about your placement.']
])('is told of %s: %s', (word, text) => {
  expect(foundIn(text)).toContain(word)
})

/** The professional words that a report is told of. */
const foundInReport = (text: string): string[] =>
  judgeExample(jargon, {document: 'report', text}, rules, lexicon).findings.map(({text: words}) => words)

test.each([
  // The sentence says it in plain words too
  'Siblings (brothers and sisters) should stay together.',
  'Siblings – brothers and sisters – should stay together.',
  'Brothers and sisters (siblings) should stay together.',
  'Contact, that is, time with family, is on Saturdays.',
  'Amira has respite: a weekend with other carers so that her grandmother can rest.',
  'Amira has respite, which is a weekend with other carers so that her grandmother can rest.',
  'The core group (the people who meet each month about the plan) met in May.',
  'The multi-agency meeting – one where school, police and council sit down together – was in May.',
  'Amira is on the edge of care, that is, she may have to leave home.',
  'Amira is a looked after child: that is, the council shares in deciding for her.',
  'The statutory visit (one the law says must be made) was on 4 May.',
  'Amira’s peers (other children of her age) like her.',
  'Permanence means a home for good.',
  'A core group is a meeting where those who help Amira plan what is next.',
  'She needs a home, or placement, near school.',
  // The word is only spoken of
  'Family time, which the law calls contact, is on Saturdays.',
  'Amira’s home with her aunt (in the council’s word, a placement) is safe.',
  'Seeing her father is what the law calls contact.',
  'Every six weeks there is a meeting of those who help, called a core group.'
])('a report may use a word that it says plainly in the same breath: %s', (text) => {
  expect(foundInReport(text)).toEqual([])
})

test.each([
  ['Contact', 'Contact: time with her father on Saturdays.'],
  ['contact', 'Amira has contact (Saturdays, two hours).'],
  ['Contact', 'Contact, which is on Saturdays, makes her happy.'],
  ['contact', 'He missed contact – a sign that he was not well.'],
  ['contact', 'She had no contact, which is a shame.'],
  ['Contact', 'Contact means a lot to Amira.'],
  ['Contact', 'Contact means that Amira is tired on Sundays.'],
  ['contact', 'Which social worker called contact off is not known.'],
  ['placement', 'The placement (the third this year) ended in June.'],
  ['placement', 'The placement is a home where Amira feels safe.'],
  ['placement', 'The placement, which is a long way from school, is not working.'],
  ['siblings', 'Her siblings, brothers Sam and Jo, were seen.'],
  ['siblings', 'Her siblings (Sam, Jo and Kit) were seen.'],
  ['peers', 'Amira’s peers – mostly girls – are kind to her.'],
  ['core group', 'The chair called a core group for May.'],
  ['looked after child', 'Amira is a looked after child, which means that her plan is reviewed.']
])('a report is told of %s, which is described and not said plainly: %s', (word, text) => {
  expect(foundInReport(text)).toContain(word)
})
