import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {check} from '../../src/check.ts'
import {lexicon} from '../rules/lexicon.ts'
import {readAs} from './conversions.ts'
import {said} from './said.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

const saidOf = async (path: string) =>
  said(check(await readAs(path, new Uint8Array(readFileSync(join(fixtures, path)))), {lexicon}))

test.each([
  ['letters/keziah-decision.md', 'letters/keziah-decision.docx'],
  ['letters/amira-decision-draft.md', 'letters/amira-decision-draft.docx'],
  ['reports/section-7-draft.md', 'reports/section-7-draft.docx'],
  ['reports/osman-section-7.md', 'reports/osman-section-7.odt']
])('of %s and of %s the same is said', async (markdown, other) => {
  expect(await saidOf(other)).toEqual(await saidOf(markdown))
})
