import type {Sentence} from '../model/tokens.ts'
import type {Facts, Section} from './facts.ts'
import {findHeads, type Head} from './section-heads.ts'
import {compileSection, firstMatch} from './section-patterns.ts'
import {findInProse} from './section-prose.ts'
import {makeSubstance} from './substance.ts'

/** The words that a heading of a template counts as having, for a place to write them in is all that a template can give. */
const toBeWritten = 100

/** Finds the sections of a document: by heading, label or table first, and by prose those that these do not give. */
export function findSections(facts: Facts): readonly Section[] {
  const {document, tokens, lexicon, persons, dictionaries, settings} = facts
  const hasSubstance = makeSubstance(tokens, lexicon, persons)
  const substance = new Uint8Array(tokens.count)
  const judged = new Uint8Array(tokens.sentences.length)
  const wordsIn = (ranges: Head['beneath']): number => {
    let words = 0
    for (const [from, to] of ranges) {
      for (let i = from; i < to; i++) {
        const index = tokens.sentence[i] as number
        const sentence = tokens.sentences[index] as Sentence
        if (judged[index] === 0) {
          judged[index] = 1
          // After a label the sentence begins where the label ends.
          if (hasSubstance(from > sentence.from ? {...sentence, from, start: tokens.start[from] as number} : sentence))
            substance.fill(1, Math.max(from, sentence.from), sentence.to)
        }
        words += substance[i] as number
      }
    }
    return words
  }
  const child = childByWord(facts)
  const childIn = ([from, to]: readonly [from: number, to: number]): number | undefined => {
    const named = new Set<number>()
    for (let i = from; i < to; i++) if ((child[i] as number) >= 0) named.add(child[i] as number)
    return named.size === 1 ? [...named][0] : undefined
  }
  const heads = findHeads(document, tokens)
  const compiled = dictionaries.sections.map((section) => compileSection(section, lexicon))
  const found: Section[] = []
  for (const head of heads) {
    for (const {id, headings, unless} of compiled) {
      if (firstMatch(headings, unless, tokens, head.from, head.to, persons) === null) continue
      const words = wordsIn(head.beneath)
      const about = [[head.from, head.to] as const, ...head.above].map(childIn).find((each) => each !== undefined)
      found.push({
        id,
        by: head.by,
        start: head.start,
        end: head.until,
        head: {start: tokens.start[head.from] as number, end: tokens.end[head.to - 1] as number},
        words: settings.template ? Math.max(words, toBeWritten) : words,
        ...(about !== undefined && {child: about})
      })
    }
  }
  return [...found, ...findInProse(facts, compiled, found, hasSubstance)].sort(
    (a, b) => a.start - b.start || b.end - a.end
  )
}

/** For each word the child whom it names, by index; -1 for none. */
function childByWord({tokens, mentions}: Facts): Int16Array {
  const child = new Int16Array(tokens.count).fill(-1)
  for (const mention of mentions) if (mention.who === 'child') child.fill(mention.child ?? -1, mention.from, mention.to)
  return child
}
