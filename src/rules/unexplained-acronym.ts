import {findUnexplainedAcronyms, type UnexplainedAcronym} from '../facts/acronyms.ts'
import type {Facts} from '../facts/facts.ts'
import {plural} from '../lexicon/inflect.ts'
import type {Match} from '../lexicon/lexicon.ts'
import {afterDeterminer} from '../lexicon/suggest.ts'
import type {AcronymEntry} from '../model/dictionary.ts'
import type {Draft} from '../model/finding.ts'
import {firstWhere} from '../model/search.ts'
import {contains} from '../model/span.ts'
import {suggestionsFor} from './listed.ts'
import type {Rule, RuleExample} from './rule.ts'

const letter = (text: string): RuleExample => ({document: 'letter', text})
const table = (...rows: string[]): string => [rows[0], '|---|---|', ...rows.slice(1)].join('\n')

const examples: readonly RuleExample[] = [
  // What must be found, once each, where the reader first meets it
  {text: 'The *SGO* was made in May. The SGO lasts until Amira is 18.'},
  {text: 'A referral to *MARAC* was made, and Ms Hussain met an *IDVA* the same week.'},
  {text: 'Amira has been on a *CIN* plan since *IRO* Ms Okafor chaired the review.', people: ['Ms Okafor']},
  letter('Dear Amira\n\nThe *LA* will pay for your bus. The LA is kind.'),
  letter('Some children have *EHCPs*, Amira. I asked whether one would help you.'),
  letter('That was the *FCA’s* job before me, Amira.'),
  {text: 'Amira was seen before her *L.A.C.* review, at home with Ms Hussain.'},
  {text: 'The *DfE* and the *DoLS* team replied. Her teacher, the *SENDCo*, did too.'},
  {text: 'The *ZQB* visits Amira each week, and nobody here knows what it is.'},
  {text: table('| Who | Role |', '| Mrs Tuck | *HV* |', '| Dr Bose | GP |')},
  {text: 'The *SGO* was made in 2019. A special guardianship order (SGO) lasts until a child is 18.'},
  {text: '## The PEP\n\nAmira’s *PEP* was written in June.'},
  {text: 'Amira said “my IRO is nice”. The *IRO* visited in May.'},
  letter('I will speak to the *DSL*, Amira. You did NOT do anything wrong.'),
  {text: 'The *SO* was made last year.'},
  letter('Ms Bell (*IRO*) will visit you, Amira.'),
  {text: 'Ms Hussain said that the *HV* had visited twice.'},
  {text: 'The *EWO*, Mrs Ray, called. The EWO (Education Welfare Officer) will call again.'},
  letter('Your *SENCO*, Mrs Pratt, told me that you love art.'),
  {text: 'Amira is taught by Mr Lee (*TA*) and Mrs Osman.'},
  letter('You asked me what *EHCP* stands for, Amira, and I had to look it up.'),
  {text: 'Nobody has told Amira what an *IRO* is for, or when she will come.'},
  letter('Ask your *IRO*, whose office is by the market, Amira.'),
  letter('I am your *IRO*. My job is in Leeds, Amira.'),
  letter('You will see *CAMHS*. My job is to tell the judge what you want, Amira.'),
  letter('Amira, you need a new *EP* letter (EP rules say so).'),
  letter('The *CIN* meeting, which is on Monday, is short, Amira.'),
  // Given in words
  letter('Ask your IRO, whose job is to check that people keep their promises.'),
  letter('I am your IRO. It’s my job to check that people keep their promises.'),
  letter('Your SENCO is Mr Ray. He makes sure that you get the help you need.'),
  letter('You need a new EP letter (EP: educational psychologist, who looks at how you learn best).'),
  letter('It is a UC claim (UC is universal credit, money from the government).'),
  letter('They call it a LAC review, which is an ugly name for a meeting about you.'),
  {text: 'Amira has SEMH needs (social, emotional and mental health) and a CP plan (child protection plan).'},
  letter('We will have a CIN meeting. CIN means that your family gets extra help.'),
  letter('Your EHCP is nearly ready. It is the plan for your help at school.'),
  {text: 'Amira has a Child in Need (CIN) plan. The CIN plan ended in May.'},
  letter('Your PEP (Personal Education Plan) is where your teachers write down what helps.'),
  letter('I am a Family Court Adviser (FCA for short), Amira.'),
  letter('I am your FCA, which means that I help the judge to understand what life is like for you.'),
  letter('The person who checks your plan is called the IRO. The IRO will visit.'),
  letter('You will meet an IRO – the person who checks that everybody keeps their promises.'),
  letter('An IRO is somebody who checks your plan. You will like her.'),
  letter('You will see CAMHS. That stands for Child and Adolescent Mental Health Services.'),
  {text: 'Amira has seen **Child and Adolescent Mental Health Services** ([CAMHS](https://example.org)) since May.'},
  {text: 'Education, Health and Care Plans (EHCPs) help. Amira’s EHCP was agreed.'},
  {text: 'The special educational needs co-ordinator (SENCO) met Ms Hussain.'},
  {text: 'A special guardianship order was made in May. The SGO lasts until Amira is 18.'},
  {text: 'The Hollins Family Hub (HFH) opened in May. The HFH has a garden.'},
  {text: `${table('| Short form | In full |', '| IRO | Independent Reviewing Officer |')}\n\nThe IRO visited Amira.`},
  {
    text: 'The IRO visited Amira.\n\n## Abbreviations\n\n- IRO: the person who checks the plan\n- PEP: personal education plan'
  },
  letter('Your sign says B.A.T., Amira, and I hear that it stands for Boys Are Trouble.'),
  // What stands for no hidden words
  letter('You spelt it out for me, A.M.I.R.A., with a full stop after each.'),
  letter('The wind was NNW, Amira, and the RADAR saw nothing.'),
  {text: 'Amira sits her first GCSE soon, watches the BBC on TV and has PE on Mondays. Her GP and the NHS agree.'},
  letter('You won, and KFC beats everything. Your BMX is quick, OK?'),
  {text: 'The application is under Part IV of the Act. Amira played Anne in a show about Henry VIII.'},
  {text: 'Amira loves J. K. Rowling, and J.R.R. Tolkien, and her cousin TJ reads to her.'},
  {text: 'The number is ZC24P01234. They live at LS6 2AB and drive a van, YK09 ZPO. See also ref AB/1234.'},
  {text: '## WHAT AMIRA TOLD ME ABOUT THE EHCP\n\nShe feels well.'},
  {text: 'STRENGTHS AND THE EHCP\n\nAmira is kind.'},
  letter('I will say it again: you did NOTHING WRONG, and I have a LOT of time for you. PLEASE SEND me a picture.'),
  letter('Your book, AMIRA’S DRAGON, made me laugh. YAY!'),
  {text: 'Seen at school, well and chatty. KB, 4 May'},
  {text: 'Amira said: “The IRO and the LADO came.”'},
  {text: 'The school sent Amira_EHCP_2024.docx and SENCO@school.example.'},
  {text: 'The solicitors wrote under GH/26/1187. The *LAC*/*CIN* forms are in.'},
  {text: 'Amira took part in CPR training and played with a PSP game.'},
  {children: [{name: 'Ayodele James', knownAs: 'AJ', age: 15}], text: 'AJ is fifteen, and AJ’s bike is red.'},
  {people: ['Luke Farrow'], text: 'LF to ring the school about the library.'},
  {text: 'The Department for Education (DfE) wrote. Re B [2017] EWFC 48 was read.'}
]

/** *Education, health and care plan* → *education, health and care plans*. */
const several = (words: string): string => {
  const [, lead = '', last = ''] = /^(.*?)(\p{L}+)$/u.exec(words) ?? []
  return last === '' || last.endsWith('s') ? words : `${lead}${plural(last)}`
}

/** What letters may stand for, each once: neither its plural nor the beginning of a longer one. */
const meaningsOf = ({standsFor}: AcronymEntry): readonly string[] =>
  standsFor.filter(
    (words) =>
      !standsFor.some((other) => other !== words && (several(other) === words || other.startsWith(`${words} `)))
  )

function say({entry, acronym}: UnexplainedAcronym, toChild: boolean): string {
  if (!entry) return 'These letters stand for words that the reader has not been given.'
  const meanings = meaningsOf(entry)
  if (meanings.length > 1)
    return `${acronym} can stand for ${list(meanings)}. Which is meant? Say it in words here, where it is first used.`
  const words = `${acronym} stands for ${meanings[0]}`
  if (toChild) return `${words}; a child has not been told, and may not know those words either.`
  if (entry.report === 'avoid') return `${words}; write the words, for the letters are better not used of anybody.`
  return `${words}; say so here, where it is first used.`
}

const list = (phrases: readonly string[]): string =>
  `${phrases
    .slice(0, -1)
    .map((phrase) => `“${phrase}”`)
    .join(', ')} or “${phrases.at(-1)}”`

function instead(
  {entry, plural: many, start}: UnexplainedAcronym,
  {document: {text}}: Facts,
  toChild: boolean
): readonly string[] {
  if (!entry) return []
  if (toChild && entry.plainly !== undefined) {
    const [, before = ''] = /([^\s([“‘"]+) $/.exec(text.slice(Math.max(0, start - 30), start)) ?? []
    return [afterDeterminer(entry.plainly, before.toLowerCase())]
  }
  return meaningsOf(entry)
    .slice(0, 3)
    .map(many ? several : (words) => words)
}

/** Words with the letters in them that have plainer ones together: *LAC review*. */
function wordsAround({start, end}: UnexplainedAcronym, {matches}: Facts): Match | undefined {
  const match = matches[firstWhere(matches.length, (i) => (matches[i] as Match).end >= end)]
  if (!match || !contains(match, {start, end}) || match.end - match.start === end - start) return undefined
  return match.entry.letter === 'replace' ? match : undefined
}

export const unexplainedAcronym: Rule = {
  id: 'unexplained-acronym',
  title: 'Letters that stand for words the reader has not been given',
  why: 'Letters shut out whoever does not know them, and that is the child and the family first. The young people’s Board asks for words that everybody understands.',
  fine: 'It is fine once the words have been given: “Child in Need (CIN)”. In a letter the words themselves may need saying plainly, or the letters leaving out.',
  sources: ['fjypb-ten-asks', 'fjypb-word-busting', 'cafcass-national-standards'],
  severity: 'warning',
  severityFor: {letter: 'error'},
  onWords: true,
  examples,
  *check(facts: Facts): Generator<Draft> {
    const toChild = facts.audience === 'letter'
    for (const acronym of findUnexplainedAcronyms(facts)) {
      const more = toChild ? wordsAround(acronym, facts) : undefined
      yield {
        at: {start: more?.start ?? acronym.start, end: more?.end ?? acronym.end},
        entry: acronym.acronym,
        message: say(acronym, toChild),
        instead: more ? suggestionsFor(more, facts) : instead(acronym, facts, toChild)
      }
    }
  }
}
