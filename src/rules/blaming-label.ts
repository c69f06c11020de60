import {isDenied} from '../facts/denied.ts'
import {listed} from './listed.ts'

export const blamingLabel = listed(
  {
    id: 'blaming-label',
    title: 'Words that blame, shame or stigmatise',
    why: 'A label says what somebody is, not what happened to them, and a child who reads it years later can only feel blamed. The young people ask for restorative and not punitive words.',
    fine: 'It is fine in the child’s own words, in quotation marks, and where the words are meant of things: a lift that failed, a broken arm.',
    sources: ['cafcass-self-assessment'],
    severity: 'warning'
  },
  (words) => `“${words}” blames or labels; say what happened instead.`,
  // Children believe that they were to blame, and a letter may well tell them that they were not.
  (match, {tokens, audience}) => audience === 'letter' && isDenied(tokens, match)
)
