import {describe, expect, test} from 'vitest'
import {factsOf, paperLexicon} from './whole-documents.ts'

const lexicon = paperLexicon()
const toChild = new Set(['who-i-am', 'next-steps', 'how-to-reach-me', 'feedback'])

/** The sections that a heading shows, in a paper about Leo. */
const shownBy = (heading: string, document: string): string[] =>
  factsOf(`# A paper\n\n## ${heading}\n\nIt rained, and the kettle was on.`, lexicon, {
    document,
    children: [{name: 'Leo', pronouns: 'he/him'}],
    people: ['Mr Marsh', 'Ms Brightwell']
  })
    .sections.filter(({by}) => by !== 'prose')
    .map(({id}) => id)

/** Headings that workers use, by the section that they show. */
const headings: Readonly<Record<string, string>> = {
  strengths: `The good in Leo's life|What's good|What makes Leo happy and safe|Things that are going right|What Leo's family do well|The positives|Leo's strengths and talents|What holds Leo up|What is strong in this family|Good news first|What I liked|What gives me confidence|Where Leo shines|Love and care around Leo|What protects Leo|Factors that protect Leo|Evidence of protection|What is already working|What works for Leo|Best things about living with Mum|The people who love Leo|Family strengths|Resilience and support|Sources of stability|Leo's support network|What both parents do well|The bright side|How Leo is thriving|What is going right for Leo|Hopeful signs`,
  risks: `My concerns|What troubles me|What has been hard|Things that worry me|What Leo needs protecting from|Where I am worried|What frightens Leo|Leo's safety|Safety|Is Leo safe?|The risk of harm|Domestic abuse|Harm that Leo has suffered|Dangers|What's not working|What isn't working|The difficult parts|What could go wrong|Welfare concerns|Difficulties|Alcohol and violence|Problems at home|Hard things|The hard part|Worries about Leo|What Leo has been through|Safeguarding|What makes life hard for Leo|Pressures on Leo|What keeps me awake`,
  'wishes-and-feelings': `Leo's own words|What Leo would like|What Leo wants the judge to know|In Leo's words|What I heard from Leo|Listening to Leo|Leo speaks|Leo's hopes|The children's views|What the children told me|Leo on Leo|How Leo feels about it|What he told me|What does Leo think?|Leo's message to the court|What Leo thinks should happen|Leo's perspective|Wishes|Feelings|What Leo asked me to say|What Leo showed me|Leo's view of things|What they said|What is Leo telling us?|What matters most to Leo`,
  'unique-needs': `Leo's needs|What Leo needs|Leo's identity|Culture and religion|Health and disability|What makes Leo Leo|What is particular about Leo|Leo as a person|Leo's particular needs|Needs|Leo's culture|Faith and family|Language and heritage|Special needs|Diversity|What to know about Leo|Equality|What matters about Leo|What sets Leo apart|Background and identity|Leo's health|Ethnicity, religion and language`,
  'how-seen': `Meeting Leo|My visits|When I saw Leo|How I spent time with Leo|Seeing Leo|Time spent with Leo|Contacts with Leo|How Leo was seen|Meetings|My time with Leo|Where and when I met Leo|How this report was made|How I got to know the children|Leo and I|My meetings with Leo|How I listened to Leo|Work with Leo|Talking with Leo|Leo was seen|How and when I saw each child|Direct work`,
  recommendations: `What I recommend|My recommendation|What I am asking the court to do|What should happen now|What I think is best|Proposals|What I would like the court to order|My advice|What Leo needs to happen|What happens next for Leo|Conclusion|The plan I support|Way forward|What I propose|What the court should do|Where Leo should live|What would be best for Leo|Recommended orders|What I ask for|My view|Suggested arrangements|Next steps for the court|Advice|What now?`,
  reasons: `My reasons|Why|Why I think so|The reasons|How I reached this|How I came to this view|Why this and not something else|Because|Reasoning|What I weighed|My thinking|Analysis|Why not the other way|Explaining my recommendations|Why these steps|Welfare analysis|How I decided|What led me here|Behind the recommendations|Balancing it all|Why I say this|Thinking it through|What I took into account|Reasons for what I recommend`,
  'who-i-am': `Who I am|Me|A bit about me|Who is writing to you|Hello from me|My job|What I do|Who's Bethan?|About me|Let me introduce myself`,
  'next-steps': `What happens now|What's next|What happens after this|Coming next|What will happen|When I will see you|Our first meeting|The plan|What comes next|After this letter|When you'll hear from me|What to expect|What I'll do now|Dates to remember|Looking ahead`,
  'how-to-reach-me': `Getting hold of me|How to get in touch|Contact me|If you want to talk|If you have any questions|Talk to me|My number|Keeping in touch|Where I am|How you can reach me|Need me?|Want to ask something?|Questions?|If you need me|Get in touch`,
  feedback: `How did I do?|Tell me how I did|Your feedback|If you're not happy|If you want to complain|What did you think?|Was I any good?|Say what you think|If something wasn't right|Telling us off|What could I do better?|Having your say`,
  'who-was-there': `Present|Who was there|Attendees|Attended by|In attendance|Those present|Who took part|People|At the meeting|In the room|On the call|Participants|Supervisor and supervisee|Who was in the room|Attendance`,
  'benefit-to-child': `What this means for Leo|How this helps Leo|Benefit to Leo|What difference this makes|For Leo|What Leo gains|How will this help Leo?|Why this matters for Leo|Impact on Leo|How the discussion helped Leo|What is best for Leo|Outcome for Leo|So what for Leo?|What changes for Leo|How it helped`
}

/** Headings of other parts of a report. */
const others = `Background|Introduction|Why the court is involved|The family|The application|About Leo|Current arrangements|Chronology|The parents' positions|What the parents say|What Leo's mother says|What Mr Marsh told me|School|Leo's school|Police and council checks|Checks|What each parent wants|Who is who|Who lives where|What the court asked me|What I was asked to do|Statement of truth|Court history|History|Leo's mother|Leo's father|Mr Marsh|Ms Brightwell|The grandparents|What the school says|Views of the mother|The mother's account|Parties|Orders made so far|Time with his father|Where Leo lives now|Family life|Leo's day|Information from others|Signature|The hearing|Case details|Genogram|What has happened so far|Life at Dad's|Home life|Housing|Finances|Documents read|How the parents get on|Why I was asked to write this|Education|The facts|Leo's family|Other people|Father's new partner|Children's services involvement|Parents' views|Work with the parents|Meetings with the parents|What the parents agree about|Visits to the parents|Why the parents disagree`

describe.each(Object.entries(headings))('%s', (id, list) => {
  test.each(list.split('|'))('%s', (heading) => {
    expect(shownBy(heading, toChild.has(id) ? 'letter' : 'report')).toContain(id)
  })
})

test.each(others.split('|'))('nothing is shown by: %s', (heading) => {
  expect(shownBy(heading, 'report')).toEqual([])
})
