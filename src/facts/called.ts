import {wordsOf} from '../lexicon/pattern.ts'
import type {KnownChild} from '../model/result.ts'
import {Shape, type Tokens} from '../model/tokens.ts'
import {firstName, plainName} from './names.ts'

/** What a child is called in speech: the name they like, else the first. */
export const calledName = ({name, knownAs}: KnownChild): string => knownAs ?? firstName(name)

/** The words, by index, at which a child is named: by first name, whole name or the name they like. */
export function namedAt(child: KnownChild, tokens: Tokens): number[] {
  const ways = [...new Set([firstName(child.name), child.knownAs ?? ''])]
    .filter((name) => name !== '')
    .map((name) => wordsOf(name).map(plainName))
  const found: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] === Shape.lower) continue
    const here = plainName(tokens.base[i] as string)
    const isWay = ([first, ...rest]: readonly string[]): boolean =>
      first === here &&
      rest.every((word, n) => i + n + 1 < tokens.count && plainName(tokens.base[i + n + 1] as string) === word)
    if (ways.some(isWay)) found.push(i)
  }
  return found
}
