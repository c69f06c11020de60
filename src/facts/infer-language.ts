import {marksOf, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'

const welsh = wordSet(
  'yn yr y mae wedi ei chi ti dy eich sydd gyda fel nad oes roedd bod gan hefyd ond neu yw ydy rwyf rydw dw hwn hyn ar gyfer dydd fydd fod ac cyn beth sut pan eu'
)
const english = wordSet('the and of to in is was that you for with he she it on have are not be at this i')

/** The language that most of the words are in: `en-GB`, or `cy` for Welsh. */
export function inferLanguage(tokens: Tokens): string {
  let cy = 0
  let en = 0
  const {count, form, word} = tokens
  const languages = marksOf(tokens, (i) => (english.has(word[i] as string) ? 1 : welsh.has(word[i] as string) ? 2 : 0))
  for (let i = 0; i < count; i++) {
    const language = languages[form[i] as number]
    if (language === 1) en++
    else if (language === 2) cy++
  }
  return cy > en && cy >= 4 ? 'cy' : 'en-GB'
}
