import {calledName} from '../facts/called.ts'
import type {Facts, Section} from '../facts/facts.ts'
import {kindOf} from '../facts/known.ts'
import {requiredSections} from '../facts/required.ts'
import {leastFor} from '../facts/section-patterns.ts'
import {isWholePaper} from '../facts/whole-paper.ts'
import type {SectionWords} from '../model/dictionary.ts'
import type {Draft} from '../model/finding.ts'
import type {Rule} from './rule.ts'

/** Without these a report to the court can neither keep a child safe nor be followed. */
const gravest = new Set(['strengths', 'risks', 'recommendations'])

const reader: Readonly<Record<string, string>> = {letter: 'letter', supervision: 'record', record: 'record'}

export const missingSection: Rule = {
  id: 'missing-section',
  title: 'A part that this kind of paper must have',
  why: 'The young people’s Board asks for strengths as well as risks, for what each child wants, for what makes each of them themselves, and for reasons. Where a part is missing, a child is missing.',
  fine: 'Any heading will do, and so will plain sentences under another. A paper of a few sentences is not judged. Say in the front matter or the configuration what kind of paper it is, or switch a section off there.',
  sources: ['fjypb-ten-asks', 'cafcass-self-assessment', 'cafcass-cymru-framework'],
  severity: 'warning',
  onWords: false,
  examples: [
    {
      document: 'supervision',
      text: '# Supervision: Amira\n\n**Present:** Olu Bakare, Steph Lidgate\n\n- Type up the visit.\n- Chase the council.',
      absent: [{section: 'benefit-to-child'}]
    },
    {
      document: 'supervision',
      text: '# Supervision: Amira\n\n**Present:** Olu Bakare, Steph Lidgate\n\nSteph will bring the visit forward so that Amira can hear the plan from her first.'
    },
    {
      document: 'letter-introduction',
      text: 'Dear Amira,\n\nMy name is Bethan and I am coming to see you on Tuesday.',
      absent: [{section: 'how-to-reach-me'}]
    },
    {
      document: 'letter-introduction',
      text: 'Dear Amira,\n\nMy name is Bethan and I am coming to see you on Tuesday. You can text me on 07700 900417.'
    },
    {
      document: 'letter-decision',
      text: 'Dear Amira,\n\nThe judge decided that you will stay with Nani. I will ring you on Friday. My number is 07700 900417.',
      absent: [{section: 'reasons'}]
    },
    {
      document: 'letter-decision',
      text: 'Dear Amira,\n\nThe judge agreed that you will stay with Nani. He decided it because you are calm there. I will ring you on Friday. My number is 07700 900417.'
    },
    {
      document: 'letter-decision',
      text: 'Dear Amira,\n\nThe judge decided that you will stay with Nani. Mum agreed to that, because she was tired. I will ring you on Friday. My number is 07700 900417.',
      absent: [{section: 'reasons'}]
    },
    {
      document: 'safeguarding-letter',
      text: '# Safeguarding letter\n\n## Risks\n\nThe police were called to the house twice in May.\n\n## Advice\n\nI advise the court to ask for a full report, because Amira has not been asked what she saw.'
    },
    {
      document: 'report',
      text: '# Report about Amira\n\n## *Strengths*\n\nN/A\n\n## *Risks*\n\nNone identified.\n\n## Wishes and feelings\n\nAmira would like to see her dad every week.\n\n## Diversity\n\nAmira speaks Urdu with Nani and needs books in it.\n\n## How I saw Amira\n\nI met Amira at school on 4 March.\n\n## Recommendations and reasons\n\nAmira should stay with Nani, because she is calm there.'
    },
    {
      document: 'record',
      text: '# Record of review\n\n**Present:** Amira, Nani, Steph Lidgate\n\n## Going well\n\nAmira swims.\n\n## *Worries and risks*\n\nN/A\n\n## Decisions\n\nAmira will go to Nani on Sundays.'
    },
    {
      document: 'record',
      text: '# Record of review\n\n**Present:** Amira, Nani, Steph Lidgate\n\n**Concerns:** none\n\n## Worries and risks\n\nNo risks were seen in four visits.'
    },
    {text: 'I saw Amira at school. She was cheerful.'}
  ],
  *check(facts: Facts): Generator<Draft> {
    if (!isWholePaper(facts)) return
    for (const id of new Set([...requiredSections(facts), ...leftEmpty(facts)])) {
      const words = facts.dictionaries.sections.find((section) => section.id === id)
      const found = facts.sections.filter((section) => section.id === id)
      // In a template a heading stands for what will be written under it.
      if (!words || found.some((section) => facts.known.template || section.words >= leastFor(id))) continue
      yield draft(words, found, facts)
    }
  }
}

/**
 * Sections that the paper could have left out, but that it has a heading for and not a word: over *N/A* it looks as if
 * somebody had thought of them.
 */
function leftEmpty(facts: Facts): readonly string[] {
  const notEmpty = kindOf(facts.known, facts.dictionaries)?.notEmpty ?? []
  return notEmpty.filter((id) => {
    const found = facts.sections.filter((section) => section.id === id)
    return found.some(({by}) => by === 'heading') && found.every(({words}) => words === 0)
  })
}

function draft(words: SectionWords, found: readonly Section[], facts: Facts): Draft {
  const {known, document} = facts
  const empty = found.find(({head}) => head !== undefined)?.head
  const what = reader[known.type] ?? 'report'
  return {
    ...(empty && {at: empty}),
    entry: words.id,
    message: empty
      ? `“${document.text.slice(empty.start, empty.end)}” has nothing under it.`
      : `This ${what} does not say ${filled(words.says, facts)}.`,
    why: words.why,
    instead: words.instead.map((line) => filled(line, facts)),
    about: {section: words.id},
    ...(known.type === 'report' && gravest.has(words.id) && {severity: 'error' as const})
  }
}

/** An advice with the child's name in it. */
function filled(line: string, {known}: Facts): string {
  const [only, ...others] = known.children
  const name = known.type === 'letter' ? 'you' : only && others.length === 0 ? calledName(only) : 'each child'
  return line.replaceAll('{child}', name).replaceAll("{child's}", name === 'you' ? 'your' : `${name}’s`)
}
