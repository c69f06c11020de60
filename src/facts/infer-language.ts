import {marksOf, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'

/** Small words of Welsh, none of which is English. */
export const welsh = wordSet(
  'yn yr y mae wedi ei chi ti dy eich sydd gyda fel nad oes roedd bod gan hefyd ond neu yw ydy rwyf rydw dw hwn hyn ar gyfer dydd fydd fod ac cyn beth sut pan eu'
)
const english = wordSet('the and of to in is was that you for with he she it on have are not be at this i')

const languageOf = ({word}: Tokens, i: number): number =>
  english.has(word[i] as string) ? 1 : welsh.has(word[i] as string) ? 2 : 0

/** Marks the sentences that are in Welsh, by their index: two of its small words stand in them, and none of English. */
export function welshSentences(tokens: Tokens): Uint8Array {
  const {count, form, sentence, sentences} = tokens
  const languages = marksOf(tokens, (i) => languageOf(tokens, i))
  const found = new Uint8Array(sentences.length)
  for (let i = 0; i < count; i++) {
    const index = sentence[i] as number
    const language = languages[form[i] as number]
    // English marks a sentence for good.
    if (language === 1) found[index] = 255
    else if (language === 2 && (found[index] as number) < 2) found[index] = (found[index] as number) + 1
  }
  return found.map((mark) => (mark === 2 ? 1 : 0))
}

/** The language that most of the words are in: `en-GB`, or `cy` for Welsh. */
export function inferLanguage(tokens: Tokens): string {
  let cy = 0
  let en = 0
  const {count, form} = tokens
  const languages = marksOf(tokens, (i) => languageOf(tokens, i))
  for (let i = 0; i < count; i++) {
    const language = languages[form[i] as number]
    if (language === 1) en++
    else if (language === 2) cy++
  }
  return cy > en && cy >= 4 ? 'cy' : 'en-GB'
}
