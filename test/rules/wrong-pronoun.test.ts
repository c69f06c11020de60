import {expect, test} from 'vitest'
import {judgeExample} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {wrongPronoun} from '../../src/rules/wrong-pronoun.ts'
import {lexicon} from './lexicon.ts'

/** What is offered for each wrong pronoun, in order. */
const offered = (text: string, pronouns: string): string[] =>
  judgeExample(wrongPronoun, {text, children: [{name: 'Sam', pronouns}]}, rules, lexicon).findings.map(({instead}) =>
    instead.join(' · ')
  )

test.each([
  ['Sam waited, and I collected her at noon.', 'he/him', 'him'],
  ['Sam waited, and I thanked her.', 'he/him', 'him'],
  ['Sam waited, and I met her after school.', 'he/him', 'him'],
  ['Sam waited, and then I met her because the bus was late.', 'they/them', 'them'],
  ['Sam plays chess with her dad.', 'he/him', 'his'],
  ['Sam plays chess in her own room.', 'he/him', 'his'],
  ['Sam waited, and I gave her crayons.', 'he/him', 'him · his'],
  ['Sam said that the blue bag was his.', 'she/her', 'hers'],
  ['Sam packed his bag.', 'she/her', 'her'],
  ['Sam packed his bag.', 'she/they', 'her · their']
])('“%s” (%s): %s', (text, pronouns, instead) => expect(offered(text, pronouns)).toEqual([instead]))

/** The pronouns found in the sentences, of the children `Sam he/him` and so on. */
const found = (text: string, children: string, document: 'letter' | 'record' = 'record'): string[] =>
  judgeExample(
    wrongPronoun,
    {
      text,
      document,
      children: children.split(', ').map((child) => {
        const [name, pronouns] = child.split(' ') as [string, string]
        return {name, pronouns}
      })
    },
    rules,
    lexicon
  ).findings.map((finding) => finding.text)

test.each([
  // What is done with one's own, whoever else is there
  ['Mum was there. Kofi shook her head.', 'Kofi he/him', ['her']],
  ['Mum cried. Kofi, who had been drawing, put up her hand.', 'Kofi he/him', ['her']],
  ['Mum was late. Kofi ran in and kicked off her school shoes.', 'Kofi he/him', ['her']],
  ['Ms Bell was cross. Kofi covered her ears when she sang.', 'Kofi he/him', ['her']],
  ['Mum came in wet. Kofi took off her coat.', 'Kofi he/him', []],
  ['Mum was hot. Kofi took off her shoes for her.', 'Kofi he/him', []],
  ['Mum hugged Kofi and shook her head.', 'Kofi he/him', []],
  ['Mum helped Kofi put up her hand.', 'Kofi he/him', []],
  ['Mum waited until Kofi finished and took off her shoes.', 'Kofi he/him', []],
  ['Ms Bell watched as Kofi left, then shook her head.', 'Kofi he/him', []],
  ['Kofi laughed as the cleaner kicked off her shoes.', 'Kofi he/him', []],
  // Whoever does it is not whom it is done to
  ['Mrs Pugh has fostered Isaac since May. She admires her.', 'Isaac he/him', ['her']],
  ['Mrs Pugh met Isaac and his mum. She rang her.', 'Isaac he/him', []],
  ['Mrs Pugh has fostered Isaac. She has her own dog with her.', 'Isaac he/him', []],
  ['Mum and Kofi baked. Mum helped her.', 'Kofi he/him', ['her']],
  ['Mum and her friend saw Kofi. Mum told her to go.', 'Kofi he/him', []],
  ['Mr Rao took Femi to church. He thanked Him.', 'Femi she/her', []],
  ['Mr Rao told Femi about a king. He admires him.', 'Femi she/her', []],
  ['Mrs Lowe says he eats well, sleeps more and has made herself at home.', 'Idris he/him', ['herself']],
  ['Mrs Lowe says he is well, tired and happy and calls herself lucky.', 'Idris he/him', []],
  ['Mrs Lowe says he eats what she makes herself.', 'Idris he/him', []],
  ['He was asked by the judge herself.', 'Idris he/him', []],
  // Named after the pronoun
  ['Isla is shy. He hid until Owen came back.', 'Isla she/her, Owen he/him', ['He']],
  ['Isla sees her father.\n\nIsla likes that. He brings Owen too.', 'Isla she/her, Owen he/him', []],
  ['Met in the library, at his request. Zofia was quiet.', 'Zofia she/her', ['his']],
  ['Seen at Dad’s, in his bedroom. Zofia was quiet.', 'Zofia she/her', []],
  ['Seen at school on his own. Zofia was quiet.', 'Zofia she/her, Filip he/him', []],
  // What a label says is a school
  ['| **Name** | Rowan |\n|---|---|\n| **Nursery** | Little Acorns; he goes on Mondays |', 'Rowan she/her', ['he']],
  ['| **Name** | Rowan |\n|---|---|\n| **Carer** | At Little Acorns; he goes on Mondays |', 'Rowan she/her', []],
  // What animals and grown-ups neither have nor do
  ['Mali would love a dog. His second wish was a garden.', 'Mali she/her', ['His']],
  ['Mali would love a dog. His lead is on the hook.', 'Mali she/her', []],
  ['Mali read about a lion. His first wish came true.', 'Mali she/her', []],
  ['Ffion’s foster carer has a baby. He is crawling.', 'Ffion she/her', []],
  ['Dad plays with Ffion. He crawls after her.', 'Ffion she/her', []],
  ['The health visitor weighed Ffion. He is sitting up unaided.', 'Ffion she/her', ['He']],
  ['The carer had Ffion. He is sitting up with her at night.', 'Ffion she/her', []],
  ['Dr Khan saw Ffion in March. He is small for his age.', 'Ffion she/her', ['He', 'his']],
  ['Dr Khan saw Ffion in March. He is new to the clinic.', 'Ffion she/her', []],
  ['The deputy head knows Ffion. He is in the top set for maths.', 'Ffion she/her', ['He']],
  ['Ffion is well liked. The head teacher says that he has made two firm friends.', 'Ffion she/her', ['he']],
  ['Ffion is well liked. Dad says that he has made two firm friends.', 'Ffion she/her', []],
  ['Ffion met a boy at the park. His school bag was torn.', 'Ffion she/her', []],
  [
    'Ffion has a greyhound, Chips, who is old. Ffion bought Chips a coat with his pocket money.',
    'Ffion she/her',
    ['his']
  ],
  ['Ffion gave Biscuit, the guinea pig, a carrot from his lunch box.', 'Ffion she/her', ['his']],
  // They who do or feel what only somebody does and feels
  ['Nell keeps a jar of shells. They told me which beach each came from.', 'Nell she/her', ['They']],
  ['Nell likes lists. When Nell is worried, they bite the skin on their lip.', 'Nell she/her', ['they', 'their']],
  ['Nell met me at school. They wanted to show me the pond.', 'Nell she/her', ['They']],
  ['Nell had made maps. They explained them to me.', 'Nell she/her', ['They']],
  ['I saw Nell on two afternoons. Both times they were quiet.', 'Nell she/her', ['they']],
  ['Nell is six. She was two when they left home.', 'Nell she/her', []],
  [
    'Nell is ten. She plays the cornet. Ben is six. He doesn’t, but he marches. They live with their mother.',
    'Nell she/her, Ben he/him',
    []
  ],
  ['I saw Nell at school. They told me that she is rarely late.', 'Nell she/her', []],
  ['Nell goes to Hollins Primary. They told me that she is rarely late.', 'Nell she/her', []],
  ['I spoke to CAMHS about Nell. They want to see her in May.', 'Nell she/her', []],
  ['I rang the surgery about Nell. They said that it is early.', 'Nell she/her', []],
  ['Nell is in Year 4. They learn French.', 'Nell she/her', []],
  ['Nell met her class. They wanted to show me the pond.', 'Nell she/her', []],
  ['Nell keeps a jar of shells. They smell.', 'Nell she/her', []],
  ['Nell was quiet. They told her about the move.', 'Nell she/her', []],
  ['Nell drew robots. They walk and talk.', 'Nell she/her', []],
  ['Tom was born when Mum was 16. She was in Year 11 and missed school.', 'Tom he/him', []],
  ['The social worker knows Nell. He lives with his parents and cycles in.', 'Nell she/her', []],
  ['Dad came. Nell took his pencil case by mistake.', 'Nell she/her', []],
  ['After school Nell changes out of his uniform and feeds the cat.', 'Nell she/her', ['his']],
  ['After school Nell puts on his lead and walks the dog.', 'Nell she/her', []],
  ['Nell told Dad that his teacher had lost the register.', 'Nell she/her', ['his']],
  ['Nell loves the rabbit. His bedroom is full of hay.', 'Nell she/her', ['His']],
  ['Zara reads well. Her teacher says that she would have a class full of Zaras.', 'Zara he/him', ['Her']],
  ['Edie is in Year 2 and is a confident reader. He reads each night.', 'Edie she/her', ['He']],
  ['Edie knows Mr Orr, who is a keen reader. He reads each night.', 'Edie she/her', []],
  ['Edie says that they will pack their own bag.', 'Edie she/her', ['they', 'their']],
  ['Edie is walking and, says nursery, biting. They cannot yet say why.', 'Edie she/her', []],
  // Of whom it goes on and on
  ['Nell is six. He is an only child. He is dyslexic.', 'Nell she/her', ['He', 'He']],
  ['Nell is six. He has his grandfather’s nose and his eyes. He runs.', 'Nell she/her', ['He', 'his', 'his', 'He']],
  ['Nell is six. He stays with his dad. He runs.', 'Nell she/her', ['He', 'his', 'He']],
  ['Nell is six. His dad runs. He sings.', 'Nell she/her', ['His']],
  ['Nell is six. He saw that Dad was there. He sang.', 'Nell she/her', ['He']],
  ['Nell has a brother. He is an only son. He runs.', 'Nell she/her', []],
  // Who is told by name once
  ['The health visitor, Ms Rees, came. Nell slept.\n\nNell met the health visitor. He smiled.', 'Nell she/her', ['He']],
  ['The health visitor, Ms Rees, came. Nell slept.\n\nNell met the midwife. He smiled.', 'Nell she/her', []],
  ['The dentist, Ms Rees, came, and then the dentist, Mr Orr.\n\nNell met the dentist. He smiled.', 'Nell she/her', []],
  // Whoever died, whose turn it is, who is told and answers
  ['Noor’s mother died in 2021, and she has lived with an aunt since.', 'Noor he/him', ['she']],
  ['Noor’s mother is ill, and she has lived with an aunt since.', 'Noor he/him', []],
  ['Mr Orr spoke. Osian, when it came to her turn, told me about hens.', 'Osian he/him, Anwen she/her', ['her']],
  ['Osian, when Mum said it was her turn, cried.', 'Osian he/him', []],
  ['Mr Doyle said he would. Nell, when I told him this, said nothing.', 'Nell she/her', ['him']],
  ['Mr Doyle said he would. Nell, when I told him this, was in bed.', 'Nell she/her', ['him']],
  ['Mr Doyle came. Nell, when Mum told him this, said nothing.', 'Nell she/her', []],
  ['The judge asked Nell to draw. Nell drew his wig.', 'Nell she/her', []],
  ['The head teacher likes Nell. His homework club is full.', 'Nell she/her', []],
  // Speech without quotation marks
  ['Ben: She’s lying. He didn’t do it.', 'Asha she/her, Ben he/him', []],
  ['- **Ben**: she hits me.', 'Asha she/her, Ben he/him', []],
  ['- **Ben**: she is well.', 'Asha she/her, Ben he/him', ['she']],
  ['Asha’s words: he’s mean to me and he shouts.', 'Asha she/her', []],
  ['| Who | What they said |\n|---|---|\n| Ben | She hits me |', 'Asha she/her, Ben he/him', []],
  ['| Who | What they said |\n|---|---|\n| Ben | She would like to stay. |', 'Asha she/her, Ben he/him', ['She']],
  ['| Who | Health |\n|---|---|\n| Ben | She has asthma |', 'Asha she/her, Ben he/him', ['She']],
  // The column or the row of a child
  [
    '| | Asha | Ben |\n|---|---|---|\n| School | He is well. | She is well. |',
    'Asha she/her, Ben he/him',
    ['He', 'She']
  ],
  ['| | Asha | Ben |\n|---|---|---|\n| Home | Follows him. | Saves half for her. |', 'Asha she/her, Ben he/him', []],
  ['| | Asha | Ben |\n|---|---|---|\n| Home | He hits her. | She bites him. |', 'Asha she/her, Ben he/him', []],
  ['| | Asha | Ben |\n|---|---|---|\n| Dad | He rings. | He visits. |', 'Asha she/her, Ben he/him', []],
  [
    '| | School | Health |\n|---|---|---|\n| Asha | His teacher is pleased | He has asthma |',
    'Asha she/her, Ben he/him',
    ['His', 'He']
  ],
  ['| | With Dad | Health |\n|---|---|---|\n| Asha | He is late | Well |', 'Asha she/her', []],
  // Who is somebody, and who does it
  ['Gaynor drove Kofi to the station and she cried.', 'Kofi he/him', []],
  ['Gaynor drove Ffion to the station and he cried.', 'Ffion she/her', ['he']],
  ['Ffion watched as the man lost his temper and shook his head.', 'Ffion she/her', []],
  ['Mr Pell has put Ffion in his own form.', 'Ffion she/her', []],
  ['I saw Ffion on his own.', 'Ffion she/her', ['his']],
  ['Ffion’s tutor writes. This week’s says Ffion finished his poem.', 'Ffion she/her', ['his']]
])('“%s” (%s): %j', (text, children, words) => expect(found(text, children)).toEqual(words))

test.each([
  ['Daisy, Robin says you can use his paints.', 'Robin they/them, Daisy she/her', ['his']],
  ['Daisy, Robin, Max and your aunt sang. He sang.', 'Robin they/them, Daisy she/her', []],
  ['Maya, I asked him. He said yes.', 'Maya she/her, Mahir he/him', []],
  ['Your dad starts on Monday. Maya, he’s nervous.\n\nMaya, I’ve told him.', 'Maya she/her', []],
  ['For Maya: his answer is yes.', 'Maya she/her', []],
  ['I met Maya. She sang. Maya draws and he sings.', 'Maya she/her', ['he']],
  ['Rhys, Owain, you both said that she shouts.', 'Rhys he/him, Owain he/him', []]
])('in a letter, “%s” (%s): %j', (text, children, words) => expect(found(text, children, 'letter')).toEqual(words))

test.each([
  // Whoever the heading names
  ['## Health visitor: Mr Pym\n\n- Rowan: well. Likes him to test her eyes twice.', 'Rowan she/her', []],
  ['## School nurse: Mr Tim Hall\n\nRowan has grown. He is pleased.', 'Rowan she/her', []],
  ['## Dentist\n\nRowan has no holes. He is pleased.', 'Rowan she/her', []],
  ['## Dad\n\nRowan is his world. He rings at six.', 'Rowan she/her', []],
  ['## Mum’s view\n\nIt is that Rowan should be with her.', 'Rowan he/him', []],
  ['## The father: Mr Reece Doyle\n\nHe works.\n\n## His proposals\n\n- Rowan would be with him.', 'Rowan she/her', []],
  ['## Grandparents\n\n### Grandad Jim\n\n#### Summer\n\nRowan camps. He cooks.', 'Rowan she/her', []],
  ['## Kit\n\n- Rowan wakes him. Kicks him too.', 'Rowan she/her, Kit he/him', []],
  ['| | What Dad said |\n|---|---|\n| May | Rowan should be with him. |', 'Rowan she/her', []],
  ['# Dad\n\nHe works.\n\n# His proposals\n\nRowan loves them. He has plans.', 'Rowan she/her', []],
  [
    '| | What it meant for Kit and Rowan |\n|---|---|\n| May | Kit ran to Dad. She hung back. |',
    'Rowan she/her, Kit he/him',
    []
  ],
  ['| | Rowan | Kit |\n|---|---|---|\n| May | Rowan painted. He sang. | Slept. |', 'Rowan she/her, Kit he/him', ['He']],
  [
    'Rowan and Kit came by bus. It rained. I had a ball. We sat down. Kit ran up. She hung back.',
    'Rowan she/her, Kit he/him',
    []
  ],
  // Whoever the note before tells of
  ['**Goodbye.** Dad waved.\n\n**In the car.** Rowan said that he’d got thin.', 'Rowan she/her', []],
  ['**Goodbye.** Dad waved.\n\n**In the car.** Rowan slept. He snored.', 'Rowan she/her', ['He']],
  ['Dad waved.\n\nRowan said that he’d got thin.', 'Rowan she/her', ['he']],
  // … but for the title, places, the child, things, and views that are anybody’s
  ['# Report of Mr Hall\n\n## School\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['# Visit at Grandad’s\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Tom’s school\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Rowan\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Rowan and Kit\n\nRowan has grown. He sings.', 'Rowan she/her, Kit he/him', ['He']],
  ['## Each parent’s views\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Position of the guardian\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Child impact analysis\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Mrs Hall’s class\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Dad\n\nHe works.\n\n## School\n\nRowan has grown. He is pleased.', 'Rowan she/her', ['He']],
  ['## Dad\n\nRowan dressed himself.', 'Rowan she/her', ['himself']],
  ['## Dad\n\nRowan got full marks. His homework is in on time.', 'Rowan she/her', ['His']],
  ['## Health visitor\n\nRowan has lost his front tooth.', 'Rowan she/her', ['his']],
  // Whoever the paragraph that leads a list in names
  ['Mr Pym visits. He told me:\n\n- Rowan: well.\n- Eats. Likes him to test her eyes.', 'Rowan she/her', []],
  ['The teacher told me:\n\n- Rowan: reads. Drew a picture of him.', 'Rowan she/her', []],
  ['The teacher told me:\n\n- Rowan has lost his front tooth.', 'Rowan she/her', ['his']],
  ['Mrs Pym told me:\n\n- Rowan: well. Has his own room.', 'Rowan she/her', ['his']],
  ['I met Mr Pym.\n\n- Rowan: well. Has his own room.', 'Rowan she/her', ['his']]
])('beneath what stands above, “%s” (%s): %j', (text, children, words) => expect(found(text, children)).toEqual(words))

test.each([
  // A first name that is nearly always a woman's is no *he*
  ['Noor’s foster carer, Liz, has noticed that he eats little.', 'Noor she/her', ['he']],
  ['Noor’s foster carer, Dave, has noticed that he eats little.', 'Noor she/her', []],
  ['Noor’s foster carer, Sam, has noticed that he eats little.', 'Noor she/her', []],
  ['Karen took Noor to town. He had two ices.', 'Noor she/her', ['He']],
  ['Robin took Noor to town. He had two ices.', 'Noor she/her', []],
  // Somebody named beside the word for them does the thing as one
  ['Ezra’s social worker, Ms Lane, took her to the park.', 'Ezra he/him', ['her']],
  ['Ezra’s social worker, Ms Lane, took her coat.', 'Ezra he/him', []],
  // Whoever is to do a thing to him
  ['I asked Tallulah. She wants a grown-up to walk him to the bus.', 'Tallulah she/her', ['him']],
  ['The grown-up had Tallulah to walk with him to the bus.', 'Tallulah she/her', []],
  ['Sunny has slept badly. The college nurse offered her six sessions.', 'Sunny he/him', ['her']],
  ['Sunny has slept badly. The college nurse offered her ideas.', 'Sunny he/him', []],
  // What only children do and have
  ['Miss Hart teaches Ezra. She reports that she is in Year 4 and likes it.', 'Ezra he/him', ['she']],
  ['Miss Hart teaches Ezra. She is the head of Year 4.', 'Ezra he/him', []],
  ['Mum is worried about Joel. She said she has started wetting the bed.', 'Joel he/him', ['she']],
  ['Mum feeds Caspian. All is well: she is following the 25th centile.', 'Caspian he/him', ['she']],
  ['Mum has met all of Ezra’s needs. She is reaching her milestones.', 'Ezra he/him', ['She', 'her']],
  ['Mum met Ezra’s teacher. She is a keen, bright boy.', 'Ezra he/him', ['She']],
  ['Mum has a new baby. She is a lively girl.', 'Ezra he/him', []],
  ['The guardian submits that Lowri ought to have his voice heard.', 'Lowri she/her', ['his']],
  ['The judge decided that Ezra should live with her dad.', 'Ezra he/him', ['her']],
  ['Ezra’s foster carer says that her mum is ill.', 'Ezra he/him', []],
  // What is said of one child at its beginning
  ['As for Delphi, their view has not changed.', 'Delphi she/her', ['their']],
  ['Asked what makes her laugh, Wilf said farts.', 'Wilf he/him', ['her']],
  ['Mum was there. Asked what makes her laugh, Wilf said that she does.', 'Wilf he/him', []],
  // Asked of oneself
  ['Zachary has a new badge. He has asked whether she can move down a group.', 'Zachary he/him', ['she']],
  ['Zachary has a new teacher. He has asked whether she can move.', 'Zachary he/him', []],
  ['Zachary has asked whether she is coming.', 'Zachary he/him', []],
  // Names of things
  ['Gwenllian is reading *His Dark Materials*. Gwenllian saw His Honour.', 'Gwenllian she/her', []],
  ['Taid let Guto sit in the tractor. She still starts first time.', 'Guto he/him', []]
])('“%s” (%s) finds %j', (text, children, words) => expect(found(text, children)).toEqual(words))

test.each([
  // Nobody else was named whom it could mean
  ['Dear Blodwen,\n\nMrs Pugh will keep it until he is old enough.', 'Blodwen she/her', ['he']],
  ['Dear Blodwen,\n\nMrs Pugh will keep it until Mr Pugh is back and he is old enough.', 'Blodwen she/her', []],
  ['Dear Dafydd,\n\nI have asked the judge to let her stay at school.', 'Dafydd he/him', ['her']],
  [
    'Dear Remi,\n\nI’m going to tell the judge two things. Remi wants people to stop ringing him.',
    'Remi they/them',
    ['him']
  ],
  ['Dear Remi,\n\nI met the judge. Remi wants people to stop ringing him.', 'Remi they/them', []],
  ['Dear Dafydd,\n\nYou asked about your nan. I have asked the judge to let her visit.', 'Dafydd he/him', []],
  [
    'Dear Xanthe,\n\nThis is what I wrote about you: Xanthe swims, and he sees his cousins.',
    'Xanthe she/her',
    ['he', 'his']
  ]
])('in a letter, “%s” (%s) finds %j', (text, children, words) => expect(found(text, children, 'letter')).toEqual(words))

test.each([
  // The child in the heading, or in what leads a list in
  [
    '### Saskia’s wishes and feelings\n\n- He wants Sunday dinners at Nan’s.\n- He does not want to sleep at Dad’s.',
    'Saskia she/her',
    ['He', 'He']
  ],
  ['### Rupert’s mother\n\nShe grew up in Deal. Her own childhood was happy.', 'Rupert he/him', []],
  ['What Elspeth enjoys:\n\n- baking with Gran\n- his guinea pigs', 'Elspeth she/her', ['his']],
  ['What Elspeth’s dad enjoys:\n\n- baking\n- his guinea pigs', 'Elspeth she/her', []],
  ['## Owen\n\nShe is doing well. Her attendance is good.', 'Owen he/him', ['She', 'Her']]
])('under what is above, “%s” (%s) finds %j', (text, children, words) => expect(found(text, children)).toEqual(words))

test.each([
  // Somebody by their initials
  ['Mia asked DA why he has no hair.', 'Mia she/her', []],
  ['N. takes Tom on her knee.', 'Tom he/him', []],
  ['Mia watched TV. He laughed.', 'Mia she/her', ['He']],
  // A parent's own parent
  ['Mia lives with her father. He lost his own father in May.', 'Mia she/her', []],
  ['Tom lives with his mother and her mother.', 'Tom he/him', []],
  // Who does a thing in a note, or is only spoken of before the comma
  ['Mia is generous. Saves half of everything for him.', 'Mia she/her', []],
  ['Mia is generous. Saves half of his sweets.', 'Mia she/her', ['his']],
  ['For Tom, she is home.', 'Tom he/him', []],
  ['As for Tom, she is well.', 'Tom he/him', ['she']],
  ['In Tom’s family she is the boss.', 'Tom he/him', []],
  ['Marlowe says they like her.', 'Marlowe they/them', []],
  ['Merle told her that’s not true.', 'Merle they/them', []],
  // More of what only children do and have
  ['Carer finds that she is settled, eating well and sleeping through.', 'Oskar he/him', []],
  ['Discussed Oskar. Carer finds that she is settled, eating well and sleeping through.', 'Oskar he/him', ['she']],
  ['Discussed Oskar. Carer finds that she is settled and eating well.', 'Oskar he/him', []],
  ['Delilah has a dog, Chips. Delilah bought Chips a coat with his own pocket money.', 'Delilah she/her', ['his']],
  ['Mrs Beddoe says that Rhodri has grown out of her boots.', 'Rhodri he/him', ['her']],
  ['Mrs Beddoe says that she has grown out of her boots.', 'Rhodri he/him', []],
  // Somebody who was not named is one of them
  ['Dad came. He had Tom’s coat. They talked at the door; she made a note.', 'Tom he/him', []]
])('“%s” (%s) finds %j', (text, children, words) => expect(found(text, children)).toEqual(words))
