import {listed} from './listed.ts'

export const unsourcedClaim = listed(
  {
    id: 'unsourced-claim',
    title: 'A claim without saying whose it is',
    why: 'A child who reads their file should be able to see who said what about them and about the people they love.',
    fine: 'It is fine where the same sentence says who said so, and when.',
    sources: ['own'],
    severity: 'advice',
    types: ['report', 'record']
  },
  (words) => `“${words}”: who said so?`
)
