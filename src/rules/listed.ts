import {calledName} from '../facts/called.ts'
import {isExplained} from '../facts/explained.ts'
import type {Facts} from '../facts/facts.ts'
import {firstFrom} from '../facts/mentions.ts'
import type {Match} from '../lexicon/lexicon.ts'
import {articleFor, suggest} from '../lexicon/suggest.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {Draft, Fix} from '../model/finding.ts'
import {Gap} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

/** A rule that dictionaries make: its words, contexts and reasons are in `dictionaries/glossary/`. */
export function listed(
  rule: Omit<Rule, 'check' | 'onWords' | 'examples'>,
  say: (words: string, match: Match, facts: Facts) => string,
  isInnocent: (match: Match, facts: Facts) => boolean = () => false
): Rule {
  return {
    ...rule,
    onWords: true,
    // Its examples are those of its entries, each run by `glossary test`.
    examples: [],
    *check(facts: Facts): Generator<Draft> {
      for (const match of facts.matches) {
        if (match.list.rule !== rule.id) continue
        const {entry} = match
        if (entry[facts.audience] === 'explain' && isExplained(facts.tokens, match)) continue
        if (isInnocent(match, facts)) continue
        const words = facts.document.text.slice(match.start, match.end)
        const instead = suggestionsFor(match, facts)
        const [first] = instead
        yield {
          at: {start: match.start, end: match.end},
          entry: entry.id,
          message: say(words, match, facts),
          why: entry.why ?? match.list.why,
          instead,
          ...(entry.severity && {severity: entry.severity}),
          ...(entry.safe && first !== undefined && {fix: fixFor(facts, match, first)})
        }
      }
    }
  }
}

/** What to write instead of words found, in their form and their place. */
export function suggestionsFor(match: Match, facts: Facts): readonly string[] {
  const {tokens, audience, document} = facts
  const {entry, start, end, from, form} = match
  return suggest(entry.instead, document.text.slice(start, end), form, entry.as, {
    child: onlyChild(facts),
    audience,
    before: wordBefore(tokens, from),
    first: tokens.sentences[tokens.sentence[from] as number]?.from === from,
    family: relativeBeside(facts, match)
  })
}

const adverbs = wordSet("not never always also often now just already since then still again n't")
const notAdverbs = wordSet('early family only daily')

const isAdverb = (word: string): boolean =>
  adverbs.has(word) || (/^[a-z\u00c0-\u024f]+ly$/.test(word) && !notAdverbs.has(word))

/** What the words found go on from: *has* for *has repeatedly **absconded***. */
function wordBefore({word, gap}: Facts['tokens'], from: number): string {
  let at = from
  while (gap[at] === Gap.joined && at > 0) {
    at--
    if (!isAdverb(word[at] as string)) return word[at] as string
  }
  return ''
}

/** The replacement, with the article before it where that changes: *an additional week* → *a further week*. */
function fixFor({tokens}: Facts, match: Match, replacement: string): Fix {
  const before = match.from - 1
  const article = tokens.word[before]
  const {start, end} = match
  if (tokens.gap[match.from] !== Gap.joined || (article !== 'a' && article !== 'an'))
    return {span: {start, end}, replacement}
  const wanted = articleFor(replacement)
  if (wanted === article) return {span: {start, end}, replacement}
  const from = tokens.start[before] as number
  const written = tokens.text[from] === 'A' ? wanted.replace('a', 'A') : wanted
  const between = tokens.text.slice(tokens.end[before], start)
  return {span: {start: from, end}, replacement: `${written}${between}${replacement}`}
}

function onlyChild({known}: Facts): string | null {
  const [child, ...others] = known.children
  return child && others.length === 0 ? calledName(child) : null
}

const determiners = wordSet('your his her their the my')

/** "contact with your mum" → *your mum*; *Mum* where that is what the child says. */
function relativeBeside(facts: Facts, match: Match): string | null {
  const {tokens, mentions, known} = facts
  const sentence = tokens.sentences[tokens.sentence[match.from] as number]
  let at = firstFrom(mentions, match.to)
  let next = mentions[at]
  while (next?.who === 'pronoun' && next.from <= match.to + 4) next = mentions[++at]
  if (!next || !sentence || next.from >= sentence.to || next.from > match.to + 4) return null
  const words = tokens.text.slice(next.start, next.end).replace(/[’']s$/, '')
  if (next.who === 'person' || next.who === 'unknown') return words
  // "Contact with Amira" is time with Amira, whoever has it.
  if (next.who === 'child' && next.from === match.to + 1 && tokens.word[match.to] === 'with') return words
  if (next.who !== 'relative') return null
  const family = known.children[0]?.family ?? {}
  const own = fold(words)
  if (Object.hasOwn(family, own)) return family[own] as string
  const lead = tokens.word[next.from - 1]
  if (lead && determiners.has(lead))
    return facts.audience === 'letter' && lead !== 'the' ? `your ${words}` : `${lead} ${words}`
  return words
}
