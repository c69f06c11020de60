import {byForm, type Tokens} from '../model/tokens.ts'

const welsh = new Set(
  'yn yr y mae wedi ei chi ti dy eich sydd gyda fel nad oes roedd bod gan hefyd ond neu yw ydy rwyf rydw dw hwn hyn ar gyfer dydd fydd fod ac cyn beth sut pan eu'.split(
    ' '
  )
)
const english = new Set('the and of to in is was that you for with he she it on have are not be at this i'.split(' '))

/** The language that most of the words are in: `en-GB`, or `cy` for Welsh. */
export function inferLanguage(tokens: Tokens): string {
  let cy = 0
  let en = 0
  const languageOf = byForm(tokens, (i) => {
    const word = tokens.word[i] as string
    return english.has(word) ? 'en' : welsh.has(word) ? 'cy' : null
  })
  for (let i = 0; i < tokens.count; i++) {
    const language = languageOf(i)
    if (language === 'en') en++
    else if (language === 'cy') cy++
  }
  return cy > en && cy >= 4 ? 'cy' : 'en-GB'
}
