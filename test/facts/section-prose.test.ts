import {describe, expect, test} from 'vitest'
import {factsOf, paperLexicon} from './whole-documents.ts'

const lexicon = paperLexicon()
const leo = [{name: 'Leo', pronouns: 'he/him'}]
const letters: Readonly<Record<string, string>> = {feedback: 'letter-goodbye', reasons: 'letter-decision'}
const supervised = new Set(['benefit-to-child', 'who-was-there'])

/** The sections that sentences of a letter to Leo show. */
const inLetter = (id: string, sentence: string, before: string): string[] =>
  factsOf(`Dear Leo,\n\n${id === 'reasons' ? before : ''}${sentence}\n`, lexicon, {
    document: letters[id] ?? 'letter-introduction',
    children: leo,
    people: ['Gethin', 'Bev', 'Miss Lee']
  }).sections.map((section) => section.id)

/** The same for a report or record about Leo. */
const inReport = (id: string, sentence: string): string[] => {
  const supervision = supervised.has(id)
  return factsOf(`# ${supervision ? 'Supervision record' : 'Report'} about Leo\n\n${sentence}\n`, lexicon, {
    document: supervision ? 'supervision' : 'report',
    children: leo
  }).sections.map((section) => section.id)
}

/** Sentences, by the section that they show in a letter; those of reasons come straight after a decision. */
const inLetters: Readonly<Record<string, string>> = {
  'next-steps': `I'm going to see you again on Monday.|We'll meet next week at your nan's.|You will move to your aunt's house in July.|The judge is going to read my report on 4 June.|A lady called Bev will pop round on Tuesday.|After the holidays Mr Okoro will take over from me.|I'd like to come and see you at school on Friday.|Next, the judge reads everything.|Your next visit with Dad is on Sunday.|There'll be one more meeting before Easter.|On Friday you are going to Nan's.|The judge decides on 6 May, and I'll phone you that night.|I would like us to meet twice.|Would it be all right if I came to your school?|Could we meet at the library?|Miss Lee has lent us the art room on Tuesday.|Please tell Miss Lee which day you'd like me to come.|The judge wants my letter by 5 June.|Your mum says you'll be at home on Friday, so I'll come then.`,
  'how-to-reach-me': `You can always ring me on 07700 900123.|If you want to talk, ask Miss Lee to phone me.|My email is at the bottom.|Text me whenever you like.|You can get me on 01632 960001.|Drop me a line any time.|Give me a call if you're worried.|Here is my number: 07700 900444.|Just let Miss Lee know and she'll tell me.|You can find me at the office on King Street.|Write to me at 4 Canal Walk.|Send me a message through your foster mum.`,
  feedback: `I'd love to know what you thought of me.|If I got something wrong, please say.|There's a form for telling us what we did well and badly.|You can complain, and I won't be cross.|Tell my boss if I could do better.|Was there anything I could have done differently?|How was it for you?|You were stuck with me all year: what was that like?|Was there a day when I got it wrong?|Please fill in the card and say how I did.|We want to hear what was good and what wasn't.|You can tell us what you think at this link.|I'd like to know what I was like to work with, good and bad.|There's a sheet in here with some faces on the top.|What was I like as a guardian?`,
  'who-i-am': `I'm called Gethin.|My name's Gethin.|I am Gethin and I work with children.|I'm your new social worker.|It's Gethin here, from the court team.|I work for Cafcass.|My job is to listen.|I'm the person the judge asked to meet you.|You don't know me yet: I am a guardian.|I'm Gethin Price.`,
  reasons: `The judge decided that because you are safe there.|I have told the judge that you should stay, because you asked to.|The judge said that Dad's house is too far from school, and that is why.|She chose this so that you can stay at your school. |I think you should live with Nan because she looks after you so well.|The reason is that Mum is still poorly.|My main reason was your sleep.|The judge made the order because Mum needs more time.|Since neither of your parents can drive, the judge wants you nearer to school.|I thought hard about it, and your safety came first.|The judge said that Nan has never once let you down.|I said this because you told me you feel safe there.`
}

const notInLetters: Readonly<Record<string, string>> = {
  'next-steps': `I came to your school in March.|The judge made an order on 4 May.|You were brave.|The order lasts until you are sixteen.|I hope you enjoyed the party.|I have heard that you are going to sing at the cathedral.|You are going to dance in the show.|Your mum told me that you are moving to Year 4 in September.|I will listen to you and I will be honest with you.|I will try not to use long words.|You're going to be a big brother in the spring!`,
  'how-to-reach-me': `You told me about Biscuit.|Your dad rang me on Tuesday.|I spoke to your teacher.|Your mum will ring you on Sundays.|Tell me about it, I said.|You asked me to tell the judge.|You would only talk to me through the letterbox.|You can tell me where I've got you wrong.|I have handed back my phone and my keys.|My phone is going back on Friday.`,
  feedback: `Your teacher gave good feedback on your story.|You told me what you thought of the house.|Dad complained about the noise.|You said what you wanted.|The judge wanted to know what you thought.|I told the judge what you think.|You made a page of faces for your nan.|You told me what you were like as a baby.`,
  'who-i-am': `The judge is a kind person.|Your social worker is called Dee.|A meeting has been arranged.|I am writing about the hearing.|I am sorry that it took so long.|I am glad that you like school.`,
  reasons: `I am writing because the hearing is over.|You told me that you were sad because the dog died.|Mum was late because of the bus.|The order lasts until you are sixteen.|I am sending this as soon as Judge Lee has signed it.|I know that you're cross because you wanted to stay.|Bring your boots so that we can go out.|I'll ring on Friday so that you can tell me how it is.`
}

/** Sentences, by the section that they show in a report. */
const inReports: Readonly<Record<string, string>> = {
  'how-seen': `Leo and I met twice, at school and at home.|I have seen Leo three times.|I visited Leo at his gran's.|Leo was visited on 3 May.|My meetings with Leo were at school.|I went to the park with Leo.|Leo talked to me in the library on 4 May.|I spent an hour with Leo and his cards.|We met Leo at the nursery.|I have not met Leo, because he is in hospital.|Leo would see me only at the allotment.|On 4 May I sat in Leo's den with him.|I met Leo with his mother at her flat.|Leo was spoken to by a colleague at his school.|Two sessions with Leo, one at school and one over video.`,
  'unique-needs': `Leo is deaf, and so every plan has to be shown to him in signs.|Leo is a Muslim boy who prays with his father, and so Fridays matter.|Leo has autism, which means that he needs to know a plan a week before.|Being Polish matters to Leo: he reads in both languages.|He has dual heritage and his school is nearly all white; he told me that he needs to see people who look like him.|Leo has a severe nut allergy and needs his pens wherever he is.|Leo was born with one hand.|Igbo is the language of his father's family.|Leo has been coeliac since he was two.|Leo was adopted and has questions about where he comes from that need answers.`,
  'wishes-and-feelings': `Leo told me he wants to stay.|Leo would like to see his dad more.|I asked Leo what he would wish for.|Leo was clear that he does not want to move.|He drew a house and said, “That's Nan's, I want to be there.” Leo said that it was the best house.|Leo's wish is to live with Nan.|Leo says he feels safe at Nan's.|Leo has always said that he wants both.|If he had a say it would be for both of them.|Leo cannot tell anybody in words what he would like.`,
  reasons: `I recommend that Leo stays with Nan because he is safe there.|I recommend that Leo stays with Nan. He is safe there, and this is why.|I ask the court to make the order so that Leo knows where he will be.|My reasons are these.|I recommend that Leo stays. It would keep him near his school.|I have thought about the alternatives and rejected them.|I have weighed a move against staying.`,
  recommendations: `I recommend that Leo stays.|In my view Leo should stay.|I would ask the court to make no order.|My recommendation is that he stays.|I suggest that the court lists a hearing.|It would be best for Leo to stay.|Leo should live with Nan.|I support the application.|I do not support a move.|The court is invited to make an order.|I think that it is right for Leo to stay with Nan.|I propose alternate weekends.|I advise that the visits go on.`,
  strengths: `Leo has a lot going for him.|Leo is loved by both of his parents.|There is much that is good in Leo's life.|His mother has done a remarkable job.|Leo is doing well at school and has good friends.|Both parents love him and put him first.|Leo is a bright, funny boy whom everybody likes.|The family has many strengths.|There is a lot to admire.|Leo won a prize for kindness and his coach would trust him with the keys.|His mother rings him each night and has kept every promise.`,
  risks: `I am concerned about the drinking.|Leo could be hurt if this goes on.|My worry is the arguing.|The biggest risk is that he will be lost.|Leo is not safe there.|Leo has been hit twice.|What worries me is the silence.|I fear that it will happen again.|If it happened again, Leo would be frightened.|There is a danger that he will stop eating.|I have two worries.|Three things trouble me.|The first fear is that he will run.|Leo is being hurt.|There are some real concerns.|The plan is not without its dangers.`
}

const notInReports: Readonly<Record<string, string>> = {
  strengths: `Kayden did not wish to be seen with his father.|Leo is in Year 5.|The parents separated in May.|Ms Clarke would like Saturdays to carry on.|Leo was seen at school.|He has had a caution.|The court made an order in 2020.|Leo's father loves football.|There are no strengths to speak of.|Mr Marsh says that he has good days.|The hearing took place at the court.`,
  risks: `Leo lives with his mother.|The parents disagree about schools.|Leo walks to school with his friend.|No concerns have been raised by the school.|There is no evidence of any risk to Leo from his father.|The police have no record of the family.|Neither parent is worried about the other.|He was born in hospital.|I have no concerns about the school.`,
  'wishes-and-feelings': `His mother told me that she wants more time.|Leo's father would like weekends.|Leo is three.|Leo's teacher said that he is bright.|Mr Marsh wants to see Leo.|The school said that Leo is happy there.|I did not ask.`,
  'unique-needs': `Leo is nine.|Leo lives near the church.|The family speaks to one another each day.|Leo needs a new bike.|The parents need to talk.|Leo goes to ballet on Tuesdays.`,
  'how-seen': `I saw the parents at the office.|I read the papers.|I spoke to Leo's mother.|I met Ms Brightwell.|Leo's father saw him on Saturday.|The school sees Leo each day.|Leo likes a plan on paper, and I have written to him in that way.|I met with Leo's paternal grandmother.|I saw photographs of Leo.|I have seen Leo's file.|I met Ms Hale twice at her flat.|I have read the letter that Leo wrote.|I spoke to the social worker for Leo.`,
  reasons: `I saw Leo with his teacher because he asked for that.|The weekends stopped because Mr Marsh moved.|Leo is tired because he wakes at six.|I was asked to write because the parents disagree.`,
  recommendations: `The parents think that Leo should choose.|Ms Clarke would like Saturdays to carry on.|An order was made in 2020.|The school recommended a tutor.|Leo said that he should have gone.`,
  'benefit-to-child': `Steph is to type up the visit to Leo.|The report on Leo is due on Friday.|Leo was seen on 3 May.|The claim will be sent on Monday.|Steph will see Leo on Tuesday.`,
  'who-was-there': `Leo was seen on 3 May.|The draft is due.|Leo is present at school most days.`
}

const each = (lists: Readonly<Record<string, string>>) =>
  Object.entries(lists).flatMap(([id, list]) => list.split('|').map((sentence) => [id, sentence] as const))

describe('prose shows a section without a heading', () => {
  test.each(each(inLetters))('%s: %s', (id, sentence) => {
    expect(inLetter(id, sentence, 'The judge decided on Monday. ')).toContain(id)
  })
  test.each(each(inReports))('%s: %s', (id, sentence) => {
    expect(inReport(id, sentence)).toContain(id)
  })
})

describe('prose about something else shows nothing', () => {
  const long = 'The judge decided on Monday. Thank you for the picture. It is on my wall. I like the dog best. '
  test.each(each(notInLetters))('%s: %s', (id, sentence) => {
    expect(inLetter(id, sentence, long)).not.toContain(id)
  })
  test.each(each(notInReports))('%s: %s', (id, sentence) => {
    expect(inReport(id, sentence)).not.toContain(id)
  })
  test.each(Object.entries(notInReports))('%s, even all together', (id, list) => {
    expect(inReport(id, list.replaceAll('|', '\n\n'))).not.toContain(id)
  })
})
