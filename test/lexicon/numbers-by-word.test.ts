import fc from 'fast-check'
import {expect, it} from 'vitest'
import {numbersIn, packNumbers} from '../../src/lexicon/numbers-by-word.ts'

const word = fc.stringMatching(/^[a-z'é0-9]{1,12}$/)
const numbers = fc.array(fc.nat(5000), {minLength: 1, maxLength: 6})

it('finds of each word the numbers it was packed with, and none of any other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, numbers), {maxLength: 60}), fc.array(word), (pairs, others) => {
      const byWord = new Map(pairs)
      const numbersOf = numbersIn(packNumbers(byWord))
      for (const each of [...byWord.keys(), ...others]) expect(numbersOf(each)).toEqual(byWord.get(each) ?? [])
    })
  )
})
