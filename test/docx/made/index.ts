import type {Made} from '../make.ts'
import {layout} from './layout.ts'
import {outline} from './outline.ts'
import {packages} from './packages.ts'
import {slots} from './slots.ts'
import {tracked} from './tracked.ts'
import {letter, report} from './whole.ts'
import {words} from './words.ts'

/** Every made document. */
export const everything: readonly Made[] = [
  ...words,
  ...layout,
  ...slots,
  ...tracked,
  ...outline,
  ...packages,
  letter,
  report
]
