import {calledName} from '../facts/called.ts'
import type {Facts} from '../facts/facts.ts'
import {asksPronouns} from '../facts/infer-pronouns.ts'
import {isWholePaper} from '../facts/whole-paper.ts'
import type {Draft} from '../model/finding.ts'
import type {Rule} from './rule.ts'

export const missingPronouns: Rule = {
  id: 'missing-pronouns',
  title: 'Nothing says which pronouns are the child’s',
  why: 'The young people ask to be asked for their pronouns. A paper that neither states them, uses them nor asks has not asked.',
  fine: 'Declare them (“she/her”, “they/them”, “ask”), state them once, use them plainly, or ask in a letter. Nothing is ever guessed from a name.',
  sources: ['fjypb-ten-asks', 'herts-transgender'],
  severity: 'warning',
  onWords: false,
  examples: [
    {
      document: 'letter',
      children: [{name: 'Dominik'}],
      text: 'Dear Dominik,\n\nThe judge has decided that you will live with your dad.',
      absent: [{child: 'Dominik'}]
    },
    {
      document: 'letter',
      children: [{name: 'Dominik'}],
      text: 'Dear Dominik,\n\nWhich pronouns do you use? I would like to get it right.'
    },
    {
      document: 'letter',
      children: [{name: 'Dominik'}],
      text: 'Dear Dominik,\n\nYour dad and your teacher both say “he” when they talk about you. Is that right?'
    },
    {
      document: 'letter',
      children: [{name: 'Dominik', pronouns: 'he/him'}],
      text: 'Dear Dominik,\n\nThe judge has decided that you will live with your dad.'
    },
    {
      document: 'report',
      children: [{name: 'Kayden'}],
      text: '# Report about Kayden\n\nKayden is eleven. He met me at school and he brought his drawings.'
    },
    {
      document: 'report',
      children: [{name: 'Kayden'}],
      text: '# Report about Kayden\n\nKayden lives with Ms Brightwell. She works nights.',
      absent: [{child: 'Kayden'}]
    },
    {
      document: 'report',
      children: [{name: 'Ellis'}],
      text: '# Report about Ellis\n\nEllis uses they/them and has told both parents so.'
    },
    {
      document: 'letter',
      children: [{name: 'Kayden'}],
      text: 'Dear Kayden,\n\nBefore I come, could you think about whether you like he, she, they or something else?'
    },
    {document: 'report', children: [{name: 'Kayden'}], text: 'Kayden came to tea.'}
  ],
  *check(facts: Facts): Generator<Draft> {
    const {known, document} = facts
    if (known.children.length > 0 && known.children.every(({pronouns}) => pronouns !== null)) return
    if (!isWholePaper(facts) || asksPronouns(document.text)) return
    if (facts.slots.some((slot) => slot.of === 'pronouns')) return
    if (known.children.length === 0 && facts.slots.some((slot) => slot.of === 'child')) {
      yield {
        message: 'Nothing in this template says or asks which pronouns the child uses.',
        instead: ['{{child.pronouns}}', 'Ask which pronouns to use.'],
        about: {}
      }
      return
    }
    for (const child of known.children) {
      if (child.pronouns !== null) continue
      yield {
        message: `Nothing here says which pronouns ${calledName(child)} uses.`,
        instead: [known.type === 'letter' ? 'Ask which pronouns to use.' : 'Ask, and write it down.'],
        about: {child: child.name}
      }
    }
  }
}
