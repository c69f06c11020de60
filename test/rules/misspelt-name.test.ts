import {describe, expect, test} from 'vitest'
import {judgeExample, star} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {misspeltName} from '../../src/rules/misspelt-name.ts'
import {lexicon} from './lexicon.ts'

/** What is found in a report about a child of that name; in the tests, what stands between stars. */
const found = (name: string, text: string): string[] =>
  judgeExample(misspeltName, {text, document: 'report', children: [{name}]}, rules, lexicon).findings.map(
    (finding) => finding.text
  )
const starred = (text: string): string[] => text.split(star).filter((_piece, index) => index % 2 === 1)

const holds = (cases: readonly (readonly [name: string, text: string])[]) =>
  test.each(cases)('%s: %s', (name, text) => expect(found(name, text)).toEqual(starred(text)))

describe('in a heading, a first name before an ordinary word like the surname is no slip', () => {
  holds([
    ['Mia Hall', '# WHAT MIA HAS GOING FOR HER\n\nMia swims.'],
    ['Mia Watts', '# What Mia Wants\n\nA dog.'],
    ['Leo Sayers', '# What Leo Says\n\nHe likes it.'],
    ['Ella Wood', '# ELLA WOULD LIKE A DOG\n\nA big one.'],
    ['Max Wills', '# Where Max Will Live\n\nWith his gran.'],
    ['Jack Webb', '**WHERE JACK WENT**\n\nTo the sea.'],
    ['Ella Wise', 'ELLA WAS SEEN AT HOME.'],
    ['Amy Lee', '# WHY AMY LEFT\n\nShe was cold.'],
    ['Noor Gower', '# How Noor Goes to School\n\nBy bus.'],
    ['Kit Lovell', '# THE PEOPLE KIT LOVES\n\nHis gran.'],
    ['Ivy Marsh', 'IVY MARCH 2026']
  ])
})

describe('a slip in the surname still is one', () => {
  holds([
    ['Mia Hall', '# WHAT *MIA HAL* WANTS\n\nA dog.'],
    ['Mia Hall', '# REPORT ABOUT *MIA HILL*\n\nShe swims.'],
    ['Mia Hall', '# What *Mia Hill* Wants\n\nA dog.'],
    ['Mia Hall', 'I met *Mia Hill* at school.'],
    ['Max Wills', 'I met *Max Will* at his school.'],
    ['Max Wills', 'Child: *Max Will*'],
    ['Ella Wood', '*ELLA WODO* WAS SEEN AT HOME.'],
    ['Jack Webb', '# What *Jakc Webb* Wants\n\nTo go home.']
  ])
})

describe('a Welsh month is no slip, nor a Welsh word in small letters', () => {
  holds([
    ['Mali Bowen', 'Gwrandawiad / Hearing: 22 Mai 2026. Mali is five.'],
    ['Mair Puw', 'Dydd Llun, 4 Mai. Mair was well, and ym mis Mai she is six.'],
    ['Haf Prosser', 'Haf is four. Yn yr haf bydd hi’n bump. Gwyliau haf, ysgol haf.'],
    ['Gwen Prosser', 'Mae gan Gwen wallt gwen.'],
    ['Eira Puw', 'Roedd eira ar y bryn. They went up in the eira.'],
    ['Bryn Puw', 'Bryn lives on the bryn.'],
    ['Non Puw', 'Non swims with the non-swimmers. Her brother is non-verbal.'],
    ['Tom Hall', 'The cat is called Susan, but he is a tom.'],
    ['Mali Bowen', 'I met *Mai* in May. *mali* sang.'],
    ['Gwen Prosser', 'I saw *gwen* at school, and *gwen*’s coat was wet.'],
    ['Lowri Hughes', 'The *lowri* coat was lost.'],
    ['Haf Prosser', 'Today *haf* was cross with the dog.']
  ])
})

describe('an address, a file or a handle is spelt as it is', () => {
  holds([
    ['Mia Hall', 'Write to mia.hall@school.example or to tom@school.example.'],
    ['Mia Hall', 'Email: Miah.Hall@school.example'],
    ['Mia Hall', 'The drawing is in mia_drawing_v2.docx and in mia-hall.pdf.'],
    ['Mia Hall', 'It is saved at S:\\kids\\mia\\report.docx, and her name there is @mia_h.'],
    ['Mia Hall', 'See www.mia-hall.example and https://school.example/mia/work.'],
    ['Mia Hall', 'She writes #mia on all that she draws.'],
    ['Mia Hall', 'I met *mia*/Tom at home. I met *mia*.'],
    ['Mia Hall', '*mia*’s coat, *mia*-led play, and the form: *mia*; a star.']
  ])
})

describe('a pet name is not a slip', () => {
  holds([
    ['Mali Bowen', 'Mali and Molly are known as Moll-and-Mal.'],
    ['Elin Rees', 'Nan calls her Eli, and at school her nickname is Eln.'],
    ['Elin Rees', 'Nan calls her *Elni* here. I rang *Eln*.'],
    ['Mali Bowen', '*Mal* and Osian came.']
  ])
})
