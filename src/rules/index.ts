import {blamingLabel} from './blaming-label.ts'
import {caseTalk} from './case-talk.ts'
import {jargon} from './jargon.ts'
import {overclaim} from './overclaim.ts'
import type {Rule} from './rule.ts'
import {unsourcedClaim} from './unsourced-claim.ts'
import {wordy} from './wordy.ts'

/** Every rule, in the order in which they are told of. */
export const rules: readonly Rule[] = [caseTalk, jargon, blamingLabel, unsourcedClaim, overclaim, wordy]
