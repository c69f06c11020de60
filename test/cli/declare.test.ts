import {describe, expect, it} from 'vitest'
import {parseChild} from '../../src/cli/declare.ts'

describe('--child', () => {
  it.each([
    ['Amira', {name: 'Amira'}],
    ['Amira, she/her, 9', {name: 'Amira', pronouns: 'she/her', age: 9}],
    ['Amira, 9, she/her', {name: 'Amira', pronouns: 'she/her', age: 9}],
    ['Amira Hussain (Amira), she/her, 9', {name: 'Amira Hussain', knownAs: 'Amira', pronouns: 'she/her', age: 9}],
    ['Seán Óg O’Brien-Li, they/them', {name: 'Seán Óg O’Brien-Li', pronouns: 'they/them'}],
    ['Kai, xe/xem/xyr', {name: 'Kai', pronouns: 'xe/xem/xyr'}],
    ['Kai, any', {name: 'Kai', pronouns: 'any'}]
  ])('reads %s', (given, child) => {
    expect(parseChild(given)).toEqual(child)
  })

  it.each(['', ' ', '9', '9, Zubaida', 'Zubaida, 9, 10', 'Zubaida, she', 'Zubaida (', 'Zubaida, she/her, nine'])(
    'refuses “%s” and does not repeat it',
    (given) => {
      expect(() => parseChild(given)).toThrow(expect.objectContaining({code: 'bad-child'}))
      expect(() => parseChild(given)).not.toThrow(/Zubaida/)
    }
  )
})
