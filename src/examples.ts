import {isExplained} from './facts/explained.ts'
import {findMentions, personsFrom} from './facts/mentions.ts'
import {namedWords} from './facts/named.ts'
import type {Lexicon, Match} from './lexicon/lexicon.ts'
import {tokenize} from './lexicon/tokenize.ts'
import type {Entry} from './model/dictionary.ts'
import type {Known} from './model/result.ts'

/** An example that does not do what its entry says. */
export interface BrokenExample {
  /** The list's id and the entry's. */
  readonly list: string
  readonly entry: string
  readonly example: string
  readonly problem: string
}

/** In examples the child is Amira (she/her, 9) and her mother is Ms Hussain. */
const known = (type: 'letter' | 'report'): Known => ({
  type,
  typeFrom: 'command-line',
  kind: null,
  kindFrom: null,
  language: 'en-GB',
  children: [
    {
      name: 'Amira Hussain',
      knownAs: 'Amira',
      pronouns: 'she/her',
      age: 9,
      family: {mother: 'Mum'},
      from: 'command-line'
    }
  ],
  people: ['Ms Hussain'],
  template: false
})

export interface Example {
  readonly audience: 'letter' | 'report'
  readonly text: string
  /** Stretches of the text that stood between stars. */
  readonly marked: readonly {readonly start: number; readonly end: number}[]
}

/** Reads an example: `letter:` or `report:` before it, stars round the words that must be found. */
export function readExample(example: string, entry: Pick<Entry, 'report'>): Example {
  const lead = /^(letter|report):\s*/.exec(example)
  const audience = (lead?.[1] as 'letter' | 'report' | undefined) ?? (entry.report === 'quiet' ? 'letter' : 'report')
  const pieces = example.slice(lead?.[0].length ?? 0).split('*')
  let text = ''
  const marked: {start: number; end: number}[] = []
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) marked.push({start: text.length, end: text.length + piece.length})
    text += piece
  }
  return {audience, text, marked}
}

function hits(lexicon: Lexicon, {text, audience}: Example): Match[] {
  const tokens = tokenize(text)
  const mentions = findMentions(tokens, known(audience), lexicon.dictionaries.people)
  const named = namedWords(tokens, mentions)
  return lexicon
    .match(tokens, personsFrom(tokens, mentions, audience === 'letter'), audience)
    .filter((match) => !named.subarray(match.from, match.to).every((name) => name === 1))
    .filter((match) => match.entry[audience] !== 'explain' || !isExplained(tokens, match))
}

/** Runs the examples of every entry: those it must find, exactly as marked, and those it must let pass. */
export function brokenExamples(lexicon: Lexicon): BrokenExample[] {
  const broken: BrokenExample[] = []
  for (const list of lexicon.dictionaries.lists) {
    for (const entry of list.entries) {
      const complain = (example: string, problem: string) =>
        broken.push({list: list.id, entry: entry.id, example, problem})
      for (const flag of entry.flags) {
        const example = readExample(flag, entry)
        const found = hits(lexicon, example).filter((hit) => hit.entry === entry)
        if (found.length === 0) complain(flag, 'is not found')
        for (const {start, end} of example.marked)
          if (!found.some((hit) => hit.start === start && hit.end === end))
            if (found.length > 0)
              complain(
                flag,
                `finds “${found.map((hit) => example.text.slice(hit.start, hit.end)).join('”, “')}” instead`
              )
      }
      for (const allow of entry.allows) {
        const example = readExample(allow, entry)
        const found = hits(lexicon, example).filter((hit) => hit.entry === entry)
        for (const hit of found) complain(allow, `finds “${example.text.slice(hit.start, hit.end)}”`)
      }
    }
  }
  return broken
}
