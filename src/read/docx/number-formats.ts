const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
]

/** A number in one of Word's formats (`w:numFmt`); in one that we do not know, or cannot be written so, in digits. */
export const formatNumber = (number: number, format: string): string => {
  switch (format) {
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'ordinal':
      return ordinal(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(number)
  }
}

function roman(number: number): string {
  if (number < 1 || number > 4999) return String(number)
  let rest = number
  let text = ''
  for (const [value, sign] of romanParts) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

/** After z comes aa, then bb: the letter is repeated. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number)
  return String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
