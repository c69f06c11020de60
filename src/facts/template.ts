import {type Lexicon, nobody} from '../lexicon/lexicon.ts'
import {tokenize} from '../lexicon/tokenize.ts'
import type {Document} from '../model/document.ts'
import type {Span} from '../model/span.ts'
import type {Tokens} from '../model/tokens.ts'
import {patternSet} from './pattern-set.ts'

/** Stands where something else will: no word, and nothing runs across it. */
const standIn = '\ufffc'

function without(document: Document, spans: readonly Span[]): Document {
  let text = ''
  let at = 0
  for (const {start, end} of spans) {
    text += document.text.slice(at, start) + standIn.repeat(end - start)
    at = end
  }
  return {...document, text: text + document.text.slice(at)}
}

/** Sentences that tell whoever fills a template in what to write; a question or a label heads what is written. */
function guidance(document: Document, tokens: Tokens, lexicon: Lexicon): readonly Span[] {
  const set = patternSet(lexicon.dictionaries.blanks.guidance, lexicon)
  return tokens.sentences.filter(({block, from, start, end}) => {
    const kind = document.blocks[block]?.kind
    return (
      (kind === 'paragraph' || kind === 'item') &&
      set.endAt(tokens, from, nobody) > from &&
      !/[?:]\W*$/.test(document.text.slice(Math.max(start, end - 20), end))
    )
  })
}

/**
 * A template as its readers will meet it: slots and guidance hold no words, every offset stays.
 * @param blocks the stretches that are judged
 */
export function proseOf(
  document: Document,
  slots: readonly Span[],
  blocks: readonly Span[],
  lexicon: Lexicon
): {readonly document: Document; readonly tokens: Tokens} {
  const filled = without(document, slots)
  const tokens = tokenize(filled.text, blocks)
  const instructions = guidance(filled, tokens, lexicon)
  if (instructions.length === 0) return {document: filled, tokens}
  const prose = without(filled, instructions)
  return {document: prose, tokens: tokenize(prose.text, blocks)}
}
