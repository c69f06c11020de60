import {isNamedAbove} from '../facts/above.ts'
import {childMeantBy} from '../facts/antecedent.ts'
import {calledName} from '../facts/called.ts'
import type {Facts} from '../facts/facts.ts'
import {childMadeIt, itsPlaces} from '../facts/its.ts'
import {childBoundTo} from '../facts/ones-own.ts'
import {formsInPlace} from '../facts/pronoun-forms.ts'
import {allowedForms, type Pronoun, pronounPlaces, pronounsAt} from '../facts/pronouns.ts'
import {quotationOver} from '../facts/quotations.ts'
import {findReferents, type Referent} from '../facts/referents.ts'
import {isSomebodyElse} from '../facts/somebody-else.ts'
import {childOfCell, isSetOutSpeech} from '../facts/topic.ts'
import type {Draft} from '../model/finding.ts'
import {Gap, Shape} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

export const wrongPronoun: Rule = {
  id: 'wrong-pronoun',
  title: 'A pronoun for the child that is not theirs',
  why: 'The young people ask to be asked for their pronouns, and then to be called by them. A wrong one says that the paper was copied from another child’s, or that nobody listened.',
  fine: 'Wherever a pronoun could mean anybody else, nothing is said. Declare several (she/they), a set of your own (xe/xem/xyr), or “any”.',
  sources: ['fjypb-ten-asks', 'cafcass-cymru-framework'],
  severity: 'error',
  onWords: true,
  examples: [
    {text: 'Amira likes school and *he* walks there with *his* rabbit on Fridays.'},
    {text: 'Amira made *himself* a sandwich.'},
    {text: 'Amira’s dad said he was sorry. Mr Hussain brought his guitar.'},
    {text: 'Amira told Ben that she likes him. Her brother rang; he was late.'},
    {text: 'I loved your cat, Amira, and how he hid his mouse in your drawer.', document: 'letter'},
    // Whoever is *you* is nobody's *he*
    {
      text: 'The judge read it out. You were there when he said it, Amira. You can keep what he wrote.',
      document: 'letter'
    },
    {text: 'You told me that your class has a rat and that he bites, Amira.', document: 'letter'},
    {text: 'I told the judge that Amira draws and that *he* sings, as you asked.', document: 'letter'},
    {text: 'When Sam met the judge she smiled.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    {text: 'Sam plays the drums, and *his* favourite day is Friday.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Sam has asked for *her* own room. They like blue.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Jo draws. She sings, and they dance. *He* paints.', children: [{name: 'Jo', pronouns: 'she/they'}]},
    {text: 'Xan rides. Xe fell off xyr bike. *She* cried.', children: [{name: 'Xan', pronouns: 'xe/xem/xyr'}]},
    {text: 'Amira said, “He is my best friend”. Amira and Leo said that they want to stay.', people: ['Leo']},
    {text: 'Sam likes any of them: she runs, he jumps.', children: [{name: 'Sam', pronouns: 'any'}]},
    // Bound by grammar to the child
    {text: 'Amira took the bus to Barmouth by *himself*, and her dad hurt himself.'},
    {text: 'Amira, her aunt says, taught *himself* the banjo.'},
    {text: 'Amira’s grandfather forgot his hat, and Amira ran back with the bag under *their* arm.'},
    {text: 'Mr Finch teaches Amira. Last term *he* asked Mr Finch whether a cello can be plucked.'},
    {text: 'Amira goes to Scouts. The leader describes *him* as kind, and the leader, Mr Orr, brings his kettle.'},
    {text: 'Dad was there. Amira ran in and kicked off *his* shoes. Dad waited until Amira ate and shook his head.'},
    {text: 'Mr Finch has taught Amira for two years. He describes *him* as funny, and says that people like him.'},
    {text: 'Mr Orr says she has hurt *himself* twice. Mr Orr says she sang and hurt himself.'},
    {text: 'At the gate Amira held out *his* hamster. When Amira held out his hamster, Sami laughed.'},
    // Whoever the whole sentence tells of is not whom its verbs are done to
    {text: 'Mr Orr lifted Amira on to the swing and pushed *him* for a while. Then he went home.'},
    {
      text: 'Mr Orr liked the way Amira came and hugged him. Mr Orr said Amira ran up and hugged him. Mr Orr came in, the dog jumped up and bit him.'
    },
    {text: 'Mr Orr was at the gate. He saw Amira. Her brother Sami took Amira’s hand and led him home.'},
    {text: 'Mrs Orr dropped Sam off and hurt her back.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    {text: 'Mrs Orr took Sam to the dentist and brought *her* home.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    // A name beside the word for somebody is the same person
    {
      text: 'Amira’s carer, Mrs Amos, says that *his* nightmares have stopped. Amira met her sister Noor, and *he* sang.'
    },
    {text: 'Amira’s carer, Mr Amos, says that his back hurts. Amira told her sister Ben was here, and he sang.'},
    {text: 'Amira met Mrs Webb, her solicitor. Amira is sure that *he* will stay.'},
    {text: 'Amira met Mrs Webb, her solicitor, and a nurse. Amira is sure that he will stay.'},
    // Named only afterwards
    {text: 'Seen at college, on *his* own. Amira was tired.', document: 'record'},
    {text: 'Seen at college with the teacher, at his request. Amira was tired.', document: 'record'},
    {text: 'For *his* birthday, Amira would like a drum. When *he* is tired, Amira hums.'},
    {text: 'When he is tired, Amira’s dad sings. Because of his back, the caretaker lets Amira carry chairs.'},
    // Nobody else who could be meant
    {text: '| Day | Seen |\n|---|---|\n| Mon | Amira at school |\n| Tue | *He* was late |'},
    {text: '| Day | Seen |\n|---|---|\n| Mon | Amira and her dad |\n| Tue | He was late |'},
    {text: 'Mr Tate and I agree that Amira should stay, and that *his* exams come first.'},
    {text: 'Amira has a rabbit. While *he* told me about it, Amira drew.'},
    {text: 'Amira is liked at school, where *he* sings, and at her dad’s, where *he* drums.'},
    // Somebody whom no list names
    {text: 'Amira sat by the drummer, who kept his hat on. Her choirmaster says that he is proud.'},
    {text: 'My predecessor met Amira twice. His notes are on the file. Whoever wrote them, I thank him.'},
    {text: 'Amira shares a wall with a trumpeter. He practises at six. His PA rang.'},
    {text: 'Amira keeps a stick insect in a jar. He has lost a leg.'},
    {text: 'Amira’s trainers are small, and they let in rain. She has stomach aches and they come at night.'},
    {text: 'Amira drew a king, and he has two beds. The Whites came. He is a baker.'},
    {
      text: 'Omar is happiest in mud. Amira is not: *he* stays in.',
      children: [
        {name: 'Amira', pronouns: 'she/her'},
        {name: 'Omar', pronouns: 'he/him'}
      ]
    },
    {
      text: 'I saw Amira first. She had a list, and he had helped.',
      children: [
        {name: 'Amira', pronouns: 'she/her'},
        {name: 'Omar', pronouns: 'he/him'}
      ]
    },
    {
      text: 'Amira came to all our meetings. Most of them were in my car.',
      children: [{name: 'Amira', pronouns: 'she/her'}]
    },
    // Whoever does a thing to somebody is not that somebody
    {text: 'Amira misses him and would like to live with him. She said that he shouts at her.'},
    {text: 'Amira was asleep. He carried Amira upstairs. She likes it when he sings.'},
    {text: 'Amira takes a torch to bed with *him*. Mrs Orr let *him* keep it.'},
    {text: 'Amira was seen, and Will agreed with her. Will came with a view about Amira. He left without one.'},
    // Whoever is beside the child may be one of them
    {text: 'Amira met her aunt. They made beads. Amira walked the dog, and they got wet.'},
    {text: 'Ms Orr rang. Amira ran to her. On the day I was there they made beads.'},
    {text: 'Amira was late. He (Mr Orr) was not cross.'},
    {
      text: 'Mr Orr rang. In June he went to Leeds. Since June he has been sober.\n\nI saw June. *He* smiled.',
      children: [{name: 'June', pronouns: 'she/her'}]
    },
    {
      text: 'The judge is Mr Orr.\n\n**Amira.** You asked why he decides. He has never met you.',
      document: 'letter'
    },
    {text: 'I met Amira. *They* were chatty. Amira reads. Between them they get most things done.'},
    {text: 'Mr Orr rang. Amira had a bump. It was the goal. I sent ice. She is fine. He has told the school.'},
    {text: 'Amira’s health visitor came. Amira has gained weight and *he* is crawling.'},
    {text: 'Amira’s health visitor came. Amira has gained weight and he is pleased.'},
    // Schools, units and things are nobody
    {text: 'Amira joined Oakfield Primary in May and likes *his* teacher.'},
    {text: 'Amira loves St Alban’s, and *he* is never late. Amira met Alban, and he was late.'},
    {text: 'Amira spent a week on the baby unit. *He* feeds well now.'},
    {text: 'Amira walks the collie, Meg. *His* homework is done first.'},
    {text: 'Amira told me the story. A princess loses his ring.', children: [{name: 'Amira', pronouns: 'they/them'}]},
    {text: 'Amira gets on with her stepmother, Alex, who drives. Amira told me *he* likes maths.'},
    {text: 'Amira lives with her mother, Alex, and Sam. Amira told me he likes maths.'},
    {text: 'Amira chose the desk and the fish tank *himself*. Amira says the baker made the cake himself.'},
    {text: 'Amira was late, and *its* nappy was wet. Amira has a doll. Its nappy is wet.'},
    {text: 'Sam has lost both of *their* front teeth.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    {
      text: 'Note for the carer: please sit with Amira while *he* reads this.\n\nDear Amira, hello.',
      document: 'letter'
    },
    {
      text: 'Rhys is with his father; Owain told me *she* is not ready. Rhys and Owain say she shouts.',
      children: [
        {name: 'Rhys', pronouns: 'he/him'},
        {name: 'Owain', pronouns: 'he/him'}
      ]
    },
    {
      text: 'Amira and Omar drew lions. Amira drew *himself*; Omar drew himself too.',
      children: [
        {name: 'Amira', pronouns: 'she/her'},
        {name: 'Omar', pronouns: 'he/him'}
      ]
    }
  ],
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known} = facts
    const allowed = known.children.map(({pronouns}) => allowedForms(pronouns, facts.dictionaries.people))
    if (allowed.every((forms) => forms === null)) return
    const own = new Set(allowed.flatMap((forms) => [...(forms ?? [])]))
    const referents = findReferents(facts, own)
    let next = 0
    const wrong = new Map<number, number>()
    const fine = new Set<number>()
    const pronounAt = pronounsAt(tokens)
    for (const i of pronounPlaces(tokens)) {
      const {word, gender} = pronounAt(i) as Pronoun
      while (next < referents.length && (referents[next] as Referent).from < i) next++
      const isCountedHere = word === 'them' && isCounted(tokens, i)
      if (isCountedHere || isNamedInBrackets(i, referents[next], tokens) || isOfTitle(i, tokens)) {
        fine.add(i)
        continue
      }
      const placed = childOfCell(i, gender, facts, referents)
      const meant = placed ?? childMeantBy(i, gender, facts, referents, next, wrong, fine)
      const child = meant ?? childBoundTo(i, gender, facts, referents, fine)
      const forms = child === null ? null : allowed[child]
      if (
        child === null ||
        !forms ||
        forms.has(word) ||
        isSetOutSpeech(i, facts, referents) ||
        isSomebodyElse(i, child, forms, facts, referents) ||
        (placed === null && meant !== null && isNamedAbove(i, gender, child, facts, referents, wrong))
      ) {
        fine.add(i)
        continue
      }
      if (meant !== null) wrong.set(i, child)
      yield* ofWrong(i, word, child, forms, facts)
    }
    for (const i of itsPlaces(tokens)) {
      const child = childMadeIt(i, facts, referents)
      const forms = child === null ? null : allowed[child]
      if (child !== null && forms && !forms.has('its') && !forms.has('it'))
        yield* ofWrong(i, 'its', child, forms, facts)
    }
  }
}

/** What is said of the pronoun at word `i`, unless it is quoted. */
function* ofWrong(i: number, word: string, child: number, forms: ReadonlySet<string>, facts: Facts): Generator<Draft> {
  const {tokens, known} = facts
  const at = {start: tokens.start[i] as number, end: (tokens.start[i] as number) + word.length}
  if (quotationOver(facts.quotations, at)) return
  const whose = known.children[child] as (typeof known.children)[number]
  yield {
    at,
    message: `“${tokens.text.slice(at.start, at.end)}” seems to mean ${calledName(whose)}, who uses ${whose.pronouns}.`,
    instead: formsInPlace(word, tokens, i, forms).slice(0, 3)
  }
}

const amounts = wordSet('most some all many few several each one none any half both two three four five six')

/** *She (Mrs Orr) was not cross*: who she is stands beside her. */
const isNamedInBrackets = (i: number, next: Referent | undefined, {text, end}: Facts['tokens']): boolean =>
  next !== undefined && next.child === undefined && next.from <= i + 2 && text.startsWith(' (', end[i])

const honours = wordSet('honour majesty highness grace worship ladyship lordship excellency')

/** *His Honour*, *reading His Dark Materials*: part of what somebody or something is called. */
const isOfTitle = (i: number, {base, shape, gap, sentence, sentences}: Facts['tokens']): boolean =>
  shape[i] === Shape.capital &&
  shape[i + 1] === Shape.capital &&
  gap[i + 1] === Gap.joined &&
  (honours.has(base[i + 1]) || (i > (sentences[sentence[i] as number]?.from ?? 0) && gap[i] === Gap.joined))

/** *Most of them*, *between them*: several, whoever they are. */
const isCounted = ({base}: Facts['tokens'], i: number): boolean =>
  base[i - 1] === 'between' || base[i - 1] === 'among' || (base[i - 1] === 'of' && amounts.has(base[i - 2]))
