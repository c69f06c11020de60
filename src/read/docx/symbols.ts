/** What stands in the text for something that has no character: a picture, mathematics, a private symbol. */
export const objectCharacter = '\ufffc'

/** The boxes to tick among the private characters of Word's picture fonts, by their last two digits. */
const boxes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {'6F': '☐', '71': '☐', '72': '☐', A8: '☐', FD: '☒', FE: '☑', FC: '✓', FB: '✗'},
  'wingdings 2': {'2A': '☐', '30': '☐', '50': '✓', '52': '☑', '53': '☒', '54': '☒', A3: '☐'}
}

/** The character that a `w:sym` shows: a font's private code is no text unless we know the picture. */
export const symbolCharacter = (font: string, code: string): string => {
  const value = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0
  const name = font.toLowerCase()
  const pictures = Object.hasOwn(boxes, name) ? boxes[name] : undefined
  const known = pictures?.[code.slice(-2).toUpperCase()]
  if (known !== undefined) return known
  const shown = value > 0x20 && value < 0x110000 && !(value >= 0xd800 && value <= 0xf8ff)
  return shown && !pictures ? String.fromCodePoint(value) : objectCharacter
}
