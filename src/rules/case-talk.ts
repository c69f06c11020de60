import {listed} from './listed.ts'

export const caseTalk = listed(
  {
    id: 'case-talk',
    title: 'A child, a family or a life called a case',
    why: 'The Family Justice Young People’s Board asks to be spoken of by name and never as a case: a case is paperwork, and they are children with lives of their own.',
    fine: 'It is fine in the law’s own names (case law, a case number, a case management hearing) and wherever “case” only means “instance”: in any case, just in case.',
    sources: ['fjypb-ten-asks'],
    severity: 'warning',
    severityFor: {letter: 'error'}
  },
  (words, _match, {audience}) =>
    audience === 'letter'
      ? `“${words}” makes a case of the child who reads this.`
      : `“${words}” makes a case of a child.`
)
