/** Words that make English English and that hardly occur in other languages' texts. */
const english: ReadonlySet<string> = new Set(
  (
    'the and of to is was that this with for he she they you it are be not have has had from at by as who will your ' +
    'his him their them we were been would should can about which what when there my our an but if or all'
  ).split(' ')
)

/** The share of a text's words that only English uses so often, and how many words there are. */
function measure(text: string): {readonly words: number; readonly known: number} {
  const words = text.toLowerCase().match(/\p{L}+(?:[’']\p{L}+)?/gu) ?? []
  return {words: words.length, known: words.filter((word) => english.has(word)).length}
}

const fewWords = 4

/**
 * Whether stretches of text that a file marks as being in some other language are: Word marks whole papers after the
 * keyboard they were typed on. English in disguise is judged like English, or a paper would look clean that nobody read.
 * Takes all stretches marked with one language; a stretch of a few words goes by what the longer ones are.
 */
export const reallyForeign = (stretches: readonly string[]): readonly boolean[] => {
  const measures = stretches.map(measure)
  const isEnglish = ({words, known}: {words: number; known: number}): boolean => known >= words / 5 && known > 0
  const long = measures.filter(({words}) => words >= fewWords)
  const mostlyEnglish = long.filter(isEnglish).length > long.length / 2
  return measures.map((measured) => !isEnglish(measured) && !(measured.words < fewWords && mostlyEnglish))
}
