import type {Block, Document} from '../model/document.ts'
import type {Sentence, Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'

/** So many paragraphs that begin with a title say that the paper has lost the marks of its titles. */
const leastTitled = 3
/** Words of a title, at most. */
const longestTitle = 9

/** Words that make a sentence of what would else be a title … */
const tellingWords = wordSet(
  "i you he she they we it there is are was were am has have had will would can could may might shall should must do does did isn't wasn't don't doesn't didn't"
)
/** … unless it asks: *What I recommend, and why.* */
const askingWords = wordSet('what how who whom whose why when where')

/**
 * Titles in front of paragraphs, by the index of the block, of a paper that has lost their bold print on its way from Word:
 * *What is strong. Lia has been in one home.* Any short first sentence may look so; where most paragraphs begin with one, they
 * are titles.
 */
export function lostTitles({blocks, marks}: Document, tokens: Tokens): ReadonlyMap<number, Sentence> {
  const found = new Map<number, Sentence>()
  if (marks.some(({kind}) => kind === 'strong')) return found
  let paragraphs = 0
  for (const [n, sentence] of tokens.sentences.entries()) {
    const {block} = sentence
    const {kind} = blocks[block] as Block
    const isFirst = tokens.sentences[n - 1]?.block !== block && tokens.sentences[n + 1]?.block === block
    if (!isFirst || (kind !== 'paragraph' && kind !== 'item')) continue
    paragraphs++
    if (isTitle(sentence, tokens)) found.set(block, sentence)
  }
  return found.size >= Math.max(leastTitled, paragraphs / 2) ? found : new Map()
}

function isTitle({from, to}: Sentence, {word}: Tokens): boolean {
  if (to - from > longestTitle) return false
  if (askingWords.has(word[from])) return true
  for (let i = from; i < to; i++) if (tellingWords.has(word[i])) return false
  return true
}
