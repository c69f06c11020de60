import type {Mark} from '../model/document.ts'

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
 * The `foreign` marks that hold. Word and Writer mark whole papers after the keyboard they were typed on; English in
 * disguise is judged like English, or a paper would look clean that nobody read. Each language is weighed over the whole
 * document: a stretch of a few words goes by what the longer ones in that language are.
 */
export const reallyForeign = <Marked extends Mark>(
  passages: Iterable<{readonly text: string; readonly marks: readonly Marked[]}>
): ReadonlySet<Marked> => {
  const byLanguage = new Map<string, {readonly mark: Marked; readonly words: number; readonly known: number}[]>()
  for (const {text, marks} of passages) {
    for (const mark of marks) {
      if (mark.kind !== 'foreign' || mark.language === undefined) continue
      const measured = {mark, ...measure(text.slice(mark.start, mark.end))}
      if (measured.words === 0) continue
      const stretches = byLanguage.get(mark.language)
      if (stretches === undefined) byLanguage.set(mark.language, [measured])
      else stretches.push(measured)
    }
  }
  const held = new Set<Marked>()
  for (const stretches of byLanguage.values()) {
    const long = stretches.filter(({words}) => words >= fewWords)
    const mostlyEnglish = long.filter(isEnglish).length > long.length / 2
    for (const stretch of stretches)
      if (!isEnglish(stretch) && !(stretch.words < fewWords && mostlyEnglish)) held.add(stretch.mark)
  }
  return held
}

function isEnglish({words, known}: {readonly words: number; readonly known: number}): boolean {
  return known > 0 && known >= words / 5
}
