import {isOnlyMentioned} from '../facts/only-mentioned.ts'
import {isTold} from '../facts/told.ts'
import {listed} from './listed.ts'

export const jargon = listed(
  {
    id: 'jargon',
    title: 'A professional word that has a plainer one',
    why: 'Young people asked for words that they can understand, in letters and in the reports that they may read one day: a word that only professionals use keeps a child out of their own story.',
    fine: 'A word is fine where the same sentence says in plain words what it means, or only speaks of it as a word. Accept a term for one document in its front matter, or for all of them in ourwords.yaml.',
    sources: ['fjypb-ten-asks'],
    severity: 'warning'
  },
  (words, {entry}, {audience}) =>
    audience === 'letter' && entry.letter === 'explain'
      ? `“${words}” is not a child’s word and is not explained here.`
      : `“${words}” is a professional’s word.`,
  (match, {tokens}) => isOnlyMentioned(tokens, match) || isTold(tokens, match, match.entry.instead)
)
