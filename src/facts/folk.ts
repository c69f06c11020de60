import {fold} from '../lexicon/tokenize.ts'
import type {Gender, PeopleWords} from '../model/dictionary.ts'
import {oncePer} from '../model/once.ts'

/** What the dictionaries say of people, folded and ready to be asked: it is the same for every document. */
export interface Folk {
  /** Without a full stop: *mr*, *dr*. */
  readonly titles: ReadonlyMap<string, Gender>
  readonly kin: ReadonlyMap<string, Gender>
  readonly roles: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly paperWords: ReadonlySet<string>
}

export const withoutStop = (title: string): string => fold(title).replace(/\.$/, '')

export const folkOf = oncePer(
  ({titles, relatives, roles, notNames, paperWords}: PeopleWords): Folk => ({
    titles: new Map(titles.map(({word, gender}) => [withoutStop(word), gender])),
    kin: new Map(relatives.map(({word, gender}) => [word, gender])),
    roles: new Set(roles.map(({word}) => word)),
    notNames: new Set(notNames),
    paperWords: new Set(paperWords)
  })
)
