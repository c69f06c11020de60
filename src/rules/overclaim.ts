import {listed} from './listed.ts'

export const overclaim = listed(
  {
    id: 'overclaim',
    title: 'Certainty without grounds',
    why: 'A promise that nobody can keep hurts twice, and a certainty without its grounds leaves a child and a court with nothing to weigh.',
    fine: 'It is fine where the grounds are given, or where the words are not about what will happen: she spoke clearly.',
    sources: ['own'],
    severity: 'advice'
  },
  (words, _match, {audience}) =>
    audience === 'letter'
      ? `“${words}” promises more than anybody can know.`
      : `“${words}” is certain without saying why.`
)
