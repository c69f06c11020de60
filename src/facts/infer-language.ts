import type {Tokens} from '../model/tokens.ts'

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
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.word[i] as string
    if (english.has(word)) en++
    else if (welsh.has(word)) cy++
  }
  return cy > en && cy >= 4 ? 'cy' : 'en-GB'
}
