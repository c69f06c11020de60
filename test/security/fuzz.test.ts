import {expect, it} from 'vitest'
import {familyNames, fuzz} from './fuzz/fuzz.ts'
import {record} from './tally.ts'

/** Another one each day, so that the tests of a year try more than those of a day; it is printed where one breaks. */
const seed = Math.floor(Date.now() / 86_400_000)

it.each(familyNames)(`random %s (seed ${seed})`, async (family) => {
  const {read, refused} = await fuzz(family, 60, seed)
  expect(read + refused).toBeGreaterThan(0)
})

it('is counted', (context) => record(context, {tried: familyNames.length * 60}))
