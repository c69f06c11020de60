import {blamingLabel} from './blaming-label.ts'
import {caseTalk} from './case-talk.ts'
import {formalFamilyWord} from './formal-family-word.ts'
import {hardToRead} from './hard-to-read.ts'
import {jargon} from './jargon.ts'
import {missingName} from './missing-name.ts'
import {missingPronouns} from './missing-pronouns.ts'
import {missingSection} from './missing-section.ts'
import {misspeltName} from './misspelt-name.ts'
import {oneSided} from './one-sided.ts'
import {overclaim} from './overclaim.ts'
import type {Rule} from './rule.ts'
import {unexplainedAcronym} from './unexplained-acronym.ts'
import {unfilledPlaceholder} from './unfilled-placeholder.ts'
import {unnamedChild} from './unnamed-child.ts'
import {unreasonedRecommendation} from './unreasoned-recommendation.ts'
import {unsourcedClaim} from './unsourced-claim.ts'
import {wordy} from './wordy.ts'
import {wrongPronoun} from './wrong-pronoun.ts'

/** Every rule, in the order in which they are told of. */
export const rules: readonly Rule[] = [
  caseTalk,
  unnamedChild,
  jargon,
  blamingLabel,
  unexplainedAcronym,
  formalFamilyWord,
  missingName,
  misspeltName,
  missingPronouns,
  wrongPronoun,
  missingSection,
  oneSided,
  unreasonedRecommendation,
  unsourcedClaim,
  overclaim,
  unfilledPlaceholder,
  hardToRead,
  wordy
]
