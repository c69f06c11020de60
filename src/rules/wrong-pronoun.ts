import {childMeantBy} from '../facts/antecedent.ts'
import {calledName} from '../facts/called.ts'
import type {Facts} from '../facts/facts.ts'
import {formsInPlace} from '../facts/pronoun-forms.ts'
import {allowedForms, pronounsAt} from '../facts/pronouns.ts'
import {quotationOver} from '../facts/quotations.ts'
import {findReferents, type Referent} from '../facts/referents.ts'
import type {Draft} from '../model/finding.ts'
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
    {text: 'When Sam met the judge she smiled.', children: [{name: 'Sam', pronouns: 'he/him'}]},
    {text: 'Sam plays the drums, and *his* favourite day is Friday.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Sam has asked for *her* own room. They like blue.', children: [{name: 'Sam', pronouns: 'they/them'}]},
    {text: 'Jo draws. She sings, and they dance. *He* paints.', children: [{name: 'Jo', pronouns: 'she/they'}]},
    {text: 'Xan rides. Xe fell off xyr bike. *She* cried.', children: [{name: 'Xan', pronouns: 'xe/xem/xyr'}]},
    {text: 'Amira said, “He is my best friend”. Amira and Leo said that they want to stay.', people: ['Leo']},
    {text: 'Sam likes any of them: she runs, he jumps.', children: [{name: 'Sam', pronouns: 'any'}]},
    {
      text: 'Amira came to all our meetings. Most of them were in my car.',
      children: [{name: 'Amira', pronouns: 'she/her'}]
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
    const wrong = new Set<number>()
    const fine = new Set<number>()
    const pronounAt = pronounsAt(tokens)
    for (let i = 0; i < tokens.count; i++) {
      const pronoun = pronounAt(i)
      if (!pronoun) continue
      const {word, gender} = pronoun
      if (word === 'them' && isCounted(tokens, i)) continue
      while (next < referents.length && (referents[next] as Referent).from < i) next++
      const child = childMeantBy(i, gender, facts, referents, next, wrong, fine)
      const forms = child === null ? null : allowed[child]
      if (child === null || !forms || forms.has(word)) {
        fine.add(i)
        continue
      }
      wrong.add(i)
      const at = {start: tokens.start[i] as number, end: (tokens.start[i] as number) + word.length}
      if (quotationOver(facts.quotations, at)) continue
      const whose = known.children[child] as (typeof known.children)[number]
      yield {
        at,
        message: `“${tokens.text.slice(at.start, at.end)}” seems to mean ${calledName(whose)}, who uses ${whose.pronouns}.`,
        instead: formsInPlace(word, tokens, i, forms).slice(0, 3)
      }
    }
  }
}

/** *Most of them*: several, whoever they are. */
const isCounted = ({base}: Facts['tokens'], i: number): boolean =>
  base[i - 1] === 'of' &&
  /^(?:most|some|all|many|few|several|each|one|none|any|half|both|two|three|four|five|six)$/.test(base[i - 2] ?? '')
