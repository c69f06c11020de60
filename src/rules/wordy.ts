import {listed} from './listed.ts'

export const wordy = listed(
  {
    id: 'wordy',
    title: 'Plain English has a shorter word',
    why: 'Short, everyday words are the ones a child, a parent and a tired judge all read at once.',
    fine: 'It is fine where the longer word is the exact one. Switch the rule off in ourwords.yaml if your house style differs.',
    sources: ['own'],
    severity: 'advice',
    entries: ['retext']
  },
  (words) => `“${words}” has a plainer word.`
)
