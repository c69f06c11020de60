import {wordsOf} from '../lexicon/pattern.ts'
import {oncePer} from '../model/once.ts'
import type {KnownChild} from '../model/result.ts'
import {byForm, placesOf, Shape, type Tokens} from '../model/tokens.ts'
import {firstName, plainName} from './names.ts'

/** What a child is called in speech: the name they like, else the first. */
export const calledName = ({name, knownAs}: KnownChild): string => knownAs ?? firstName(name)

/** The words, by index, at which a child is named: by first name, whole name or the name they like. */
export const namedAt = (child: KnownChild, tokens: Tokens): readonly number[] => namingIn(tokens)(child)

const namingIn = oncePer((tokens: Tokens) => {
  const plain = byForm(tokens, (i) => plainName(tokens.base[i] as string))
  return oncePer((child: KnownChild) => {
    const ways = [...new Set([firstName(child.name), child.knownAs ?? ''])]
      .filter((name) => name !== '')
      .map((name) => wordsOf(name).map(plainName))
    const stands = (words: readonly string[], i: number): boolean =>
      words.every((word, n) => i + n < tokens.count && plain(i + n) === word)
    const begins = (i: number): boolean => tokens.shape[i] !== Shape.lower && ways.some(([first]) => first === plain(i))
    return placesOf(tokens, begins).filter((i) => ways.some((words) => stands(words, i)))
  })
})
