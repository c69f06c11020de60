import type {Entry, WordList} from '../model/dictionary.ts'
import type {Tokens} from '../model/tokens.ts'
import type {Form, Match} from './lexicon.ts'

/** An entry and where it stands among all. */
interface ListedWord {
  readonly entry: Entry
  readonly list: WordList
  readonly order: number
}

/** A hit whose contexts are not judged yet: words `from` to `to`, end not included. */
export interface Candidate<Word extends ListedWord> {
  readonly word: Word
  readonly form: Form
  readonly from: number
  readonly to: number
}

function overlaps(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return true
  return false
}

/**
 * The longest stand, and of equal ones the first in the order of the files. A longer stretch that is quiet for this
 * reader still keeps the shorter ones inside it quiet: *placement order* in a report says nothing about *placement*.
 */
export function keepLongest<Word extends ListedWord>(
  candidates: Candidate<Word>[],
  tokens: Tokens,
  audience: 'letter' | 'report',
  stands: (candidate: Candidate<Word>) => boolean
): Match[] {
  const quiet = ({word}: Candidate<Word>): boolean => word.entry[audience] === 'quiet'
  candidates.sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from ||
      Number(quiet(a)) - Number(quiet(b)) ||
      a.word.order - b.word.order
  )
  const taken = new Uint8Array(tokens.count)
  const kept: Match[] = []
  for (const candidate of candidates) {
    const {word, form, from, to} = candidate
    if (overlaps(taken, from, to) || !stands(candidate)) continue
    taken.fill(1, from, to)
    if (quiet(candidate)) continue
    kept.push({
      start: tokens.start[from] as number,
      end: tokens.end[to - 1] as number,
      entry: word.entry,
      list: word.list,
      from,
      to,
      form
    })
  }
  return kept.sort((a, b) => a.from - b.from)
}
