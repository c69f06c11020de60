import {blamingLabel} from './blaming-label.ts'
import {caseTalk} from './case-talk.ts'
import {formalFamilyWord} from './formal-family-word.ts'
import {jargon} from './jargon.ts'
import {misspeltName} from './misspelt-name.ts'
import {overclaim} from './overclaim.ts'
import type {Rule} from './rule.ts'
import {unexplainedAcronym} from './unexplained-acronym.ts'
import {unfilledPlaceholder} from './unfilled-placeholder.ts'
import {unnamedChild} from './unnamed-child.ts'
import {unsourcedClaim} from './unsourced-claim.ts'
import {wordy} from './wordy.ts'
import {wrongPronoun} from './wrong-pronoun.ts'

/** Every rule, in the order in which they are told of. */
export const rules: readonly Rule[] = [
  caseTalk,
  jargon,
  unexplainedAcronym,
  blamingLabel,
  unnamedChild,
  formalFamilyWord,
  misspeltName,
  wrongPronoun,
  unsourcedClaim,
  overclaim,
  unfilledPlaceholder,
  wordy
]
